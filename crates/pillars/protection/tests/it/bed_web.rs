//! A safe place as somebody's browser meets it: from the form to the end of a stay.

use access::Actor;
use http::StatusCode;
use record::{Id, Language, OrgKind, Role, Session};

use crate::beds::{Country, Home, WOMEN};
use crate::installation::{BASRA, Installation};
use crate::web::{Answer, Fields, Web, field};

const EN: Language = Language::En;
const ADDRESS: &str = "House 7, Street 14, behind the old mill";

pub struct Visit {
    pub site: Installation,
    pub country: Country,
    pub first: Home,
    second: Home,
    pub web: Web,
}

impl Visit {
    pub async fn new() -> Self {
        let site = Installation::on_sqlite().await;
        let country = Country::new(&site).await;
        let first = site.home(&[WOMEN], BASRA).await;
        let second = site.home(&[WOMEN], BASRA).await;
        site.write_address(first, ADDRESS).await.unwrap();
        let web = Web::open(&site);
        Self {
            site,
            country,
            first,
            second,
            web,
        }
    }

    /// A request for a woman, sent through the form.
    pub async fn asked(&self) -> String {
        self.web.act(self.country.asker());
        let page = self.web.get("/beds/new").await;
        let mut fields = page.hidden("/beds/new");
        fields.extend(a_woman());
        let sent = self.web.post("/beds/new", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
        self.site.react().await;
        sent.to.expect("the request's page")
    }

    /// The page of a request, and what a button on it does.
    pub async fn press(&self, actor: Actor, at: &str, does: &str, more: &[(&str, &str)]) -> Answer {
        self.web.act(actor);
        let page = self.web.get(at).await;
        assert_eq!(page.status, StatusCode::OK, "{at}: {}", page.html);
        let action = format!("{at}/{does}");
        let mut fields = page.hidden(&action);
        fields.extend(more.iter().map(|(name, value)| field(name, value)));
        let answer = self.web.post(&action, &fields).await;
        self.site.react().await;
        answer
    }
}

fn a_woman() -> Fields {
    [
        ("sex", "female"),
        ("age", "adult"),
        ("family", "alone"),
        ("governorate", BASRA),
        ("danger", "yes"),
        ("languages", "bn"),
        ("languages", "ar"),
        ("free_text", "insulin"),
    ]
    .map(|(name, value)| field(name, value))
    .to_vec()
}

fn fresh(actor: &Actor) -> Actor {
    let mut member = actor.member().unwrap().clone();
    member.session = Session::Fresh;
    Actor::Person(member)
}

#[tokio::test]
async fn a_place_is_asked_for_in_one_short_page() {
    let visit = Visit::new().await;
    let web = &visit.web;
    assert_eq!(
        web.get("/beds/new").await.status,
        StatusCode::SEE_OTHER,
        "without a session"
    );
    web.act(visit.country.asker());
    let page = web.get("/beds/new").await;
    for never in [
        "name=\"name\"",
        "name=\"papers\"",
        "name=\"letter\"",
        "type=\"file\"",
    ] {
        assert!(!page.html.contains(never), "{never}");
    }
    let empty = web.post("/beds/new", &page.hidden("/beds/new")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for key in [
        "bed-wrong-sex",
        "bed-wrong-age",
        "bed-wrong-family",
        "bed-wrong-where",
    ] {
        assert!(empty.says(EN, key), "{key}");
    }
    // Whoever is not alone says how many they are; what was typed comes back.
    let mut fields = page.hidden("/beds/new");
    fields.extend(a_woman());
    fields.retain(|(name, _)| name != "family");
    fields.push(field("family", "together"));
    let heads = web.post("/beds/new", &fields).await;
    assert_eq!(heads.status, StatusCode::UNPROCESSABLE_ENTITY);
    let most = page::words(EN, "bed-wrong-heads", &[("most", 30.into())]);
    assert!(heads.html.contains(&most) && heads.html.contains("insulin"));
    assert!(heads.html.contains("<details class=\"folded\" open>"));
    fields.push(field("heads", "٣"));
    let sent = web.post("/beds/new", &fields).await;
    let again = web.post("/beds/new", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.to, again.to, "sent twice, asked once");

    // A report that somebody reads fills in its place; of any other there is no form.
    let letter = visit.site.letter(&[], false).await.unwrap();
    let (report, _) = visit.site.sent(letter).await;
    let button = format!("href=\"/beds/new?report={report}\"");
    assert!(
        web.get(&format!("/reports/{report}"))
            .await
            .html
            .contains(&button)
    );
    let of = web.get(&format!("/beds/new?report={report}")).await;
    assert!(of.html.contains(&format!("value=\"{BASRA}\" selected")));
    assert!(
        of.html
            .contains(&format!("name=\"report\" value=\"{report}\""))
    );
    let none = web.get(&format!("/beds/new?report={}", Id::NONE)).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_place_is_held_taken_and_left() {
    let visit = Visit::new().await;
    let at = visit.asked().await;
    let (web, desk) = (&visit.web, visit.country.placing.actor());
    let (first, second) = (visit.first.manager.actor(), visit.second.manager.actor());

    // The team sees how it stands and no site.
    let team = web.get(&at).await;
    assert!(team.says(EN, "bed-now-asked") && team.says(EN, "bed-mark-danger"));
    let codes = [
        visit.site.shelter_of(visit.first).await.code,
        visit.site.shelter_of(visit.second).await.code,
    ];
    assert!(codes.iter().all(|code| !team.html.contains(code)));

    // A site sees who comes, and its own part alone.
    web.act(first.clone());
    assert!(web.get("/beds").await.html.contains(&at));
    let page = web.get(&at).await;
    assert!(page.html.contains("insulin") && page.html.contains(&codes[0]));
    assert!(!page.html.contains(&codes[1]) && !page.html.contains(ADDRESS));
    let late = {
        web.act(second.clone());
        web.get(&at).await.hidden(&format!("{at}/hold"))
    };
    let held = visit.press(first.clone(), &at, "hold", &[]).await;
    assert_eq!(
        (held.status, held.to.as_deref()),
        (StatusCode::SEE_OTHER, Some(&*at))
    );
    web.act(second.clone());
    let lost = web.post(&format!("{at}/hold"), &late).await;
    assert_eq!(lost.status, StatusCode::CONFLICT);
    assert!(lost.says(EN, "bed-not-needed"));
    assert!(web.get(&at).await.says(EN, "bed-not-needed"));

    // The desk sees both, renews, and asks where it is after a step-up only.
    web.act(desk.clone());
    let page = web.get(&at).await;
    assert!(codes.iter().all(|code| page.html.contains(code)));
    let renewed = visit
        .press(desk.clone(), &at, "renew", &[("because", "on_the_way")])
        .await;
    assert_eq!(renewed.status, StatusCode::SEE_OTHER);
    let way = format!("/shelters/{}/address", visit.first.shelter);
    assert!(page.html.contains(&format!("href=\"{way}\"")));
    web.act(fresh(&desk));
    assert_eq!(
        web.get(&way).await.status,
        StatusCode::SEE_OTHER,
        "a step-up first"
    );
    web.act(desk.clone());
    let shown = web.get(&way).await;
    assert!(shown.html.contains(ADDRESS) && shown.says(EN, "shelter-way-tell"));
    let other = format!("/shelters/{}/address", visit.second.shelter);
    assert_eq!(web.get(&other).await.status, StatusCode::NOT_FOUND);
    for actor in [&first, &second, &visit.country.asker()] {
        web.act(actor.clone());
        assert_eq!(web.get(&way).await.status, StatusCode::NOT_FOUND);
    }

    let came = visit.press(first.clone(), &at, "admit", &[]).await;
    assert_eq!(came.status, StatusCode::SEE_OTHER);
    let end = format!("{at}/end");
    let page = web.get(&end).await;
    let empty = web.post(&end, &page.hidden(&end)).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut fields = page.hidden(&end);
    fields.push(field("exit", "own_home"));
    assert_eq!(web.post(&end, &fields).await.status, StatusCode::SEE_OTHER);
    web.act(visit.country.asker());
    assert!(web.get(&at).await.says(EN, "bed-now-ended"));
}

#[tokio::test]
async fn a_condition_is_charged_and_the_judge_is_asked() {
    let visit = Visit::new().await;
    let at = visit.asked().await;
    let web = &visit.web;
    let (paper, decline) = (format!("{at}/judge"), format!("{at}/decline"));
    assert_eq!(web.get(&paper).await.status, StatusCode::NOT_FOUND);
    web.act(visit.first.manager.actor());
    let page = web.get(&decline).await;
    assert!(page.says(EN, "bed-decline-judge-follows"));
    let mut fields = page.hidden(&decline);
    let empty = web.post(&decline, &fields).await;
    assert!(empty.says(EN, "bed-wrong-decline"));
    fields.push(field("code", "court_order"));
    let nobody = web.post(&decline, &fields).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says(EN, "bed-wrong-body"));
    fields.push(field("body", &visit.first.manager.org.to_string()));
    assert_eq!(
        web.post(&decline, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    visit.site.react().await;

    // The application carries the code, the law and blanks; no worker, no site, no needs.
    web.act(visit.country.asker());
    assert!(web.get(&at).await.says(EN, "bed-now-judge"));
    let code = at.rsplit('/').next().unwrap().parse().unwrap();
    let code = record::short_code(code);
    for (asked, language) in [("ar", Language::Ar), ("ckb", Language::Ckb)] {
        let page = web.get(&format!("{paper}?in={asked}")).await;
        assert!(page.html.contains(&format!("lang=\"{asked}\" dir=\"rtl\"")));
        assert!(page.html.contains(&code) && page.says(language, "judge-paper-law-federal"));
        assert!(!page.html.contains("insulin") && page.html.contains("class=\"blank\""));
    }

    // The right stands with its clock; the supervisor cannot close what is not met.
    web.act(visit.country.basra.supervisor.actor());
    let rights = web.get("/rights").await;
    assert!(rights.says(EN, "right-kind-court_order") && rights.html.contains(&code));
    web.act(visit.country.oversight.actor());
    let watched = web.get("/rights").await;
    let answer = watched
        .html
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/rights/") && href.ends_with("/answer"))
        .expect("oversight can answer")
        .to_owned();
    let page = web.get(&answer).await;
    let empty = web.post(&answer, &page.hidden(&answer)).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut fields = page.hidden(&answer);
    fields.push(field("answer", "told_body"));
    assert_eq!(
        web.post(&answer, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let close = answer.replace("/answer", "/close");
    assert_eq!(
        web.get(&close).await.status,
        StatusCode::NOT_FOUND,
        "not met yet"
    );

    // Another site takes her: the right is met, and closed with an outcome.
    let came = visit
        .press(visit.second.manager.actor(), &at, "admit", &[])
        .await;
    assert_eq!(came.status, StatusCode::SEE_OTHER);
    web.act(visit.country.basra.supervisor.actor());
    let page = web.get(&close).await;
    let mut fields = page.hidden(&close);
    fields.push(field("outcome", "placed"));
    assert_eq!(
        web.post(&close, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(web.get("/rights").await.says(EN, "right-list-empty"));
    assert!(
        web.get("/rights?state=closed")
            .await
            .says(EN, "right-outcome-placed")
    );
}

#[tokio::test]
async fn another_reason_is_looked_at_by_a_named_person() {
    let visit = Visit::new().await;
    let at = visit.asked().await;
    let web = &visit.web;
    web.act(visit.first.manager.actor());
    let decline = format!("{at}/decline");
    let mut fields = web.get(&decline).await.hidden(&decline);
    fields.push(field("code", "other"));
    assert_eq!(
        web.post(&decline, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    visit.site.react().await;
    let review = format!("{at}/review");
    web.act(visit.country.asker());
    assert_eq!(web.get(&review).await.status, StatusCode::NOT_FOUND);
    web.act(visit.country.basra.supervisor.actor());
    let page = web.get(&review).await;
    assert_eq!(page.status, StatusCode::OK);
    let mut fields = page.hidden(&review);
    let empty = web.post(&review, &fields).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    fields.push(field("code", "full"));
    assert_eq!(
        web.post(&review, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(web.get(&review).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_team_keeps_apart_and_takes_back() {
    let visit = Visit::new().await;
    let (at, other) = (visit.asked().await, visit.asked().await);
    let web = &visit.web;
    let apart = format!("{at}/apart");
    let page = web.get(&apart).await;
    let mut fields = page.hidden(&apart);
    fields.extend([field("code", "nobody"), field("free_text", "recruited her")]);
    let wrong = web.post(&apart, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says(EN, "bed-wrong-apart") && wrong.html.contains("recruited her"));
    let code = other.rsplit('/').next().unwrap().parse().unwrap();
    let code = record::short_code(code);
    let mut fields = page.hidden(&apart);
    fields.extend([field("code", &code), field("free_text", "recruited her")]);
    let sent = web.post(&apart, &fields).await;
    assert_eq!(sent.to.as_deref(), Some(&*apart));
    assert!(web.get(&apart).await.html.contains(&code));

    let unsure = visit.press(visit.country.asker(), &at, "cancel", &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.says(EN, "bed-wrong-cancel"));
    let back = visit
        .press(visit.country.asker(), &at, "cancel", &[("wish", "yes")])
        .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(web.get(&at).await.says(EN, "bed-now-cancelled"));
}

#[tokio::test]
async fn a_policeman_asks_and_follows_the_code_name() {
    let visit = Visit::new().await;
    let police = visit
        .site
        .worker(visit.country.basra.police, OrgKind::Police, Role::Responder)
        .await;
    let web = &visit.web;
    web.act(police.actor());
    let page = web.get("/beds/new").await;
    let mut fields = page.hidden("/beds/new");
    fields.extend(a_woman());
    let sent = web.post("/beds/new", &fields).await.to.unwrap();
    let request = sent
        .strip_prefix("/beds?asked=")
        .expect("their list")
        .to_owned();
    let told = web.get(&sent).await;
    let code = record::short_code(request.parse().unwrap());
    assert!(told.says(EN, "bed-asked-now") && told.html.contains(&code));
    assert!(!told.html.contains("insulin"));
    assert!(!told.html.contains(&format!("href=\"/beds/{request}\"")));
    let opened = web.get(&format!("/beds/{request}")).await;
    assert_eq!(opened.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_manager_declares_a_shelter_and_never_reads_its_address() {
    let visit = Visit::new().await;
    let web = &visit.web;
    let manager = visit.first.manager.actor();
    web.act(fresh(&manager));
    assert_eq!(
        web.get("/shelters/new").await.status,
        StatusCode::SEE_OTHER,
        "a step-up first"
    );
    web.act(manager.clone());
    let page = web.get("/shelters/new").await;
    let line = |number: u8, age: &str| {
        [("places", "4"), ("sex", "female"), ("age", age)]
            .map(|(name, value)| field(&format!("row-{number}-{name}"), value))
    };
    let mut fields = page.hidden("/shelters/new");
    fields.retain(|(name, _)| !name.starts_with("row-"));
    fields.push(field("governorate", BASRA));
    let nothing = web.post("/shelters/new", &fields).await;
    assert!(nothing.says(EN, "shelter-wrong-none"));
    fields.extend(line(1, "adult"));
    let alone = fields.clone();
    fields.extend(line(2, "from_13"));
    let mixed = web.post("/shelters/new", &fields).await;
    assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mixed.says(EN, "shelter-wrong-mixed"));
    let at = web.post("/shelters/new", &alone).await.to.unwrap();

    // The address goes in and never comes out, whatever is wrong.
    let page = web.get(&at).await;
    assert!(page.says(EN, "shelter-address-missing"));
    let address = format!("{at}/address");
    let blank = web.post(&address, &page.hidden(&address)).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut fields = page.hidden(&address);
    fields.push(field("address", &ADDRESS.repeat(40)));
    let long = web.post(&address, &fields).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.says(EN, "shelter-wrong-address") && !long.html.contains("old mill"));
    let mut fields = page.hidden(&address);
    fields.push(field("address", ADDRESS));
    let kept = web.post(&address, &fields).await.to.unwrap();
    let page = web.get(&kept).await;
    assert!(page.says(EN, "shelter-address-known") && !page.html.contains("old mill"));
    web.act(fresh(&manager));
    let page = web.get(&at).await;
    assert!(!page.html.contains("name=\"address\""), "a step-up first");

    // More places; a form from an older page keeps what was typed.
    web.act(manager.clone());
    let page = web.get(&at).await;
    let mut fields = page.hidden(&at);
    fields.extend(line(1, "adult"));
    fields.push(field("languages", "ar"));
    let saved = web.post(&at, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let mut older = page.hidden(&at);
    for (name, value) in &mut older {
        if name == "form_key" {
            *value = visit.site.key();
        }
    }
    older.extend(line(1, "adult"));
    older.push(field("hours", "night"));
    let stale = web.post(&at, &older).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says(EN, "bed-stale") && stale.html.contains("value=\"night\""));

    let own = web.get("/shelters").await;
    assert!(own.html.contains(&format!("href=\"{at}\"")) && !own.html.contains("old mill"));
    web.act(visit.country.placing.actor());
    let board = web.get("/shelters").await;
    assert!(board.says(EN, "shelter-gaps") && !board.html.contains("old mill"));
    assert_eq!(web.get(&at).await.status, StatusCode::NOT_FOUND);
    web.act(visit.second.manager.actor());
    assert_eq!(web.get(&at).await.status, StatusCode::NOT_FOUND);
}
