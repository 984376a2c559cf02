//! The clocks that a named person starts and stops, for a reason: T4 to T13 (`children.md` 1). What drives
//! them by itself starts and stops them the same way.

use ::store::{Unit, Work};
use access::action::{BeginClock, StopClock};
use record::Id;

use crate::actions::{ClockError, unstopped};
use crate::rules::{Code, Fact, rule};
use crate::run::{advance, begin_again, end, start};
use crate::store as table;
use crate::{Act, NewClock};

record::codes! {
    /// Why somebody starts a clock.
    Begun labelled "clock-begun" {
        /// It holds for this child from now on.
        Applies = "applies",
        /// A court, a panel or a guardian asked for it.
        Asked = "asked",
        /// It is due once more.
        Again = "again",
    }
}

record::codes! {
    /// Why somebody stops a clock.
    Ended labelled "clock-ended" {
        /// What it waited for has happened: where it has more than one point, the next one runs.
        Done = "done",
        /// It does not hold for this child.
        NotForThem = "not_for_them",
        /// Another body does it, and has said so.
        Elsewhere = "elsewhere",
    }
}

impl Code {
    /// Whether a named person starts and stops it.
    pub const fn is_by_name(self) -> bool {
        matches!(
            self,
            Self::T4
                | Self::T5
                | Self::T6
                | Self::T7
                | Self::T8
                | Self::T9
                | Self::T10
                | Self::T11
                | Self::T12
                | Self::T13
        )
    }
}

/// `BeginClock`: a clock of a child, in a unit that holds the record it follows. One that ran before
/// runs once more, with due times of its own; one that runs is refused.
pub async fn begin_clock(
    unit: &Unit<BeginClock>,
    new: &NewClock<'_>,
    why: Begun,
) -> Result<Id, ClockError> {
    if !new.code.is_by_name() {
        return Err(ClockError::NotListed);
    }
    if new.started > unit.now() {
        return Err(ClockError::Ahead);
    }
    let there = table::find(unit, new.subject, new.code).await?;
    let clock = match there {
        None => start(unit, new).await?,
        Some(there) if there.is_over() => {
            begin_again(unit, new, there.record).await?;
            there.record
        }
        Some(_) => return Err(ClockError::Runs),
    };
    let line = table::line(unit, clock).await?;
    table::insert_act(unit, clock, Act::Begun, why.code(), line.due).await?;
    unit.reason(why.code()).await;
    Ok(clock)
}

/// `StopClock`: what became of it, of the point that was due when the form was made. Something that may not happen yet, by what is known, is not done.
pub async fn stop_clock(
    unit: &Unit<StopClock>,
    ended: Ended,
    facts: &[Fact],
    (due, form_key): (i64, &str),
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let line = unstopped(unit, unit.record()).await?;
    if line.due.micros() != due {
        return Err(ClockError::Stale);
    }
    if !line.code.is_by_name() {
        return Err(ClockError::NotListed);
    }
    match ended {
        Ended::Done if !rule(line.code).may_be_reached(facts) => return Err(ClockError::NotYet),
        Ended::Done => {
            let found = table::found_by_id(unit, line.record).await?;
            advance(unit, &found, ended.code()).await?;
        }
        Ended::NotForThem | Ended::Elsewhere => {
            end(unit, line.record, line.due, ended.code()).await?;
        }
    }
    unit.reason(ended.code()).await;
    unit.answer(form_key, ended.code()).await?;
    Ok(())
}

/// Starts the clock of support (T3) once a child is safe, beside the clock of safety of this unit and
/// for whoever answers for that one.
pub(crate) async fn begin_support(work: &Work, safety: Id) -> Result<(), ::store::StoreError> {
    let (subject, follows) = table::place_of(work, safety).await?;
    let line = table::line(work, safety).await?;
    let (guard, _) = work.guard_of(safety).await?;
    let governorate = line.governorate.as_deref();
    let new = NewClock {
        code: Code::T3,
        subject,
        follows,
        root: line.root,
        org: guard.org,
        started: work.now(),
        act: None,
        facts: &[],
        district: None,
        governorate: governorate.and_then(record::governorate),
        age_band: line.age_band,
    };
    crate::run::start_beside(work, &new, safety).await.map(drop)
}

/// Ends the clock of support that runs beside the clock of safety of this unit: it is no child's.
pub(crate) async fn end_support(
    work: &Work,
    safety: Id,
    because: &str,
) -> Result<(), ::store::StoreError> {
    let (subject, _) = table::place_of(work, safety).await?;
    let support = table::find(work, subject, Code::T3).await?;
    let Some(support) = support.filter(|support| !support.is_over()) else {
        return Ok(());
    };
    work.bring_clock(safety, support.record).await?;
    end(work, support.record, support.due, because).await
}
