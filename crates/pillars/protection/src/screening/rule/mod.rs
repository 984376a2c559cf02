//! The rule of screening: from answers to what the program proposes, and why. Pure functions over two
//! bundled tables (`data/screening/README.md`); pages and `najat screen` call the same.
//!
//! Sources: ILO and EC, Operational indicators of trafficking in human beings (2009), for the six
//! dimensions; the Palermo Protocol, article 3; Iraq's Law 28 of 2012, article 1, beside it.

mod answer;
mod indicator;
mod propose;

pub use answer::{Answer, Basis, Fact, Told, When};
pub use indicator::{
    Dimension, Group, How, Indicator, Level, Question, Strength, indicator, indicators,
    is_asked_by_all, questions,
};
pub use propose::{Because, ENOUGH, Law28, Outcome, Proposal, propose};
