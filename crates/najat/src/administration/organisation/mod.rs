//! Organisations: the list, a new one, a change, an end.

mod end;
mod forms;
mod pages;
mod view;

/// The routes of organisations.
pub(super) fn routes() -> Vec<page::Route> {
    [pages::routes(), end::routes()].concat()
}
