//! Tests over every word, every sample and every answer of the design system.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper's failure is the failure of the test that asked"
)]

mod answers;
mod browser;
mod colours;
mod glossary;
mod samples;
mod words;

/// The shared state over an empty database, and the site it belongs to.
async fn app() -> (page::App, fixtures::Site) {
    let site = fixtures::Site::on_sqlite().await;
    let (store, world) = (site.store.clone(), site.store.world().clone());
    let app = page::App::new(store, world, page::Settings::default());
    (app, site)
}
