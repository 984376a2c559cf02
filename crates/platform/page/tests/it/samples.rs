//! Every sample in every language: words there, HTML valid, light enough for a slow phone.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use record::Language;

/// First load without the font, compressed.
const MOST: usize = 60 * 1024;

fn all() -> Vec<(String, String)> {
    let of = |language: &Language| {
        let samples = page::samples(*language).into_iter();
        let code = language.code();
        samples.map(move |sample| (format!("{code}/{}", sample.name), sample.html))
    };
    Language::ALL.iter().flat_map(of).collect()
}

#[test]
fn no_word_is_missing_and_no_mark_is_left() {
    for (name, html) in all() {
        assert!(html.ends_with("</html>"), "{name} is not whole");
        assert!(!html.contains('\u{27e6}'), "{name} lacks a message");
        assert!(
            !html.contains("{{") && !html.contains("{%"),
            "{name} shows template marks"
        );
    }
}

#[test]
fn nothing_runs_or_is_styled_inside_a_page() {
    for (name, html) in all() {
        for part in html.split("<script").skip(1) {
            assert!(
                part.starts_with(" src=\"/static/"),
                "{name} has a script of its own"
            );
        }
        for bad in [
            "<style",
            " style=",
            " onclick",
            "javascript:",
            "hx-on",
            "http://",
        ] {
            assert!(!html.contains(bad), "{name} has {bad}");
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction() {
    for language in Language::ALL {
        let dir = if language.is_rtl() { "rtl" } else { "ltr" };
        let opening = format!("<html lang=\"{}\" dir=\"{dir}\">", language.code());
        for sample in page::samples(*language) {
            assert!(sample.html.contains(&opening), "{}", sample.name);
        }
    }
}

#[test]
fn public_pages_have_a_neutral_title_and_the_way_out() {
    for sample in page::samples(Language::En) {
        if sample.name.starts_with("public") {
            assert!(sample.html.contains("<title>Information</title>"));
            assert!(sample.html.contains("href=\"/leave\""));
            assert!(!sample.html.contains("htmx"));
        }
    }
}

#[test]
fn the_html_is_valid() {
    let all = all();
    let pages = all
        .iter()
        .map(|(name, html)| (name.as_str(), html.as_str()));
    assert_eq!(testkit::html_validate(pages), []);
}

#[test]
fn the_first_load_is_light() {
    for (name, html) in all() {
        let files = page::asset::names().filter(|file| *file != "vazirmatn.woff2");
        let used = files.filter(|file| html.contains(page::asset::path(file).unwrap()));
        let files: usize = used
            .map(|file| weight(page::asset::bytes(file).unwrap()))
            .sum();
        let whole = files + weight(html.as_bytes());
        assert!(whole <= MOST, "{name} weighs {whole} bytes");
    }
}

fn weight(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
