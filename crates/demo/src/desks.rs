//! Who answers for what in the made-up country, and under which number other bodies reach them.

use std::sync::Arc;

use access::Actor;
use access::action::SetDesk;
use anyhow::Result;
use people::desk::{Desk, set_desk};
use people::organisation::Line;
use record::{Duty, Governorate, Jurisdiction};
use store::Store;

use crate::country::Country;
use crate::part::Tell;
use crate::words::number;

/// Who answers for what: a placement desk in each governorate, lawyers and the independent body for
/// the whole country, the state's duty officers, the committee's focal point.
pub(crate) async fn set_desks(
    store: &Store,
    places: &[&Governorate],
    administrator: &Actor,
    found: &Country,
    tell: Tell<'_>,
) -> Result<()> {
    let org = |key: &str| found.bodies.get(key).map(|(id, _)| *id);
    let desk = |duty, governorate: Option<&Governorate>, jurisdiction, key: &str| Desk {
        duty,
        governorate: governorate.map(|place| place.code.clone()),
        jurisdiction,
        orgs: org(key).into_iter().collect(),
    };
    let mut desks: Vec<Desk> = places
        .iter()
        .map(|place| {
            let key = format!("care-{}", place.code);
            desk(Duty::Placement, Some(place), Some(place.jurisdiction), &key)
        })
        .collect();
    for jurisdiction in Jurisdiction::ALL {
        let key = format!("labour-{jurisdiction}");
        desks.push(desk(Duty::StateDuty, None, Some(*jurisdiction), &key));
    }
    desks.push(desk(Duty::LegalAid, None, None, "lawyers"));
    desks.push(desk(Duty::Oversight, None, None, "rights"));
    desks.push(desk(Duty::FocalPoint, None, None, "committee"));
    let all = desks.len();
    for (turn, desk) in desks.into_iter().enumerate() {
        tell("desks", turn + 1, all);
        let permit = store.gate().permit_new::<SetDesk>(administrator, &[])?;
        let desk = Arc::new(desk);
        store
            .unit(permit, move |unit| {
                let desk = desk.clone();
                async move { set_desk(&unit, &desk).await }
            })
            .await?;
    }
    Ok(())
}

/// The made-up number under which people of other bodies reach a desk.
pub(crate) fn line(turn: usize) -> Line {
    Line {
        number: number(702, turn),
        hours: "24/7".to_owned(),
    }
}
