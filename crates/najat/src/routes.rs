//! The one table of routes: every page of the house, from every room.

use page::Route;

/// Every route.
pub fn all() -> Vec<Route> {
    [
        crate::start::routes(),
        crate::account::routes(),
        protection::routes(),
        crate::search::routes(),
        crate::demo::routes(),
    ]
    .concat()
}
