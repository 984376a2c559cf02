//! The pages of a screening as they are sent: a checkpoint says all of it at once, and whoever saves
//! second sees what was saved meanwhile beside what they typed.

use clock::AgeBand;
use http::StatusCode;
use record::{Language, OrgKind, Role};

use super::acts::{BOTH, talk};
use crate::installation::{BASRA, Basra, Installation};
use crate::web::{Fields, Web, field};

const EN: Language = Language::En;
const NEW: &str = "/screenings/new";

/// What is said of somebody grown up, in a safe talk.
fn setting() -> Fields {
    let said = [
        ("age", "adult"),
        ("then", "no"),
        ("contact", "longer"),
        ("alone", "yes"),
        ("own_language", "yes"),
        ("no_link", "yes"),
        ("safe_place", "yes"),
    ];
    said.iter()
        .map(|(name, value)| field(name, value))
        .collect()
}

#[tokio::test]
async fn a_checkpoint_says_all_of_it_at_once() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let officer = site
        .worker(basra.police, OrgKind::Police, Role::Responder)
        .await;
    web.act(officer.actor());
    let page = web.get(NEW).await;
    assert!(page.says(EN, "screening-duty-front") && page.says(EN, "screening-level-one"));
    let mut fields = page.hidden(NEW);
    fields.extend([field("to_talk", "yes"), field("to_write", "yes")]);
    fields.extend([field("age", "adult"), field("governorate", BASRA)]);
    // Half of it is no screening, and what was typed comes back.
    let half = web.post(NEW, &fields).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        half.html.contains("value=\"IQG02\" selected"),
        "{}",
        half.html
    );
    fields.extend(setting().into_iter().filter(|(name, _)| name != "age"));
    fields.push(field("G02", "yes"));
    let handed = web.post(NEW, &fields).await;
    assert_eq!(handed.status, StatusCode::OK, "{}", handed.html);
    assert!(handed.says(EN, "screening-handed-lead"));
    assert_eq!(web.get("/screenings").await.status, StatusCode::NOT_FOUND);
    // Whoever works in care says another thing first, and asks on a page of its own.
    web.act(basra.responder.actor());
    let page = web.get(NEW).await;
    assert!(page.says(EN, "screening-duty-care") && !page.says(EN, "screening-level-one"));
}

#[tokio::test]
async fn whoever_saves_second_sees_what_was_saved_meanwhile() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let report = site.entrusted(&basra).await;
    let worker = basra.caseworker.actor();
    let screening = site
        .start(&worker, Some(report), AgeBand::Adult, BOTH)
        .await
        .unwrap();
    let path = format!("/screenings/{screening}/answers");
    web.act(worker.clone());
    let page = web.get(&path).await;
    let mut fields = page.hidden(&path);
    fields.extend(setting());
    fields.extend([
        field("G02", "yes"),
        field("A01", "no"),
        field("go", "whole"),
    ]);

    // A colleague saves that the person is a child, and that nobody holds the papers.
    let theirs = talk(AgeBand::Child, &["A01"], true);
    site.save(&worker, screening, theirs, 0).await.unwrap();
    let stale = web.post(&path, &fields).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.says(EN, "screening-stale") && stale.says(EN, "screening-theirs"));
    let is_there = |row: &str, answer: &str| {
        let tag = format!("name=\"{row}\" value=\"{answer}\" checked");
        stale.html.contains(&tag)
    };
    assert!(is_there("A01", "no"), "what was typed stands");
    assert!(is_there("G02", "yes"), "also what a child is not asked");

    // It is sent once more, from what is there now, and leads where the button said.
    let mut again = stale.hidden(&path);
    again.extend(setting());
    again.extend([
        field("G02", "yes"),
        field("A01", "no"),
        field("go", "whole"),
    ]);
    let saved = web.post(&path, &again).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    let whole = web.get(&format!("/screenings/{screening}")).await;
    assert!(whole.says(EN, "screening-outcome-MORE_INFORMATION"));
}
