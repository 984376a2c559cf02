//! What a desk promises: shown on its Today until it is done, never a call to whoever said stop, and
//! taken along where the report goes.

use access::Actor;
use access::action::{KeepPromise, MakePromise};
use protection::reader::Accused;
use protection::report::promise::{Promise, Promised, keep_promise, make_promise};
use protection::report::{Done, ReportError};
use record::{Id, OrgKind, Role, Task};

use crate::house::{BASRA, Basra, House};

const ROWS: &str = "SELECT kind FROM promise WHERE record = $1";
const HOUR: i64 = 3600;

impl House {
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
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let (report, _) = house.sent(house.letter(&[], false).await.unwrap()).await;
        let (desk, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let national = house
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let over = house.promise(&desk, report, Promised::Look, 0).await;
        assert!(matches!(over, Err(ReportError::Past)));

        house
            .promise(&desk, report, Promised::Look, 20 * HOUR)
            .await
            .unwrap();
        assert_eq!(
            house.promised(&desk).await,
            [],
            "not before the shift it is due in"
        );
        house
            .promise(&desk, report, Promised::Call, 2 * HOUR)
            .await
            .unwrap();
        let call = (report, "today-promise-call", 2 * HOUR);
        assert_eq!(house.promised(&desk).await, [call]);
        assert_eq!(house.promised(&supervisor).await, [call]);
        assert_eq!(house.promised(&national).await, []);
        assert_eq!(house.promised(&basra.investigator.actor()).await, []);

        // A new one takes the place of the one before.
        house
            .promise(&supervisor, report, Promised::Call, HOUR)
            .await
            .unwrap();
        let call = (report, "today-promise-call", HOUR);
        assert_eq!(house.promised(&desk).await, [call]);

        // Late is still to be done.
        house.clock.advance(24 * HOUR);
        let (late_call, late_look) = (
            (report, "today-promise-call", -23 * HOUR),
            (report, "today-promise-look", -4 * HOUR),
        );
        assert_eq!(house.promised(&desk).await, [late_call, late_look]);
        house.keep(&desk, report, Promised::Call).await.unwrap();
        assert_eq!(house.promised(&desk).await, [late_look]);
        house
            .keep(&supervisor, report, Promised::Look)
            .await
            .unwrap();
        assert_eq!(house.promised(&desk).await, []);
        assert_eq!(house.count(ROWS, report).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_calls_whoever_said_stop_and_what_is_closed_waits_for_nothing() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let desk = basra.responder.actor();
        let mut reports = Vec::new();
        for _ in 0..3 {
            let letter = house.letter(&[], false).await.unwrap();
            let report = house.sent(letter).await.0;
            for what in [Promised::Call, Promised::Look] {
                house.promise(&desk, report, what, HOUR).await.unwrap();
            }
            reports.push(report);
        }
        let [stopped, deleted, closed] = reports[..] else {
            panic!("three reports")
        };
        house.stop(stopped).await.unwrap();
        let look = |report| (report, "today-promise-look", HOUR);
        assert_eq!(house.count(ROWS, stopped).await, 1);
        let refused = house.promise(&desk, stopped, Promised::Call, HOUR).await;
        assert!(matches!(refused, Err(ReportError::Stopped)));
        house
            .promise(&desk, stopped, Promised::Look, HOUR)
            .await
            .unwrap();

        // Somebody goes on looking whether the sender is safe.
        house.delete(deleted).await.unwrap();
        assert_eq!(house.count(ROWS, deleted).await, 1);
        let refused = house.promise(&desk, deleted, Promised::Look, HOUR).await;
        assert!(matches!(refused, Err(ReportError::Withdrawn)));

        let seen = house.read(&desk, closed).await.unwrap().head.revision;
        house.close(&desk, closed, seen).await.unwrap();
        assert_eq!(house.count(ROWS, closed).await, 0);

        let mut left = house.promised(&desk).await;
        left.sort_unstable();
        let mut expected = [look(stopped), look(deleted)];
        expected.sort_unstable();
        assert_eq!(left, expected);
        house.keep(&desk, deleted, Promised::Look).await.unwrap();
        assert_eq!(house.promised(&desk).await, [look(stopped)]);
    })
    .await;
}

#[tokio::test]
async fn a_report_that_moves_takes_what_was_promised_along() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let letter = house.letter(&accused, false).await.unwrap();
        let (report, _) = house.sent(letter).await;
        let desk = basra.responder.actor();
        house
            .promise(&desk, report, Promised::Call, HOUR)
            .await
            .unwrap();
        let national = house
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        basra.desk_falls_under(&house, camp).await;
        assert_eq!(house.promised(&desk).await, []);
        let call = (report, "today-promise-call", HOUR);
        assert_eq!(house.promised(&national).await, [call]);
    })
    .await;
}
