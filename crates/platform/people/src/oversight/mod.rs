//! Which independent body may open the name behind a pseudonym: whoever answers for oversight where
//! the account's organisation works, and never a body for its own people.
//!
//! The body holds `oversight` on the account and a wrap of its key. A new account gets both when it
//! begins; when a desk changes, the rule `KeepOversight` goes through all accounts.

mod actions;
mod store;

pub use self::store::STATEMENTS;
pub use actions::REACTIONS;
pub(crate) use actions::{changed, end, watching};
