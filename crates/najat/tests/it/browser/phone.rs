//! A phone's own limits: the bar at the foot, and a day that is read in a few screens.

use fantoccini::Locator;
use fantoccini::key::Key;
use record::{Language, Role};
use serde_json::json;
use testkit::{Browser, Viewport};

use super::Person;
use super::keyboard::tab_to;
use crate::town::Town;

/// The boxes of the entries that the bar shows: left, right, height, and whether one is there.
const SHOWN: &str = "
    const shown = [...document.querySelectorAll('.bar a, .bar summary')];
    return shown.filter((entry) => entry.checkVisibility()).map((entry) => {
        const box = entry.getBoundingClientRect();
        return [box.left, box.right, box.height, entry.matches('[aria-current]')];
    });";

/// Where all entries lead, those too that are folded.
const WAYS: &str = "
    const entries = document.querySelectorAll('.bar > ul > li:not(.rest) a');
    return [...entries].map((entry) => entry.getAttribute('href'));";

/// Whether what has the focus lies in the window and nothing lies over it.
const REACHED: &str = "
    const box = document.activeElement.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return document.activeElement.contains(at) && box.height >= 44;";

#[tokio::test]
async fn the_bar_has_five_entries_at_most_and_shows_where_one_is() {
    let town = Town::small().await;
    for (language, look) in [
        (Language::En, Viewport::PHONE.in_language("en")),
        (Language::Ar, Viewport::PHONE.in_language("ar")),
    ] {
        let Some(browser) = Browser::start(look).await else {
            return;
        };
        let person = Person {
            browser: &browser,
            language,
            url: town.running.url(),
        };
        person.enter(&town, Role::Supervisor, "care-IQG02").await;
        let paths = browser.script(WAYS).await;
        let paths = paths.as_array().unwrap();
        assert!(paths.len() > 6, "{paths:?}");
        for path in paths {
            let path = path.as_str().unwrap();
            person.open(path).await;
            let shown = browser.script(SHOWN).await;
            let shown = shown.as_array().unwrap();
            assert_eq!(shown.len(), 5, "{path} in {language}: {shown:?}");
            let width = f64::from(look.width);
            for entry in shown {
                let [left, right, height] = [0, 1, 2].map(|at| entry[at].as_f64().unwrap());
                assert!(left >= 0.0 && right <= width, "{path}: {entry}");
                assert!(height >= 44.0, "{path}: {entry}");
            }
            let here = shown.iter().filter(|entry| entry[3] == json!(true));
            // Some lead on, to the question for a second code.
            let asked = format!("{}{path}", person.url);
            let is_here = usize::from(browser.url().await == asked);
            assert_eq!(here.count(), is_here, "{path} in {language}");
        }
    }
    town.running.stop().await;
}

#[tokio::test]
async fn the_rest_of_the_bar_opens_by_keyboard() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::PHONE).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language: Language::En,
        url: town.running.url(),
    };
    person.enter(&town, Role::Supervisor, "care-IQG02").await;
    tab_to(&browser, ".bar summary").await;
    browser.press(Key::Enter).await;
    for path in ["/directory", "/account"] {
        tab_to(&browser, &format!(".bar details a[href='{path}']")).await;
        assert_eq!(browser.script(REACHED).await, json!(true), "{path}");
    }
    browser.step("bar-more").await;
    browser.press(Key::Enter).await;
    person.sees("account-title").await;
    town.running.stop().await;
}

/// Everything that waits is on the page or one step away, and a thumb reaches its end.
#[tokio::test]
async fn a_day_is_read_in_a_few_screens() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::PHONE).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language: Language::En,
        url: town.running.url(),
    };
    person.enter(&town, Role::Supervisor, "care-IQG02").await;
    person.open("/today").await;
    let height = browser
        .script("return document.documentElement.scrollHeight;")
        .await;
    let screens = height.as_f64().unwrap() / f64::from(Viewport::PHONE.height);
    assert!(screens < 6.0, "{screens} screens");
    let more = Locator::Css("main p.acts a.quiet");
    let more = browser.client().find(more).await;
    let more = more.expect("some part has more").attr("href").await;
    person.open(&more.unwrap().unwrap()).await;
    person.sees("hide-screen").await;
    town.running.stop().await;
}
