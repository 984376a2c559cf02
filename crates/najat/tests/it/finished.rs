//! What somebody sent is kept whether they wait for the answer or not: clients that close right
//! after the last byte, soon after it and while the answer waits, from fresh and from busy places.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures::future::join_all;
use people::throttle::{self, Kind};
use testkit::place::is_long;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::sender::{self, Words};
use crate::town::Town;

/// How long a client stays after its last byte.
const STAYS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_millis(300),
    Duration::from_secs(2),
];
/// A place from which many reports have come in the last hour.
const BUSY: [u8; 4] = [127, 9, 9, 9];

type Fields = Vec<(String, String)>;

/// A form that one client sends.
struct Sending {
    path: String,
    fields: Fields,
    text: String,
    from: [u8; 4],
    stays: Duration,
}

fn times() -> u8 {
    if is_long() { 100 } else { 10 }
}

fn body_of(fields: &Fields) -> String {
    let escaped = |text: &str| {
        text.bytes()
            .map(|byte| match byte {
                byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect::<String>()
    };
    let pairs = fields.iter();
    let pairs = pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn head_of(server: SocketAddr, path: &str, length: usize) -> String {
    let origin = format!("localhost:{}", server.port());
    format!(
        "POST {path} HTTP/1.1\r\nHost: {origin}\r\nOrigin: http://{origin}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\
         Content-Length: {length}\r\n\r\n"
    )
}

/// Sends a form from an address of this machine; the line its answer comes on.
async fn send(server: SocketAddr, sending: &Sending) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((sending.from, 0).into())?;
    let mut line = socket.connect(server).await?;
    let body = body_of(&sending.fields);
    let head = head_of(server, &sending.path, body.len());
    line.write_all(format!("{head}{body}").as_bytes()).await?;
    Ok(line)
}

/// Sends a form and closes the line without reading.
async fn send_and_go(server: SocketAddr, sending: &Sending) {
    let _line = send(server, sending).await.unwrap();
    tokio::time::sleep(sending.stays).await;
}

async fn count(town: &Town, sql: &'static str) -> i64 {
    let counted = town
        .store()
        .read_clear(async |look| look.rows(sql, Vec::new()).await);
    counted.await.unwrap()[0].int("n").unwrap()
}

const REPORTS: &str = "SELECT COUNT(*) AS n FROM report";
const MESSAGES: &str = "SELECT COUNT(*) AS n FROM report_message";

fn with(fields: &Fields, more: &[(&str, &str)]) -> Fields {
    let mut fields = fields.clone();
    for (name, value) in more {
        fields.retain(|(kept, _)| kept != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

/// The forms of all three entries.
async fn reports(town: &Town, client: &reqwest::Client) -> Vec<Sending> {
    let mut all = Vec::new();
    for entry in 1..=3 {
        let words = Words {
            entry,
            ..Words::default()
        };
        let fields = sender::up_to_the_words(client, &town.running.url(), &words).await;
        for (at, stays) in STAYS.into_iter().enumerate() {
            for turn in 0..times() {
                let fresh = [127, 1 + entry, 1 + u8::try_from(at).unwrap(), 1 + turn];
                for from in [fresh, BUSY] {
                    let key = town.store().world().id().to_string();
                    let text = format!("the words of {key} are kept");
                    let answers = [
                        ("form_key", key.as_str()),
                        ("text", text.as_str()),
                        ("minor", "no"),
                    ];
                    all.push(Sending {
                        path: format!("/en/{entry}"),
                        fields: with(&fields, &answers),
                        text,
                        from,
                        stays,
                    });
                }
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_kept_whoever_waits_for_the_answer() {
    let town = Town::small().await;
    let client = reqwest::Client::new();
    let server = town.running.address();
    for _ in 0..20 {
        let place = std::net::Ipv4Addr::from(BUSY).to_string();
        throttle::ask(town.store(), Kind::Report, &place)
            .await
            .unwrap();
    }
    let before = count(&town, REPORTS).await;
    let all = reports(&town, &client).await;
    let sent = i64::try_from(all.len()).unwrap();
    join_all(all.iter().map(|sending| send_and_go(server, sending))).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    town.running.app().acts.settle().await;
    assert_eq!(count(&town, REPORTS).await - before, sent, "all are kept");
    // The same form again shows a receipt, twice the same one, and makes no second report.
    let again = join_all(all.iter().map(async |sending| {
        let url = town.url(&sending.path);
        let post = async || {
            let answer = client
                .post(&url)
                .form(&sending.fields)
                .send()
                .await
                .unwrap();
            sender::receipt_of(&answer.text().await.unwrap()).expect("a receipt")
        };
        (post().await, sending)
    }))
    .await;
    assert_eq!(count(&town, REPORTS).await - before, sent, "none twice");
    for (receipt, sending) in again.iter().step_by(9) {
        let (_, page) = sender::come_back(&client, &town.running.url(), "en", receipt).await;
        assert!(page.contains(&sending.text));
    }
    let receipts: std::collections::BTreeSet<&String> =
        again.iter().map(|(receipt, _)| receipt).collect();
    assert_eq!(i64::try_from(receipts.len()).unwrap(), sent, "one for each");
    town.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_senders_message_is_kept_whoever_waits_for_the_answer() {
    let town = Town::small().await;
    let client = reqwest::Client::new();
    let base = town.running.url();
    let receipt = sender::send(&client, &base, &Words::default()).await;
    let (_, page) = sender::come_back(&client, &base, "en", &receipt).await;
    let fields = sender::hidden_of(&page, "/en/4/1");
    let before = count(&town, MESSAGES).await;
    let mut all = Vec::new();
    for (at, stays) in STAYS.into_iter().enumerate() {
        for turn in 0..times() {
            let key = town.store().world().id().to_string();
            let text = format!("message {key}.");
            all.push(Sending {
                path: "/en/4/1".to_owned(),
                fields: with(&fields, &[("form_key", &key), ("free_text", &text)]),
                text,
                from: [127, 8, 1 + u8::try_from(at).unwrap(), 1 + turn],
                stays,
            });
        }
    }
    let server = town.running.address();
    join_all(all.iter().map(|sending| send_and_go(server, sending))).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    town.running.app().acts.settle().await;
    let sent = i64::try_from(all.len()).unwrap();
    assert_eq!(count(&town, MESSAGES).await - before, sent);
    let again = all.iter().map(|sending| {
        let post = client.post(town.url(&sending.path)).form(&sending.fields);
        post.send()
    });
    for answer in join_all(again).await {
        assert_eq!(answer.unwrap().status(), 200);
    }
    let (_, page) = sender::come_back(&client, &base, "en", &receipt).await;
    for sending in &all {
        assert_eq!(page.matches(&sending.text).count(), 1, "kept once");
    }
    assert_eq!(count(&town, MESSAGES).await - before, sent);
    town.running.stop().await;
}

/// A line of 500 bytes a second with 600 ms on the way, cut in the middle for a while.
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_line_is_waited_for() {
    let town = Town::small().await;
    let client = reqwest::Client::new();
    let words = Words::default();
    let mut fields = sender::up_to_the_words(&client, &town.running.url(), &words).await;
    let text = "كلمة ".repeat(100);
    fields.push(("text".to_owned(), text));
    let server = town.running.address();
    let mut line = TcpStream::connect(server).await.unwrap();
    let body = body_of(&fields);
    let head = head_of(server, "/en/2", body.len());
    line.write_all(head.as_bytes()).await.unwrap();
    let parts: Vec<&[u8]> = body.as_bytes().chunks(300).collect();
    for (at, part) in parts.iter().enumerate() {
        line.write_all(part).await.unwrap();
        let cut = if at == parts.len() / 2 { 12_000 } else { 600 };
        tokio::time::sleep(Duration::from_millis(cut)).await;
    }
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    assert!(sender::receipt_of(&answer).is_some(), "{answer}");
    town.running.stop().await;
}

/// Sends a guess and waits for its answer; tells whether the guess was tried.
async fn is_tried(server: SocketAddr, guess: &Sending) -> bool {
    let Ok(mut line) = send(server, guess).await else {
        return false;
    };
    let mut answer = Vec::new();
    let _closed = line.read_to_end(&mut answer).await;
    answer.starts_with(b"HTTP/1.1 ") && !answer.starts_with(b"HTTP/1.1 429")
}

/// Guessers who wait for their answers, from one address and from many, keep nobody else waiting:
/// whoever comes after them is answered while most of them still wait. What is counted is whose
/// turn comes first and not how long it takes: the machine is shared with other tests.
#[tokio::test(flavor = "multi_thread")]
async fn slow_guessers_silence_nobody() {
    let town = Town::small().await;
    let (guessers, visitors): (usize, u8) = if is_long() { (2500, 100) } else { (600, 10) };
    let server = town.running.address();
    let client = reqwest::Client::new();
    let base = town.running.url();
    let receipt = sender::send(&client, &base, &Words::default()).await;
    for places in [1_usize, 64] {
        let tried = Arc::new(AtomicUsize::new(0));
        let mut crowd = tokio::task::JoinSet::new();
        for number in 0..guessers {
            let place = u8::try_from(number % places).unwrap();
            let half = u8::try_from(places).unwrap();
            let receipt = format!("{:020}", 7_000_000 + number);
            let guess = Sending {
                path: "/en/4".to_owned(),
                fields: vec![("receipt".to_owned(), receipt)],
                text: String::new(),
                from: [127, 7, half, 1 + place],
                stays: Duration::ZERO,
            };
            let tried = Arc::clone(&tried);
            crowd.spawn(async move {
                if is_tried(server, &guess).await {
                    tried.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut before_them = Vec::new();
        for turn in 0..visitors {
            // Another visitor each time: nobody here sends many reports.
            let place = [127, 6, u8::try_from(places).unwrap(), 1 + turn];
            let client = reqwest::Client::builder()
                .local_address(std::net::IpAddr::from(place))
                .build()
                .unwrap();
            let begun = tried.load(Ordering::Relaxed);
            if turn % 2 == 0 {
                let text = format!("words of {places} and {turn}");
                let words = Words {
                    text: &text,
                    ..Words::default()
                };
                sender::send(&client, &base, &words).await;
            } else {
                let (status, _) = sender::come_back(&client, &base, "en", &receipt).await;
                assert_eq!(status, 200);
            }
            before_them.push(tried.load(Ordering::Relaxed) - begun);
        }
        crowd.abort_all();
        eprintln!("{guessers} guessers from {places}: {before_them:?} were tried meanwhile");
        let most = guessers / 2;
        assert!(
            before_them.iter().all(|tried| *tried < most),
            "{before_them:?}"
        );
    }
    town.running.stop().await;
}
