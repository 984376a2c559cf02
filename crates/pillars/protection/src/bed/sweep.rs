//! What time does: holds run out, and nobody waits for a late answer.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use record::Jurisdiction;
use store::{Store, StoreError};

use super::rules::Offer;
use super::{inquiry, order, shelters, store as table};

/// Ends holds that ran out and asks on where every answer is late; tells how many requests it
/// touched. Maintenance calls it every minute.
pub async fn sweep(store: &Store) -> Result<usize, StoreError> {
    Ok(release_expired(store).await? + ask_late(store).await?)
}

/// Ends every hold that ran out, by the rule `ReleaseHolds`; tells in how many requests.
pub async fn release_expired(store: &Store) -> Result<usize, StoreError> {
    let now = store.world().now();
    let ran_out = store
        .read_clear(|look| async move { inquiry::store::ran_out(&*look, now).await })
        .await?;
    let mut touched = 0;
    for request in ran_out {
        let run = order::run(store, request, order::EXPIRED, None);
        touched += usize::from(store.attempt(order::NAME, request, run).await?);
    }
    Ok(touched)
}

/// Asks on, by the rule `AskHouses`, wherever it would ask somebody now: every answer is late, or a
/// place is free that was not; tells in how many requests.
async fn ask_late(store: &Store) -> Result<usize, StoreError> {
    let now = store.world().now();
    let to_ask = store
        .read_clear(|look| async move {
            let mut offers: BTreeMap<Jurisdiction, Vec<Offer>> = BTreeMap::new();
            let mut to_ask = Vec::new();
            for standing in table::waiting(&*look, now).await? {
                let place = record::governorate(&standing.head.governorate);
                let Some(jurisdiction) = place.map(|place| place.jurisdiction) else {
                    continue;
                };
                let offers = match offers.entry(jurisdiction) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        new.insert(inquiry::store::offers(&*look, jurisdiction).await?)
                    }
                };
                if shelters::would_ask(&*look, &standing, offers, now).await? {
                    to_ask.push(standing.head.record);
                }
            }
            Ok::<_, StoreError>(to_ask)
        })
        .await?;
    let mut touched = 0;
    for request in to_ask {
        let run = shelters::run(store, request, None);
        touched += usize::from(store.attempt(shelters::NAME, request, run).await?);
    }
    Ok(touched)
}
