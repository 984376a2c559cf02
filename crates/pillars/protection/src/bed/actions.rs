//! What can be done with a request: one function for each action of `authority.csv`.

pub use super::{
    admitting::*, apart::*, asking::*, declining::*, holds::*, judge::*, read::*, shelters::*,
    sweep::*,
};
