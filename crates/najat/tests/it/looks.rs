//! The ledger's pages through HTTP: who looked at what is told to whoever protects the data and to
//! the record's own desk, and to nobody else; a changed entry is found, in here and in a copy.

use protection::demo::SHELTERS;
use record::{Id, Role};
use reqwest::Client;
use testkit::Engine;

use crate::sender::hidden_of;
use crate::town::Town;

async fn text(town: &Town, client: &Client, path: &str) -> (u16, String) {
    let answer = client.get(town.url(path)).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn send(town: &Town, client: &Client, from: &str, to: &str) -> (u16, String) {
    let (_, page) = text(town, client, from).await;
    let form = hidden_of(&page, to);
    let sent = client.post(town.url(to)).form(&form).send().await.unwrap();
    (sent.status().as_u16(), sent.text().await.unwrap())
}

async fn pseudonym(town: &Town, account: Id) -> String {
    const PSEUDONYM: &str = "SELECT pseudonym FROM account WHERE id = $1";
    town.store()
        .read_clear(async |look| -> Result<String, store::StoreError> {
            let rows = look.rows(PSEUDONYM, store::args![account]).await?;
            rows[0].text("pseudonym")
        })
        .await
        .unwrap()
}

/// A report that some caseworker holds: its id, who that is, and a supervisor of the desk.
async fn report_of_a_desk(town: &Town) -> (Id, Id, Id) {
    const HELD: &str = "SELECT w.record, w.holder AS worker, g.org FROM access_grant w \
        JOIN guard g ON g.record = w.record \
        JOIN membership m ON m.account = w.holder AND m.role = 'caseworker' \
        WHERE w.relation = 'team' AND g.kind = 'report' ORDER BY w.record";
    let held: Vec<(Id, Id, Id)> = town
        .store()
        .read_clear(async |look| -> Result<_, store::StoreError> {
            let rows = look.rows(HELD, store::args![]).await?;
            rows.iter()
                .map(|row| Ok((row.id("record")?, row.id("worker")?, row.id("org")?)))
                .collect()
        })
        .await
        .unwrap();
    let people = &town.country.people;
    let above = |org: Id| {
        let mut above = people
            .iter()
            .filter(move |person| person.role == Role::Supervisor && person.org == org);
        above.next().map(|person| person.account)
    };
    held.into_iter()
        .find_map(|(record, worker, org)| Some((record, worker, above(org)?)))
        .unwrap()
}

async fn enter(town: &Town, account: Id) -> Client {
    let person = town
        .country
        .people
        .iter()
        .find(|person| person.account == account)
        .unwrap();
    let client = town.client();
    let made_up = town.people.iter().find(|one| one.account == account);
    let form = [("person", made_up.unwrap().membership.to_string())];
    let url = town.url("/demo/enter");
    let answer = client.post(url).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), 303, "{} enters", person.role);
    client
}

#[tokio::test]
async fn who_has_looked_is_told_to_the_desk_and_to_nobody_else() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        let (report, worker, above) = report_of_a_desk(&town).await;
        let supervisor = enter(&town, above).await;
        let (status, page) = text(&town, &supervisor, &format!("/reports/{report}")).await;
        assert_eq!(status, 200);
        let looks = format!("/looks/{report}");
        assert!(page.contains(&looks), "the report's page leads there");
        // So do requests for a place and rights not yet met, where there are any.
        for list in ["/beds", "/rights?state=open", "/rights?state=met"] {
            let (status, page) = text(&town, &supervisor, list).await;
            assert_eq!(status, 200, "{list}");
            let is_empty = !page.contains("<tbody>");
            assert_eq!(page.contains("href=\"/looks/"), !is_empty, "{list}");
        }
        let caseworker = enter(&town, worker).await;
        assert_eq!(
            text(&town, &caseworker, &format!("/reports/{report}"))
                .await
                .0,
            200
        );
        town.store().sequence().await.unwrap();
        let (status, page) = text(&town, &caseworker, &looks).await;
        assert_eq!(status, 200);
        assert!(page.contains(&pseudonym(&town, above).await[..8]), "{page}");
        // A responder of the same desk, justice, and whoever runs the installation finds nothing.
        for (role, body) in [
            (Role::Responder, "care-IQG02"),
            (Role::Investigator, "police-IQG02"),
        ] {
            let other = town.enter(role, body).await;
            assert_eq!(text(&town, &other, &looks).await.0, 404, "{role}");
            // The ledger is not theirs: they are led to what they did.
            assert_eq!(text(&town, &other, "/ledger").await.0, 303, "{role}");
            assert_eq!(text(&town, &other, "/ledger/verify").await.0, 404, "{role}");
            let (status, mine) = text(&town, &other, "/ledger/mine").await;
            assert_eq!(status, 200);
            assert!(!mine.contains(&pseudonym(&town, above).await[..8]));
        }
    }
}

fn officer(town: &Town) -> Id {
    let officers = town.country.people.iter();
    let mut officers = officers.filter(|person| person.role == Role::DataProtection);
    officers.next().unwrap().account
}

#[tokio::test]
async fn whoever_protects_the_data_searches_the_ledger() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        let (report, _, above) = report_of_a_desk(&town).await;
        let supervisor = enter(&town, above).await;
        text(&town, &supervisor, &format!("/reports/{report}")).await;
        town.store().sequence().await.unwrap();
        let client = enter(&town, officer(&town)).await;
        let (status, page) = text(&town, &client, "/ledger").await;
        assert_eq!(status, 200);
        let who = pseudonym(&town, above).await;
        let number = &who[..8];
        assert!(page.contains(number));
        assert!(!page.contains(&report.to_string()), "no id of a record");
        let (_, theirs) = text(
            &town,
            &client,
            &format!("/ledger?who={who}&action=ReadReport"),
        )
        .await;
        assert!(theirs.contains(number) && theirs.contains("same="));
        // The number that the list shows is enough.
        let (_, by_number) = text(&town, &client, &format!("/ledger?who={number}")).await;
        assert!(by_number.contains(&format!("?who={who}")), "{by_number}");
        let (_, none) = text(&town, &client, &format!("/ledger?who={who}&action=BackUp")).await;
        assert!(!none.contains("<table"));
        let (_, day) = text(&town, &client, "/ledger?day=2001-01-01").await;
        assert!(!day.contains("<table"));
        assert_eq!(text(&town, &client, "/ledger?day=soon").await.0, 422);
        // Every entry is on one page or another, once; all of them are walked through on one engine.
        let all = matches!(engine, Engine::Sqlite);
        let mut seen = Vec::new();
        let mut path = "/ledger".to_owned();
        for _ in 0..if all { 400 } else { 8 } {
            let (_, page) = text(&town, &client, &path).await;
            for part in page.split("?same=").skip(1) {
                seen.push(part.split('"').next().unwrap().parse::<i64>().unwrap());
            }
            let Some(next) = page.split("/ledger?after=").nth(1) else {
                break;
            };
            path = format!("/ledger?after={}", next.split('"').next().unwrap());
        }
        let mut once = seen.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), seen.len());
        if all {
            let last = once.last().map(|last| last + 1);
            assert_eq!(last, i64::try_from(once.len()).ok());
        }
    }
}

/// Types the digits that the page of a demo shows to whoever has no telephone.
pub async fn step_up(town: &Town, client: &Client, to: &str) {
    let (_, page) = text(town, client, &format!("/step-up?to={to}")).await;
    let shown = page.split("#key-round").nth(1);
    let shown = shown.unwrap_or_else(|| panic!("no digits are shown: {page}"));
    let digits = shown
        .split(|sign: char| !sign.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .unwrap()
        .to_owned();
    let mut form = hidden_of(&page, "/step-up");
    form.push(("code".into(), digits));
    let sent = client.post(town.url("/step-up")).form(&form).send().await;
    let sent = sent.unwrap();
    assert_eq!(sent.headers()["location"], to);
}

#[tokio::test]
async fn a_changed_entry_is_named_on_the_page_and_in_a_copy() {
    let town = Town::small().await;
    let client = enter(&town, officer(&town)).await;
    let check = async || {
        let (status, _) = send(&town, &client, "/ledger/verify", "/ledger/verify").await;
        assert_eq!(status, 303);
        loop {
            let (_, page) = text(&town, &client, "/ledger/verify").await;
            if page.contains("name=\"form_key\"") {
                return page;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    let whole = check().await;
    assert!(whole.contains("note safe"), "{whole}");

    // Without a second code nothing leaves the installation; with one, a file that anybody can check.
    assert_eq!(text(&town, &client, "/ledger/export").await.0, 303);
    step_up(&town, &client, "/ledger/export").await;
    assert_eq!(text(&town, &client, "/ledger/export").await.0, 200);
    let (status, taken) = send(&town, &client, "/ledger/export", "/ledger/export").await;
    assert_eq!(status, 200);
    let of_the_page = town.folder.path().join("of-the-page.txt");
    std::fs::write(&of_the_page, taken).unwrap();
    let key = town.store().journal().public_key();
    let verdict = store::offline::verify_export(&of_the_page, &key, None).unwrap();
    assert!(verdict.holds() && verdict.leaves > 100);

    let file = town.folder.path().join("ledger.txt");
    let out = file.clone();
    let people = &town.country.people;
    let as_what = |role| people.iter().find(|person| person.role == role).unwrap();
    let refused = as_what(Role::Supervisor).actor(record::Session::SteppedUp);
    assert!(
        najat::ledger::export(town.store(), &refused, &out)
            .await
            .is_err()
    );
    let actor = as_what(Role::DataProtection).actor(record::Session::SteppedUp);
    najat::ledger::export(town.store(), &actor, &out)
        .await
        .unwrap();
    let log = town.folder.path().join("checkpoints.log");
    let verdict = store::offline::verify_export(&file, &key, Some(&log)).unwrap();
    assert!(verdict.holds(), "{:?}", verdict.faults);
    assert!(verdict.leaves > 100);
    let said = std::fs::read_to_string(&file).unwrap();
    let entry = said.lines().position(|line| line.starts_with("entry\t7\t"));
    let changed: Vec<String> = said
        .lines()
        .enumerate()
        .map(|(at, line)| {
            if Some(at) == entry {
                format!("{line}00")
            } else {
                line.to_owned()
            }
        })
        .collect();
    std::fs::write(&file, changed.join("\n")).unwrap();
    let verdict = store::offline::verify_export(&file, &key, Some(&log)).unwrap();
    assert!(verdict.faults.contains(&ledger::Fault::Leaf { index: 7 }));

    // By SQL, past the program: an entry is changed, and another is taken off the pages.
    let hidden: Result<u64, store::StoreError> = town
        .store()
        .upkeep(|upkeep| async move {
            const HIDE: &str = "DELETE FROM ledger_fact WHERE seq = 9";
            upkeep.execute(HIDE, store::args![]).await
        })
        .await;
    assert_eq!(hidden.unwrap(), 1);
    let changed: Result<u64, store::StoreError> = town
        .store()
        .upkeep(|upkeep| async move {
            const CHANGE: &str = "UPDATE ledger_leaf SET body = $1 WHERE seq = 7";
            upkeep.execute(CHANGE, store::args![vec![1_u8, 2, 3]]).await
        })
        .await;
    assert_eq!(changed.unwrap(), 1);
    let wrong = check().await;
    assert!(wrong.contains("note danger"), "{wrong}");
    let hidden = page::words(
        record::Language::En,
        "fault-fact-missing",
        &[("index", 9.into())],
    );
    assert!(wrong.contains(&hidden), "{wrong}");
    let named = page::words(record::Language::En, "fault-leaf", &[("index", 7.into())]);
    assert!(wrong.contains(&named), "{wrong}");
}

/// The question for a second code is no refusal; a no after it is one, and is written once.
#[tokio::test]
async fn only_a_real_refusal_is_written() {
    const FIRST_SHELTER: &str = "SELECT record FROM guard WHERE kind = 'shelter' ORDER BY record";
    for engine in Engine::ALL {
        let Some(town) = Town::of(engine, 40, 0, &[SHELTERS]).await else {
            continue;
        };
        let shelter: Result<Id, store::StoreError> = town
            .store()
            .read_clear(async |look| {
                look.rows(FIRST_SHELTER, store::args![]).await?[0].id("record")
            })
            .await;
        let people = town.country.people.iter();
        let mut desks = people.filter(|person| person.role == Role::PlacementDesk);
        let desk = desks.next().unwrap().account;
        let client = enter(&town, desk).await;
        let who = pseudonym(&town, desk).await;
        let watching = enter(&town, officer(&town)).await;
        let refused = async || {
            town.store().sequence().await.unwrap();
            let path = format!("/ledger?who={who}&action=ReadShelterAddress");
            let (_, page) = text(&town, &watching, &path).await;
            page.matches("#ban").count()
        };
        let nowhere = Id::from_bytes([7; 16]);
        for (record, after) in [(shelter.unwrap(), 1), (nowhere, 2)] {
            let address = format!("/shelters/{record}/address");
            for _ in 0..3 {
                assert_eq!(text(&town, &client, &address).await.0, 303);
            }
            assert_eq!(refused().await, after - 1);
            step_up(&town, &client, &address).await;
            assert_eq!(text(&town, &client, &address).await.0, 404);
            assert_eq!(refused().await, after);
            town.clock.advance(6 * 60);
        }
    }
}
