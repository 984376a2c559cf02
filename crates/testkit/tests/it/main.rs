//! What the other crates' tests stand on, tried on its own.

mod browser;
mod database;
mod pages;
