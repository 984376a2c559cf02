//! The ledger as it is kept: dense leaves, signed heads, lines outside, on both engines.

use std::time::Duration;

use futures::future::join_all;
use store::{Heir, StoreError, args};
use testkit::on_both_engines;

use crate::ground::{Installation, site};

async fn done(site: &Installation, store: &store::Store, count: usize) {
    let all = (0..count).map(|_| store.unit(site.anybody(), |_| async { Ok::<_, StoreError>(()) }));
    for kept in join_all(all).await {
        kept.expect("acknowledged");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stored_rows_verify_and_stay_dense_under_two_handles() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let other = site.again(12).await;
        for _ in 0..5 {
            tokio::join!(
                done(&site, &site.store, 20),
                done(&site, &other, 20),
                async { other.sequence().await.unwrap() },
                async { site.store.sequence().await.unwrap() }
            );
        }
        assert_eq!(site.leaves().await, 200);
        assert_eq!(
            site.number("SELECT MAX(seq) AS n FROM ledger_leaf").await,
            199
        );
        assert_eq!(
            site.number("SELECT COUNT(*) AS n FROM ledger_pending")
                .await,
            0
        );

        // By `ledger` itself, from the rows as they stand.
        let key = site.store.journal().public_key();
        let rows = |sql| {
            site.store
                .read_clear(async move |look| look.rows(sql, args![]).await)
        };
        let leaves: Result<Vec<store::Row>, StoreError> =
            rows("SELECT seq, body, hash FROM ledger_leaf ORDER BY seq").await;
        let notes: Result<Vec<store::Row>, StoreError> =
            rows("SELECT note FROM ledger_checkpoint ORDER BY size").await;
        let leaves = leaves.unwrap().into_iter().map(|row| ledger::StoredLeaf {
            seq: row.int("seq").unwrap().try_into().unwrap(),
            fact: Some(ledger::Fact::of(&row.bytes("body").unwrap())),
            body: row.bytes("body").unwrap(),
            hash: row.bytes("hash").unwrap(),
        });
        let notes = notes
            .unwrap()
            .into_iter()
            .map(|row| row.text("note").unwrap());
        let log = std::fs::read_to_string(site.checkpoints()).unwrap();
        let mut lines = log.lines().map(str::to_owned);
        let verdict = ledger::verify(leaves, notes, Some(&mut lines), &key);
        assert!(verdict.holds(), "{verdict:?}");
        assert_eq!(verdict.leaves, 200);
        assert_eq!(verdict.unknown, [ledger::Unknown::Together]);
        assert_eq!(site.verdict().await, verdict);
    })
    .await;
}

#[tokio::test]
async fn an_entry_is_a_leaf_within_a_quarter_of_a_second_or_so() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        done(&site, &site.store, 3).await;
        for _ in 0..40 {
            if site.number("SELECT COUNT(*) AS n FROM ledger_leaf").await == 3 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("entries wait too long");
    })
    .await;
}

#[tokio::test]
async fn a_unit_of_many_entries_is_moved_whole() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let worker = site.id();
        let before = site.leaves().await;
        let guard = "INSERT INTO guard (record, kind, org, sensitivity, state, root, world, version) \
            VALUES ($1, 'report', $2, 'ordinary', 'open', $1, 'care', 1)";
        let hold = "INSERT INTO access_grant (record, holder, relation) VALUES ($1, $2, 'owner')";
        let handed = site.store.unit(site.anybody(), move |unit| async move {
            for _ in 0..1100 {
                let record = unit.id();
                unit.execute(guard, args![record, org]).await?;
                unit.execute(hold, args![record, worker]).await?;
            }
            let heir = Heir {
                account: unit.id(),
                organisations: Vec::new(),
            };
            unit.hand_over(org, worker, &[heir]).await
        });
        assert_eq!(handed.await.unwrap().moved, 1100);
        assert_eq!(site.leaves().await, before + 1101);
        assert_eq!(site.number("SELECT COUNT(*) AS n FROM ledger_pending").await, 0);
        assert!(site.verdict().await.holds());
    })
    .await;
}

#[tokio::test]
async fn a_kill_between_commit_and_line_is_made_good_and_is_no_alarm() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        for _ in 0..5 {
            done(&site, &site.store, 2).await;
            site.store.sequence().await.unwrap();
        }
        site.store.close().await;
        let whole = std::fs::read_to_string(site.checkpoints()).unwrap();
        let lines: Vec<&str> = whole.lines().collect();
        assert!(lines.len() >= 5);
        let torn = format!("{}\n{}", lines[..3].join("\n"), &lines[3][..40]);
        let cut = [
            (format!("{}\n", lines[..lines.len() - 1].join("\n")), 1),
            (format!("{}\n", lines[..2].join("\n")), lines.len() - 2),
            (whole.strip_suffix('\n').unwrap().to_owned(), 1),
            (whole.trim_end().to_owned(), 2),
            (torn, lines.len() - 2),
        ];
        for (text, recovered) in cut {
            std::fs::write(site.checkpoints(), &text).unwrap();
            let verdict = site.verdict().await;
            assert!(verdict.holds(), "before the start: {verdict:?}");
            site.again(12).await.close().await;
            let verdict = site.verdict().await;
            assert!(verdict.holds(), "{verdict:?}");
            assert_eq!(verdict.recovered, u64::try_from(recovered).unwrap());
            // A crash leaves no more out; where more was gone, the check says so for ever.
            let rewritten =
                |unknown: &ledger::Unknown| matches!(unknown, ledger::Unknown::Rewritten { .. });
            assert_eq!(verdict.unknown.iter().any(rewritten), recovered > 2);
        }
        // A log that is gone, or is another ledger's, is no crash: nothing is written anew.
        let signed = u64::try_from(lines.len()).unwrap();
        for gone in [None, Some(""), Some("words of somebody\n")] {
            match gone {
                Some(text) => std::fs::write(site.checkpoints(), text).unwrap(),
                None => std::fs::remove_file(site.checkpoints()).unwrap(),
            }
            let opened = store::Store::open(site.settings(12)).await;
            let Err(StoreError::LogGone { signed: told }) = opened else {
                panic!("{gone:?}: it opened");
            };
            assert_eq!(told, signed);
            let left = std::fs::read_to_string(site.checkpoints()).unwrap();
            assert_eq!(left, gone.unwrap_or_default());
        }
        std::fs::write(site.checkpoints(), "").unwrap();
        let age = store::Store::take_older(site.settings(12)).await.unwrap();
        assert!(matches!(age, store::Age::LogGone { .. }), "{age:?}");
        let again = store::Store::take_older(site.settings(12)).await.unwrap();
        assert_eq!(again, store::Age::Same);
        let store = site.again(13).await;
        done(&site, &store, 1).await;
        store.close().await;
        let verdict = site.verdict().await;
        assert!(verdict.holds() && verdict.leaves == 12, "{verdict:?}");
    })
    .await;
}

#[tokio::test]
async fn a_log_that_is_not_text_is_read_all_the_same() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        done(&site, &site.store, 2).await;
        site.store.close().await;
        let lines = std::fs::read(site.checkpoints()).unwrap();
        // Half a line of a disk gone wrong.
        std::fs::write(
            site.checkpoints(),
            [&lines, [0xff, 0x00, 0xfe].as_slice()].concat(),
        )
        .unwrap();
        let store = site.again(12).await;
        done(&site, &store, 1).await;
        store.close().await;
        let now = std::fs::read(site.checkpoints()).unwrap();
        assert!(
            now.starts_with(&lines) && now.len() < lines.len() * 4,
            "written anew"
        );
        let verdict = site.verdict().await;
        assert!(verdict.holds() && verdict.recovered == 1, "{verdict:?}");
    })
    .await;
}
