//! A wrong clock: no report is taken by it, the numbers are shown, and the command that looks after
//! the program says the same as the administrator's page.

use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use najat::config::{Configuration, Environment};
use najat::{doctor, init, world};
use reqwest::{Client, StatusCode};

use crate::installed::{self, Installed, enrol, sign_in};
use crate::sender::{Words, hidden_of, receipt_of, send_words, up_to_the_words};
use crate::town::Town;

fn say(key: &str) -> String {
    page::words(record::Language::En, key, &[])
}

async fn get(client: &Client, url: &str) -> (StatusCode, String) {
    let answer = client.get(url).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn a_clock_behind_the_ledger_takes_no_report_and_keeps_the_words() {
    let town = Town::small().await;
    let base = town.running.url();
    let client = Client::new();
    let words = Words::default();
    let fields = up_to_the_words(&client, &base, &words).await;
    town.clock.advance(-3600);
    for entry in 1..=3 {
        let (status, page) = get(&client, &format!("{base}/en/{entry}")).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.contains(&say("report-closed-title")));
        assert!(page.contains("href=\"tel:") && !page.contains("<select"));
    }
    let kept = send_words(&client, &base, &words, fields).await.unwrap();
    assert!(kept.contains(&say("report-closed-title")) && kept.contains(words.text));
    // The clock is set right, and the same words are sent by the button of that page.
    town.clock.advance(3600);
    let again = hidden_of(&kept, "/en/2");
    let url = format!("{base}/en/2");
    let sent = client.post(url).form(&again).send().await.unwrap();
    let sent = sent.text().await.unwrap();
    assert!(receipt_of(&sent).is_some(), "{sent}");
    town.running.stop().await;
}

#[tokio::test]
async fn the_doctor_and_the_administrator_are_told_of_a_wrong_clock() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let code = shelter.code("first");
    let person = enrol(&shelter, &running.url(), "first", &code).await;
    let (client, _) = sign_in(&shelter, &running.url(), &person).await;
    let page = format!("{}/administration?language=en", running.url());
    let (status, before) = get(&client, &page).await;
    assert!(status == StatusCode::OK && !before.contains(&say("admin-clock-wrong")));
    shelter.clock.advance(-600);
    let (status, told) = get(&client, &page).await;
    assert!(status == StatusCode::OK && told.contains(&say("admin-clock-wrong")));
    let doctor = format!("{}/doctor", running.url());
    let (status, told) = get(&client, &doctor).await;
    assert!(status == StatusCode::OK && told.contains(&say("doctor-clock-do")));
    let (status, _) = get(&client, &format!("{}/en/1", running.url())).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    running.stop().await;
    let found = doctor::look(&shelter.set, &shelter.world, doctor::Depth::Start, |_| {
        Some(u64::MAX)
    });
    let found = found.await;
    assert!(
        found
            .iter()
            .any(|one| one.to_string().contains("The clock runs behind"))
    );
}

/// The program itself under another clock; it ends with this value.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        self.end();
    }
}

impl Serving {
    /// `faketime` starts the program as a child of its own: both end.
    fn end(&mut self) {
        let group = i32::try_from(self.0.id()).unwrap();
        let group = rustix::process::Pid::from_raw(group).unwrap();
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL)
            .unwrap_or_default();
        self.0.wait().map(drop).unwrap_or_default();
    }
}

fn in_2020(words: &[&str]) -> Command {
    let mut command = Command::new("faketime");
    command
        .args(["-f", "@2020-01-01 00:00:00"])
        .arg(env!("CARGO_BIN_EXE_najat"))
        .args(words)
        // Time as the machine counts it goes on: only the clock on the wall is wrong.
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .env("NAJAT_LISTEN", "127.0.0.1:0");
    command
}

#[tokio::test]
async fn with_the_clock_in_2020_nothing_is_taken_and_all_say_so() {
    if !testkit::place::has("faketime") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let environment = Environment::new(None);
    let mut out = Vec::new();
    let words = installed::words(&data);
    init::run(&words, &environment, world::system(), &mut out)
        .await
        .unwrap();
    let data = data.display().to_string();
    let mut serving = in_2020(&["serve", "--data", &data])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .map(Serving)
        .unwrap();
    let mut url = String::new();
    // Kept open: a program that cannot say what it says ends.
    let mut said = BufReader::new(serving.0.stdout.take().unwrap());
    said.read_line(&mut url).unwrap();
    let client = Client::new();
    let (status, page) = get(&client, &format!("{}/en/1", url.trim())).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{page}");
    assert!(page.contains(&say("report-closed-title")) && !page.contains("<select"));
    // Numbers and rights are there all the same.
    assert_eq!(
        get(&client, &format!("{}/en", url.trim())).await.0,
        StatusCode::OK
    );
    let doctor = in_2020(&["doctor", "--data", &data]).output().unwrap();
    let told = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(told.contains("BROKEN: The clock is wrong"), "{told}");
    assert_eq!(doctor.status.code(), Some(1));
    // It is in the log as well, which holds no signs that colour it.
    std::thread::sleep(std::time::Duration::from_secs(2));
    serving.end();
    let mut log = String::new();
    let mut written = serving.0.stderr.take().unwrap();
    written.read_to_string(&mut log).unwrap();
    assert!(log.contains("the clock of this machine is wrong"), "{log}");
    assert!(!log.contains('\u{1b}'), "{log}");
    // With its own clock the same program takes reports.
    let set = Configuration::load(Some(data.as_ref()), None, &environment).unwrap();
    let system = world::system();
    let found = doctor::look(&set, &system, doctor::Depth::Start, |_| Some(u64::MAX)).await;
    assert!(
        !found
            .iter()
            .any(|one| one.key().starts_with("doctor-clock"))
    );
}
