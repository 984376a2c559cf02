//! Every page of the pillar with made-up data, in three languages.

use page::FrameKind;
use record::Language;

#[test]
fn every_page_renders_in_every_language_with_no_word_missing() {
    for route in protection::routes() {
        let row = route.row();
        for language in Language::ALL {
            for sample in (row.sample)(*language) {
                let at = format!("{} {} {language}", row.name, sample.name);
                assert!(sample.html.contains("</html>"), "{at} does not render");
                assert!(!sample.html.contains('\u{27e6}'), "{at} lacks a word");
                assert!(
                    !sample.html.contains("type=\"file\""),
                    "{at} asks for a picture"
                );
            }
        }
    }
}

#[test]
fn public_pages_tell_nothing_by_address_or_title() {
    for route in protection::routes() {
        let row = route.row();
        if row.frame != FrameKind::Public {
            continue;
        }
        let rest = row
            .path
            .strip_prefix("/{language}/")
            .expect("the language comes first");
        assert!(
            rest.replace("{step}", "")
                .replace("{ticket}", "")
                .chars()
                .all(|c| c.is_ascii_digit() || c == '/'),
            "{}",
            row.path
        );
        for sample in (row.sample)(Language::En) {
            assert!(
                sample.html.contains("<title>Information</title>"),
                "{}",
                row.name
            );
        }
    }
}

#[test]
fn html_is_valid() {
    let mut pages = Vec::new();
    for route in protection::routes() {
        let row = route.row();
        for language in Language::ALL {
            for sample in (row.sample)(*language) {
                let name = format!("{}-{}-{language}", row.name, sample.name);
                pages.push((name, sample.html));
            }
        }
    }
    let pages = pages
        .iter()
        .map(|(name, html)| (name.as_str(), html.as_str()));
    let found = testkit::html_validate(pages);
    assert!(found.is_empty(), "{found:?}");
}
