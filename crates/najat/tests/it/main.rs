//! Tests of the whole program.

mod cli;
mod data_model;
mod house;
mod pages;
mod town;
