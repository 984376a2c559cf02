//! The forms of this feature.

use super::{Answer, Outcome};

page::fields! {
    /// A form that answers for a right. It closes nothing.
    pub struct Answering {
        /// What was done about it.
        pub answer: Answer = choice("right-answer-what", "", "error-choose"),
    }
}

page::fields! {
    /// A form that closes a right.
    pub struct Closing {
        /// How it came out.
        pub outcome: Outcome = choice("right-close-outcome", "", "error-choose"),
    }
}
