//! Killed at random under 64 writing clients: nothing acknowledged is lost, nothing is half, a form
//! sent twice counts once, and the ledger verifies each time.

use std::io::{BufRead as _, BufReader};
use std::net::IpAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use access::Actor;
use access::action::SendReport;
use demo::past;
use najat::demo::{Size, populate, quiet};
use najat::folder::Folder;
use protection::demo::READERS;
use protection::reader::actions::country;
use protection::report::sending::{Sending, Sent, reading, send};
use protection::report::{Contact, Entry, Part, YesNoUnknown};
use record::World;
use reqwest::Client;
use store::Store;
use vault::Plain;

use crate::sender;

const CLIENTS: usize = 64;

/// A demo's folder with a report for each client; answers the receipts.
async fn folder(path: &Path, world: &World) -> Vec<String> {
    let folder = Folder::create(path).unwrap();
    let open = |world: World| {
        let settings = store::Settings {
            url: folder.url(),
            checkpoints: folder.checkpoints(),
            keys: folder.keys().unwrap(),
            world,
        };
        async move { Store::open(settings).await.unwrap() }
    };
    let (earlier, clock) = past(world);
    let store = open(earlier).await;
    let key = store.journal().public_key().to_string();
    folder.write_public_key(&key).unwrap();
    populate(
        &store,
        &clock,
        &Size {
            places: &["IQG02"],
            people: 30,
            reports: 0,
        },
        &[READERS],
        &quiet,
    )
    .await
    .unwrap();
    let bodies = store
        .read_clear(async |look| country(&*look).await)
        .await
        .unwrap();
    let told = reading(&bodies, &[], Some("IQG02"), false).reader.unwrap();
    let mut receipts = Vec::new();
    for _ in 0..CLIENTS {
        let sending = Sending {
            entry: Entry::Worry,
            governorate: Some("IQG02".to_owned()),
            with_police: false,
            accused: Vec::new(),
            minor: YesNoUnknown::No,
            danger: YesNoUnknown::No,
            contact: Contact::No,
            parts: vec![(Part::Text, Plain::new("first words".to_owned()))],
            told,
            told_police: None,
            taken: None,
            form_key: store.world().id().to_string(),
        };
        let permit = store
            .gate()
            .permit_new::<SendReport>(&Actor::Public, &[])
            .unwrap();
        match send(&store, &permit, sending).await.unwrap() {
            Sent::Receipt {
                digits: Some(digits),
                ..
            } => receipts.push(digits.expose().clone()),
            Sent::Receipt { digits: None, .. } | Sent::OtherReader | Sent::NoReader => {
                panic!("the reader is known")
            }
        }
    }
    store.close().await;
    receipts
}

/// The program, serving a demo.
pub struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// Ends it without a warning.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Starts the program over a demo's folder.
pub fn start(path: &Path) -> Server {
    let mut child = Command::new(env!("CARGO_BIN_EXE_najat"))
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let url = lines.next().expect("the demo prints its address").unwrap();
    // Read on, so that the demo never waits for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    Server { child, url }
}

/// A sender with a page open: the ticket, and what was written.
struct Writer {
    /// From an address of their own: answers to one address wait for each other.
    client: Client,
    receipt: String,
    fields: Vec<(String, String)>,
    /// What was acknowledged, and what was sent without an answer.
    acknowledged: Vec<String>,
    open: Option<(String, String)>,
    turn: usize,
}

impl Writer {
    fn form(&self, key: &str, text: &str) -> Vec<(String, String)> {
        let mut form: Vec<(String, String)> = self
            .fields
            .iter()
            .filter(|(name, _)| name != "form_key" && name != "free_text")
            .cloned()
            .collect();
        form.push(("form_key".into(), key.to_owned()));
        form.push(("free_text".into(), text.to_owned()));
        form
    }

    async fn post(&self, url: &str, key: &str, text: &str) -> bool {
        let sent = self
            .client
            .post(format!("{url}/en/4/1"))
            .form(&self.form(key, text))
            .send()
            .await;
        // Acknowledged only once the whole answer has arrived.
        match sent {
            Ok(answer) if answer.status().is_success() => answer.bytes().await.is_ok(),
            _ => false,
        }
    }

    /// Writes until the server is gone.
    async fn write(mut self, number: usize, url: String, world: World) -> Self {
        loop {
            let key = world.id().to_string();
            let text = format!("message {number}-{}-", self.turn);
            self.turn += 1;
            self.open = Some((key.clone(), text.clone()));
            if !self.post(&url, &key, &text).await {
                return self;
            }
            self.open = None;
            self.acknowledged.push(text);
        }
    }

    /// After a restart: sends once more what had no answer, and reads the whole thread.
    async fn check(&mut self, url: &str) {
        if let Some((key, text)) = self.open.take() {
            assert!(
                self.post(url, &key, &text).await,
                "sent again after the restart"
            );
            // The answer may have been lost after the unit was kept: it counts once all the same.
            assert!(self.post(url, &key, &text).await, "and again");
            self.acknowledged.push(text);
        }
        let (status, page) = sender::come_back(&self.client, url, "en", &self.receipt).await;
        assert_eq!(status, 200, "the receipt opens");
        for text in &self.acknowledged {
            assert_eq!(
                page.matches(text.as_str()).count(),
                1,
                "{text} stands there once"
            );
        }
        let count = page.matches("message ").count();
        assert_eq!(
            count,
            self.acknowledged.len(),
            "nothing stands there that was not sent"
        );
        self.fields = sender::hidden_of(&page, "/en/4/1");
    }
}

fn verifies(path: &Path) {
    let answer = Command::new(env!("CARGO_BIN_EXE_najat"))
        .args(["ledger", "verify"])
        .arg(path)
        .arg("--key")
        .arg(path.join("ledger.pub"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&answer.stdout).into_owned();
    assert_eq!(answer.status.code(), Some(0), "the ledger holds: {said}");
}

const HALVES: &str = "SELECT r.record, r.revision, COUNT(m.id) AS messages, MAX(m.revision) AS last \
    FROM report r JOIN report_message m ON m.record = r.record GROUP BY r.record, r.revision";
const KEYS: &str = "SELECT COUNT(*) AS keys FROM form_key WHERE answer = 'added'";
const MESSAGES: &str = "SELECT COUNT(*) AS messages FROM report_message";

/// Nothing is half: each message has its report at that revision, each entry its leaf.
async fn nothing_is_half(path: &Path) {
    let url = format!("sqlite:{}", path.join("najat.db").display());
    let keys = Folder::existing(path).unwrap().keys().unwrap();
    let checkpoints = path.join("checkpoints.log");
    let settings = store::Settings {
        url,
        checkpoints,
        keys,
        world: najat::world::system(),
    };
    let store = Store::open(settings).await.unwrap();
    store
        .read_clear(async |look| -> Result<(), store::StoreError> {
            for row in look.rows(HALVES, store::args![]).await? {
                assert_eq!(
                    row.int("last")?,
                    row.int("revision")?,
                    "the last message made the revision"
                );
            }
            let keys = look.rows(KEYS, store::args![]).await?[0].int("keys")?;
            let messages = look.rows(MESSAGES, store::args![]).await?[0].int("messages")?;
            assert_eq!(keys, messages, "each form left one message");
            Ok(())
        })
        .await
        .unwrap();
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_random_nothing_acknowledged_is_lost() {
    let kills = if testkit::place::is_long() { 100 } else { 20 };
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("data");
    let world = najat::world::system();
    let receipts = folder(&path, &world).await;
    let mut writers: Vec<Writer> = (1_u8..)
        .zip(receipts)
        .map(|(address, receipt)| Writer {
            client: Client::builder()
                .pool_max_idle_per_host(0)
                .local_address(IpAddr::from([127, 0, 1, address]))
                .build()
                .unwrap(),
            receipt,
            fields: Vec::new(),
            acknowledged: Vec::new(),
            open: None,
            turn: 0,
        })
        .collect();
    let mut total = 0;
    for kill in 0..=kills {
        let mut server = start(&path);
        futures::future::join_all(writers.iter_mut().map(|writer| writer.check(&server.url))).await;
        total = writers.iter().map(|writer| writer.acknowledged.len()).sum();
        if kill == kills {
            server.kill();
            break;
        }
        let mut running = Vec::new();
        for (number, writer) in writers.into_iter().enumerate() {
            running.push(tokio::spawn(writer.write(
                number,
                server.url.clone(),
                world.clone(),
            )));
        }
        tokio::time::sleep(Duration::from_millis(50 + world.below(400))).await;
        server.kill();
        writers = Vec::new();
        for writer in running {
            writers.push(writer.await.unwrap());
        }
        verifies(&path);
    }
    nothing_is_half(&path).await;
    verifies(&path);
    eprintln!("{kills} kills, {total} acknowledged");
    assert!(total > kills * 10, "{total} acknowledged units");
}
