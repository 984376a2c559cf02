//! Clocks when somebody is shut out of their report later: they belong to whoever what they run on
//! belongs to now, and what was told to a body that is accused by now is told to the next.

use std::collections::BTreeSet;

use protection::bed::{Age, Decline, Needs, Sex};
use protection::reader::Accused;
use protection::shelter::{PlaceAge, PlaceSex};
use record::{Duty, Id, OrgKind, Role};

use crate::beds::{Country, places, woman};
use crate::installation::{BASRA, Installation};

const HOUR: i64 = 3600;

/// The clocks that grew from a report and have not stopped.
const CLOCKS: &str = "SELECT record AS id FROM clock WHERE root = $1 AND state <> 'stopped'";
/// On whose desk they are.
const DESKS: &str = "SELECT g.org AS id FROM clock c JOIN guard g ON g.record = c.record \
    WHERE c.root = $1 AND c.state <> 'stopped'";
/// Whose they are.
const HOLDERS: &str = "SELECT h.holder AS id FROM clock c JOIN access_grant h ON h.record = c.record \
    AND h.relation <> 'excluded' WHERE c.root = $1 AND c.state <> 'stopped'";
/// Whose the clocks of a request and of its rights are.
const OF_REQUEST: &str = "SELECT h.holder AS id FROM clock c JOIN access_grant h ON h.record = c.record \
    AND h.relation <> 'excluded' WHERE c.state <> 'stopped' AND (c.follows = $1 OR c.follows IN \
    (SELECT u.record FROM unmet_right u WHERE u.request = $1))";
/// Who was told of the clock of safety by duty.
const TOLD: &str = "SELECT h.holder AS id FROM clock c JOIN access_grant h ON h.record = c.record \
    AND h.relation = 'oversight' WHERE c.root = $1 AND c.code = 'T1'";
/// How often such a step was told.
const STEPS: &str = "SELECT c.record AS id FROM clock c JOIN clock_answer a ON a.record = c.record \
    AND a.act = 'told' AND a.code <> 'supervisor' WHERE c.root = $1 AND c.code = 'T1'";

struct Scene {
    site: Installation,
    country: Country,
    camp: Id,
    report: Id,
    request: Id,
}

impl Scene {
    /// A report that accuses a camp, a boy of it who was refused by one site and is held a place
    /// by another: clocks run on the report, on the request and on a right.
    async fn new(url: &str) -> Self {
        let site = Installation::open(url).await;
        let country = Country::new(&site).await;
        let boys = [places(PlaceSex::Male, PlaceAge::From13, 2)];
        let refuses = site.home(&boys, BASRA).await;
        let holds = site.home(&boys, BASRA).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let boy = Needs {
            sex: Sex::Male,
            age: Age::From13,
            ..woman()
        };
        let asked = site.ask(&country.asker(), Some(report), boy).await;
        let request = asked.unwrap().request;
        let body = Some(refuses.manager.org);
        site.decline(refuses, request, Decline::Papers, body)
            .await
            .unwrap();
        site.hold(holds, request).await.unwrap();
        Self {
            site,
            country,
            camp,
            report,
            request,
        }
    }

    async fn ids(&self, sql: &'static str) -> BTreeSet<Id> {
        let found = self.site.ids(sql, self.report).await;
        found.into_iter().collect()
    }

    /// A body is set below the one that the report accuses.
    async fn accuse(&self, body: Id, kind: OrgKind) {
        let above = Some(self.camp);
        self.site.set_org(Some(body), kind, above, &[BASRA]).await;
        self.site.react().await;
        self.site.react().await;
    }

    /// Time goes by, and whoever is to be told by then is told.
    async fn pass(&self, seconds: i64) {
        self.site.clock.advance(seconds);
        let told = protection::child::escalate(&self.site.store).await;
        told.unwrap();
    }
}

#[tokio::test]
async fn clocks_of_requests_and_rights_go_with_them_to_another_desk() {
    testkit::on_both_engines(async |url: String| {
        let scene = Scene::new(&url).await;
        let basra = &scene.country.basra;
        assert!(scene.ids(CLOCKS).await.len() >= 3, "report, hold, right");
        assert_eq!(scene.ids(DESKS).await, BTreeSet::from([basra.desk]));
        let asker = basra.responder.account;
        assert!(scene.ids(HOLDERS).await.contains(&asker));
        scene.accuse(basra.desk, OrgKind::Aid).await;
        assert_eq!(scene.ids(DESKS).await, BTreeSet::from([basra.national]));
        // The desk that reads by now, and nobody of the old one.
        assert_eq!(scene.ids(HOLDERS).await, BTreeSet::from([basra.national]));
        scene.pass(30 * HOUR).await;
        let told = scene.ids(HOLDERS).await;
        assert!(!told.contains(&basra.desk) && !told.contains(&asker));
    })
    .await;
}

#[tokio::test]
async fn clocks_leave_somebody_who_is_shut_out_though_the_desk_is_not() {
    testkit::on_both_engines(async |url: String| {
        let scene = Scene::new(&url).await;
        let basra = &scene.country.basra;
        let asker = basra.responder.account;
        // Whoever asked works for another body too, and that body is set below the accused.
        let other = scene.site.org(OrgKind::Aid, None, &[BASRA]).await;
        scene.site.join(asker, other, Role::Responder).await;
        scene.accuse(other, OrgKind::Aid).await;
        let left = scene.site.ids(OF_REQUEST, scene.request).await;
        assert!(!left.contains(&asker), "no clock of the request is theirs");
        assert!(left.contains(&basra.desk));
    })
    .await;
}

#[tokio::test]
async fn what_was_told_to_a_body_that_is_accused_later_is_told_to_the_next_one() {
    testkit::on_both_engines(async |url: String| {
        let scene = Scene::new(&url).await;
        let (site, state) = (&scene.site, scene.country.state_duty.org);
        let committee = site.org(OrgKind::Office, None, &[]).await;
        site.desk(Duty::FocalPoint, None, &[committee]).await;
        let kind = OrgKind::Office;
        site.worker(committee, kind, Role::FocalPoint).await;
        scene.pass(3 * HOUR + 60).await;
        scene.pass(60).await;
        assert_eq!(scene.ids(TOLD).await, BTreeSet::from([state]));
        assert_eq!(site.ids(STEPS, scene.report).await.len(), 1);

        scene.accuse(state, OrgKind::Office).await;
        assert!(scene.ids(TOLD).await.is_empty(), "told nothing any more");
        scene.pass(0).await;
        // At once, though its own hour has not come; and once.
        assert_eq!(scene.ids(TOLD).await, BTreeSet::from([committee]));
        assert_eq!(site.ids(STEPS, scene.report).await.len(), 2);
        scene.pass(40 * HOUR).await;
        assert_eq!(scene.ids(TOLD).await, BTreeSet::from([committee]));
        assert_eq!(site.ids(STEPS, scene.report).await.len(), 2);

        // Somebody else has the duty by now, and the committee is accused as well.
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        site.desk(Duty::StateDuty, None, &[ministry]).await;
        site.worker(ministry, kind, Role::StateDuty).await;
        scene.accuse(committee, OrgKind::Office).await;
        scene.pass(0).await;
        assert_eq!(scene.ids(TOLD).await, BTreeSet::from([ministry]));
    })
    .await;
}
