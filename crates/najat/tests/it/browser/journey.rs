//! Row 0:00 of the acceptance path and what follows from it: sent, read, answered, come back to,
//! added to, deleted; and the police find nothing.

use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::Person;
use crate::town::Town;

const TEXT: &str = "boys in a workshop, Basra · أولاد في ورشة، البصرة";
const ANSWER: &str = "We read this now. نقرأ هذا الآن";
const MORE: &str = "after nine · بعد التاسعة";

async fn text_of(browser: &Browser, selector: &str) -> String {
    let found = browser
        .client()
        .find(fantoccini::Locator::Css(selector))
        .await;
    match found {
        Ok(element) => element.text().await.unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// Opens what a staff page keeps folded.
async fn unfold(browser: &Browser) {
    browser.press_all("details.folded > summary").await;
}

async fn whole_path(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(phone) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let Some(desk) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let picture = |browser, step: &'static str| {
        let name = format!("{name}-{language}-{step}");
        async move {
            let browser: &Browser = browser;
            browser.step(&name).await;
        }
    };
    let sender = Person {
        browser: &phone,
        language,
        url: town.running.url(),
    };
    let worker = Person {
        browser: &desk,
        language,
        url: town.running.url(),
    };

    // The sender chooses who reads before anything is typed.
    sender.open(&format!("/{language}")).await;
    sender.sees("way-out").await;
    picture(&phone, "1-start").await;
    sender.press("entry-2").await;
    sender.sees("report-traces").await;
    picture(&phone, "2-where").await;
    assert!(
        phone
            .client()
            .find(fantoccini::Locator::Css("textarea"))
            .await
            .is_err(),
        "nothing is typed yet"
    );
    sender.ask().await;
    let reader = town.country.bodies["care-IQG02"].0;
    let reader = town
        .store()
        .read_clear(async |look| people::organisation::find(&*look, reader).await)
        .await
        .unwrap()
        .unwrap();
    phone.see(reader.is.names.get(language)).await;
    picture(&phone, "3-words").await;
    let files = phone
        .client()
        .find_all(fantoccini::Locator::Css("input[type=file]"))
        .await
        .unwrap();
    assert!(files.is_empty(), "no pictures are taken");
    sender.sees("report-no-photos").await;
    phone.fill("text", TEXT).await;
    phone.choose("minor", "yes").await;
    phone.choose("danger", "yes").await;
    sender.press("report-send").await;
    let receipt = sender.receipt().await;
    picture(&phone, "4-receipt").await;
    assert!(
        !phone.url().await.contains(&receipt[..8]),
        "no digits in the address"
    );

    // The responder of Basra reads and answers.
    worker.enter(&town, Role::Responder, "care-IQG02").await;
    worker.open("/reports").await;
    worker.sees("report-child").await;
    picture(&desk, "5-list").await;
    assert!(
        !desk.shows("boys in a workshop").await,
        "a list shows no words"
    );
    let path = town.newest(true).await;
    worker.open(&path).await;
    assert!(
        !text_of(&desk, "main").await.contains(TEXT),
        "words are folded until opened"
    );
    picture(&desk, "6-folded").await;
    unfold(&desk).await;
    desk.see(TEXT).await;
    picture(&desk, "7-open").await;
    desk.fill("free_text", ANSWER).await;
    worker.press("report-answer-send").await;
    worker.sees("report-yours").await;

    // The sender comes back, in the digits of their own script.
    sender.open(&format!("/{language}/4")).await;
    phone.fill("receipt", &sender.typed(&receipt)).await;
    sender.press("report-come-open").await;
    phone.see(ANSWER).await;
    picture(&phone, "8-thread").await;
    phone.fill("free_text", MORE).await;
    sender.press("report-more-send").await;
    sender.sees("report-told-added").await;
    worker.open(&path).await;
    unfold(&desk).await;
    desk.see(MORE).await;

    // The police find nothing, even by address.
    let police = worker;
    police
        .enter(&town, Role::Investigator, "police-IQG02")
        .await;
    police.open(&path).await;
    police.sees("problem-not-there-title").await;
    let by_address = desk.source().await;
    police
        .open(&format!("/reports/{}", town.store().world().id()))
        .await;
    assert_eq!(
        desk.source().await,
        by_address,
        "hidden and absent are the same"
    );
    police.open("/releases").await;
    police.sees("release-list-empty").await;
    police.open("/search").await;
    desk.fill("about", "boys in a workshop, Basra").await;
    police.press("search-ask").await;
    police.sees("search-recorded").await;
    picture(&desk, "9-police").await;

    // The sender deletes it; the code opens nothing any more.
    sender.press("report-delete").await;
    sender.sees("report-sure-title").await;
    picture(&phone, "10-sure").await;
    sender.press("report-sure-delete").await;
    sender.sees("report-gone-title").await;
    sender.open(&format!("/{language}/4")).await;
    phone.fill("receipt", &sender.typed(&receipt)).await;
    sender.press("report-come-open").await;
    sender.sees("report-receipt-opens-nothing").await;
    police.enter(&town, Role::Responder, "care-IQG02").await;
    police.open(&path).await;
    police.sees("report-withdrawn-text").await;
    assert!(
        !desk.shows(TEXT).await && !desk.shows(MORE).await,
        "nothing of it opens"
    );
    picture(&desk, "11-withdrawn").await;
    town.running.stop().await;
}

#[tokio::test]
async fn in_arabic_on_a_phone() {
    whole_path(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn in_english_at_a_desk() {
    whole_path(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn in_kurdish_on_a_phone_without_script() {
    whole_path(Language::Ckb, Viewport::PHONE.without_script(), "bare").await;
}

#[tokio::test]
async fn in_every_other_way() {
    if testkit::place::is_long() {
        whole_path(Language::Ar, Viewport::DESK, "desk").await;
        whole_path(Language::En, Viewport::PHONE, "phone").await;
        whole_path(Language::Ar, Viewport::PHONE.without_script(), "bare").await;
        whole_path(Language::En, Viewport::DESK.without_script(), "bare").await;
    }
}
