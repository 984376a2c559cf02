//! Sheets of paper that were typed in: each counts once, whoever types it in.

mod store;

pub(crate) use store::{STATEMENTS, is_new};
