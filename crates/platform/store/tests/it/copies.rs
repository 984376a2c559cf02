//! Copies of the whole: made while others write, put back elsewhere, refused with the reason.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use access::Actor;
use access::action::BackUp;
use record::{Id, Root};
use store::backup::{CopyError, Restored, Restoring, restore};
use store::jobs::{JobKind, JobState, LEASE};
use store::{Settings, StoreError, args};
use tempfile::TempDir;
use testkit::{Database, Engine};

use crate::ground::{Installation, site};
use crate::jobs_asked::{ask, job};

/// A place where a copy is put back.
struct Elsewhere {
    database: Option<Database>,
    folder: TempDir,
}

impl Elsewhere {
    fn of(site: &Installation) -> Self {
        let database = (!site.is_sqlite()).then(|| Engine::Postgres.database().unwrap());
        let folder = TempDir::with_prefix("najat-elsewhere-").unwrap();
        Self { database, folder }
    }

    fn url(&self) -> String {
        match &self.database {
            Some(database) => database.url().to_owned(),
            None => format!("sqlite:{}", self.folder.path().join("najat.db").display()),
        }
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("checkpoints.log")
    }

    /// What is asked for where nothing is known but the copy.
    fn restoring(&self, site: &Installation, copy: &Path) -> Restoring {
        let Settings { keys, world, .. } = site.settings(21);
        Restoring {
            copy: copy.to_owned(),
            url: self.url(),
            checkpoints: self.log(),
            keys,
            latest: None,
            older_is_known: false,
            faults_are_known: false,
            world,
        }
    }

    /// The site as it stands here.
    async fn site(self, site: &Installation) -> Installation {
        let site = site.elsewhere(&self.url(), self.folder).await;
        // The database is dropped with the test's server.
        std::mem::forget(self.database);
        Installation { site }
    }
}

/// A site on each engine, without the table that only tests know.
async fn on_both(body: impl AsyncFn(Installation)) {
    for engine in Engine::ALL {
        if let Some(database) = engine.database() {
            eprintln!("on {engine:?}");
            let site = site(database.url()).await;
            let bare = site.store.upkeep(|upkeep| async move {
                upkeep.execute("DROP TABLE made_up", args![]).await
            });
            bare.await.unwrap();
            body(site).await;
        }
    }
}

async fn back_up(site: &Installation, out: &Path) -> Result<ledger::Manifest, CopyError> {
    let console = Actor::Console(site.id());
    let permit = site.store.gate().permit_new::<BackUp>(&console, &[]);
    site.store.back_up(permit.unwrap(), out).await
}

/// A record with a key for a body.
async fn record(site: &Installation, org: Id) -> Id {
    let record = site.id();
    let made = site.store.unit(site.anybody(), move |unit| async move {
        unit.create(crate::ground::new(record, org)).await
    });
    made.await.expect("a record");
    record
}

async fn shred(site: &Installation, record: Id) {
    let permit = site.reporter(record).await;
    let shredded = site
        .store
        .unit(permit, move |unit| async move { unit.shred(record).await });
    shredded.await.expect("shredded");
}

async fn wraps(site: &Installation, record: Id) -> usize {
    let select = "SELECT wrapped FROM data_key WHERE record = $1";
    let rows = site
        .store
        .read_clear(async |look| look.rows(select, args![record]).await);
    let rows: Result<_, StoreError> = rows.await;
    rows.unwrap().len()
}

fn refused(restored: Result<Restored, CopyError>) -> String {
    restored.map(drop).expect_err("refused").to_string()
}

/// A copy of a copy, to spoil.
fn spoilt(copy: &Path, name: &str, spoil: impl FnOnce(&mut Vec<u8>)) -> TempDir {
    let folder = TempDir::with_prefix("najat-spoilt-").unwrap();
    for entry in fs::read_dir(copy).unwrap().flatten() {
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let path = folder.path().join(name);
    let mut bytes = fs::read(&path).unwrap();
    spoil(&mut bytes);
    fs::write(&path, bytes).unwrap();
    folder
}

#[tokio::test]
async fn what_was_copied_is_put_back_and_what_was_shredded_stays_so() {
    on_both(async |site: Installation| {
        let org = site.body().await;
        let (gone, stays) = (record(&site, org).await, record(&site, org).await);
        let copy = site.folder().join("copies/first");
        let manifest = back_up(&site, &copy).await.unwrap();
        assert!(!copy.with_extension("partial").exists());
        let names: Vec<&str> = manifest.files.iter().map(|file| &*file.name).collect();
        assert_eq!(names.len(), 2);
        for key in site.keys() {
            for name in &names {
                let bytes = fs::read(copy.join(name)).unwrap();
                assert!(!bytes.windows(key.len()).any(|at| at == key.as_bytes()));
            }
        }
        shred(&site, gone).await;
        let later = record(&site, org).await;
        site.leaves().await;
        let latest = site.folder().join("latest.log");
        fs::copy(site.checkpoints(), &latest).unwrap();

        // The log knows more: what came later would be lost without a word.
        let elsewhere = Elsewhere::of(&site);
        let asked = Restoring {
            latest: Some(latest.clone()),
            ..elsewhere.restoring(&site, &copy)
        };
        let said = refused(restore(asked).await);
        assert!(said.contains("older than what is known"), "{said}");
        let asked = Restoring {
            latest: Some(latest.clone()),
            older_is_known: true,
            ..elsewhere.restoring(&site, &copy)
        };
        let restored = restore(asked).await.unwrap();
        assert!(restored.verdict.holds() && restored.lost() > 0);
        assert_eq!(restored.shredded_again, 1);
        let back = elsewhere.site(&site).await;
        assert_eq!(wraps(&back, gone).await, 0, "shredded again");
        assert_eq!(
            (wraps(&back, stays).await, wraps(&back, later).await),
            (1, 0)
        );
        assert_eq!(back.store.installation(), site.store.installation());
        back.leaves().await;
        assert!(back.verdict().await.holds(), "against its own log");
        let key = back.store.journal().public_key();
        let against_latest = store::offline::verify(&back.url, &key, Some(&latest)).await;
        assert!(!against_latest.unwrap().holds(), "what was lost shows");
        // Where something is, nothing is put back.
        let again = Restoring {
            url: back.url.clone(),
            checkpoints: back.checkpoints(),
            older_is_known: true,
            ..Elsewhere::of(&site).restoring(&site, &copy)
        };
        assert!(refused(restore(again).await).contains("not empty"));
        back.store.close().await;
    })
    .await;
}

#[tokio::test]
async fn wrong_truncated_and_changed_copies_are_refused_with_the_reason() {
    on_both(async |site: Installation| {
        let org = site.body().await;
        record(&site, org).await;
        let copy = site.folder().join("copy");
        let manifest = back_up(&site, &copy).await.unwrap();
        let data = manifest.files[0].name.clone();
        let elsewhere = Elsewhere::of(&site);
        let try_with = async |copy: &Path| refused(restore(elsewhere.restoring(&site, copy)).await);

        let cut = spoilt(&copy, &data, |bytes| bytes.truncate(bytes.len() - 1));
        assert!(try_with(cut.path()).await.contains("truncated"));
        let cut = spoilt(&copy, "checkpoints.log", |bytes| bytes.truncate(10));
        assert!(try_with(cut.path()).await.contains("truncated"));
        let changed = spoilt(&copy, &data, |bytes| *bytes.last_mut().unwrap() ^= 1);
        assert!(try_with(changed.path()).await.contains("was changed"));
        let longer = spoilt(&copy, &data, |bytes| bytes.push(0));
        assert!(try_with(longer.path()).await.contains("was changed"));
        let log = spoilt(&copy, "checkpoints.log", |bytes| bytes[3] ^= 1);
        assert!(try_with(log.path()).await.contains("was changed"));
        let resigned = spoilt(&copy, "manifest.txt", |bytes| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replace("\nsize ", "\nsize 1").into_bytes();
        });
        assert!(try_with(resigned.path()).await.contains("manifest"));
        fs::remove_file(changed.path().join("manifest.txt")).unwrap();
        assert!(try_with(changed.path()).await.contains("no finished copy"));

        for root in [Root::Care, Root::Justice] {
            let asked = Restoring {
                keys: site.settings_with_other(root).keys,
                ..elsewhere.restoring(&site, &copy)
            };
            let said = refused(restore(asked).await);
            assert!(said.starts_with(&format!("{root}.key")), "{said}");
        }
        let foreign = site.folder().join("foreign.log");
        fs::write(&foreign, "somebody else's\t1\t\t\n").unwrap();
        let asked = Restoring {
            latest: Some(foreign),
            ..elsewhere.restoring(&site, &copy)
        };
        assert!(refused(restore(asked).await).contains("of the installation"));
        let asked = Restoring {
            url: if site.is_sqlite() {
                "postgres://x/y"
            } else {
                "sqlite:/nowhere/x.db"
            }
            .to_owned(),
            ..elsewhere.restoring(&site, &copy)
        };
        assert!(refused(restore(asked).await).contains("cannot take it"));

        // After all that was refused, the place is as empty as before.
        restore(elsewhere.restoring(&site, &copy)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_log_that_lies_there_counts_as_the_latest_known_and_is_kept() {
    on_both(async |site: Installation| {
        let org = site.body().await;
        let copy = site.folder().join("copy");
        back_up(&site, &copy).await.unwrap();
        let gone = record(&site, org).await;
        shred(&site, gone).await;
        site.leaves().await;
        let elsewhere = Elsewhere::of(&site);
        fs::copy(site.checkpoints(), elsewhere.log()).unwrap();
        let said = refused(restore(elsewhere.restoring(&site, &copy)).await);
        assert!(said.contains("older"), "{said}");
        let asked = || Restoring {
            older_is_known: true,
            ..elsewhere.restoring(&site, &copy)
        };
        restore(asked()).await.unwrap();
        let kept = elsewhere
            .folder
            .path()
            .join("checkpoints.log.before-restore-1");
        assert_eq!(
            fs::read(kept).unwrap(),
            fs::read(site.checkpoints()).unwrap()
        );
        let own = fs::read_to_string(elsewhere.log()).unwrap();
        assert!(own.contains(&gone.to_string()), "the tombstone went along");
    })
    .await;
}

#[tokio::test]
async fn what_a_killed_copy_left_is_removed_and_a_living_one_left_alone() {
    on_both(async |site: Installation| {
        let out = site.folder().join("copy");
        let partial = site.folder().join("copy.partial");
        fs::create_dir_all(&partial).unwrap();
        fs::write(partial.join("najat.db"), "half").unwrap();
        fs::write(partial.join("making"), "").unwrap();
        let living = fs::File::open(partial.join("making")).unwrap();
        living.lock().unwrap();
        let error = back_up(&site, &out).await.unwrap_err();
        assert!(matches!(error, CopyError::UnderWay(_)), "{error}");
        assert!(partial.join("najat.db").exists());
        drop(living);
        back_up(&site, &out).await.unwrap();
        assert!(!partial.exists());
        let names = fs::read_dir(&out).unwrap().count();
        assert_eq!(names, 3, "nothing but the copy");
        let error = back_up(&site, &out).await.unwrap_err();
        assert!(matches!(error, CopyError::NotEmpty(_)), "{error}");
        // A copy that fails leaves nothing.
        let file = site.folder().join("file");
        fs::write(&file, "").unwrap();
        assert!(back_up(&site, &file.join("below")).await.is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn another_process_gets_its_turn_beside_sixty_four_writers() {
    let database = Engine::Sqlite.database().unwrap();
    let site = Arc::new(site(database.url()).await);
    let org = site.body().await;
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..64)
        .map(|_| {
            let (site, stop) = (site.clone(), stop.clone());
            tokio::spawn(async move {
                let mut kept = 0;
                while !stop.load(Ordering::Relaxed) {
                    let insert = "INSERT INTO made_up (record, n) VALUES ($1, 0)";
                    let unit = site.store.unit(site.anybody(), move |unit| async move {
                        let record = unit.id();
                        unit.execute(insert, args![record]).await
                    });
                    unit.await.expect("nobody is turned away");
                    kept += 1;
                }
                kept
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(200)).await;
    for seed in 30..35 {
        let visited = async {
            let site = site.visitor(seed).await;
            let visitor = Installation { site };
            for _ in 0..5 {
                record(&visitor, org).await;
            }
            let out = visitor.folder().join("copy");
            back_up(&visitor, &out).await.expect("a copy");
            visitor.store.close().await;
        };
        tokio::time::timeout(Duration::from_secs(20), visited)
            .await
            .expect("it does not wait for ever");
    }
    stop.store(true, Ordering::Relaxed);
    let mut kept = 0;
    for writer in writers {
        kept += writer.await.unwrap();
    }
    assert!(kept > 1000, "{kept} units beside five visitors");
    let rows = site.number("SELECT COUNT(*) AS n FROM made_up").await;
    assert_eq!(rows, kept);
    assert!(site.verdict().await.holds());
}

#[tokio::test]
async fn a_copy_asked_for_is_not_made_again_where_it_was_put_back() {
    on_both(async |site| {
        let store = &site.store;
        let copying = ask(store, JobKind::BackUp).await.job;
        let rebuilding = ask(store, JobKind::RebuildIndex).await.job;
        let claim = store.claim_job(&[JobKind::BackUp]).await.unwrap().unwrap();
        let copy = site.folder().join("copy");
        back_up(&site, &copy).await.expect("a copy");
        claim.finish().await.unwrap();
        let elsewhere = Elsewhere::of(&site);
        restore(elsewhere.restoring(&site, &copy)).await.unwrap();
        let there = elsewhere.site(&site).await;
        there.clock.advance(LEASE);
        assert_eq!(job(&there.store, copying).await.state, JobState::Cancelled);
        let left = there.store.claim_job(JobKind::ALL).await.unwrap().unwrap();
        assert_eq!(left.job().id, rebuilding);
        assert_eq!(job(store, copying).await.state, JobState::Done);
    })
    .await;
}
