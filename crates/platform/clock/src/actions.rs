//! What people do about a clock: look at it, answer an alarm, say where the child was seen, say that
//! the person is an adult.

use ::store::{Page, StoreError, Unit, Work, one_more};
use access::action::{
    AnswerAlarm, ConfirmFoundAdult, ListClocks, MarkChildSeen, ProposeFoundAdult, RefuseFoundAdult,
};
use access::{Actor, Scope};
use record::{EventName, Fact, FactName, Id, Moment, PAGE, Relation, Role};

use crate::named::{begin_support, end_support};
use crate::rules::Code;
use crate::run::end;
use crate::store as table;
use crate::{Act, AgeBand, State};

record::codes! {
    /// Why a clock is missed. It goes on all the same.
    Alarm labelled "clock-alarm" {
        /// Whoever was told has taken it.
        Taken = "taken",
        /// The person is being looked for.
        Looking = "looking",
        /// Somebody is on the way.
        OnTheWay = "on_the_way",
        /// A place was asked for, and none is there yet.
        NoPlaceYet = "no_place_yet",
        /// Nobody can be reached safely.
        NotReached = "not_reached",
        /// A body holds the person.
        Held = "held",
        /// Going there now would put the person in danger.
        Unsafe = "unsafe",
        /// The next body was told by voice.
        ToldOn = "told_on",
    }
}

record::codes! {
    /// The kinds of places that are safe for a child (`docs/domain/practice.md` 5). No other is on any list: a
    /// police station, a residency hall, a reform home, an employer's shelter, an unrelated adult.
    Seen labelled "clock-place" {
        /// With kin, and that it is kin was checked.
        Kin = "kin",
        /// With a foster family.
        Foster = "foster",
        /// In a shelter.
        Shelter = "shelter",
        /// In a hospital, with somebody who cares for the child.
        Hospital = "hospital",
        /// In a safe place for the time being: outside the standard, and shown as that.
        Interim = "interim",
    }
}

record::codes! {
    /// On what it is based that a person is an adult.
    Basis labelled "clock-basis" {
        /// A paper was seen.
        Paper = "paper",
        /// The person says so.
        Said = "said",
        /// The family says so.
        Family = "family",
        /// People trained for it looked at the whole person; no X-ray, no examination of the body.
        Assessed = "assessed",
        /// There is nobody: a head of a group was counted twice, or by mistake.
        Miscounted = "miscounted",
    }
}

impl Basis {
    /// Why a clock ends that ends on this basis.
    const fn because(self) -> &'static str {
        match self {
            Self::Miscounted => MISCOUNTED,
            Self::Paper | Self::Said | Self::Family | Self::Assessed => FOUND_ADULT,
        }
    }
}

/// Why a clock stopped that was the clock of an adult.
pub const FOUND_ADULT: &str = "found_adult";
/// Why a clock stopped that was the clock of nobody.
pub const MISCOUNTED: &str = "miscounted";

/// Whether a clock that stopped for this reason was no child's.
pub(crate) fn is_of_no_child(because: Option<&str>) -> bool {
    matches!(because, Some(FOUND_ADULT | MISCOUNTED))
}

/// What can go wrong with what people do.
#[derive(Debug, thiserror::Error)]
pub enum ClockError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It has stopped meanwhile.
    #[error("the clock has stopped")]
    Stopped,
    /// The proposal is another one than the form was made from.
    #[error("the form was made from an older proposal")]
    Stale,
    /// It is the only clock of a child of that report: whoever is meant there must have one.
    #[error("no other child of that report has a clock")]
    OnlyChild,
    /// It runs already.
    #[error("the clock runs already")]
    Runs,
    /// It would start with something that did not happen yet.
    #[error("that did not happen yet")]
    Ahead,
    /// What it waits for may not happen yet, by what is known.
    #[error("that may not happen yet")]
    NotYet,
    /// Such a place stops no clock for whoever said it.
    #[error("that place does not stop the clock")]
    NotListed,
}

/// One clock as a list shows it: a code, an age band, a place and hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The clock.
    pub record: Id,
    /// What is to happen by when.
    pub code: Code,
    /// The report from which all of it grew: people speak of it by its short code.
    pub root: Id,
    /// When it started.
    pub started: Moment,
    /// When it is due.
    pub due: Moment,
    /// The governorate's P-code, where it is known.
    pub governorate: Option<String>,
    /// How old the person is.
    pub age_band: AgeBand,
    /// How it stands.
    pub state: State,
    /// Why it stopped, as a code.
    pub because: Option<String>,
    /// On what a proposal is based that waits for a supervisor.
    pub basis: Option<Basis>,
}

impl Line {
    /// Whether it waits for a supervisor's word that it is no child's.
    pub fn is_proposed(&self) -> bool {
        self.basis.is_some() && !is_of_no_child(self.because.as_deref())
    }

    /// Whether it can turn out to be no child's: it runs, or ended by what somebody saw.
    fn may_be_of_no_child(&self) -> bool {
        self.code == Code::T1 && !is_of_no_child(self.because.as_deref())
    }

    /// Whether it stopped at a place outside the standard.
    pub fn is_outside_standard(&self) -> bool {
        self.because.as_deref() == Some(Seen::Interim.code())
    }
}

/// Something that was done about a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Moment,
    /// What.
    pub act: Act,
    /// The reason or whoever was told, as a code.
    pub code: String,
    /// When the clock was due then.
    pub due: Moment,
}

/// Which clocks are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only those that run, or only those missed.
    pub state: Option<State>,
    /// Only those of this code.
    pub code: Option<Code>,
    /// Those due after this one.
    pub after: Option<(Moment, Id)>,
}

/// `ListClocks`: a page of the clocks that this actor may see; what is shown is written down.
pub async fn list_clocks(
    unit: &Unit<ListClocks>,
    scope: &Scope<ListClocks>,
    wanted: &Wanted,
) -> Result<Page<Line>, StoreError> {
    if wanted.code.is_some_and(|code| code != Code::T1) {
        return table::some(unit, scope, wanted, one_more(PAGE)).await;
    }
    let lines = table::list(unit, scope, wanted, one_more(PAGE)).await?;
    Ok(unit.page(lines, PAGE, |line| (line.due, line.record)).await)
}

/// `ListClocks`: no more than so many of the first lines, all of which count as shown.
pub async fn first_clocks(
    unit: &Unit<ListClocks>,
    scope: &Scope<ListClocks>,
    wanted: &Wanted,
    most: i64,
) -> Result<Vec<Line>, StoreError> {
    let lines = table::list(unit, scope, wanted, most).await?;
    unit.show(&lines, |line| line.record).await;
    Ok(lines)
}

/// `ListClocks` of one clock: its line, and what was done about it.
pub async fn one_clock(unit: &Unit<ListClocks>) -> Result<(Line, Vec<Done>), StoreError> {
    let clock = unit.record();
    Ok((
        table::line(unit, clock).await?,
        table::acts(unit, clock).await?,
    ))
}

/// `AnswerAlarm`: why it is missed. It silences nothing: the clock goes on, and so does whoever is
/// still to be told.
pub async fn answer_alarm(
    unit: &Unit<AnswerAlarm>,
    why: Alarm,
    form_key: &str,
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let line = unstopped(unit, unit.record()).await?;
    table::insert_act(unit, line.record, Act::Answered, why.code(), line.due).await?;
    unit.reason(why.code()).await;
    emit(unit, EventName::AlarmAnswered, &line, why.code()).await?;
    unit.answer(form_key, "answered").await?;
    Ok(())
}

/// `MarkChildSeen`: a named person, which is who acts, has seen the child in a place of this kind.
/// A shelter says it of itself alone.
pub async fn mark_child_seen(
    unit: &Unit<MarkChildSeen>,
    place: Seen,
    form_key: &str,
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let line = unstopped(unit, unit.record()).await?;
    let of_a_shelter = unit
        .actor()
        .member()
        .is_some_and(|member| member.role == Role::ShelterManager);
    if line.code != Code::T1 || (of_a_shelter && place != Seen::Shelter) {
        return Err(ClockError::NotListed);
    }
    // Whoever sees the child answers a word that is older.
    table::set_basis(unit, line.record, None).await?;
    end(unit, line.record, line.due, place.code()).await?;
    begin_support(unit, line.record).await?;
    unit.fact(&safe(&line, place, unit.now())).await?;
    unit.reason(place.code()).await;
    emit(unit, EventName::ChildSeen, &line, place.code()).await?;
    unit.answer(form_key, "seen").await?;
    Ok(())
}

/// A child was seen in a safe place, as it is counted: the hours since the clock started.
fn safe(line: &Line, place: Seen, at: Moment) -> Fact {
    let governorate = line.governorate.as_deref().and_then(record::governorate);
    Fact {
        what: FactName::ChildSafe,
        subject: line.record,
        record: line.record,
        at,
        since: Some(line.started),
        governorate: governorate.map(|place| place.code.as_str()),
        sex: None,
        age: Some(line.age_band.code()),
        code: Some(place.code()),
    }
}

/// `ProposeFoundAdult`: the person is an adult, or a head of a group is nobody, on this basis. A supervisor
/// has the last word. It can be said of a child who was seen, too.
pub async fn propose_found_adult(
    unit: &Unit<ProposeFoundAdult>,
    basis: Basis,
    form_key: &str,
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let line = table::line(unit, unit.record()).await?;
    if !line.may_be_of_no_child() {
        return Err(ClockError::Stopped);
    }
    if basis == Basis::Miscounted {
        must_be_one_of_several(unit, &line).await?;
    }
    table::set_basis(unit, line.record, Some(basis)).await?;
    table::insert_act(unit, line.record, Act::Proposed, basis.code(), line.due).await?;
    if let Actor::Person(member) = unit.actor() {
        unit.grant(line.record, member.account, Relation::Proposer, None, None)
            .await?;
    }
    unit.reason(basis.code()).await;
    emit(unit, EventName::FoundAdultProposed, &line, basis.code()).await?;
    unit.answer(form_key, "proposed").await?;
    Ok(())
}

/// `ConfirmFoundAdult`: another person, who supervises, agrees with the proposal as it was shown.
pub async fn confirm_found_adult(
    unit: &Unit<ConfirmFoundAdult>,
    seen: i64,
    form_key: &str,
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let (line, basis) = proposed(unit, unit.record(), seen).await?;
    if basis == Basis::Miscounted {
        must_be_one_of_several(unit, &line).await?;
    }
    let because = basis.because();
    end(unit, line.record, line.due, because).await?;
    end_support(unit, line.record, because).await?;
    unit.reason(because).await;
    emit(unit, EventName::FoundAdult, &line, because).await?;
    unit.answer(form_key, because).await?;
    Ok(())
}

/// `RefuseFoundAdult`: whoever supervises does not agree with the proposal as it was shown. The person stays
/// a child, and the clock as it is.
pub async fn refuse_found_adult(
    unit: &Unit<RefuseFoundAdult>,
    seen: i64,
    form_key: &str,
) -> Result<(), ClockError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(());
    }
    let (line, basis) = proposed(unit, unit.record(), seen).await?;
    table::set_basis(unit, line.record, None).await?;
    if line.state == State::Stopped {
        // A child who was seen waits for nobody any more.
        unit.set_waits(line.record, None).await?;
    }
    unit.end_grant(line.record, Relation::Proposer, None)
        .await?;
    table::insert_act(unit, line.record, Act::Refused, basis.code(), line.due).await?;
    unit.reason(basis.code()).await;
    unit.answer(form_key, "refused").await?;
    Ok(())
}

/// A clock with the proposal that waits for a second person, if it is the one that was shown.
async fn proposed(work: &Work, clock: Id, seen: i64) -> Result<(Line, Basis), ClockError> {
    let line = table::line(work, clock).await?;
    if !line.may_be_of_no_child() {
        return Err(ClockError::Stopped);
    }
    let basis = line.basis.ok_or(ClockError::Stale)?;
    if proposals(&table::acts(work, line.record).await?) != seen {
        return Err(ClockError::Stale);
    }
    Ok((line, basis))
}

/// Only a head of a group can be nobody, and not the last child of its report.
async fn must_be_one_of_several(work: &Work, line: &Line) -> Result<(), ClockError> {
    let (subject, follows) = table::place_of(work, line.record).await?;
    if subject == follows {
        return Err(ClockError::NotListed);
    }
    if table::is_only_child(work, line.root).await? {
        return Err(ClockError::OnlyChild);
    }
    Ok(())
}

/// How often it was proposed that the person is an adult: the version of a form that confirms it.
pub fn proposals(acts: &[Done]) -> i64 {
    let proposed = acts.iter().filter(|done| done.act == Act::Proposed);
    i64::try_from(proposed.count()).unwrap_or(i64::MAX)
}

/// The states of the moment that rows about one clock ask for, as they are for this actor. What
/// place somebody names is not among them.
pub async fn moment_of(
    store: &::store::Store,
    actor: &Actor,
    clock: Id,
) -> Result<Vec<&'static str>, StoreError> {
    let org = actor.member().map_or(Id::NONE, |member| member.org);
    store
        .read_clear(|look| async move { table::moment_of(&look, clock, org).await })
        .await
}

pub(crate) async fn unstopped(work: &Work, clock: Id) -> Result<Line, ClockError> {
    let line = table::line(work, clock).await?;
    if line.state == State::Stopped {
        return Err(ClockError::Stopped);
    }
    Ok(line)
}

async fn emit(work: &Work, name: EventName, line: &Line, code: &str) -> Result<(), StoreError> {
    work.emit(name, line.record, line.root, Some(code)).await
}
