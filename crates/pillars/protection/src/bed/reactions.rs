//! What follows from events of requests.

use store::Reaction;

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[];
