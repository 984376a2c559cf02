//! What was answered, as far as the rule looks at it.

use super::indicator::Indicator;

record::codes! {
    /// What an answer is. Only yes and no are answers: the others are never counted as no.
    Answer labelled "screening-answer" {
        Yes = "yes",
        No = "no",
        Unknown = "unknown",
        NotAsked = "not_asked",
        Declined = "declined",
    }
}

impl Answer {
    /// Whether the question was answered.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Yes | Self::No)
    }
}

record::codes! {
    /// What an answer rests on.
    Basis labelled "screening-basis" {
        Said = "said",
        Seen = "seen",
        Document = "document",
        ThirdParty = "third_party",
    }
}

record::codes! {
    /// When it was so. A threat that still stands is now.
    When labelled "screening-when" {
        Now = "now",
        LastFiveDays = "last_5_days",
        Before = "before",
    }
}

/// A row that was answered with yes.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The row.
    pub row: &'static Indicator,
    /// What it rests on.
    pub basis: Basis,
    /// When it was so.
    pub when: When,
}

/// All that the rule looks at. Rows that lie on a branch which is dead by now are not among them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Rows answered with yes.
    pub facts: Vec<Fact>,
    /// How many rows were answered with yes or no.
    pub answered: usize,
    /// Under 18 now, or nobody knows.
    pub child: bool,
    /// Grown up by now, and known to have been under 18 at any time of the exploitation.
    pub under_18_during: bool,
    /// Alone, in their own language, with an interpreter who has no link to those who are feared, in a
    /// safe place: all four.
    pub safe_setting: bool,
    /// The interviewer found that somebody was recruited, taken, handed over, harboured or received.
    pub act_found: bool,
    /// Something else that means danger was seen (`screening.md` 5).
    pub danger: bool,
}

impl Told {
    /// Whether the rule for children holds: by the age now, or by the age then.
    pub const fn is_of_child(&self) -> bool {
        self.child || self.under_18_during
    }
}
