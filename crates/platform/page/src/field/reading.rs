//! How each kind of field is read: `None` where what must be there is not, which the form notes.

use std::str::FromStr;

use vault::Plain;

use super::{Field, Fields, Shape};
use crate::form::{Form, Wrong};

/// Notes what is missing, where it may not be.
fn asked<T>(form: &mut Form, field: &Field, found: Option<T>) -> Option<T> {
    if found.is_none() && !field.missing.is_empty() {
        form.wrong(field.name, Wrong::new(field.missing));
    }
    found
}

/// What may be missing.
pub fn may<T: From<Option<U>>, U>(found: Option<U>) -> Option<T> {
    Some(T::from(found))
}

/// What the page put there.
pub fn unseen<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
    form.open(field.name).parse().ok()
}

/// A code that is chosen.
pub fn choice<T: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
    let code = form.code(field.name);
    asked(form, field, code)
}

pub use self::{
    choice as answer, choice as line, choice as listed, choice as pick, choice as select,
};

/// The codes that were chosen.
pub fn several<T: From<Vec<U>>, U: FromStr>(form: &mut Form, field: &Field) -> Option<T> {
    let chosen: Vec<U> = form.codes(field.name);
    let is_there = !chosen.is_empty() || field.missing.is_empty();
    asked(form, field, is_there.then(|| T::from(chosen)))
}

/// Whether it is ticked.
pub fn tick<T: From<bool>>(form: &mut Form, field: &Field) -> Option<T> {
    let ticked = form.ticked(field.name);
    let is_there = ticked || field.missing.is_empty();
    asked(form, field, is_there.then(|| T::from(ticked)))
}

pub use self::tick as sure;

/// What is written in an area.
pub fn area<T: From<Plain<String>>>(form: &mut Form, field: &Field) -> Option<T> {
    let said = form.text(field.name, field.most());
    asked(form, field, said.map(T::from))
}

pub use self::area as text;

/// A name, in one form whatever keyboard wrote it.
pub fn name<T: From<Plain<String>>>(form: &mut Form, field: &Field) -> Option<T> {
    let name = form.name(field.name, field.most());
    asked(form, field, name.map(T::from))
}

/// A telephone number.
pub fn phone<T: From<Plain<String>>>(form: &mut Form, field: &Field) -> Option<T> {
    let number = form.phone(field.name);
    asked(form, field, number.map(T::from))
}

/// A count.
pub fn count<T: TryFrom<u64>>(form: &mut Form, field: &Field) -> Option<T> {
    let count = form.number(field.name);
    let count = count.and_then(|count| T::try_from(count).ok());
    asked(form, field, count)
}

/// The rows in which anything is written. What is wrong in one is noted at the row. One that
/// stood before is dropped by emptying the first field that is seen of it.
pub fn rows<T: From<Vec<R>>, R: Fields>(form: &mut Form, field: &Field) -> Option<T> {
    let Shape::Rows(most, fields) = field.shape else {
        return None;
    };
    let mut rows = Vec::new();
    for number in 1..=most {
        let at = format!("{}-{number}", field.name);
        let mut row = form.row(&at);
        if is_none(&row, fields) {
            continue;
        }
        rows.extend(R::read(&mut row));
        if let Some((_, wrong)) = row.errors().first() {
            form.note(at.into(), wrong.clone());
        }
    }
    Some(T::from(rows))
}

fn is_none(row: &Form, fields: &[Field]) -> bool {
    let is_blank = |field: &Field| row.values(field.name).iter().all(Plain::is_blank);
    let is_asked = |field: &&Field| !matches!(field.shape, Shape::Unseen | Shape::Tick);
    let mut stood = fields.iter().filter(|f| matches!(f.shape, Shape::Unseen));
    let mut asked = fields.iter().filter(is_asked);
    if stood.any(|field| !is_blank(field)) {
        return asked.next().is_none_or(is_blank);
    }
    asked.all(is_blank)
}
