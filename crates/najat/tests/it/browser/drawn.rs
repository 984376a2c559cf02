//! Numbers are drawn in the order in which they were typed: measured by the place of each sign in a
//! real browser, on the sender's page, at the desk, on the letter to the judge and on every sample.

use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::Person;
use crate::pages::{Gallery, samples};
use crate::sender::{Words, come_back, send};
use crate::town::Town;

/// Every run of digits that can be seen, as it stands in the page and as it is drawn: its signs by
/// their lines, and in a line from left to right.
const RUNS: &str = r"
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const runs = [];
    while (all.nextNode()) {
        const text = all.currentNode.data;
        const found = text.matchAll(/[+*(]{0,2}[0-9٠-٩۰-۹](?:[ +:\/().,*\u00a0\u2010-\u2015-]{0,4}[0-9٠-٩۰-۹])*#?/gu);
        for (const run of found) {
            const signs = [];
            for (let at = run.index; at < run.index + run[0].length; at += 1) {
                const range = document.createRange();
                range.setStart(all.currentNode, at);
                range.setEnd(all.currentNode, at + 1);
                const [box] = range.getClientRects();
                if (box && text[at].trim() !== '') signs.push([text[at], box]);
            }
            const lines = (a, b) => Math.abs(a[1].top - b[1].top) > a[1].height / 2;
            signs.sort((a, b) => lines(a, b) ? a[1].top - b[1].top : a[1].left - b[1].left);
            const drawn = signs.map(([sign]) => sign).join('');
            if (drawn !== '') runs.push([run[0].replace(/\s/gu, ''), drawn]);
        }
    }
    return runs;
";

/// What people type: phones, hours, dates, in the digits of both.
const TYPED: [&str; 12] = [
    "0770 123 4567",
    "0770-123-4567",
    "+964 770 123 4567",
    "(+964) 770 123",
    "٠٧٧٠ ١٢٣ ٤٥٦٧",
    "+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧",
    "08:30 - 16:00",
    "٨:٣٠ - ١٦:٠٠",
    "2026-11-23",
    "٢٠٢٦-١١-٢٣",
    "23 / 11 / 2026",
    "٢٣/١١/٢٠٢٦",
];

async fn runs(browser: &Browser) -> Vec<(String, String)> {
    let found = browser.script(RUNS).await;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let pair = |pair: &serde_json::Value| (text(&pair[0]), text(&pair[1]));
    found.as_array().unwrap().iter().map(pair).collect()
}

/// Everything on the page is drawn as it was typed, and all that was typed is there.
async fn are_drawn(browser: &Browser, where_: &str) {
    let runs = runs(browser).await;
    for (typed, drawn) in &runs {
        assert_eq!(typed, drawn, "{where_}");
    }
    for typed in TYPED {
        let typed = typed.replace(' ', "");
        let is_there = runs.iter().any(|(stands, _)| *stands == typed);
        assert!(is_there, "{where_}: {typed} is not among {runs:?}");
    }
}

/// The numbers among words of a language, as one writes in a hurry: in lines and in a row.
fn among_words(language: Language) -> String {
    let (call, and) = match language {
        Language::Ckb => ("پەیوەندیم پێوە بکە", "یان"),
        _ => ("اتصلوا بي على", "أو"),
    };
    let lines = TYPED.map(|typed| format!("{call} {typed} {and} Ali."));
    let row = TYPED.map(|typed| format!("{typed} {and}")).join(" ");
    format!("{}\n{row}", lines.join("\n"))
}

#[tokio::test]
async fn numbers_in_free_text_are_drawn_as_they_were_typed() {
    let Some(browser) = Browser::start(Viewport::PHONE).await else {
        return;
    };
    let town = Town::small().await;
    let base = town.running.url();
    let client = reqwest::Client::new();
    for language in [Language::Ar, Language::Ckb] {
        let text = among_words(language);
        let words = Words {
            language: language.code(),
            text: &text,
            ..Words::default()
        };
        let receipt = send(&client, &base, &words).await;
        // The desk reads it, and answers with the same.
        let worker = Person {
            browser: &browser,
            language,
            url: base.clone(),
        };
        worker.enter(&town, Role::Responder, "care-IQG02").await;
        let path = town.newest(true).await;
        worker.open(&path).await;
        browser.press_all("details.folded > summary").await;
        are_drawn(&browser, "at the desk").await;
        browser.fill("free_text", &text).await;
        worker.press("report-answer-send").await;
        worker.sees("report-yours").await;
        // The sender reads the answer.
        let (status, _) = come_back(&client, &base, language.code(), &receipt).await;
        assert_eq!(status, 200);
        worker.open(&format!("/{language}/4")).await;
        browser.fill("receipt", &worker.typed(&receipt)).await;
        worker.press("report-come-open").await;
        worker.sees("report-team").await;
        are_drawn(&browser, "on the sender's thread").await;
    }
    town.running.stop().await;
}

#[tokio::test]
async fn every_number_on_every_page_is_drawn_as_it_stands() {
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };
    let gallery = Gallery::serve().await;
    let mut wrong = Vec::new();
    let mut letters = 0;
    for (at, sample) in samples().iter().enumerate() {
        // Pages with everything on them have all their numbers; the others come with the long runs.
        let is_full = sample.name.contains("-full-") || sample.html.contains("class=\"paper\"");
        if sample.language == Language::En || !(is_full || testkit::place::is_long()) {
            continue;
        }
        browser.goto(&gallery.url(at)).await;
        browser
            .press_all("main details:not(.unfold) > summary")
            .await;
        let found = runs(&browser).await;
        if sample.html.contains("class=\"paper\"") {
            letters += 1;
            assert!(!found.is_empty(), "{} has its date", sample.name);
        }
        for (stands, drawn) in found {
            // A bracket that closes after the number turns with the script it stands in.
            let is_whole = stands.matches('(').count() == stands.matches(')').count();
            if is_whole && stands != drawn {
                wrong.push(format!("{}: {stands} is drawn as {drawn}", sample.name));
            }
        }
    }
    assert!(letters >= 4, "the letter in both languages");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
