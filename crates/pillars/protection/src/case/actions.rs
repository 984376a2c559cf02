//! What is done with a case: it is opened, written in, closed and opened again.

use access::action::{
    CloseCase, ListCases, OpenCase, ReadCase, ReadConsents, ReadReport, ReadScreening, ReopenCase,
    WriteCase,
};
use access::{Action, Scope};
use clock::{AgeBand, Code};
use record::{Id, Kind, Moment, PAGE, Relation, Root, Sensitivity, ShortCode};
use store::{Answering, NewRecord, Page, StoreError, Unit, Window, Work, one_more};
use vault::Plain;

use super::plan::{self, Duty, Recognition, Served};
use super::store::{Begun, Entering, Waiting, Waits};
use super::{Because, CaseError, Done, Head, Need, Opened, State, What, store as table};
use crate::person::{self, NewPerson, PersonError};
use crate::reader::YesNoUnknown;
use crate::report::begun::{self, AtDesk};
use crate::report::heads;
use crate::screening::actions::age_of;

/// What opens a case.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The report it grows from; one of the worker's desk is made where there is none.
    pub report: Option<Id>,
    /// The head that was counted of that report, with whom somebody talks now.
    pub head: Option<Id>,
    /// Whether this is the child of the report who was seen in a safe place.
    pub is_seen: bool,
    /// The screening of that person, which says from which report it grows.
    pub screening: Option<Id>,
    /// Where that is, if there is neither.
    pub governorate: Option<String>,
    /// How old the person is.
    pub age: AgeBand,
    /// What they need.
    pub needs: Vec<Need>,
    /// The form's one-time key.
    pub form_key: String,
}

/// `OpenCase`: a code, a place, an age and needs, and no name. Whoever opens it answers for it.
pub async fn open_case(unit: &Unit<OpenCase>, opening: &Opening) -> Result<Id, CaseError> {
    if let Some(before) = unit.answered(&opening.form_key).await? {
        return before.parse().map_err(|_| StoreError::Absent.into());
    }
    let report = root_of(unit, opening).await?;
    if let Some(screening) = opening.screening
        && table::has_case(unit, screening).await?
    {
        return Err(CaseError::Screened);
    }
    let mut said = AgeBand::Adult;
    if let Some(screening) = opening.screening {
        said = age_of(unit, screening).await?;
    }
    if let Some(head) = opening.head {
        // A head is counted of one report, and is a case of that one alone.
        let counted = heads::of(unit, report).await?;
        let mut counted = counted.iter();
        let counted = counted.find(|one| one.id == head && one.person.is_none());
        said = counted.ok_or(CaseError::Counted)?.band();
    }
    // That somebody who counts as a child is grown up takes two people, here as well.
    let is_alone = opening.age == AgeBand::Adult && said != AgeBand::Adult;
    let opening = &Opening {
        age: if is_alone {
            AgeBand::Unknown
        } else {
            opening.age
        },
        ..opening.clone()
    };
    let case = create(unit, report, opening).await?;
    unit.answer(&opening.form_key, &case.to_string()).await?;
    Ok(case)
}

/// The report from which it grows, which the worker reads; one of their desk where they name none.
async fn root_of(unit: &Unit<OpenCase>, opening: &Opening) -> Result<Id, CaseError> {
    let gate = unit.store().gate();
    let named = match opening.screening {
        None => opening.report,
        Some(screening) => {
            let permit = gate.permit::<ReadScreening>(unit.actor(), screening);
            let permit = permit.await?;
            let report = permit.root();
            unit.join(permit).await?;
            Some(report)
        }
    };
    if let Some(report) = named {
        let permit = gate.permit::<ReadReport>(unit.actor(), report).await?;
        unit.join(permit).await?;
        return Ok(report);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    let place = opening.governorate.as_deref();
    let place = place.and_then(record::governorate);
    let place = place.ok_or(CaseError::UnknownPlace)?;
    let new = AtDesk {
        org: member.org,
        owner: Some(member.account),
        governorate: &place.code,
        minor: YesNoUnknown::is_child(opening.age),
        danger: YesNoUnknown::Unknown,
        sheet: None,
    };
    Ok(begun::begin(unit, &new).await?)
}

async fn create(unit: &Unit<OpenCase>, report: Id, opening: &Opening) -> Result<Id, CaseError> {
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    let reported = table::reported(unit, report).await?;
    let desk = reported.desk.ok_or(StoreError::Absent)?;
    let case = unit.id();
    unit.create(NewRecord {
        record: case,
        kind: Kind::Case,
        org: Some(desk),
        jurisdiction: reported.jurisdiction,
        sensitivity: Sensitivity::High,
        state: State::Open.code(),
        root: Some(report),
        world: Root::Care,
        keys_for: vec![desk],
    })
    .await?;
    let Answering { holders, .. } = unit.answering(report).await?;
    let supervises = holders.into_iter();
    let supervises = supervises.filter(|(_, relation)| *relation == Relation::Supervising);
    let own = [Relation::Owner, Relation::Team].map(|relation| (member.account, relation));
    let holders: Vec<_> = supervises.chain(own).collect();
    for (holder, relation) in &holders {
        unit.grant(case, *holder, *relation, None, None).await?;
    }
    let new = NewPerson {
        report,
        case,
        org: desk,
        jurisdiction: reported.jurisdiction,
        age: opening.age,
        holders: &holders,
    };
    let person = person::begin(unit, &new).await?;
    let governorate = reported.governorate.as_deref();
    let begun = Begun {
        person,
        screening: opening.screening,
        governorate,
        age: opening.age,
        needs: &opening.needs,
    };
    table::insert(unit, case, &begun).await?;
    enter(unit, case, What::Opened, None).await?;
    table::settle(unit, case).await?;
    let place = (desk, governorate.unwrap_or_default());
    if let Some(head) = opening.head
        && !heads::becomes(unit, head, person).await?
    {
        return Err(CaseError::Counted);
    }
    let of = (report, opening.head, person);
    begun::person_must_be_safe(unit, of, opening.is_seen, place, opening.age).await?;
    Ok(case)
}

/// Enters what happens now.
pub(super) async fn enter(
    work: &Work,
    case: Id,
    what: What,
    told: Option<&Plain<String>>,
) -> Result<(), StoreError> {
    let entering = Entering {
        what,
        happened: work.now(),
        due: None,
        told,
    };
    table::enter(work, case, &entering).await
}

/// `ReadCase`: all of it but the name and the book, which ask for permits of their own.
pub async fn read_case(unit: &Unit<ReadCase>) -> Result<Opened, CaseError> {
    let case = unit.record();
    let (needs, how) = table::sealed(unit, case).await?;
    Ok(Opened {
        head: table::head_of(unit, case).await?,
        needs,
        how,
        entries: table::entries(unit, case).await?,
        team: table::team(unit, case).await?,
    })
}

/// What is beside a case: whether somebody of its report is held, and how their request for a place
/// stands.
pub(crate) struct Beside {
    pub(crate) is_held: bool,
    pub(crate) bed: Option<crate::bed::State>,
    /// Whether the report is about several people, so that nobody knows here whose place that is.
    pub(crate) are_several: bool,
    pub(crate) waits: Waits,
}

/// What stands beside a case, in the unit that reads it.
pub(crate) async fn beside(unit: &Unit<ReadCase>, head: &Head) -> Result<Beside, StoreError> {
    Ok(Beside {
        is_held: table::is_held(unit, head.root).await?,
        bed: table::bed(unit, head.root).await?,
        are_several: table::are_several(unit, head.root).await?,
        waits: table::waits_of(unit, head.record).await?,
    })
}

/// The cases that grew from a report of this unit, the latest first.
pub(crate) async fn of_report(work: &Work, report: Id) -> Result<Vec<Head>, StoreError> {
    table::of_report(work, report).await
}

/// One thing that is written into a case.
#[derive(Clone)]
pub enum Writing {
    /// What is needed now.
    Needs(Vec<Need>),
    /// What happened, and when.
    Note(Moment, Plain<String>),
    /// What is to be done, and by when.
    Task(Moment, Plain<String>),
    /// A task is done; its number.
    Done(i64),
    /// A goal of the person's, in their own words.
    Goal(Plain<String>),
    /// How far a duty of the State is, since when, and what else is to be known.
    Service(&'static Duty, Served, Moment, Option<Plain<String>>),
    /// A step of a judge's recognition: when, which court, the number of its decision.
    Recognition(Recognition, Moment, Plain<String>, Option<Plain<String>>),
    /// The next contact and how it is safe; before it, how the last one went.
    Contact(Moment, Plain<String>, Option<Plain<String>>),
}

/// `WriteCase`: needs, notes, tasks, contacts. What happened is entered with the moment at which it
/// happened, beside the one at which it was entered.
pub async fn write_case(
    unit: &Unit<WriteCase>,
    writing: &Writing,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let now = unit.now();
    match writing {
        Writing::Needs(needs) => table::set_needs(unit, case, needs).await?,
        Writing::Note(happened, told) => {
            happens(unit, case, (What::Note, *happened), told).await?;
        }
        Writing::Task(due, told) => {
            if due.start_of_local_day() < now.start_of_local_day() {
                return Err(CaseError::Past);
            }
            let entering = Entering {
                what: What::Task,
                happened: now,
                due: Some(*due),
                told: Some(told),
            };
            table::enter(unit, case, &entering).await?;
        }
        Writing::Goal(told) => enter(unit, case, What::Goal, Some(told)).await?,
        Writing::Service(duty, served, happened, told) => {
            let told = plan::served_text(&duty.key, *served, told.as_ref());
            happens(unit, case, (What::Service, *happened), &told).await?;
        }
        Writing::Recognition(step, happened, court, number) => {
            if matches!(step, Recognition::Asked | Recognition::Appealed) {
                must_agree_to_a_judge(unit, case).await?;
            }
            let told = plan::recognised_text(*step, court, number.as_ref());
            happens(unit, case, (What::Recognition, *happened), &told).await?;
        }
        Writing::Done(task) => {
            table::done(unit, case, *task).await?;
        }
        Writing::Contact(next, how, last) => {
            if *next <= now {
                return Err(CaseError::Past);
            }
            if last.is_some() {
                enter(unit, case, What::Contact, last.as_ref()).await?;
            }
            table::set_contact(unit, case, Some((*next, how))).await?;
        }
    }
    table::settle(unit, case).await?;
    unit.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// Enters what happened, which is not still to come.
async fn happens(
    unit: &Unit<WriteCase>,
    case: Id,
    (what, happened): (What, Moment),
    told: &Plain<String>,
) -> Result<(), CaseError> {
    if happened > unit.now() {
        return Err(CaseError::Ahead);
    }
    let entering = Entering {
        what,
        happened,
        due: None,
        told: Some(told),
    };
    Ok(table::enter(unit, case, &entering).await?)
}

/// A judge is asked only where the person agreed to it and that consent holds
/// (`docs/domain/practice.md` 17).
async fn must_agree_to_a_judge(unit: &Unit<WriteCase>, case: Id) -> Result<(), CaseError> {
    let person = table::head_of(unit, case).await?.person;
    let gate = unit.store().gate();
    let permit = gate.permit::<ReadConsents>(unit.actor(), person).await?;
    unit.join(permit).await?;
    let book = consent::read(unit, person).await;
    let book = book.map_err(PersonError::from)?;
    let given = book.given(unit.now());
    let mut given = given.iter();
    let holds = given.any(|one| {
        one.consent.purpose == consent::Purpose::Judge && one.live == consent::Live::Yes
    });
    holds.then_some(()).ok_or(CaseError::NoJudge)
}

/// Why the clock of support ends with a case; it goes on where the case does.
pub(crate) const CASE_CLOSED: &str = "case_closed";

/// `CloseCase`: for a reason. Not while a clock runs on the person, somebody is held, or a recipient
/// must be told something; and it ends no stay.
pub async fn close_case(
    unit: &Unit<CloseCase>,
    because: Because,
    told: Option<&Plain<String>>,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, case).await?;
    // Nobody is to be named for a case that ends.
    let person = super::team::join_person(unit, case).await?;
    clock::stop(unit, person, Code::T3, CASE_CLOSED).await?;
    must_be_over(unit, &head).await?;
    let told = super::rules::closing_text(because, told);
    enter(unit, case, What::Closed, Some(&told)).await?;
    table::set_contact(unit, case, None).await?;
    unit.set_state(case, State::Closed.code()).await?;
    table::settle(unit, case).await?;
    unit.answer(form_key, "closed").await?;
    Ok(Done::Now)
}

/// Whether nothing is still to be done: no clock runs on the person, nobody is held, and no recipient must
/// be told something. That nobody is named for a case that ends is no reason to keep it open.
pub(super) async fn must_be_over(work: &Work, head: &Head) -> Result<(), CaseError> {
    // What runs on the report is this person's where the report is about nobody else.
    let of_report = (!table::are_several(work, head.root).await?).then_some(head.root);
    for subject in [Some(head.person), of_report].into_iter().flatten() {
        let running = clock::running_on(work, subject).await?;
        if running.iter().any(|clock| clock.code != Code::T3) {
            return Err(CaseError::ClockRuns);
        }
    }
    if table::is_held(work, head.root).await? {
        return Err(CaseError::Held);
    }
    if table::waits_of(work, head.record).await?.to_tell {
        return Err(CaseError::ToTell);
    }
    Ok(())
}

/// `ReopenCase`: always possible.
pub async fn reopen_case(
    unit: &Unit<ReopenCase>,
    told: &Plain<String>,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    enter(unit, case, What::Reopened, Some(told)).await?;
    unit.end_grant(case, Relation::Proposer, None).await?;
    let person = super::team::join_person(unit, case).await?;
    clock::resume(unit, person, Code::T3, CASE_CLOSED).await?;
    unit.set_state(case, State::Open.code()).await?;
    table::settle(unit, case).await?;
    unit.answer(form_key, "reopened").await?;
    Ok(Done::Now)
}

/// Which cases are wanted among all.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those of this age.
    pub age: Option<AgeBand>,
    /// Those for which this account answers.
    pub mine: Option<Id>,
    /// Those of whom nobody lives in a shelter yet.
    pub no_place: bool,
}

/// Which cases are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those with this short code, whatever else is wanted.
    pub code: Option<ShortCode>,
    /// Those in this state.
    pub state: Option<State>,
    /// Only some of them.
    pub some: Option<Chosen>,
    /// Those due after this one.
    pub after: Option<(Moment, Id)>,
}

/// `ListCases`: a page of those that this actor may see; what is shown is written down.
pub async fn list_cases(
    unit: &Unit<ListCases>,
    scope: &Scope<ListCases>,
    wanted: &Wanted,
) -> Result<Page<Head>, StoreError> {
    let limit = one_more(PAGE);
    let heads = if let Some(code) = &wanted.code {
        table::by_code(unit, scope, code, limit).await?
    } else {
        let window = Window::oldest(wanted.after, limit);
        let window = window.in_state(wanted.state.map(State::code));
        if let Some(some) = &wanted.some {
            return table::list_some(unit, scope, &window, some).await;
        }
        table::list(unit, scope, &window).await?
    };
    Ok(unit.page(heads, PAGE, |head| (head.due, head.record)).await)
}

/// `ListCases`: no more than so many of the open ones that are due until then, all of which count as
/// shown.
pub(super) async fn due_cases(
    unit: &Unit<ListCases>,
    scope: &Scope<ListCases>,
    until: Moment,
    most: i64,
) -> Result<Vec<Head>, StoreError> {
    let window = Window::oldest(None, most).in_state(Some(State::Open.code()));
    let mut heads = table::list(unit, scope, &window).await?;
    heads.retain(|head| head.due <= until);
    unit.show(&heads, |head| head.record).await;
    Ok(heads)
}

/// `ListCases`: those that wait for one thing.
pub(super) async fn waiting_cases(
    unit: &Unit<ListCases>,
    scope: &Scope<ListCases>,
    what: Waiting,
    most: i64,
) -> Result<Vec<Head>, StoreError> {
    let heads = table::waiting(unit, scope, what, most).await?;
    unit.show(&heads, |head| head.record).await;
    Ok(heads)
}

/// Says that others are on a case: on its time line, to whoever follows it.
pub(super) async fn moved<A: Action>(unit: &Unit<A>, case: Id) -> Result<(), CaseError> {
    let head = table::head_of(unit, case).await?;
    enter(unit, case, What::Team, None).await?;
    unit.emit(
        record::EventName::PersonFollows,
        head.person,
        head.root,
        None,
    )
    .await?;
    Ok(table::settle(unit, case).await?)
}
