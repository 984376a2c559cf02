//! What is open at a desk, and what was promised, on paper.

use page::{Field, Fields as _, Sheet};
use record::Language;

use crate::report::promise::Promising;

/// By which code people speak of it.
static CODE: Field = Field::text::<()>("code", "sheet-code", "", "", 0);
/// What is open.
static OPEN: Field = Field::text::<()>("open", "sheet-open", "", "", 0);
/// What was promised about it.
static PROMISED: Field = Field::text::<()>("promised", "sheet-promised", "", "", 0);
/// Who goes on with it.
static TAKES: Field = Field::text::<()>("takes", "sheet-takes", "", "", 0);

/// How many things one sheet has room for.
const ROWS: usize = 14;

/// A desk handed over.
pub(super) fn sheet(language: Language) -> Sheet {
    let when = Promising::FIELDS
        .iter()
        .filter(|field| field.name != "what");
    let columns = [&CODE, &OPEN, &PROMISED]
        .into_iter()
        .chain(when)
        .chain([&TAKES]);
    let ends = [
        "sheet-handed-by",
        "sheet-handed-on",
        "sheet-taken-by",
        "sheet-taken-on",
    ];
    Sheet::new(language, "sheet-handover", "sheet-handover-lead")
        .table("sheet-handover-open", columns, ROWS)
        .ending(ends, "sheet-handover-keep")
}
