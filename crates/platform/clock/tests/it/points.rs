//! Clocks with several points, on both engines: reached in turn, prolonged for a reason, followed.

use access::Actor;
use clock::{Act, Code, Escalated, Fact, State};
use record::{Id, Moment, Relation, Role};
use store::StoreError;

use crate::house::{HOUR, House, actor, desk, focal_point, supervisor, worker};

const DAY: i64 = 24 * HOUR;

async fn reached(house: &House, report: Id, code: Code) -> Result<bool, StoreError> {
    house
        .on(report, move |unit| async move {
            clock::reach(&unit, report, code, &[], "named").await
        })
        .await
}

#[tokio::test]
async fn a_guardian_is_named_and_then_the_court_follows() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let begun = house.store.world().now();
        let (report, clocks) = house.report(&[Code::T4], &[]).await;
        let [guardian] = clocks[..] else {
            panic!("one clock")
        };

        // The first point is missed and told on to the end.
        house.clock.advance(28 * HOUR);
        assert_eq!(house.pass().await, Escalated { missed: 1, told: 3 });
        assert_eq!(house.sees(&focal_point()).await, [guardian]);

        // A guardian is named: the court is due, counted from the start, and is nobody's alarm yet.
        assert!(
            reached(&house, report, Code::T4).await.unwrap(),
            "it goes on"
        );
        let (line, _) = house.line(guardian).await;
        assert_eq!(line.state, State::Running);
        assert_eq!(line.due, begun.plus_seconds(72 * HOUR));
        assert!(house.sees(&focal_point()).await.is_empty());
        house.clock.set(begun.plus_seconds(72 * HOUR - 1));
        assert_eq!(house.pass().await, Escalated::default());

        // The court is late: everybody is told anew, in turn.
        let house = house.again().await;
        house.clock.advance(1);
        assert_eq!(house.pass().await, Escalated { missed: 1, told: 1 });
        house.clock.advance(3 * HOUR);
        assert_eq!(house.pass().await, Escalated { missed: 0, told: 2 });
        assert_eq!(house.events(guardian).await, 2);

        assert!(
            !reached(&house, report, Code::T4).await.unwrap(),
            "it is over"
        );
        assert!(
            !reached(&house, report, Code::T4).await.unwrap(),
            "and stays so"
        );
        assert_eq!(house.line(guardian).await.0.state, State::Stopped);
        house.clock.advance(365 * DAY);
        assert_eq!(house.pass().await, Escalated::default());
    })
    .await;
}

#[tokio::test]
async fn five_visits_follow_a_return() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let begun = house.store.world().now();
        let (report, clocks) = house.report(&[Code::T13], &[]).await;
        let [visits] = clocks[..] else {
            panic!("one clock")
        };
        // From 25 November: a week, then months of the calendar.
        let due = [7, 30, 92, 181, 365].map(|days| begun.plus_seconds(days * DAY));
        for (visit, due) in due.iter().enumerate() {
            let (line, _) = house.line(visits).await;
            assert_eq!(line.due, *due, "visit {visit}");
            // Every second visit is late.
            let late = visit % 2 == 1;
            house
                .clock
                .set(due.plus_seconds(if late { 60 } else { -60 }));
            assert_eq!(house.pass().await.missed, usize::from(late));
            let goes_on = reached(&house, report, Code::T13).await.unwrap();
            assert_eq!(goes_on, visit < 4);
        }
        let (line, done) = house.line(visits).await;
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
        let house = House::open(&url).await;
        let begun = house.store.world().now();
        let (report, clocks) = house.report(&[Code::Hold, Code::T1, Code::T11], &[]).await;
        let until = begun.plus_seconds(8 * HOUR);
        let prolong = async |code, due, because: &'static str| {
            house
                .on(report, move |unit| async move {
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
        let (line, done) = house.line(clocks[0]).await;
        assert_eq!(line.due, until);
        assert_eq!(done.len(), 1);
        assert_eq!(done[0].due, begun.plus_seconds(4 * HOUR));

        house.clock.advance(6 * HOUR);
        assert_eq!(house.pass().await.missed, 1, "the child's clock alone");
        house.clock.advance(2 * HOUR);
        assert_eq!(house.pass().await.missed, 1);
        assert!(
            prolong(Code::Hold, begun.plus_seconds(20 * HOUR), "late")
                .await
                .unwrap()
        );
        assert_eq!(
            house.line(clocks[0]).await.0.state,
            State::Missed,
            "what was missed stays so"
        );

        // No unit stops the clock of safety, and no interview is held before the child is fit.
        let stop = async |code| {
            house
                .on(report, move |unit| async move {
                    clock::stop(&unit, report, code, "done").await
                })
                .await
        };
        assert!(stop(Code::T1).await.is_err());
        assert!(stop(Code::Hold).await.unwrap());
        assert!(!stop(Code::Hold).await.unwrap());
        assert!(reached(&house, report, Code::T11).await.is_err());
        let fit = house.on(report, move |unit| async move {
            clock::reach(&unit, report, Code::T11, &[Fact::RestedAndFit], "recorded").await
        });
        assert!(!fit.await.unwrap());
        // What has stopped is not started again.
        let again = house.on(report, move |unit| async move {
            crate::house::start(&unit, report, Code::Hold).await
        });
        assert_eq!(again.await.unwrap(), clocks[0]);
        assert_eq!(house.line(clocks[0]).await.0.state, State::Stopped);
    })
    .await;
}

#[tokio::test]
async fn a_clock_belongs_to_whoever_its_report_belongs_to() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let (report, clocks) = house.report(&[Code::T1], &[]).await;
        let worker = actor(worker(), desk(), Role::Caseworker);
        let other_id = Id::from_bytes([40; 16]);
        let other = actor(other_id, desk(), Role::Caseworker);
        assert_eq!(house.sees(&worker).await, clocks);
        assert_eq!(house.sees(&supervisor()).await, clocks);
        assert!(house.sees(&other).await.is_empty());
        let handed = house.on(report, move |unit| async move {
            unit.end_holding(report, Relation::Team, None).await?;
            unit.hold(report, other_id, Relation::Team, None, None)
                .await?;
            // Who holds it by the receipt works on none of it.
            unit.hold(report, report, Relation::Owner, None, None)
                .await?;
            clock::follow(&unit, report).await
        });
        handed.await.unwrap();
        assert!(house.sees(&worker).await.is_empty());
        assert_eq!(house.sees(&other).await, clocks);
        assert!(house.sees(&Actor::Reporter(report)).await.is_empty());
    })
    .await;
}
