//! What answers alike whoever asks and whatever is there; what is never compressed; and the page
//! on threats names tests that are there.

use record::Role;

use crate::sender::{self, Words};
use crate::town::Town;

/// A page without the keys of its forms, which differ by design.
fn without_keys(page: &str) -> String {
    page.split("name=\"form_key\" value=\"")
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                part.get(36..).unwrap_or(part)
            }
        })
        .collect()
}

#[tokio::test]
async fn justice_is_answered_alike_whether_anybody_is_known_or_not() {
    let town = Town::small().await;
    let words = Words {
        text: "Sabiha of the third street",
        ..Words::default()
    };
    sender::send(&town.client(), &town.running.url(), &words).await;
    let police = town.enter(Role::Investigator, "police-IQG02").await;
    let mut answers = Vec::new();
    for about in [
        "Sabiha of the third street",
        "somebody nobody ever met here",
    ] {
        let form = police.get(town.url("/search")).send().await.unwrap();
        let mut fields = sender::hidden_of(&form.text().await.unwrap(), "/search");
        fields.push(("about".into(), about.into()));
        let answer = police
            .post(town.url("/search"))
            .form(&fields)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200);
        answers.push(without_keys(&answer.text().await.unwrap()));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn pages_are_not_compressed_and_files_are() {
    let gallery = crate::pages::Gallery::serve().await;
    let client = reqwest::Client::builder().no_gzip().build().unwrap();
    let ask = async |path: &str| {
        let url = format!("{}{path}", gallery.running.url());
        let sent = client.get(url).header("accept-encoding", "gzip").send();
        let answer = sent.await.unwrap();
        let packed = answer.headers().contains_key("content-encoding");
        (packed, answer.text().await.unwrap_or_default())
    };
    let (packed, page) = ask("/en").await;
    assert!(!packed, "a page is sent as it is");
    let style = page.split("href=\"/static/najat-").nth(1).unwrap();
    let style = style.split('"').next().unwrap();
    assert!(
        ask(&format!("/static/najat-{style}")).await.0,
        "a file is not"
    );
}

#[test]
fn the_page_on_threats_names_tests_that_are_there() {
    let root = testkit::place::repository();
    let page = std::fs::read_to_string(root.join("docs/threat-model.md")).unwrap();
    let named: Vec<&str> = page
        .split('`')
        .filter_map(|word| word.split_once(": "))
        .map(|(_, test)| test)
        .filter(|test| {
            test.contains('_')
                && test
                    .chars()
                    .all(|sign| sign == '_' || sign.is_ascii_alphanumeric())
        })
        .collect();
    assert!(named.len() > 20, "{} tests are named", named.len());
    let sources = every_source(&root.join("crates"));
    for test in named {
        assert!(
            sources.contains(&format!("fn {test}(")),
            "{test} is not there"
        );
    }
}

fn every_source(folder: &std::path::Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.push_str(&every_source(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    all
}
