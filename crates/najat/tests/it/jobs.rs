//! Long work through HTTP: asked for on a page, done by whoever serves, watched, cancelled, told of
//! where it cannot be done.

use std::path::Path;
use std::time::Duration;

use access::Actor;
use access::action::BackUp;
use najat::config::Configuration;
use najat::doctor::{self, Depth};
use najat::{Running, serving};
use people::account;
use protection::person::search;
use record::Role;
use reqwest::Client;
use store::jobs::{Fault, Heard, Job, JobKind, JobState, Progress, TRIES, pause};
use store::{Store, StoreError, args};
use testkit::Engine;

use crate::installed::{Enrolled, Installed, between, enrol, sign_in};
use crate::town::Town;

const JOBS: &str = "SELECT id FROM job ORDER BY asked_at, id";
const ACCOUNTS: &str = "SELECT id, sign_in_index, index_version FROM account ORDER BY id";
const SPOIL: &str = "UPDATE account SET sign_in_index = $2, index_version = 0 WHERE id = $1";

/// Every job, the oldest first.
pub async fn every(store: &Store) -> Vec<Job> {
    let read = store.read_clear(async |look| -> Result<Vec<Job>, StoreError> {
        let mut jobs = Vec::new();
        for row in look.rows(JOBS, args![]).await? {
            jobs.push(look.job(row.id("id")?).await?);
        }
        Ok(jobs)
    });
    read.await.unwrap()
}

/// Waits until the latest job is as wanted.
pub async fn until(store: &Store, wanted: impl Fn(&Job) -> bool) -> Job {
    for _ in 0..600 {
        let latest = every(store).await.pop();
        if let Some(job) = latest.filter(&wanted) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no such job comes: {:?}", every(store).await.pop());
}

/// By what every account is found, with the version of it.
pub async fn indexes(store: &Store) -> Vec<(String, Vec<u8>, i64)> {
    let read = store.read_clear(async |look| -> Result<Vec<_>, StoreError> {
        let rows = look.rows(ACCOUNTS, args![]).await?;
        let one = |row: &store::Row| {
            let index = row.bytes("sign_in_index")?;
            Ok((row.text("id")?, index, row.int("index_version")?))
        };
        rows.iter().map(one).collect()
    });
    read.await.unwrap()
}

/// By what every person is found, with the version of it.
async fn keys(store: &Store) -> Vec<(String, i64, Vec<u8>, i64)> {
    const KEYS: &str =
        "SELECT record, place, key, version FROM person_key ORDER BY record, place, key";
    let read = store.read_clear(async |look| -> Result<Vec<_>, StoreError> {
        let rows = look.rows(KEYS, args![]).await?;
        let one = |row: &store::Row| {
            let (record, place) = (row.text("record")?, row.int("place")?);
            Ok((record, place, row.bytes("key")?, row.int("version")?))
        };
        rows.iter().map(one).collect()
    });
    read.await.unwrap()
}

/// Leaves people as a program left them that kept nothing by which they are found, brought up to date.
async fn spoil_keys(store: &Store) {
    const NOTHING: &str = "DELETE FROM person_key";
    const MARKED: &str = "INSERT INTO person_key (record, place, key, version) \
        SELECT p.record, -1, p.told, 0 FROM person_part p \
        WHERE p.part = (SELECT MIN(q.part) FROM person_part q WHERE q.record = p.record)";
    for sql in [NOTHING, MARKED] {
        let spoilt: Result<u64, StoreError> = store
            .upkeep(move |upkeep| async move { upkeep.execute(sql, args![]).await })
            .await;
        assert!(spoilt.unwrap() > 0, "{sql}");
    }
}

/// Makes every index wrong, as an older way of folding would have left it.
pub async fn spoil(store: &Store) {
    for (id, _, _) in indexes(store).await {
        let spoilt = store.upkeep(move |upkeep| {
            let args = args![id.as_str(), id.as_bytes()];
            async move { upkeep.execute(SPOIL, args).await }
        });
        let spoilt: Result<u64, StoreError> = spoilt.await;
        assert_eq!(spoilt.unwrap(), 1);
    }
}

/// An installation whose copies go to this folder, and its administrator.
struct Installation {
    kept: Installed,
    set: Configuration,
    running: Running,
    boss: Enrolled,
    client: Client,
}

impl Installation {
    async fn new(copies: &Path) -> Self {
        let kept = Installed::new().await;
        let set = Configuration {
            listen: ([127, 0, 0, 1], 0).into(),
            backup: Some(copies.to_owned()),
            ..kept.set.clone()
        };
        let running = serving::begin(&set, kept.world.clone()).await.unwrap();
        let boss = enrol(&kept, &running.url(), "first", &kept.code("first")).await;
        let (client, _) = sign_in(&kept, &running.url(), &boss).await;
        Self {
            kept,
            set,
            running,
            boss,
            client,
        }
    }

    fn store(&self) -> &Store {
        &self.running.app().store
    }

    /// After hours: the session is over.
    async fn sign_in_anew(&mut self) {
        let (client, _) = sign_in(&self.kept, &self.running.url(), &self.boss).await;
        self.client = client;
    }

    async fn page(&self, path: &str) -> String {
        let url = format!("{}{path}", self.running.url());
        let answer = self.client.get(url).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.unwrap()
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> (u16, String) {
        let url = format!("{}{path}", self.running.url());
        let answer = self.client.post(url).form(form).send().await.unwrap();
        let to = answer.headers().get("location");
        let to = to.map_or("", |to| to.to_str().unwrap()).to_owned();
        (answer.status().as_u16(), to)
    }

    /// Shows the second factor once more, and asks for a copy by the page.
    async fn ask_for_copy(&self) -> (u16, String) {
        let digits = self.kept.digits(&self.boss);
        let form = [("code", digits.as_str()), ("to", "/backup")];
        assert_eq!(self.post("/step-up", &form).await.1, "/backup");
        let page = self.page("/backup").await;
        let key = between(&page, "name=\"form_key\" value=\"", "\"");
        let form = [("form_key", key), ("version", "0")];
        let answer = self.post("/backup", &form).await;
        assert_eq!(self.post("/backup", &form).await, answer, "sent twice");
        answer
    }

    async fn cancel(&self, job: &Job) {
        let id = job.id.to_string();
        let form = [("job", id.as_str()), ("form_key", "k"), ("version", "0")];
        assert_eq!(self.post("/jobs/cancel", &form).await.1, "/jobs");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_asked_for_by_the_page_is_made_and_shown() {
    let copies = tempfile::tempdir().unwrap();
    let site = Installation::new(copies.path()).await;
    assert!(site.page("/jobs").await.contains("Nothing was asked for"));
    assert_eq!(site.ask_for_copy().await, (303, "/jobs".to_owned()));
    let done = until(site.store(), |job| job.ended.is_some()).await;
    assert_eq!((done.state, done.attempt), (JobState::Done, 1));
    assert_eq!(every(site.store()).await.len(), 1, "sent twice, asked once");
    let made: Vec<_> = copies.path().read_dir().unwrap().flatten().collect();
    assert_eq!(made.len(), 1, "{made:?}");
    let folder = najat::folder::Folder::at(site.kept.data());
    store::backup::manifest(&made[0].path(), &folder.keys().unwrap()).expect("a whole copy");
    let page = site.page("/jobs").await;
    assert!(page.contains("Done") && page.contains("You"), "{page}");
    assert!(!page.contains("/jobs/cancel"), "it is over");
    let name = made[0].file_name().display().to_string();
    assert!(site.page("/backup").await.contains(&name));

    // Whoever is no administrator finds nothing there; nobody finds a job that is none.
    let url = site.running.url();
    let code = site.kept.code("second");
    let second = enrol(&site.kept, &url, "second", &code).await;
    let (other, _) = sign_in(&site.kept, &url, &second).await;
    for path in ["/jobs", "/backup"] {
        let answer = other.get(format!("{url}{path}")).send().await.unwrap();
        assert_eq!(answer.status(), 404, "an administrator's alone: {path}");
    }
    for path in ["/jobs/rebuild", "/backup"] {
        let answer = site.post(path, &[("version", "0")]).await;
        assert_eq!(answer.0, 404, "no form of ours");
    }
    let form = [("form_key", "k"), ("version", "0"), ("job", &name)];
    assert_eq!(site.post("/jobs/cancel", &form).await.0, 303, "no id");
    let none = site.kept.world.id().to_string();
    let form = [("form_key", "k"), ("version", "0"), ("job", &none)];
    assert_eq!(site.post("/jobs/cancel", &form).await.0, 404);
    site.running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_never_succeed_is_tried_later_and_later_and_told_to_people() {
    let place = tempfile::tempdir().unwrap();
    let copies = place.path().join("copies");
    // Nothing can be written below a file, whoever tries.
    std::fs::write(&copies, "in the way").unwrap();
    let mut site = Installation::new(&copies).await;
    let store = site.store().clone();
    site.ask_for_copy().await;
    let waits = |tries| move |job: &Job| job.state == JobState::Waiting && job.tries == tries;
    let job = until(&store, waits(1)).await;
    assert_eq!(job.fault, Some(Fault::File));
    assert_eq!(job.next_at, site.kept.world.now().plus_seconds(pause(1)));
    let page = site.page("/jobs").await;
    assert!(page.contains("Failed, is tried again") && page.contains("can be written to"));
    // It can be cancelled while it waits.
    site.cancel(&job).await;
    let cancelled = until(&store, |job| job.ended.is_some()).await;
    assert_eq!(cancelled.state, JobState::Cancelled);
    site.cancel(&job).await;
    assert!(site.page("/jobs").await.contains("Cancelled"));
    assert!(!site.page("/today").await.contains("was given up"));

    site.ask_for_copy().await;
    for tries in 1..TRIES {
        let job = until(&store, waits(tries)).await;
        site.kept.clock.set(job.next_at);
    }
    let failed = until(&store, |job| job.ended.is_some()).await;
    assert_eq!((failed.state, failed.tries), (JobState::Failed, TRIES));
    site.sign_in_anew().await;
    assert!(site.page("/today").await.contains("was given up"));
    let page = site.page("/jobs").await;
    assert!(page.contains("Failed for good") && page.contains("can be written to"));
    let told = async || {
        let world = &site.kept.world;
        let found = doctor::look(&site.set, world, Depth::Whole, |_| Some(1 << 40)).await;
        let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
        let words = "The job back_up failed for good";
        lines
            .iter()
            .any(|line| line.contains(words) && line.starts_with("BROKEN"))
    };
    assert!(told().await, "doctor names it");

    // Once it can be done, whoever asks anew ends the matter.
    std::fs::remove_file(&copies).unwrap();
    site.ask_for_copy().await;
    let done = until(&store, |job| job.ended.is_some() && job.id != failed.id).await;
    assert_eq!(done.state, JobState::Done);
    assert!(!told().await);
    assert!(!site.page("/today").await.contains("was given up"));
    site.running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_process_works_on_it_and_hears_that_it_was_cancelled() {
    let copies = tempfile::tempdir().unwrap();
    let site = Installation::new(copies.path()).await;
    let folder = najat::folder::Folder::at(site.kept.data());
    let other = Store::open(store::Settings {
        url: site.set.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys().unwrap(),
        world: site.kept.world.clone(),
    });
    let other = other.await.unwrap();
    // Asked for and claimed by the other process before the one that serves has a turn.
    let claim = loop {
        let console = Actor::Console(site.kept.world.id());
        let permit = other.gate().permit_new::<BackUp>(&console, &[]).unwrap();
        let ask = |unit: store::Unit<BackUp>| async move { unit.ask_job(JobKind::BackUp).await };
        other.unit(permit, ask).await.unwrap();
        if let Some(claim) = other.claim_job(&[JobKind::BackUp]).await.unwrap() {
            break claim;
        }
        until(&other, |job| job.ended.is_some()).await;
    };
    let progress = Progress {
        done: 3,
        total: Some(10),
        cursor: None,
    };
    assert_eq!(claim.progress(progress).await.unwrap(), Heard::GoOn);
    let page = site.page("/jobs").await;
    assert!(
        page.contains("Under way") && page.contains("max=\"10\" value=\"3\""),
        "{page}"
    );
    site.cancel(claim.job()).await;
    assert!(site.page("/jobs").await.contains("Is being cancelled"));
    assert_eq!(claim.progress(progress).await.unwrap(), Heard::Cancel);
    // The one that serves may have done an earlier one, asked for at the same moment.
    let id = claim.job().id;
    claim.cancelled().await.unwrap();
    let jobs = every(&other).await;
    let over = jobs.iter().find(|job| job.id == id).unwrap();
    assert_eq!((over.state, over.attempt), (JobState::Cancelled, 1));
    assert!(site.page("/jobs").await.contains("Cancelled"));
    other.close().await;
    site.running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_found_again_when_their_index_was_made_anew() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        let store = town.store();
        let (before, found_by) = (indexes(store).await, keys(store).await);
        spoil(store).await;
        spoil_keys(store).await;
        let stale = store.read_clear(async |look| account::otherwise_indexed(&*look).await);
        let stale: Result<i64, StoreError> = stale.await;
        assert_eq!(stale.unwrap(), i64::try_from(before.len()).unwrap());
        let mut people = town.country.people.iter();
        let boss = people.find(|one| one.role == Role::Administrator).unwrap();
        let boss = town.enter(Role::Administrator, &boss.body).await;
        let page = boss.get(town.url("/jobs")).send().await.unwrap();
        let page = page.text().await.unwrap();
        let key = between(&page, "name=\"form_key\" value=\"", "\"").to_owned();
        let form = [("form_key", key.as_str()), ("version", "0")];
        let sent = boss.post(town.url("/jobs/rebuild")).form(&form).send();
        assert_eq!(sent.await.unwrap().headers()["location"], "/jobs");
        let done = until(store, |job| job.ended.is_some()).await;
        assert_eq!(done.state, JobState::Done, "{engine:?}: {done:?}");
        let people = store.read_clear(async |look| search::count(&*look).await);
        let people: Result<i64, StoreError> = people.await;
        let all = i64::try_from(before.len()).unwrap() + people.unwrap();
        assert_eq!((done.done, done.total), (all, Some(all)));
        assert_eq!(indexes(store).await, before, "{engine:?}");
        assert_eq!(keys(store).await, found_by, "{engine:?}");
    }
}
