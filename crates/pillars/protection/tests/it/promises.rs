//! What a desk promises: shown on its Today until it is done, never a call to whoever said stop, and
//! taken along where the report goes.

use access::Actor;
use access::action::{KeepPromise, MakePromise};
use protection::reader::Accused;
use protection::report::promise::{Promise, Promised, keep_promise, make_promise};
use protection::report::{Done, ReportError};
use record::{Id, OrgKind, Role, Task};

use crate::installation::{BASRA, Basra, Installation};

const ROWS: &str = "SELECT kind FROM promise WHERE record = $1";
const HOUR: i64 = 3600;

impl Installation {
    /// Promises something so many seconds from now.
    async fn promise(
        &self,
        actor: &Actor,
        report: Id,
        what: Promised,
        seconds: i64,
    ) -> Result<Done, ReportError> {
        let due = self.store.world().now().plus_seconds(seconds);
        let (promise, key) = (Promise { what, due }, self.key());
        self.on::<MakePromise, _, _, _, _>(actor, report, &[], move |unit| {
            let (promise, key) = (promise.clone(), key.clone());
            async move { make_promise(&unit, &promise, &key).await }
        })
        .await
    }

    async fn keep(&self, actor: &Actor, report: Id, what: Promised) -> Result<Done, ReportError> {
        let key = self.key();
        self.on::<KeepPromise, _, _, _, _>(actor, report, &[], move |unit| {
            let key = key.clone();
            async move { keep_promise(&unit, what, &key).await }
        })
        .await
    }

    /// What Today shows this actor of what was promised, and in how many seconds it is due.
    async fn promised(&self, actor: &Actor) -> Vec<(Id, &'static str, i64)> {
        let now = self.store.world().now();
        let of_promises = |task: &&Task| task.what.starts_with("today-promise");
        let day = self.day(actor).await;
        let lines = day.iter().filter(of_promises).map(|task| {
            let due = task.due.expect("a promise is due");
            (task.record, task.what, due.seconds_since(now))
        });
        lines.collect()
    }
}

#[tokio::test]
async fn a_promise_stands_on_today_until_it_is_kept() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let (desk, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let over = site.promise(&desk, report, Promised::Look, 0).await;
        assert!(matches!(over, Err(ReportError::Past)));

        site.promise(&desk, report, Promised::Look, 20 * HOUR)
            .await
            .unwrap();
        assert_eq!(
            site.promised(&desk).await,
            [],
            "not before the shift it is due in"
        );
        site.promise(&desk, report, Promised::Call, 2 * HOUR)
            .await
            .unwrap();
        let call = (report, "today-promise-call", 2 * HOUR);
        assert_eq!(site.promised(&desk).await, [call]);
        assert_eq!(site.promised(&supervisor).await, [call]);
        assert_eq!(site.promised(&national).await, []);
        assert_eq!(site.promised(&basra.investigator.actor()).await, []);

        // A new one takes the place of the one before.
        site.promise(&supervisor, report, Promised::Call, HOUR)
            .await
            .unwrap();
        let call = (report, "today-promise-call", HOUR);
        assert_eq!(site.promised(&desk).await, [call]);

        // Late is still to be done.
        site.clock.advance(24 * HOUR);
        let (late_call, late_look) = (
            (report, "today-promise-call", -23 * HOUR),
            (report, "today-promise-look", -4 * HOUR),
        );
        assert_eq!(site.promised(&desk).await, [late_call, late_look]);
        site.keep(&desk, report, Promised::Call).await.unwrap();
        assert_eq!(site.promised(&desk).await, [late_look]);
        site.keep(&supervisor, report, Promised::Look)
            .await
            .unwrap();
        assert_eq!(site.promised(&desk).await, []);
        assert_eq!(site.count(ROWS, report).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_calls_whoever_said_stop_and_what_is_closed_waits_for_nothing() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let desk = basra.responder.actor();
        let mut reports = Vec::new();
        for _ in 0..3 {
            let letter = site.letter(&[], false).await.unwrap();
            let report = site.sent(letter).await.0;
            for what in [Promised::Call, Promised::Look] {
                site.promise(&desk, report, what, HOUR).await.unwrap();
            }
            reports.push(report);
        }
        let [stopped, deleted, closed] = reports[..] else {
            panic!("three reports")
        };
        site.stop(stopped).await.unwrap();
        let look = |report| (report, "today-promise-look", HOUR);
        assert_eq!(site.count(ROWS, stopped).await, 1);
        let refused = site.promise(&desk, stopped, Promised::Call, HOUR).await;
        assert!(matches!(refused, Err(ReportError::Stopped)));
        site.promise(&desk, stopped, Promised::Look, HOUR)
            .await
            .unwrap();

        // Somebody goes on looking whether the sender is safe.
        site.delete(deleted).await.unwrap();
        assert_eq!(site.count(ROWS, deleted).await, 1);
        let refused = site.promise(&desk, deleted, Promised::Look, HOUR).await;
        assert!(matches!(refused, Err(ReportError::Withdrawn)));

        let seen = site.read(&desk, closed).await.unwrap().head.revision;
        site.close(&desk, closed, seen).await.unwrap();
        assert_eq!(site.count(ROWS, closed).await, 0);

        let mut left = site.promised(&desk).await;
        left.sort_unstable();
        let mut expected = [look(stopped), look(deleted)];
        expected.sort_unstable();
        assert_eq!(left, expected);
        site.keep(&desk, deleted, Promised::Look).await.unwrap();
        assert_eq!(site.promised(&desk).await, [look(stopped)]);
    })
    .await;
}

#[tokio::test]
async fn a_report_that_moves_takes_what_was_promised_along() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let letter = site.letter(&accused, false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let desk = basra.responder.actor();
        site.promise(&desk, report, Promised::Call, HOUR)
            .await
            .unwrap();
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        basra.desk_falls_under(&site, camp).await;
        assert_eq!(site.promised(&desk).await, []);
        let call = (report, "today-promise-call", HOUR);
        assert_eq!(site.promised(&national).await, [call]);
    })
    .await;
}
