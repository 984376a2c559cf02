//! Tests of the whole program.

mod cli;
mod house;
mod pages;
mod town;
