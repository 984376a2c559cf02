//! Clocks that run on records.
