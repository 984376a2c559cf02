//! What the program does by itself: reactions to events, and forgetting what is old.

use std::time::Duration;

use page::App;
use protection::bed::sweep::release_expired;
use record::WrongClock;
use store::jobs::JobKind;
use store::{Reaction, Store, StoreError};
use tokio::sync::watch;

use crate::jobs;

/// How often waiting events are looked for, what has run out, and what is old.
const REACTING: Duration = Duration::from_millis(500);
const TIME: Duration = Duration::from_secs(2);
const WORKING: Duration = Duration::from_secs(1);
const SWEEP_EVERY: u32 = 30;
/// How often, in passes, jobs that ended long ago are forgotten: about once an hour.
const FORGET_EVERY: u32 = 1800;
/// How often, in passes, what lies where nobody is goes on.
const PASS_ON_EVERY: u32 = 5;

/// Every reaction of every part of the program.
pub fn reactions() -> Vec<Reaction> {
    [people::reactions(), protection::reactions()].concat()
}

/// Runs until told to stop. Time passes beside the reactions: where thousands of clocks are late at
/// once, after a day without current, a new report does not wait for them.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
    let world = app.world.clone();
    let kept: Result<(), StoreError> = app
        .store
        .upkeep(move |upkeep| {
            let world = world.clone();
            async move { crate::ledger::store::keep(&upkeep, &world).await }
        })
        .await;
    if let Err(error) = kept {
        tracing::warn!(%error, "the ledger's pages stay closed until the next start");
    }
    tokio::join!(
        react(&app, stopped.clone()),
        pass(&app, stopped.clone()),
        work(&app, stopped),
    );
}

/// Does what somebody asked for and need not wait for.
async fn work(app: &App, mut stopped: watch::Receiver<bool>) {
    let asked = async { jobs::ask_where_folding_changed(&app.store).await.map(drop) };
    app.store.work("AskForIndex", asked).await;
    while !is_stopped(&mut stopped, WORKING).await {
        let copies = app.settings.backup_to.clone();
        let ran = jobs::turn(&app.store, JobKind::ALL, copies, stopped.clone());
        let ran = async { ran.await.map(drop) };
        app.store.work("RunJobs", ran).await;
    }
}

async fn react(app: &App, mut stopped: watch::Receiver<bool>) {
    let reactions = reactions();
    if let Err(error) = app.store.react_only_by(&reactions).await {
        tracing::warn!(%error, "rules that are gone keep their events a little longer");
    }
    while !is_stopped(&mut stopped, REACTING).await {
        let reacted = async { app.store.react(&reactions).await.map(drop) };
        let reacted = app.store.work("React", reacted);
        if is_cut_off(&mut stopped, reacted).await {
            return;
        }
    }
}

async fn pass(app: &App, mut stopped: watch::Receiver<bool>) {
    let mut turn = 0_u32;
    let mut wrong = None;
    while !is_stopped(&mut stopped, if turn == 0 { REACTING } else { TIME }).await {
        let pass = async {
            time_passes(&app.store).await;
            if turn.is_multiple_of(PASS_ON_EVERY) {
                let passed = async { protection::unattended::sweep(&app.store).await.map(drop) };
                app.store.work("PassOn", passed).await;
            }
        };
        if is_cut_off(&mut stopped, pass).await {
            return;
        }
        if turn.is_multiple_of(SWEEP_EVERY) {
            sweep(app).await;
            wrong = clock(&app.store, wrong).await;
        }
        if turn.is_multiple_of(FORGET_EVERY) {
            app.store.work("ForgetJobs", forget_jobs(&app.store)).await;
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

/// Works until it is done or the program stops, and tells whether it stops. After a day without current
/// thousands of things may wait: each is a unit of its own, which ends well, and the rest is done after
/// the next start.
async fn is_cut_off(stopped: &mut watch::Receiver<bool>, work: impl Future<Output = ()>) -> bool {
    tokio::select! {
        () = work => false,
        _ = stopped.wait_for(|stop| *stop) => true,
    }
}

/// What time does by itself: clocks that are late are told to whoever must know, holds run out.
pub async fn time_passes(store: &Store) {
    let told = async { protection::child::escalate(store).await.map(drop) };
    store.work("TellLateClocks", told).await;
    let ended = async { release_expired(store).await.map(drop) };
    store.work("EndHolds", ended).await;
}

/// Says once when the clock begins to be wrong, and once when it is right again.
async fn clock(store: &Store, before: Option<WrongClock>) -> Option<WrongClock> {
    let now = match store.wrong_clock().await {
        Ok(now) => now,
        Err(error) => {
            tracing::warn!(%error, "whether the clock is right cannot be told");
            return before;
        }
    };
    match (before, now) {
        (None, Some(wrong)) => tracing::error!(
            ?wrong,
            "the clock of this machine is wrong: no report is taken, set it"
        ),
        (Some(_), None) => tracing::info!("the clock is right again: reports are taken"),
        _ => {}
    }
    now
}

async fn forget_jobs(store: &Store) -> Result<(), StoreError> {
    let forgotten = store.upkeep(|upkeep| async move { upkeep.forget_jobs().await });
    forgotten.await.map(drop)
}

async fn sweep(app: &App) {
    app.pending.sweep();
    let store = &app.store;
    let asked = async { protection::bed::sweep::sweep(store).await.map(drop) };
    store.work("AskLateHouses", asked).await;
    let forgotten = async {
        let forms: Result<u64, StoreError> = store
            .upkeep(|upkeep| async move { upkeep.forget_forms().await })
            .await;
        forms.map(drop)
    };
    store.work("ForgetForms", forgotten).await;
    let told = async { protection::detention::sweep(store).await.map(drop) };
    store.work("TellLawyers", told).await;
    store.work("ForgetOld", people::sweep(store)).await;
    store.work("ForgetStuck", store.forget_stuck()).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_stop_waits_for_no_work_that_is_without_end() {
        let (stop, mut told) = watch::channel(false);
        assert!(!is_cut_off(&mut told, std::future::ready(())).await);
        let endless = is_cut_off(&mut told, std::future::pending());
        let (is_cut_off, _) = tokio::join!(endless, async { stop.send_replace(true) });
        assert!(is_cut_off);
    }
}
