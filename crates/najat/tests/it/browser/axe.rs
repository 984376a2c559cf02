//! axe-core over the samples of every page, no page wider than its window, and on a phone nothing to
//! press that is too low for a thumb. The short run takes of
//! each language the fewest samples in which every page and every kind of element stands; the long one
//! takes all.

use std::collections::BTreeSet;

use record::Language;
use testkit::{Browser, Viewport};

use crate::pages::{Gallery, Sample, samples};

/// What stands on a sample: its page, and of each element its name, classes and attributes.
fn kinds_on(sample: &Sample) -> BTreeSet<String> {
    let mut kinds = BTreeSet::from([sample.page.clone()]);
    for tag in sample.html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            continue;
        };
        let values = tag.split('"').step_by(2);
        let mut kind: String = values.collect();
        if let Some((_, rest)) = tag.split_once("class=\"") {
            kind.push_str(rest.split('"').next().unwrap_or_default());
        }
        kinds.insert(kind);
    }
    kinds
}

/// The samples of these languages to look at, by their place in the gallery.
fn chosen(languages: &[Language]) -> Vec<usize> {
    let all = samples();
    let of = |language: &Language| -> Vec<usize> {
        let those = 0..all.len();
        those.filter(|at| all[*at].language == *language).collect()
    };
    if testkit::place::is_long() {
        return languages.iter().flat_map(of).collect();
    }
    let mut chosen = Vec::new();
    for language in languages {
        let there: Vec<(usize, BTreeSet<String>)> = of(language)
            .into_iter()
            .map(|at| (at, kinds_on(&all[at])))
            .collect();
        let mut missing: BTreeSet<&String> = there.iter().flat_map(|(_, kinds)| kinds).collect();
        while !missing.is_empty() {
            let adds = |(_, kinds): &&(usize, BTreeSet<String>)| {
                kinds.iter().filter(|kind| missing.contains(kind)).count()
            };
            let (at, kinds) = there
                .iter()
                .max_by_key(adds)
                .expect("what is missing stands somewhere");
            missing.retain(|kind| !kinds.contains(*kind));
            chosen.push(*at);
        }
    }
    chosen
}

/// How wide the page is. A phone makes its window as wide as the page, so that only the width
/// which was asked for tells whether words are hidden.
const WIDTH: &str = "return document.documentElement.scrollWidth;";

/// What on a page for staff is too low for a thumb, everything unfolded. A box that is ticked is
/// pressed by its label.
const LOW: &str = r"
    if (!document.body.classList.contains('staff')) return [];
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    document.querySelector('.skip').focus();
    const low = [];
    for (const target of document.querySelectorAll('a[href], button, summary, select, textarea, input')) {
        if (!target.checkVisibility()) continue;
        const label = target.matches('[type=radio], [type=checkbox]') && target.labels[0];
        const box = (label || target).getBoundingClientRect();
        if (box.width > 0 && box.height < 43.5) low.push(`${box.height} ${target.outerHTML}`);
    }
    return low;
";

/// Every second of the chosen samples from the first, or from the second: two tests that can run at
/// once.
#[derive(Clone, Copy)]
enum Half {
    Odd,
    Even,
}

async fn look_at_all(look: Viewport, pictures: &str, languages: &[Language]) {
    for half in [Half::Odd, Half::Even] {
        look_at(look, pictures, languages, half).await;
    }
}

async fn look_at(look: Viewport, pictures: &str, languages: &[Language], half: Half) {
    let Some(browser) = Browser::start(look).await else {
        return;
    };
    let gallery = Gallery::serve().await;
    let mut wrong = Vec::new();
    let first = match half {
        Half::Odd => 0,
        Half::Even => 1,
    };
    for at in chosen(languages).into_iter().skip(first).step_by(2) {
        let sample = &samples()[at];
        browser.goto(&gallery.url(at)).await;
        for violation in testkit::axe(&browser).await {
            wrong.push(format!("{}: {violation:?}", sample.name));
        }
        let width = browser.script(WIDTH).await.as_i64();
        let over = width.expect("a page has a width") - i64::from(look.width);
        if over > 0 {
            wrong.push(format!("{} is {over} pixels too wide", sample.name));
        }
        browser.step(&format!("{pictures}-{}", sample.name)).await;
        if look.width == Viewport::PHONE.width {
            let low = browser.script(LOW).await;
            for target in low.as_array().expect("a list") {
                wrong.push(format!("{} has a low target: {target}", sample.name));
            }
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
async fn axe_finds_nothing_on_a_phone_in_arabic_in_one_half() {
    look_at(Viewport::PHONE, "phone", &[Language::Ar], Half::Odd).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_arabic_in_the_other_half() {
    look_at(Viewport::PHONE, "phone", &[Language::Ar], Half::Even).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_sorani_in_one_half() {
    look_at(Viewport::PHONE, "phone", &[Language::Ckb], Half::Odd).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_sorani_in_the_other_half() {
    look_at(Viewport::PHONE, "phone", &[Language::Ckb], Half::Even).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_english_in_one_half() {
    look_at(Viewport::PHONE, "phone", &[Language::En], Half::Odd).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_english_in_the_other_half() {
    look_at(Viewport::PHONE, "phone", &[Language::En], Half::Even).await;
}

#[tokio::test]
async fn axe_finds_nothing_at_a_desk_and_in_the_dark() {
    if testkit::place::is_long() {
        look_at_all(Viewport::DESK, "desk", Language::ALL).await;
        look_at_all(Viewport::DESK.dark(), "desk-dark", Language::ALL).await;
        look_at_all(Viewport::PHONE.dark(), "phone-dark", Language::ALL).await;
    }
}
