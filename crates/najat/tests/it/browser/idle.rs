//! A staff page that nobody touches is covered after its time; what was typed is still under it, for
//! whoever has a session then, and for nobody else.

use record::{Language, Role};
use serde_json::json;
use testkit::{Browser, Viewport};

use super::Person;
use crate::town::Town;

const COVERED: &str = "return !document.getElementById('cover').hidden;";
const SIGNED_OUT: &str = "return !document.getElementById('signed-out').hidden;";
/// As if nobody had touched the page for as long as a session lasts.
const LATER: &str = "const now = Date.now; Date.now = () => now() + 16 * 60 * 1000;";
const TYPED: &str = "Nobody loses this. كلمة";

async fn waits_for(browser: &Browser, what: &str) {
    for _ in 0..50 {
        if browser.script(what).await == json!(true) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("never: {what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_page_is_covered_and_keeps_what_was_typed() {
    let Some(browser) = Browser::start(Viewport::PHONE).await else {
        return;
    };
    let town = Town::small().await;
    let person = Person {
        browser: &browser,
        language: Language::En,
        url: town.running.url(),
    };
    let desk = "care-IQG02";
    person.enter(&town, Role::Responder, desk).await;
    person.open("/reports").await;
    let first = browser
        .client()
        .find(fantoccini::Locator::Css("table.rows a"));
    first.await.unwrap().click().await.unwrap();
    person.sees("report-answer-said").await;
    browser.fill("free_text", TYPED).await;
    assert_eq!(browser.script(COVERED).await, json!(false));

    browser.script(LATER).await;
    waits_for(&browser, COVERED).await;
    let title = browser.client().find(fantoccini::Locator::Css("title"));
    let title = title.await.unwrap().prop("text").await.unwrap().unwrap();
    assert_eq!(title, person.say("hidden-title"), "the tab says nothing");
    person.press("show-again").await;
    waits_for(&browser, "return document.getElementById('cover').hidden;").await;
    assert_eq!(browser.value("free_text").await, TYPED);

    // Nobody is signed in any more: it stays covered until somebody is, beside it.
    browser.script(LATER).await;
    waits_for(&browser, COVERED).await;
    town.clock.advance(16 * 60);
    person.press("show-again").await;
    waits_for(&browser, SIGNED_OUT).await;
    assert_eq!(browser.script(COVERED).await, json!(true));
    let here = browser.client().window().await.unwrap();
    let beside = browser.client().new_window(true).await.unwrap().handle;
    browser.client().switch_to_window(beside).await.unwrap();
    person.enter(&town, Role::Responder, desk).await;
    browser.client().switch_to_window(here).await.unwrap();
    person.press("show-again").await;
    waits_for(&browser, "return document.getElementById('cover').hidden;").await;
    assert_eq!(browser.value("free_text").await, TYPED);
    town.running.stop().await;
}
