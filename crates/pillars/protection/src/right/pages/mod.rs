//! The pages of rights not yet met: the list, an answer, and closing with an outcome.

pub(crate) mod list;
pub(crate) mod samples;
pub(crate) mod step;

use page::{Frame, Problem};
use people::organisation::Organisation;
use record::{Id, Moment, Role};

use super::{Answer, Line, Outcome, RightError, State, What};
use crate::report::pages::place_name;

fn problem(error: RightError) -> Problem {
    match error {
        RightError::Store(error) => error.into(),
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
    fn new(line: &Line, bodies: &[Organisation], role: Option<Role>, frame: &Frame) -> Self {
        let body = line.charged.and_then(|charged| {
            let body = bodies.iter().find(|body| body.id == charged)?;
            Some(body.is.names.get(frame.language).to_owned())
        });
        let watches = matches!(role, Some(Role::OversightOfficer | Role::StateDuty));
        let ends = matches!(role, Some(Role::Supervisor | Role::OversightOfficer));
        let place = place_name(Some(&line.governorate), frame.language);
        Self {
            id: line.record,
            code: line.code.clone(),
            what: what_key(line.what),
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
            answer: line.answer.map(answer_key),
            outcome: line.outcome.map(outcome_key),
            request: line.request.filter(|_| reads_requests(role)),
            answers: watches && line.state == State::Open,
            closes: ends && line.state == State::Met,
        }
    }

    /// Whether its clock runs.
    fn runs(&self) -> bool {
        self.is == State::Open
    }
}

/// Whether people of this role see who has looked at what is theirs.
const fn sees_looks(role: Option<Role>) -> bool {
    matches!(
        role,
        Some(Role::Caseworker | Role::ChildOfficer | Role::Supervisor)
    )
}

/// Whether people of this role open requests.
fn reads_requests(role: Option<Role>) -> bool {
    matches!(
        role,
        Some(Role::Responder | Role::Caseworker | Role::ChildOfficer | Role::PlacementDesk)
    )
}

const fn what_key(what: What) -> &'static str {
    match what {
        What::NoPlace => "right-kind-no-place",
        What::Sex => "right-kind-sex",
        What::Age => "right-kind-age",
        What::Nationality => "right-kind-nationality",
        What::Papers => "right-kind-papers",
        What::Residence => "right-kind-residence",
        What::CourtOrder => "right-kind-court-order",
        What::Cooperation => "right-kind-cooperation",
        What::Complaint => "right-kind-complaint",
        What::GuardianLeave => "right-kind-guardian-leave",
        What::Marriage => "right-kind-marriage",
        What::PregnancyOrHiv => "right-kind-pregnancy-or-hiv",
    }
}

const fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::ToldBody => "right-answer-told-body",
        Answer::Looking => "right-answer-looking",
        Answer::NamedPlace => "right-answer-named-place",
        Answer::BroughtUp => "right-answer-brought-up",
    }
}

const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Placed => "right-outcome-placed",
        Outcome::Dropped => "right-outcome-dropped",
        Outcome::NotWanted => "right-outcome-not-wanted",
        Outcome::StillSet => "right-outcome-still-set",
    }
}
