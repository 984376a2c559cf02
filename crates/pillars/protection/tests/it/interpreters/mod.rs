//! Interpreters: who finds them, whom nobody may offer again, and what is left when one is taken out.

mod acts;
mod declined;
mod found;
mod web;
