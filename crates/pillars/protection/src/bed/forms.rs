//! The forms of this feature: their fields, how long each may be, and what is said where one is
//! missing; and of a form on a page of its own, what that page says and does.

use access::{Actor, action::EndStay};
use page::{About, App, Form, FormAbout, Problem, Wrong};
use record::{Id, ShortCode};
use store::Unit;
use vault::Plain;

use super::actions::{end_stay, own_inquiries};
use super::rules::{LONGEST, MOST_HEADS};
use super::{Age, BedError, Decline, Exit, InquiryState, Needs, Renewal, Sex};
use crate::shelter::language::{Spoken, codes};

record::codes! {
    /// Alone, or with their own family.
    Company labelled "bed-family" {
        /// Alone.
        Alone = "alone",
        /// With their own children or family.
        Together = "together",
    }
}

page::fields! {
    /// A form that asks for a place.
    pub struct Needing judged by together {
        /// Their sex.
        pub sex: Sex = choice("bed-sex", "bed-sex-hint", "bed-wrong-sex"),
        /// Their age.
        pub age: Age = choice("bed-age", "bed-age-hint", "bed-wrong-age"),
        /// Whether they have their own family with them.
        pub family: Company = choice("bed-family", "", "bed-wrong-family"),
        /// How many they are together.
        pub heads: Option<i64> = may count("bed-heads", "bed-heads-hint"),
        /// The governorate's P-code.
        pub governorate: String = select("bed-where", "", "bed-wrong-where"),
        /// Whether they are in danger now.
        pub danger: bool = tick("bed-danger", "bed-danger-hint"),
        /// Whether one of them has a disability.
        pub disability: bool = tick("bed-disability", ""),
        /// Which languages they speak.
        pub languages: Vec<Spoken> = may several("bed-languages", "bed-languages-hint"),
        /// What they need, in free words. It is sealed.
        pub free_text: Option<Plain<String>> = may area("bed-said", "bed-said-hint", LONGEST, 4),
    }
}

page::fields! {
    /// A form that ends a stay.
    #[derive(Clone, Debug)]
    pub struct Ending {
        /// The part.
        pub inquiry: Id = unseen(),
        /// How it ended.
        pub exit: Exit = choice("bed-end-exit", "", "bed-wrong-exit"),
        /// Whether somebody knows where they are now.
        pub known: bool = tick("bed-end-known", ""),
    }
}

impl FormAbout for Ending {
    type Action = EndStay;
    type Error = BedError;
    const ABOUT: About = About {
        title: "bed-end-title",
        lead: "bed-end-text",
        send: "bed-end-send",
        back: ("bed", "bed-title"),
        onward: Some("beds"),
    };

    async fn fill(app: &App, actor: &Actor, request: Id, form: Form) -> Result<Form, Problem> {
        let inquiries = own_inquiries(&app.store, actor, request).await?;
        let inquiry = inquiries
            .iter()
            .find(|inquiry| inquiry.state == InquiryState::Admitted);
        let inquiry = inquiry.ok_or(Problem::Explained("bed-cannot-now"))?;
        Ok(form.put("inquiry", inquiry.id.to_string()))
    }

    async fn act(&self, unit: &Unit<EndStay>) -> Result<(), BedError> {
        end_stay(unit, self).await.map(drop)
    }
}

page::fields! {
    /// A button about one shelter's part.
    #[derive(Clone, Debug)]
    pub struct OneInquiry {
        /// The part.
        pub inquiry: Id = unseen(),
    }
}

page::fields! {
    /// A form that renews a hold.
    #[derive(Clone, Debug)]
    pub struct Renewing {
        /// The part.
        pub inquiry: Id = unseen(),
        /// Why it goes on.
        pub because: Renewal = choice("bed-renew-because", "", "error-choose"),
    }
}

page::fields! {
    /// A form by which somebody wants no place any more.
    pub struct Cancelling {
        /// Whether it is their own wish.
        pub wish: bool = sure("bed-cancel-wish", "", "bed-wrong-cancel"),
    }
}

page::fields! {
    /// A form by which a desk asks shelters by hand.
    pub struct AskingNext {
        /// The shelters.
        pub shelter: Vec<Id> = several("bed-shelters", "bed-next-text", "error-choose"),
    }
}

page::fields! {
    /// A form that declines; or that says what a declined request was declined for in truth:
    /// [`Decline::Other`] if the reason was another one and a good one.
    #[derive(Clone, Debug)]
    pub struct Declining judged by charged {
        /// The part.
        pub inquiry: Id = unseen(),
        /// Why.
        pub code: Decline = choice("bed-decline-code", "", "bed-wrong-decline"),
        /// The body that set the condition, for a code that is not lawful.
        pub body: Option<Id> = may select("bed-decline-body", "bed-decline-body-hint"),
    }
}

page::fields! {
    /// A form that keeps two people apart.
    #[derive(Clone)]
    pub struct KeepingApart {
        /// The short code of the other request.
        pub code: ShortCode = line("bed-apart-code", "bed-apart-code-hint", "bed-wrong-apart"),
        /// Why, in free words. It is sealed.
        pub free_text: Plain<String> = area("bed-apart-said", "bed-apart-said-hint", "error-write", LONGEST, 4),
    }
}

impl From<Needing> for Needs {
    fn from(read: Needing) -> Self {
        let is_alone = read.family == Company::Alone;
        Self {
            governorate: read.governorate,
            sex: read.sex,
            age: read.age,
            family: !is_alone,
            heads: read.heads.filter(|_| !is_alone).unwrap_or(1),
            disability: read.disability,
            languages: codes(&read.languages),
            danger: read.danger,
            free_text: read.free_text.unwrap_or_else(|| Plain::new(String::new())),
        }
    }
}

/// Whoever is with their family says how many they are.
fn together(form: &mut Form) {
    let is_counted = form
        .number("heads")
        .and_then(|heads| i64::try_from(heads).ok())
        .is_some_and(|heads| (2..=MOST_HEADS).contains(&heads));
    if form.has("family", Company::Together.code()) && !is_counted {
        form.wrong("heads", wrong_heads());
    }
}

/// What is said of a count that cannot be.
pub(crate) fn wrong_heads() -> Wrong {
    Wrong::new("bed-wrong-heads").with("most", MOST_HEADS)
}

/// A condition that is not lawful was set by somebody: it is asked who.
fn charged(form: &mut Form) {
    let is_lawful = form.code("code").is_none_or(Decline::is_lawful);
    if !is_lawful && form.open("body").is_empty() {
        form.wrong("body", Wrong::new("bed-wrong-body"));
    }
}
