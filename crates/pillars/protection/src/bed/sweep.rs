//! What time does: holds run out, and nobody waits for a late answer.

use store::{Store, StoreError};

use super::{houses, order, part, store as table};

/// Ends holds that ran out and asks on where every answer is late; tells how many requests it
/// touched. Maintenance calls it every minute.
pub async fn sweep(store: &Store) -> Result<usize, StoreError> {
    Ok(release_expired(store).await? + ask_late(store).await?)
}

/// Ends every hold that ran out, by the rule `ReleaseHolds`; tells in how many requests.
pub async fn release_expired(store: &Store) -> Result<usize, StoreError> {
    let now = store.world().now();
    let ran_out = store
        .look(|look| async move { part::store::ran_out(&*look, now).await })
        .await?;
    let mut touched = 0;
    for request in ran_out {
        touched += done(order::run(store, request, order::EXPIRED, None).await)?;
    }
    Ok(touched)
}

/// Asks on, by the rule `AskHouses`, wherever it would ask somebody now: every answer is late, or a
/// place is free that was not; tells in how many requests.
async fn ask_late(store: &Store) -> Result<usize, StoreError> {
    let waiting = store
        .look(|look| async move { table::waiting(&*look).await })
        .await?;
    let mut touched = 0;
    for request in waiting {
        let now = store.world().now();
        let would = store
            .look(|look| async move {
                let standing = table::standing(&*look, request).await?;
                let plan = houses::plan(&*look, &standing, now).await?;
                Ok::<_, StoreError>(!plan.is_nothing(standing.round))
            })
            .await?;
        if would {
            touched += done(houses::run(store, request, None).await)?;
        }
    }
    Ok(touched)
}

/// One request that cannot be touched now keeps no other waiting; a store that is busy does.
fn done(result: Result<(), StoreError>) -> Result<usize, StoreError> {
    match result {
        Ok(()) => Ok(1),
        Err(StoreError::Busy) => Err(StoreError::Busy),
        Err(error) => {
            tracing::warn!(%error, "a request could not be put in order");
            Ok(0)
        }
    }
}
