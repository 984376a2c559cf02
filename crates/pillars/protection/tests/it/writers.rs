//! Many write on one report at once, and no text is lost.

use std::collections::BTreeSet;
use std::sync::Arc;

use protection::report::ReportError;
use store::StoreError;

use crate::installation::{Basra, Installation, free_text};

const WRITERS: usize = 64;

/// Tries again as a person does whose form came back: with what stands there now, or later.
async fn answer(site: &Installation, basra: &Basra, report: record::Id, text: &str) {
    let actor = basra.responder.actor();
    let key = site.key();
    loop {
        let seen = match site.read(&actor, report).await {
            Ok(opened) => opened.head.revision,
            Err(ReportError::Store(StoreError::Busy)) => continue,
            Err(error) => panic!("{error}"),
        };
        match site.answer(&actor, report, text, seen, &key).await {
            Ok(_) => return,
            Err(ReportError::Stale | ReportError::Store(StoreError::Busy)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

async fn add(site: &Installation, report: record::Id, text: &str) {
    let key = site.key();
    loop {
        match site.add(report, text, &key).await {
            Ok(_) => return,
            Err(ReportError::Stale | ReportError::Store(StoreError::Busy)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_text_of_sixty_four_writers_is_lost() {
    testkit::on_both_engines(async |url: String| {
        let site = Arc::new(Installation::open(&url).await);
        let basra = Arc::new(Basra::new(&site).await);
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..WRITERS {
            let (site, basra) = (site.clone(), basra.clone());
            writers.spawn(async move {
                let text = format!("text {writer}");
                if writer % 2 == 0 {
                    answer(&site, &basra, report, &text).await;
                } else {
                    add(&site, report, &text).await;
                }
            });
        }
        while let Some(done) = writers.join_next().await {
            done.expect("a writer");
        }
        let opened = site.read(&basra.responder.actor(), report).await.unwrap();
        let texts: BTreeSet<String> = free_text(&opened).into_iter().collect();
        assert_eq!(opened.thread.len(), WRITERS);
        assert_eq!(
            texts,
            (0..WRITERS)
                .map(|writer| format!("text {writer}"))
                .collect()
        );
        let revisions: Vec<i64> = opened
            .thread
            .iter()
            .map(|message| message.revision)
            .collect();
        assert_eq!(
            revisions,
            (2..).take(WRITERS).collect::<Vec<_>>(),
            "each has a place of its own"
        );
        assert_eq!(opened.head.revision, 65);
    })
    .await;
}
