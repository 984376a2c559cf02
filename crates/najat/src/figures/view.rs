//! What the page of figures shows.

use askama::Template;
use page::{Frame, filters, place_name, words};
use record::{By, Counted, Language, Measure};

/// One count.
struct Line {
    by: String,
    count: i64,
    half_waited: Option<i64>,
}

/// One measure with its counts.
struct Figure {
    name: &'static str,
    lines: Vec<Line>,
    sum: i64,
    waits: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "figures/templates/figures.html")]
pub(super) struct FiguresPage {
    frame: Frame,
    figures: Vec<Figure>,
}

impl FiguresPage {
    pub(super) fn new(frame: Frame, figures: &[(&'static Measure, Vec<Counted>)]) -> Self {
        let figure = |(measure, counted): &(&'static Measure, Vec<Counted>)| Figure {
            name: measure.name,
            sum: counted.iter().map(|one| one.count).sum(),
            waits: counted.iter().any(|one| one.half_waited.is_some()),
            lines: counted
                .iter()
                .map(|one| Line {
                    by: told_apart(measure, one, frame.language),
                    count: one.count,
                    half_waited: one.half_waited,
                })
                .collect(),
        };
        Self {
            figures: figures.iter().map(figure).collect(),
            frame,
        }
    }
}

/// By what a count is told apart, in words.
fn told_apart(measure: &Measure, counted: &Counted, language: Language) -> String {
    let word = |((by, said), code): (&(By, &str), &Option<String>)| match (by, code) {
        (_, None) => words(language, "unknown", &[]),
        (By::Governorate, Some(code)) => {
            place_name(Some(code), language).unwrap_or_else(|| code.clone())
        }
        (_, Some(code)) => words(language, &format!("{said}-{code}"), &[]),
    };
    let all = measure.by.iter().zip(&counted.by).map(word);
    all.collect::<Vec<_>>().join(" · ")
}
