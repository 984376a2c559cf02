//! What can be done with a request: one function for each action of `authority.csv`.

pub use super::{
    admitting::*, apart::*, asking::*, declining::*, holding::*, houses::*, judge::*, read::*,
    sweep::*,
};
