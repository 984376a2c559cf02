//! Today through HTTP: where everybody's work begins, never empty, and nothing on it that the lists
//! behind it would not show.

use std::collections::BTreeMap;

use record::{OrgKind, Role};
use reqwest::Client;
use testkit::Engine;

use crate::sender::{self, Words, hidden_of};
use crate::town::{PLACES, Town};

async fn today(town: &Town, client: &Client) -> String {
    let answer = client.get(town.url("/today")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.text().await.unwrap()
}

/// The addresses to which the page's own buttons lead.
fn steps(page: &str) -> Vec<String> {
    let page = page.split("<main").nth(1).unwrap_or(page);
    ["act", "step"]
        .iter()
        .flat_map(|class| {
            page.split(&format!("<a class=\"{class}\" href=\""))
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn everybody_begins_there_and_every_line_leads_somewhere() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        let mut cast: BTreeMap<(Role, OrgKind), &str> = BTreeMap::new();
        for person in &town.country.people {
            cast.entry((person.role, person.org_kind))
                .or_insert(&person.body);
        }
        for ((role, _), body) in cast {
            let client = town.client();
            let form = [("person", town.membership(role, body).to_string())];
            let url = town.url("/demo/enter");
            let entered = client.post(url).form(&form).send().await.unwrap();
            assert_eq!(entered.headers()["location"], "/today", "{role}");
            let page = today(&town, &client).await;
            let mut steps = steps(&page);
            assert!(!steps.is_empty(), "{role} has no next step: {page}");
            steps.dedup();
            for step in steps {
                let answer = client.get(town.url(&step)).send().await.unwrap();
                assert_eq!(answer.status(), 200, "{role} of {body}: {step}");
            }
        }
    }
}

async fn code_of(town: &Town, path: &str) -> String {
    const CODE: &str = "SELECT code FROM report WHERE record = $1";
    let id = path.trim_start_matches("/reports/").to_owned();
    town.store()
        .read_clear(async |look| -> Result<String, store::StoreError> {
            look.rows(CODE, store::args![&id]).await?[0].text("code")
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn danger_stands_first_for_those_who_read_and_for_nobody_else() {
    let town = Town::small().await;
    let words = Words {
        danger: "yes",
        ..Words::default()
    };
    let receipt = sender::send(&town.client(), &town.running.url(), &words).await;
    let path = town.newest(false).await;
    let code = code_of(&town, &path).await;
    let reader = town.enter(Role::Responder, "care-IQG02").await;
    let page = today(&town, &reader).await;
    let lines: Vec<&str> = page.split("<tr>").skip(2).collect();
    let at = lines.iter().position(|line| line.contains(&code));
    let at = at.expect("the report has its line");
    let first = lines.iter().take(at + 1);
    assert!(first.clone().all(|line| line.contains("#siren")), "{page}");
    assert!(steps(&page).contains(&path), "{page}");
    for (role, body) in [
        (Role::Responder, "second-IQG02"),
        (Role::Responder, "care-IQG08"),
        (Role::Investigator, "police-IQG02"),
        (Role::Administrator, "secretariat"),
        (Role::DataProtection, "secretariat"),
    ] {
        if town.country.find(role, body).is_none() {
            continue;
        }
        let other = town.enter(role, body).await;
        assert!(
            !today(&town, &other).await.contains(&code),
            "{role} of {body}"
        );
    }
    // The supervisor's next step is to hand it on.
    let supervisor = town.enter(Role::Supervisor, "care-IQG02").await;
    let page = today(&town, &supervisor).await;
    assert!(steps(&page).contains(&format!("{path}/reassign")), "{page}");

    // Who answered promised to go on: what the sender writes then stands under that.
    let form = reader.get(town.url(&path)).send().await.unwrap();
    let answer = format!("{path}/answer");
    let mut fields = hidden_of(&form.text().await.unwrap(), &answer);
    fields.push(("free_text".into(), "We come at nine.".into()));
    let sent = reader.post(town.url(&answer)).form(&fields).send().await;
    assert_eq!(sent.unwrap().status(), 303);
    let promised = |page: &str| {
        let mut lines = page.split("<tr>").filter(|line| line.contains(&code));
        lines.any(|line| line.contains("#message-square"))
    };
    assert!(!promised(&today(&town, &reader).await));
    let sender = town.client();
    let (_, thread) = sender::come_back(&sender, &town.running.url(), "en", &receipt).await;
    let mut fields = hidden_of(&thread, "/en/4/1");
    fields.push(("free_text".into(), "Come earlier.".into()));
    let sent = sender.post(town.url("/en/4/1")).form(&fields).send().await;
    assert!(!sent.unwrap().status().is_server_error());
    let page = today(&town, &reader).await;
    assert!(promised(&page), "{page}");
    assert!(
        !page.contains("Come earlier"),
        "nothing that somebody wrote"
    );
}

/// In the demo nobody is sent on to somebody who is not there: what lacks a reader, a desk or a
/// number stands in the administrator's list, and the team of a request has a number to call.
#[tokio::test]
async fn whoever_walks_the_demo_finds_no_dead_end() {
    let town = Town::small().await;
    let team = town.enter(Role::Responder, "care-IQG02").await;
    let list = team.get(town.url("/beds")).send().await.unwrap();
    let list = list.text().await.unwrap();
    let requests: Vec<&str> = list
        .split("href=\"/beds/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|rest| rest.len() == 36)
        .collect();
    assert!(!requests.is_empty(), "{list}");
    let mut numbers = 0;
    for request in requests {
        let page = team.get(town.url(&format!("/beds/{request}"))).send();
        let page = page.await.unwrap().text().await.unwrap();
        if page.contains("aria-labelledby=\"desk\"") {
            assert!(page.contains("href=\"tel:+999"), "{page}");
            numbers += 1;
        }
    }
    assert!(numbers > 0);
    let bodies = town.country.bodies.iter();
    let here = |key: &str| {
        PLACES.iter().any(|place| {
            ["care", "second", "labour"]
                .iter()
                .any(|kind| key == format!("{kind}-{place}"))
        })
    };
    for (body, _) in bodies.filter(|(key, _)| here(key)) {
        for role in [Role::Responder, Role::Supervisor] {
            assert!(town.country.find(role, body).is_some(), "{role} of {body}");
        }
    }
}
