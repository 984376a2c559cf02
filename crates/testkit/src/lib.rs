//! What tests bring instead of the world: a clock that stands still, seeded ids, throw-away
//! databases on both engines, a running server's handle, a browser, and checks of its pages.
//!
//! Tests only: nothing but dev-dependencies point here. A helper that cannot do its work panics
//! with a sentence that says what was missing, because the test that asked has failed.

#![expect(
    clippy::panic,
    reason = "a helper's failure is the failure of the test that asked"
)]

pub mod browser;
pub mod check;
mod driver;
mod engine;
mod lot;
pub mod place;
mod ports;
mod postgres;
mod proxy;
pub mod server;
mod template;
mod totp;
mod world;

pub use browser::{Browser, Key, Viewport};
pub use check::{Violation, axe, html_validate};
pub use engine::{Database, Engine, on_both_engines};
pub use lot::Lot;
pub use ports::free_ports;
pub use postgres::{Postgres, postgres};
pub use proxy::Proxy;
pub use server::Running;
pub use totp::totp_code;
pub use world::{TestClock, TestIds, TestRandom, world};
