//! Rows 4:00 and 5:00 of the acceptance path: a boy of 15 is asked, grounds are explained and decided;
//! a grown-up whose interpreter is the employer's cousin is talked with again; and whoever does not
//! agree is helped without a word being kept.

use fantoccini::key::Key;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::keyboard::{arrow_to, tab_to, type_in};
use super::night::Night;
use crate::town::Town;

/// How many actions a screening of the front line may take from an open report.
const MOST_ACTIONS: u32 = 25;

/// How a row is asked aloud.
fn asked(id: &str, language: Language) -> String {
    let mut all = protection::screening::rule::questions().iter();
    let question = all.find(|question| question.id == id).unwrap();
    question.ask(language).unwrap().to_owned()
}

/// Says that the person agreed themself, and how old they are.
async fn agreed(night: &Night<'_>, age: &str) {
    let browser = night.browser();
    browser.choose("to_talk", "yes").await;
    browser.choose("to_write", "yes").await;
    browser.choose("age", age).await;
}

/// Begins one for somebody who stands at the desk.
async fn begins(night: &Night<'_>, age: &str) {
    let desk = &night.person;
    desk.open("/screenings").await;
    desk.press("screening-start-title").await;
    desk.sees("screening-duty-title").await;
    agreed(night, age).await;
    let basra = desk.place("IQG02");
    night.browser().fill("governorate", &basra).await;
    desk.press("screening-start").await;
    desk.sees("screening-level-one").await;
}

async fn boy_of_fifteen(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    begins(night, "child").await;
    night.look("4a-questions").await;
    for tick in ["alone", "own_language", "no_link", "safe_place"] {
        browser.choose(tick, "yes").await;
    }
    browser.choose("contact", "longer").await;
    browser.choose("A02", "yes").await;
    // He tells more by himself: the rest is open to what he tells, and what was ticked is saved.
    desk.press("screening-told-more").await;
    desk.sees("screening-only-if-told").await;
    desk.sees("screening-because-something_said").await;
    night.look("4b-first").await;
    for row in ["G02", "G10", "G11"] {
        browser.choose(row, "yes").await;
    }
    desk.press("screening-save").await;
    desk.sees("screening-outcome-REASONABLE_GROUNDS").await;
    desk.sees("screening-not-needed").await;
    night.look("4c-grounds").await;

    desk.press("screening-whole").await;
    desk.sees("screening-state-open").await;
    night.look("4d-whole").await;
    desk.press("screening-decide-title").await;
    desk.sees("screening-decide-lead").await;
    // Less than what is proposed is not one person's to decide, and nothing typed is lost.
    browser.choose("outcome", "MORE_INFORMATION").await;
    browser.fill("reasons", "He said so himself").await;
    desk.press("screening-decide").await;
    desk.sees("screening-is-lower").await;
    assert_eq!(browser.value("reasons").await, "He said so himself");
    browser.choose("outcome", "REASONABLE_GROUNDS").await;
    night.look("4e-decide").await;
    desk.press("screening-decide").await;
    desk.sees("screening-state-decided").await;
    browser.see("He said so himself").await;
    night.look("4f-decided").await;
}

async fn cousin_who_interprets(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    begins(night, "adult").await;
    // What was said of the age when it began holds: these are the questions for a grown-up.
    browser.see(&asked("G02", desk.language)).await;
    for tick in ["alone", "own_language", "safe_place"] {
        browser.choose(tick, "yes").await;
    }
    browser.choose("contact", "longer").await;
    desk.press("screening-with-bangla").await;
    browser.see("\u{986}\u{9aa}\u{9a8}\u{9be}\u{9b0} \u{9aa}\u{9be}\u{9b8}\u{9aa}\u{9cb}\u{9b0}\u{9cd}\u{99f}").await;
    night.look("5a-bangla").await;
    for row in [
        "A01", "A02", "G01", "G02", "G06", "G09", "G10", "G11", "G12", "B01",
    ] {
        browser.choose(row, "no").await;
    }
    desk.press("screening-save").await;
    desk.sees("screening-because-not_safe").await;
    desk.sees("screening-outcome-MORE_INFORMATION").await;
    assert!(
        !browser
            .shows(&desk.say("screening-outcome-NO_INDICATION_NOW"))
            .await
    );
    night.look("5b-not-safe").await;
}

async fn somebody_who_does_not_agree(night: &Night<'_>) {
    let (desk, browser) = (&night.person, night.browser());
    desk.open("/screenings/new").await;
    browser.choose("to_talk", "yes").await;
    browser.choose("to_write", "other").await;
    browser.choose("age", "adult").await;
    let basra = desk.place("IQG02");
    browser.fill("governorate", &basra).await;
    desk.press("screening-start").await;
    desk.sees("screening-not-agreed-goes-on").await;
    desk.sees("bed-ask-open").await;
    night.look("6-not-agreed").await;
}

async fn is_asked(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("screened-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    night
        .person
        .enter(&town, Role::Caseworker, "care-IQG02")
        .await;
    boy_of_fifteen(&night).await;
    cousin_who_interprets(&night).await;
    somebody_who_does_not_agree(&night).await;
    town.running.stop().await;
}

/// From an open report to a saved screening and what it shows, by a responder; then it is handed in.
async fn at_the_front_line(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("front-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let desk = &night.person;
    desk.enter(&town, Role::Responder, "care-IQG02").await;
    desk.open("/reports?state=open").await;
    let report = night.address("table.rows a[href^='/reports/']").await;
    desk.open(&report).await;

    let mut actions = 0;
    desk.press("screening-panel-begin").await;
    desk.sees("screening-duty-title").await;
    night.look("1-first").await;
    agreed(&night, "adult").await;
    desk.press("screening-start").await;
    actions += 5;
    desk.sees("screening-level-one").await;
    for tick in ["alone", "own_language", "no_link", "safe_place"] {
        browser.choose(tick, "yes").await;
        actions += 1;
    }
    browser.choose("contact", "week").await;
    actions += 1;
    for (row, answer) in [
        ("A01", "yes"),
        ("A02", "yes"),
        ("G01", "no"),
        ("G02", "yes"),
        ("G06", "declined"),
        ("G09", "no"),
        ("G10", "yes"),
        ("G11", "no"),
        ("G12", "unknown"),
        ("B01", "no"),
    ] {
        browser.choose(row, answer).await;
        actions += 1;
    }
    desk.press("screening-save").await;
    actions += 1;
    desk.sees("screening-shows").await;
    assert!(actions <= MOST_ACTIONS, "{actions} actions");
    // Whoever exploits them was there within a week: safety before all.
    desk.sees("screening-recent").await;
    night.look("2-shows").await;
    desk.press("screening-hand-in").await;
    desk.sees("screening-list-title").await;
    night.look("3-handed-in").await;
    desk.open(&report).await;
    desk.sees("screening-state-handed_in").await;
    assert!(!browser.shows(&desk.say("screening-panel-open")).await);
    town.running.stop().await;
}

#[tokio::test]
async fn screened_in_arabic_on_a_phone_without_script() {
    is_asked(Language::Ar, Viewport::PHONE.without_script(), "phone").await;
}

#[tokio::test]
async fn screened_in_english_at_a_desk() {
    is_asked(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn at_the_front_line_in_arabic_at_a_desk() {
    at_the_front_line(Language::Ar, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn at_the_front_line_in_english_on_a_phone() {
    at_the_front_line(Language::En, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn at_the_front_line_in_sorani_on_a_phone() {
    at_the_front_line(Language::Ckb, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn somebody_is_screened_without_a_mouse() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let night = Night::new(&town, &browser, Language::En, ("keys", Viewport::DESK));
    let desk = &night.person;
    desk.enter(&town, Role::Caseworker, "care-IQG02").await;
    desk.open("/screenings").await;
    tab_to(&browser, "a.act[href='/screenings/new']").await;
    browser.press(Key::Enter).await;
    desk.sees("screening-duty-title").await;
    for (name, value) in [("to_talk", "yes"), ("to_write", "yes"), ("age", "adult")] {
        arrow_to(&browser, name, value).await;
    }
    tab_to(&browser, "select[name='governorate']").await;
    type_in(&browser, "Basra").await;
    tab_to(&browser, "form[action='/screenings/new'] button.act").await;
    browser.press(Key::Enter).await;
    desk.sees("screening-level-one").await;
    for tick in ["alone", "own_language", "no_link", "safe_place"] {
        tab_to(&browser, &format!("input[name='{tick}']")).await;
        browser.press(Key::Space).await;
    }
    arrow_to(&browser, "contact", "longer").await;
    arrow_to(&browser, "G02", "yes").await;
    arrow_to(&browser, "G10", "yes").await;
    tab_to(&browser, "form[action$='/answers'] button.act").await;
    browser.press(Key::Enter).await;
    desk.sees("screening-because-something_said").await;
    town.running.stop().await;
}
