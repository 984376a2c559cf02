//! The rule of screening: worked cases, properties, and a second rule written apart.

mod apart;
mod life;
mod rule;
mod vectors;
