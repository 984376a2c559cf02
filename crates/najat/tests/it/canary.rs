//! Canaries: planted names, phones and a receipt are looked for in everything that is written.

use std::path::Path;

use record::Role;

use crate::sender::{self, Words};
use crate::town::Town;

/// Words that nobody else writes.
const TEXT: &str = "Qanarija-text 7f3a الكناري-النص";
const PHONE: &str = "+999 555 0199 77";
const MORE: &str = "Qanarija-more 91bc";
const ANSWER: &str = "Qanarija-answer 44de";
const NOTE: &str = "Qanarija-note 5c02";

/// Every file below a folder that holds one of the words, or part of them, in clear.
pub fn hits(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(hits(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        for word in words {
            if bytes
                .windows(word.len())
                .any(|window| window == word.as_bytes())
            {
                found.push(format!("{word:?} in {}", path.display()));
            }
        }
    }
    found
}

#[tokio::test]
async fn planted_words_are_nowhere_in_clear() {
    let log = crate::log::capture();
    let town = Town::small().await;
    let client = town.client();
    let base = town.running.url();
    let words = Words {
        text: TEXT,
        ..Words::default()
    };
    let mut fields = sender::up_to_the_words(&client, &base, &words).await;
    fields.push(("contact".into(), "yes".into()));
    fields.push(("how".into(), PHONE.into()));
    let page = sender::send_words(&client, &base, &words, fields)
        .await
        .unwrap();
    let receipt = sender::receipt_of(&page).unwrap();

    // The reader reads, and answers.
    let responder = town.enter(Role::Responder, "care-IQG02").await;
    let list = responder
        .get(town.url("/reports"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let path = town.newest(true).await;
    assert!(list.contains(&path), "the new report is on the list");
    let report = path.trim_start_matches("/reports/").to_owned();
    assert!(
        !list.contains("Qanarija") && !list.contains(PHONE),
        "a list shows no words"
    );
    let read = responder
        .get(town.url(&path))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(
        read.contains(TEXT) && read.contains(PHONE),
        "the reader reads it"
    );
    let mut answer = sender::hidden_of(&read, &format!("{path}/answer"));
    answer.push(("free_text".into(), ANSWER.into()));
    let done = responder
        .post(town.url(&format!("{path}/answer")))
        .form(&answer)
        .send()
        .await
        .unwrap();
    assert_eq!(done.status(), 303, "the answer is taken");
    assert_eq!(done.headers()["location"].to_str().unwrap(), path);

    // The desk notes something for itself alone.
    let note = format!("{path}/note");
    let form = responder.get(town.url(&note)).send().await.unwrap();
    let mut form = sender::hidden_of(&form.text().await.unwrap(), &note);
    form.push(("free_text".into(), NOTE.into()));
    let done = responder.post(town.url(&note)).form(&form).send();
    let done = done.await.unwrap();
    assert_eq!(done.status(), 303, "the note is taken");
    assert_eq!(done.headers()["location"].to_str().unwrap(), path);
    let read = responder.get(town.url(&path)).send().await.unwrap();
    assert!(
        read.text().await.unwrap().contains(NOTE),
        "the desk reads it"
    );

    // The sender comes back, reads, writes more.
    let (status, back) = sender::come_back(&client, &base, "en", &receipt).await;
    assert_eq!(status, 200);
    assert!(back.contains(ANSWER), "the sender reads the answer");
    assert!(!back.contains("Qanarija-note"), "and no note");
    assert!(
        !back.contains(&receipt),
        "the digits stand on no page again"
    );
    let mut more = sender::hidden_of(&back, "/en/4/1");
    more.push(("free_text".into(), MORE.into()));
    let done = client
        .post(town.url("/en/4/1"))
        .form(&more)
        .send()
        .await
        .unwrap();
    assert!(done.status().is_success() || done.status() == 303);

    // Nobody behind the wall finds any of it.
    let police = town.enter(Role::Investigator, "police-IQG02").await;
    for place in ["/reports", "/releases", "/search", path.as_str()] {
        let page = police
            .get(town.url(place))
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        assert!(
            !page.contains("Qanarija") && !page.contains(&report),
            "{place}"
        );
    }

    let planted = [
        TEXT,
        "Qanarija",
        PHONE,
        MORE,
        ANSWER,
        NOTE,
        &receipt,
        &receipt[8..],
        "الكناري",
    ];
    assert_eq!(hits(town.folder.path(), &planted), Vec::<String>::new());
    let database = town.database_folder().expect("a database file");
    assert_eq!(hits(database, &planted), Vec::<String>::new());
    let said = log.text();
    assert!(said.contains("route="), "requests are logged: {said}");
    for word in planted {
        assert!(!said.contains(word), "{word} in the log");
    }
    assert!(!said.contains(&report), "an id of a record in the log");
}
