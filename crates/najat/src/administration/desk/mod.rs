//! Who answers for what in a place: placement, legal aid, oversight, the state's duty officers, the
//! committee's focal point.

mod forms;
mod pages;

pub(super) use pages::routes;
