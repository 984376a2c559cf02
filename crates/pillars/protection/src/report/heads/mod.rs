//! A group: raid, checkpoint, flat, workshop. Heads are counted before anybody is asked for a name, by sex,
//! age band and language; each is a person once somebody talks with them. A child who was counted and not
//! seen yet has a clock of their own, since the report was sent (`docs/domain/practice.md` 4).

mod store;

use ::store::{StoreError, Unit, Work};
use access::Actor;
use access::action::{CountHeads, ReadReport};
use clock::AgeBand;
use page::{About, App, Choice, Field, FormAbout, Frame, Lists, Message, Problem};
use record::{Done, Id, Language, Moment};

use super::{ReportError, begun, store as table};
use crate::shelter::language::Spoken;
use crate::shelter::{Age, Sex, who_key};

pub(crate) use store::{STATEMENTS, of};

/// How many are counted at once at most; a larger group is counted by sorts of people.
const MOST: u16 = 99;

/// Somebody who was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The head.
    pub id: Id,
    /// When they were counted.
    pub at: Moment,
    /// Their sex, as it looked.
    pub sex: Sex,
    /// Their age, as it looked.
    pub age: Age,
    /// The language they speak, if somebody knows.
    pub language: Option<Spoken>,
    /// The person, once somebody talked with them.
    pub person: Option<Id>,
    /// The clock of their safety, while nobody talked with them.
    pub clock: Option<Id>,
}

impl Counted {
    /// The message that says who it is, in a word.
    pub(crate) const fn who(&self) -> &'static str {
        who_key(self.sex, self.age)
    }

    /// Whether it can be dropped as counted by mistake: a child's ends on their clock, by two people.
    pub fn is_droppable(&self) -> bool {
        self.age == Age::Adult && self.person.is_none()
    }

    /// The age band.
    pub const fn band(&self) -> AgeBand {
        match self.age {
            Age::Under13 | Age::From13 => AgeBand::Child,
            Age::Unknown => AgeBand::Unknown,
            Age::Adult => AgeBand::Adult,
        }
    }
}

page::fields! {
    /// People of one sort who were counted.
    pub struct Counting {
        /// How many.
        pub count: u16 = count("head-count", "head-count-hint", "head-how-many"),
        /// Their sex.
        pub sex: Sex = choice("head-sex", "head-sex-hint", "error-choose"),
        /// Their age.
        pub age: Age = choice("head-age", "head-age-hint", "error-choose"),
        /// Their language.
        pub language: Option<Spoken> = may select("head-language", ""),
    }
}

impl FormAbout for Counting {
    type Action = CountHeads;
    type Error = ReportError;
    const ABOUT: About = About {
        title: "head-title",
        lead: "head-lead",
        send: "head-send",
        back: ("report", "report-back-to"),
        onward: None,
    };

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        match field.name {
            "language" => Choice::all::<Spoken>(frame.language),
            _ => field.options(&frame.language),
        }
    }

    async fn act(&self, unit: &Unit<CountHeads>) -> Result<(), ReportError> {
        count_heads(unit, self).await.map(drop)
    }
}

page::fields! {
    /// A head that was counted by mistake.
    pub struct Dropping {
        /// Which.
        pub head: Id = select("head-which", "head-which-hint", "error-choose"),
    }
}

impl FormAbout for Dropping {
    type Action = CountHeads;
    type Error = ReportError;
    const ABOUT: About = About {
        title: "head-drop-title",
        lead: "head-drop-lead",
        send: "head-drop-send",
        back: ("report", "report-back-to"),
        onward: None,
    };

    async fn lists(
        app: &App,
        actor: &Actor,
        report: Id,
        language: Language,
    ) -> Result<Lists, Problem> {
        let permit = app.store.gate().permit::<ReadReport>(actor, report).await?;
        let read = app
            .store
            .read(permit, |unit| async move { heads_of(&unit).await });
        let heads = read.await?;
        let adults = heads.iter().filter(|head| head.is_droppable());
        let choice = |head: &Counted| {
            let who = Message::new(language, head.who()).to_string();
            let code = record::short_code(head.id);
            Choice::named(head.id.to_string(), format!("{who} · {code}"))
        };
        Ok(vec![("head", adults.map(choice).collect())])
    }

    async fn act(&self, unit: &Unit<CountHeads>) -> Result<(), ReportError> {
        if unit.answered(&self.form_key).await?.is_some() {
            return Ok(());
        }
        if !store::drop_head(unit, unit.record(), self.head).await? {
            return Err(ReportError::NoHead);
        }
        unit.answer(&self.form_key, "dropped").await?;
        Ok(())
    }
}

/// `ReadReport`: who was counted of a report.
pub async fn heads_of(unit: &Unit<ReadReport>) -> Result<Vec<Counted>, StoreError> {
    of(unit, unit.record()).await
}

/// `CountHeads`: so many of one sort. The clock of a child's safety passes from the report to the first
/// child who is counted, and each further child has one of their own.
async fn count_heads(unit: &Unit<CountHeads>, counting: &Counting) -> Result<Done, ReportError> {
    if unit.answered(&counting.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    if !(1..=MOST).contains(&counting.count) {
        return Err(ReportError::HowMany);
    }
    let report = unit.record();
    let head = table::head_of(unit, report).await?;
    let desk = unit.answering(report).await?.desk;
    let desk = desk.ok_or(StoreError::Absent)?;
    for _ in 0..counting.count {
        let counted = Counted {
            id: unit.id(),
            at: unit.now(),
            sex: counting.sex,
            age: counting.age,
            language: counting.language,
            person: None,
            clock: None,
        };
        store::insert(unit, report, &counted).await?;
        let place = (desk, head.governorate.as_deref().unwrap_or_default());
        begun::head_must_be_safe(unit, (report, counted.id), place, counted.band()).await?;
    }
    unit.answer(&counting.form_key, "counted").await?;
    Ok(Done::Now)
}

/// Somebody talks with a head: from now on it is this person.
pub(crate) async fn becomes(work: &Work, head: Id, person: Id) -> Result<bool, StoreError> {
    store::becomes(work, head, person).await
}
