//! What is done with entries of interpreters: a supervisor enters, changes and ends them, and looks at a
//! doubt; everybody of care finds them.

use access::Scope;
use access::action::{AddInterpreter, ListInterpreters, WriteInterpreter};
use people::organisation;
use record::{Done, EventName, Id, Kind, Moment, PAGE, Root, Sensitivity};
use store::{NewRecord, Page, StoreError, Unit, Work, one_more};

use super::rules::{number_index, opens};
use super::store as table;
use super::{Because, Description, InterpreterError, Line, Opened, Sex, State};
use crate::shelter::language::Spoken;

/// `AddInterpreter`: a new entry, for which the desk of whoever adds it vouches. Every body of care opens
/// it; a number that is known is not taken.
pub async fn add_interpreter(
    unit: &Unit<AddInterpreter>,
    is: &Description,
    form_key: &str,
) -> Result<Id, InterpreterError> {
    if let Some(before) = unit.answered(form_key).await? {
        return before.parse().map_err(|_| StoreError::Absent.into());
    }
    let org = unit.actor().member().ok_or(StoreError::Absent)?.org;
    let place = record::governorate(&is.governorate).ok_or(InterpreterError::UnknownPlace)?;
    let before = must_be_new(unit, is, None).await?;
    let record = unit.id();
    if let Some(before) = before {
        table::forget_index(unit, before).await?;
    }
    unit.create(NewRecord {
        record,
        kind: Kind::Interpreter,
        org: Some(org),
        jurisdiction: Some(place.jurisdiction),
        sensitivity: Sensitivity::High,
        state: State::Offered.code(),
        root: None,
        world: Root::Care,
        keys_for: readers(unit).await?,
    })
    .await?;
    table::insert(unit, record, is).await?;
    if let Some(before) = before {
        table::pass_words(unit, before, record).await?;
    }
    // A body that is entered at this very moment opens it too.
    unit.emit(EventName::InterpreterAdded, record, record, None)
        .await?;
    unit.answer(form_key, &record.to_string()).await?;
    Ok(record)
}

/// The bodies that open an entry: those of care that are not over.
pub(super) async fn readers(work: &Work) -> Result<Vec<Id>, StoreError> {
    let bodies = organisation::all(work).await?;
    let open = bodies.iter().filter(|body| opens(body));
    Ok(open.map(|body| body.id).collect())
}

/// One number stands in the directory once; that of somebody who is barred never again. Answers the entry
/// that is over of whoever comes back: what was said of them passes to the new one.
async fn must_be_new(
    work: &Work,
    is: &Description,
    but: Option<Id>,
) -> Result<Option<Id>, InterpreterError> {
    let index = number_index(work.store(), &is.number);
    match table::known(work, &index).await? {
        Some((found, State::Ended)) if but.is_none() => Ok(Some(found)),
        Some((found, _)) if but != Some(found) => Err(InterpreterError::Known),
        _ => Ok(None),
    }
}

/// What a supervisor does with an entry of their desk.
#[derive(Clone)]
pub enum Writing {
    /// It says this from now on; the revision that was seen.
    Change(Description, i64),
    /// Somebody looked, and there is nothing to it; the revision that was seen.
    Clear(i64),
    /// It is over.
    End(Because),
}

/// `WriteInterpreter`: changes an entry, says that a doubt is cleared up, or ends it. What ends forgets
/// the number and who they are linked to.
pub async fn write_interpreter(
    unit: &Unit<WriteInterpreter>,
    writing: &Writing,
    form_key: &str,
) -> Result<Done, InterpreterError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let record = unit.record();
    match writing {
        Writing::Change(is, seen) => {
            record::governorate(&is.governorate).ok_or(InterpreterError::UnknownPlace)?;
            must_be_new(unit, is, Some(record)).await?;
            if !table::change(unit, record, is, *seen).await? {
                return Err(InterpreterError::Stale);
            }
        }
        Writing::Clear(seen) => {
            let line = table::line_of(unit, record).await?;
            if line.state != State::Doubted {
                return Err(InterpreterError::NotDoubted);
            }
            // Somebody may have said it once more meanwhile.
            if line.revision != *seen {
                return Err(InterpreterError::Stale);
            }
            unit.set_state(record, State::Offered.code()).await?;
            unit.reason("cleared").await;
        }
        Writing::End(because) => {
            // A doubt that nobody cleared up stands.
            let is_doubted = table::line_of(unit, record).await?.state == State::Doubted;
            end(unit, record, is_doubted || *because == Because::Linked).await?;
            unit.reason(because.code()).await;
        }
    }
    unit.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// Ends an entry: the number and the links are destroyed. Whoever is barred is never entered again.
pub(super) async fn end(work: &Work, record: Id, is_barred: bool) -> Result<(), StoreError> {
    table::forget_number(work, record).await?;
    work.shred(record).await?;
    let state = if is_barred {
        State::Barred
    } else {
        State::Ended
    };
    work.set_state(record, state.code()).await
}

/// Which entries are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those who speak it.
    pub language: Option<Spoken>,
    /// Those of this sex.
    pub sex: Option<Sex>,
    /// Those in this governorate, by its P-code.
    pub governorate: Option<String>,
    /// Those that stand so.
    pub state: Option<State>,
    /// For a talk or a case: without whom nobody may offer there.
    pub of: Option<Id>,
    /// Those after this one.
    pub after: Option<(Moment, Id)>,
}

/// `ListInterpreters`: a page of those whom this actor may call; what is shown is written down.
pub async fn list_interpreters(
    unit: &Unit<ListInterpreters>,
    scope: &Scope<ListInterpreters>,
    wanted: &Wanted,
) -> Result<Page<Line>, StoreError> {
    let lines = table::list(unit, scope, wanted, one_more(PAGE)).await?;
    Ok(unit
        .page(lines, PAGE, |line| (line.since, line.record))
        .await)
}

/// `ListInterpreters`: no more than so many of those that stand so, all of which count as shown.
pub(super) async fn first_interpreters(
    unit: &Unit<ListInterpreters>,
    scope: &Scope<ListInterpreters>,
    state: State,
    most: i64,
) -> Result<Vec<Line>, StoreError> {
    let wanted = Wanted {
        state: Some(state),
        ..Wanted::default()
    };
    let lines = table::list(unit, scope, &wanted, most).await?;
    unit.show(&lines, |line| line.record).await;
    Ok(lines)
}

/// `ListInterpreters`: one entry with its number.
pub async fn read_interpreter(unit: &Unit<ListInterpreters>) -> Result<Opened, InterpreterError> {
    let record = unit.record();
    let line = table::line_of(unit, record).await?;
    let (number, links) = table::sealed(unit, record).await?;
    Ok(Opened {
        line,
        number,
        links,
    })
}
