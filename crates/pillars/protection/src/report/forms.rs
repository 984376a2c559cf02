//! The forms of the desk that reads: their fields, how long each may be, and what is said where one
//! is missing.

use record::Id;
use vault::Plain;

use super::Because;
use super::rules::LONGEST;
use super::step_back::StepsBack;

page::fields! {
    /// A form that answers the sender.
    pub struct Answering {
        /// What is said.
        pub said: Plain<String> = area("report-answer-said", "report-answer-hint", "error-write", LONGEST, 6),
    }
}

page::fields! {
    /// A form that closes a report.
    pub struct Closing {
        /// Why.
        pub because: Because = choice("report-close-because", "report-close-hint", "error-choose"),
    }
}

page::fields! {
    /// A form that hands a report on.
    pub struct HandingOn {
        /// To whom.
        pub to: Id = pick("report-hand-to", "", "error-choose"),
    }
}

page::fields! {
    /// The press by which somebody steps back from a report.
    pub struct SteppingBack {
        /// Why.
        pub why: StepsBack = choice("report-step-back", "", "error-choose"),
    }
}
