//! What follows from what in a request: pure functions.
