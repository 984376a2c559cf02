//! What can be done with a request: one function for each action of `authority.csv`.

pub use super::admitting::{admit, admit_to_bed, end_stay};
pub use super::apart::{read_keep_apart, write_keep_apart};
pub use super::asking::{ask_for_bed, cancel_bed_request};
pub use super::declining::{decline_bed, review_decline, to_review};
pub use super::holding::{hold, hold_bed, release_hold, renew_hold};
pub use super::houses::ask_houses;
pub use super::judge::print_judge_application;
pub use super::read::{own_parts, read_request, states};
pub use super::sweep::sweep;
