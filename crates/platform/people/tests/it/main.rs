//! People: the door, sessions, members, factors, drafts and organisations, on both engines.

mod door;
mod draft;
mod house;
mod member;
mod organisation;
mod reset;
mod session;
