//! What a rule cannot do is tried ever later, told once, and known to whoever asks.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use record::{Event, EventName, Id, Root};
use store::{Delivery, Reacting, Reaction, Store, StoreError};
use testkit::on_both_engines;

use crate::ground::{Installation, site};

static FAILS: AtomicBool = AtomicBool::new(true);
static TRIES: AtomicUsize = AtomicUsize::new(0);

const RULE: Reaction = Reaction {
    name: "CannotSucceed",
    event: EventName::ReportSent,
    run: cannot,
};

fn cannot(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        TRIES.fetch_add(1, Ordering::SeqCst);
        if FAILS.load(Ordering::SeqCst) {
            return Err(StoreError::Absent);
        }
        let marked: Result<(), StoreError> = store
            .upkeep(move |upkeep| {
                let delivery = delivery.clone();
                async move {
                    let args = store::args![delivery.event, delivery.handler, delivery.at];
                    upkeep
                        .execute(
                            "INSERT INTO event_delivery (event, handler, at) VALUES ($1, $2, $3)",
                            args,
                        )
                        .await
                        .map(drop)
                }
            })
            .await;
        marked
    })
}

async fn emit(site: &Installation) {
    let emitted = site.store.unit(site.anybody(), |unit| async move {
        let record = unit.id();
        unit.event(Event {
            name: EventName::ReportSent,
            record,
            root: record,
            world: Root::Care,
            at: unit.now(),
            code: None,
        })
        .await
    });
    let emitted: Result<(), StoreError> = emitted.await;
    emitted.unwrap();
}

#[tokio::test]
async fn a_rule_that_cannot_succeed_waits_ever_longer_and_acts_when_it_can() {
    on_both_engines(async |url: String| {
        FAILS.store(true, Ordering::SeqCst);
        TRIES.store(0, Ordering::SeqCst);
        let site = site(&url).await;
        emit(&site).await;
        emit(&site).await;
        let began = site.store.world().now();
        // A round a second for an hour.
        for _ in 0..3600 {
            assert_eq!(site.store.react(&[RULE]).await.unwrap(), 0);
            site.clock.advance(1);
        }
        let tries = TRIES.load(Ordering::SeqCst);
        assert!(
            (2 * 30..=2 * 40).contains(&tries),
            "{tries} tries in an hour"
        );
        let stuck = site.store.read_clear(async |look| look.stuck().await).await;
        let [stuck] = &stuck.unwrap()[..] else {
            panic!("one rule is stuck");
        };
        assert_eq!((stuck.rule.as_str(), stuck.subjects), (RULE.name, 2));
        assert_eq!(stuck.since, began);
        FAILS.store(false, Ordering::SeqCst);
        site.clock.advance(120);
        assert_eq!(site.store.react(&[RULE]).await.unwrap(), 2);
        let stuck = site.store.read_clear(async |look| look.stuck().await).await;
        assert_eq!(stuck.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_called_for_any_more_is_forgotten() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let fails = async || {
            site.store
                .attempt("Sweep", Id::NONE, async { Err(StoreError::Absent) })
                .await
        };
        assert!(!fails().await.unwrap());
        let busy = site
            .store
            .attempt("Sweep", site.store.world().id(), async {
                Err(StoreError::Busy)
            })
            .await;
        assert!(
            matches!(busy, Err(StoreError::Busy)),
            "no trouble of the subject's"
        );
        site.clock.advance(1800);
        site.store.forget_stuck().await.unwrap();
        let stuck = async || site.store.read_clear(async |look| look.stuck().await).await;
        assert_eq!(stuck().await.unwrap().len(), 1, "it may be tried yet");
        site.clock.advance(3600);
        site.store.forget_stuck().await.unwrap();
        assert_eq!(stuck().await.unwrap(), []);
    })
    .await;
}
