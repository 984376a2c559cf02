//! The pages of clocks as people use them: who sees which, what ends the clock of a child and what
//! does not.

use access::Actor;
use clock::Answering;
use http::StatusCode;
use record::{Duty, Id, Jurisdiction, Language, OrgKind, Role, Section};
use store::{Store, args};

use crate::installation::{Basra, Installation};
use crate::web::{Answer, Fields, Web, field};

const HOUR: i64 = 3600;

/// The ministry of this country, wherever it stands.
fn ministry() -> Id {
    Id::from_bytes([77; 16])
}

fn who(_: Store, duty: Duty, _: Option<String>, _: Option<Jurisdiction>) -> Answering {
    let orgs = if duty == Duty::StateDuty {
        vec![ministry()]
    } else {
        Vec::new()
    };
    Box::pin(async move { Ok(orgs) })
}

struct Scene {
    site: Installation,
    basra: Basra,
    web: Web,
    report: Id,
    clock: Id,
}

impl Scene {
    async fn new() -> Self {
        let site = Installation::on_sqlite().await;
        let basra = Basra::new(&site).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let clock = clock_of(&site, report).await;
        let web = Web::open(&site);
        Self {
            site,
            basra,
            web,
            report,
            clock,
        }
    }

    fn at(&self, rest: &str) -> String {
        format!("/clocks/{}{rest}", self.clock)
    }

    async fn page(&self, actor: Actor, rest: &str) -> Answer {
        self.web.act(actor);
        self.web.get(&self.at(rest)).await
    }

    /// Sends a form of a page, with these fields beside the hidden ones.
    async fn send(&self, page: &Answer, rest: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form: Fields = page.hidden(&self.at(rest));
        form.extend(fields.iter().map(|(name, value)| field(name, value)));
        self.web.post(&self.at(rest), &form).await
    }

    async fn state(&self) -> String {
        const STATE: &str = "SELECT state FROM clock WHERE record = $1";
        let clock = self.clock;
        let rows = self
            .site
            .store
            .read_clear(async |look| look.rows(STATE, args![clock]).await);
        rows.await.unwrap()[0].text("state").unwrap()
    }
}

async fn clock_of(site: &Installation, report: Id) -> Id {
    const OF: &str = "SELECT record FROM clock WHERE subject = $1 AND code = 'T1'";
    let rows = site
        .store
        .read_clear(async |look| look.rows(OF, args![report]).await);
    rows.await.unwrap()[0].id("record").unwrap()
}

#[tokio::test]
async fn a_place_that_is_not_safe_is_offered_nowhere_and_refused_if_sent() {
    let scene = Scene::new().await;
    let responder = scene.basra.responder.actor();
    let page = scene.page(responder.clone(), "/seen").await;
    assert_eq!(page.status, StatusCode::OK);
    let offered: Vec<&str> = page
        .html
        .split("name=\"place\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let safe = ["kin", "foster", "shelter", "hospital", "interim"];
    assert_eq!(offered, safe);
    let never = [
        "police_station",
        "residency_hall",
        "reform_home",
        "employer",
        "unrelated_adult",
        "",
    ];
    for place in never {
        let fields = [("place", place), ("myself", "yes")];
        let answer = scene.send(&page, "/seen", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{place}");
        assert_eq!(scene.state().await, "running", "{place}");
    }
    // What was only told does not count.
    let answer = scene.send(&page, "/seen", &[("place", "kin")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says(Language::En, "clock-wrong-myself"));
    assert_eq!(scene.state().await, "running");

    let fields = [("place", "interim"), ("myself", "yes")];
    let answer = scene.send(&page, "/seen", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.to, Some(scene.at("")));
    assert_eq!(scene.state().await, "stopped");
    let page = scene.page(responder.clone(), "").await;
    assert!(page.says(Language::En, "clock-outside"));
    // It is over: nobody is asked again.
    let page = scene.page(responder, "/seen").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_form_counts_once_and_closing_the_report_stops_nothing() {
    let scene = Scene::new().await;
    let responder = scene.basra.responder.actor();
    let seen = scene.site.read(&responder, scene.report).await.unwrap();
    let revision = seen.head.revision;
    let closed = scene.site.close(&responder, scene.report, revision).await;
    closed.unwrap();
    assert_eq!(scene.state().await, "running");
    // The report is closed to a responder; its clock is not.
    let page = scene.page(responder, "").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.html.contains(&format!("/reports/{}", scene.report)));
    let seen = scene
        .page(scene.basra.responder.actor(), "/seen")
        .await
        .hidden(&scene.at("/seen"));
    let mut form = seen.clone();
    form.extend([field("place", "shelter"), field("myself", "yes")]);
    let first = scene.web.post(&scene.at("/seen"), &form).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    // Sent again it leads to the same page, though the clock has stopped.
    let second = scene.web.post(&scene.at("/seen"), &form).await;
    assert_eq!((second.status, second.to), (first.status, first.to));
    // Another form finds nothing to do, and nobody else gets that answer.
    let mut other = form.clone();
    for (name, value) in &mut other {
        if name == "form_key" {
            *value = scene.site.key();
        }
    }
    let absent = scene.web.post(&scene.at("/seen"), &other).await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    scene.web.act(scene.basra.caseworker.actor());
    let absent = scene.web.post(&scene.at("/seen"), &form).await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_alarm_is_answered_by_those_who_were_told_and_goes_on() {
    let scene = Scene::new().await;
    let ministry = scene
        .site
        .worker(ministry(), OrgKind::Office, Role::StateDuty)
        .await
        .actor();
    let page = scene.page(scene.basra.responder.actor(), "").await;
    assert!(
        !page.says(Language::En, "clock-alarm-send"),
        "nothing is late"
    );
    scene.site.clock.advance(2 * HOUR);
    clock::escalate(&scene.site.store, who).await.unwrap();
    assert_eq!(
        scene.page(ministry.clone(), "").await.status,
        StatusCode::NOT_FOUND
    );

    let page = scene.page(scene.basra.supervisor.actor(), "").await;
    let wrong = scene.send(&page, "/answer", &[("why", "lost it")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = scene
        .send(&page, "/answer", &[("why", "no_place_yet")])
        .await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.state().await, "missed", "an answer silences nothing");

    scene.site.clock.advance(HOUR);
    clock::escalate(&scene.site.store, who).await.unwrap();
    let page = scene.page(ministry, "").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says(Language::En, "clock-alarm-no_place_yet"));
    assert!(!page.html.contains(&format!("/reports/{}", scene.report)));
    assert!(!page.says(Language::En, "clock-seen-go"));
    let answered = scene.send(&page, "/answer", &[("why", "on_the_way")]).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER);
    let list = scene.web.get("/clocks").await;
    assert!(list.html.contains(&scene.at("")));
    let none = scene.web.get("/clocks?state=running").await;
    assert!(none.says(Language::En, "clock-none-found"));
}

#[tokio::test]
async fn an_adult_is_proposed_by_one_and_confirmed_by_another() {
    let scene = Scene::new().await;
    let page = scene.page(scene.basra.responder.actor(), "").await;
    let proposed = scene.send(&page, "/adult", &[("basis", "paper")]).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER);
    let page = scene.page(scene.basra.responder.actor(), "").await;
    assert!(page.says(Language::En, "clock-adult-waits"));
    assert_eq!(scene.state().await, "running");

    let boss = scene.page(scene.basra.supervisor.actor(), "").await;
    // Somebody proposes it on another ground meanwhile.
    scene.web.act(scene.basra.responder.actor());
    let form: Fields = vec![
        field("form_key", &scene.site.key()),
        field("version", "1"),
        field("basis", "said"),
    ];
    let again = scene.web.post(&scene.at("/adult"), &form).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    scene.web.act(scene.basra.supervisor.actor());
    let stale = scene.send(&boss, "/adult/confirm", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says(Language::En, "clock-basis-said"));
    assert_eq!(scene.state().await, "running");
    let confirmed = scene.send(&stale, "/adult/confirm", &[]).await;
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.state().await, "stopped");
}

#[tokio::test]
async fn whoever_may_not_see_a_clock_finds_nothing() {
    let scene = Scene::new().await;
    let elsewhere = scene
        .site
        .worker(scene.basra.national, OrgKind::Aid, Role::Responder)
        .await;
    let absent = format!("/clocks/{}", scene.site.store.world().id());
    for actor in [scene.basra.investigator.actor(), elsewhere.actor()] {
        for rest in ["", "/seen"] {
            let hidden = scene.page(actor.clone(), rest).await;
            let gone = scene.web.get(&format!("{absent}{rest}")).await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND);
            assert_eq!(hidden.html, gone.html);
        }
        for rest in ["/answer", "/seen", "/adult", "/adult/confirm"] {
            let form: Fields = vec![
                field("form_key", &scene.site.key()),
                field("version", "0"),
                field("place", "kin"),
                field("myself", "yes"),
                field("why", "looking"),
                field("basis", "paper"),
            ];
            let hidden = scene.web.post(&scene.at(rest), &form).await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{rest}");
        }
    }
    assert_eq!(scene.state().await, "running");
    // A shelter in which the child does not stay says nothing of it.
    let shelter = scene.site.org(OrgKind::Shelter, None, &[]).await;
    let manager = scene
        .site
        .worker(shelter, OrgKind::Shelter, Role::ShelterManager)
        .await;
    let page = scene.page(manager.actor(), "/seen").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn today_tells_of_a_child_until_it_is_safe() {
    let scene = Scene::new().await;
    let responder = scene.basra.responder.actor();
    let site = &scene.site;
    let tasks = site.today(&responder, Section::Clock).await;
    let [task] = tasks.as_slice() else {
        panic!("one line")
    };
    assert_eq!((task.record, task.route), (scene.clock, "clock"));
    assert_eq!(task.step, "clock-step-seen");
    let nobody = scene.basra.investigator.actor();
    let none = site.today(&nobody, Section::Clock).await;
    assert!(none.is_empty());
    let page = scene.page(responder.clone(), "/seen").await;
    let fields = [("place", "foster"), ("myself", "yes")];
    scene.send(&page, "/seen", &fields).await;
    let tasks = site.today(&responder, Section::Clock).await;
    assert!(tasks.is_empty());
}
