//! The rows that a screening records, and the questions that are said aloud: two bundled tables.

use std::sync::LazyLock;

use record::Language;

use super::answer::Basis;

record::codes! {
    /// What a row tells about (ILO and EC 2009). Rows of `context` never count in the rule.
    Dimension {
        Context = "context",
        DestCoercion = "dest_coercion",
        DestVulnerability = "dest_vulnerability",
        Exploitation = "exploitation",
        RecruitCoercion = "recruit_coercion",
        RecruitDeception = "recruit_deception",
        RecruitVulnerability = "recruit_vulnerability",
    }
}

impl Dimension {
    /// How somebody was won, or held: what a means can be.
    pub const fn is_means(self) -> bool {
        !matches!(self, Self::Context | Self::Exploitation)
    }

    /// Force, at the beginning or later.
    pub const fn is_coercion(self) -> bool {
        matches!(self, Self::DestCoercion | Self::RecruitCoercion)
    }

    /// A weakness that was used: no means by Law 28.
    pub const fn is_vulnerability(self) -> bool {
        matches!(self, Self::DestVulnerability | Self::RecruitVulnerability)
    }

    /// How somebody was brought into it.
    pub const fn is_recruitment(self) -> bool {
        matches!(
            self,
            Self::RecruitCoercion | Self::RecruitDeception | Self::RecruitVulnerability
        )
    }
}

record::codes! {
    /// How much a row weighs, from the least.
    Strength {
        Weak = "weak",
        Medium = "medium",
        Strong = "strong",
    }
}

record::codes! {
    /// How a row is come by.
    How {
        /// It is asked.
        Ask = "ask",
        /// It is asked or seen.
        Both = "both",
        /// The worker sees it.
        Observe = "observe",
        /// The worker notes it and never asks.
        Note = "note",
    }
}

impl How {
    /// What a yes rests on unless something else is said: what is seen or noted was told by nobody.
    pub const fn basis(self) -> Basis {
        match self {
            Self::Observe | Self::Note => Basis::Seen,
            Self::Ask | Self::Both => Basis::Said,
        }
    }
}

record::codes! {
    /// Rows that are asked together.
    Group labelled "screening-group" {
        General = "general",
        Children = "children",
        DomesticServitude = "domestic_servitude",
        LabourExploitation = "labour_exploitation",
        SexualExploitation = "sexual_exploitation",
        Begging = "begging_petty_crime",
        Online = "online_recruitment",
        IraqContext = "iraq_context",
        Deception = "ilo_deceptive_recruitment",
        Coercion = "ilo_coercive_recruitment",
        VulnerabilityThen = "ilo_vulnerability_recruitment",
        Exploitation = "ilo_exploitation",
        CoercionThere = "ilo_coercion_destination",
        VulnerabilityThere = "ilo_vulnerability_destination",
    }
}

record::codes! {
    /// When a question is asked.
    Level {
        /// Before all others; it counts nowhere.
        First = "first",
        /// By anybody at the front line.
        One = "1",
        /// By trained staff.
        Two = "2",
    }
}

/// A row of `indicators.csv`: what is recorded. A row is never read out.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
#[derive(Debug)]
pub struct Indicator {
    /// Its name.
    pub id: String,
    /// With which others it is asked.
    pub group: Group,
    /// What it tells about.
    pub dimension: Dimension,
    /// How much it weighs.
    pub strength: Strength,
    /// Whether it shows an act.
    pub shows_act: bool,
    /// Whether it shows a means.
    pub shows_means: bool,
    /// Whether it shows a purpose.
    pub shows_purpose: bool,
    /// Whether that purpose stands in Article 1 of Law 28.
    pub in_law28: bool,
    /// Whether it counts only for whoever was under 18.
    pub child_only: bool,
    /// Whether a yes means danger.
    pub urgent: bool,
    /// How it is come by.
    pub how: How,
    /// The fact it tells: rows that tell one fact count once in a dimension.
    pub fact: String,
    texts: [String; 3],
}

impl Indicator {
    /// What it records, in a language.
    pub fn text(&self, language: Language) -> &str {
        let [en, ar, ckb] = &self.texts;
        match language {
            Language::En => en,
            Language::Ar => ar,
            Language::Ckb => ckb,
        }
    }

    /// Long hours: work, and no trafficking yet, where a child does nothing but that.
    pub fn is_hours(&self) -> bool {
        self.fact == "hours"
    }
}

/// A question as it is said aloud.
#[derive(Debug)]
pub struct Question {
    /// The row whose answer it is; `W01` has none.
    pub id: String,
    /// When it is asked.
    pub level: Level,
    asks: [String; 4],
}

impl Question {
    /// What is said, in a language of the pages; nothing where the row is noted and never asked.
    pub fn ask(&self, language: Language) -> Option<&str> {
        let [en, ar, ckb, _] = &self.asks;
        let said = match language {
            Language::En => en,
            Language::Ar => ar,
            Language::Ckb => ckb,
        };
        (!said.is_empty()).then_some(said)
    }

    /// What is said in Bangla, beside the worker's language.
    pub fn bangla(&self) -> Option<&str> {
        let [.., bangla] = &self.asks;
        (!bangla.is_empty()).then_some(bangla)
    }
}

const TABLE: &str = include_str!("../../../data/screening/indicators.csv");
const ASKED: &str = include_str!("../../../data/screening/questions.csv");

static INDICATORS: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
    let rows = record::bundled(TABLE);
    // A row that cannot be read is left out; a test holds that there is none.
    let read = rows.iter().filter_map(|cell| {
        let is = |column: &str| cell(column) == "1";
        Some(Indicator {
            id: cell("id"),
            group: cell("group").parse().ok()?,
            dimension: cell("dimension").parse().ok()?,
            strength: cell("strength").parse().ok()?,
            shows_act: is("supports_act"),
            shows_means: is("supports_means"),
            shows_purpose: is("supports_purpose"),
            in_law28: is("law28_purpose"),
            child_only: is("child_only"),
            urgent: is("urgent_trigger"),
            how: cell("how").parse().ok()?,
            fact: cell("fact_key"),
            texts: [cell("text_en"), cell("text_ar"), cell("text_ckb")],
        })
    });
    read.collect()
});

static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
    let rows = record::bundled(ASKED);
    let read = rows.iter().filter_map(|cell| {
        Some(Question {
            id: cell("id"),
            level: cell("level").parse().ok()?,
            asks: [
                cell("ask_en"),
                cell("ask_ar"),
                cell("ask_ckb"),
                cell("ask_bn"),
            ],
        })
    });
    read.collect()
});

/// Every row, in the order of the table.
pub fn indicators() -> &'static [Indicator] {
    &INDICATORS
}

/// The row of this name.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|row| row.id == id)
}

/// Whether anybody at the front line may ask a row, or note it.
pub fn is_asked_by_all(id: &str) -> bool {
    let mut questions = QUESTIONS.iter();
    questions.any(|question| question.id == id && question.level == Level::One)
}

/// Every question, in the order in which they are asked.
pub fn questions() -> &'static [Question] {
    &QUESTIONS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_both_tables_is_read_and_says_something_in_each_language() {
        let lines = |text: &str| text.lines().count() - 1;
        assert_eq!(indicators().len(), lines(TABLE));
        assert_eq!(questions().len(), lines(ASKED));
        for row in indicators() {
            for language in Language::ALL {
                assert!(!row.text(*language).is_empty(), "{}", row.id);
            }
            assert!(!row.fact.is_empty(), "{}", row.id);
        }
    }

    #[test]
    fn what_the_front_line_asks_is_said_in_every_language_and_what_is_noted_in_none() {
        for question in questions() {
            let said: Vec<_> = Language::ALL
                .iter()
                .map(|language| question.ask(*language).is_some())
                .collect();
            let noted = indicator(&question.id)
                .is_some_and(|row| matches!(row.how, How::Note | How::Observe));
            assert_eq!(said, [!noted; 3], "{}", question.id);
            let spoken_by_all = question.level != Level::Two && !noted;
            assert!(
                !spoken_by_all || question.bangla().is_some(),
                "{}",
                question.id
            );
            assert!(question.level == Level::First || indicator(&question.id).is_some());
        }
    }

    #[test]
    fn a_row_has_one_name() {
        let mut names: Vec<_> = indicators().iter().map(|row| &row.id).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), indicators().len());
    }
}
