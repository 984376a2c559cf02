//! The one table of routes: every page of the program, from every room.

use page::Route;

use crate::account::Beside;

/// Every route, with what stands beside the forms of the door.
pub fn all<B: Beside>() -> Vec<Route> {
    [
        crate::start::routes(),
        // The first room of whoever works here: a sign-in leads to it.
        crate::today::routes(),
        protection::routes(),
        crate::figures::routes(),
        crate::ledger::routes(),
        crate::backup::routes(),
        crate::jobs::routes(),
        crate::doctor::routes(),
        crate::search::routes(),
        crate::administration::routes(),
        crate::directory::routes(),
        // One's own account stands last in the side bar.
        crate::account::routes::<B>(),
    ]
    .concat()
}
