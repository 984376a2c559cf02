//! Nothing that is open lies where nobody is: it goes on, or it is counted, and its sender is told.

use access::action::{ReadReport, StepBack};
use access::{Action as _, Actor};
use people::unattended::{Lying, Missing, counts, find};
use protection::reader::actions::reads_now;
use protection::report::list::Wanted;
use protection::report::step_back::{StepsBack, step_back};
use protection::report::{Accused, ReportError};
use record::{Duty, Id, Kind, OrgKind, Role};
use store::{StoreError, args};

use crate::beds::{Country, WOMEN, woman};
use crate::installation::{BASRA, Basra, Installation, Worker};

impl Installation {
    /// Ends what somebody does somewhere, as another crate's action would.
    pub async fn gone(&self, worker: Worker) {
        const GONE: &str = "UPDATE membership SET ended = $3 WHERE account = $1 AND org = $2";
        let now = self.store.world().now();
        let ended = self.store.upkeep(move |upkeep| async move {
            let args = args![worker.account, worker.org, now];
            upkeep.execute(GONE, args).await.map(drop)
        });
        let ended: Result<(), StoreError> = ended.await;
        ended.unwrap();
    }

    pub async fn lying(&self) -> Vec<Lying> {
        let now = self.store.world().now();
        self.store
            .read_clear(async |look| find(&*look, now).await)
            .await
            .unwrap()
    }

    pub async fn sweep(&self) -> usize {
        let passed = protection::unattended::sweep(&self.store).await.unwrap();
        self.react().await;
        passed
    }

    /// Who reads a report, as its sender is told.
    pub async fn told(&self, report: Id) -> Option<Id> {
        let now = self.store.world().now();
        let reads = self
            .store
            .read_clear(async |look| reads_now(&*look, now, report).await)
            .await;
        reads.unwrap().map(|body| body.id)
    }

    pub async fn step_back(&self, actor: &Actor, report: Id) -> Result<(), ReportError> {
        let key = self.key();
        self.on::<StepBack, _, ReportError, _, _>(actor, report, &[], move |unit| {
            let key = key.clone();
            async move { step_back(&unit, StepsBack::Knows, &key).await.map(drop) }
        })
        .await?;
        self.react().await;
        Ok(())
    }
}

#[tokio::test]
async fn reports_of_a_desk_that_lost_everybody_go_to_the_next_reader() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let responder = basra.responder.actor();
        let mut reports = Vec::new();
        for _ in 0..3 {
            let letter = site.letter(&[], false).await.unwrap();
            reports.push(site.sent(letter).await.0);
        }
        // One that the desk closed: its clock goes on, and somebody must answer for that.
        site.close(&responder, reports[2], 1).await.unwrap();
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        for worker in [basra.caseworker, basra.responder, basra.supervisor] {
            assert_eq!(site.lying().await, [], "somebody is there");
            assert_eq!(site.told(reports[0]).await, Some(basra.desk));
            site.gone(worker).await;
        }
        assert_eq!(
            site.told(reports[0]).await,
            None,
            "the sender is told the truth at once"
        );
        let missing: Vec<_> = site
            .lying()
            .await
            .iter()
            .map(|one| (one.kind, one.missing))
            .collect();
        let count = |kind| missing.iter().filter(|one| one.0 == kind).count();
        assert_eq!(
            (count(Kind::Report), count(Kind::Clock)),
            (2, 3),
            "{missing:?}"
        );
        assert_eq!(site.sweep().await, 3);
        assert_eq!(site.lying().await, []);
        for report in &reports {
            assert_eq!(site.told(*report).await, Some(basra.national));
        }
        assert!(site.read(&national, reports[0]).await.is_ok());
        assert_eq!(site.list(&national, Wanted::default()).await.len(), 2);
        assert!(
            site.read(&responder, reports[0]).await.is_err(),
            "{}",
            ReadReport::NAME
        );
        assert_eq!(site.sweep().await, 0, "once");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_can_take_is_counted_and_its_sender_knows() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        site.readers(None, &[]).await;
        let letter = site.letter(&[], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        site.gone(basra.supervisor).await;
        site.gone(basra.responder).await;
        assert_eq!(site.sweep().await, 0, "there is no other reader");
        assert_eq!(site.told(report).await, None);
        let counted: Vec<_> = counts(&site.lying().await)
            .into_iter()
            .map(|count| (count.org, count.kind, count.missing, count.records))
            .collect();
        assert_eq!(
            counted,
            [
                (Some(basra.desk), Kind::Report, Missing::Reader, 1),
                (Some(basra.desk), Kind::Clock, Missing::Desk, 1),
            ]
        );
        // Somebody begins there: nothing was lost, and nothing is counted any more.
        let next = site.worker(basra.desk, OrgKind::Aid, Role::Responder).await;
        assert_eq!(site.lying().await, []);
        assert!(site.read(&next.actor(), report).await.is_ok());
        assert_eq!(site.told(report).await, Some(basra.desk));
    })
    .await;
}

#[tokio::test]
async fn a_request_whose_desk_has_nobody_is_placed_by_another_and_a_stay_is_counted() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let other = site.org(OrgKind::Office, None, &[]).await;
        site.desk(Duty::Placement, None, &[other]).await;
        let asked = site.ask(&country.asker(), None, woman()).await.unwrap();
        site.gone(country.placing).await;
        let missing = |lying: Vec<Lying>| -> Vec<Missing> {
            lying.into_iter().map(|one| one.missing).collect()
        };
        assert_eq!(missing(site.lying().await), [Missing::Placing]);
        assert_eq!(
            site.sweep().await,
            0,
            "nobody sits at the other desk either"
        );
        site.worker(other, OrgKind::Office, Role::PlacementDesk)
            .await;
        assert_eq!(site.sweep().await, 1);
        assert_eq!(site.lying().await, []);
        // Admitted, and the site loses its manager: nobody else can end the stay.
        site.admit(home, asked.request).await.unwrap();
        assert_eq!(site.lying().await, []);
        site.gone(home.manager).await;
        let lying = site.lying().await;
        let [stay] = &lying[..] else {
            panic!("{lying:?}")
        };
        assert_eq!(
            (stay.missing, stay.org),
            (Missing::Shelter, Some(home.manager.org))
        );
        assert_eq!(site.sweep().await, 0);
        site.worker(home.manager.org, OrgKind::Shelter, Role::ShelterManager)
            .await;
        assert_eq!(site.lying().await, []);
    })
    .await;
}

#[tokio::test]
async fn who_steps_back_is_shut_out_at_once_and_a_colleague_or_the_next_reader_has_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let responder = basra.responder.actor();
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let letter = site.letter(&[], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        site.answer(&responder, report, "we come", 1, &site.key())
            .await
            .unwrap();
        site.step_back(&responder, report).await.unwrap();
        assert!(site.read(&responder, report).await.is_err());
        assert!(!site.lists(&responder, report).await);
        let again = site.step_back(&responder, report).await;
        assert!(again.is_err(), "it is not there for them");
        // The supervisor has it on the page of the day, as nobody's.
        let supervisor = basra.supervisor.actor();
        let tasks = site.day(&supervisor).await;
        let nobodys = tasks
            .iter()
            .filter(|task| task.what == "today-report-nobodys" && task.record == report);
        assert_eq!(nobodys.count(), 1);
        assert_eq!(
            site.told(report).await,
            Some(basra.desk),
            "the supervisor reads"
        );
        // The supervisor knows somebody in it, too: nobody is left at the desk.
        site.step_back(&supervisor, report).await.unwrap();
        assert_eq!(site.told(report).await, Some(basra.national));
        let opened = site.read(&national, report).await.unwrap();
        assert_eq!(
            crate::installation::free_text(&opened),
            ["we come"],
            "nothing is lost"
        );
        assert_eq!(site.lying().await, []);
    })
    .await;
}

#[tokio::test]
async fn an_accused_body_is_no_way_out() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let accused = [Accused::Named(basra.national)];
        let letter = site.letter(&accused, false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        site.worker(basra.national, OrgKind::Aid, Role::Responder)
            .await;
        site.gone(basra.supervisor).await;
        site.gone(basra.responder).await;
        assert_eq!(site.sweep().await, 0, "the only other reader is accused");
        assert_eq!(site.told(report).await, None);
    })
    .await;
}
