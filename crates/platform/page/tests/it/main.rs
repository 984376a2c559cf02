//! Tests over every word, every sample and every answer of the design system.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper's failure is the failure of the test that asked"
)]

mod answers;
mod browser;
mod colours;
mod samples;
mod words;

/// The shared state over an empty database, and the folder it lies in.
async fn app() -> (page::App, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (world, _) = testkit::world(1);
    let store = store::Store::open(store::Settings {
        url: format!("sqlite:{}", folder.path().join("najat.db").display()),
        checkpoints: folder.path().join("checkpoints.log"),
        keys: store::Keyring::generate(),
        world: world.clone(),
    });
    let app = page::App::new(store.await.unwrap(), world, page::Settings::default());
    (app, folder)
}
