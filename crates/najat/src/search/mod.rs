//! Does anybody know this person? To justice the answer is always the same: the request is
//! recorded. Answer, time and size do not depend on who knows whom. What was asked is sealed under the
//! key of the body that asked, behind the wall.

mod actions;
mod pages;
pub(crate) mod store;

pub use actions::{Asked, ask_whether_known};
pub use pages::routes;
