//! The steps of a report with the browser's own buttons: nothing that was answered is lost by Back,
//! Forward, reload or another language, with and without script; leaving forgets all of it.

use fantoccini::Locator;
use record::Language;
use testkit::{Browser, Viewport};

use super::Person;
use crate::sender;
use crate::town::Town;

const TEXT: &str = "Boys in a workshop behind the market";

/// Whether something is chosen: a page from the browser's memory loads anew first.
async fn chosen(browser: &Browser, selector: &str) -> bool {
    let client = browser.client();
    let wait = client.wait().at_most(std::time::Duration::from_secs(5));
    wait.for_element(Locator::Css(selector)).await.is_ok()
}

/// The first step shows what was answered in it.
async fn first_is_kept(browser: &Browser) {
    assert!(chosen(browser, "option[value='IQG02']:checked").await);
    assert!(chosen(browser, "input[name='accused'][value='police']:checked").await);
}

async fn walk(town: &Town, look: Viewport, language: Language) {
    let Some(browser) = Browser::start(look).await else {
        return;
    };
    let mut person = Person {
        browser: &browser,
        language,
        url: town.running.url(),
    };
    person.open(&format!("/{language}")).await;
    person.press("entry-2").await;
    person.sees("report-ask-lead").await;
    person.ask().await;
    assert!(browser.url().await.contains("/2/3/"));
    // Back by the browser, step by step, and forward again.
    browser.back().await;
    person.sees("report-which-lead").await;
    assert!(chosen(&browser, "input[value='unknown']:checked").await);
    browser.back().await;
    person.sees("report-ask-lead").await;
    first_is_kept(&browser).await;
    browser.client().refresh().await.unwrap();
    first_is_kept(&browser).await;
    browser.client().forward().await.unwrap();
    browser.client().forward().await.unwrap();
    person.sees("report-who-reads").await;
    // What is typed goes along with the page's own Back, and with another language.
    browser.fill("text", TEXT).await;
    person.press("step-back").await;
    person.sees("report-which-lead").await;
    person.press("report-go-on").await;
    person.sees("report-who-reads").await;
    assert_eq!(browser.value("text").await, TEXT);
    for other in [Language::Ckb, Language::En, Language::Ar] {
        browser.click(page::language::own_name(other)).await;
        person.language = other;
        person.sees("report-who-reads").await;
        assert_eq!(browser.value("text").await, TEXT);
        browser.client().refresh().await.unwrap();
        person.sees("report-who-reads").await;
        assert_eq!(browser.value("text").await, TEXT);
    }
    let step = browser.url().await;
    person.press("report-send").await;
    let receipt = person.receipt().await;
    browser.goto(&step).await;
    person.sees("report-forgotten").await;
    let client = reqwest::Client::new();
    let (_, page) = sender::come_back(&client, &town.running.url(), "en", &receipt).await;
    assert!(page.contains(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_step_is_lost_by_the_browsers_buttons() {
    let town = Town::small().await;
    walk(&town, Viewport::PHONE, Language::Ar).await;
    walk(&town, Viewport::DESK.without_script(), Language::En).await;
    town.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_script_a_reload_keeps_what_was_being_typed_and_leaving_forgets_it() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language: Language::En,
        url: town.running.url(),
    };
    person.open("/en").await;
    person.press("entry-1").await;
    person.sees("report-ask-lead").await;
    person.ask().await;
    browser.fill("text", TEXT).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    browser.client().refresh().await.unwrap();
    person.sees("report-who-reads").await;
    assert_eq!(browser.value("text").await, TEXT);
    let ticket = browser.url().await;
    let ticket = ticket.rsplit('/').next().unwrap();
    assert!(town.running.app().pending.find(ticket).is_some());
    let stays = "document.getElementById('leave').dataset.to = location.origin + '/hidden'";
    browser.script(stays).await;
    person.press("way-out").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert!(town.running.app().pending.find(ticket).is_none());
    town.running.stop().await;
}
