//! Duty numbers: added, changed, checked today, kept off the page.

mod forms;
mod pages;
mod view;

pub(super) use pages::routes;
