//! Sealed values open in their place, in a unit that may, by the own body's wrap, and nowhere else.

use access::action::ReadReport;
use record::{Relation, Role};
use store::{StoreError, args};
use testkit::on_both_engines;
use vault::{Place, Sealed};

use crate::ground::{person, said, say, sealed, site};

#[tokio::test]
async fn a_unit_opens_only_what_it_joined_and_only_in_its_place() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let (one, other) = (site.record(org).await, site.record(org).await);
        let (permit, joined) = (
            site.may_answer(org, one).await,
            site.may_answer(org, other).await,
        );
        let tried = site.store.unit(permit, move |unit| {
            let joined = joined.clone();
            async move {
                say(&unit, one, "first").await?;
                assert!(matches!(
                    say(&unit, other, "second").await,
                    Err(StoreError::NotJoined)
                ));
                unit.join(joined).await?;
                say(&unit, other, "second").await?;
                let value = sealed(&unit, one).await?;
                let (row, wrong) = (one.to_string(), other.to_string());
                let right = Place {
                    table: "made_up",
                    row: &row,
                    column: "said",
                };
                for place in [
                    Place {
                        table: "other",
                        ..right
                    },
                    Place {
                        row: &wrong,
                        ..right
                    },
                    Place {
                        column: "other",
                        ..right
                    },
                ] {
                    assert!(matches!(
                        unit.open(one, &place, &value).await,
                        Err(StoreError::Sealed)
                    ));
                }
                // Not by another record's key, though the unit holds it.
                assert!(matches!(
                    unit.open(other, &right, &value).await,
                    Err(StoreError::Sealed)
                ));
                assert_eq!(unit.open(one, &right, &value).await?.expose(), "first");
                let mut bytes = value.into_stored();
                *bytes.last_mut().unwrap() ^= 1;
                let changed = Sealed::<String>::from_stored(bytes);
                assert!(matches!(
                    unit.open(one, &right, &changed).await,
                    Err(StoreError::Sealed)
                ));
                Ok::<_, StoreError>(())
            }
        });
        tried.await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_person_opens_by_the_wrap_of_their_own_body() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let (here, there) = (site.body().await, site.body().await);
        let record = site.record(here).await;
        let sender = site.reporter(record).await;
        let worker = site.id();
        let spoken = site.store.unit(sender.clone(), move |unit| async move {
            say(&unit, record, "words").await?;
            unit.grant(record, worker, Relation::Team, None, None).await
        });
        spoken.await.unwrap();
        // The worker may read it, and the body of this membership has no wrap.
        let actor = person(Role::Caseworker, there, worker);
        let open = async || {
            let permit = site
                .store
                .gate()
                .permit::<ReadReport>(&actor, record)
                .await?;
            site.store
                .read(permit, move |unit| async move { said(&unit, record).await })
                .await
        };
        assert!(matches!(open().await, Err(StoreError::Sealed)));
        let share = site.store.unit(sender.clone(), move |unit| async move {
            unit.share_key(record, there).await
        });
        share.await.unwrap();
        assert_eq!(open().await.unwrap(), "words");
        // The key moves on with the desk: the body before opens nothing any more.
        let moved = site.store.unit(sender, move |unit| async move {
            unit.set_org(record, Some(there), here).await
        });
        moved.await.unwrap();
        assert!(matches!(open().await, Err(StoreError::Sealed)));
    })
    .await;
}

#[tokio::test]
async fn no_text_stands_in_clear() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let words = "a sentence that nobody else says";
        let spoken = site.store.unit(permit, move |unit| async move {
            say(&unit, record, words).await
        });
        spoken.await.unwrap();
        if site.is_sqlite() {
            for end in ["", "-wal"] {
                let file = format!("{}{end}", site.file().display());
                let bytes = std::fs::read(file).unwrap();
                assert!(
                    !bytes
                        .windows(words.len())
                        .any(|part| part == words.as_bytes())
                );
            }
        } else {
            let rows = site
                .store
                .read_clear(async |look| look.rows("SELECT said FROM made_up", args![]).await);
            let rows: Vec<store::Row> = rows.await.unwrap();
            let bytes = rows[0].bytes("said").unwrap();
            assert!(
                !bytes
                    .windows(words.len())
                    .any(|part| part == words.as_bytes())
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_grew_from_a_record_is_withdrawn_with_it_and_not_opened() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let (report, grown) = (site.record(org).await, site.id());
        let permit = site.reporter(report).await;
        let begun = site.store.unit(permit.clone(), move |unit| async move {
            let mut new = crate::ground::new(grown, org);
            new.root = Some(report);
            unit.create(new).await?;
            let insert = "INSERT INTO made_up (record, n) VALUES ($1, 0)";
            unit.execute(insert, args![grown]).await?;
            say(&unit, grown, "words").await
        });
        begun.await.unwrap();
        let withdrawn = site.store.unit(permit, move |unit| async move {
            let found = unit.grown(report, record::Kind::Report).await?;
            assert_eq!(found, [grown]);
            assert!(matches!(
                said(&unit, grown).await,
                Err(StoreError::NotJoined)
            ));
            let shared = unit.share_key(grown, org).await;
            assert!(matches!(shared, Err(StoreError::NotJoined)));
            unit.set_state(grown, "withdrawn").await?;
            unit.shred(grown).await
        });
        withdrawn.await.unwrap();
        let left = "SELECT COUNT(*) AS n FROM data_key";
        assert_eq!(site.number(left).await, 1);
    })
    .await;
}
