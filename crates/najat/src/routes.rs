//! The one table of routes: every page of the house, from every room.

use page::Route;

/// Every route.
pub fn all() -> Vec<Route> {
    [
        crate::start::routes(),
        protection::routes(),
        crate::ledger::routes(),
        crate::search::routes(),
        crate::demo::routes(),
        // One's own account stands last in the side bar.
        crate::account::routes(),
    ]
    .concat()
}
