//! The kinds of field, as a form's list names them. Each is a function of the field's name, what names
//! and explains it, and what asks for it where it is missing.

use record::Worded;

use super::{Field, Fields, Shape};
use crate::choice::Choice;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $(<$known:ident>)? $($most:ident: $size:ty)? => $shape:expr;)+) => {$(
        $(#[$doc])*
        pub const fn $kind<T $(: $known)?>(
            name: &'static str,
            label: &'static str,
            hint: &'static str,
            missing: &'static str,
            $($most: $size,)?
        ) -> Self {
            Self { name, label, hint, missing, shape: $shape }
        }
    )+};
}

impl Field {
    /// What the page itself puts there; of a form without it nothing is taken.
    pub const fn unseen(name: &'static str) -> Self {
        Self {
            name,
            label: "",
            hint: "",
            missing: "",
            shape: Shape::Unseen,
        }
    }

    /// Ticked or not.
    pub const fn tick<T>(name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self::sure::<T>(name, label, hint, "")
    }

    kinds! {
        /// What must be ticked.
        sure => Shape::Tick;
        /// One of a code list.
        choice<Worded> => Shape::Choice(Some(Choice::all::<T>));
        /// One of a list that the page makes.
        pick => Shape::Choice(None);
        /// One of a long code list.
        listed<Worded> => Shape::Select(Some(Choice::all::<T>));
        /// One of a long list that the page makes.
        select => Shape::Select(None);
        /// Any of a list that the page makes, one at least.
        several => Shape::Several;
        /// Yes, no, or not known.
        answer => Shape::Answer;
        /// What one types in a line and the program knows: a code, a number of somebody.
        line => Shape::Line(0);
        /// A line of `most` letters at most.
        text most: usize => Shape::Line(most);
        /// A name of `most` letters at most.
        name most: usize => Shape::Line(most);
        /// A telephone number.
        phone => Shape::Phone;
        /// A count.
        count => Shape::Count;
    }

    /// A text of `most` letters at most, in an area of so many lines.
    pub const fn area<T>(
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        missing: &'static str,
        most: usize,
        lines: u8,
    ) -> Self {
        Self {
            shape: Shape::Area(most, lines),
            ..Self::text::<T>(name, label, hint, missing, most)
        }
    }

    /// The same fields once more, `most` times at most; `row-3-sex` is the field `sex` of the third.
    pub const fn rows<T: Repeated>(name: &'static str, most: usize) -> Self {
        Self {
            shape: Shape::Rows(most, T::Row::FIELDS),
            ..Self::unseen(name)
        }
    }
}

/// Rows of fields, in a field of their own.
pub trait Repeated {
    /// One of them.
    type Row: Fields;
}

impl<R: Fields> Repeated for Vec<R> {
    type Row = R;
}
