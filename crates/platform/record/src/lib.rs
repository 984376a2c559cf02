//! The field's words: ids, times, code lists, places, languages, events.
//!
//! Nothing here reads a clock, a file or a random source: [`World`] carries them in from outside.

pub mod digits;
pub mod text;

mod bundled;
mod code;
mod done;
mod event;
mod fact;
mod id;
mod language;
mod moment;
mod place;
mod sheet_number;
mod short_code;
mod task;
mod world;

pub use bundled::bundled;
pub use code::{
    Duty, Jurisdiction, Kind, OrgKind, Purpose, Relation, Role, Root, Sensitivity, Session,
    UnknownCode, Worded,
};
pub use done::Done;
pub use event::{Event, EventName};
pub use fact::{By, Counted, Fact, FactName, Measure};
pub use id::{Id, NotAnId};
pub use language::Language;
pub use moment::{Moment, ZONE};
pub use place::{District, Governorate, district, districts_of, governorate, governorates};
pub use sheet_number::{NotASheet, SheetNumber};
pub use short_code::{ShortCode, is_short_code, short_code};
pub use task::{Section, TASKS_READ, TASKS_SHOWN, Task};
pub use world::{Clock, Ids, Random, World, WrongClock};

/// How many lines a list shows on a page.
pub const PAGE: usize = 50;
