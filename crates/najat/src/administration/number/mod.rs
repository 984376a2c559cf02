//! Duty numbers: added, changed, checked today, kept off the page.

mod pages;
mod view;

pub(super) use pages::routes;
