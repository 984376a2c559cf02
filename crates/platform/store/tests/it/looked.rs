//! What the ledger says of reading and of doing.

use access::action::{ListBedRequests, ListReports, ReadReport, ReadToday};
use record::{Id, Role};
use store::{StoreError, args};
use testkit::on_both_engines;

use crate::ground::{Installation, person, site};

/// A look is no act, whatever the permit is good for.
#[tokio::test]
async fn reading_by_a_permit_of_an_act_leaves_a_look_and_doing_it_leaves_the_act() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let gate = site.store.gate();
        let responder = person(Role::Responder, org, site.id());
        let also = gate.permit::<ReadReport>(&responder, record).await.unwrap();
        let first = site.leaves().await;
        let looked = site
            .store
            .read(permit.clone(), |_| async { Ok::<_, StoreError>(()) });
        looked.await.unwrap();
        site.clock.advance(1);
        site.store
            .read(also, |_| async { Ok::<_, StoreError>(()) })
            .await
            .unwrap();
        site.clock.advance(1);
        let done = site
            .store
            .unit(permit, |_| async { Ok::<_, StoreError>(()) });
        done.await.unwrap();
        assert_eq!(site.leaves().await, first + 3);
        let said = site.store.read_clear(async |look| {
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

/// What the last entry says: its action, and the commitment to all that was shown.
async fn last(site: &Installation) -> (String, Vec<u8>) {
    const LAST: &str = "SELECT action, object FROM ledger_fact ORDER BY seq DESC LIMIT 1";
    site.leaves().await;
    let found: Result<_, StoreError> = site
        .store
        .read_clear(async |look| {
            let row = look.maybe_row(LAST, args![]).await?.unwrap();
            Ok((row.text("action")?, row.bytes("object")?))
        })
        .await;
    found.unwrap()
}

/// A page of several lists is one look: wherever the cut between them lies, its one entry commits to
/// every record that any of them showed.
#[tokio::test]
async fn a_page_of_several_lists_leaves_one_entry_for_all_that_they_showed() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let somebody = person(Role::Responder, org, site.id());
        let other = person(Role::Responder, org, site.id());
        let gate = site.store.gate();
        let reports = gate.scope::<ListReports>(&somebody).unwrap();
        let places = gate.scope::<ListBedRequests>(&somebody).unwrap();
        let records: Vec<Id> = (0..5).map(|_| site.id()).collect();

        // What was written before is moved first: entries of one moment are moved in any order.
        site.leaves().await;
        let all = records.clone();
        let one_list = site.store.read(reports.permit().clone(), move |unit| {
            let all = all.clone();
            async move {
                unit.shown(&all).await;
                Ok::<_, StoreError>(())
            }
        });
        one_list.await.unwrap();
        let (_, of_all) = last(&site).await;

        for cut in 0..=records.len() {
            let before = site.leaves().await;
            let day = gate.permit_new::<ReadToday>(&somebody, &[]).unwrap();
            let lists = (reports.clone(), places.clone(), records.clone());
            let looked = site.store.read(day, move |day| {
                let (reports, places, records) = lists.clone();
                async move {
                    let (first, second) = records.split_at(cut);
                    day.also(&reports).await?.shown(first).await;
                    day.also(&places).await?.shown(second).await;
                    Ok::<_, StoreError>(())
                }
            });
            looked.await.unwrap();
            assert_eq!(site.leaves().await, before + 1);
            assert_eq!(last(&site).await, ("ReadToday".to_owned(), of_all.clone()));
        }

        // Nobody looks on another's list, and what writes is no look.
        let day = gate.permit_new::<ReadToday>(&other, &[]).unwrap();
        let list = reports.clone();
        let theirs = site.store.read(day, move |day| {
            let list = list.clone();
            async move { day.also(&list).await.map(drop) }
        });
        assert!(matches!(theirs.await, Err(StoreError::NotJoined)));
        let day = gate.permit_new::<ReadToday>(&somebody, &[]).unwrap();
        let writes = site.store.unit(day, move |day| {
            let list = reports.clone();
            async move { day.also(&list).await.map(drop) }
        });
        assert!(matches!(writes.await, Err(StoreError::NotJoined)));
    })
    .await;
}
