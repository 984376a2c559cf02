//! The pages of a case: the list, the form that opens one, the case itself.

mod list;
mod open;
pub(crate) mod panel;
pub(super) mod samples;
mod show;

use access::action::{ListCases, OpenCase, ReadCase, WriteCase};
use clock::ClockError;
use page::{Cannot, FrameKind, Problem, Route, no_sample};

use super::CaseError;
use super::clocks::Starting;
use super::forms::{
    Beginning, Changing, Closing, Contacting, Finishing, HandingOn, Needing, Noting, Reopening,
    Tasking,
};
use super::plan::{self, Aiming, Recognising, Serving};
use super::shredding::{Agreeing, Proposing};

impl Cannot for CaseError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) | Self::Clock(ClockError::Store(error)) => return Err(error.into()),
            Self::Person(error) => return error.cannot(),
            Self::Unreadable(error) => {
                tracing::error!(%error, "a case cannot be read");
                return Err(Problem::Fault);
            }
            Self::UnknownPlace => "case-which-place",
            Self::NoJudge => "plan-no-judge",
            Self::Counted => "case-counted",
            Self::Screened => "case-screened",
            Self::Past => "case-past",
            Self::Ahead | Self::Clock(ClockError::Ahead) => "case-ahead",
            Self::NoChild => "clock-no-child",
            Self::Clock(ClockError::Runs) => "clock-runs",
            Self::NoDuty | Self::Clock(_) => "error-choose",
            Self::ClockRuns => "case-clock-runs",
            Self::Held => "case-held-open",
            Self::ToTell => "case-to-tell",
            Self::NotFit => "case-not-fit",
            Self::Owner => "case-owner-stays",
        })
    }
}

/// Every route of cases.
pub(crate) fn routes() -> Vec<Route> {
    const STAFF: FrameKind = FrameKind::Staff;
    let own = vec![
        Route::get::<ListCases, _>("/cases", "cases", STAFF, samples::list, list::list)
            .in_nav("case-list-title", "users"),
        Route::get::<OpenCase, _>("/cases/new", "case-new", STAFF, samples::open, open::begin),
        Route::post::<OpenCase, _>("/cases/new", "case-open", STAFF, no_sample, open::send)
            .takes::<Beginning>(),
        Route::get::<ReadCase, _>("/cases/{id}", "case", STAFF, samples::show, show::show),
        Route::get::<ReadCase, _>("/cases/{id}/plan", "plan", STAFF, plan::samples, plan::show),
        Route::post::<WriteCase, _>(
            "/cases/{id}/done",
            "case-done",
            STAFF,
            no_sample,
            show::finish,
        )
        .takes::<Finishing>(),
    ];
    [
        own,
        Route::form::<Aiming>("/cases/{id}/goal", "plan-goal").to_vec(),
        Route::form::<Serving>("/cases/{id}/service", "plan-serve").to_vec(),
        Route::form::<Recognising>("/cases/{id}/recognition", "plan-recognise").to_vec(),
        Route::form::<Needing>("/cases/{id}/needs", "case-needs").to_vec(),
        Route::form::<Starting>("/cases/{id}/clock", "clock-begin").to_vec(),
        Route::form::<Noting>("/cases/{id}/note", "case-note").to_vec(),
        Route::form::<Tasking>("/cases/{id}/task", "case-task").to_vec(),
        Route::form::<Contacting>("/cases/{id}/contact", "case-contact").to_vec(),
        Route::form::<Changing>("/cases/{id}/team", "case-team").to_vec(),
        Route::form::<HandingOn>("/cases/{id}/hand", "case-hand").to_vec(),
        Route::form::<Closing>("/cases/{id}/close", "case-close").to_vec(),
        Route::form::<Reopening>("/cases/{id}/reopen", "case-reopen").to_vec(),
        Route::form::<Proposing>("/cases/{id}/shred", "case-shred").to_vec(),
        Route::form::<Agreeing>("/cases/{id}/shred/confirm", "case-shred-confirm").to_vec(),
    ]
    .concat()
}
