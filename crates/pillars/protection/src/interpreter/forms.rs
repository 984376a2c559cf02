//! The forms of interpreters, each as a list of fields.

use access::Actor;
use access::action::{ListInterpreters, WriteInterpreter};
use page::{About, App, Cannot as _, Choice, Field, Form, FormAbout, Frame, Problem, governorates};
use record::{Id, Language};
use store::Unit;
use vault::Plain;

use super::actions::{Writing, read_interpreter, write_interpreter};
use super::{Because, Description, InterpreterError, Oath, Opened, Sex, Word};
use crate::shelter::forms::Place;
use crate::shelter::language::{Spoken, codes};

/// The longest text, in letters.
const LONGEST: usize = 1000;

const BACK: (&str, &str) = ("interpreter", "interpreter-back-to");

page::fields! {
    /// An interpreter who is entered, or what their entry says from now on.
    #[derive(Clone)]
    pub(crate) struct Entry {
        /// The revision that was seen; none of a new one.
        pub revision: Option<i64> = may unseen(),
        /// What is spoken.
        pub languages: Vec<Spoken> = several("interpreter-languages", "interpreter-languages-hint", "error-choose"),
        /// Their sex.
        pub sex: Sex = choice("interpreter-sex", "interpreter-sex-hint", "error-choose"),
        /// Where they can come to.
        pub governorate: Place = select("interpreter-where", "", "error-choose"),
        /// The number to call.
        pub number: Plain<String> = phone("interpreter-number", "interpreter-number-hint", "interpreter-number-missing"),
        /// What they have sworn.
        pub oath: Oath = choice("interpreter-oath", "interpreter-oath-hint", "error-choose"),
        /// To whom they are linked.
        pub links: Plain<String> = area("interpreter-links", "interpreter-links-hint", "interpreter-links-missing", LONGEST, 3),
    }
}

impl Entry {
    /// What is said of the interpreter.
    pub(super) fn said(self) -> Description {
        Description {
            languages: codes(&self.languages),
            sex: self.sex,
            governorate: self.governorate.0,
            oath: self.oath,
            number: self.number,
            links: self.links,
        }
    }
}

/// An entry as it stands, for a form that is made from it.
async fn opened(app: &App, actor: &Actor, record: Id) -> Result<Opened, Problem> {
    let gate = app.store.gate();
    let permit = gate.permit::<ListInterpreters>(actor, record).await?;
    let read = app
        .store
        .read(permit, |unit| async move { read_interpreter(&unit).await });
    read.await.map_err(InterpreterError::problem)
}

/// What can be chosen of a field.
pub(super) fn options(field: &Field, language: Language) -> Vec<Choice> {
    match field.name {
        "governorate" => governorates(language),
        "languages" => Choice::all::<Spoken>(language),
        _ => field.options(&language),
    }
}

impl FormAbout for Entry {
    type Action = WriteInterpreter;
    type Error = InterpreterError;
    const ABOUT: About = About {
        title: "interpreter-change-title",
        lead: "interpreter-change-lead",
        send: "interpreter-change",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
        if form.is_filled("revision") {
            return Ok(form);
        }
        let opened = opened(app, actor, record).await?;
        let line = opened.line;
        let spoken = line.languages.split_whitespace().map(str::to_owned);
        let mut form = form
            .put("revision", line.revision.to_string())
            .choose("languages", spoken)
            .put("sex", line.sex.code())
            .put("governorate", line.governorate)
            .put("oath", line.oath.code());
        for (name, value) in [("number", opened.number), ("links", opened.links)] {
            if let Some(value) = value {
                form = form.with(name, value);
            }
        }
        Ok(form)
    }

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        options(field, frame.language)
    }

    async fn act(&self, unit: &Unit<WriteInterpreter>) -> Result<(), InterpreterError> {
        let seen = self.revision.ok_or(InterpreterError::Stale)?;
        let writing = Writing::Change(self.clone().said(), seen);
        write_interpreter(unit, &writing, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Somebody looked at a doubt, and there is nothing to it.
    pub(crate) struct Clearing {
        /// The revision that was seen.
        pub revision: i64 = unseen(),
        /// That they looked.
        pub sure: bool = sure("interpreter-clear-sure", "", "interpreter-clear-missing"),
    }
}

impl FormAbout for Clearing {
    type Action = WriteInterpreter;
    type Error = InterpreterError;
    const ABOUT: About = About {
        title: "interpreter-clear-title",
        lead: "interpreter-clear-lead",
        send: "interpreter-clear",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
        if form.is_filled("revision") {
            return Ok(form);
        }
        let line = opened(app, actor, record).await?.line;
        Ok(form.put("revision", line.revision.to_string()))
    }

    async fn act(&self, unit: &Unit<WriteInterpreter>) -> Result<(), InterpreterError> {
        write_interpreter(unit, &Writing::Clear(self.revision), &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// An entry is over.
    pub(crate) struct Ending {
        /// Why.
        pub because: Because = choice("interpreter-because", "interpreter-because-hint", "error-choose"),
    }
}

impl FormAbout for Ending {
    type Action = WriteInterpreter;
    type Error = InterpreterError;
    const ABOUT: About = About {
        title: "interpreter-end-title",
        lead: "interpreter-end-lead",
        send: "interpreter-end",
        back: BACK,
        onward: Some("interpreters"),
    };

    async fn act(&self, unit: &Unit<WriteInterpreter>) -> Result<(), InterpreterError> {
        write_interpreter(unit, &Writing::End(self.because), &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// A press that says something of an interpreter, in a talk or a case.
    pub(crate) struct Saying {
        /// Of whom.
        pub interpreter: Id = unseen(),
        /// What.
        pub word: Word = choice("interpreter-word", "", "error-choose"),
    }
}
