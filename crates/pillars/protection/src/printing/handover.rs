//! What is open at a desk, and what was promised, on paper.

use page::{Field, Fields as _, Sheet};
use record::Language;

use crate::report::promise::Promising;

/// By which code people speak of it.
static CODE: Field = Field::text::<()>("code", "sheet-code", "", "", 0);
/// What is open.
static OPEN: Field = Field::text::<()>("open", "sheet-open", "", "", 0);
/// Who goes on with it.
static TAKES: Field = Field::text::<()>("takes", "sheet-takes", "", "", 0);

/// How many things one sheet has room for.
const ROWS: usize = 14;

/// A desk handed over.
pub(super) fn sheet(_: Language) -> Sheet {
    let columns = [&CODE, &OPEN]
        .into_iter()
        .chain(Promising::FIELDS)
        .chain([&TAKES]);
    Sheet::new("sheet-handover", "sheet-handover-lead").table("sheet-handover-open", columns, ROWS)
}
