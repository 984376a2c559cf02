//! The frame of staff pages: whoever is signed in keeps the menu when something goes wrong, and every
//! entry of every menu leads somewhere. A stranger sees of all that nothing.

use std::collections::BTreeSet;

use record::Role;
use reqwest::{Client, Response};

use crate::authority::cast;
use crate::ids::ids_to_read;
use crate::sheet::{attribute, tags};
use crate::town::Town;

/// Where the bar of a page leads, each address once.
fn entries(html: &str) -> Vec<String> {
    let bar = html.split("<nav class=\"bar\"").nth(1);
    let bar = bar.and_then(|bar| bar.split("</nav>").next());
    let links = tags(bar.unwrap_or_default(), "a").filter_map(|(tag, _)| attribute(&tag, "href"));
    let mut seen = BTreeSet::new();
    links.filter(|href| seen.insert(href.clone())).collect()
}

async fn get(town: &Town, client: &Client, path: &str) -> Response {
    client.get(town.url(path)).send().await.unwrap()
}

/// Status, policy and page: what a reader can tell apart.
async fn seen(answer: Response) -> (u16, String, String) {
    let policy = answer.headers()["content-security-policy"].to_str();
    let policy = policy.unwrap().to_owned();
    let status = answer.status().as_u16();
    (status, policy, answer.text().await.unwrap())
}

fn is_staff(html: &str) -> bool {
    html.contains("<body class=\"staff\">") && entries(html).contains(&"/today".to_owned())
}

#[tokio::test]
async fn whoever_is_signed_in_keeps_the_menu_at_a_wrong_address() {
    let town = Town::small().await;
    let hidden = town.newest(false).await;
    let absent = format!("/reports/{}", town.store().world().id());
    let nothing = "/nothing/is/here";
    for (role, body) in [
        (Role::Investigator, "police-IQG02"),
        (Role::Administrator, "house"),
    ] {
        let client = town.enter(role, body).await;
        let first = seen(get(&town, &client, &hidden).await).await;
        assert_eq!(first.0, 404, "{role}");
        assert!(is_staff(&first.2), "{role}: {}", first.2);
        let main = first.2.split("<main").nth(1).unwrap();
        assert!(
            main.contains("href=\"/today\""),
            "it leads to Today: {main}"
        );
        for path in [absent.as_str(), nothing] {
            let other = seen(get(&town, &client, path).await).await;
            assert_eq!(other, first, "{role} at {path}");
        }
    }
    let stranger = town.client();
    let first = seen(get(&town, &stranger, nothing).await).await;
    assert_eq!(first.0, 404);
    assert!(first.2.contains("<body class=\"bare\">") && !first.2.contains("/today"));
}

#[tokio::test]
async fn whatever_goes_wrong_stands_in_the_frame_of_whoever_is_signed_in() {
    let town = Town::small().await;
    let client = town.enter(Role::Responder, "care-IQG02").await;
    let report = town.newest(false).await;
    // An address that takes forms alone is opened.
    let wrong_way = seen(get(&town, &client, &format!("{report}/answer")).await).await;
    assert_eq!(wrong_way.0, 405);
    assert!(is_staff(&wrong_way.2), "{}", wrong_way.2);
    // A form is too long: it is refused before it is read, and comes back all the same.
    let text = "word ".repeat(60_000);
    let form = [
        ("form_key", "k"),
        ("version", "0"),
        ("free_text", text.as_str()),
    ];
    let url = town.url(&format!("{report}/answer"));
    let too_large = client.post(&url).form(&form).send().await.unwrap();
    let too_large = seen(too_large).await;
    assert_eq!(too_large.0, 413);
    assert!(is_staff(&too_large.2) && too_large.2.contains("word word"));
    // The same from nobody.
    let nobody = town.client().post(&url).form(&form).send().await.unwrap();
    let nobody = seen(nobody).await;
    assert_eq!(nobody.0, 413);
    assert!(!is_staff(&nobody.2));
}

#[tokio::test]
async fn every_entry_of_every_bar_leads_somewhere() {
    let town = Town::small().await;
    let mut opened = 0;
    for person in cast(&town) {
        let client = town.enter(person.role, &person.body).await;
        let who = format!("{} of {}", person.role, person.body);
        let today = get(&town, &client, "/today").await.text().await.unwrap();
        let entries = entries(&today);
        assert!(entries.contains(&"/today".to_owned()), "{who}: {entries:?}");
        for path in entries {
            let mut answer = get(&town, &client, &path).await;
            // Some ask for a second factor first, and the full ledger leads others to their own part.
            if answer.status() == 303 {
                let to = answer.headers()["location"].to_str().unwrap().to_owned();
                assert!(!to.starts_with("/sign-in"), "{who}: {path} leads out");
                answer = get(&town, &client, &to).await;
            }
            assert_eq!(answer.status(), 200, "{who}: {path}");
            let html = answer.text().await.unwrap();
            assert_eq!(ids_to_read(&html), Vec::<String>::new(), "{who}: {path}");
            opened += 1;
        }
    }
    assert!(opened > 100, "{opened} entries were opened");
}
