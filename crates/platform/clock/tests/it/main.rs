//! Clocks: when they are due, and that they run on both engines.

mod due;
mod escalate;
mod installation;
mod points;
mod start;
mod tell;
