//! Who may do what: actors, actions, the decision, and the [`Permit`] that proves it.
//!
//! `policies/authority.csv` says it in a form a lawyer reads; Cedar's permits are written from it, and
//! its forbids by hand; the tests hold them against the table, cell by cell. No I/O: the facts come from
//! `store`'s gate, and only the gate asks.

pub mod action;
mod actor;
mod decide;
mod entitled;
mod facts;
mod permit;
mod remembered;

pub use action::{ACTIONS, Action, ActionRow};
pub use actor::{Actor, Member};
pub use decide::{Authority, BrokenPolicies};
pub use entitled::{Entitled, entitled, is_mostly_unbuilt, rows};
pub use facts::{Facts, Grant, Guard};
pub use permit::{Absent, Clause, Decision, Permit, Scope, Shows};
