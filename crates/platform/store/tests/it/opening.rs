//! What is opened must be whole, known, and of these keys.

use record::Root;
use store::{Keyring, Settings, Store, StoreError, args};
use testkit::{Engine, on_both_engines};
use vault::RootKey;

use crate::ground::{house, said, say};

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    on_both_engines(async |url: String| {
        let house = house(&url).await;
        assert!(store::statements().len() > 30);
        for statement in store::statements() {
            house.store.prepare(statement).await.expect(statement);
        }
        assert!(
            house
                .store
                .prepare("SELECT nothing FROM nowhere")
                .await
                .is_err()
        );
    })
    .await;
}

#[tokio::test]
async fn keys_of_another_house_open_nothing() {
    on_both_engines(async |url: String| {
        let house = house(&url).await;
        for root in [Root::Care, Root::Justice] {
            let opened = Store::open(house.settings_with_other(root)).await;
            assert!(
                matches!(opened.err(), Some(StoreError::WrongKeys)),
                "{root}"
            );
        }
        house.again(12).await;
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
        let house = house(&url).await;
        let org = house.body().await;
        let record = house.record(org).await;
        let permit = house.may_answer(org, record).await;
        let spoken = house.store.unit(permit.clone(), move |unit| async move {
            say(&unit, record, "words").await
        });
        spoken.await.unwrap();
        house.store.close().await;
        let late = house
            .store
            .unit(permit.clone(), |_| async { Ok::<_, StoreError>(()) });
        assert!(matches!(late.await, Err(StoreError::Busy)));
        let store = house.again(12).await;
        assert_eq!(store.installation(), house.store.installation());
        let opened = store.read(permit, move |unit| async move { said(&unit, record).await });
        assert_eq!(opened.await.unwrap(), "words");
        store.close().await;
        assert!(house.verdict().await.holds());
    })
    .await;
}

#[tokio::test]
async fn a_newer_schema_is_refused_by_name() {
    on_both_engines(async |url: String| {
        let house = house(&url).await;
        let newer = "INSERT INTO _sqlx_migrations \
            (version, description, success, checksum, execution_time) \
            SELECT 9999, 'of tomorrow', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
        let written = house.store.upkeep(move |upkeep| async move { upkeep.execute(newer, args![]).await });
        assert_eq!(written.await.unwrap(), 1);
        house.store.close().await;
        let error = Store::open(house.settings(12)).await.err().unwrap();
        assert!(matches!(error, StoreError::NewerSchema { found: 9999, known } if known < 100));
        assert!(error.to_string().contains("newer"));
    })
    .await;
}

#[tokio::test]
async fn a_damaged_file_and_a_wrong_address_are_told_at_the_start() {
    let database = Engine::Sqlite.database().unwrap();
    let house = house(database.url()).await;
    house.store.close().await;
    let mut bytes = std::fs::read(house.file()).unwrap();
    let end = bytes.len() - 4096;
    bytes[4096..end].fill(0x55);
    std::fs::write(house.file(), bytes).unwrap();
    let error = Store::open(house.settings(12)).await.err().unwrap();
    assert!(
        matches!(error, StoreError::Configuration(_) | StoreError::Engine(_)),
        "{error}"
    );
    let unknown = Settings {
        url: "mysql://x".to_owned(),
        ..house.settings(12)
    };
    assert!(matches!(
        Store::open(unknown).await.err(),
        Some(StoreError::Configuration(_))
    ));
    let nowhere = Settings {
        checkpoints: "/nowhere/at/all".into(),
        ..house.settings(12)
    };
    assert!(Store::open(nowhere).await.is_err());
}
