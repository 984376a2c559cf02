//! Open work that nobody can act on, and rules that are stuck: counted by organisation for whoever can
//! mend it, and shown before somebody is ended who would leave such work behind.

mod pages;
mod view;

pub(super) use pages::routes;
pub(super) use view::{LeavingPage, Row, rows};
