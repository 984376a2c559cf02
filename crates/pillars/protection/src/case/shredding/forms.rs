//! The forms by which a case is shredded.

use access::action::{ConfirmShredding, ProposeShredding};
use page::{About, FormAbout};
use store::Unit;

use super::{Why, confirm_shredding, propose_shredding};
use crate::case::CaseError;
use crate::case::forms::BACK;

page::fields! {
    /// A closed case is to be shredded.
    pub(crate) struct Proposing {
        /// Why.
        pub why: Why = choice("case-shred-why", "", "error-choose"),
        /// That nothing of it comes back.
        pub sure: bool = sure("case-shred-sure", "", "error-choose"),
    }
}

impl FormAbout for Proposing {
    type Action = ProposeShredding;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-shred-title",
        lead: "case-shred-lead",
        send: "case-shred-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<ProposeShredding>) -> Result<(), CaseError> {
        propose_shredding(unit, self.why, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// A second person agrees that it is shredded.
    pub(crate) struct Agreeing {
        /// That nothing of it comes back.
        pub sure: bool = sure("case-shred-sure", "", "error-choose"),
    }
}

impl FormAbout for Agreeing {
    type Action = ConfirmShredding;
    type Error = CaseError;
    const ABOUT: About = About {
        title: "case-shred-confirm-title",
        lead: "case-shred-confirm-lead",
        send: "case-shred-confirm-send",
        back: BACK,
        onward: Some("cases"),
    };

    async fn act(&self, unit: &Unit<ConfirmShredding>) -> Result<(), CaseError> {
        confirm_shredding(unit, &self.form_key).await.map(drop)
    }
}
