//! Somebody is held: a line beside the report, a lawyer who is told by code and hours, and nobody
//! who is shut out.

use std::sync::Arc;

use access::Actor;
use access::action::{ListHeld, SetDesk};
use http::StatusCode;
use people::desk::{Desk, set_desk};
use protection::held::{Line, list_held};
use protection::reader::Accused;
use protection::report::{Entry, Holder, Part};
use record::{Duty, Id, Jurisdiction, Language, OrgKind, Role, Section};

use crate::house::{BASRA, Basra, House, Worker, plain};
use crate::web::Web;

/// Puts these organisations to the legal aid of Basra, or of the whole jurisdiction.
async fn legal_aid(house: &House, governorate: Option<&str>, orgs: &[Id]) {
    let clerk = Id::from_bytes([2; 16]);
    let administrator = Worker {
        account: clerk,
        org: clerk,
        kind: OrgKind::Committee,
        role: Role::Administrator,
    };
    let desk = Arc::new(Desk {
        duty: Duty::LegalAid,
        governorate: governorate.map(str::to_owned),
        jurisdiction: governorate.is_none().then_some(Jurisdiction::Federal),
        orgs: orgs.to_vec(),
    });
    let permit = house
        .store
        .gate()
        .permit_new::<SetDesk>(&administrator.actor(), &[])
        .expect("the administrator may");
    house
        .store
        .unit(permit, move |unit| {
            let desk = desk.clone();
            async move { set_desk(&unit, &desk).await }
        })
        .await
        .expect("a desk");
    for org in orgs {
        // Where no lawyer sits, nobody is told.
        house.worker(*org, OrgKind::Aid, Role::LegalAid).await;
    }
}

/// Sends a report of somebody held by the residence directorate.
async fn held(house: &House, accused: &[Accused]) -> Id {
    let mut letter = house.letter(accused, false).await.expect("a reader");
    letter.entry = Entry::Held;
    letter.parts.push((Part::HeldBy, plain("residence")));
    letter
        .parts
        .push((Part::HeldWhere, plain("behind the river")));
    let (report, _) = house.sent(letter).await;
    house.react().await;
    report
}

async fn listed(house: &House, actor: &Actor) -> Vec<Line> {
    let Ok(scope) = house.store.gate().scope::<ListHeld>(actor) else {
        return Vec::new();
    };
    let page = house.store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_held(&unit, &scope, None).await }
    });
    page.await.expect("a list").lines
}

async fn lawyer(house: &House, org: Id) -> Actor {
    house
        .worker(org, OrgKind::Aid, Role::LegalAid)
        .await
        .actor()
}

#[tokio::test]
async fn the_lawyers_of_that_place_are_told_by_code_and_hours() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let near = house.org(OrgKind::Aid, None, &[BASRA]).await;
        let far = house.org(OrgKind::Aid, None, &[]).await;
        legal_aid(&house, Some(BASRA), &[near]).await;
        legal_aid(&house, None, &[far]).await;
        let report = held(&house, &[]).await;
        // A second delivery changes nothing.
        house.react().await;

        let lines = listed(&house, &lawyer(&house, near).await).await;
        let [line] = lines.as_slice() else {
            panic!("one line")
        };
        assert_eq!(line.root, report);
        assert_eq!(line.held_by, Holder::Residence);
        assert_eq!(line.governorate.as_deref(), Some(BASRA));
        assert_eq!(line.due, line.opened.plus_seconds(2 * 3600));
        assert!(listed(&house, &lawyer(&house, far).await).await.is_empty());
        for worker in [basra.responder, basra.supervisor] {
            assert_eq!(listed(&house, &worker.actor()).await.len(), 1);
        }
        assert!(listed(&house, &basra.caseworker.actor()).await.is_empty());
        assert!(listed(&house, &basra.investigator.actor()).await.is_empty());

        // Whoever takes the report over takes this over.
        let boss = basra.supervisor.actor();
        let seen = house.read(&boss, report).await.unwrap().head.revision;
        let to = basra.caseworker.account;
        house.hand(&boss, report, to, seen).await.unwrap();
        assert_eq!(listed(&house, &basra.caseworker.actor()).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_lawyer_who_is_shut_out_is_not_told_and_the_next_is() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        Basra::new(&house).await;
        let accused = house.org(OrgKind::Aid, None, &[BASRA]).await;
        let next = house.org(OrgKind::Aid, None, &[BASRA]).await;
        legal_aid(&house, Some(BASRA), &[accused, next]).await;
        held(&house, &[Accused::Named(accused)]).await;
        let (shut_out, told) = (lawyer(&house, accused).await, lawyer(&house, next).await);
        assert!(listed(&house, &shut_out).await.is_empty());
        assert_eq!(listed(&house, &told).await.len(), 1);

        // Nobody was there to be told: they hear of it once somebody is.
        legal_aid(&house, Some(BASRA), &[]).await;
        held(&house, &[]).await;
        assert_eq!(protection::held::sweep(&house.store).await.unwrap(), 0);
        legal_aid(&house, Some(BASRA), &[accused]).await;
        assert_eq!(protection::held::sweep(&house.store).await.unwrap(), 1);
        assert_eq!(protection::held::sweep(&house.store).await.unwrap(), 0);
        assert_eq!(listed(&house, &shut_out).await.len(), 1, "the other report");

        // Who was told is shut out later: the next is told.
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        held(&house, &[Accused::Named(camp)]).await;
        legal_aid(&house, Some(BASRA), &[accused, next]).await;
        assert_eq!(listed(&house, &shut_out).await.len(), 2);
        house
            .set_org(Some(accused), OrgKind::Aid, Some(camp), &[BASRA])
            .await;
        house.react().await;
        assert_eq!(listed(&house, &shut_out).await.len(), 1);
        assert_eq!(protection::held::sweep(&house.store).await.unwrap(), 1);
        assert_eq!(listed(&house, &told).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_held_moves_with_its_report() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        held(&house, &[Accused::Named(camp)]).await;
        let national = house
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await
            .actor();
        assert!(listed(&house, &national).await.is_empty());
        basra.desk_falls_under(&house, camp).await;
        assert_eq!(listed(&house, &national).await.len(), 1);
        assert!(listed(&house, &basra.supervisor.actor()).await.is_empty());
        assert!(listed(&house, &basra.responder.actor()).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_page_leads_a_desk_to_the_report_and_a_lawyer_to_the_line_alone() {
    let house = House::on_sqlite().await;
    let basra = Basra::new(&house).await;
    let near = house.org(OrgKind::Aid, None, &[BASRA]).await;
    legal_aid(&house, Some(BASRA), &[near]).await;
    let report = held(&house, &[]).await;
    let link = format!("/reports/{report}");
    let web = Web::open(&house);
    web.act(basra.responder.actor());
    let page = web.get("/held").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains(&link));
    assert!(page.says(Language::En, "report-held-by-residence"));
    let lawyer = lawyer(&house, near).await;
    web.act(lawyer.clone());
    let page = web.get("/held").await;
    assert!(page.says(Language::En, "report-held-by-residence"));
    assert!(!page.html.contains(&link));
    assert!(!page.html.contains("river"));
    web.act(basra.investigator.actor());
    assert_eq!(web.get("/held").await.status, StatusCode::NOT_FOUND);

    let tasks = house.today(&lawyer, Section::Held).await;
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].route, "held-one");
    web.act(lawyer.clone());
    let page = web.get(&format!("/held/{}", tasks[0].record)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says(Language::En, "held-not-answered"));
    assert!(!page.html.contains(&link) && !page.html.contains("river"));
    let desk = basra.supervisor.actor();
    let tasks = house.today(&desk, Section::Held).await;
    assert_eq!((tasks[0].record, tasks[0].route), (report, "report"));
}
