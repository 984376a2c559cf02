//! How high pages with long lists are on a phone: a few screens at first sight, however long the lists
//! are that they fold.

use record::{Language, Role};
use serde_json::Value;
use testkit::{Browser, Viewport};

use super::Person;
use crate::town::Town;

/// The most that a page with long lists may be, in pixels.
const MOST: f64 = 4_000.0;

/// How many lines a list may have.
const LINES: u32 = 200;

const HEIGHT: &str = "return document.documentElement.scrollHeight;";

/// Makes every list that is folded as long as it may be.
const LENGTHEN: &str = "
    for (const fold of document.querySelectorAll('main details')) {
        const line = fold.querySelector('tbody tr, li');
        for (let more = 0; line && more < COUNT; more += 1) line.after(line.cloneNode(true));
    }
    return document.querySelectorAll('main details').length;
";

async fn height(browser: &Browser) -> f64 {
    browser.script(HEIGHT).await.as_f64().unwrap()
}

async fn is_low(browser: &Browser, what: &str) {
    let high = height(browser).await;
    assert!(high <= MOST, "{what} is {high} px high");
    let lengthen = LENGTHEN.replace("COUNT", &LINES.to_string());
    let folds: Value = browser.script(&lengthen).await;
    assert!(folds.as_u64() > Some(0), "{what} folds nothing");
    assert!(height(browser).await <= MOST, "{what} with long lists");
    browser
        .step(&format!("height-{}", what.replace('/', "-")))
        .await;
}

#[tokio::test]
async fn pages_with_long_lists_are_read_in_a_few_screens() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::PHONE).await else {
        return;
    };
    for language in [Language::Ar, Language::En] {
        let person = Person {
            browser: &browser,
            language,
            url: town.running.url(),
        };
        person.open(&format!("/sign-in?language={language}")).await;
        is_low(&browser, &format!("the sign-in page in {language}")).await;
        for (role, body, path) in [
            (Role::PlacementDesk, "care-IQG02", "/shelters"),
            (Role::PlacementDesk, "care-IQG02", "/directory"),
            (Role::DataProtection, "house", "/ledger"),
        ] {
            person.enter(&town, role, body).await;
            person.open(path).await;
            person.sees("hide-screen").await;
            is_low(&browser, &format!("{path} in {language}")).await;
        }
    }
    town.running.stop().await;
}
