//! The forms of a screening, each as a list of fields. The questions themselves are rows of a table
//! and come under their own names.

use access::Actor;
use access::action::{
    ConfirmLowerResult, DecideScreening, ProposeLowerResult, ReadScreening, ReopenScreening,
};
use clock::AgeBand;
use page::{About, App, Field, Fields, Form, FormAbout, Problem};
use record::Id;
use store::Unit;
use vault::Plain;

use super::actions::head_of;
use super::rule::{Answer, Basis, Indicator, Outcome, When, indicators};
use super::{Agreed, Danger, Given, LastContact, ScreeningError, Setting, Then, decide};

/// The longest reasons, in letters.
const LONGEST: usize = 6000;

page::fields! {
    /// What comes before the first question.
    pub(crate) struct Beginning {
        /// What the person says to being talked with.
        pub to_talk: Agreed = choice("screening-to-talk", "screening-to-talk-hint", "error-choose"),
        /// What the person says to its being written down.
        pub to_write: Agreed = choice("screening-to-write", "screening-to-write-hint", "error-choose"),
        /// How old they are.
        pub age: AgeBand = choice("screening-age", "screening-age-hint", "error-choose"),
        /// Where, if no report says it.
        pub governorate: Option<String> = may select("screening-where", ""),
    }
}

page::fields! {
    /// How the talk is.
    pub(crate) struct Talking {
        /// How old the person is.
        pub age: AgeBand = choice("screening-age", "screening-age-hint", "error-choose"),
        /// Whether they were under 18 then.
        pub then: Then = choice("screening-then", "screening-then-hint", "error-choose"),
        /// Nobody else hears it.
        pub alone: bool = tick("screening-alone", ""),
        /// It is in their own language.
        pub own_language: bool = tick("screening-own-language", ""),
        /// No link of the interpreter to those who are feared.
        pub no_link: bool = tick("screening-no-link", "screening-no-link-hint"),
        /// The place is safe.
        pub safe_place: bool = tick("screening-safe-place", ""),
        /// The last contact with whoever exploits them.
        pub contact: LastContact = choice("screening-contact", "screening-contact-hint", "error-choose"),
        /// What means danger.
        pub dangers: Vec<Danger> = may several("screening-dangers", "screening-dangers-hint"),
        /// What whoever asks found.
        pub act_found: bool = tick("screening-act-by-you", "screening-act-by-you-hint"),
    }
}

/// How the talk is, and the rows that stood on the page.
pub(crate) struct Answering {
    pub(crate) age: AgeBand,
    pub(crate) setting: Setting,
    pub(crate) answers: Vec<(String, Given)>,
    pub(crate) form_key: String,
}

impl Fields for Answering {
    const FIELDS: &'static [Field] = Talking::FIELDS;

    fn read(form: &mut Form) -> Option<Self> {
        let answers = rows(form);
        let Talking {
            age,
            then,
            alone,
            own_language,
            no_link,
            safe_place,
            contact,
            dangers,
            act_found,
            form_key,
        } = Talking::read(form)?;
        let setting = Setting {
            then,
            alone,
            own_language,
            no_link,
            safe_place,
            contact,
            dangers,
            act_found,
        };
        Some(Self {
            age,
            setting,
            answers,
            form_key,
        })
    }
}

/// The field of a row that says when it was so, and that of what it rests on.
pub(super) fn beside(id: &str) -> [String; 2] {
    [format!("{id}-when"), format!("{id}-basis")]
}

/// The rows that stood on the page.
pub(super) fn rows(form: &Form) -> Vec<(String, Given)> {
    let given = |row: &Indicator| {
        let [when, basis] = beside(&row.id);
        Some(Given {
            answer: Answer::from_code(form.open(&row.id)).ok()?,
            when: When::from_code(form.open(&when)).unwrap_or(When::Now),
            basis: Basis::from_code(form.open(&basis)).unwrap_or(row.how.basis()),
        })
    };
    let rows = indicators().iter();
    rows.filter_map(|row| Some((row.id.clone(), given(row)?)))
        .collect()
}

/// A form about what is found: its fields, what its page says, and its act.
macro_rules! about_finding {
    ($(#[$doc:meta])* $name:ident: $action:ident, $title:literal, $lead:literal, $send:literal,
        { $($(#[$fdoc:meta])* pub $field:ident: $ty:ty = $kind:ident($($arg:expr),*),)* },
        |$form:ident, $unit:ident, $seen:ident| $act:expr) => {
        page::fields! {
            $(#[$doc])*
            pub(crate) struct $name {
                /// The revision that was seen.
                pub revision: i64 = unseen(),
                $($(#[$fdoc])* pub $field: $ty = $kind($($arg),*),)*
                /// Why.
                pub reasons: Plain<String> = area("screening-reasons", "screening-reasons-hint", "error-write", LONGEST, 5),
            }
        }

        impl FormAbout for $name {
            type Action = $action;
            type Error = ScreeningError;
            const ABOUT: About = About {
                title: $title,
                lead: $lead,
                send: $send,
                back: ("screening", "screening-back-to"),
                onward: None,
            };

            async fn fill(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
                seen(app, actor, record, form).await
            }

            async fn act(&self, $unit: &Unit<$action>) -> Result<(), ScreeningError> {
                let ($form, $seen) = (self, self.revision);
                $act.await.map(drop)
            }
        }
    };
}

/// Puts the revision there from which the form is made, unless the form brings one.
async fn seen(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
    if form.is_filled("revision") && !form.is_right() {
        return Ok(form);
    }
    let gate = app.store.gate();
    let permit = gate.permit::<ReadScreening>(actor, record).await?;
    let read = app
        .store
        .read(permit, |unit| async move { head_of(&unit).await });
    Ok(form.put("revision", read.await?.revision.to_string()))
}

about_finding! {
    /// What this person finds.
    Finding: DecideScreening, "screening-decide-title", "screening-decide-lead", "screening-decide",
    {
        /// What is found.
        pub outcome: Outcome = choice("screening-found", "screening-found-hint", "error-choose"),
    },
    |form, unit, seen| decide::decide_screening(unit, form.outcome, &form.reasons, seen, &form.form_key)
}

about_finding! {
    /// A lower result than the proposal.
    Lowering: ProposeLowerResult, "screening-lower-title", "screening-lower-lead", "screening-lower-send",
    {
        /// What is found.
        pub outcome: Outcome = choice("screening-found", "screening-found-hint", "error-choose"),
    },
    |form, unit, seen| decide::propose_lower_result(unit, form.outcome, &form.reasons, seen, &form.form_key)
}

about_finding! {
    /// A second person agrees with a lower result.
    Confirming: ConfirmLowerResult, "screening-confirm-title", "screening-confirm-lead", "screening-confirm-send",
    {},
    |form, unit, seen| decide::confirm_lower_result(unit, &form.reasons, seen, &form.form_key)
}

about_finding! {
    /// Questions are asked again.
    Reopening: ReopenScreening, "screening-reopen-title", "screening-reopen-lead", "screening-reopen-send",
    {},
    |form, unit, seen| decide::reopen_screening(unit, &form.reasons, seen, &form.form_key)
}
