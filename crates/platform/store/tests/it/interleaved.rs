//! What is done between a permit and its unit is never overrun, in whatever order the two meet.

use std::sync::Arc;

use access::Permit;
use access::action::{AddToReport, AnswerReport, ReadReport};
use record::{Id, Relation, Role};
use store::{Store, StoreError, args};
use testkit::on_both_engines;
use tokio::sync::Semaphore;

use crate::ground::{Installation, person, said, say, site};

/// What comes in between, and takes the desk's right away.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Exclusion,
    Reassignment,
    State,
    Nothing,
}

const CHANGES: [Change; 4] = [
    Change::Exclusion,
    Change::Reassignment,
    Change::State,
    Change::Nothing,
];

async fn change(store: Store, permit: Permit<AddToReport>, what: Change, from: Id, to: Id) {
    let record = permit.record();
    let changed = store.unit(permit, move |unit| async move {
        match what {
            Change::Exclusion => {
                unit.grant(record, from, Relation::Excluded, None, None)
                    .await
            }
            Change::Reassignment => unit.set_org(record, Some(from), to).await,
            Change::State => unit.set_state(record, "closed").await,
            Change::Nothing => Ok(()),
        }
    });
    changed.await.expect("a change");
}

struct Scene {
    site: Installation,
    record: Id,
    here: Id,
    there: Id,
    read: Permit<ReadReport>,
    answer: Permit<AnswerReport>,
    sender: Permit<AddToReport>,
}

async fn scene(url: &str) -> Scene {
    let site = site(url).await;
    let (here, there) = (site.body().await, site.body().await);
    let record = site.record(here).await;
    let sender = site.reporter(record).await;
    let spoken = site.store.unit(sender.clone(), move |unit| async move {
        say(&unit, record, "the sender's words").await
    });
    spoken.await.unwrap();
    let actor = person(Role::Responder, here, site.id());
    let read = site.store.gate().permit(&actor, record).await.unwrap();
    let answer = site.store.gate().permit(&actor, record).await.unwrap();
    Scene {
        site,
        record,
        here,
        there,
        read,
        answer,
        sender,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_before_the_unit_is_decided_on() {
    for what in CHANGES {
        on_both_engines(async |url: String| {
            let Scene {
                site,
                record,
                here,
                there,
                read,
                answer,
                sender,
            } = scene(&url).await;
            let refused_before = absent(&site).await;
            change(site.store.clone(), sender, what, here, there).await;
            let wrote = site.store.unit(answer, move |unit| async move {
                unit.execute("UPDATE made_up SET n = 1", args![]).await
            });
            let wrote = wrote.await;
            let opened = site
                .store
                .read(read, move |unit| async move { said(&unit, record).await });
            let opened = opened.await;
            if what == Change::Nothing {
                assert_eq!(wrote.unwrap(), 1);
                assert_eq!(opened.unwrap(), "the sender's words");
                assert_eq!(absent(&site).await, refused_before);
            } else {
                assert!(matches!(wrote, Err(StoreError::Absent)), "{what:?}");
                assert!(matches!(opened, Err(StoreError::Absent)), "{what:?}");
                assert_eq!(site.number("SELECT n FROM made_up").await, 0);
                // Both attempts stand in the ledger.
                assert_eq!(absent(&site).await, refused_before + 2);
            }
        })
        .await;
    }
}

/// A body that says that it has begun, and waits until it may go on; the first time only.
#[derive(Clone)]
struct Pause {
    begun: Arc<Semaphore>,
    go: Arc<Semaphore>,
}

impl Pause {
    fn new() -> Self {
        Self {
            begun: Arc::new(Semaphore::new(0)),
            go: Arc::new(Semaphore::new(0)),
        }
    }

    async fn here(&self) {
        self.begun.add_permits(1);
        self.go.acquire().await.unwrap().forget();
        // Whoever runs again passes.
        self.go.add_permits(1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_during_a_read_shuts_it_out() {
    for what in CHANGES {
        on_both_engines(async |url: String| {
            let Scene {
                site,
                record,
                here,
                there,
                read,
                sender,
                ..
            } = scene(&url).await;
            let pause = Pause::new();
            let (store, waits) = (site.store.clone(), pause.clone());
            let reading = tokio::spawn(async move {
                let opened = store.read(read, move |unit| {
                    let waits = waits.clone();
                    async move {
                        let said = said(&unit, record).await?;
                        waits.here().await;
                        Ok::<_, StoreError>(said)
                    }
                });
                opened.await
            });
            pause.begun.acquire().await.unwrap().forget();
            // It has opened the words already; it has not given them out.
            change(site.store.clone(), sender, what, here, there).await;
            pause.go.add_permits(1);
            match (what, reading.await.unwrap()) {
                (Change::Nothing, opened) => assert_eq!(opened.unwrap(), "the sender's words"),
                (_, opened) => assert!(matches!(opened, Err(StoreError::Absent)), "{what:?}"),
            }
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_during_a_unit_comes_before_or_after_it() {
    on_both_engines(async |url: String| {
        let Scene {
            site,
            here,
            there,
            answer,
            sender,
            ..
        } = scene(&url).await;
        let pause = Pause::new();
        let (store, waits, again) = (site.store.clone(), pause.clone(), answer.clone());
        let writing = tokio::spawn(async move {
            let wrote = store.unit(answer, move |unit| {
                let waits = waits.clone();
                async move {
                    waits.here().await;
                    unit.execute("UPDATE made_up SET n = n + 1", args![]).await
                }
            });
            wrote.await
        });
        pause.begun.acquire().await.unwrap().forget();
        let changing = tokio::spawn(change(
            site.store.clone(),
            sender,
            Change::Exclusion,
            here,
            there,
        ));
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        pause.go.add_permits(1);
        writing.await.unwrap().expect("it began while it might");
        changing.await.unwrap();
        // And none after it.
        let late = site.store.unit(again, |unit| async move {
            unit.execute("UPDATE made_up SET n = n + 1", args![]).await
        });
        assert!(matches!(late.await, Err(StoreError::Absent)));
        assert_eq!(site.number("SELECT n FROM made_up").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_grant_that_ran_out_is_decided_on() {
    on_both_engines(async |url: String| {
        let Scene {
            site,
            record,
            here,
            sender,
            ..
        } = scene(&url).await;
        let worker = site.id();
        let until = site.store.world().now().plus_seconds(60);
        let team = site.store.unit(sender, move |unit| async move {
            unit.grant(record, worker, Relation::Team, None, Some(until))
                .await
        });
        team.await.unwrap();
        let actor = person(Role::Caseworker, here, worker);
        let permit = site
            .store
            .gate()
            .permit::<ReadReport>(&actor, record)
            .await
            .unwrap();
        let open = || {
            site.store.read(permit.clone(), move |unit| async move {
                said(&unit, record).await
            })
        };
        assert!(open().await.is_ok());
        site.clock.advance(60);
        assert!(matches!(open().await, Err(StoreError::Absent)));
    })
    .await;
}

#[tokio::test]
async fn a_permit_of_another_actor_is_decided_anew() {
    on_both_engines(async |url: String| {
        let Scene {
            site,
            record,
            answer,
            ..
        } = scene(&url).await;
        let join = site.store.unit(site.anybody(), move |unit| {
            let answer = answer.clone();
            async move {
                unit.join(answer).await?;
                unit.set_state(record, "closed").await
            }
        });
        assert!(matches!(join.await, Err(StoreError::Absent)));
    })
    .await;
}

#[tokio::test]
async fn an_exclusion_never_ends() {
    on_both_engines(async |url: String| {
        let Scene {
            site,
            record,
            here,
            sender,
            ..
        } = scene(&url).await;
        let now = site.store.world().now();
        let held = site.store.unit(sender, move |unit| async move {
            unit.grant(record, here, Relation::Excluded, None, None)
                .await?;
            // By no second grant, and by no end.
            unit.grant(record, here, Relation::Excluded, None, Some(now))
                .await?;
            let ended = unit.end_grant(record, Relation::Excluded, Some(here)).await;
            assert!(matches!(ended, Err(StoreError::NotJoined)));
            Ok::<_, StoreError>(())
        });
        held.await.unwrap();
        let actor = person(Role::Responder, here, site.id());
        let permit = site.store.gate().permit::<ReadReport>(&actor, record).await;
        assert!(matches!(permit, Err(StoreError::Absent)));
    })
    .await;
}

/// How many refusals stand in the ledger.
async fn absent(site: &Installation) -> usize {
    site.leaves().await;
    let bodies = site
        .store
        .read_clear(async |look| look.rows("SELECT body FROM ledger_leaf", args![]).await);
    let bodies: Vec<store::Row> = bodies.await.unwrap();
    let outcome = |row: &store::Row| {
        ledger::Entry::decode(&row.bytes("body").unwrap())
            .unwrap()
            .outcome
    };
    bodies.iter().filter(|row| outcome(row) == "absent").count()
}
