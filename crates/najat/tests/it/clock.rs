//! A wrong clock: no report is taken by it, the numbers are shown, and the command that looks after
//! the house says the same as the administrator's page.

use najat::doctor;
use reqwest::{Client, StatusCode};

use crate::installed::{Installed, enrol, sign_in};
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
    let house = Installed::new().await;
    let running = house.serve().await;
    let code = house.code("first");
    let person = enrol(&house, &running.url(), "first", &code).await;
    let (client, _) = sign_in(&house, &running.url(), &person).await;
    let page = format!("{}/administration?language=en", running.url());
    let (status, before) = get(&client, &page).await;
    assert!(status == StatusCode::OK && !before.contains(&say("admin-clock-wrong")));
    house.clock.advance(-600);
    let (status, told) = get(&client, &page).await;
    assert!(status == StatusCode::OK && told.contains(&say("admin-clock-wrong")));
    let (status, _) = get(&client, &format!("{}/en/1", running.url())).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    running.stop().await;
    let found = doctor::look(&house.set, &house.world, doctor::Depth::Start, |_| {
        Some(u64::MAX)
    });
    let found = found.await;
    assert!(
        found
            .iter()
            .any(|one| one.what.contains("the clock runs behind"))
    );
}
