//! The pages of rights not yet met: the list, an answer, and closing with an outcome.

pub(crate) mod list;
pub(crate) mod samples;
pub(crate) mod step;

use ::store::Gate;
use access::Actor;
use access::action::{AnswerUnmetRight, CloseUnmetRight, ListLooks, ReadBedRequest};
use page::{Cannot, Frame, Problem, place_name};
use people::organisation::Organisation;
use record::{Id, Moment};

use super::{Answer, Line, Outcome, RightError, State, What};

impl Cannot for RightError {
    fn cannot(self) -> Result<&'static str, Problem> {
        let Self::Store(error) = self;
        Err(error.into())
    }
}

/// A right as a page shows it.
struct Shown {
    id: Id,
    code: String,
    what: &'static str,
    place: String,
    child: bool,
    charged: Option<String>,
    opened: Moment,
    due: Moment,
    is: State,
    state: &'static str,
    owner: &'static str,
    answer: Option<&'static str>,
    outcome: Option<&'static str>,
    request: Option<Id>,
    answers: bool,
    closes: bool,
}

impl Shown {
    fn new(line: &Line, bodies: &[Organisation], may: May, frame: &Frame) -> Self {
        let body = line.charged.and_then(|charged| {
            let body = bodies.iter().find(|body| body.id == charged)?;
            Some(body.is.names.get(frame.language).to_owned())
        });
        let place = place_name(Some(&line.governorate), frame.language);
        Self {
            id: line.record,
            code: line.code.clone(),
            what: line.what.key(),
            place: place.unwrap_or_else(|| line.governorate.clone()),
            child: line.child,
            charged: body,
            opened: line.opened,
            due: line.due,
            is: line.state,
            state: match (line.state, line.answer) {
                (State::Open, None) => "right-state-open",
                (State::Open, Some(_)) => "right-state-answered",
                (State::Met, _) => "right-state-met",
                (State::Closed, _) => "right-state-closed",
            },
            owner: match line.what {
                What::NoPlace => "right-owner-oversight",
                _ => "right-owner-supervisor",
            },
            answer: line.answer.map(Answer::key),
            outcome: line.outcome.map(Outcome::key),
            request: line.request.filter(|_| may.reads_requests),
            answers: may.answers && line.state == State::Open,
            closes: may.closes && line.state == State::Met,
        }
    }

    /// Whether its clock runs.
    fn runs(&self) -> bool {
        self.is == State::Open
    }
}

/// What the page offers to whoever reads it; the gate decides anew when they do it.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
#[derive(Clone, Copy, Default)]
pub(crate) struct May {
    answers: bool,
    closes: bool,
    reads_requests: bool,
    /// Sees who has looked.
    looks: bool,
}

impl May {
    fn ask(gate: &Gate<'_>, actor: &Actor) -> Self {
        Self {
            answers: gate.ever::<AnswerUnmetRight>(actor),
            closes: gate.ever::<CloseUnmetRight>(actor),
            reads_requests: gate.ever::<ReadBedRequest>(actor),
            looks: gate.ever::<ListLooks>(actor),
        }
    }
}
