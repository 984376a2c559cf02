//! What is told to a desk: somebody calls and it is taken down, the code is read out, the desk notes,
//! promises a call and steps back; and whoever only watches or defends says that they have taken it.

use fantoccini::Locator;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::night::Night;
use crate::town::Town;

const TOLD: &str = "my cousin is locked in";
const NOTE: &str = "called the clinic";

async fn press_on(night: &Night<'_>, selector: &str) {
    let found = night.browser().client().find(Locator::Css(selector)).await;
    found.expect(selector).click().await.unwrap();
}

/// Promises a call or another look for tomorrow, from a page that leads to it.
async fn promises(night: &Night<'_>, language: Language, what: &str) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("promise-title").await;
    desk.sees("promise-lead").await;
    browser.choose("what", what).await;
    browser.fill("day", &desk.say("promise-tomorrow")).await;
    let hour = page::number::digits(language, "09:30");
    browser.fill("hour", &hour).await;
    desk.press("promise-send").await;
    desk.sees("promise-keep").await;
}

async fn takes_a_call(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("told-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let desk = &night.person;
    desk.enter(&town, Role::Responder, "care-IQG02").await;
    desk.open("/intake").await;
    desk.sees("intake-lead").await;
    night.look("1-begin").await;

    // Without a line nothing is saved, and nothing that was chosen is lost.
    browser.choose("danger", "yes").await;
    desk.press("intake-send").await;
    desk.sees("report-wrong-text").await;
    browser.fill("text", TOLD).await;
    browser.choose("talk", "later").await;
    night.look("2-told").await;
    desk.press("intake-send").await;
    desk.sees("intake-read-out").await;
    night.look("3-code").await;
    let receipt = crate::sender::receipt_of(&browser.source().await).expect("twenty digits");

    // They are to be called later: the page leads to the promise.
    promises(&night, language, "call").await;
    desk.sees("report-yours").await;
    desk.press("note-title").await;
    desk.sees("note-lead").await;
    browser.fill("free_text", NOTE).await;
    desk.press("note-send").await;
    desk.sees("note-list-title").await;
    night.look("4-report").await;
    let path = town.newest(false).await;

    // Whoever called comes back with the code that was read out to them.
    desk.open(&format!("/{language}/4")).await;
    browser.fill("receipt", &desk.typed(&receipt)).await;
    desk.press("report-come-open").await;
    desk.sees("report-was-read").await;
    browser.see(TOLD).await;
    assert!(!browser.shows(NOTE).await, "a note is the desk's alone");
    night.look("5-sender").await;

    // And whoever knows somebody in it steps back: the report is there no more.
    desk.open(&path).await;
    browser.press_all("details.folded > summary").await;
    press_on(&night, "button[name='why'][value='knows']").await;
    desk.sees("report-list-title").await;
    desk.open(&path).await;
    desk.sees("problem-not-there-title").await;
    town.running.stop().await;
}

/// Somebody comes in person and wants no code: nobody can answer them in writing, and the desk looks at
/// it again.
async fn walks_in(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("walk-in-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let desk = &night.person;
    desk.enter(&town, Role::Responder, "care-IQG02").await;
    desk.open("/intake").await;
    browser.choose("how_told", "in_person").await;
    browser.choose("talk", "now").await;
    browser.fill("text", TOLD).await;
    browser.press_all("details.folded > summary").await;
    browser.choose("receipt", "declined").await;
    desk.press("intake-send").await;
    desk.sees("intake-no-receipt").await;
    night.look("1-saved").await;

    desk.open(&town.newest(false).await).await;
    assert!(!browser.shows(&desk.say("report-answer-said")).await);
    promises(&night, language, "look").await;
    night.look("2-look-again").await;
    press_on(&night, "button[name='what'][value='look']").await;
    desk.sees("did-keep-promise").await;
    assert!(
        !browser.source().await.contains("name=\"what\""),
        "it is done"
    );
    town.running.stop().await;
}

async fn takes_it(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("taken-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let person = &night.person;

    // A lawyer sees a code, hours and whom to call, and says that they have taken it.
    person.enter(&town, Role::LegalAid, "lawyers").await;
    night.look("1-lawyer").await;
    press_on(&night, "main a[href^='/held/']").await;
    person.sees("duty-call-title").await;
    browser.choose("answer", "taken").await;
    night.look("2-held").await;
    person.press("detention-answer-send").await;
    // The words of the answer stood on the form as well: what was done is said by the page after it.
    person.sees("did-answer-held").await;
    person.sees("detention-answer-taken").await;
    assert!(!browser.shows(&person.say("detention-not-answered")).await);

    // Oversight meets a missed clock, whom to call about it, and something to say.
    person.enter(&town, Role::OversightOfficer, "rights").await;
    night.look("3-oversight").await;
    person.open("/clocks?state=missed").await;
    press_on(&night, "table.rows a[href^='/clocks/']").await;
    person.sees("duty-call-title").await;
    night.look("4-clock").await;
    browser.choose("why", "taken").await;
    person.press("clock-alarm-send").await;
    person.sees("did-answer-alarm").await;
    person.sees("clock-alarm-taken").await;
    town.running.stop().await;
}

#[tokio::test]
async fn a_call_in_arabic_on_a_phone() {
    takes_a_call(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn a_call_in_english_at_a_desk() {
    takes_a_call(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn whoever_is_told_takes_it_in_arabic_on_a_phone() {
    takes_it(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn whoever_is_told_takes_it_in_english_at_a_desk() {
    takes_it(Language::En, Viewport::DESK, "desk").await;
}

/// The number that stands on a printed sheet, as its reader types it.
fn number_on(page: &str) -> String {
    let number = page.split("<p class=\"number\">").nth(1).unwrap();
    let number = number.split("<bdo dir=\"ltr\">").nth(1).unwrap();
    number.split('<').next().unwrap().to_owned()
}

/// A sheet is printed, ticked by hand, and typed in when the power is back.
async fn types_a_sheet_in(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("paper-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let desk = &night.person;
    desk.open(&format!("/{language}/10")).await;
    night.look("1-sheets").await;
    press_on(&night, "main a[href$='/10/1']").await;
    desk.sees("sheet-how").await;
    night.look("2-sheet").await;
    let number = number_on(&browser.source().await);

    desk.enter(&town, Role::Responder, "care-IQG02").await;
    desk.open("/intake").await;
    browser.press_all("details.folded > summary").await;
    browser.fill("sheet", &number).await;
    // Somebody is in danger, and somebody is under 18.
    let ticked = page::number::digits(language, "2.1 3.1");
    browser.fill("ticked", &ticked).await;
    desk.press("intake-send").await;
    desk.sees("sheet-filled").await;
    night.look("3-filled").await;
    browser.fill("text", TOLD).await;
    desk.press("intake-send").await;
    desk.sees("intake-done-title").await;
    desk.open(&town.newest(true).await).await;
    desk.sees("sheet-number").await;
    night.look("4-report").await;
    town.running.stop().await;
}

#[tokio::test]
async fn a_sheet_in_arabic_on_a_phone() {
    types_a_sheet_in(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn a_sheet_in_english_at_a_desk() {
    types_a_sheet_in(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn somebody_walks_in_in_arabic_on_a_phone() {
    walks_in(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn somebody_walks_in_in_english_at_a_desk() {
    walks_in(Language::En, Viewport::DESK, "desk").await;
}
