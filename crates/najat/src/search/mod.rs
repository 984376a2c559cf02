//! Does anybody know this person? To justice the answer is always the same: the request is
//! recorded (`practice.md` 9). Answer, time and size do not depend on who knows whom; only whoever
//! holds the person's record learns that somebody asked.

mod actions;
mod pages;
pub(crate) mod store;

pub use actions::{Asked, ask_whether_known};
pub use pages::routes;
