//! A form sent twice counts once; a ticket proves a visit.

use futures::future::join_all;
use store::{StoreError, args};
use testkit::on_both_engines;

use crate::ground::site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_twice_is_answered_as_the_first_was() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let all = (0..16).map(|_| {
            site.store.unit(site.anybody(), |unit| async move {
                if let Some(answer) = unit.answered("one-time key").await? {
                    return Ok(answer);
                }
                let answer = unit.id().to_string();
                unit.execute(
                    "INSERT INTO made_up (record, n) VALUES ($1, 0)",
                    args![&answer],
                )
                .await?;
                unit.answer("one-time key", &answer).await?;
                Ok::<_, StoreError>(answer)
            })
        });
        let answers: Vec<String> = join_all(all)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!(site.number("SELECT COUNT(*) AS n FROM made_up").await, 1);
        // The database does not have the key itself.
        let rows = site
            .store
            .read_clear(async |look| look.rows("SELECT key FROM form_key", args![]).await);
        let rows: Vec<store::Row> = rows.await.unwrap();
        assert!(rows.len() == 1 && rows[0].text("key").unwrap() != "one-time key");

        // Somebody else gets no answer, and is not kept from doing the same with the same key.
        for _ in 0..2 {
            let org = site.body().await;
            let record = site.record(org).await;
            let permit = site.may_answer(org, record).await;
            let other = site.store.unit(permit, |unit| async move {
                assert_eq!(unit.answered("one-time key").await?, None);
                unit.answer("one-time key", "mine").await
            });
            other.await.unwrap();
        }

        // It is forgotten after two days and not before.
        for (seconds, forgotten) in [(47 * 3600, 0), (2 * 3600, 3)] {
            site.clock.advance(seconds);
            let forget = site
                .store
                .upkeep(|upkeep| async move { upkeep.forget_forms().await });
            assert_eq!(forget.await.unwrap(), forgotten);
        }
    })
    .await;
}

#[tokio::test]
async fn a_ticket_is_good_for_its_record_and_its_time() {
    let database = testkit::Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let store = &site.store;
    let (record, other) = (site.id(), site.id());
    let until = store.world().now().plus_seconds(600);
    let ticket = store.ticket(record, until);
    assert_eq!(store.ticket_record(&ticket), Some(record));
    assert_eq!(
        store.ticket_record(&ticket.replace(&record.to_string(), &other.to_string())),
        None
    );
    let later = until.plus_seconds(1).micros().to_string();
    assert_eq!(
        store.ticket_record(&ticket.replace(&until.micros().to_string(), &later)),
        None
    );
    for wrong in [
        "",
        ".",
        "..",
        "a.b.c",
        &ticket[1..],
        &ticket[..ticket.len() - 2],
    ] {
        assert_eq!(store.ticket_record(wrong), None);
    }
    site.clock.advance(600);
    assert_eq!(store.ticket_record(&ticket), None);
}

#[tokio::test]
async fn a_receipt_follows_from_the_form_alone() {
    let database = testkit::Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let slow = site.store.slow();
    let digits = |key: &str| slow.digits_of(key, 20).expose().clone();
    let receipt = digits("a");
    assert!(receipt.len() == 20 && receipt.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(receipt, digits("a"));
    assert_ne!(receipt, digits("b"));
    let stored = slow.store("secret".to_owned()).await.unwrap();
    assert!(
        slow.verify("secret".to_owned(), Some(stored.clone()))
            .await
            .unwrap()
    );
    assert!(!slow.verify("other".to_owned(), Some(stored)).await.unwrap());
    assert!(!slow.verify("secret".to_owned(), None).await.unwrap());
}

#[tokio::test]
async fn a_key_is_good_for_one_action_and_none_is_no_key() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let more = site.reporter(record).await;
        let added = site.store.unit(more.clone(), |unit| async move {
            assert_eq!(unit.answered("a key").await?, None);
            unit.answer("a key", "added").await
        });
        added.await.unwrap();
        let answer = site.may_answer(org, record).await;
        let other = site.store.unit(answer, |unit| async move {
            assert_eq!(unit.answered("a key").await?, None, "of another action");
            unit.answer("a key", "answered").await
        });
        other.await.unwrap();
        let keyless = site
            .store
            .unit(more, |unit| async move { unit.answered("").await });
        assert!(matches!(keyless.await, Err(StoreError::Absent)));
    })
    .await;
}
