//! By keyboard alone: the sender's whole way, the responder's answer, the screen hidden at once.

use fantoccini::key::Key;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::{Person, say};
use crate::town::Town;

/// Presses Tab until the focus is on what the selector names, as a person would.
pub async fn tab_to(browser: &Browser, selector: &str) {
    let on_it = format!("return document.activeElement.matches({selector:?});");
    for _ in 0..120 {
        browser.press(Key::Tab).await;
        if browser.script(&on_it).await.as_bool() == Some(true) {
            assert_focus_is_seen(browser, selector).await;
            return;
        }
    }
    panic!("Tab never reaches {selector}");
}

/// Whoever works by keyboard sees where they are: an outline or another ground.
async fn assert_focus_is_seen(browser: &Browser, selector: &str) {
    let look = "const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none';";
    let label = "const label = document.querySelector(`label[for='${document.activeElement.id}']`);
        return label !== null && getComputedStyle(label).outlineStyle !== 'none';";
    let seen = browser.script(look).await.as_bool() == Some(true)
        || browser.script(label).await.as_bool() == Some(true);
    assert!(seen, "the focus on {selector} is not seen");
}

pub async fn type_in(browser: &Browser, text: &str) {
    for sign in text.chars() {
        browser.press(sign).await;
    }
}

/// In a group of radio buttons Tab reaches one and the arrows the others.
pub async fn arrow_to(browser: &Browser, name: &str, value: &str) {
    tab_to(browser, &format!("input[name='{name}']")).await;
    let here = format!("return document.activeElement.value === {value:?};");
    browser.press(Key::Space).await;
    for _ in 0..12 {
        if browser.script(&here).await.as_bool() == Some(true) {
            return;
        }
        browser.press(Key::Down).await;
    }
    panic!("the arrows never reach {name} = {value}");
}

#[tokio::test]
async fn the_whole_way_needs_no_mouse() {
    let town = Town::small().await;
    let language = Language::En;
    let Some(browser) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language,
        url: town.running.url(),
    };

    person.open("/en").await;
    browser.press(Key::Tab).await;
    assert!(
        browser
            .focus()
            .await
            .contains(&say(language, "skip-to-content")),
        "first comes the skip link"
    );
    tab_to(&browser, "a[href='/en/2']").await;
    browser.press(Key::Enter).await;
    person.sees("report-ask-lead").await;

    tab_to(&browser, "select[name='governorate']").await;
    type_in(&browser, "Basra").await;
    tab_to(&browser, "input[name='accused'][value='no']").await;
    browser.press(Key::Space).await;
    tab_to(&browser, "form button.act").await;
    browser.press(Key::Enter).await;
    person.sees("report-who-reads").await;

    tab_to(&browser, "textarea[name='text']").await;
    type_in(&browser, "boys in a workshop").await;
    arrow_to(&browser, "minor", "yes").await;
    tab_to(&browser, "form button.act").await;
    browser.press(Key::Enter).await;
    let receipt = person.receipt().await;

    // The responder, by keyboard too: the list, the report, the answer.
    person.enter(&town, Role::Responder, "care-IQG02").await;
    person.open("/reports").await;
    tab_to(&browser, "table.rows a").await;
    browser.press(Key::Enter).await;
    person.sees("report-reach-title").await;
    tab_to(&browser, "textarea[name='free_text']").await;
    type_in(&browser, "we come").await;
    tab_to(&browser, "form button.act").await;
    browser.press(Key::Enter).await;
    person.sees("report-yours").await;

    // Somebody walks in: Escape twice hides the screen, one key brings it back.
    browser.press(Key::Escape).await;
    browser.press(Key::Escape).await;
    let hidden = "return !document.getElementById('cover').hidden;";
    assert_eq!(
        browser.script(hidden).await.as_bool(),
        Some(true),
        "the screen is hidden"
    );
    browser.press(Key::Enter).await;
    assert_eq!(
        browser.script(hidden).await.as_bool(),
        Some(false),
        "and shown again"
    );

    // The sender's way back.
    person.open("/en/4").await;
    tab_to(&browser, "input[name='receipt']").await;
    type_in(&browser, &receipt).await;
    browser.press(Key::Enter).await;
    browser.see("we come").await;
    town.running.stop().await;
}
