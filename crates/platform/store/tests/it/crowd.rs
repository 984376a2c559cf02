//! A crowd at the door: those beyond the queue are told to come back, and receipts go on.

use futures::future::join_all;
use store::StoreError;
use testkit::Engine;

use crate::ground::site;

#[tokio::test(flavor = "multi_thread")]
async fn guesses_never_stand_before_a_report() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let slow = site.store.slow().clone();
    let crowd = tokio::spawn({
        let slow = slow.clone();
        async move {
            let guesses = (0..400).map(|number| slow.verify(format!("guess {number}"), None));
            join_all(guesses).await
        }
    });
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    let receipt = slow.store("twelve digits".to_owned()).await;
    assert!(receipt.is_ok());
    assert!(
        !crowd.is_finished(),
        "the receipt did not wait for the crowd"
    );
    let answers = crowd.await.unwrap();
    let busy = answers
        .iter()
        .filter(|answer| matches!(answer, Err(StoreError::Busy)))
        .count();
    assert!(busy > 0 && busy < 400, "{busy} were told to come back");
    assert!(answers.iter().flatten().all(|right| !right));
}
