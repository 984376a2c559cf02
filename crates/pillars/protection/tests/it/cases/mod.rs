//! Cases, the people they are about, and what each agreed to.

pub mod acts;
mod clocks;
mod groups;
mod histories;
mod life;
mod refusal;
mod shredding;
mod team;
mod web;
