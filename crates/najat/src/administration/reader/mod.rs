//! Who reads, in which order: per governorate, and the independent readers of the whole country.

mod forms;
mod pages;

pub(super) use pages::routes;
