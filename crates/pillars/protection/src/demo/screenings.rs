//! Made-up screenings at every stage: being asked, handed in, decided, a lower result that waits. Each
//! step by whose step it is.

use std::sync::Arc;

use access::action::{
    AnswerScreening, DecideScreening, ProposeLowerResult, ReadScreening, StartScreening,
};
use anyhow::{Context as _, Result};
use clock::AgeBand;
use demo::{Person, Scene, in_language, spoken};
use record::{Governorate, Id, Role, Session};
use vault::Plain;

use super::thread::Thread;
use super::words;
use crate::screening::actions::{
    Starting, answer_screening, hand_in, read_screening, start_screening,
};
use crate::screening::decide::{decide_screening, propose_lower_result};
use crate::screening::rule::{Answer, Basis, Outcome, When, propose, questions};
use crate::screening::{Agreed, Danger, Given, LastContact, Setting, Talk, Then};

/// How far back the oldest screening lies, in seconds: three days.
const OLDEST: i64 = 3 * 86_400;

/// What became of a made-up screening.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asked,
    HandedIn,
    Decided,
    Lower,
}

/// Who sits there: age, the rows said yes to, whether the talk is safe, the last contact, and what
/// became of it.
struct Told {
    age: AgeBand,
    yes: &'static [&'static str],
    is_safe: bool,
    contact: LastContact,
    stage: Stage,
}

const TOLD: [Told; 6] = [
    Told {
        age: AgeBand::Child,
        yes: &["A02", "G02", "G10", "G11"],
        is_safe: true,
        contact: LastContact::Week,
        stage: Stage::HandedIn,
    },
    Told {
        age: AgeBand::Adult,
        yes: &["A01", "A02", "G01", "G02", "G10"],
        is_safe: true,
        contact: LastContact::Month,
        stage: Stage::Decided,
    },
    Told {
        age: AgeBand::Adult,
        yes: &[],
        is_safe: false,
        contact: LastContact::Unknown,
        stage: Stage::Asked,
    },
    Told {
        age: AgeBand::Adult,
        yes: &["G02", "G10", "G11"],
        is_safe: true,
        contact: LastContact::Longer,
        stage: Stage::Lower,
    },
    Told {
        age: AgeBand::Unknown,
        yes: &["B01", "C01"],
        is_safe: true,
        contact: LastContact::Now,
        stage: Stage::HandedIn,
    },
    Told {
        age: AgeBand::Adult,
        yes: &["A01", "G10"],
        is_safe: true,
        contact: LastContact::Longer,
        stage: Stage::Decided,
    },
];

/// Asks people, the oldest first.
pub(super) async fn ask_all(scene: &Scene<'_>) -> Result<()> {
    let (clock, places, count) = (scene.clock, scene.places, scene.reports / 3);
    let now = clock.end();
    let step = OLDEST / i64::try_from(count.max(1)).unwrap_or(1);
    for (turn, told) in TOLD.iter().cycle().take(count).enumerate() {
        (scene.made)(turn + 1, count);
        clock.set(now.plus_seconds(step * i64::try_from(turn).unwrap_or(0) - OLDEST));
        let place = places
            .get((turn + turn / TOLD.len()) % places.len())
            .context("the country has no place")?;
        let body = format!("care-{}", place.code);
        let Some(responder) = scene.country.find(Role::Responder, &body) else {
            continue;
        };
        let screening = ask(scene, responder, place, told).await?;
        scene.store.react(scene.reactions).await?;
        come(scene, &body, (screening, place), told.stage).await?;
        scene.store.react(scene.reactions).await?;
    }
    clock.set(now);
    Ok(())
}

fn key(scene: &Scene<'_>) -> String {
    scene.store.world().id().to_string()
}

fn talk(told: &Told) -> Talk {
    let given = |answer| Given {
        answer,
        basis: Basis::Said,
        when: When::Before,
    };
    let mut talk = Talk::begun(Agreed::Yes, Agreed::Yes, told.age);
    talk.setting = Some(Setting {
        then: Then::NotAsked,
        alone: told.is_safe,
        own_language: told.is_safe,
        no_link: told.is_safe,
        safe_place: true,
        contact: told.contact,
        dangers: if told.contact == LastContact::Now {
            vec![Danger::Near]
        } else {
            Vec::new()
        },
        act_found: false,
    });
    let answers = questions().iter().map(|question| {
        let said = told.yes.contains(&question.id.as_str());
        let answer = if said { Answer::Yes } else { Answer::No };
        (question.id.clone(), given(answer))
    });
    talk.answers = answers.filter(|(id, _)| id.as_str() != "W01").collect();
    talk
}

/// The front line talks with somebody who stands before it.
async fn ask(
    scene: &Scene<'_>,
    responder: &Person,
    place: &Governorate,
    told: &Told,
) -> Result<Id> {
    let actor = responder.actor(Session::Fresh);
    let starting = Arc::new(Starting {
        report: None,
        governorate: Some(place.code.clone()),
        talk: Talk::begun(Agreed::Yes, Agreed::Yes, told.age),
        sheet: None,
        form_key: key(scene),
    });
    let gate = scene.store.gate();
    let permit = gate.permit_new::<StartScreening>(&actor, &[])?;
    let screening = scene
        .store
        .unit(permit, move |unit| {
            let starting = starting.clone();
            async move { start_screening(&unit, &starting).await }
        })
        .await?
        .screening;
    scene.clock.advance(20 * 60);
    let permit = gate.permit::<AnswerScreening>(&actor, screening).await?;
    let (talk, saved) = (Arc::new(talk(told)), key(scene));
    let is_done = told.stage != Stage::Asked;
    scene
        .store
        .unit(permit, move |unit| {
            let (talk, key) = (talk.clone(), saved.clone());
            async move {
                if is_done {
                    return hand_in(&unit, &talk, 0, &key).await;
                }
                answer_screening(&unit, &talk, 0, &key).await
            }
        })
        .await?;
    Ok(screening)
}

/// Its report goes to a caseworker of that desk, who goes on.
async fn come(
    scene: &Scene<'_>,
    body: &str,
    (screening, place): (Id, &Governorate),
    stage: Stage,
) -> Result<()> {
    let at_desk = |role| scene.country.find(role, body);
    let (Some(supervisor), Some(caseworker)) =
        (at_desk(Role::Supervisor), at_desk(Role::Caseworker))
    else {
        return Ok(());
    };
    if stage == Stage::Asked {
        return Ok(());
    }
    let gate = scene.store.gate();
    let boss = supervisor.actor(Session::Fresh);
    let permit = gate.permit::<ReadScreening>(&boss, screening).await?;
    let opened = scene
        .store
        .read(permit, |unit| async move { read_screening(&unit).await })
        .await?;
    let thread = Thread {
        store: scene.store,
        report: opened.head.root,
        language: spoken(place),
    };
    scene.clock.advance(30 * 60);
    thread.reassign(supervisor, caseworker.account).await?;
    scene.store.react(scene.reactions).await?;
    scene.clock.advance(60 * 60);
    let worker = caseworker.actor(Session::Fresh);
    let reasons = match stage {
        Stage::Lower => words::LESS,
        Stage::Asked | Stage::HandedIn | Stage::Decided => words::REASONS,
    };
    let reasons = in_language(reasons, spoken(place)).to_owned();
    let seen = opened.head.revision;
    let done = key(scene);
    match stage {
        Stage::Asked | Stage::HandedIn => {}
        Stage::Decided => {
            let outcome = propose(&opened.talk.told()).outcome;
            let permit = gate.permit::<DecideScreening>(&worker, screening).await?;
            scene
                .store
                .unit(permit, move |unit| {
                    let (reasons, key) = (Plain::new(reasons.clone()), done.clone());
                    async move { decide_screening(&unit, outcome, &reasons, seen, &key).await }
                })
                .await?;
        }
        Stage::Lower => {
            let permit = gate
                .permit::<ProposeLowerResult>(&worker, screening)
                .await?;
            let outcome = Outcome::MoreInformation;
            scene
                .store
                .unit(permit, move |unit| {
                    let (reasons, key) = (Plain::new(reasons.clone()), done.clone());
                    async move { propose_lower_result(&unit, outcome, &reasons, seen, &key).await }
                })
                .await?;
        }
    }
    Ok(())
}
