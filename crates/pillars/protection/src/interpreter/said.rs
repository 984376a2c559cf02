//! What is said of an interpreter in a talk or a case, and who is therefore not offered there. Whoever
//! writes in that record says it; the entry itself is another's.

use access::Action;
use record::{Done, EventName, Id, Moment};
use store::{StoreError, Unit, Work};

use crate::samples::{NOW, id};

use super::{InterpreterError, State, Word, store as table};

/// One word about an interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The interpreter.
    pub interpreter: Id,
    /// Their short code.
    pub code: String,
    /// How the entry stands.
    pub state: State,
    /// What is said.
    pub word: Word,
    /// When it was said last.
    pub at: Moment,
}

impl Said {
    /// Whether the entry opens for everybody who helps.
    pub(crate) fn is_offered(&self) -> bool {
        self.state == State::Offered
    }
}

/// `WriteCase` or `AnswerScreening`: a word about an interpreter, in the case or the talk that the unit is
/// about.
pub async fn say_of_interpreter<A: Action>(
    unit: &Unit<A>,
    interpreter: Id,
    what: Word,
    form_key: &str,
) -> Result<Done, InterpreterError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    say(unit, unit.record(), interpreter, what).await?;
    unit.answer(form_key, what.code()).await?;
    Ok(Done::Now)
}

/// Says it of an interpreter, in a unit that writes in this record. Whom the person declined, or the
/// employer used, does not help there again; a doubt reaches the desk that vouches for them.
async fn say(work: &Work, record: Id, interpreter: Id, what: Word) -> Result<(), InterpreterError> {
    let is_offered = table::is_offered(work, record, interpreter).await?;
    let is_offered = is_offered.ok_or(StoreError::Absent)?;
    if what == Word::Helped && !is_offered {
        return Err(InterpreterError::NotOffered);
    }
    table::say(work, record, interpreter, what).await?;
    if what == Word::Employer {
        work.emit(
            EventName::InterpreterDoubted,
            interpreter,
            interpreter,
            None,
        )
        .await?;
    }
    work.reason(what.code()).await;
    Ok(())
}

/// What was said in this record, the latest first.
pub(crate) async fn of(work: &Work, record: Id) -> Result<Vec<Said>, StoreError> {
    table::said_of(work, record).await
}

/// Forgets what was said in a record.
pub(crate) async fn forget(work: &Work, record: Id) -> Result<(), StoreError> {
    table::forget_words(work, record).await
}

/// Whether an interpreter may be offered to the people of a record.
pub(super) async fn is_offered(
    work: &Work,
    record: Id,
    interpreter: Id,
) -> Result<bool, StoreError> {
    let found = table::is_offered(work, record, interpreter).await?;
    Ok(found.unwrap_or(false))
}

/// What was said in a made-up record.
pub(crate) fn samples() -> Vec<Said> {
    let said = |number: u8, word| Said {
        interpreter: id(number),
        code: record::short_code(id(number)),
        state: State::Offered,
        word,
        at: NOW.plus_seconds(-i64::from(number) * 3600),
    };
    vec![said(1, Word::Helped), said(2, Word::Declined)]
}
