//! What the house does by itself: reactions to events, and forgetting what is old.

use std::time::Duration;

use page::App;
use store::Reaction;
use tokio::sync::watch;

/// How often waiting events are looked for, and how often old things are swept.
const REACTING: Duration = Duration::from_millis(500);
const SWEEP_EVERY: u32 = 120;

/// Every reaction of every part of the house.
pub fn reactions() -> Vec<Reaction> {
    [people::reactions(), protection::reactions()].concat()
}

/// Runs until told to stop.
pub async fn run(app: App, mut stopped: watch::Receiver<bool>) {
    let reactions = reactions();
    let world = app.world.clone();
    let kept: Result<(), store::StoreError> = app
        .store
        .upkeep(move |upkeep| {
            let world = world.clone();
            async move { crate::ledger::store::keep(&upkeep, &world).await }
        })
        .await;
    if let Err(error) = kept {
        tracing::warn!(%error, "the ledger's pages stay closed until the next start");
    }
    if let Err(error) = app.store.react_only_by(&reactions).await {
        tracing::warn!(%error, "rules that are gone keep their events a little longer");
    }
    let mut turn = 0_u32;
    loop {
        tokio::select! {
            () = tokio::time::sleep(REACTING) => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
        if let Err(error) = app.store.react(&reactions).await {
            tracing::warn!(%error, "events wait longer");
        }
        if turn.is_multiple_of(SWEEP_EVERY) {
            sweep(&app).await;
        }
        turn = turn.wrapping_add(1);
    }
}

async fn sweep(app: &App) {
    let forgotten: Result<u64, store::StoreError> = app
        .store
        .upkeep(|upkeep| async move { upkeep.forget_forms().await })
        .await;
    if let Err(error) = forgotten {
        tracing::warn!(%error, "old forms could not be forgotten");
    }
    if let Err(error) = people::sweep(&app.store).await {
        tracing::warn!(%error, "old drafts and counts could not be swept");
    }
}
