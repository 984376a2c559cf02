//! Today: what waits for whoever signed in, each line with its one next step. Every line comes
//! through a list of its own pillar, which shows no more than that list does; a day on which
//! nothing waits says so, and leads on.

mod handover;
mod installation;
mod pages;
mod rules;
mod samples;
mod unbuilt;
mod view;

pub use pages::routes;
