//! Clocks that run on records: what is due when, and who is told when it is missed, as data; a clock
//! begins with the act that calls for it and is a record of its own, so that whoever is shut out of
//! the report is shut out of it.
//!
//! A clock knows a code, an age band, a governorate and hours, and nothing else: no name, no text.
//! Closing or deleting the report on which it runs does not stop it (`docs/domain/practice.md` 5). Nothing sets
//! it back: what was missed stays missed, an earlier due time stays in its acts, and a clock of the
//! machine that goes back changes nothing of what was told.

mod actions;
mod escalate;
mod named;
mod reactions;
mod rules;
mod run;
mod span;
mod store;

pub use actions::{
    Alarm, Basis, ClockError, Done, FOUND_ADULT, Line, MISCOUNTED, Seen, Wanted, answer_alarm,
    confirm_found_adult, first_clocks, list_clocks, mark_child_seen, moment_of, one_clock,
    proposals, propose_found_adult, refuse_found_adult,
};
pub use escalate::{Answering, Escalated, Who, escalate};
pub use named::{Begun, Ended, begin_clock, stop_clock};
pub use reactions::{RELEASED, reactions, tell_shelters};
pub use rules::{Code, Fact, Given, Rule, Step, Told, due_for_t1, rule};
pub use run::{NewClock, follow, pass, prolong, reach, resume, start, stop};
pub use span::Span;
pub use store::{Running, is_only_child, is_over, is_passed, running_on, safety_on, seen_on};

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [store::STATEMENTS, escalate::STATEMENTS].concat()
}

record::codes! {
    /// How a clock stands.
    State labelled "clock-state" {
        /// It is not due yet.
        Running = "running",
        /// It is past due, and goes on.
        Missed = "missed",
        /// What it waited for has happened.
        Stopped = "stopped",
    }
}

record::codes! {
    /// How old the person is whom a clock is about, as far as anybody knows.
    AgeBand labelled "clock-age" {
        /// Under 18.
        Child = "child",
        /// Nobody knows: treated as a child.
        Unknown = "unknown",
        /// 18 or older.
        Adult = "adult",
    }
}

record::codes! {
    /// What was done about a clock.
    Act {
        /// An alarm was answered, for a reason; it goes on.
        Answered = "answered",
        /// It was prolonged, for a reason; the due time noted is the one it had before.
        Prolonged = "prolonged",
        /// A named person started it, for a reason.
        Begun = "begun",
        /// A point was reached; the due time noted is that point's.
        Reached = "reached",
        /// It was missed.
        Missed = "missed",
        /// A step was told.
        Told = "told",
        /// Somebody proposed that the person is an adult, on this basis.
        Proposed = "proposed",
        /// Whoever supervises does not agree: the person stays a child.
        Refused = "refused",
        /// It ended, for this reason.
        Stopped = "stopped",
        /// It goes on after all: the person is a child.
        Restarted = "restarted",
    }
}
