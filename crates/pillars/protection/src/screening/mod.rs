//! Screening: somebody asks the right questions, and can explain the answer. The machine proposes; a
//! named person decides. No result opens or closes a place to sleep.

pub mod explain;
pub mod rule;
