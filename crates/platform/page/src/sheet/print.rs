//! The page on which sheets stand, as many as are to be printed.

use askama::Template;
use record::{SheetNumber, World};

use super::Sheet;
use crate::filters;
use crate::form::Form;
use crate::frame::Frame;
use crate::problem::Problem;

/// The most sheets that one page prints.
const MOST_COPIES: u64 = 50;

/// So many sheets as an address asks for (`?copies=10`): one at least, 50 at most.
pub fn copies(query: Option<String>) -> Result<u64, Problem> {
    let asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let copies = record::digits::count(asked.open("copies")).unwrap_or(1);
    Ok(copies.clamp(1, MOST_COPIES))
}

/// Sheets to be printed, each with its own number.
#[derive(Template)]
#[template(path = "sheet.html")]
pub struct SheetPage {
    frame: Frame,
    sheet: Sheet,
    numbers: Vec<SheetNumber>,
    back: &'static str,
}

impl SheetPage {
    /// So many sheets; the route leads back to where they are chosen.
    pub fn new(frame: Frame, sheet: Sheet, copies: u64, back: &'static str, world: &World) -> Self {
        let serials = (0..copies).map(|_| serial(world));
        let numbers = serials.map(|serial| sheet.number(serial)).collect();
        Self {
            frame,
            sheet,
            numbers,
            back,
        }
    }

    /// One sheet with a number that is always the same.
    pub fn sample(frame: Frame, sheet: Sheet, back: &'static str) -> Self {
        let numbers = vec![sheet.number(2_817_731)];
        Self {
            frame,
            sheet,
            numbers,
            back,
        }
    }
}

/// A number that no other sheet is likely to have: of the part of an id that is chance.
fn serial(world: &World) -> u64 {
    let id = world.id().to_string();
    let chance = id.rsplit('-').next().unwrap_or_default();
    u64::from_str_radix(chance, 16).unwrap_or_default()
}
