//! What is opened must be whole, known, and of these keys.

use record::Root;
use store::{Keyring, Settings, Store, StoreError, args};
use testkit::{Engine, on_both_engines};
use vault::RootKey;

use crate::ground::{said, say, site};

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        assert!(store::statements().len() > 30);
        for statement in store::statements() {
            site.store.prepare(statement).await.expect(statement);
        }
        assert!(
            site.store
                .prepare("SELECT nothing FROM nowhere")
                .await
                .is_err()
        );
        // PostgreSQL makes of this a number that no row is read by.
        let counts = "SELECT CASE WHEN record = '' THEN 1 ELSE 0 END AS here FROM guard";
        let taken = site.store.prepare(counts).await;
        assert_eq!(taken.is_err(), url.starts_with("postgres"));
    })
    .await;
}

#[tokio::test]
async fn keys_of_another_site_open_nothing() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        for root in [Root::Care, Root::Justice] {
            let opened = Store::open(site.settings_with_other(root)).await;
            assert!(
                matches!(opened.err(), Some(StoreError::WrongKeys)),
                "{root}"
            );
        }
        site.again(12).await;
        let one = RootKey::generate().to_hex();
        let [care, justice] = [&one, &one].map(|hex| RootKey::from_hex(hex).unwrap());
        assert!(matches!(
            Keyring::new(care, justice).err(),
            Some(StoreError::WrongKeys)
        ));
    })
    .await;
}

#[tokio::test]
async fn what_was_kept_is_there_after_a_restart() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let spoken = site.store.unit(permit.clone(), move |unit| async move {
            say(&unit, record, "words").await
        });
        spoken.await.unwrap();
        site.store.close().await;
        let late = site
            .store
            .unit(permit.clone(), |_| async { Ok::<_, StoreError>(()) });
        assert!(matches!(late.await, Err(StoreError::Busy)));
        let store = site.again(12).await;
        assert_eq!(store.installation(), site.store.installation());
        let opened = store.read(permit, move |unit| async move { said(&unit, record).await });
        assert_eq!(opened.await.unwrap(), "words");
        store.close().await;
        assert!(site.verdict().await.holds());
    })
    .await;
}

#[tokio::test]
async fn a_newer_schema_is_refused_by_name() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let newer = "INSERT INTO _sqlx_migrations \
            (version, description, success, checksum, execution_time) \
            SELECT 9999, 'of tomorrow', success, checksum, 0 FROM _sqlx_migrations WHERE version = 101";
        let written = site.store.upkeep(move |upkeep| async move { upkeep.execute(newer, args![]).await });
        assert_eq!(written.await.unwrap(), 1);
        site.store.close().await;
        let error = Store::open(site.settings(12)).await.err().unwrap();
        assert!(matches!(error, StoreError::NewerSchema { found: 9999, known } if known < 1000));
        assert!(error.to_string().contains("newer"));
    })
    .await;
}

/// What was written before the first release has other tables: it is left as it is, and the sentence
/// says what to do.
#[tokio::test]
async fn an_earlier_schema_is_refused_and_left_alone() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let earlier = "UPDATE _sqlx_migrations SET version = version - 100";
        let written = site
            .store
            .upkeep(move |upkeep| async move { upkeep.execute(earlier, args![]).await });
        assert!(written.await.unwrap() > 1);
        site.store.close().await;
        for _ in 0..2 {
            let error = Store::open(site.settings(12)).await.err().unwrap();
            assert!(matches!(error, StoreError::EarlierSchema { found } if found < 100));
            assert!(error.to_string().contains("najat init"), "{error}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_damaged_file_and_a_wrong_address_are_told_at_the_start() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    site.store.close().await;
    let mut bytes = std::fs::read(site.file()).unwrap();
    let end = bytes.len() - 4096;
    bytes[4096..end].fill(0x55);
    std::fs::write(site.file(), bytes).unwrap();
    let error = Store::open(site.settings(12)).await.err().unwrap();
    assert!(
        matches!(error, StoreError::Configuration(_) | StoreError::Engine(_)),
        "{error}"
    );
    let unknown = Settings {
        url: "mysql://x".to_owned(),
        ..site.settings(12)
    };
    assert!(matches!(
        Store::open(unknown).await.err(),
        Some(StoreError::Configuration(_))
    ));
    let nowhere = Settings {
        checkpoints: "/nowhere/at/all".into(),
        ..site.settings(12)
    };
    assert!(Store::open(nowhere).await.is_err());
}
