//! The forms of the desk that reads, and of a sender who comes back: their fields, how long each may
//! be, and what is said where one is missing. The twenty digits, and the ticket that stands for them,
//! open a report: they are in no list and are read by hand.

use record::Id;
use vault::Plain;

use super::Because;
use super::rules::LONGEST;
use super::step_back::StepsBack;

page::fields! {
    /// A form that answers the sender.
    pub struct Answering {
        /// What is said.
        pub free_text: Plain<String> = area("report-answer-said", "report-answer-hint", "error-write", LONGEST, 6),
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
    /// The press by which somebody is on a report from now on.
    pub struct Claiming {}
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

page::fields! {
    /// A form in which a sender writes more.
    pub struct Adding {
        /// What is said.
        pub free_text: Plain<String> = area("report-more", "report-more-hint", "error-write", LONGEST, 5),
    }
}

page::fields! {
    /// What a sender had written when the quarter of an hour was over: it waits for the digits.
    pub struct Waiting {
        /// What is said.
        pub free_text: Option<Plain<String>> = may area("report-more", "report-more-hint", LONGEST, 5),
    }
}

page::fields! {
    /// A form that deletes one's report.
    pub struct Deleting {
        /// Whether it is meant.
        pub sure: bool = tick("report-sure-delete", ""),
    }
}
