//! People: the door, sessions, members, factors, drafts and organisations, on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod draft;
mod ended;
mod few;
mod heirs;
mod installation;
mod member;
mod organisation;
mod oversight;
mod reset;
mod saved;
mod second_yes;
mod session;
mod sign_in;
