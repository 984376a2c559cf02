//! Somebody is held: a line beside the report, a lawyer who is told by code and hours, and nobody
//! who is shut out.

use std::sync::Arc;

use access::Actor;
use access::action::{ListHeld, SetDesk};
use http::StatusCode;
use people::desk::{Desk, set_desk};
use protection::detention::{Line, list_held};
use protection::reader::Accused;
use protection::report::{Entry, Holder, Part};
use record::{Duty, Id, Jurisdiction, Language, OrgKind, Role, Section};

use crate::installation::{BASRA, Basra, Installation, Worker, plain};
use crate::web::Web;

/// Puts these organisations to the legal aid of Basra, or of the whole jurisdiction.
async fn legal_aid(site: &Installation, governorate: Option<&str>, orgs: &[Id]) {
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
    let permit = site
        .store
        .gate()
        .permit_new::<SetDesk>(&administrator.actor(), &[])
        .expect("the administrator may");
    site.store
        .unit(permit, move |unit| {
            let desk = desk.clone();
            async move { set_desk(&unit, &desk).await }
        })
        .await
        .expect("a desk");
    for org in orgs {
        // Where no lawyer sits, nobody is told.
        site.worker(*org, OrgKind::Aid, Role::LegalAid).await;
    }
}

/// Sends a report of somebody held by the residence directorate.
async fn held(site: &Installation, accused: &[Accused]) -> Id {
    let mut letter = site.letter(accused, false).await.expect("a reader");
    letter.entry = Entry::Held;
    letter.parts.push((Part::HeldBy, plain("residence")));
    letter
        .parts
        .push((Part::HeldWhere, plain("behind the river")));
    let (report, _) = site.sent(letter).await;
    site.react().await;
    report
}

async fn listed(site: &Installation, actor: &Actor) -> Vec<Line> {
    let Ok(scope) = site.store.gate().scope::<ListHeld>(actor) else {
        return Vec::new();
    };
    let page = site.store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_held(&unit, &scope, None).await }
    });
    page.await.expect("a list").lines
}

async fn lawyer(site: &Installation, org: Id) -> Actor {
    site.worker(org, OrgKind::Aid, Role::LegalAid).await.actor()
}

#[tokio::test]
async fn the_lawyers_of_that_place_are_told_by_code_and_hours() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let near = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let far = site.org(OrgKind::Aid, None, &[]).await;
        legal_aid(&site, Some(BASRA), &[near]).await;
        legal_aid(&site, None, &[far]).await;
        let report = held(&site, &[]).await;
        // A second delivery changes nothing.
        site.react().await;

        let lines = listed(&site, &lawyer(&site, near).await).await;
        let [line] = lines.as_slice() else {
            panic!("one line")
        };
        assert_eq!(line.root, report);
        assert_eq!(line.held_by, Holder::Residence);
        assert_eq!(line.governorate.as_deref(), Some(BASRA));
        assert_eq!(line.due, line.opened.plus_seconds(2 * 3600));
        assert!(listed(&site, &lawyer(&site, far).await).await.is_empty());
        for worker in [basra.responder, basra.supervisor] {
            assert_eq!(listed(&site, &worker.actor()).await.len(), 1);
        }
        assert!(listed(&site, &basra.caseworker.actor()).await.is_empty());
        assert!(listed(&site, &basra.investigator.actor()).await.is_empty());

        // Whoever takes the report over takes this over.
        let boss = basra.supervisor.actor();
        let seen = site.read(&boss, report).await.unwrap().head.revision;
        let to = basra.caseworker.account;
        site.hand(&boss, report, to, seen).await.unwrap();
        assert_eq!(listed(&site, &basra.caseworker.actor()).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_lawyer_who_is_shut_out_is_not_told_and_the_next_is() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        Basra::new(&site).await;
        let accused = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let next = site.org(OrgKind::Aid, None, &[BASRA]).await;
        legal_aid(&site, Some(BASRA), &[accused, next]).await;
        held(&site, &[Accused::Named(accused)]).await;
        let (shut_out, told) = (lawyer(&site, accused).await, lawyer(&site, next).await);
        assert!(listed(&site, &shut_out).await.is_empty());
        assert_eq!(listed(&site, &told).await.len(), 1);

        // Nobody was there to be told: they hear of it once somebody is.
        legal_aid(&site, Some(BASRA), &[]).await;
        held(&site, &[]).await;
        assert_eq!(protection::detention::sweep(&site.store).await.unwrap(), 0);
        legal_aid(&site, Some(BASRA), &[accused]).await;
        assert_eq!(protection::detention::sweep(&site.store).await.unwrap(), 1);
        assert_eq!(protection::detention::sweep(&site.store).await.unwrap(), 0);
        assert_eq!(listed(&site, &shut_out).await.len(), 1, "the other report");

        // Who was told is shut out later: the next is told.
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        held(&site, &[Accused::Named(camp)]).await;
        legal_aid(&site, Some(BASRA), &[accused, next]).await;
        assert_eq!(listed(&site, &shut_out).await.len(), 2);
        site.set_org(Some(accused), OrgKind::Aid, Some(camp), &[BASRA])
            .await;
        site.react().await;
        assert_eq!(listed(&site, &shut_out).await.len(), 1);
        assert_eq!(protection::detention::sweep(&site.store).await.unwrap(), 1);
        assert_eq!(listed(&site, &told).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_held_moves_with_its_report() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        held(&site, &[Accused::Named(camp)]).await;
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await
            .actor();
        assert!(listed(&site, &national).await.is_empty());
        basra.desk_falls_under(&site, camp).await;
        assert_eq!(listed(&site, &national).await.len(), 1);
        assert!(listed(&site, &basra.supervisor.actor()).await.is_empty());
        assert!(listed(&site, &basra.responder.actor()).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_page_leads_a_desk_to_the_report_and_a_lawyer_to_the_line_alone() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let near = site.org(OrgKind::Aid, None, &[BASRA]).await;
    legal_aid(&site, Some(BASRA), &[near]).await;
    let report = held(&site, &[]).await;
    let link = format!("/reports/{report}");
    let web = Web::open(&site);
    web.act(basra.responder.actor());
    let page = web.get("/held").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains(&link));
    assert!(page.says(Language::En, "report-held-by-residence"));
    let lawyer = lawyer(&site, near).await;
    web.act(lawyer.clone());
    let page = web.get("/held").await;
    assert!(page.says(Language::En, "report-held-by-residence"));
    assert!(!page.html.contains(&link));
    assert!(!page.html.contains("river"));
    web.act(basra.investigator.actor());
    assert_eq!(web.get("/held").await.status, StatusCode::NOT_FOUND);

    let tasks = site.today(&lawyer, Section::Held).await;
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].route, "held-one");
    web.act(lawyer.clone());
    let page = web.get(&format!("/held/{}", tasks[0].record)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says(Language::En, "detention-not-answered"));
    assert!(!page.html.contains(&link) && !page.html.contains("river"));
    let desk = basra.supervisor.actor();
    let tasks = site.today(&desk, Section::Held).await;
    assert_eq!((tasks[0].record, tasks[0].route), (report, "report"));
}
