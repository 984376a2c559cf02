//! What a house may declare: pure functions.
