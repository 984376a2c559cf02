//! Clocks with several points, on both engines: reached in turn, prolonged for a reason, followed.

use access::Actor;
use clock::{Act, Code, Escalated, Fact, State};
use record::{Id, Moment, Relation, Role};
use store::StoreError;

use crate::installation::{HOUR, Installation, actor, desk, focal_point, supervisor, worker};

const DAY: i64 = 24 * HOUR;

async fn reached(site: &Installation, report: Id, code: Code) -> Result<bool, StoreError> {
    site.on(report, move |unit| async move {
        clock::reach(&unit, report, code, &[], "named").await
    })
    .await
}

#[tokio::test]
async fn a_guardian_is_named_and_then_the_court_follows() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let begun = site.store.world().now();
        let (report, clocks) = site.report(&[Code::T4], &[]).await;
        let [guardian] = clocks[..] else {
            panic!("one clock")
        };

        // The first point is missed and told on to the end.
        site.clock.advance(28 * HOUR);
        assert_eq!(site.pass().await, Escalated { missed: 1, told: 3 });
        assert_eq!(site.sees(&focal_point()).await, [guardian]);

        // A guardian is named: the court is due, counted from the start, and is nobody's alarm yet.
        assert!(
            reached(&site, report, Code::T4).await.unwrap(),
            "it goes on"
        );
        let (line, _) = site.line(guardian).await;
        assert_eq!(line.state, State::Running);
        assert_eq!(line.due, begun.plus_seconds(72 * HOUR));
        assert!(site.sees(&focal_point()).await.is_empty());
        site.clock.set(begun.plus_seconds(72 * HOUR - 1));
        assert_eq!(site.pass().await, Escalated::default());

        // The court is late: everybody is told anew, in turn.
        let site = site.again().await;
        site.clock.advance(1);
        assert_eq!(site.pass().await, Escalated { missed: 1, told: 1 });
        site.clock.advance(3 * HOUR);
        assert_eq!(site.pass().await, Escalated { missed: 0, told: 2 });
        assert_eq!(site.events(guardian).await, 2);

        assert!(
            !reached(&site, report, Code::T4).await.unwrap(),
            "it is over"
        );
        assert!(
            !reached(&site, report, Code::T4).await.unwrap(),
            "and stays so"
        );
        assert_eq!(site.line(guardian).await.0.state, State::Stopped);
        site.clock.advance(365 * DAY);
        assert_eq!(site.pass().await, Escalated::default());
    })
    .await;
}

#[tokio::test]
async fn five_visits_follow_a_return() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let begun = site.store.world().now();
        let (report, clocks) = site.report(&[Code::T13], &[]).await;
        let [visits] = clocks[..] else {
            panic!("one clock")
        };
        // From 25 November: a week, then months of the calendar.
        let due = [7, 30, 92, 181, 365].map(|days| begun.plus_seconds(days * DAY));
        for (visit, due) in due.iter().enumerate() {
            let (line, _) = site.line(visits).await;
            assert_eq!(line.due, *due, "visit {visit}");
            // Every second visit is late.
            let late = visit % 2 == 1;
            site.clock
                .set(due.plus_seconds(if late { 60 } else { -60 }));
            assert_eq!(site.pass().await.missed, usize::from(late));
            let goes_on = reached(&site, report, Code::T13).await.unwrap();
            assert_eq!(goes_on, visit < 4);
        }
        let (line, done) = site.line(visits).await;
        assert_eq!(line.state, State::Stopped);
        let reached = done.iter().filter(|done| done.act == Act::Reached);
        let kept: Vec<Moment> = reached.map(|done| done.due).collect();
        assert_eq!(kept, due[..4], "each due time is kept");
    })
    .await;
}

#[tokio::test]
async fn a_clock_is_prolonged_only_where_it_may_be_and_keeps_what_it_was() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let begun = site.store.world().now();
        let (report, clocks) = site.report(&[Code::Hold, Code::T1, Code::T11], &[]).await;
        let until = begun.plus_seconds(8 * HOUR);
        let prolong = async |code, due, because: &'static str| {
            site.on(report, move |unit| async move {
                clock::prolong(&unit, report, code, due, because).await
            })
            .await
        };
        assert!(prolong(Code::T1, until, "please").await.is_err());
        assert!(
            prolong(Code::Hold, until, "").await.is_err(),
            "not without a reason"
        );
        assert!(!prolong(Code::Hold, begun, "shorter").await.unwrap());
        assert!(prolong(Code::Hold, until, "on_the_way").await.unwrap());
        let (line, done) = site.line(clocks[0]).await;
        assert_eq!(line.due, until);
        assert_eq!(done.len(), 1);
        assert_eq!(done[0].due, begun.plus_seconds(4 * HOUR));

        site.clock.advance(6 * HOUR);
        assert_eq!(site.pass().await.missed, 1, "the child's clock alone");
        site.clock.advance(2 * HOUR);
        assert_eq!(site.pass().await.missed, 1);
        assert!(
            prolong(Code::Hold, begun.plus_seconds(20 * HOUR), "late")
                .await
                .unwrap()
        );
        assert_eq!(
            site.line(clocks[0]).await.0.state,
            State::Missed,
            "what was missed stays so"
        );

        // No unit stops the clock of safety, and no interview is held before the child is fit.
        let stop = async |code| {
            site.on(report, move |unit| async move {
                clock::stop(&unit, report, code, "done").await
            })
            .await
        };
        assert!(stop(Code::T1).await.is_err());
        assert!(stop(Code::Hold).await.unwrap());
        assert!(!stop(Code::Hold).await.unwrap());
        assert!(reached(&site, report, Code::T11).await.is_err());
        let fit = site.on(report, move |unit| async move {
            clock::reach(&unit, report, Code::T11, &[Fact::RestedAndFit], "recorded").await
        });
        assert!(!fit.await.unwrap());
        // What has stopped is not started again.
        let again = site.on(report, move |unit| async move {
            crate::installation::start(&unit, report, Code::Hold).await
        });
        assert_eq!(again.await.unwrap(), clocks[0]);
        assert_eq!(site.line(clocks[0]).await.0.state, State::Stopped);
    })
    .await;
}

#[tokio::test]
async fn a_clock_belongs_to_whoever_its_report_belongs_to() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (report, clocks) = site.report(&[Code::T1], &[]).await;
        let worker = actor(worker(), desk(), Role::Caseworker);
        let other_id = Id::from_bytes([40; 16]);
        let other = actor(other_id, desk(), Role::Caseworker);
        assert_eq!(site.sees(&worker).await, clocks);
        assert_eq!(site.sees(&supervisor()).await, clocks);
        assert!(site.sees(&other).await.is_empty());
        let handed = site.on(report, move |unit| async move {
            unit.end_grant(report, Relation::Team, None).await?;
            unit.grant(report, other_id, Relation::Team, None, None)
                .await?;
            // Who holds it by the receipt works on none of it.
            unit.grant(report, report, Relation::Owner, None, None)
                .await?;
            clock::follow(&unit, report).await
        });
        handed.await.unwrap();
        assert!(site.sees(&worker).await.is_empty());
        assert_eq!(site.sees(&other).await, clocks);
        assert!(site.sees(&Actor::Reporter(report)).await.is_empty());
    })
    .await;
}
