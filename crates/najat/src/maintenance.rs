//! What the house does by itself: reactions to events, and forgetting what is old.

use std::time::Duration;

use page::App;
use store::{Reaction, Store};
use tokio::sync::watch;

/// How often waiting events are looked for, and how often old things are swept.
const REACTING: Duration = Duration::from_millis(500);
const SWEEP_EVERY: u32 = 120;
/// How often it is looked what has run out: clocks and holds.
const TIME_EVERY: u32 = 4;

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
        if turn.is_multiple_of(TIME_EVERY) {
            time_passes(&app.store).await;
        }
        if turn.is_multiple_of(SWEEP_EVERY) {
            sweep(&app).await;
        }
        turn = turn.wrapping_add(1);
    }
}

/// What time does by itself: clocks that are late are told to whoever must know, holds run out.
pub async fn time_passes(store: &Store) {
    if let Err(error) = protection::child::escalate(store).await {
        tracing::warn!(%error, "late clocks could not be told");
    }
    if let Err(error) = protection::bed::sweep::release_expired(store).await {
        tracing::warn!(%error, "holds that ran out stand a little longer");
    }
}

async fn sweep(app: &App) {
    if let Err(error) = protection::bed::sweep::sweep(&app.store).await {
        tracing::warn!(%error, "late houses could not be passed by");
    }
    let forgotten: Result<u64, store::StoreError> = app
        .store
        .upkeep(|upkeep| async move { upkeep.forget_forms().await })
        .await;
    if let Err(error) = forgotten {
        tracing::warn!(%error, "old forms could not be forgotten");
    }
    if let Err(error) = protection::held::sweep(&app.store).await {
        tracing::warn!(%error, "lawyers are told a little later");
    }
    if let Err(error) = protection::report::reactions::offer_again(&app.store).await {
        tracing::warn!(%error, "reports that nobody may read wait longer");
    }
    if let Err(error) = people::sweep(&app.store).await {
        tracing::warn!(%error, "old drafts and counts could not be swept");
    }
}
