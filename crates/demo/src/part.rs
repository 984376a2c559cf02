//! What a pillar adds to the country: parts, each made by itself.

use std::pin::Pin;

use ::store::{Reaction, Store};
use anyhow::Result;
use record::Governorate;

use crate::country::Country;
use crate::staged::Staged;

/// Hears what is made, at which one its making is, and of how many.
pub type Tell<'a> = &'a dyn Fn(&str, usize, usize);

/// Hears at which one the making of a part is, and of how many.
pub type Made<'a> = &'a dyn Fn(usize, usize);

/// What the making of a part comes to.
pub type Making<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Where a part is made: the country as it is settled, and its past.
pub struct Scene<'a> {
    /// Where everything is kept.
    pub store: &'a Store,
    /// The clock of that store.
    pub clock: &'a Staged,
    /// The governorates that are peopled.
    pub places: &'a [&'static Governorate],
    /// Everybody, and every body.
    pub country: &'a Country,
    /// How many reports there shall be; whatever grows from reports keeps its measure by it.
    pub reports: usize,
    /// What follows from events, of every part of the program.
    pub reactions: &'a [Reaction],
    /// Is told how far the part is.
    pub made: Made<'a>,
}

/// What a pillar adds: `make` makes it and tells how far it is.
#[derive(Clone, Copy)]
pub struct Part {
    /// What is made, in words for whoever waits.
    pub name: &'static str,
    /// Makes it.
    pub make: for<'a> fn(&'a Scene<'a>) -> Making<'a>,
}
