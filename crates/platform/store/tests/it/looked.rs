//! What the ledger says of reading and of doing.

use access::action::ReadReport;
use record::Role;
use store::{StoreError, args};
use testkit::on_both_engines;

use crate::ground::{house, person};

/// A look is no act, whatever the permit is good for.
#[tokio::test]
async fn reading_by_a_permit_of_an_act_leaves_a_look_and_doing_it_leaves_the_act() {
    on_both_engines(async |url: String| {
        let house = house(&url).await;
        let org = house.body().await;
        let record = house.record(org).await;
        let permit = house.may_answer(org, record).await;
        let gate = house.store.gate();
        let responder = person(Role::Responder, org, house.id());
        let also = gate.permit::<ReadReport>(&responder, record).await.unwrap();
        let first = house.leaves().await;
        let looked = house
            .store
            .read(permit.clone(), |_| async { Ok::<_, StoreError>(()) });
        looked.await.unwrap();
        house.clock.advance(1);
        house
            .store
            .read(also, |_| async { Ok::<_, StoreError>(()) })
            .await
            .unwrap();
        house.clock.advance(1);
        let done = house
            .store
            .unit(permit, |_| async { Ok::<_, StoreError>(()) });
        done.await.unwrap();
        assert_eq!(house.leaves().await, first + 3);
        let said = house.store.look(async |look| {
            look.rows(
                "SELECT action, outcome FROM ledger_fact WHERE seq >= $1 ORDER BY seq",
                args![first],
            )
            .await
        });
        let said: Result<Vec<store::Row>, StoreError> = said.await;
        let said: Vec<(String, String)> = said
            .unwrap()
            .iter()
            .map(|row| (row.text("action").unwrap(), row.text("outcome").unwrap()))
            .collect();
        let said: Vec<(&str, &str)> = said
            .iter()
            .map(|(what, how)| (what.as_str(), how.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("AnswerReport", "looked"),
                ("ReadReport", "looked"),
                ("AnswerReport", "done")
            ]
        );
    })
    .await;
}
