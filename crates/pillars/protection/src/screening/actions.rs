//! Asking: a screening begins, answers are saved, the front line hands it in, somebody reads it.

use access::action::{
    AnswerScreening, DecideScreening, ListScreenings, ReadReport, ReadScreening, StartScreening,
};
use access::{Member, Scope};
use clock::AgeBand;
use record::{Id, Kind, Moment, PAGE, Root, Sensitivity, SheetNumber, ShortCode};
use store::{Answering, NewRecord, Page, StoreError, Unit, Work, one_more};

use super::rule::{is_asked_by_all, propose};
use super::{
    Agreed, Done, Head, Opened, ScreeningError, State, Talk, reactions::following, store as table,
};
use crate::reader::YesNoUnknown;
use crate::report::begun::{self, AtDesk};

/// What begins a screening.
#[derive(Clone, Debug)]
pub struct Starting {
    /// The report it grows from; one of the worker's desk is made where there is none.
    pub report: Option<Id>,
    /// Where that is, if there is no report.
    pub governorate: Option<String>,
    /// What was said so far: what the person agreed to, how old they are; all of it, where it stood on a
    /// card.
    pub talk: Talk,
    /// The card on which it stood.
    pub sheet: Option<SheetNumber>,
    /// The form's one-time key.
    pub form_key: String,
}

/// A screening that began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Started {
    /// The screening.
    pub screening: Id,
    /// The report it grew from.
    pub report: Id,
}

/// `StartScreening`: nothing is kept unless the person themself agreed to both. A policeman at a
/// checkpoint says all of it at once, gives it to the care desk of that governorate, and keeps nothing.
pub async fn start_screening(
    unit: &Unit<StartScreening>,
    starting: &Starting,
) -> Result<Started, ScreeningError> {
    if let Some(before) = unit.answered(&starting.form_key).await? {
        let ids = before.split_once('/');
        let ids = ids.and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
        let (screening, report) = ids.ok_or(StoreError::Absent)?;
        return Ok(Started { screening, report });
    }
    if (starting.talk.to_talk, starting.talk.to_write) != (Agreed::Yes, Agreed::Yes) {
        return Err(ScreeningError::NotAgreed);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?.clone();
    if member.org_kind.is_force() && starting.talk.setting.is_none() {
        return Err(ScreeningError::Nothing);
    }
    if let Some(sheet) = starting.sheet
        && !unit.is_first_use("sheet", &sheet.digits()).await?
    {
        return Err(ScreeningError::SheetTaken);
    }
    let report = match starting.report {
        Some(report) => {
            let gate = unit.store().gate();
            unit.join(gate.permit::<ReadReport>(unit.actor(), report).await?)
                .await?;
            report
        }
        None => at_desk(unit, &member, starting).await?,
    };
    let screening = create(unit, &member, report, starting).await?;
    unit.answer(&starting.form_key, &format!("{screening}/{report}"))
        .await?;
    Ok(Started { screening, report })
}

/// A report of the worker's desk, for somebody who stands before it.
async fn at_desk(
    unit: &Unit<StartScreening>,
    member: &Member,
    starting: &Starting,
) -> Result<Id, ScreeningError> {
    let place = starting.governorate.as_deref();
    let place = place.and_then(record::governorate);
    let place = place.ok_or(ScreeningError::UnknownPlace)?;
    let desk = begun::desk_of(unit, member, place).await?;
    let (org, owner) = desk.ok_or(ScreeningError::NoDesk)?;
    let new = AtDesk {
        org,
        owner,
        governorate: &place.code,
        minor: YesNoUnknown::is_child(starting.talk.age),
        danger: YesNoUnknown::Unknown,
        sheet: None,
    };
    Ok(begun::begin(unit, &new).await?)
}

async fn create(
    unit: &Unit<StartScreening>,
    member: &Member,
    report: Id,
    starting: &Starting,
) -> Result<Id, ScreeningError> {
    let screening = unit.id();
    let governorate = table::governorate_of(unit, report).await?;
    let place = governorate.as_deref().and_then(record::governorate);
    let Answering { desk, holders } = unit.answering(report).await?;
    let (state, begun_by) = if member.org_kind.is_force() {
        (State::HandedIn, None)
    } else {
        (State::Open, Some(member.account))
    };
    unit.create(NewRecord {
        record: screening,
        kind: Kind::Screening,
        org: desk,
        jurisdiction: place.map(|place| place.jurisdiction),
        sensitivity: Sensitivity::High,
        state: state.code(),
        root: Some(report),
        world: Root::Care,
        keys_for: desk.into_iter().collect(),
    })
    .await?;
    for (holder, relation) in following(holders, begun_by) {
        unit.grant(screening, holder, relation, None, None).await?;
    }
    let (governorate, talk) = (governorate.as_deref(), &starting.talk);
    table::insert(unit, screening, begun_by, governorate, talk.age).await?;
    table::save(unit, screening, 0, member, talk, is_danger(talk)).await?;
    table::settle(unit, screening).await?;
    be_safe(unit, report, talk.age).await?;
    Ok(screening)
}

/// A child, or somebody who may be one, must be safe soon: the clock runs on the report, once.
async fn be_safe(work: &Work, report: Id, age: AgeBand) -> Result<(), StoreError> {
    let desk = work.answering(report).await?.desk;
    let governorate = table::governorate_of(work, report).await?;
    if let Some(desk) = desk {
        let place = (desk, governorate.as_deref().unwrap_or_default());
        begun::must_be_safe(work, report, place, age).await?;
    }
    Ok(())
}

/// `AnswerScreening`: what was said, in the place of what was saved before, which stays; rows that are
/// not among it stand as they did. Made from the saving that was seen. Questions beyond those of the
/// front line are for trained staff.
pub async fn answer_screening(
    unit: &Unit<AnswerScreening>,
    talk: &Talk,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let screening = unit.record();
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    if !table::move_on(unit, screening, seen).await? {
        return Err(ScreeningError::Stale);
    }
    let head = table::head_of(unit, screening).await?;
    // Nobody says here that the person agreed: that was said when it began.
    let before = table::latest(unit, screening).await?;
    let trained = unit.store().gate().ever::<DecideScreening>(unit.actor());
    let mut answers = before.answers;
    let given = talk.answers.iter();
    let given = given.filter(|(id, _)| trained || is_asked_by_all(id));
    answers.extend(given.map(|(id, given)| (id.clone(), *given)));
    let talk = Talk {
        to_talk: before.to_talk,
        to_write: before.to_write,
        answers,
        ..talk.clone()
    };
    let danger = is_danger(&talk);
    table::save(unit, screening, head.revision, member, &talk, danger).await?;
    be_safe(unit, head.root, talk.age).await?;
    // Where somebody else goes on, it is shut to whoever asked at the front line.
    if table::begun_by(unit, screening).await? != Some(member.account) && head.state == State::Open
    {
        table::set_state(unit, screening, State::HandedIn).await?;
    }
    unit.answer(form_key, "saved").await?;
    Ok(Done::Now)
}

/// Whether something means danger now: by an answer, by what else was seen, or since whoever exploits
/// them was there within a week.
fn is_danger(talk: &Talk) -> bool {
    let setting = talk.setting.as_ref();
    let is_recent = setting.is_some_and(|setting| setting.contact.is_recent());
    is_recent || propose(&talk.told()).is_urgent
}

/// `AnswerScreening`: the same, and the front line is done: a caseworker goes on, and it is shut to
/// whoever asked.
pub async fn hand_in(
    unit: &Unit<AnswerScreening>,
    talk: &Talk,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if talk.setting.is_none() {
        return Err(ScreeningError::Nothing);
    }
    let done = answer_screening(unit, talk, seen, form_key).await?;
    if done == Done::Now {
        table::set_state(unit, unit.record(), State::HandedIn).await?;
    }
    Ok(done)
}

/// What was said so far, for whoever asks: nothing of what anybody decided.
pub async fn so_far(unit: &Unit<AnswerScreening>) -> Result<(Head, Talk), ScreeningError> {
    let screening = unit.record();
    Ok((
        table::head_of(unit, screening).await?,
        table::latest(unit, screening).await?,
    ))
}

/// `ReadScreening`: what stands in clear of it alone.
pub(crate) async fn head_of(unit: &Unit<ReadScreening>) -> Result<Head, StoreError> {
    table::head_of(unit, unit.record()).await
}

/// How old the person of a screening is, as it was saved last.
pub(crate) async fn age_of(work: &Work, screening: Id) -> Result<AgeBand, StoreError> {
    Ok(table::head_of(work, screening).await?.age)
}

/// `ReadScreening`: all of it but the elements by Law 28.
pub async fn read_screening(unit: &Unit<ReadScreening>) -> Result<Opened, ScreeningError> {
    let screening = unit.record();
    Ok(Opened {
        head: table::head_of(unit, screening).await?,
        talk: table::latest(unit, screening).await?,
        decisions: table::decisions(unit, screening).await?,
    })
}

/// The screenings that grew from a report of this unit, the latest first.
pub(crate) async fn of_report(work: &Work, report: Id) -> Result<Vec<Head>, StoreError> {
    table::of_report(work, report).await
}

/// Which screenings are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those with this short code, whatever else is wanted.
    pub code: Option<ShortCode>,
    /// Those in this state.
    pub state: Option<State>,
    /// Those begun before this one.
    pub after: Option<(Moment, Id)>,
}

/// `ListScreenings`: a page of those that this actor may see; what is shown is written down.
pub async fn list_screenings(
    unit: &Unit<ListScreenings>,
    scope: &Scope<ListScreenings>,
    wanted: &Wanted,
) -> Result<Page<Head>, StoreError> {
    let limit = one_more(PAGE);
    let heads = if let Some(code) = &wanted.code {
        table::by_code(unit, scope, code, limit).await?
    } else {
        let window = table::window(wanted.after, limit, wanted.state);
        table::list(unit, scope, &window).await?
    };
    Ok(unit
        .page(heads, PAGE, |head| (head.begun, head.record))
        .await)
}

/// `ListScreenings`: no more than so many of those in a state, all of which count as shown.
pub(super) async fn first_screenings(
    unit: &Unit<ListScreenings>,
    scope: &Scope<ListScreenings>,
    state: State,
    most: i64,
) -> Result<Vec<Head>, StoreError> {
    let window = table::window(None, most, Some(state));
    let heads = table::list(unit, scope, &window).await?;
    unit.show(&heads, |head| head.record).await;
    Ok(heads)
}

/// `ListScreenings`: those that are handed in, and that nobody who could decide has yet.
pub(super) async fn untaken(
    unit: &Unit<ListScreenings>,
    scope: &Scope<ListScreenings>,
    most: i64,
) -> Result<Vec<Head>, StoreError> {
    let window = table::window(None, most, Some(State::HandedIn));
    let heads = table::untaken(unit, scope, &window).await?;
    unit.show(&heads, |head| head.record).await;
    Ok(heads)
}
