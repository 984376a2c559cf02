//! A form on paper, for hours without power or a line, and for places without either. Its questions and
//! answers come from the form's own list and are numbered; whoever types the sheet in later types the
//! numbers, and sees the form filled in before anything is done with it.

mod fill;
mod print;

use record::{Language, SheetNumber};
use sha2::{Digest as _, Sha256};

use crate::choice::Choice;
use crate::field::{Field, Shape};

pub use fill::{FromPaper, fill};
pub use print::{SheetPage, copies};

/// A question on paper.
pub(crate) struct Question {
    /// Its number on the sheet.
    pub(crate) number: usize,
    /// What is asked.
    pub(crate) field: &'static Field,
    /// In which words, where no message says it: a question of a table of its own.
    pub(crate) words: Option<&'static str>,
    /// What can be ticked; none, where the answer is written.
    pub(crate) answers: Vec<Choice>,
}

impl Question {
    /// How it is answered, in a word: `ticks` for answers with numbers, `count`, `area` or `line`.
    pub(crate) fn manner(&self) -> &'static str {
        match self.field.shape {
            _ if !self.answers.is_empty() => "ticks",
            Shape::Count => "count",
            Shape::Area(..) => "area",
            _ => "line",
        }
    }

    /// How many lines there are to write on.
    pub(crate) fn lines(&self) -> u8 {
        self.field.lines()
    }
}

/// Questions under one title.
pub(crate) struct Section {
    /// The message that names it.
    pub(crate) title: &'static str,
    /// Its questions; the columns, where it is a table.
    pub(crate) questions: Vec<Question>,
    /// How many rows its table has; none, where it is no table.
    pub(crate) rows: usize,
}

/// What stands below every sheet that is typed in: who wrote it and who typed it in, and when.
const ENDS: [&str; 4] = [
    "sheet-written-by",
    "sheet-written-on",
    "sheet-entered-by",
    "sheet-entered-on",
];

/// A form on paper, in the words of one language. Its numbers are the same in all.
pub struct Sheet {
    language: Language,
    /// The message that names it.
    pub title: &'static str,
    /// The message above it.
    pub lead: &'static str,
    /// What a sheet of this kind says by itself: values of fields.
    meaning: Vec<(&'static str, &'static str)>,
    sections: Vec<Section>,
    asked: usize,
    ends: [&'static str; 4],
    keep: &'static str,
}

impl Sheet {
    /// A sheet without a question yet.
    pub const fn new(language: Language, title: &'static str, lead: &'static str) -> Self {
        Self {
            language,
            title,
            lead,
            meaning: Vec::new(),
            sections: Vec::new(),
            asked: 0,
            ends: ENDS,
            keep: "sheet-keep",
        }
    }

    /// With other messages below it: who and when, twice, and what becomes of the paper.
    #[must_use]
    pub const fn ending(mut self, ends: [&'static str; 4], keep: &'static str) -> Self {
        self.ends = ends;
        self.keep = keep;
        self
    }

    /// Says by itself what stands in a field.
    #[must_use]
    pub fn meaning(mut self, field: &'static str, value: &'static str) -> Self {
        self.meaning.push((field, value));
        self
    }

    /// With questions under a title. Their answers are numbered in the order of their codes where the
    /// list is ordered by words, which differ between languages.
    #[must_use]
    pub fn section<F>(
        self,
        title: &'static str,
        fields: impl IntoIterator<Item = &'static Field>,
        options: F,
    ) -> Self
    where
        F: Fn(&Field) -> Vec<Choice>,
    {
        let asked = fields.into_iter().map(|field| (field, None));
        self.asking(title, asked, options)
    }

    /// The same for questions whose words stand in a table, each beside its field.
    #[must_use]
    pub fn said<F>(
        self,
        title: &'static str,
        asked: impl IntoIterator<Item = (&'static Field, &'static str)>,
        options: F,
    ) -> Self
    where
        F: Fn(&Field) -> Vec<Choice>,
    {
        let asked = asked.into_iter();
        self.asking(
            title,
            asked.map(|(field, words)| (field, Some(words))),
            options,
        )
    }

    fn asking<F>(
        mut self,
        title: &'static str,
        asked: impl IntoIterator<Item = (&'static Field, Option<&'static str>)>,
        options: F,
    ) -> Self
    where
        F: Fn(&Field) -> Vec<Choice>,
    {
        let mut questions = Vec::new();
        for (field, words) in asked {
            self.asked += 1;
            questions.push(Question {
                number: self.asked,
                words,
                field,
                answers: answers(field, options(field), self.language),
            });
        }
        self.sections.push(Section {
            title,
            questions,
            rows: 0,
        });
        self
    }

    /// With a table to write in: so many rows, a column for each field.
    #[must_use]
    pub fn table(
        mut self,
        title: &'static str,
        columns: impl IntoIterator<Item = &'static Field>,
        rows: usize,
    ) -> Self {
        let columns = columns.into_iter().map(|field| Question {
            number: 0,
            words: None,
            field,
            answers: Vec::new(),
        });
        self.sections.push(Section {
            title,
            questions: columns.collect(),
            rows,
        });
        self
    }

    /// Its parts.
    pub(crate) fn sections(&self) -> &[Section] {
        &self.sections
    }

    pub(crate) const fn ends(&self) -> [&'static str; 4] {
        self.ends
    }

    pub(crate) const fn keep(&self) -> &'static str {
        self.keep
    }

    fn question(&self, number: usize) -> Option<&Question> {
        let mut all = self.sections.iter().flat_map(|section| &section.questions);
        all.find(|question| question.number == number && number > 0)
    }

    /// Which edition it is. A sheet printed before its form was changed is of another one, so that
    /// its numbers are not taken for others.
    pub fn edition(&self) -> u64 {
        let mut hash = Sha256::new();
        hash.update(self.title);
        for section in &self.sections {
            for Question { field, answers, .. } in &section.questions {
                hash.update([0]);
                hash.update(field.name);
                for answer in answers {
                    hash.update([1]);
                    hash.update(&answer.code);
                }
            }
        }
        let digest: [u8; 32] = hash.finalize().into();
        digest
            .iter()
            .take(4)
            .fold(0, |edition, byte| edition << 8 | u64::from(*byte))
    }

    /// The number of one sheet.
    pub fn number(&self, serial: u64) -> SheetNumber {
        SheetNumber::new(self.edition(), serial)
    }
}

/// What can be ticked in a field, in an order that is the same in every language.
fn answers(field: &Field, mut options: Vec<Choice>, language: Language) -> Vec<Choice> {
    let said = field.shape.said();
    if !said.is_empty() {
        let said = said.iter();
        return said
            .map(|code| Choice::labelled(language, *code, code))
            .collect();
    }
    if matches!(field.shape, Shape::Select(None)) {
        options.sort_by(|a, b| a.code.cmp(&b.code));
    }
    options
}
