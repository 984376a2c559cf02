//! The pages of interpreters: whom one can call, one entry with its number, and the form that adds one.

mod add;
mod list;
mod one;
mod samples;
mod say;

use access::action::{AddInterpreter, AnswerScreening, ListInterpreters, WriteCase};
use page::{Cannot, FrameKind, Problem, Route, no_sample};

use super::InterpreterError;
use super::forms::{Clearing, Ending, Entry, Saying};

impl Cannot for InterpreterError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) => return Err(error.into()),
            Self::Known => "interpreter-known",
            Self::Stale => "interpreter-stale",
            Self::UnknownPlace => "error-choose",
            Self::NotDoubted => "interpreter-not-doubted",
            Self::NotOffered => "interpreter-not-offered",
        })
    }
}

/// Every route of interpreters.
pub(crate) fn routes() -> Vec<Route> {
    const STAFF: FrameKind = FrameKind::Staff;
    let own = vec![
        Route::get::<ListInterpreters, _>(
            "/interpreters",
            "interpreters",
            STAFF,
            samples::list,
            list::list,
        )
        .in_nav("interpreter-list-title", "languages"),
        Route::get::<AddInterpreter, _>(
            "/interpreters/new",
            "interpreter-new",
            STAFF,
            samples::add,
            add::begin,
        ),
        Route::post::<AddInterpreter, _>(
            "/interpreters/new",
            "interpreter-add",
            STAFF,
            no_sample,
            add::send,
        )
        .takes::<Entry>(),
        Route::get::<ListInterpreters, _>(
            "/interpreters/{id}",
            "interpreter",
            STAFF,
            samples::one,
            one::show,
        ),
        Route::post::<WriteCase, _>(
            "/cases/{id}/interpreter",
            "case-interpreter",
            STAFF,
            no_sample,
            say::in_case,
        )
        .takes::<Saying>(),
        Route::post::<AnswerScreening, _>(
            "/screenings/{id}/interpreter",
            "screening-interpreter",
            STAFF,
            no_sample,
            say::in_talk,
        )
        .takes::<Saying>(),
    ];
    [
        own,
        Route::form::<Entry>("/interpreters/{id}/change", "interpreter-changing").to_vec(),
        Route::form::<Clearing>("/interpreters/{id}/clear", "interpreter-clearing").to_vec(),
        Route::form::<Ending>("/interpreters/{id}/end", "interpreter-ending").to_vec(),
    ]
    .concat()
}
