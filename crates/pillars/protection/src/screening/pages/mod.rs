//! The pages of a screening: what comes before the first question, the questions with what they show
//! so far, the whole for whoever decides, and the list.

mod answers;
mod card;
mod list;
pub(crate) mod panel;
mod samples;
mod show;
mod start;
mod view;

pub(super) use view::questions_of;

use access::action::{AnswerScreening, ListScreenings, ReadScreening, StartScreening};
use page::{Cannot, FrameKind, FromPaper, Problem, Route, no_sample};

use super::ScreeningError;
use super::forms::{Answering, Beginning, Confirming, Finding, Lowering, Reopening, Talking};

impl Cannot for ScreeningError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) => return Err(error.into()),
            Self::Unreadable(error) => {
                tracing::error!(%error, "a screening cannot be read");
                return Err(Problem::Fault);
            }
            Self::Stale => "screening-stale",
            Self::NotAgreed => "screening-not-agreed",
            Self::Nothing => "screening-nothing-asked",
            Self::Lower => "screening-is-lower",
            Self::NotLower => "screening-is-not-lower",
            Self::UnknownPlace => "screening-which-place",
            Self::NoDesk => "bed-no-desk",
            Self::SheetTaken => "sheet-taken",
        })
    }
}

/// Every route of screenings.
pub(crate) fn routes() -> Vec<Route> {
    const STAFF: FrameKind = FrameKind::Staff;
    let own = vec![
        Route::get::<ListScreenings, _>(
            "/screenings",
            "screenings",
            STAFF,
            samples::list,
            list::list,
        )
        .in_nav("screening-list-title", "list-checks"),
        Route::get::<StartScreening, _>(
            "/screenings/new",
            "screening-new",
            STAFF,
            samples::start,
            start::begin,
        ),
        Route::post::<StartScreening, _>(
            "/screenings/new",
            "screening-start",
            STAFF,
            samples::begun,
            start::send,
        )
        .takes::<Beginning>()
        .takes::<Talking>()
        .takes::<FromPaper>(),
        card::route::<{ card::ADULT }>("/screenings/card"),
        card::route::<{ card::CHILD }>("/screenings/card/child"),
        Route::get::<ReadScreening, _>(
            "/screenings/{id}",
            "screening",
            STAFF,
            samples::show,
            show::show,
        ),
        Route::get::<AnswerScreening, _>(
            "/screenings/{id}/answers",
            "screening-answers",
            STAFF,
            samples::answers,
            answers::begin,
        ),
        Route::post::<AnswerScreening, _>(
            "/screenings/{id}/answers",
            "screening-save",
            STAFF,
            no_sample,
            answers::send,
        )
        .takes::<Answering>(),
    ];
    [
        own,
        Route::form::<Finding>("/screenings/{id}/decide", "screening-deciding").to_vec(),
        Route::form::<Lowering>("/screenings/{id}/lower", "screening-lower").to_vec(),
        Route::form::<Confirming>("/screenings/{id}/confirm", "screening-confirm").to_vec(),
        Route::form::<Reopening>("/screenings/{id}/reopen", "screening-reopen").to_vec(),
    ]
    .concat()
}
