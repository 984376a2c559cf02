//! The forms of a case, each as a list of fields.

use std::str::FromStr;

use access::Actor;
use access::action::{ChangeTeam, CloseCase, ListMembers, ReassignCase, ReopenCase, WriteCase};
use clock::AgeBand;
use page::{
    About, App, Choice, Field, Form, FormAbout, Frame, Lists, Message, NotAnAnswer, Problem,
    governorates,
};
use people::member::{MemberError, list_members};
use record::{Id, Language, Role};
use store::Unit;
use vault::Plain;

use super::actions::{Writing, close_case, reopen_case, write_case};
use super::team::{Change, change_team, reassign_case};
use super::{Because, CaseError, Need};
use crate::reader::store::fit_members;
use crate::report::when::{Day, Hour, days, hours};

/// The longest text, in letters.
const LONGEST: usize = 6000;
/// The longest line.
const LINE: usize = 300;
/// For how many days ahead something is planned at most, today among them.
const AHEAD: i64 = 60;
/// How many days back something happened at most, today among them.
pub(super) const BACK_TO: i64 = -60;

pub(super) const BACK: (&str, &str) = ("case", "case-back-to");

/// Which of those who were counted somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// This one.
    Counted(Id),
    /// None of them.
    Nobody,
}

/// The code of whoever was not counted.
pub(super) const NOBODY: &str = "none";

impl FromStr for Head {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        if code == NOBODY {
            return Ok(Self::Nobody);
        }
        code.parse().map(Self::Counted).map_err(|_| NotAnAnswer)
    }
}

page::fields! {
    /// What opens a case.
    pub(crate) struct Beginning {
        /// How old the person is.
        pub age: AgeBand = choice("case-age", "case-age-hint", "error-choose"),
        /// Which of those who were counted.
        pub head: Option<Head> = may select("case-head", "case-head-hint"),
        /// Whether it is the child who was seen.
        pub seen: bool = tick("case-seen", "case-seen-hint"),
        /// Where, if no report says it.
        pub governorate: Option<String> = may select("case-where", ""),
        /// What they need.
        pub needs: Vec<Need> = may several("case-needs", "case-needs-hint"),
    }
}

/// The lists of the form that opens a case.
pub(super) fn opening_options(field: &Field, language: Language) -> Vec<Choice> {
    match field.name {
        "governorate" => governorates(language),
        "needs" => Choice::all::<Need>(language),
        _ => field.options(&language),
    }
}

page::fields! {
    /// What is needed now.
    pub(crate) struct Needing {
        /// What.
        pub needs: Vec<Need> = may several("case-needs", "case-needs-hint"),
    }
}

impl FormAbout for Needing {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-needs-title",
        lead: "case-needs-lead",
        send: "case-needs-send",
        back: BACK,
        onward: None,
    };

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        opening_options(field, frame.language)
    }

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        let writing = Writing::Needs(self.needs.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

page::fields! {
    /// Something that happened.
    pub(crate) struct Noting {
        /// The day on which it happened.
        pub day: Day = select("case-happened", "case-happened-hint", "error-choose"),
        /// What.
        pub told: Plain<String> = area("case-note-text", "case-no-name", "error-write", LONGEST, 5),
    }
}

impl FormAbout for Noting {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-note-title",
        lead: "case-note-lead",
        send: "case-note-send",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, _: &Actor, _: Id, form: Form) -> Result<Form, Problem> {
        Ok(today(app, form))
    }

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        when(field, frame, BACK_TO)
    }

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        // Of today it is known no better than that it was by now.
        let happened = self.day.begins();
        let writing = Writing::Note(happened, self.told.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

/// Today is chosen unless something else is.
pub(super) fn today(app: &App, form: Form) -> Form {
    if form.errors().is_empty() && form.open("day").is_empty() {
        let today = app.world.now().start_of_local_day();
        return form.put("day", today.micros().to_string());
    }
    form
}

pub(super) fn when(field: &Field, frame: &Frame, count: i64) -> Vec<Choice> {
    match field.name {
        "day" => days(frame, count).collect(),
        "hour" => hours(frame).collect(),
        _ => field.options(&frame.language),
    }
}

page::fields! {
    /// Something to be done.
    pub(crate) struct Tasking {
        /// What.
        pub told: Plain<String> = text("case-task-text", "case-no-name", "error-write", LINE),
        /// By which day.
        pub day: Day = select("case-task-day", "", "error-choose"),
    }
}

impl FormAbout for Tasking {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-task-title",
        lead: "case-task-lead",
        send: "case-task-send",
        back: BACK,
        onward: None,
    };

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        when(field, frame, AHEAD)
    }

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        // A day is over when it is over.
        let due = self.day.begins().plus_seconds(24 * 3600 - 1);
        let writing = Writing::Task(due, self.told.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

page::fields! {
    /// The press that says that a task is done.
    pub(crate) struct Finishing {
        /// Its number.
        pub task: i64 = unseen(),
    }
}

page::fields! {
    /// The next contact, and how the last one went.
    pub(crate) struct Contacting {
        /// How the last one went.
        pub last: Option<Plain<String>> = may area("case-contact-last", "case-contact-last-hint", LONGEST, 3),
        /// The day of the next one.
        pub day: Day = select("case-contact-day", "", "error-choose"),
        /// The hour.
        pub hour: Hour = select("case-contact-hour", "", "error-choose"),
        /// How it is safe.
        pub how: Plain<String> = area("case-contact-how", "case-contact-how-hint", "error-write", LONGEST, 3),
    }
}

impl FormAbout for Contacting {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-contact-title",
        lead: "case-contact-lead",
        send: "case-contact-send",
        back: BACK,
        onward: None,
    };

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        when(field, frame, AHEAD)
    }

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        let next = self.day.at(self.hour);
        let writing = Writing::Contact(next, self.how.clone(), self.last.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

page::fields! {
    /// A case is closed.
    pub(crate) struct Closing {
        /// Why.
        pub because: Because = choice("case-because", "case-because-hint", "error-choose"),
        /// What else is to be known.
        pub told: Option<Plain<String>> = may area("case-close-text", "case-no-name", LONGEST, 4),
    }
}

impl FormAbout for Closing {
    type Action = CloseCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-close-title",
        lead: "case-close-lead",
        send: "case-close-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<CloseCase>) -> Result<(), CaseError> {
        close_case(unit, self.because, self.told.as_ref(), &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// A case is opened again.
    pub(crate) struct Reopening {
        /// Why.
        pub told: Plain<String> = area("case-reopen-text", "case-no-name", "error-write", LONGEST, 3),
    }
}

impl FormAbout for Reopening {
    type Action = ReopenCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-reopen-title",
        lead: "case-reopen-lead",
        send: "case-reopen-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<ReopenCase>) -> Result<(), CaseError> {
        reopen_case(unit, &self.told, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Who comes to the team or leaves it.
    pub(crate) struct Changing {
        /// Who.
        pub who: Id = pick("case-team-who", "", "error-choose"),
        /// Which.
        pub change: Change = choice("case-change", "", "error-choose"),
    }
}

impl FormAbout for Changing {
    type Action = ChangeTeam;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-team-title",
        lead: "case-team-lead",
        send: "case-team-send",
        back: BACK,
        onward: None,
    };

    async fn lists(app: &App, actor: &Actor, _: Id, language: Language) -> Result<Lists, Problem> {
        Ok(vec![("who", colleagues(app, actor, language).await?)])
    }

    async fn act(&self, unit: &Unit<ChangeTeam>) -> Result<(), CaseError> {
        change_team(unit, self.who, self.change, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Who answers for a case from now on.
    pub(crate) struct HandingOn {
        /// Who.
        pub who: Id = pick("case-hand-who", "", "error-choose"),
    }
}

impl FormAbout for HandingOn {
    type Action = ReassignCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-hand-title",
        lead: "case-hand-lead",
        send: "case-hand-send",
        back: BACK,
        onward: None,
    };

    async fn lists(app: &App, actor: &Actor, _: Id, language: Language) -> Result<Lists, Problem> {
        Ok(vec![("who", colleagues(app, actor, language).await?)])
    }

    async fn act(&self, unit: &Unit<ReassignCase>) -> Result<(), CaseError> {
        reassign_case(unit, self.who, &self.form_key)
            .await
            .map(drop)
    }
}

/// Those of the reader's own desk who could be on a case: by role, and by name for whoever may see names.
async fn colleagues(app: &App, actor: &Actor, language: Language) -> Result<Vec<Choice>, Problem> {
    let desk = actor.member().map_or(Id::NONE, |member| member.org);
    let fit = app
        .store
        .read_clear(|look| async move { fit_members(&*look, desk).await })
        .await?;
    let named = if app.store.gate().ever::<ListMembers>(actor) {
        list_members(&app.store, actor, Some(desk))
            .await
            .map_err(|error| match error {
                MemberError::Store(error) => error.into(),
                _ => Problem::NotThere,
            })?
    } else {
        Vec::new()
    };
    let fit = fit.into_iter().filter(|fit| fit.role != Role::Responder);
    let choice = |fit: crate::reader::store::Fit| {
        let role = format!("role-{}", fit.role.code());
        let role = Message::new(language, role).to_string();
        let listed = named
            .iter()
            .find(|one| one.membership.account == fit.account);
        let name = listed.and_then(|listed| listed.name.as_ref());
        let label = super::rules::called(name, &role, &record::short_code(fit.account));
        Choice::named(fit.account.to_string(), label)
    };
    Ok(fit.map(choice).collect())
}
