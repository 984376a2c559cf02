//! What was typed and cannot be kept is asked about, alike on both engines, and nothing is lost; a
//! key that somebody else used stands in nobody's way.

use protection::demo::{READERS, REPORTS};
use record::Role;
use reqwest::{Client, StatusCode};
use testkit::Engine;

use crate::sender::{Words, hidden_of, receipt_of, send_words, up_to_the_words};
use crate::town::Town;

async fn enter(town: &Town, role: Role, body: &str) -> Client {
    let client = town.client();
    let form = [("person", town.membership(role, body).to_string())];
    let answer = client.post(town.url("/demo/enter")).form(&form).send();
    assert_eq!(answer.await.unwrap().status(), StatusCode::SEE_OTHER);
    client
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_is_asked_about_on_both_engines_and_the_words_stay() {
    for engine in Engine::ALL {
        let Some(town) = Town::of(engine, 40, 3, &[READERS, REPORTS]).await else {
            continue;
        };
        // A sender.
        let (client, base) = (Client::new(), town.running.url());
        let words = Words {
            text: "behind the\0 market",
            ..Words::default()
        };
        let fields = up_to_the_words(&client, &base, &words).await;
        let page = send_words(&client, &base, &words, fields.clone());
        let page = page.await.unwrap();
        assert!(receipt_of(&page).is_none() && page.contains("behind the market"));
        let words = Words {
            text: "behind the market",
            ..words
        };
        let page = send_words(&client, &base, &words, fields).await.unwrap();
        assert!(receipt_of(&page).is_some());
        // Somebody at a desk, in an answer; an administrator, in every field of a name.
        let worker = enter(&town, Role::Responder, "care-IQG02").await;
        let path = town.newest(true).await;
        let shown = worker.get(town.url(&path)).send().await.unwrap();
        let action = format!("{path}/answer");
        let mut form = hidden_of(&shown.text().await.unwrap(), &action);
        form.push(("free_text".into(), "we\0 come".into()));
        let answer = worker
            .post(town.url(&action))
            .form(&form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().await.unwrap().contains("we come"));
        let sign_in = [("name", "a\0b"), ("password", "c\0d"), ("code", "1\0")];
        let door = Client::new().post(town.url("/sign-in")).form(&sign_in);
        assert_eq!(
            door.send().await.unwrap().status(),
            StatusCode::UNPROCESSABLE_ENTITY
        );
        for path in [
            "/reports?code=%00",
            "/search?q=%00",
            "/en/services?place=%00",
        ] {
            let answer = worker.get(town.url(path)).send().await.unwrap();
            assert!(!answer.status().is_server_error(), "{path}");
        }
        town.running.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_somebody_else_used_is_no_fault() {
    for engine in Engine::ALL {
        let Some(town) = Town::of(engine, 40, 3, &[READERS, REPORTS]).await else {
            continue;
        };
        for body in ["care-IQG02", "care-IQG08"] {
            let worker = enter(&town, Role::Responder, body).await;
            let list = worker.get(town.url("/reports")).send().await.unwrap();
            let list = list.text().await.unwrap();
            let Some(at) = list.find("href=\"/reports/") else {
                continue;
            };
            let path = list[at + 6..].split('"').next().unwrap().to_owned();
            let action = format!("{path}/answer");
            let page = worker.get(town.url(&path)).send().await.unwrap();
            let mut form = hidden_of(&page.text().await.unwrap(), &action);
            for (name, value) in &mut form {
                if name == page::KEY {
                    "a key of both".clone_into(value);
                }
            }
            form.push(("free_text".into(), format!("from {body}")));
            let answer = worker
                .post(town.url(&action))
                .form(&form)
                .send()
                .await
                .unwrap();
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{body}");
        }
        town.running.stop().await;
    }
}
