//! axe-core over every sample of every page, and no page wider than its window.

use record::Language;
use testkit::{Browser, Look};

use crate::pages::{Gallery, samples};

/// How wide the page is. A phone makes its window as wide as the page, so that only the width
/// which was asked for tells whether words are hidden.
const WIDTH: &str = "return document.documentElement.scrollWidth;";

async fn look_at_all(look: Look, pictures: &str, languages: &[Language]) {
    let Some(browser) = Browser::start(look).await else {
        return;
    };
    let gallery = Gallery::serve().await;
    let mut wrong = Vec::new();
    for (at, sample) in samples().iter().enumerate() {
        if !languages.contains(&sample.language) {
            continue;
        }
        browser.goto(&gallery.url(at)).await;
        for violation in testkit::axe(&browser).await {
            wrong.push(format!("{}: {violation:?}", sample.name));
        }
        let width = browser.script(WIDTH).await.as_i64();
        let over = width.expect("a page has a width") - i64::from(look.width);
        if over > 0 {
            wrong.push(format!("{} is {over} pixels too wide", sample.name));
        }
        if testkit::place::setting("NAJAT_PICTURES").is_some() {
            browser
                .picture(&format!("{pictures}-{}", sample.name))
                .await;
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_arabic() {
    look_at_all(Look::PHONE, "phone", &[Language::Ar]).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_sorani() {
    look_at_all(Look::PHONE, "phone", &[Language::Ckb]).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_english() {
    look_at_all(Look::PHONE, "phone", &[Language::En]).await;
}

#[tokio::test]
async fn axe_finds_nothing_at_a_desk_and_in_the_dark() {
    if testkit::place::is_long() {
        look_at_all(Look::DESK, "desk", Language::ALL).await;
        look_at_all(Look::DESK.dark(), "desk-dark", Language::ALL).await;
        look_at_all(Look::PHONE.dark(), "phone-dark", Language::ALL).await;
    }
}
