//! The clocks of a child that somebody of the team starts by name, T4 to T13 (`children.md` 1): when the
//! first ends is counted from what happened, and not from when it is written.

use access::Actor;
use access::action::BeginClock;
use clock::{AgeBand, Begun, Code, Fact, NewClock, begin_clock};
use page::{About, App, Choice, Field, Form, FormAbout, Frame, Problem};
use record::Id;
use store::Unit;

use super::forms::{BACK, BACK_TO, today, when};
use super::team::join_person;
use super::{CaseError, Done, store as table};
use crate::report::when::{Day, Hour};

record::codes! {
    /// What is known of a child that changes when a clock is due.
    Known labelled "clock-known" {
        UnderFive = "under_five",
        Urgent = "urgent",
        SexualViolence = "sexual_violence",
        InterimPlace = "interim_place",
    }
}

impl Known {
    const fn fact(self) -> Fact {
        match self {
            Self::UnderFive => Fact::UnderFive,
            Self::Urgent => Fact::Urgent,
            Self::SexualViolence => Fact::SexualViolence,
            Self::InterimPlace => Fact::InterimPlace,
        }
    }
}

page::fields! {
    /// A clock that somebody starts.
    pub(crate) struct Starting {
        /// Which.
        pub what: Code = select("clock-what", "", "error-choose"),
        /// Why.
        pub why: Begun = choice("clock-begun", "", "error-choose"),
        /// On which day that began from which it is counted.
        pub day: Day = select("clock-begin-day", "clock-begin-day-hint", "error-choose"),
        /// At which hour.
        pub hour: Hour = select("clock-begin-hour", "", "error-choose"),
        /// What else is known.
        pub known: Vec<Known> = may several("clock-known", "clock-known-hint"),
        /// On which day the violence happened, where a check is counted from that.
        pub act: Option<Day> = may select("clock-begin-act", "clock-begin-act-hint"),
    }
}

impl FormAbout for Starting {
    type Action = BeginClock;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "clock-begin-title",
        lead: "clock-begin-lead",
        send: "clock-begin-send",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, _: &Actor, _: Id, form: Form) -> Result<Form, Problem> {
        Ok(today(app, form))
    }

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        let language = frame.language;
        match field.name {
            "what" => {
                let named = Code::ALL.iter().filter(|code| code.is_by_name());
                named
                    .map(|code| Choice::labelled(language, code.code(), code.key()))
                    .collect()
            }
            "known" => Choice::all::<Known>(language),
            "act" => crate::report::when::days(frame, BACK_TO).collect(),
            _ => when(field, frame, BACK_TO),
        }
    }

    async fn act(&self, unit: &Unit<BeginClock>) -> Result<(), CaseError> {
        let facts: Vec<Fact> = self.known.iter().map(|known| known.fact()).collect();
        let starting = Start {
            code: self.what,
            why: self.why,
            since: self.day.at(self.hour),
            act: self.act.map(Day::begins),
            facts,
        };
        start(unit, &starting, &self.form_key).await.map(drop)
    }
}

/// A clock that somebody starts.
#[derive(Clone, Debug)]
pub struct Start {
    /// Which.
    pub code: Code,
    /// Why.
    pub why: Begun,
    /// When that began from which it is counted.
    pub since: record::Moment,
    /// When the violence happened.
    pub act: Option<record::Moment>,
    /// What else is known.
    pub facts: Vec<Fact>,
}

/// `BeginClock`: a clock of the child of a case, for whoever is on the case. An adult has none.
pub async fn start(
    unit: &Unit<BeginClock>,
    starting: &Start,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, case).await?;
    if head.age == AgeBand::Adult {
        return Err(CaseError::NoChild);
    }
    let person = join_person(unit, case).await?;
    let (guard, _) = unit.guard_of(case).await?;
    let governorate = head.governorate.as_deref();
    let new = NewClock {
        code: starting.code,
        subject: person,
        follows: person,
        root: head.root,
        org: guard.org,
        started: starting.since,
        act: starting.act,
        facts: &starting.facts,
        district: None,
        governorate: governorate.and_then(record::governorate),
        age_band: head.age,
    };
    begin_clock(unit, &new, starting.why).await?;
    unit.answer(form_key, "begun").await?;
    Ok(Done::Now)
}
