//! Made-up reports at every stage: new, answered, answered again, closed, reassigned, stopped,
//! withdrawn, released to the police. Each is sent and worked on by the actions people use, at
//! times that lie some days back.

use access::Actor;
use access::action::SendReport;
use anyhow::{Context as _, Result};
use demo::{Scene, number, spoken};
use record::{Governorate, Id, OrgKind, Role, districts_of};
use store::Store;
use vault::Plain;

use super::thread::Thread;
use super::words::{self, Told};
use crate::reader::actions::country;
use crate::report::sending::{Sending, Sent, reading, send};
use crate::report::{Accused, Contact, Entry, Part, YesNoUnknown};

/// How far back the oldest report lies, in seconds: six days.
const OLDEST: i64 = 6 * 86_400;

/// What became of a made-up report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    New,
    Answered,
    Conversation,
    Closed,
    Reassigned,
    Stopped,
    Withdrawn,
    Released,
}

const STAGES: [Stage; 12] = [
    Stage::New,
    Stage::Answered,
    Stage::New,
    Stage::Conversation,
    Stage::Closed,
    Stage::Released,
    Stage::New,
    Stage::Reassigned,
    Stage::Answered,
    Stage::Stopped,
    Stage::Withdrawn,
    Stage::Conversation,
];

/// Sends reports, spread over the places, the oldest first.
pub(super) async fn send_all(scene: &Scene<'_>) -> Result<()> {
    let (clock, count) = (scene.clock, scene.reports);
    let now = clock.end();
    let step = OLDEST / i64::try_from(count.max(1)).unwrap_or(1);
    for (turn, stage) in STAGES.iter().cycle().take(count).enumerate() {
        (scene.made)(turn + 1, count);
        let back = OLDEST - step * i64::try_from(turn).unwrap_or(0);
        clock.set(now.plus_seconds(-back));
        let place = scene
            .places
            .get(turn % scene.places.len())
            .context("the country has no place")?;
        report(scene, place, turn, *stage).await?;
    }
    clock.set(now);
    Ok(())
}

async fn report(
    scene: &Scene<'_>,
    place: &'static Governorate,
    turn: usize,
    stage: Stage,
) -> Result<()> {
    let (store, told) = (scene.store, words::told(turn));
    let Some((report, reader)) = send_one(store, place, told, turn, stage).await? else {
        return Ok(());
    };
    let at_desk = |role: Role| {
        let mut people = scene.country.people.iter();
        people.find(|person| person.org == reader && person.role == role)
    };
    let Some(responder) = at_desk(Role::Responder) else {
        return Ok(());
    };
    let thread = Thread {
        store,
        report,
        language: spoken(place),
    };
    let passed = |minutes: i64| scene.clock.advance(minutes * 60);
    match stage {
        Stage::New | Stage::Released => {}
        Stage::Answered => {
            passed(25);
            thread.answer(responder, words::ANSWER).await?;
        }
        Stage::Conversation => {
            passed(20);
            thread.answer(responder, words::ANSWER).await?;
            passed(40);
            thread.add(words::MORE).await?;
        }
        Stage::Closed => {
            passed(20);
            thread.answer(responder, words::ANSWER).await?;
            passed(300);
            thread.close(responder).await?;
        }
        Stage::Reassigned => {
            passed(15);
            thread.answer(responder, words::ANSWER).await?;
            if let (Some(supervisor), Some(caseworker)) =
                (at_desk(Role::Supervisor), at_desk(Role::Caseworker))
            {
                passed(30);
                thread.reassign(supervisor, caseworker.account).await?;
            }
        }
        Stage::Stopped => {
            passed(30);
            thread.stop().await?;
        }
        Stage::Withdrawn => {
            passed(90);
            thread.delete().await?;
        }
    }
    Ok(())
}

/// Sends one; answers the report and its reader.
async fn send_one(
    store: &Store,
    place: &'static Governorate,
    told: &Told,
    turn: usize,
    stage: Stage,
) -> Result<Option<(Id, Id)>> {
    let with_police = stage == Stage::Released;
    let accused: Vec<Accused> = match turn % 7 {
        3 if !with_police => vec![Accused::SomeOf(OrgKind::Police)],
        5 => vec![Accused::SomeOf(OrgKind::Camp)],
        _ => Vec::new(),
    };
    let country = store.read_clear(async |look| country(&*look).await).await?;
    let who = reading(&country, &accused, Some(&place.code), with_police);
    let Some(reader) = who.reader else {
        return Ok(None);
    };
    let district = districts_of(&place.code)
        .nth(turn % 3)
        .map(|district| district.code.clone());
    let parts = [
        (Part::Text, Some(told.in_language(spoken(place)).to_owned())),
        (Part::District, district),
        (
            Part::How,
            (turn.is_multiple_of(2)).then(|| number(701, turn)),
        ),
        (
            Part::HeldBy,
            (told.entry == Entry::Held).then(|| "residence".to_owned()),
        ),
    ];
    let sending = Sending {
        entry: told.entry,
        governorate: Some(place.code.clone()),
        with_police,
        accused,
        minor: told.minor,
        danger: if turn.is_multiple_of(4) {
            YesNoUnknown::Yes
        } else {
            YesNoUnknown::Unknown
        },
        contact: if turn.is_multiple_of(2) {
            Contact::Yes
        } else {
            Contact::No
        },
        parts: parts
            .into_iter()
            .filter_map(|(part, text)| text.map(|text| (part, Plain::new(text))))
            .collect(),
        told: reader,
        told_police: who.police,
        taken: None,
        form_key: store.world().id().to_string(),
    };
    let permit = store.gate().permit_new::<SendReport>(&Actor::Public, &[])?;
    match send(store, &permit, sending).await? {
        Sent::Receipt { report, .. } => Ok(Some((report, reader))),
        Sent::OtherReader | Sent::NoReader => Ok(None),
    }
}
