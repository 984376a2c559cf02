//! Organisations: the list, a new one, a change.

mod pages;
mod view;

pub(super) use pages::routes;
