//! Pages of a safe place: what follows at once, what is shown of a request elsewhere, and a form
//! that comes a second time.

use access::Actor;
use http::StatusCode;
use protection::bed::{Age, Decline, Needs, Sex};
use protection::shelter::{PlaceAge, PlaceSex};
use record::{Id, Language, OrgKind};
use store::StoreError;

use crate::beds::{Country, Home, places, woman};
use crate::installation::{BASRA, Installation};
use crate::web::{Answer, Web, field};

const EN: Language = Language::En;

/// A boy of a workshop in Basra, and a site that takes boys.
pub struct Night {
    pub site: Installation,
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
        let site = Installation::on_sqlite().await;
        let country = Country::new(&site).await;
        let boys = places(PlaceSex::Male, PlaceAge::From13, 2);
        let home = site.home(&[boys], BASRA).await;
        let web = Web::open(&site);
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        site.react().await;
        Self {
            site,
            country,
            home,
            web,
            report,
        }
    }

    /// A request for the boy, and its page.
    pub async fn asked(&self) -> (Id, String) {
        let asker = self.country.asker();
        let asked = self.site.ask(&asker, Some(self.report), boy()).await;
        let request = asked.unwrap().request;
        (request, format!("/beds/{request}"))
    }

    /// The page of the clock of the report.
    pub async fn clock(&self) -> String {
        const OF: &str = "SELECT record AS id FROM clock WHERE subject = $1 AND code = 'T1'";
        let clocks = self.site.ids(OF, self.report).await;
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
async fn a_shelter_says_at_once_that_it_has_seen_the_child_it_took_in() {
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
    night.site.react().await;
    let page = night.page(manager, &at).await;
    assert!(!page.says(EN, "bed-seen-open"));
}

#[tokio::test]
async fn a_shelter_that_waits_for_a_judge_has_not_seen_the_child_that_another_took_in() {
    let night = Night::new().await;
    let boys = places(PlaceSex::Male, PlaceAge::From13, 2);
    let other = night.site.home(&[boys], BASRA).await;
    let ministry = night.site.org(OrgKind::Office, None, &[]).await;
    let (request, at) = night.asked().await;
    let waits = night.home;
    let letter = night
        .site
        .decline(waits, request, Decline::CourtOrder, Some(ministry));
    letter.await.unwrap();
    assert_eq!(night.site.taken(waits).await, 1, "its bed is kept");
    let page = night.page(other.manager.actor(), &at).await;
    let came = night.send(&page, &format!("{at}/admit"), &[]).await;
    assert_eq!(came.status, StatusCode::SEE_OTHER);
    // No rule has run yet.
    let see = format!("{}/seen", night.clock().await);
    night.web.act(waits.manager.actor());
    assert_eq!(night.web.get(&see).await.status, StatusCode::NOT_FOUND);
    night.page(other.manager.actor(), &see).await;
    night.site.react().await;
    assert_eq!(night.site.taken(waits).await, 0);
    night.web.act(waits.manager.actor());
    assert_eq!(night.web.get(&see).await.status, StatusCode::NOT_FOUND);
}

/// How many refusals the ledger holds.
async fn refused(night: &Night) -> i64 {
    const REFUSED: &str = "SELECT COUNT(*) AS refused FROM ledger_fact WHERE outcome = 'absent'";
    night.site.store.sequence().await.unwrap();
    let counted = night
        .site
        .store
        .read_clear(async |look| -> Result<i64, StoreError> {
            look.rows(REFUSED, store::args![]).await?[0].int("refused")
        });
    counted.await.unwrap()
}

/// Sends one form twice and holds that both lead to the same page, and that no second click is
/// written down as a refusal.
async fn twice(night: &Night, actor: &Actor, page: &Answer, action: &str, more: &[(&str, &str)]) {
    night.web.act(actor.clone());
    let mut fields = page.hidden(action);
    fields.extend(more.iter().map(|(name, value)| field(name, value)));
    let first = night.web.post(action, &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{action}");
    let before = refused(night).await;
    let second = night.web.post(action, &fields).await;
    let told = (second.status, &second.to);
    assert_eq!(told, (first.status, &first.to), "{action}: a second click");
    night.site.react().await;
    let later = night.web.post(action, &fields).await;
    assert_eq!(later.to, first.to, "{action}: after the rules");
    assert_eq!(refused(night).await, before, "{action}: no refusal");
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
    night.site.hold(night.home, request).await.unwrap();
    let page = night.page(desk, &at).await;
    twice(
        &night,
        &night.country.placing.actor(),
        &page,
        &format!("{at}/release"),
        &[],
    )
    .await;

    // A site holds a place, and the desk gives it back at once.
    let (request, at) = night.asked().await;
    let page = night.page(manager.clone(), &at).await;
    let held = night.send(&page, &format!("{at}/hold"), &[]).await;
    let back = night.page(night.country.placing.actor(), &at).await;
    night.send(&back, &format!("{at}/release"), &[]).await;
    night.web.act(manager.clone());
    let again = night.send(&page, &format!("{at}/hold"), &[]).await;
    assert_eq!((again.status, again.to), (held.status, held.to));
    assert_eq!(night.site.bed_state(request).await, "asked");

    // A site declines, and a supervisor looks at it.
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
    night.site.admit(night.home, request).await.unwrap();
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

#[tokio::test]
async fn a_report_shows_how_its_request_stands_and_asks_for_no_second_place() {
    let night = Night::new().await;
    let (asker, report) = (night.country.asker(), format!("/reports/{}", night.report));
    let inquiry = format!(
        "<a class=\"act\" href=\"/beds/new?report={}\"",
        night.report
    );
    let boss = night.country.basra.supervisor.actor();
    let page = night.page(asker.clone(), &report).await;
    assert!(page.html.contains(&inquiry) && !page.says(EN, "bed-panel-title"));

    let (request, at) = night.asked().await;
    let code = record::short_code(request);
    let opens = format!("href=\"{at}\"");
    let holds = async |state: &str, live: bool| {
        let page = night.page(asker.clone(), &report).await;
        assert!(
            page.says(EN, state) && page.html.contains(&opens),
            "{state}"
        );
        assert_eq!(page.html.contains(&inquiry), !live, "{state}");
        assert_eq!(page.says(EN, "bed-panel-again"), live, "{state}");
    };
    holds("bed-state-asked", true).await;
    let form = format!("/beds/new?report={}", night.report);
    let page = night.page(asker.clone(), &form).await;
    assert!(page.says(EN, "bed-ask-has-one"));
    // A supervisor follows it in the list; a case worker of the report is no one of its team.
    let page = night.page(boss, &report).await;
    assert!(page.html.contains(&format!("href=\"/beds?code={code}\"")));
    night.site.hold(night.home, request).await.unwrap();
    holds("bed-state-held", true).await;
    night.site.admit(night.home, request).await.unwrap();
    holds("bed-state-admitted", true).await;
    let left = protection::bed::Exit::OwnHome;
    night
        .site
        .end_stay(night.home, request, left)
        .await
        .unwrap();
    holds("bed-state-ended", false).await;
}

#[tokio::test]
async fn a_report_shows_that_its_child_was_seen_and_how() {
    let night = Night::new().await;
    let (asker, report) = (night.country.asker(), format!("/reports/{}", night.report));
    let clock = night.clock().await;
    let page = night.page(asker.clone(), &report).await;
    assert!(page.says(EN, "report-safe-by") && !page.says(EN, "report-safe-done"));
    let see = format!("{clock}/seen");
    let page = night.page(asker.clone(), &see).await;
    let seen = [("place", "interim"), ("myself", "yes")];
    night.send(&page, &see, &seen).await;
    let page = night.page(asker, &report).await;
    assert!(page.says(EN, "report-safe-done") && page.says(EN, "clock-place-interim"));
    assert!(page.html.contains(&format!("href=\"{clock}\"")));
    assert!(!page.says(EN, "report-safe-by"));
}

#[tokio::test]
async fn a_hold_says_its_true_length() {
    let night = Night::new().await;
    let (desk, manager) = (night.country.placing.actor(), night.home.manager.actor());
    let hint = |hours: i64| {
        let span = page::time::span(EN, hours * 3600);
        page::words(EN, "bed-renew-hint", &[("span", span.into())])
    };
    let (request, at) = night.asked().await;
    let span = page::time::span(EN, 4 * 3600);
    let text = page::words(EN, "bed-hold-text", &[("span", span.into())]);
    assert!(night.page(manager, &at).await.html.contains(&text));
    night.site.hold(night.home, request).await.unwrap();
    assert!(night.page(desk.clone(), &at).await.html.contains(&hint(4)));
    let (request, at) = night.asked().await;
    let (judge, body) = (Decline::CourtOrder, Some(night.home.manager.org));
    night
        .site
        .decline(night.home, request, judge, body)
        .await
        .unwrap();
    let page = night.page(desk, &at).await.html;
    assert!(page.contains(&hint(24)) && !page.contains(&hint(4)));
}

#[tokio::test]
async fn a_shelter_opens_what_it_is_asked_and_follows_what_it_asked_for() {
    let night = Night::new().await;
    let manager = night.home.manager.actor();
    // Somebody stands at its door for whom it has no place.
    let own = night
        .site
        .ask(&manager, None, woman())
        .await
        .unwrap()
        .request;
    let (asked, at) = night.asked().await;
    let line = |request: Id| format!("href=\"/beds/{request}\"");
    let page = night.page(manager.clone(), "/beds").await;
    let code = record::short_code(own);
    assert!(page.html.contains(&code) && !page.html.contains(&line(own)));
    assert!(page.html.contains(&line(asked)));
    night.site.admit(night.home, asked).await.unwrap();
    let page = night.page(manager.clone(), "/beds").await;
    assert!(page.html.contains(&line(asked)), "who lives there");
    night.page(manager, &at).await;
}

#[tokio::test]
async fn a_supervisor_finds_a_decline_above_the_list_of_requests() {
    let night = Night::new().await;
    let (request, at) = night.asked().await;
    let boss = night.country.basra.supervisor.actor();
    let review = format!("href=\"{at}/review\"");
    let page = night.page(boss.clone(), "/beds").await;
    assert!(!page.html.contains(&review) && !page.says(EN, "bed-reviews"));
    let other = Decline::Other;
    night
        .site
        .decline(night.home, request, other, None)
        .await
        .unwrap();
    let page = night.page(boss.clone(), "/beds").await;
    assert!(page.says(EN, "bed-reviews"));
    assert_eq!(
        page.html.matches(&review).count(),
        2,
        "above, and in its line"
    );
    let page = night.page(night.country.asker(), "/beds").await;
    assert!(!page.html.contains(&review), "nobody else looks at it");
    let page = night.page(boss.clone(), &format!("{at}/review")).await;
    let sent = night
        .send(&page, &format!("{at}/review"), &[("code", "full")])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(!night.page(boss, "/beds").await.html.contains(&review));
}
