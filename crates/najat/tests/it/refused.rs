//! A form that cannot be taken now is given back with what was typed, the numbers to call and a button
//! that sends it again: where nothing more is taken in, and where a line stops in the middle.

use std::time::Duration;

use page::Ceilings;
use reqwest::{Client, StatusCode};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::sender::{Words, hidden_of, receipt_of, send_words, up_to_the_words};
use crate::town::Town;

fn say(key: &str) -> String {
    page::words(record::Language::En, key, &[])
}

#[tokio::test]
async fn a_full_installation_says_so_and_the_words_are_kept_until_there_is_room() {
    let ceilings = |most_unread| Ceilings {
        most_unread,
        ..Ceilings::default()
    };
    let full = Town::small().await.with(ceilings(0)).await;
    let client = Client::new();
    let words = Words::default();
    let fields = up_to_the_words(&client, &full.running.url(), &words).await;
    let path = format!("/en/{}", words.entry);
    let post = client.post(format!("{}{path}", full.running.url()));
    let mut all = fields.clone();
    all.push(("text".to_owned(), words.text.to_owned()));
    all.push(("minor".to_owned(), words.minor.to_owned()));
    all.push(("danger".to_owned(), words.danger.to_owned()));
    let refused = post.form(&all).send().await.unwrap();
    let (status, told) = (refused.status(), refused.text().await.unwrap());
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{told}");
    assert!(told.contains("href=\"tel:"));
    let kept = send_words(&client, &full.running.url(), &words, fields)
        .await
        .unwrap();
    assert!(kept.contains(&say("report-full-title")), "{kept}");
    assert!(kept.contains(words.text) && receipt_of(&kept).is_none());
    let mut again = hidden_of(&kept, &path);
    again.push(("text".to_owned(), words.text.to_owned()));
    // There is room once more, and the button of that page sends the same words.
    let roomy = full.with(ceilings(1000)).await;
    let post = client
        .post(format!("{}{path}", roomy.running.url()))
        .form(&again);
    let sent = post.send().await.unwrap().text().await.unwrap();
    assert!(receipt_of(&sent).is_some(), "{sent}");
    roomy.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_stops_in_the_middle_gives_back_what_came() {
    let town = Town::small().await;
    let server = town.running.address();
    let body = "step=3&governorate=IQG02&text=what+came+before+it+stopped";
    let origin = format!("localhost:{}", server.port());
    let head = format!(
        "POST /en/2 HTTP/1.1\r\nHost: {origin}\r\nOrigin: http://{origin}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n",
        body.len() + 1000
    );
    let mut line = TcpStream::connect(server).await.unwrap();
    line.write_all(format!("{head}{body}").as_bytes())
        .await
        .unwrap();
    let mut answer = String::new();
    let reading = line.read_to_string(&mut answer);
    tokio::time::timeout(Duration::from_secs(50), reading)
        .await
        .expect("no line is waited for without an end")
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("what came before it stopped"), "{answer}");
    assert!(answer.contains("type=\"submit\""), "{answer}");
    town.running.stop().await;
}
