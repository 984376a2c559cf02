//! What the doctor finds as the administrator's page, and that nobody else reads it.

use record::{Language, Role};

use reqwest::{Client, StatusCode};

use crate::installed::{Installed, enrol, sign_in};
use crate::town::Town;

async fn read(client: &Client, base: &str, language: Language) -> (StatusCode, String) {
    let asked = client.get(format!("{base}/doctor"));
    let asked = asked.header("accept-language", language.code());
    let answer = asked.send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

fn say(language: Language, key: &str) -> String {
    page::words(language, key, &[])
}

#[tokio::test]
async fn the_administrator_reads_what_is_to_do_in_their_language() {
    let site = Installed::new().await;
    let running = site.serve().await;
    let code = site.code("first");
    let person = enrol(&site, &running.url(), "first", &code).await;
    let (client, _) = sign_in(&site, &running.url(), &person).await;
    for _ in 0..12 {
        let today = client.get(format!("{}/today", running.url()));
        assert_eq!(today.send().await.unwrap().status(), StatusCode::OK);
    }
    for language in Language::ALL {
        let chosen = client.post(format!("{}/account/language", running.url()));
        let chosen = chosen.form(&[("language", language.code()), ("back", "/doctor")]);
        assert_eq!(chosen.send().await.unwrap().status(), StatusCode::SEE_OTHER);
        let (status, page) = read(&client, &running.url(), *language).await;
        assert_eq!(status, StatusCode::OK);
        for key in [
            "doctor-no-readers",
            "doctor-no-number",
            "doctor-no-copies",
            "doctor-no-copies-do",
            "doctor-here-alone",
        ] {
            assert!(page.contains(&say(*language, key)), "{language} {key}");
        }
        // What was done often took some time, and is named as people name it. What was done once
        // is not shown: it could tell of somebody.
        assert!(
            page.contains(&say(*language, "did-read-today")),
            "{language}"
        );
        assert!(!page.contains(&say(*language, "did-sign-in")), "{language}");
    }
    // What is put right is told no more; what breaks is told at once.
    let last = Language::Ckb;
    std::fs::write(site.data().join("ledger.pub"), "another key\n").unwrap();
    let (_, page) = read(&client, &running.url(), last).await;
    assert!(page.contains(&say(last, "doctor-other-public-key-do")));
    running.stop().await;
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let town = Town::small().await;
    for (role, body) in [
        (Role::Responder, "care-IQG02"),
        (Role::LegalAid, "lawyers"),
        (Role::OversightOfficer, "rights"),
    ] {
        let client = town.enter(role, body).await;
        let answer = client.get(town.url("/doctor")).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{role:?}");
    }
    let answer = town.client().get(town.url("/doctor")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "to the sign-in");
    town.running.stop().await;
}
