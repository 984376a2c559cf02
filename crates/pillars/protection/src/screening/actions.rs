//! Asking: a screening begins, answers are saved, the front line hands it in, somebody reads it.

use access::action::{AnswerScreening, ListScreenings, ReadReport, ReadScreening, StartScreening};
use access::{Member, Scope};
use clock::AgeBand;
use record::{Id, Kind, Moment, PAGE, Relation, Root, Sensitivity, ShortCode};
use store::{NewRecord, StoreError, Unit, Work, one_more};

use super::rule::propose;
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
    /// How old the person is, as far as anybody knows.
    pub age: AgeBand,
    /// What the person themself says to being talked with.
    pub to_talk: Agreed,
    /// What the person themself says to its being written down.
    pub to_write: Agreed,
    /// The form's one-time key.
    pub form_key: String,
}

/// `StartScreening`: nothing is kept unless the person themself agreed to both.
pub async fn start_screening(
    unit: &Unit<StartScreening>,
    starting: &Starting,
) -> Result<Id, ScreeningError> {
    if let Some(before) = unit.answered(&starting.form_key).await? {
        return before.parse().map_err(|_| StoreError::Absent.into());
    }
    if starting.to_talk != Agreed::Yes || starting.to_write != Agreed::Yes {
        return Err(ScreeningError::NotAgreed);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?.clone();
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
    unit.answer(&starting.form_key, &screening.to_string())
        .await?;
    Ok(screening)
}

/// A report of the worker's desk, for somebody who stands before it.
async fn at_desk(
    unit: &Unit<StartScreening>,
    member: &Member,
    starting: &Starting,
) -> Result<Id, ScreeningError> {
    let place = starting.governorate.as_deref();
    let place = place.and_then(record::governorate);
    let new = AtDesk {
        org: member.org,
        owner: Some(member.account),
        governorate: &place.ok_or(ScreeningError::UnknownPlace)?.code,
        minor: match starting.age {
            AgeBand::Child => YesNoUnknown::Yes,
            AgeBand::Unknown => YesNoUnknown::Unknown,
            AgeBand::Adult => YesNoUnknown::No,
        },
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
    let (desk, holders) = table::answer_for(unit, report).await?;
    unit.create(NewRecord {
        record: screening,
        kind: Kind::Screening,
        org: desk,
        jurisdiction: place.map(|place| place.jurisdiction),
        sensitivity: Sensitivity::High,
        state: State::Open.code(),
        root: Some(report),
        world: Root::Care,
        keys_for: desk.into_iter().collect(),
    })
    .await?;
    for (holder, relation) in following(holders, member.account) {
        unit.grant(screening, holder, relation, None, None).await?;
    }
    let governorate = governorate.as_deref();
    table::insert(unit, screening, member.account, governorate, starting.age).await?;
    let talk = Talk::begun(starting.to_talk, starting.to_write, starting.age);
    table::save(unit, screening, 0, member, &talk, false).await?;
    be_safe(unit, report, starting.age).await?;
    Ok(screening)
}

/// A child, or somebody who may be one, must be safe soon: the clock runs on the report, once.
async fn be_safe(work: &Work, report: Id, age: AgeBand) -> Result<(), StoreError> {
    let desk = table::answer_for(work, report).await?.0;
    let governorate = table::governorate_of(work, report).await?;
    if let Some(desk) = desk {
        let place = (desk, governorate.as_deref().unwrap_or_default());
        begun::must_be_safe(work, report, place, age).await?;
    }
    Ok(())
}

/// `AnswerScreening`: what was said, whole, in the place of what was saved before, which stays. Made
/// from the saving that was seen.
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
    let talk = Talk {
        to_talk: before.to_talk,
        to_write: before.to_write,
        ..talk.clone()
    };
    let danger = is_danger(&talk);
    table::save(unit, screening, head.revision, member, &talk, danger).await?;
    let gate = unit.store().gate();
    if talk.age != AgeBand::Adult
        && let Ok(permit) = gate.permit::<ReadReport>(unit.actor(), head.root).await
    {
        unit.join(permit).await?;
        be_safe(unit, head.root, talk.age).await?;
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

/// `AnswerScreening`: the front line is done; a caseworker goes on, and it is shut to whoever asked.
pub async fn hand_in(
    unit: &Unit<AnswerScreening>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let screening = unit.record();
    if table::latest(unit, screening).await?.setting.is_none() {
        return Err(ScreeningError::Nothing);
    }
    if !table::move_on(unit, screening, seen).await? {
        return Err(ScreeningError::Stale);
    }
    unit.set_state(screening, State::HandedIn.code()).await?;
    unit.answer(form_key, "handed-in").await?;
    Ok(Done::Now)
}

/// What was said so far, for whoever asks: nothing of what anybody decided.
pub async fn so_far(unit: &Unit<AnswerScreening>) -> Result<(Head, Talk), ScreeningError> {
    let screening = unit.record();
    Ok((
        table::head_of(unit, screening).await?,
        table::latest(unit, screening).await?,
    ))
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

/// One page of a list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The screenings, the latest first.
    pub heads: Vec<Head>,
    /// Where the next page begins, if there is one.
    pub next: Option<(Moment, Id)>,
}

/// `ListScreenings`: a page of those that this actor may see; what is shown is written down.
pub async fn list_screenings(
    unit: &Unit<ListScreenings>,
    scope: &Scope<ListScreenings>,
    wanted: &Wanted,
) -> Result<Page, StoreError> {
    let limit = one_more(PAGE);
    let mut heads = if let Some(code) = &wanted.code {
        table::by_code(unit, scope, code, limit).await?
    } else {
        let window = table::window(wanted.after, limit, wanted.state);
        table::list(unit, scope, &window).await?
    };
    let next = unit.cut(&mut heads, PAGE, |head| head.record).await;
    let next = next.map(|last| (last.begun, last.record));
    Ok(Page { heads, next })
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

/// What somebody is to a screening by being so to its report.
pub(super) const FOLLOWED: [Relation; 3] = [Relation::Owner, Relation::Team, Relation::Supervising];
