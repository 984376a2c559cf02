//! What people must see to, so that whoever asks for help finds somebody.

use protection::reader::{actions, rules};
use record::World;
use store::{Examined, StoreError};

use super::{Finding, Weight};

pub(super) async fn look(examined: &Examined, world: &World) -> Vec<Finding> {
    if !examined.is_of_this_program() {
        // Its tables may be others than those asked here.
        return Vec::new();
    }
    let looked = async {
        let numbers = numbers(examined, world).await?;
        let readers = readers(examined).await?;
        Ok::<_, StoreError>(numbers.into_iter().chain(readers).collect())
    };
    looked.await.unwrap_or_else(|error| {
        vec![Finding::new(
            Weight::Broken,
            format!("readers and numbers cannot be read ({error})"),
            "nobody knows whether reports find a reader",
            "see the lines above",
        )]
    })
}

async fn numbers(examined: &Examined, world: &World) -> Result<Option<Finding>, StoreError> {
    let since = world.now().plus_seconds(-rules::CHECKED_FOR);
    let all = actions::all_numbers(examined, None).await?;
    let shown: Vec<_> = all.iter().filter(|number| !number.hidden).collect();
    let old: Vec<&str> = shown
        .iter()
        .filter(|number| number.checked_on <= since)
        .map(|number| number.number.as_str())
        .collect();
    let what = match (shown.len(), old.len()) {
        (0, _) => "no number of anybody to call is on record".to_owned(),
        (_, 0) => return Ok(None),
        _ => format!("not checked for 90 days: {}", old.join(", ")),
    };
    Ok(Some(Finding::new(
        Weight::ToDo,
        what,
        "such numbers are kept off the public page: whoever needs a voice finds none",
        "call them, and enter what was found on the page Duty numbers",
    )))
}

async fn readers(examined: &Examined) -> Result<Option<Finding>, StoreError> {
    let country = actions::country(examined).await?;
    let manned = country.manned(&std::collections::BTreeSet::new());
    let without: Vec<&str> = record::governorates()
        .iter()
        .filter(|place| {
            let nobody = std::collections::BTreeSet::new();
            rules::first_reader(&manned, &nobody, Some(&place.code), None).is_none()
        })
        .map(|place| place.code.as_str())
        .collect();
    let what = match without.len() {
        0 => return Ok(None),
        all if all == record::governorates().len() => "no governorate has a reader".to_owned(),
        _ => format!("no reader for {}", without.join(", ")),
    };
    Ok(Some(Finding::new(
        Weight::ToDo,
        what,
        "a report from there would find nobody, so that its page takes none",
        "on the page Who reads, name readers whose desks have people, and an independent one for the whole country",
    )))
}
