//! Contrast of the colours that stand on each other, in light and in dark.

use std::collections::BTreeMap;

/// Words to be read: AAA.
const READ: f64 = 7.0;
/// Edges of fields and of what can be pressed.
const EDGE: f64 = 3.0;

fn palettes() -> [BTreeMap<String, f64>; 2] {
    let style = std::str::from_utf8(page::asset::bytes("najat.css").unwrap()).unwrap();
    let (light, dark) = style
        .split_once("@media (prefers-color-scheme: dark)")
        .unwrap();
    let dark = dark.split_once("\n}").unwrap().0;
    [light, dark].map(|part| {
        let lines = part
            .lines()
            .filter_map(|line| line.trim().strip_prefix("--"));
        let pairs = lines.filter_map(|line| line.trim_end_matches(';').split_once(": #"));
        pairs
            .map(|(name, hex)| (name.to_owned(), luminance(hex)))
            .collect()
    })
}

fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: f64, b: f64) -> f64 {
    let (light, dark) = if a > b { (a, b) } else { (b, a) };
    (light + 0.05) / (dark + 0.05)
}

#[test]
fn words_can_be_read_and_edges_seen() {
    for (theme, colours) in ["light", "dark"].iter().zip(palettes()) {
        let of = |name: &str| {
            *colours
                .get(name)
                .unwrap_or_else(|| panic!("{theme}: {name}"))
        };
        let holds = |above: &str, below: &str, least: f64| {
            let is = contrast(of(above), of(below));
            assert!(
                is >= least,
                "{theme}: {above} on {below} is {is:.2}, least is {least}"
            );
        };
        for ground in ["paper", "raised", "sunk"] {
            for words in ["ink", "faint", "teal", "red"] {
                holds(words, ground, READ);
            }
            holds("edge", ground, EDGE);
        }
        holds("teal-ink", "teal", READ);
        holds("teal", "teal-wash", READ);
        holds("amber", "amber-wash", READ);
        holds("red", "red-wash", READ);
        holds("paper", "ink", READ);
        for wash in ["teal-wash", "amber-wash", "red-wash"] {
            holds("ink", wash, READ);
        }
        // What has the focus: dark words on yellow, and a ring that is seen on any ground.
        holds("focus-wash", "focus", READ);
    }
}
