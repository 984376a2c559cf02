//! A case from its first minute: opened without a name, the person asked, their name written, a consent,
//! a packet on paper, a withdrawal, and a no after which the name is gone and help goes on.

use fantoccini::key::Key;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::keyboard::{arrow_to, tab_to, type_in};
use super::night::Night;
use crate::town::Town;

/// What no page has after the no.
const NAME: &str = "Zaynab-planted";
const NEED: &str = "a doctor who speaks Bangla";

async fn opens(night: &Night<'_>) -> String {
    let (desk, browser) = (&night.person, night.browser());
    desk.open("/cases").await;
    night.look("1-list").await;
    desk.press("case-open-title").await;
    desk.sees("case-open-lead").await;
    // Nothing is filled in: what is missing is said, and nothing is lost.
    browser.choose("needs", "health").await;
    desk.press("case-open").await;
    desk.sees("error-choose").await;
    browser.choose("age", "adult").await;
    let basra = desk.place("IQG02");
    browser.fill("governorate", &basra).await;
    night.look("2-open").await;
    desk.press("case-open").await;
    desk.sees("case-unplanned").await;
    desk.sees("bed-ask-open").await;
    night.look("3-case").await;
    let url = browser.url().await;
    url.strip_prefix(&desk.url).unwrap_or_default().to_owned()
}

/// What is chosen in the list is kept, found again as a sentence, and let go.
async fn keeps_a_choice(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    // As the sentence above the list asks, which stands open at a desk and is folded on a phone.
    desk.open("/cases?state=&age=adult&whose=").await;
    desk.press("list-keep").await;
    desk.sees("list-forget").await;
    night.look("3b-kept").await;
    desk.open("/cases").await;
    desk.press("clock-age-adult").await;
    assert!(browser.url().await.ends_with("/cases?age=adult"));
    desk.press("list-forget").await;
    desk.sees("list-keep").await;
}

async fn plans(night: &Night<'_>, language: Language) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("case-contact-title").await;
    desk.sees("case-contact-lead").await;
    browser.fill("day", &desk.say("promise-tomorrow")).await;
    let hour = page::number::digits(language, "09:30");
    browser.fill("hour", &hour).await;
    browser.fill("how", "by the number of the house").await;
    night.look("4-contact").await;
    desk.press("case-contact-send").await;
    browser.see("by the number of the house").await;
}

/// A service that is not there is charged to the body that owes it.
async fn serves(night: &Night<'_>, case: &str) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("plan-title").await;
    desk.sees("plan-goals-none").await;
    desk.press("plan-serve-title").await;
    desk.sees("plan-serve-lead").await;
    let first = night
        .text("select[name='duty'] option:nth-of-type(2)")
        .await;
    browser.fill("duty", &first).await;
    browser.choose("served", "not_available").await;
    desk.press("plan-serve-send").await;
    desk.sees("plan-owed-by").await;
    night.look("4b-plan").await;
    desk.open(case).await;
    desk.sees("case-line").await;
}

/// The person's own answers: to talk and to share with a yes, to writing as it is said.
async fn asks(night: &Night<'_>, write: &str) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("person-ask-title").await;
    desk.sees("person-ask-lead").await;
    browser.choose("talk", "yes").await;
    browser.choose("write", write).await;
    browser.choose("share", "yes").await;
    desk.press("person-ask-send").await;
    desk.sees("person-consents").await;
}

async fn writes_the_name(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("person-who-title").await;
    desk.sees("person-who-nothing").await;
    desk.press("person-name-title").await;
    desk.sees("person-name-lead").await;
    browser.fill("given", NAME).await;
    night.look("6-name").await;
    desk.press("person-name-send").await;
    desk.sees("person-consents").await;
    assert!(
        !browser.source().await.contains(NAME),
        "the book has no name"
    );
}

async fn prints(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    desk.press("person-consent-title").await;
    desk.sees("person-consent-lead").await;
    browser.choose("purpose", "help").await;
    browser.fill("named", "the clinic").await;
    browser.choose("packet", "b").await;
    browser.choose("period", "month").await;
    browser.fill("language", &desk.say("bed-language-bn")).await;
    browser.choose("manner", "spoken").await;
    night.look("7-consent").await;
    desk.press("person-consent-send").await;
    desk.sees("consent-live").await;
    night.look("8-book").await;
    desk.press("packet-title").await;
    desk.sees("packet-lead").await;
    let under = night
        .text("select[name='under'] option:nth-of-type(2)")
        .await;
    browser.fill("under", &under).await;
    browser.choose("packet", "b").await;
    browser.fill("need", NEED).await;
    desk.press("packet-send").await;
    desk.sees("packet-only-for").await;
    browser.see(NAME).await;
    night.look_at_print("9-paper").await;
    desk.press("person-title").await;
    desk.sees("consent-withdraw-send").await;
}

async fn withdraws(night: &Night<'_>, case: &str) {
    let desk = &night.person;
    desk.press("consent-withdraw-send").await;
    desk.sees("consent-to-tell").await;
    night.look("10-withdrawn").await;
    desk.open(case).await;
    desk.sees("person-to-tell").await;
    desk.press("person-title").await;
    desk.sees("consent-told-send").await;
    desk.press("consent-told-send").await;
    desk.sees("consent-withdrawn").await;
}

async fn a_case(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("cased-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let desk = &night.person;
    desk.enter(&town, Role::Caseworker, "care-IQG02").await;
    let case = opens(&night).await;
    keeps_a_choice(&night).await;
    desk.open(&case).await;
    plans(&night, language).await;
    serves(&night, &case).await;
    desk.press("person-title").await;
    desk.sees("person-shut").await;
    night.look("5-shut").await;
    asks(&night, "yes").await;
    writes_the_name(&night).await;
    prints(&night).await;
    withdraws(&night, &case).await;
    // The no: what was written is gone, and help goes on under the code.
    asks(&night, "no").await;
    desk.sees("person-no-writing").await;
    assert!(!browser.shows(&desk.say("person-who-title")).await);
    night.look("11-no").await;
    desk.open(&case).await;
    desk.sees("case-consent-no").await;
    desk.sees("bed-ask-open").await;
    assert!(!browser.source().await.contains(NAME));
    night.look("12-goes-on").await;
    town.running.stop().await;
}

#[tokio::test]
async fn a_case_in_arabic_on_a_phone_without_script() {
    a_case(Language::Ar, Viewport::PHONE.without_script(), "phone").await;
}

#[tokio::test]
async fn a_case_in_english_at_a_desk() {
    a_case(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn a_case_in_sorani_on_a_phone() {
    a_case(Language::Ckb, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn a_case_is_opened_and_the_person_asked_without_a_mouse() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let night = Night::new(&town, &browser, Language::En, ("case-keys", Viewport::DESK));
    let desk = &night.person;
    desk.enter(&town, Role::Caseworker, "care-IQG02").await;
    desk.open("/cases").await;
    tab_to(&browser, "a.act[href='/cases/new']").await;
    browser.press(Key::Enter).await;
    desk.sees("case-open-lead").await;
    arrow_to(&browser, "age", "adult").await;
    tab_to(&browser, "select[name='governorate']").await;
    type_in(&browser, "Basra").await;
    tab_to(&browser, "form[action='/cases/new'] button.act").await;
    browser.press(Key::Enter).await;
    desk.sees("case-unplanned").await;
    tab_to(&browser, "a[href^='/people/']").await;
    browser.press(Key::Enter).await;
    desk.sees("person-shut").await;
    tab_to(&browser, "a.act[href$='/answers']").await;
    browser.press(Key::Enter).await;
    desk.sees("person-ask-lead").await;
    for question in ["talk", "write", "share"] {
        arrow_to(&browser, question, "no").await;
    }
    tab_to(&browser, "form[action$='/answers'] button.act").await;
    browser.press(Key::Enter).await;
    desk.sees("person-no-writing").await;
    town.running.stop().await;
}
