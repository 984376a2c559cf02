//! Running the installation: organisations, their members, who reads, whom one can call, who answers for
//! what.
//!
//! The administrator runs all of it and reads nothing that anybody wrote in it. Who works for whom
//! is never theirs alone: a member is confirmed, and a lost factor reset, by people of that
//! organisation.

mod beside;
mod desk;
mod member;
mod number;
mod organisation;
pub(crate) mod parts;
mod reader;
mod samples;
mod start;
mod unattended;

/// The pages of this room.
pub fn routes() -> Vec<page::Route> {
    [
        start::routes(),
        organisation::routes(),
        member::routes(),
        reader::routes(),
        number::routes(),
        desk::routes(),
        unattended::routes(),
    ]
    .concat()
}
