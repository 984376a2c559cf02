//! Screening: its life through the actions, and its rule: worked cases, properties, and a second rule
//! written apart.

pub mod acts;
mod apart;
mod decided;
mod life;
mod rule;
mod vectors;
mod web;
