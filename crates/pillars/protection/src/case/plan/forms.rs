use access::Actor;
use access::action::WriteCase;
use page::{About, App, Choice, Field, Form, FormAbout, Frame, Problem};
use record::Id;
use store::Unit;
use vault::Plain;

use super::{Recognition, Served, duties};
use crate::case::CaseError;
use crate::case::actions::{Writing, write_case};
use crate::case::forms::{BACK_TO, today, when};
use crate::report::when::Day;

/// The longest text, in letters.
const LONGEST: usize = 6000;
/// The longest line.
const LINE: usize = 200;

const BACK: (&str, &str) = ("plan", "plan-back-to");

page::fields! {
    /// A goal of the person's own.
    pub(crate) struct Aiming {
        /// In their own words.
        pub told: Plain<String> = area("plan-goal", "plan-goal-hint", "error-write", LONGEST, 4),
    }
}

impl FormAbout for Aiming {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "plan-goal-title",
        lead: "plan-goal-lead",
        send: "plan-goal-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        let writing = Writing::Goal(self.told.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

page::fields! {
    /// How far a service is.
    pub(crate) struct Serving {
        /// Which duty of the State.
        pub duty: String = select("plan-duty", "", "error-choose"),
        /// How far.
        pub served: Served = choice("plan-served", "plan-served-hint", "error-choose"),
        /// On which day.
        pub day: Day = select("case-happened", "", "error-choose"),
        /// By whom, with what outcome.
        pub told: Option<Plain<String>> = may area("plan-served-text", "case-no-name", LONGEST, 3),
    }
}

impl FormAbout for Serving {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "plan-serve-title",
        lead: "plan-serve-lead",
        send: "plan-serve-send",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, _: &Actor, _: Id, form: Form) -> Result<Form, Problem> {
        Ok(today(app, form))
    }

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        if field.name != "duty" {
            return when(field, frame, BACK_TO);
        }
        let duty = |duty: &super::Duty| Choice::named(&*duty.key, duty.words(frame.language));
        duties().iter().map(duty).collect()
    }

    async fn act(&self, unit: &Unit<WriteCase>) -> Result<(), CaseError> {
        let duty = duties().iter().find(|duty| duty.key == self.duty);
        let duty = duty.ok_or(CaseError::NoDuty)?;
        let writing = Writing::Service(duty, self.served, self.day.begins(), self.told.clone());
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}

page::fields! {
    /// A step of a judge's recognition.
    pub(crate) struct Recognising {
        /// Which.
        pub step: Recognition = choice("plan-recognition", "plan-recognition-hint", "error-choose"),
        /// The court.
        pub court: Plain<String> = text("plan-court", "", "error-write", LINE),
        /// The number of its decision.
        pub number: Option<Plain<String>> = may text("plan-number", "plan-number-hint", LINE),
        /// On which day.
        pub day: Day = select("case-happened", "", "error-choose"),
    }
}

impl FormAbout for Recognising {
    type Action = WriteCase;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "plan-recognise-title",
        lead: "plan-recognise-lead",
        send: "plan-recognise-send",
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
        let number = self.number.clone();
        let day = self.day.begins();
        let writing = Writing::Recognition(self.step, day, self.court.clone(), number);
        write_case(unit, &writing, &self.form_key).await.map(drop)
    }
}
