//! What opens a right, and what meets it.

use store::Reaction;

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[];
