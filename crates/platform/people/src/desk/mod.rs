//! Who answers for what, where: the placement desk of a governorate, its legal aid, and for a whole
//! jurisdiction the independent body, the state's duty officers and the committee's focal point.

mod actions;
mod store;

use record::{Duty, Id, Jurisdiction};

pub(crate) use store::replace;

pub use actions::set_desk;
pub use store::{STATEMENTS, all, answering, answers_for, attending};

/// The organisations that answer for one thing in one place, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// What they answer for.
    pub duty: Duty,
    /// The governorate; everywhere in the jurisdiction, if none is named.
    pub governorate: Option<String>,
    /// Federal or Kurdistan; the whole country, if none is named.
    pub jurisdiction: Option<Jurisdiction>,
    /// The organisations, the first to be asked in front.
    pub orgs: Vec<Id>,
}

/// What can go wrong with a desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Police, armed groups and courts answer for no care, and oversight must be independent.
    #[error("this organisation cannot answer for that")]
    Unfit,
    /// The store's own.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}
