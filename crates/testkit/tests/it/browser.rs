//! The browser does what a person does, on pages with the strictest headers.

use std::path::Path;

use serde_json::json;
use testkit::{Browser, Key, Viewport, axe, html_validate};

use crate::pages::{PAGES, serve};

#[tokio::test]
async fn a_person_fills_in_and_sends() {
    let pages = serve().await;
    for look in [Viewport::DESK, Viewport::PHONE.without_script()] {
        let Some(browser) = Browser::start(look).await else {
            return;
        };
        browser.goto(&pages.url("/")).await;
        browser.see("What happened?").await;
        let picture = browser.picture(&format!("testkit-{}", look.width)).await;
        let png = std::fs::read(picture).expect("the picture is there");
        assert_eq!(
            png.get(16..20),
            Some(&look.width.to_be_bytes()[..]),
            "its width stands there"
        );
        browser.fill("What happened?", "أخذوا جواز سفره").await;
        assert_eq!(browser.value("what").await, "أخذوا جواز سفره");
        browser.fill("where", "Al-Mada'in").await;
        browser.choose("child", "yes").await;
        browser.click("Send it to helpers").await;
        browser.see("Sent:").await;
        let url = browser.url().await;
        assert!(
            url.contains("where=1") && url.contains("child=yes"),
            "{url}"
        );
        browser.back().await;
        browser.see("What happened?").await;
    }
    pages.stop().await;
}

#[tokio::test]
async fn keys_walk_the_page() {
    let pages = serve().await;
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };
    browser.goto(&pages.url("/")).await;
    browser.press(Key::Tab).await;
    assert_eq!(browser.focus().await, "textarea#what@what \"old\"");
    for _ in 0..2 {
        browser.press(Key::Tab).await;
    }
    browser.press(' ').await;
    browser.press(Key::Tab).await;
    browser.press(Key::Enter).await;
    browser.see("Sent:").await;
    assert!(browser.url().await.contains("child=yes"));
}

#[tokio::test]
async fn looks_differ() {
    let pages = serve().await;
    let Some(browser) = Browser::start(Viewport::PHONE.in_language("ar").dark()).await else {
        return;
    };
    browser.goto("about:blank").await;
    browser.goto(&pages.url("/")).await;
    assert_eq!(browser.script("return innerWidth").await, 360);
    assert_eq!(browser.script("return navigator.language").await, "ar");
    let dark = browser
        .script("return matchMedia('(prefers-color-scheme: dark)').matches")
        .await;
    assert_eq!(dark, true);
    browser.resize(1280, 900).await;
    assert_eq!(browser.script("return innerWidth").await, 1280);

    for (look, title) in [
        (Viewport::DESK, "ran"),
        (Viewport::DESK.without_script(), ""),
    ] {
        let Some(browser) = Browser::start(look).await else {
            return;
        };
        browser.goto(&pages.url("/script")).await;
        browser.see("script").await;
        assert_eq!(
            browser.client().title().await.expect("a page is open"),
            title
        );
    }
}

#[tokio::test]
async fn checks_find_what_is_wrong_and_nothing_else() {
    let pages = serve().await;
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };
    browser.goto(&pages.url("/")).await;
    assert_eq!(axe(&browser).await, []);
    browser.goto(&pages.url("/bad")).await;
    let found = axe(&browser).await;
    assert!(
        found.iter().any(|violation| violation.rule == "image-alt"),
        "{found:?}"
    );

    let found = html_validate(PAGES);
    assert!(
        found.iter().all(|violation| violation.page == "bad"),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|violation| violation.rule == "element-required-attributes"),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_dropped_browser_leaves_nothing_behind() {
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };
    let started = browser
        .devtools("Browser.getBrowserCommandLine", json!({}))
        .await;
    let profile = started["arguments"]
        .as_array()
        .into_iter()
        .flatten()
        .find_map(|word| word.as_str()?.strip_prefix("--user-data-dir="))
        .expect("the browser was started with a profile of its own")
        .to_owned();
    assert!(Path::new(&profile).is_dir());
    drop(browser);
    assert!(!Path::new(&profile).exists());
    for process in std::fs::read_dir("/proc").expect("processes").flatten() {
        let words = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        assert!(
            !String::from_utf8_lossy(&words).contains(&profile),
            "{:?}",
            process.path()
        );
    }
}
