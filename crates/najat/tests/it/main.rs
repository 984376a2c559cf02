//! Tests of the whole program.

mod account;
mod authority;
mod browser;
mod canary;
mod cli;
mod data_model;
mod house;
mod kill;
mod log;
mod pages;
mod pictures;
mod reader;
mod sender;
mod town;
