//! The first pages anybody sees: help in three languages, what traces stay, what this program is.

mod pages;

pub use pages::routes;
