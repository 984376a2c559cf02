//! A phone's own limits: the bar at the foot, and a day that is read in a few screens.

use fantoccini::Locator;
use record::{Language, Role};
use testkit::{Browser, Look};

use super::Person;
use crate::town::Town;

/// How far the current entry of the bar reaches out of the window, in pixels, and how wide it is.
const CURRENT: &str = "
    const entry = document.querySelector('.bar [aria-current]');
    if (!entry) return null;
    const current = entry.getBoundingClientRect();
    return [Math.max(0, -current.left) + Math.max(0, current.right - innerWidth), current.width];";

#[tokio::test]
async fn the_bar_shows_where_one_is_however_many_entries_it_has() {
    let town = Town::small().await;
    for language in [Language::En, Language::Ar] {
        let look = Look::PHONE.in_language(language.code());
        let Some(browser) = Browser::start(look).await else {
            return;
        };
        let person = Person {
            browser: &browser,
            language,
            url: town.running.url(),
        };
        person.enter(&town, Role::Supervisor, "care-IQG02").await;
        let entries = Locator::Css(".bar a");
        let count = browser.client().find_all(entries).await.unwrap().len();
        assert!(count > 6, "{count} entries");
        let mut last = 0;
        for entry in 0..count {
            let entries = browser.client().find_all(entries).await.unwrap();
            let path = entries[entry].attr("href").await.unwrap().unwrap();
            person.open(&path).await;
            let seen = browser.script(CURRENT).await;
            if seen.is_null() {
                // It led on, to the question for a second code.
                continue;
            }
            last = entry;
            assert_eq!(seen[0].as_f64(), Some(0.0), "{path} in {language}: {seen}");
            assert!(seen[1].as_f64() >= Some(44.0), "{path}: {seen}");
        }
        assert!(last > 5, "some entry begins out of view");
    }
    town.running.stop().await;
}

/// Everything that waits is on the page or one step away, and a thumb reaches its end.
#[tokio::test]
async fn a_day_is_read_in_a_few_screens() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Look::PHONE).await else {
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
    let screens = height.as_f64().unwrap() / f64::from(Look::PHONE.height);
    assert!(screens < 6.0, "{screens} screens");
    let more = Locator::Css("main p.acts a.quiet");
    let more = browser.client().find(more).await;
    let more = more.expect("some part has more").attr("href").await;
    person.open(&more.unwrap().unwrap()).await;
    person.sees("hide-screen").await;
    town.running.stop().await;
}
