//! Actors, actions, the decision, permits. No I/O.
