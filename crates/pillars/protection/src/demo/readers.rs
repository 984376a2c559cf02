//! Who reads in the made-up country.

use std::sync::Arc;

use access::action::SetReaderOrder;
use anyhow::Result;
use demo::Scene;
use record::{Governorate, Jurisdiction, Role};

use crate::reader::actions::{Order, set_reader_order};

/// The order in which a governorate's reports are read: keys of bodies.
fn readers(place: &Governorate) -> Vec<String> {
    ["care", "second", "labour"]
        .iter()
        .map(|key| format!("{key}-{}", place.code))
        .collect()
}

/// The independent reader of the whole country.
const LAST_READER: &str = "listeners";

/// The order in which each governorate's reports are read, and the independent reader of all.
pub(super) async fn set_all(scene: &Scene<'_>) -> Result<()> {
    let (store, found) = (scene.store, scene.country);
    let administrator = found.administrator()?;
    let org = |key: &String| found.bodies.get(key).map(|(id, _)| *id);
    let mut orders: Vec<Order> = scene
        .places
        .iter()
        .map(|place| Order {
            governorate: Some(place.code.clone()),
            jurisdiction: place.jurisdiction,
            orgs: readers(place)
                .iter()
                // In a country of few people some bodies have nobody who could read or hand on.
                .filter(|body| {
                    let works = |role| found.find(role, body).is_some();
                    works(Role::Responder) && works(Role::Supervisor)
                })
                .filter_map(org)
                .collect(),
        })
        .collect();
    for jurisdiction in Jurisdiction::ALL {
        let last = LAST_READER.to_owned();
        orders.push(Order {
            governorate: None,
            jurisdiction: *jurisdiction,
            orgs: org(&last).into_iter().collect(),
        });
    }
    let all = orders.len();
    for (turn, order) in orders.into_iter().enumerate() {
        (scene.made)(turn + 1, all);
        let permit = store
            .gate()
            .permit_new::<SetReaderOrder>(&administrator, &[])?;
        let order = Arc::new(order);
        store
            .unit(permit, move |unit| {
                let order = order.clone();
                async move { set_reader_order(&unit, &order).await }
            })
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_is_there_and_somebody_reads_and_hands_on() {
        let bodies = demo::bodies();
        let is_there = |key: &str| bodies.iter().any(|body| body.key == key);
        assert!(is_there(LAST_READER));
        let places = demo::places(&[]);
        for count in [300, 1000] {
            let posts = demo::posts(is_there, &places, count);
            for reader in places.iter().flat_map(|place| readers(place)) {
                assert!(is_there(&reader));
                for role in [Role::Responder, Role::Supervisor] {
                    let works = posts.iter().any(|(key, is)| *is == role && *key == reader);
                    assert!(works, "{role} of {reader}, {count}");
                }
            }
        }
    }
}
