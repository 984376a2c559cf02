//! What is still missing before a report can be read and a bed given, each line with the page that
//! mends it.

mod pages;
mod rules;

pub(super) use pages::routes;
