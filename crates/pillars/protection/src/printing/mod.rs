//! Blank sheets to print, for hours without power or a line: a report, somebody who is held, a request
//! for a place, a desk handed over. They are made of the forms' own lists, each sheet with a number of
//! its own. Anybody may print them: nothing stands on them that is a secret.

mod handover;
mod pages;

pub(crate) use pages::routes;
