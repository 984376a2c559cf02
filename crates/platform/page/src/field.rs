//! A form as data: one list says of each field what it is called, how it is asked, how long it may
//! be and what is said where it is missing. Reading, errors, the page's fields and the labels of a
//! kept form all come from it.
//!
//! ```
//! # use page::{Fields, Form};
//! # use vault::Plain;
//! page::fields! {
//!     /// A form that answers somebody.
//!     pub struct Answering {
//!         /// What is said.
//!         pub said: Plain<String> = area("gallery-text", "", "error-write", 6000, 5),
//!         /// Whether it is the last word.
//!         pub last: bool = tick("gallery-note", ""),
//!         /// How often it was said.
//!         pub times: Option<u8> = may count("gallery-count", ""),
//!         /// Who hears it.
//!         pub who: Vec<Hearing> = rows(3),
//!     }
//! }
//! page::fields! {
//!     /// Somebody who hears it.
//!     pub struct Hearing {
//!         /// Their name.
//!         pub name: Plain<String> = name("gallery-name", "", "error-write", 60),
//!     }
//! }
//! let mut form = Form::parse(b"said=Yes&who-2-name=Zaynab&form_key=k").unwrap();
//! let answering = Answering::read(&mut form).unwrap();
//! assert!(!answering.last && answering.times.is_none() && answering.form_key == "k");
//! assert_eq!(answering.who.len(), 1);
//! assert!(Answering::read(&mut Form::default()).is_none());
//! ```

mod kind;
mod list;
pub mod reading;

use record::Language;
use vault::Plain;

use crate::choice::Choice;
use crate::form::Form;
use crate::language::Message;
use crate::typed::is_secret;

/// A code list in words; none, where the page makes the list.
type List = Option<fn(Language) -> Vec<Choice>>;

/// How a field is asked for.
#[derive(Clone, Copy)]
pub enum Shape {
    /// The page carries it along unseen.
    Unseen,
    /// One of a list, every one of which is seen.
    Choice(List),
    /// One of a long list.
    Select(List),
    /// Any of a list that the page makes.
    Several,
    /// Ticked or not.
    Tick,
    /// Yes, no, or not known.
    Answer,
    /// A line of so many letters at most; 0 for a code, which has its own length.
    Line(usize),
    /// A telephone number.
    Phone,
    /// A count.
    Count,
    /// A text of so many letters at most, in an area of so many lines.
    Area(usize, u8),
    /// The same fields once more, so many times at most.
    Rows(usize, &'static [Field]),
}

impl Shape {
    /// What is answered where no list says it: codes that are their own messages.
    pub(crate) const fn said(self) -> &'static [&'static str] {
        match self {
            Self::Tick => &["yes"],
            Self::Answer => &["yes", "no", "unknown"],
            _ => &[],
        }
    }
}

/// A field of a form.
#[derive(Clone, Copy)]
pub struct Field {
    /// The name under which it is sent.
    pub name: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// The message that explains it; empty, where nothing is to be said.
    pub hint: &'static str,
    /// The message that asks for it where it is missing; empty, where it may be.
    pub missing: &'static str,
    /// How it is asked for.
    pub shape: Shape,
}

impl Field {
    /// Whether it, or one of its rows, may never be shown again.
    pub(crate) fn holds_secret(&self) -> bool {
        let Shape::Rows(_, fields) = self.shape else {
            return is_secret(self.name);
        };
        fields.iter().any(Self::holds_secret)
    }

    /// The field that is sent under this name: itself, or one of its rows.
    pub(crate) fn find(&'static self, name: &str) -> Option<&'static Self> {
        if self.name == name {
            return Some(self);
        }
        let Shape::Rows(most, fields) = self.shape else {
            return None;
        };
        let (number, name) = name
            .strip_prefix(self.name)?
            .strip_prefix('-')?
            .split_once('-')?;
        let number: usize = number.parse().ok()?;
        let mut fields = fields.iter().filter(|_| (1..=most).contains(&number));
        fields.find(|field| field.name == name)
    }

    /// The shape in a word, for templates.
    pub const fn shape(&self) -> &'static str {
        match self.shape {
            Shape::Unseen => "unseen",
            Shape::Choice(_) => "choice",
            Shape::Select(_) => "select",
            Shape::Several => "several",
            Shape::Tick => "tick",
            Shape::Answer => "answer",
            Shape::Line(_) => "line",
            Shape::Phone => "phone",
            Shape::Count => "count",
            Shape::Area(..) => "area",
            Shape::Rows(..) => "rows",
        }
    }

    /// What can be chosen, where the list is known. By reference, as templates have it.
    pub fn options(&self, language: &Language) -> Vec<Choice> {
        match self.shape {
            Shape::Choice(Some(all)) | Shape::Select(Some(all)) => all(*language),
            _ => Vec::new(),
        }
    }

    /// What was chosen, in words: of a list that is known, or that it is ticked.
    pub fn chosen(&self, value: &Plain<String>, language: Language) -> Option<String> {
        let form = Form::default().with(self.name, value.clone());
        let mut options = self.options(&language).into_iter();
        let chosen = options.find(|option| form.has(self.name, &option.code));
        let mut said = self.shape.said().iter();
        let said = said.find(|code| form.has(self.name, code));
        let said = said.map(|code| Message::new(language, *code).to_string());
        chosen.map(|option| option.label).or(said)
    }

    /// How many letters it takes at most; 0, where none are written.
    pub const fn most(&self) -> usize {
        match self.shape {
            Shape::Area(most, _) | Shape::Line(most) => most,
            _ => 0,
        }
    }

    /// How many lines its area has.
    pub const fn lines(&self) -> u8 {
        match self.shape {
            Shape::Area(_, rows) => rows,
            _ => 1,
        }
    }
}

/// A form whose fields are a list; made by [`fields!`](crate::fields).
pub trait Fields: Sized + Send + Sync + 'static {
    /// Its fields, in their order on the page.
    const FIELDS: &'static [Field];

    /// The names of its fields.
    fn names() -> Vec<&'static str> {
        Self::FIELDS.iter().map(|field| field.name).collect()
    }

    /// Reads every field and notes all that is wrong; none, where anything is.
    fn read(form: &mut Form) -> Option<Self>;
}
