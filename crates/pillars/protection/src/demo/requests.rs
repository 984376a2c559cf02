//! Made-up requests for a safe place, at every stage: asked, held, admitted, gone again; declined
//! as the law allows and against it; with nobody left to ask. Each step by whose step it is.

use std::sync::Arc;

use access::action::AskForBed;
use anyhow::{Context as _, Result};
use demo::{Person, Scene, in_language, spoken};
use record::{Governorate, Id, Role, Session};
use store::Store;
use vault::Plain;

use super::answers::{Answers, Stage};
use super::words;
use crate::bed::actions::ask_for_bed;
use crate::bed::{Age, Asking, Needs, Sex};

/// How far back the oldest request lies, in seconds: four days, so that some stays are past the
/// 72 hours of an emergency.
const OLDEST: i64 = 4 * 86_400;

/// Who needs a place: sex, age, own children with them, a disability, the languages they speak, and
/// what became of it.
type Wanted = (Sex, Age, bool, bool, &'static str, Stage);

const WANTED: [Wanted; 12] = [
    (
        Sex::Female,
        Age::Adult,
        false,
        false,
        "fil en",
        Stage::Admitted,
    ),
    (Sex::Male, Age::From13, false, false, "ar", Stage::Judge),
    (Sex::Female, Age::Adult, true, false, "ar", Stage::Held),
    (Sex::Male, Age::Adult, false, false, "bn", Stage::Waiting),
    (
        Sex::Female,
        Age::From13,
        false,
        false,
        "ckb",
        Stage::Admitted,
    ),
    (
        Sex::Female,
        Age::Adult,
        false,
        false,
        "am en",
        Stage::Papers,
    ),
    (Sex::Male, Age::Unknown, false, false, "ur", Stage::Waiting),
    (Sex::Female, Age::Adult, false, true, "ar", Stage::Full),
    (Sex::Male, Age::From13, false, false, "bn", Stage::Admitted),
    (Sex::Male, Age::Adult, false, false, "ne", Stage::Held),
    (Sex::Female, Age::Adult, false, false, "fa", Stage::Left),
    (
        Sex::Female,
        Age::Under13,
        false,
        false,
        "ar",
        Stage::Cancelled,
    ),
];

/// Asks for places, the oldest first, and lets shelters answer.
pub(super) async fn ask_all(scene: &Scene<'_>) -> Result<()> {
    let (clock, places, count) = (scene.clock, scene.places, scene.reports / 2);
    let now = clock.end();
    let step = OLDEST / i64::try_from(count.max(1)).unwrap_or(1);
    for (turn, wanted) in WANTED.iter().cycle().take(count).enumerate() {
        (scene.made)(turn + 1, count);
        let back = OLDEST - step * i64::try_from(turn).unwrap_or(0);
        clock.set(now.plus_seconds(-back));
        // A step of five meets every pair of place and person in the end.
        let place = places
            .get((turn * 5 + turn / WANTED.len()) % places.len())
            .context("the country has no place")?;
        let asker = format!("care-{}", place.code);
        let Some(asker) = scene.country.find(Role::Responder, &asker) else {
            continue;
        };
        let request = ask(scene.store, asker, place, wanted, turn).await?;
        scene.store.react(scene.reactions).await?;
        let answers = Answers { scene, request };
        answers.come(asker, wanted.5).await?;
        scene.store.react(scene.reactions).await?;
    }
    clock.set(now);
    Ok(())
}

async fn ask(
    store: &Store,
    asker: &Person,
    place: &Governorate,
    wanted: &Wanted,
    turn: usize,
) -> Result<Id> {
    let (sex, age, family, disability, languages, _) = *wanted;
    let asking = Arc::new(Asking {
        case: None,
        sheet: None,
        report: None,
        needs: Needs {
            governorate: place.code.clone(),
            sex,
            age,
            family,
            heads: if family { 3 } else { 1 },
            disability,
            languages: languages.to_owned(),
            danger: turn.is_multiple_of(3),
            free_text: Plain::new(in_language(words::NEEDS, spoken(place)).to_owned()),
        },
        form_key: store.world().id().to_string(),
    });
    let permit = store
        .gate()
        .permit_new::<AskForBed>(&asker.actor(Session::Fresh), &[])?;
    let request = store
        .unit(permit, move |unit| {
            let asking = asking.clone();
            async move { ask_for_bed(&unit, &asking).await }
        })
        .await?;
    Ok(request.request)
}
