//! A clock started in a unit, on both engines.

use access::Actor;
use access::action::SendReport;
use clock::{AgeBand, Code, NewClock};
use fixtures::Site;
use record::{Id, Kind, Root, Sensitivity};
use store::{NewRecord, StoreError};

#[tokio::test]
async fn a_record_has_one_clock_of_a_rule() {
    testkit::on_both_engines(async |url: String| {
        let store = Site::open(&url).await.store;
        for statement in clock::statements() {
            store.prepare(statement).await.expect(statement);
        }
        let permit = store
            .gate()
            .permit_new::<SendReport>(&Actor::Public, &[])
            .unwrap();
        let report = store.world().id();
        let (first, again, running): (Id, Id, Vec<clock::Running>) = store
            .unit(permit, move |unit| async move {
                unit.create(NewRecord {
                    record: report,
                    kind: Kind::Report,
                    org: None,
                    jurisdiction: None,
                    sensitivity: Sensitivity::High,
                    state: "open",
                    root: None,
                    world: Root::Care,
                    keys_for: Vec::new(),
                })
                .await?;
                let new = NewClock {
                    code: Code::T1,
                    subject: report,
                    follows: report,
                    root: report,
                    org: None,
                    started: unit.now(),
                    act: None,
                    facts: &[],
                    district: record::district("IQG02Q03"),
                    governorate: record::governorate("IQG02"),
                    age_band: AgeBand::Unknown,
                };
                let first = clock::start(&unit, &new).await?;
                let again = clock::start(&unit, &new).await?;
                Ok::<_, StoreError>((first, again, clock::running_on(&unit, report).await?))
            })
            .await
            .expect("a unit");
        assert_eq!(first, again);
        let [running] = running.as_slice() else {
            panic!("one clock runs")
        };
        assert_eq!(running.record, first);
        assert_eq!(running.code, Code::T1);
        assert_eq!(running.due.seconds_since(running.started), 6 * 3600);
    })
    .await;
}
