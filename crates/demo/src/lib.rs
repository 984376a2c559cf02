//! A made-up country: bodies, people of every role, who answers for what; and what a pillar adds to it.
//!
//! Everything is made by the same actions as real things, and belongs to no pillar here. A pillar says
//! what it adds as a list of [`Part`]s; `najat` puts them together, and a test takes those it needs.

mod bodies;
mod country;
mod desks;
mod hire;
mod names;
mod national;
mod part;
mod posts;
mod settle;
mod staged;
mod store;
mod words;

pub use bodies::{Body, bodies, places};
pub use country::{Country, Person};
pub use part::{Made, Making, Part, Scene, Tell};
pub use posts::posts;
pub use settle::settle;
pub use staged::{Staged, past};
pub use words::{in_language, names, number, spoken};

pub use self::store::STATEMENTS;
