//! Pages of a safe place: what follows at once, what is shown of a request elsewhere, and a form
//! that comes a second time.

use access::Actor;
use http::StatusCode;
use protection::bed::{Age, Needs, Sex};
use protection::shelter::{PlaceAge, PlaceSex};
use record::{Id, Language};

use crate::beds::{Country, Home, places, woman};
use crate::house::{BASRA, House};
use crate::web::{Answer, Web, field};

const EN: Language = Language::En;

/// A boy of a workshop in Basra, and a house that takes boys.
pub struct Night {
    pub house: House,
    pub country: Country,
    pub home: Home,
    pub web: Web,
    pub report: Id,
}

/// Whom the report means.
pub fn boy() -> Needs {
    Needs {
        sex: Sex::Male,
        age: Age::From13,
        ..woman()
    }
}

impl Night {
    pub async fn new() -> Self {
        let house = House::on_sqlite().await;
        let country = Country::new(&house).await;
        let boys = places(PlaceSex::Male, PlaceAge::From13, 2);
        let home = house.home(&[boys], BASRA).await;
        let web = Web::open(&house);
        let (report, _) = house.sent(house.letter(&[], false).await.unwrap()).await;
        house.react().await;
        Self {
            house,
            country,
            home,
            web,
            report,
        }
    }

    /// A request for the boy, and its page.
    pub async fn asked(&self) -> (Id, String) {
        let asker = self.country.asker();
        let asked = self.house.ask(&asker, Some(self.report), boy()).await;
        let request = asked.unwrap().request;
        (request, format!("/beds/{request}"))
    }

    /// The page of the clock of the report.
    pub async fn clock(&self) -> String {
        const OF: &str = "SELECT record AS id FROM clock WHERE subject = $1 AND code = 'T1'";
        let clocks = self.house.ids(OF, self.report).await;
        format!("/clocks/{}", clocks[0])
    }

    /// A page as somebody sees it.
    pub async fn page(&self, actor: Actor, at: &str) -> Answer {
        self.web.act(actor);
        let page = self.web.get(at).await;
        assert_eq!(page.status, StatusCode::OK, "{at}");
        page
    }

    /// Sends a form of a page; the rules do not act yet.
    pub async fn send(&self, page: &Answer, action: &str, more: &[(&str, &str)]) -> Answer {
        let mut fields = page.hidden(action);
        fields.extend(more.iter().map(|(name, value)| field(name, value)));
        self.web.post(action, &fields).await
    }
}

#[tokio::test]
async fn a_house_says_at_once_that_it_has_seen_the_child_it_took_in() {
    let night = Night::new().await;
    let (_, at) = night.asked().await;
    let manager = night.home.manager.actor();
    let page = night.page(manager.clone(), &at).await;
    let came = night.send(&page, &format!("{at}/admit"), &[]).await;
    assert_eq!(came.status, StatusCode::SEE_OTHER);
    // No rule has run yet.
    let page = night.page(manager.clone(), &at).await;
    let see = page
        .html
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/clocks/"))
        .expect("the child can be said to be seen")
        .to_owned();
    let page = night.page(manager.clone(), &see).await;
    let seen = [("place", "shelter"), ("myself", "yes")];
    let done = night.send(&page, &see, &seen).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    // The rule finds nothing to do.
    night.house.react().await;
    let page = night.page(manager, &at).await;
    assert!(!page.says(EN, "bed-seen-open"));
}

/// Sends one form twice and holds that both lead to the same page.
async fn twice(night: &Night, actor: &Actor, page: &Answer, action: &str, more: &[(&str, &str)]) {
    night.web.act(actor.clone());
    let mut fields = page.hidden(action);
    fields.extend(more.iter().map(|(name, value)| field(name, value)));
    let first = night.web.post(action, &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{action}");
    let second = night.web.post(action, &fields).await;
    let told = (second.status, &second.to);
    assert_eq!(told, (first.status, &first.to), "{action}: a second click");
    night.house.react().await;
    let later = night.web.post(action, &fields).await;
    assert_eq!(later.to, first.to, "{action}: after the rules");
    // Whoever did not send it finds what anybody finds.
    night.web.act(night.country.basra.investigator.actor());
    let other = night.web.post(action, &fields).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "{action}");
}

#[tokio::test]
async fn a_second_click_leads_where_the_first_one_led() {
    let night = Night::new().await;
    let (manager, asker) = (night.home.manager.actor(), night.country.asker());
    let desk = night.country.placing.actor();
    let boss = night.country.basra.supervisor.actor();

    // The desk gives a place back.
    let (request, at) = night.asked().await;
    night.house.hold(night.home, request).await.unwrap();
    let page = night.page(desk, &at).await;
    twice(
        &night,
        &night.country.placing.actor(),
        &page,
        &format!("{at}/release"),
        &[],
    )
    .await;

    // A house declines, and a supervisor looks at it.
    let (_, at) = night.asked().await;
    let decline = format!("{at}/decline");
    let page = night.page(manager.clone(), &decline).await;
    twice(&night, &manager, &page, &decline, &[("code", "other")]).await;
    let review = format!("{at}/review");
    let page = night.page(boss.clone(), &review).await;
    twice(&night, &boss, &page, &review, &[("code", "distance")]).await;

    // Somebody does not want the place.
    let (_, at) = night.asked().await;
    let page = night.page(asker.clone(), &at).await;
    twice(
        &night,
        &asker,
        &page,
        &format!("{at}/cancel"),
        &[("wish", "yes")],
    )
    .await;

    // A stay ends.
    let (request, at) = night.asked().await;
    night.house.admit(night.home, request).await.unwrap();
    let end = format!("{at}/end");
    let page = night.page(manager.clone(), &end).await;
    twice(&night, &manager, &page, &end, &[("exit", "own_home")]).await;

    // Nobody is a child: one proposes it, another agrees.
    let clock = night.clock().await;
    let page = night.page(asker.clone(), &clock).await;
    twice(
        &night,
        &asker,
        &page,
        &format!("{clock}/adult"),
        &[("basis", "paper")],
    )
    .await;
    let page = night.page(boss.clone(), &clock).await;
    twice(&night, &boss, &page, &format!("{clock}/adult/confirm"), &[]).await;

    // The report is closed, and is absent to a responder.
    let report = format!("/reports/{}", night.report);
    let page = night.page(asker.clone(), &report).await;
    let close = format!("{report}/close");
    twice(&night, &asker, &page, &close, &[("because", "helped")]).await;
}
