//! The page of figures.

use access::action::ReadFigures;
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Frame, FrameKind, Problem, Route, Sampled, render, sampled};
use record::{By, Counted, Language};

use super::view::FiguresPage;
use super::{PILLARS, count};

/// The route.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get::<ReadFigures, _>("/figures", "figures", FrameKind::Staff, samples, read)
            .in_nav("figures-title", "list-checks"),
    ]
}

async fn read(State(app): State<App>, allowed: Allowed<ReadFigures>) -> Result<Response, Problem> {
    let frame = allowed.frame("figures-title");
    let figures = app
        .store
        .read(allowed.permit, |unit| async move { count(&unit).await })
        .await?;
    let page = FiguresPage::new(frame, &figures);
    Ok(render(allowed.visit.language, &page))
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "figures-title");
    let all = || PILLARS.iter().copied().flatten();
    let code = |by: By, number: usize| {
        let of = match by {
            By::Governorate => ["IQG02", "IQG05"],
            By::Sex => ["female", "male"],
            By::Age => ["adult", "unknown"],
            By::Code => ["papers", "court_order"],
        };
        of.get(number % 2).map(|code| (*code).to_owned())
    };
    let counted = |measure: &record::Measure| -> Vec<Counted> {
        let line = |number: usize| Counted {
            by: measure.by.iter().map(|(by, _)| code(*by, number)).collect(),
            count: 1200 * i64::try_from(number).unwrap_or_default() + 1,
            half_waited: (number > 0).then_some(7 * 3600 + 600),
        };
        (0..2).map(line).collect()
    };
    let full: Vec<_> = all().map(|measure| (measure, counted(measure))).collect();
    let none: Vec<_> = all().map(|measure| (measure, Vec::new())).collect();
    vec![
        sampled("full", language, &FiguresPage::new(frame(), &full)),
        sampled("empty", language, &FiguresPage::new(frame(), &none)),
    ]
}
