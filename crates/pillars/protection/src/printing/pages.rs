//! The page that offers the sheets, and a page for each.

use access::action::ReadPublicPage;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    Allowed, App, Frame, FrameKind, Problem, Route, Sampled, Sheet, SheetPage, copies, filters,
    render, sampled,
};
use record::Language;

use super::handover;
use crate::bed;
use crate::report::intake::sheet as intake;

/// The title of every page of this room: an address or a title says nothing of what is printed.
const TITLE: &str = "sheet-title";

/// A sheet: its route, and how it is made.
struct Paper {
    route: &'static str,
    make: fn(Language) -> Sheet,
}

const REPORT: usize = 0;
const HELD: usize = 1;
const BED: usize = 2;
const HANDOVER: usize = 3;

/// All that there are.
const PAPERS: [Paper; 4] = [
    Paper {
        route: "paper-report",
        make: intake::report,
    },
    Paper {
        route: "paper-held",
        make: intake::held,
    },
    Paper {
        route: "paper-bed",
        make: bed::sheet::request,
    },
    Paper {
        route: "paper-handover",
        make: handover::sheet,
    },
];

/// Every route of this room.
pub(crate) fn routes() -> Vec<Route> {
    let bare = FrameKind::Bare;
    vec![
        Route::get::<ReadPublicPage, _>("/{language}/10", "paper", bare, samples, offer),
        one::<REPORT>("/{language}/10/1"),
        one::<HELD>("/{language}/10/2"),
        one::<BED>("/{language}/10/3"),
        one::<HANDOVER>("/{language}/10/4"),
    ]
}

fn one<const PAPER: usize>(path: &'static str) -> Route {
    let name = PAPERS[PAPER].route;
    let (sample, print) = (sample::<PAPER>, print::<PAPER>);
    Route::get::<ReadPublicPage, _>(path, name, FrameKind::Bare, sample, print)
}

/// The sheets that there are.
#[derive(Template)]
#[template(path = "printing/templates/papers.html")]
struct PapersPage {
    frame: Frame,
    papers: Vec<(&'static str, Sheet)>,
}

impl PapersPage {
    fn new(frame: Frame) -> Self {
        let papers = PAPERS.iter();
        let papers = papers.map(|paper| (paper.route, (paper.make)(frame.language)));
        Self {
            papers: papers.collect(),
            frame,
        }
    }
}

async fn offer(allowed: Allowed<ReadPublicPage>) -> Response {
    let page = PapersPage::new(allowed.frame(TITLE));
    render(allowed.visit.language, &page)
}

async fn print<const PAPER: usize>(
    State(app): State<App>,
    allowed: Allowed<ReadPublicPage>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let language = allowed.visit.language;
    let sheet = (PAPERS[PAPER].make)(language);
    let frame = allowed.frame(TITLE);
    let page = SheetPage::new(frame, sheet, copies(query)?, "paper", &app.world);
    Ok(render(language, &page))
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Bare, TITLE);
    vec![sampled("full", language, &PapersPage::new(frame))]
}

fn sample<const PAPER: usize>(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Bare, TITLE);
    let sheet = (PAPERS[PAPER].make)(language);
    vec![sampled(
        "full",
        language,
        &SheetPage::sample(frame, sheet, "paper"),
    )]
}
