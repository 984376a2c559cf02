//! What the house does by itself: reactions to events, and forgetting what is old.

use std::time::Duration;

use page::App;
use store::{Reaction, Store};
use tokio::sync::watch;

/// How often waiting events are looked for, what has run out, and what is old.
const REACTING: Duration = Duration::from_millis(500);
const TIME: Duration = Duration::from_secs(2);
const SWEEP_EVERY: u32 = 30;

/// Every reaction of every part of the house.
pub fn reactions() -> Vec<Reaction> {
    [people::reactions(), protection::reactions()].concat()
}

/// Runs until told to stop. Time passes beside the reactions: where thousands of clocks are late at
/// once, after a day without current, a new report does not wait for them.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
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
    tokio::join!(react(&app, stopped.clone()), pass(&app, stopped));
}

async fn react(app: &App, mut stopped: watch::Receiver<bool>) {
    let reactions = reactions();
    if let Err(error) = app.store.react_only_by(&reactions).await {
        tracing::warn!(%error, "rules that are gone keep their events a little longer");
    }
    while !is_stopped(&mut stopped, REACTING).await {
        if let Err(error) = app.store.react(&reactions).await {
            tracing::warn!(%error, "events wait longer");
        }
    }
}

async fn pass(app: &App, mut stopped: watch::Receiver<bool>) {
    let mut turn = 0_u32;
    while !is_stopped(&mut stopped, if turn == 0 { REACTING } else { TIME }).await {
        time_passes(&app.store).await;
        if turn.is_multiple_of(SWEEP_EVERY) {
            sweep(app).await;
        }
        turn = turn.wrapping_add(1);
    }
}

/// Waits, and tells whether the program stops.
async fn is_stopped(stopped: &mut watch::Receiver<bool>, wait: Duration) -> bool {
    tokio::select! {
        () = tokio::time::sleep(wait) => false,
        _ = stopped.wait_for(|stop| *stop) => true,
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
