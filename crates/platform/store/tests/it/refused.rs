//! Hidden and absent cannot be told apart, and both attempts stand in the ledger.

use std::sync::{Arc, Mutex};

use access::action::{AnswerReport, ReadReport};
use record::{Id, Relation, Role};
use store::{StoreError, args};
use testkit::on_both_engines;
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

use crate::ground::{person, site};

/// Writes down every statement that the store runs.
#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<String>>>);

impl Visit for Statements {
    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}

    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "sql" {
            self.0.lock().unwrap().push(value.to_owned());
        }
    }
}

impl Subscriber for Statements {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("store")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

impl Statements {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

#[tokio::test]
async fn a_refusal_is_one_leaf_and_runs_the_same_statements_whatever_is_there() {
    let ran = Statements::default();
    let _here = tracing::subscriber::set_default(ran.clone());
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let (here, there) = (site.body().await, site.body().await);
        let hidden = site.record(here).await;
        let excluded = site.record(there).await;
        site.grant(excluded, there, Relation::Excluded).await;
        let actor = person(Role::Responder, there, site.id());
        let mut seen = Vec::new();
        for record in [hidden, excluded, site.id(), Id::NONE] {
            let before = site.leaves().await;
            ran.take();
            let refused = site.store.gate().permit::<ReadReport>(&actor, record).await;
            // Beside it, whoever signs the ledger looks by its own clock whether anything waits.
            let mut here = ran.take();
            here.retain(|sql| !sql.starts_with("SELECT id FROM ledger_pending"));
            seen.push(here);
            assert!(matches!(refused, Err(StoreError::Absent)));
            assert_eq!(site.leaves().await, before + 1);
        }
        assert!(seen[0].len() >= 3, "{seen:?}");
        assert!(
            seen.iter().all(|statements| *statements == seen[0]),
            "{seen:#?}"
        );

        // What the leaves say is the same as well, but for the record.
        let select = "SELECT body FROM ledger_leaf ORDER BY seq DESC LIMIT 4";
        let rows = site
            .store
            .read_clear(async |look| look.rows(select, args![]).await);
        let rows: Vec<store::Row> = rows.await.unwrap();
        for row in rows {
            let entry = ledger::Entry::decode(&row.bytes("body").unwrap()).unwrap();
            assert_eq!(
                (entry.action.as_str(), entry.outcome.as_str()),
                ("ReadReport", "absent")
            );
            assert_eq!(entry.actor, actor.pseudonym());
        }
    })
    .await;
}

#[tokio::test]
async fn what_asks_for_no_relation_still_asks_for_a_record() {
    use access::action::SetOrganisation;
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let access::Actor::Person(mut member) = person(Role::Administrator, site.id(), site.id())
        else {
            unreachable!()
        };
        member.session = record::Session::SteppedUp;
        let actor = access::Actor::Person(member);
        assert!(
            site.store
                .gate()
                .permit_new::<SetOrganisation>(&actor, &[])
                .is_ok()
        );
        for record in [site.id(), Id::NONE] {
            let permit = site
                .store
                .gate()
                .permit::<SetOrganisation>(&actor, record)
                .await;
            assert!(matches!(permit, Err(StoreError::Absent)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_refusal_inside_a_unit_is_written_though_the_unit_is_undone() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let (here, there) = (site.body().await, site.body().await);
        let (mine, yours) = (site.record(here).await, site.record(there).await);
        let permit = site.may_answer(here, mine).await;
        let actor = permit.actor().clone();
        let stale = site.may_answer(there, yours).await;
        let before = site.leaves().await;
        for undone in [true, false] {
            let stale = stale.clone();
            let result = site.store.unit(permit.clone(), move |unit| {
                let stale = stale.clone();
                async move {
                    let joined = unit.join::<AnswerReport>(stale).await;
                    assert!(matches!(joined, Err(StoreError::Absent)));
                    if undone { joined } else { Ok(()) }
                }
            });
            assert_eq!(result.await.is_err(), undone);
        }
        assert_eq!(site.leaves().await, before + 3);
        // From inside a unit, the gate's own refusal waits until the writer is free.
        let store = site.store.clone();
        let asked = site.store.unit(permit, move |_| {
            let (store, actor) = (store.clone(), actor.clone());
            async move {
                let permit = store.gate().permit::<ReadReport>(&actor, yours).await;
                assert!(matches!(permit, Err(StoreError::Absent)));
                Ok::<_, StoreError>(())
            }
        });
        asked.await.unwrap();
        for _ in 0..50 {
            if site.leaves().await == before + 5 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("a refusal is missing");
    })
    .await;
}

#[tokio::test]
async fn who_has_a_name_in_the_ledger_is_written_there_when_refused() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let record = site.record(site.body().await).await;
        let actors = [
            (access::Actor::Console(site.id()), 1),
            (person(Role::Investigator, site.id(), site.id()), 1),
            (access::Actor::Public, 0),
            (access::Actor::Reporter(site.id()), 0),
            (access::Actor::Rule("KeepExcluded"), 0),
        ];
        for (actor, leaves) in actors {
            let before = site.leaves().await;
            let refused = site.store.gate().permit::<ReadReport>(&actor, record).await;
            assert!(matches!(refused, Err(StoreError::Absent)));
            assert_eq!(site.leaves().await, before + leaves, "{actor:?}");
        }
    })
    .await;
}
