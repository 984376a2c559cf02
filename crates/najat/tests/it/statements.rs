//! Every statement of every part is taken by both engines.

use testkit::Engine;

#[tokio::test]
async fn every_statement_of_the_site_prepares_on_both_engines() {
    assert!(najat::statements().len() > 150);
    for engine in Engine::ALL {
        let Some(database) = engine.database() else {
            continue;
        };
        let folder = tempfile::tempdir().unwrap();
        let settings = store::Settings {
            url: database.url().to_owned(),
            checkpoints: folder.path().join("checkpoints.log"),
            keys: store::Keyring::generate(),
            world: testkit::world(3).0,
        };
        let store = store::Store::open(settings).await.unwrap();
        for sql in najat::statements() {
            let prepared = store.prepare(sql).await;
            assert!(prepared.is_ok(), "{engine:?} does not take {sql}");
        }
        store.close().await;
    }
}
