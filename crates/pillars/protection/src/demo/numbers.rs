//! Whom one can call in the made-up country: numbers that nobody has.

use std::sync::Arc;

use access::action::SetDutyNumber;
use anyhow::Result;
use demo::{Scene, names, number};

use crate::reader::actions::set_duty_number;
use crate::reader::{DutyNumber, YesNoUnknown};

/// Who answers the made-up numbers.
const LINE: [&str; 3] = ["Help line", "خط المساعدة", "هێڵی یارمەتی"];

/// What numbers are for, in three languages.
const DUTY: [&str; 3] = [
    "Help, day and night",
    "مساعدة ليلًا ونهارًا",
    "یارمەتی، شەو و ڕۆژ",
];

/// A number of the whole country, and one of each governorate.
pub(super) async fn set_all(scene: &Scene<'_>) -> Result<()> {
    let store = scene.store;
    let administrator = scene.country.administrator()?;
    let now = store.world().now();
    let numbers =
        std::iter::once(None).chain(scene.places.iter().map(|place| Some(place.code.clone())));
    for (turn, governorate) in numbers.enumerate() {
        (scene.made)(turn + 1, scene.places.len() + 1);
        // One in ten was not checked for long: it is kept off the public pages.
        let days = if turn % 10 == 9 {
            120
        } else {
            1 + i64::try_from(turn % 30).unwrap_or(0)
        };
        let duty = Arc::new(DutyNumber {
            id: store.world().id(),
            number: number(700, 100 + turn),
            governorate,
            names: names(LINE),
            help: names(DUTY),
            hours: "24/7".to_owned(),
            languages: "ar ckb en".to_owned(),
            records_calls: YesNoUnknown::No,
            duty_to_report: YesNoUnknown::No,
            checked_on: now.plus_seconds(-days * 86_400),
            checked_by: "duty desk".to_owned(),
            hidden: false,
        });
        let permit = store
            .gate()
            .permit_new::<SetDutyNumber>(&administrator, &[])?;
        store
            .unit(permit, move |unit| {
                let duty = duty.clone();
                async move { set_duty_number(&unit, &duty).await }
            })
            .await?;
    }
    Ok(())
}
