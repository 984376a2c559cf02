//! What entries are found by is made beside them, and made good at a start.

use access::action::ListLooks;
use record::{Relation, Role};
use store::{StoreError, args};
use testkit::on_both_engines;

use crate::ground::{person, site};

const FACTS: &str = "SELECT COUNT(*) AS n FROM ledger_fact";
const LEAVES: &str = "SELECT COUNT(*) AS n FROM ledger_leaf";

#[tokio::test]
async fn entries_of_an_earlier_program_are_found_after_a_start() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        for _ in 0..20 {
            site.record(org).await;
        }
        site.store.sequence().await.unwrap();
        let leaves = site.number(LEAVES).await;
        assert!(leaves > 20);
        assert_eq!(site.number(FACTS).await, leaves);
        // As a start that was killed half-way leaves it: the newest are made, the older not yet.
        let forgotten: Result<u64, StoreError> = site
            .store
            .upkeep(|upkeep| async move {
                const FORGET: &str = "DELETE FROM ledger_fact WHERE seq < 10";
                upkeep.execute(FORGET, args![]).await
            })
            .await;
        assert_eq!(forgotten.unwrap(), 10);
        drop(site.again(12).await);
        assert_eq!(site.number(FACTS).await, leaves);
    })
    .await;
}

#[tokio::test]
async fn looks_are_those_at_this_record_and_come_page_by_page() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let (record, other) = (site.record(org).await, site.record(org).await);
        site.grant(record, org, Relation::Supervising).await;
        for record in [record, other] {
            for _ in 0..7 {
                let permit = site.may_answer(org, record).await;
                let done = site
                    .store
                    .unit(permit, |_| async { Ok::<_, StoreError>(()) });
                done.await.unwrap();
            }
        }
        site.store.sequence().await.unwrap();
        let supervisor = person(Role::Supervisor, org, site.id());
        let mut before = None;
        let mut seen = Vec::new();
        loop {
            let gate = site.store.gate();
            let permit = gate.permit::<ListLooks>(&supervisor, record).await;
            let permit = permit.unwrap();
            let page = site.store.read(
                permit,
                move |unit| async move { unit.looks(before, 3).await },
            );
            let page: store::Found = page.await.map_err(|error: StoreError| error).unwrap();
            seen.extend(page.entries);
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        let answered = seen.iter().filter(|kept| {
            let entry = kept.entry.as_ref().unwrap();
            entry.action == "AnswerReport"
        });
        assert_eq!(answered.count(), 7);
        let mut once: Vec<i64> = seen.iter().map(|kept| kept.seq).collect();
        assert!(once.is_sorted_by(|a, b| a > b), "the newest first");
        once.dedup();
        assert_eq!(once.len(), seen.len());
        // The other record is nobody's business here.
        let gate = site.store.gate();
        assert!(gate.permit::<ListLooks>(&supervisor, other).await.is_err());
    })
    .await;
}
