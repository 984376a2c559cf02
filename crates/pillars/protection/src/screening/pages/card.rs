//! The cards to print. Whoever screens prints them: what is asked is nobody else's to learn by heart.

use access::action::StartScreening;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    Allowed, App, Frame, FrameKind, Problem, Route, Sampled, Sheet, SheetPage, copies, render,
    sampled,
};
use record::Language;

use crate::screening::sheet;

/// The face for a grown-up.
pub(super) const ADULT: usize = 0;
/// The face for a child.
pub(super) const CHILD: usize = 1;

const NAMES: [&str; 2] = ["screening-card", "screening-card-child"];
const TITLE: &str = "sheet-title";

/// The route of one face.
pub(super) fn route<const FACE: usize>(path: &'static str) -> Route {
    const STAFF: FrameKind = FrameKind::Staff;
    let (sample, print) = (sample::<FACE>, print::<FACE>);
    Route::get::<StartScreening, _>(path, NAMES[FACE], STAFF, sample, print)
}

fn face(number: usize, language: Language) -> Sheet {
    if number == CHILD {
        sheet::of_a_child(language)
    } else {
        sheet::card(language)
    }
}

async fn print<const FACE: usize>(
    State(app): State<App>,
    allowed: Allowed<StartScreening>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let language = allowed.visit.language;
    let (sheet, frame) = (face(FACE, language), allowed.frame(TITLE));
    let page = SheetPage::new(frame, sheet, copies(query)?, "screenings", &app.world);
    Ok(render(language, &page))
}

fn sample<const FACE: usize>(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Staff, TITLE);
    let page = SheetPage::sample(frame, face(FACE, language), "screenings");
    vec![sampled("full", language, &page)]
}
