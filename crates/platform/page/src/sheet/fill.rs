//! Numbers typed from a sheet into the fields of its form.

use record::SheetNumber;
use vault::Plain;

use super::{Question, Sheet};
use crate::digits;
use crate::field::{Field, Shape};
use crate::form::{Form, Wrong};

/// The field of the sheet's number.
const NUMBER: &str = "sheet";
/// The field of what was ticked.
const TICKED: &str = "ticked";
/// The most signs that what was ticked on a sheet may take.
const LONGEST: usize = 1_000;

crate::fields! {
    /// What is typed in beside a form, where it stood on paper.
    pub struct FromPaper {
        /// The number of the sheet.
        pub sheet: Option<SheetNumber> = may line("sheet-number", "sheet-number-hint"),
        /// What was ticked on it, by numbers: it fills the form in and is not kept.
        pub ticked: Option<Plain<String>> = may text("sheet-ticked", "sheet-ticked-hint", LONGEST),
    }
}

/// Fills in what was typed by numbers, and says whether the form is to be shown with it before anything
/// is done. Where it cannot be read the form stays as it is: what is wrong, and at which field, is to be
/// noted once the rest of the form is read.
pub fn fill(form: &mut Form, sheets: &[Sheet]) -> Result<bool, (&'static str, Wrong)> {
    let wrong = |field, key| Err((field, Wrong::new(key)));
    let typed = form.open(NUMBER);
    let number = typed.parse::<SheetNumber>();
    if !typed.is_empty() && number.is_err() {
        return wrong(NUMBER, "sheet-wrong-number");
    }
    let ticked = digits::normalised(form.open(TICKED));
    if ticked.is_empty() {
        return Ok(false);
    }
    let Ok(number) = number else {
        return wrong(NUMBER, "sheet-needs-number");
    };
    let known = sheets
        .iter()
        .find(|sheet| sheet.number(0).edition() == number.edition());
    let Some(sheet) = known else {
        return wrong(NUMBER, "sheet-other-edition");
    };
    let values = read(sheet, &ticked).map_err(|wrong| (TICKED, wrong))?;
    drop(form.take(TICKED));
    for (field, value) in &sheet.meaning {
        form.fill(field, Plain::new((*value).to_owned()));
    }
    for (field, codes) in values {
        *form = std::mem::take(form).choose(field, codes);
    }
    Ok(true)
}

/// A field, and the codes that were ticked there.
type Ticked = (&'static str, Vec<String>);

/// What was ticked, by field; what is wrong, where a number is on no such sheet.
fn read(sheet: &Sheet, ticked: &str) -> Result<Vec<Ticked>, Wrong> {
    let mut values: Vec<Ticked> = Vec::new();
    let parts = ticked.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ';' | '؛'));
    for part in parts.filter(|part| !part.is_empty()) {
        let (field, codes) = one(sheet, part).ok_or_else(|| wrong(part))?;
        match values.iter_mut().find(|(known, _)| *known == field.name) {
            Some((_, before)) if matches!(field.shape, Shape::Several) => before.extend(codes),
            // Two answers to a question that takes one: whoever typed it looks again.
            Some(_) => return Err(wrong(part)),
            None => values.push((field.name, codes)),
        }
    }
    Ok(values)
}

/// What is said of a part that is on no such sheet. It is said again only where it is a number, and no
/// words that somebody typed here by a slip.
fn wrong(part: &str) -> Wrong {
    let is_number = part
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_ascii_punctuation() || is_between(c));
    if is_number && part.len() <= 40 {
        Wrong::new("sheet-wrong-ticked").with("part", part.to_owned())
    } else {
        Wrong::new("sheet-wrong-words")
    }
}

/// What may stand between the number of a question and those of its answers. No dash: it could be
/// meant for all that lie between.
const fn is_between(c: char) -> bool {
    matches!(c, '.' | ':' | '٫')
}

/// One part: the number of a question and of what was ticked there, `8.1.3`.
fn one(sheet: &Sheet, part: &str) -> Option<(&'static Field, Vec<String>)> {
    let mut numbers = part
        .split(is_between)
        .map(|number| number.parse::<usize>().ok());
    let question = sheet.question(numbers.next()??)?;
    let ticked: Vec<usize> = numbers.collect::<Option<_>>()?;
    let Question { field, answers, .. } = question;
    let field: &'static Field = field;
    let codes: Vec<String> = match (field.shape, ticked.as_slice()) {
        (Shape::Tick, []) => vec!["yes".to_owned()],
        (Shape::Count, [count]) => vec![count.to_string()],
        (Shape::Several, [_, ..]) | (_, [_]) => ticked
            .iter()
            .map(|number| Some(answers.get(number.checked_sub(1)?)?.code.clone()))
            .collect::<Option<_>>()?,
        _ => return None,
    };
    Some((field, codes))
}
