//! Every reaction to an event happens once, whatever fails in between.

use std::sync::atomic::{AtomicBool, Ordering};

use access::Actor;
use access::action::ExtendExclusion;
use record::{Event, EventName, Id, Root};
use store::{Delivery, Reacting, Reaction, Store, StoreError, args};
use testkit::on_both_engines;

use crate::ground::{Installation, site};

const INSERT: &str = "INSERT INTO made_up (record, n) VALUES ($1, 0)";
const COUNT: &str = "SELECT COUNT(*) AS n FROM made_up";
const DELIVERED: &str = "SELECT COUNT(*) AS n FROM event_delivery";

/// Whether the rules of this test work at all; each test is a process of its own.
static WORKS: AtomicBool = AtomicBool::new(true);

const GOOD: Reaction = Reaction {
    name: "KeepExcluded",
    event: EventName::ReportSent,
    run: good,
};
const BAD: Reaction = Reaction {
    name: "Fails",
    event: EventName::ReportSent,
    run: bad,
};
const PANICS: Reaction = Reaction {
    name: "Panics",
    event: EventName::ReportSent,
    run: panics,
};

/// Writes a row of its own for each event, then marks the event, then fails if it must.
fn good(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule("KeepExcluded");
        let permit = store
            .gate()
            .permit_new::<ExtendExclusion>(&actor, &["parent_changed"])?;
        let unit = store.unit(permit, move |unit| {
            let delivery = delivery.clone();
            async move {
                if !unit.delivered(&delivery).await? {
                    return Ok(());
                }
                unit.execute(INSERT, args![unit.id()]).await?;
                if WORKS.load(Ordering::SeqCst) {
                    Ok(())
                } else {
                    Err(StoreError::Sealed)
                }
            }
        });
        unit.await
    })
}

fn bad(_: Store, _: Delivery) -> Reacting {
    Box::pin(async { Err(StoreError::Sealed) })
}

fn panics(_: Store, _: Delivery) -> Reacting {
    panic!("on purpose")
}

async fn emit(site: &Installation, count: usize) {
    let emitted = site.store.unit(site.anybody(), move |unit| async move {
        for _ in 0..count {
            let record = unit.id();
            let event = Event {
                name: EventName::ReportSent,
                record,
                root: record,
                world: Root::Care,
                at: unit.now(),
                code: Some("IQG02".to_owned()),
            };
            unit.event(event).await?;
        }
        Ok::<_, StoreError>(())
    });
    emitted.await.unwrap();
}

#[tokio::test]
async fn effects_and_mark_come_together_and_once() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        emit(&site, 3).await;
        WORKS.store(false, Ordering::SeqCst);
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 0);
        assert_eq!(
            (site.number(COUNT).await, site.number(DELIVERED).await),
            (0, 0)
        );
        WORKS.store(true, Ordering::SeqCst);
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 3);
        assert_eq!(
            (site.number(COUNT).await, site.number(DELIVERED).await),
            (3, 3)
        );
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 0);
        // A second delivery, as by another process, changes nothing.
        let rows = site
            .store
            .read_clear(async |look| look.rows("SELECT id, record, at FROM event", args![]).await);
        let rows: Vec<store::Row> = rows.await.unwrap();
        let delivery = Delivery {
            event: rows[0].id("id").unwrap(),
            handler: GOOD.name,
            record: rows[0].id("record").unwrap(),
            root: Id::NONE,
            at: rows[0].moment("at").unwrap(),
            code: None,
        };
        let all = (0..4).map(|_| good(site.store.clone(), delivery.clone()));
        for done in futures::future::join_all(all).await {
            done.unwrap();
        }
        assert_eq!(
            (site.number(COUNT).await, site.number(DELIVERED).await),
            (3, 3)
        );
    })
    .await;
}

#[tokio::test]
async fn what_fails_keeps_nobody_waiting() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        emit(&site, 100).await;
        // More than one page of events that never work, and one rule that brings the site down.
        let rules = [BAD, PANICS, GOOD];
        assert_eq!(site.store.react(&rules).await.unwrap(), 100);
        emit(&site, 1).await;
        assert_eq!(site.store.react(&rules).await.unwrap(), 1);
        assert_eq!(site.number(COUNT).await, 101);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_react_at_once_do_it_once() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        emit(&site, 20).await;
        let other = site.again(12).await;
        let (rules, others) = ([GOOD], [GOOD]);
        let (one, two) = tokio::join!(site.store.react(&rules), other.react(&others));
        one.unwrap();
        two.unwrap();
        site.store.react(&[GOOD]).await.unwrap();
        assert_eq!(
            (site.number(COUNT).await, site.number(DELIVERED).await),
            (20, 20)
        );
    })
    .await;
}

const SECOND: Reaction = Reaction {
    name: "KeepExcludedToo",
    event: EventName::ReportSent,
    run: second,
};

fn second(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule("KeepExcluded");
        let permit = store
            .gate()
            .permit_new::<ExtendExclusion>(&actor, &["parent_changed"])?;
        let unit = store.unit(permit, move |unit| {
            let delivery = delivery.clone();
            async move { unit.delivered(&delivery).await.map(drop) }
        });
        unit.await
    })
}

const OPEN: &str = "SELECT COUNT(*) AS n FROM event_open";

/// What a turn reads is what somebody still waits for, however much happened before.
#[tokio::test]
async fn what_everybody_had_is_not_looked_at_again() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        emit(&site, 200).await;
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 200);
        assert_eq!(site.number(OPEN).await, 0);
        emit(&site, 3).await;
        assert_eq!(site.number(OPEN).await, 3);
        // One who fails keeps them open for itself, and for nobody else.
        assert_eq!(site.store.react(&[GOOD, BAD]).await.unwrap(), 3);
        assert_eq!(
            site.number(OPEN).await,
            203,
            "one who is new gets everything"
        );
        site.store.react_only_by(&[GOOD]).await.unwrap();
        assert_eq!(site.number(OPEN).await, 0, "nobody waits for them any more");
        // A later program's reaction hears of all that ever was, once.
        assert_eq!(site.store.react(&[GOOD, SECOND]).await.unwrap(), 203);
        assert_eq!(site.number(OPEN).await, 0);
        emit(&site, 1).await;
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 1);
        assert_eq!(site.number(OPEN).await, 1, "the other has not had it");
        assert_eq!(site.store.react(&[GOOD, SECOND]).await.unwrap(), 1);
        assert_eq!(site.number(OPEN).await, 0);
    })
    .await;
}

/// A kill between a delivery and its closing leaves a row behind; the next start closes it.
#[tokio::test]
async fn a_row_left_behind_is_closed_at_the_next_start() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        emit(&site, 2).await;
        assert_eq!(site.store.react(&[GOOD]).await.unwrap(), 2);
        let left: Result<u64, StoreError> = site
            .store
            .upkeep(|upkeep| async move {
                const LEAVE: &str = "INSERT INTO event_open (event, name, at) \
                    SELECT id, name, at FROM event";
                upkeep.execute(LEAVE, args![]).await
            })
            .await;
        assert_eq!(left.unwrap(), 2);
        let again = site.again(12).await;
        assert_eq!(again.react(&[GOOD]).await.unwrap(), 0);
        assert_eq!(site.number(OPEN).await, 0);
    })
    .await;
}
