//! Long work that was cut off: the program killed in the middle of it, a copy left half, a command
//! beside the program that serves.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use access::Actor;
use access::action::BackUp;
use demo::past;
use najat::config::Place;
use najat::console::ask_actor;
use najat::demo::{Size, populate, quiet};
use najat::folder::Folder;
use najat::jobs::words::Rebuild;
use najat::jobs::{ask_where_folding_changed, turn};
use najat::serve_store;
use page::Settings;
use record::World;
use store::jobs::{JobKind, JobState, LEASE, Outcome, Ran};
use store::{Store, StoreError, args};

use crate::installed::{Installed, enrol};
use crate::jobs::{every, indexes, spoil, until};
use crate::kill;

const FOLDED: &str = "SELECT COUNT(*) AS folded FROM ledger_fact WHERE action = 'IndexAccount' \
    AND outcome = 'done'";

async fn open(folder: &Folder, world: World) -> Store {
    let settings = store::Settings {
        url: folder.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys().unwrap(),
        world,
    };
    Store::open(settings).await.unwrap()
}

/// A world some time after now, in which the lease of whoever was killed has run out.
fn later(seconds: i64) -> World {
    let (world, clock) = testkit::world(77);
    clock.set(najat::world::system().now().plus_seconds(seconds));
    world
}

async fn folded(store: &Store) -> i64 {
    let counted = store.read_clear(async |look| -> Result<i64, StoreError> {
        look.rows(FOLDED, args![]).await?[0].int("folded")
    });
    counted.await.unwrap()
}

/// A demo with many accounts, and nothing that a pillar adds.
async fn peopled(path: &Path) -> Folder {
    let folder = Folder::create(path).unwrap();
    let (earlier, clock) = past(&najat::world::system());
    let store = open(&folder, earlier).await;
    let key = store.journal().public_key().to_string();
    folder.write_public_key(&key).unwrap();
    let size = Size {
        places: &["IQG02"],
        people: 160,
        reports: 0,
    };
    populate(&store, &clock, &size, &[], &quiet).await.unwrap();
    store.close().await;
    folder
}

/// The program finds at its start that folding changed, and is killed while it makes the index anew.
/// Whoever serves next goes on from there: no name is folded twice, and none is left out.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn killed_in_the_middle_it_goes_on_where_it_was() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("data");
    let folder = peopled(&path).await;
    let store = open(&folder, najat::world::system()).await;
    let before = indexes(&store).await;
    let all = i64::try_from(before.len()).unwrap();
    let mut earlier = 0;
    let cut_off = loop {
        spoil(&store).await;
        let known = every(&store).await.len();
        let mut server = kill::start(&path);
        let begun = until(&store, |job| job.done > 0).await;
        server.kill();
        let jobs = every(&store).await;
        let job = jobs.last().unwrap();
        assert!(jobs.len() == known + 1 && job.id == begun.id && job.asked_by == "rule:RunJobs");
        if job.ended.is_none() {
            break job.clone();
        }
        // It was quicker than the kill: once more.
        earlier += all;
    };
    assert_eq!((cut_off.state, cut_off.attempt), (JobState::Running, 1));
    assert!((1..all).contains(&cut_off.done), "{cut_off:?}");
    let half = indexes(&store).await;
    let right = half.iter().filter(|one| before.contains(one)).count();
    assert_eq!(
        i64::try_from(right).unwrap(),
        cut_off.done,
        "step and cursor are one"
    );
    assert!(!cut_off.is_cut_off(najat::world::system().now()));
    store.close().await;

    let world = later(LEASE + 1);
    let store = open(&folder, world.clone()).await;
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let settings = Settings {
        demo: true,
        ..Settings::default()
    };
    let routes = najat::demo::routes();
    let running = serve_store(routes, store.clone(), world, listen, settings);
    let running = running.await.unwrap();
    let done = until(&store, |job| job.ended.is_some()).await;
    assert_eq!((done.id, done.state), (cut_off.id, JobState::Done));
    assert_eq!((done.attempt, done.done), (2, all));
    assert_eq!(indexes(&store).await, before);
    store.sequence().await.unwrap();
    assert_eq!(folded(&store).await, earlier + all, "each name once");
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_a_copy_of_somebody_killed_is_made_whole_in_its_place() {
    let shelter = Installed::new().await;
    let copies = tempfile::tempdir().unwrap();
    let folder = Folder::at(shelter.data());
    let store = open(&folder, shelter.world.clone()).await;
    let console = Actor::Console(shelter.world.id());
    let permit = store.gate().permit_new::<BackUp>(&console, &[]).unwrap();
    let ask = |unit: store::Unit<BackUp>| async move { unit.ask_job(JobKind::BackUp).await };
    store.unit(permit, ask).await.unwrap();
    let claim = store.claim_job(&[JobKind::BackUp]).await.unwrap();
    let job = claim.expect("it is due").job().clone();
    let at = job.asked_at.local().strftime("%Y%m%d-%H%M%S");
    let name = format!("najat-{at}-{}", &job.id.to_string()[..8]);
    let half = copies.path().join(format!("{name}.partial"));
    std::fs::create_dir(&half).unwrap();
    std::fs::write(half.join("najat.db"), "half of it").unwrap();
    store.close().await;

    let set = najat::config::Configuration {
        listen: ([127, 0, 0, 1], 0).into(),
        backup: Some(copies.path().to_owned()),
        ..shelter.set.clone()
    };
    let running = najat::serving::begin(&set, shelter.world.clone())
        .await
        .unwrap();
    let store = &running.app().store;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let jobs = every(store).await;
    assert_eq!(jobs, std::slice::from_ref(&job), "its lease is left alone");
    shelter.clock.advance(LEASE);
    let done = until(store, |job| job.ended.is_some()).await;
    assert_eq!((done.state, done.attempt), (JobState::Done, 2));
    let names: Vec<_> = copies.path().read_dir().unwrap().flatten().collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert_eq!(names[0].file_name().display().to_string(), name);
    store::backup::manifest(&names[0].path(), &folder.keys().unwrap()).expect("whole");
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn told_to_stop_it_gives_the_job_back_and_leaves_nothing_half() {
    let shelter = Installed::new().await;
    let copies = tempfile::tempdir().unwrap();
    let store = open(&Folder::at(shelter.data()), shelter.world.clone()).await;
    spoil(&store).await;
    assert!(ask_where_folding_changed(&store).await.unwrap());
    let console = Actor::Console(shelter.world.id());
    let permit = store.gate().permit_new::<BackUp>(&console, &[]).unwrap();
    let ask = |unit: store::Unit<BackUp>| async move { unit.ask_job(JobKind::BackUp).await };
    store.unit(permit, ask).await.unwrap();
    let (stop, stopped) = tokio::sync::watch::channel(true);
    let to = || Some(copies.path().to_owned());
    for kind in JobKind::ALL {
        let ran = turn(&store, &[*kind], to(), stopped.clone()).await.unwrap();
        assert_eq!(ran, Some(Ran::Ended(Outcome::PutBack)), "{kind}");
    }
    assert!(copies.path().read_dir().unwrap().next().is_none());
    for job in every(&store).await {
        assert_eq!((job.state, job.tries), (JobState::Waiting, 0));
    }
    // Whoever serves next does them at once.
    stop.send_replace(false);
    for kind in JobKind::ALL {
        let ran = turn(&store, &[*kind], to(), stopped.clone()).await.unwrap();
        assert_eq!(ran, Some(Ran::Ended(Outcome::Finished)), "{kind}");
    }
    assert!(!ask_where_folding_changed(&store).await.unwrap());
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_does_it_beside_whoever_serves_and_alone() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let url = running.url();
    let first = enrol(&shelter, &url, "first", &shelter.code("first")).await;
    let second = enrol(&shelter, &url, "second", &shelter.code("second")).await;
    let rebuild = async |who| {
        shelter.clock.advance(30);
        let words = Rebuild {
            place: Place {
                data: Some(shelter.data().to_owned()),
                config: None,
            },
            who: shelter.credentials(who),
        };
        let mut said = Vec::new();
        najat::jobs::rebuild(&words, shelter.world.clone(), &mut said).await?;
        Ok::<_, anyhow::Error>(String::from_utf8(said).unwrap())
    };
    let said = rebuild(&first).await.expect("beside whoever serves");
    assert!(
        said.contains("The index of 2 sign-in names was made anew."),
        "{said}"
    );
    shelter.clock.advance(30);
    let store = &running.app().store;
    let officer = ask_actor(store, &shelter.credentials(&second)).await;
    let asked = najat::jobs::ask_rebuild(store, &officer.unwrap()).await;
    assert!(asked.is_err(), "an administrator's alone");
    running.stop().await;
    assert!(
        rebuild(&first)
            .await
            .expect("alone")
            .contains("of 2 sign-in names")
    );
    let store = open(&Folder::at(shelter.data()), shelter.world.clone()).await;
    let jobs = every(&store).await;
    assert_eq!(jobs.len(), 2);
    for job in jobs {
        assert!(job.asked_by.starts_with("console:") && job.state == JobState::Done);
    }
    store.close().await;
}
