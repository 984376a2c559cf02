//! Who reads, and whom one can call, in the made-up country.

use std::sync::Arc;

use access::Actor;
use access::action::{SetDesk, SetDutyNumber, SetReaderOrder};
use anyhow::Result;
use people::desk::{Desk, set_desk};
use people::organisation::Line;
use protection::reader::actions::{Order, set_duty_number, set_reader_order};
use protection::reader::{DutyNumber, Said};
use record::{Duty, Governorate, Jurisdiction, Role};
use store::Store;

use super::country;
use super::people::{Country, names};

/// The order in which each governorate's reports are read, and the independent reader of all.
pub(super) async fn set_readers(
    store: &Store,
    places: &[&Governorate],
    administrator: &Actor,
    found: &Country,
) -> Result<()> {
    let org = |key: &String| found.bodies.get(key).map(|(id, _)| *id);
    let mut orders: Vec<Order> = places
        .iter()
        .map(|place| Order {
            governorate: Some(place.code.clone()),
            jurisdiction: place.jurisdiction,
            orgs: country::readers(place)
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
        let last = country::LAST_READER.to_owned();
        orders.push(Order {
            governorate: None,
            jurisdiction: *jurisdiction,
            orgs: org(&last).into_iter().collect(),
        });
    }
    for order in orders {
        let permit = store
            .gate()
            .permit_new::<SetReaderOrder>(administrator, &[])?;
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

/// Who answers for what: a placement desk in each governorate, lawyers and the independent body for
/// the whole country, the state's duty officers, the committee's focal point.
pub(super) async fn set_desks(
    store: &Store,
    places: &[&Governorate],
    administrator: &Actor,
    found: &Country,
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
    for desk in desks {
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

/// Made-up numbers: `+999` is nobody's country code.
pub(super) async fn set_numbers(
    store: &Store,
    places: &[&Governorate],
    administrator: &Actor,
) -> Result<()> {
    let now = store.world().now();
    let numbers = std::iter::once(None).chain(places.iter().map(|place| Some(place.code.clone())));
    for (turn, governorate) in numbers.enumerate() {
        // One in ten was not checked for long: it is kept off the public pages.
        let days = if turn % 10 == 9 {
            120
        } else {
            1 + i64::try_from(turn % 30).unwrap_or(0)
        };
        let number = Arc::new(DutyNumber {
            id: store.world().id(),
            number: format!("+999 700 {:04}", 100 + turn),
            governorate,
            names: names(&country::LINE.map(str::to_owned)),
            help: names(&country::DUTY.map(str::to_owned)),
            hours: "24/7".to_owned(),
            languages: "ar ckb en".to_owned(),
            records_calls: Said::No,
            duty_to_report: Said::No,
            checked_on: now.plus_seconds(-days * 86_400),
            checked_by: "duty desk".to_owned(),
            hidden: false,
        });
        anyhow::ensure!(
            is_nobodys(&number.number),
            "a number of the demo could be somebody's"
        );
        let permit = store
            .gate()
            .permit_new::<SetDutyNumber>(administrator, &[])?;
        store
            .unit(permit, move |unit| {
                let number = number.clone();
                async move { set_duty_number(&unit, &number).await }
            })
            .await?;
    }
    Ok(())
}

/// The made-up number under which people of other bodies reach a desk.
pub(super) fn line(turn: usize) -> Result<Line> {
    let line = Line {
        number: format!("+999 702 {turn:04}"),
        hours: "24/7".to_owned(),
    };
    anyhow::ensure!(
        is_nobodys(&line.number),
        "a number of the demo could be somebody's"
    );
    Ok(line)
}

/// Whether a number begins with a country code that no country has.
fn is_nobodys(number: &str) -> bool {
    number.starts_with("+999 ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_be_somebody_s_is_refused() {
        assert!(is_nobodys("+999 700 0100"));
        for number in ["+964 770 000 0000", "0770 000 0000", "+9997", "911"] {
            assert!(!is_nobodys(number), "{number}");
        }
    }
}
