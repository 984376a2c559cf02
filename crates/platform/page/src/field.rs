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
//!     }
//! }
//! let mut form = Form::parse(b"said=Yes&form_key=k").unwrap();
//! let answering = Answering::read(&mut form).unwrap();
//! assert!(!answering.last && answering.form_key == "k");
//! assert!(Answering::read(&mut Form::default()).is_none());
//! ```

use std::str::FromStr;

use record::{Language, Worded};
use vault::Plain;

use crate::choice::Choice;
use crate::form::{Form, Wrong};
use crate::language::Message;

/// How a field is asked for.
#[derive(Clone, Copy)]
pub enum Shape {
    /// The page carries it along unseen.
    Unseen,
    /// One of a list, every one of which is seen; none, where the page makes the list.
    Choice(Option<fn(Language) -> Vec<Choice>>),
    /// One of a long list that the page makes.
    Select,
    /// Any of a list that the page makes.
    Several,
    /// Ticked or not.
    Tick,
    /// A line.
    Line,
    /// A text of so many letters at most, in an area of so many lines.
    Area(usize, u8),
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
    /// The message that asks for it where it is missing.
    pub missing: &'static str,
    /// How it is asked for.
    pub shape: Shape,
}

impl Field {
    const fn new(
        name: &'static str,
        (label, hint, missing): (&'static str, &'static str, &'static str),
        shape: Shape,
    ) -> Self {
        Self {
            name,
            label,
            hint,
            missing,
            shape,
        }
    }

    /// What the page itself puts there; of a form without it nothing is taken.
    pub const fn unseen(name: &'static str) -> Self {
        Self::new(name, ("", "", ""), Shape::Unseen)
    }

    /// One of a code list, which must be chosen.
    pub const fn choice<T: Worded>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
    ) -> Self {
        let shape = Shape::Choice(Some(Choice::all::<T>));
        Self::new(name, (label, hint, missing), shape)
    }

    /// One of a list that the page makes, which must be chosen.
    pub const fn pick<T>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
    ) -> Self {
        Self::new(name, (label, hint, missing), Shape::Choice(None))
    }

    /// One of a long list that the page makes, or none.
    pub const fn select<T>(name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self::new(name, (label, hint, ""), Shape::Select)
    }

    /// Any of a list that the page makes, one at least.
    pub const fn several<T>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
    ) -> Self {
        Self::new(name, (label, hint, missing), Shape::Several)
    }

    /// Ticked or not.
    pub const fn tick<T>(name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self::new(name, (label, hint, ""), Shape::Tick)
    }

    /// What one types in a line and the program knows: a code, a number of somebody.
    pub const fn line<T>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
    ) -> Self {
        Self::new(name, (label, hint, missing), Shape::Line)
    }

    /// A text that must be written, of `most` letters at most.
    pub const fn area<T>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
        most: usize,
        rows: u8,
    ) -> Self {
        Self::new(name, (label, hint, missing), Shape::Area(most, rows))
    }

    /// The shape in a word, for templates.
    pub const fn shape(&self) -> &'static str {
        match self.shape {
            Shape::Unseen => "unseen",
            Shape::Choice(_) => "choice",
            Shape::Select => "select",
            Shape::Several => "several",
            Shape::Tick => "tick",
            Shape::Line => "line",
            Shape::Area(..) => "area",
        }
    }

    /// What can be chosen, where the list is known. By reference, as templates have it.
    pub fn options(&self, language: &Language) -> Vec<Choice> {
        match self.shape {
            Shape::Choice(Some(all)) => all(*language),
            _ => Vec::new(),
        }
    }

    /// What was chosen, in words: of a list that is known, or that it is ticked.
    pub fn chosen(&self, value: &Plain<String>, language: Language) -> Option<String> {
        let form = Form::default().with(self.name, value.clone());
        let mut options = self.options(&language).into_iter();
        let chosen = options.find(|option| form.has(self.name, &option.code));
        let ticked = matches!(self.shape, Shape::Tick) && form.has(self.name, "yes");
        let ticked = ticked.then(|| Message::new(language, "yes").to_string());
        chosen.map(|option| option.label).or(ticked)
    }

    /// How many letters it takes at most; 0, where none are written.
    pub const fn most(&self) -> usize {
        match self.shape {
            Shape::Area(most, _) => most,
            _ => 0,
        }
    }

    /// How many lines its area has.
    pub const fn rows(&self) -> u8 {
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

    /// Reads every field and notes all that is wrong; none, where anything is.
    fn read(form: &mut Form) -> Option<Self>;
}

/// How each kind of field is read: `None` where what must be there is not, which the form notes.
pub mod reading {
    use super::{Field, Form, FromStr, Plain, Wrong};

    /// What the page put there.
    pub fn unseen<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        form.open(field.name).parse().ok()
    }

    /// A code that must be chosen.
    pub fn choice<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        form.needed_code(field.name, field.missing)
    }

    /// A code that must be chosen from a list of the page.
    pub fn pick<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        choice(form, field)
    }

    /// A code that may be chosen.
    pub fn select<T: From<Option<U>>, U: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        Some(T::from(form.code(field.name)))
    }

    /// The codes that were chosen, one at least.
    pub fn several<T: From<Vec<U>>, U: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        let chosen: Vec<U> = form.codes(field.name);
        if chosen.is_empty() {
            form.wrong(field.name, Wrong::new(field.missing));
        }
        (!chosen.is_empty()).then(|| T::from(chosen))
    }

    /// Whether it is ticked.
    pub fn tick<T: From<bool>>(form: &mut Form, field: &Field) -> Option<T> {
        Some(T::from(form.ticked(field.name)))
    }

    /// What was typed in a line, as the program knows it.
    pub fn line<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
        choice(form, field)
    }

    /// A text that must be written.
    pub fn area<T: From<Plain<String>>>(form: &mut Form, field: &Field) -> Option<T> {
        let said = form.needed_text(field.name, field.missing, field.most());
        said.map(T::from)
    }
}

/// Makes a form of a list of fields: the struct that a handler acts by, and [`Fields`] for it.
///
/// After the name of the struct, `judged by` names a function that looks at several fields
/// together: `fn(Self, &mut Form) -> Option<Self>`.
#[macro_export]
macro_rules! fields {
    ($(#[$meta:meta])* $vis:vis struct $name:ident $(judged by $judge:path)? {
        $($(#[$doc:meta])* pub $field:ident: $ty:ty = $kind:ident($($arg:expr),* $(,)?),)*
    }) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$doc])* pub $field: $ty,)*
            /// The form's one-time key.
            pub form_key: String,
        }

        impl $crate::Fields for $name {
            const FIELDS: &'static [$crate::Field] =
                &[$($crate::fields!(@field $kind $ty, stringify!($field) $(, $arg)*),)*];

            fn read(form: &mut $crate::Form) -> Option<Self> {
                #[allow(unused_mut, unused_variables, reason = "a form may have no field")]
                let mut fields = Self::FIELDS.iter();
                $(let $field = fields.next()
                    .and_then(|field| $crate::fields!(@read $kind $ty, form, field));)*
                let read = form.is_right().then_some(Self {
                    $($field: $field?,)*
                    form_key: form.key().to_owned(),
                });
                $(let read = read.and_then(|read| $judge(read, form));)?
                read
            }
        }
    };
    (@field unseen $ty:ty, $($arg:expr),+) => { $crate::Field::unseen($($arg),+) };
    (@field $kind:ident $ty:ty, $($arg:expr),+) => { $crate::Field::$kind::<$ty>($($arg),+) };
    (@read select $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::select::<$ty, _>($form, $field)
    };
    (@read several $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::several::<$ty, _>($form, $field)
    };
    (@read $kind:ident $ty:ty, $form:ident, $field:ident) => {
        $crate::reading::$kind::<$ty>($form, $field)
    };
}
