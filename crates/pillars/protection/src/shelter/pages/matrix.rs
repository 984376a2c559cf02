//! Free places at a glance: a line for each governorate, a column for each sort of people.

use std::collections::BTreeSet;

use page::Frame;

use super::words::place;
use crate::shelter::{Declared, PlaceSex, Supply};

/// Whether places of one sort count in a column.
type Fits = fn(&Declared) -> bool;

/// Whom a column is for; places for everybody count in each that they fit.
const COLUMNS: [(&str, Fits); 5] = [
    ("shelter-for-women", |one| adults(one, PlaceSex::Female)),
    ("shelter-for-men", |one| adults(one, PlaceSex::Male)),
    ("shelter-for-families", |one| one.family),
    ("shelter-for-girls", |one| children(one, PlaceSex::Female)),
    ("shelter-for-boys", |one| children(one, PlaceSex::Male)),
];

fn takes(one: &Declared, sex: PlaceSex) -> bool {
    one.sex == PlaceSex::Any || one.sex == sex
}

fn adults(one: &Declared, sex: PlaceSex) -> bool {
    !one.age.is_for_children() && !one.family && takes(one, sex)
}

fn children(one: &Declared, sex: PlaceSex) -> bool {
    one.age.is_for_children() && takes(one, sex)
}

/// One governorate: how many places are free for each column; none, where none is declared.
pub(super) struct Line {
    pub(super) place: String,
    pub(super) is_own: bool,
    pub(super) cells: Vec<Option<i64>>,
}

/// The table.
pub(super) struct Matrix {
    pub(super) columns: Vec<&'static str>,
    pub(super) lines: Vec<Line>,
}

impl Matrix {
    /// The governorates in which places are declared, those of the reader's own body in front.
    pub(super) fn new(supply: &[Supply], own: &BTreeSet<String>, frame: &Frame) -> Self {
        let codes: BTreeSet<&str> = supply.iter().map(|row| row.governorate.as_str()).collect();
        let mut lines: Vec<Line> = codes
            .into_iter()
            .map(|code| {
                let here = supply.iter().filter(|row| row.governorate == code);
                let free = |fits: Fits| {
                    let rows = here.clone().filter(|row| fits(&row.declared));
                    let free = rows.map(|row| (row.declared.places - row.taken).max(0));
                    free.reduce(|all, one| all + one)
                };
                Line {
                    place: place(code, frame),
                    is_own: own.contains(code),
                    cells: COLUMNS.iter().map(|(_, fits)| free(*fits)).collect(),
                }
            })
            .collect();
        lines.sort_by_key(|line| !line.is_own);
        Self {
            columns: COLUMNS.iter().map(|(key, _)| *key).collect(),
            lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use record::Language;

    use super::*;
    use crate::shelter::PlaceAge;

    fn row(governorate: &str, sex: PlaceSex, age: PlaceAge, family: bool, taken: i64) -> Supply {
        Supply {
            governorate: governorate.to_owned(),
            declared: Declared {
                sex,
                age,
                family,
                disability: false,
                places: 4,
            },
            taken,
        }
    }

    #[test]
    fn a_place_counts_in_every_column_that_it_fits_and_own_governorates_come_first() {
        let frame = Frame::sample(Language::En, page::FrameKind::Staff, "shelter-board-title");
        let supply = [
            row("IQG02", PlaceSex::Any, PlaceAge::Adult, false, 1),
            row("IQG02", PlaceSex::Female, PlaceAge::Adult, false, 4),
            row("IQG02", PlaceSex::Any, PlaceAge::Child, false, 0),
            row("IQG11", PlaceSex::Any, PlaceAge::Adult, true, 2),
        ];
        let own = BTreeSet::from(["IQG11".to_owned()]);
        let matrix = Matrix::new(&supply, &own, &frame);
        let cells: Vec<_> = matrix.lines.iter().map(|line| line.cells.clone()).collect();
        assert_eq!(cells[0], [None, None, Some(2), None, None]);
        assert_eq!(cells[1], [Some(3), Some(3), None, Some(4), Some(4)]);
        assert!(matrix.lines[0].is_own && !matrix.lines[1].is_own);
    }
}
