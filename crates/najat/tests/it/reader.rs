//! Who reads, through HTTP: whoever is accused finds nothing, the police have what was chosen for
//! them and no more, and a form sent twice counts once.

use record::Role;
use reqwest::Client;

use crate::sender::{self, Words};
use crate::town::Town;

async fn finds(town: &Town, client: &Client, list: &str, path: &str) -> (bool, bool) {
    let list = client
        .get(town.url(list))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let opened = client.get(town.url(path)).send().await.unwrap();
    (list.contains(path), opened.status() == 200)
}

#[tokio::test]
async fn whoever_is_accused_finds_nothing() {
    let town = Town::small().await;
    let (client, base) = (town.client(), town.running.url());
    let words = Words {
        accused: &["aid"],
        ..Words::default()
    };
    sender::send(&client, &base, &words).await;
    let path = town.newest(false).await;
    for (role, body) in [
        (Role::Responder, "care-IQG02"),
        (Role::Supervisor, "care-IQG02"),
        (Role::Responder, "second-IQG02"),
        (Role::Responder, "listeners"),
    ] {
        let client = town.enter(role, body).await;
        assert_eq!(
            finds(&town, &client, "/reports", &path).await,
            (false, false),
            "{role} of {body}"
        );
    }
    // The next reader who is none of them reads it.
    let reader = town.enter(Role::Responder, "labour-IQG02").await;
    assert_eq!(finds(&town, &reader, "/reports", &path).await, (true, true));
}

#[tokio::test]
async fn the_police_have_a_copy_only_where_the_sender_chose_so() {
    let town = Town::small().await;
    let (client, base) = (town.client(), town.running.url());
    let chosen = Words {
        with_police: true,
        text: "chosen for the police too",
        ..Words::default()
    };
    let receipt = sender::send(&client, &base, &chosen).await;
    let accused = Words {
        with_police: true,
        accused: &["police"],
        text: "about the police",
        ..Words::default()
    };
    sender::send(&client, &base, &accused).await;

    let police = town.enter(Role::Investigator, "police-IQG02").await;
    let list = police
        .get(town.url("/releases"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let releases: Vec<&str> = list
        .split("href=\"/releases/")
        .skip(1)
        .filter_map(|rest| rest.get(..36))
        .collect();
    let mut texts = Vec::new();
    for release in &releases {
        let page = police
            .get(town.url(&format!("/releases/{release}")))
            .send()
            .await
            .unwrap();
        texts.push(page.text().await.unwrap());
    }
    assert!(
        texts
            .iter()
            .any(|text| text.contains("chosen for the police too"))
    );
    assert!(!texts.iter().any(|text| text.contains("about the police")));

    // "Stop" takes the copy back within the same request.
    let (_, page) = sender::come_back(&client, &base, "en", &receipt).await;
    let stop = sender::hidden_of(&page, "/en/4/2");
    assert!(
        client
            .post(town.url("/en/4/2"))
            .form(&stop)
            .send()
            .await
            .unwrap()
            .status()
            .is_success()
    );
    for release in &releases {
        let page = police
            .get(town.url(&format!("/releases/{release}")))
            .send()
            .await
            .unwrap();
        assert!(
            !page
                .text()
                .await
                .unwrap()
                .contains("chosen for the police too")
        );
    }
}

#[tokio::test]
async fn a_form_sent_twice_counts_once() {
    let town = Town::small().await;
    let (client, base) = (town.client(), town.running.url());
    let words = Words::default();
    let fields = sender::up_to_the_words(&client, &base, &words).await;
    let before = count(&town).await;
    let first = sender::send_words(&client, &base, &words, fields.clone())
        .await
        .unwrap();
    let second = sender::send_words(&client, &base, &words, fields)
        .await
        .unwrap();
    let receipt = sender::receipt_of(&first).unwrap();
    assert_eq!(
        sender::receipt_of(&second).unwrap(),
        receipt,
        "the same receipt"
    );
    assert_eq!(count(&town).await, before + 1, "one report");
    assert_eq!(
        sender::come_back(&client, &base, "ar", &receipt).await.0,
        200
    );
}

async fn count(town: &Town) -> i64 {
    town.store()
        .read_clear(async |look| -> Result<i64, store::StoreError> {
            look.rows("SELECT COUNT(*) AS reports FROM report", store::args![])
                .await?[0]
                .int("reports")
        })
        .await
        .unwrap()
}
