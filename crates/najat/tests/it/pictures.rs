//! The manual's pictures, of made-up people: `cargo xtask pictures` takes them anew.

use record::{Language, Role};
use testkit::place::wants_pictures;
use testkit::{Browser, Viewport};

use crate::browser::Person;
use crate::town::Town;

#[tokio::test]
async fn the_start_page() {
    if !wants_pictures() {
        return;
    }
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::PHONE.in_language("ar")).await else {
        return;
    };
    browser.goto(&town.url("/ar")).await;
    browser.picture("start-ar").await;
}

#[tokio::test]
async fn the_sender_and_the_responder() {
    if !wants_pictures() {
        return;
    }
    let language = Language::En;
    let town = Town::small().await;
    let Some(phone) = Browser::start(Viewport::PHONE.in_language("en")).await else {
        return;
    };
    let Some(desk) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
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

    sender.open("/en/2").await;
    phone.picture("sender-where-en").await;
    sender.ask().await;
    phone.picture("sender-words-en").await;
    phone
        .fill(
            "text",
            "Boys work in a workshop behind the market and sleep there.",
        )
        .await;
    phone.choose("minor", "yes").await;
    sender.press("report-send").await;
    let receipt = sender.receipt().await;
    phone.picture("sender-receipt-en").await;

    // Somebody is held as well, so that the list shows both sections.
    sender.open("/en/3").await;
    sender.ask().await;
    phone
        .fill(
            "text",
            "A man of our street is at the residence office and leaves on Sunday.",
        )
        .await;
    phone.choose("minor", "no").await;
    sender.press("report-send").await;
    sender.receipt().await;

    worker.enter(&town, Role::Responder, "care-IQG02").await;
    worker.open("/reports").await;
    desk.picture("responder-list-en").await;
    let path = town.newest(true).await;
    worker.open(&path).await;
    desk.picture("responder-report-en").await;
    desk.fill(
        "free_text",
        "Thank you. We read this now. When is it safe to call you?",
    )
    .await;
    worker.press("report-answer-send").await;
    worker.sees("report-yours").await;

    sender.open("/en/4").await;
    phone.fill("receipt", &receipt).await;
    sender.press("report-come-open").await;
    sender.sees("report-thread-title").await;
    phone.picture("sender-thread-en").await;
}

#[tokio::test]
async fn a_safe_place() {
    if !wants_pictures() {
        return;
    }
    let language = Language::En;
    let town = Town::small().await;
    let Some(desk) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let worker = Person {
        browser: &desk,
        language,
        url: town.running.url(),
    };
    worker.enter(&town, Role::Responder, "care-IQG02").await;
    worker.open("/today").await;
    desk.view("today-en").await;
    worker.open("/beds/new").await;
    desk.picture("bed-ask-en").await;
    worker.enter(&town, Role::PlacementDesk, "care-IQG02").await;
    worker.open("/shelters").await;
    desk.view("shelter-board-en").await;
    worker.open("/rights").await;
    desk.view("rights-en").await;
    worker.open("/beds").await;
    let first = fantoccini::Locator::Css("main tbody th a");
    let request = desk.client().find(first).await.unwrap();
    request.click().await.unwrap();
    worker.sees("bed-shelters").await;
    desk.picture("bed-desk-en").await;
    worker.enter(&town, Role::Administrator, "house").await;
    worker.open("/administration").await;
    desk.picture("administration-en").await;
    worker.enter(&town, Role::DataProtection, "house").await;
    worker.open("/ledger").await;
    desk.view("ledger-en").await;
}

#[tokio::test]
async fn a_screening() {
    if !wants_pictures() {
        return;
    }
    let town = Town::small().await;
    let Some(desk) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let worker = Person {
        browser: &desk,
        language: Language::En,
        url: town.running.url(),
    };
    worker.enter(&town, Role::Caseworker, "care-IQG02").await;
    worker.open("/screenings").await;
    let first = fantoccini::Locator::Css("main tbody th a");
    let screening = desk.client().find(first).await.unwrap();
    screening.click().await.unwrap();
    worker.sees("screening-machine").await;
    desk.picture("screening-en").await;
}

#[tokio::test]
async fn a_case() {
    if !wants_pictures() {
        return;
    }
    let town = Town::small().await;
    let Some(desk) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let worker = Person {
        browser: &desk,
        language: Language::En,
        url: town.running.url(),
    };
    worker.enter(&town, Role::Caseworker, "care-IQG02").await;
    worker.open("/cases?age=adult").await;
    let first = fantoccini::Locator::Css("main tbody th a");
    let case = desk.client().find(first).await.unwrap();
    case.click().await.unwrap();
    worker.sees("case-line").await;
    desk.picture("case-en").await;
}
