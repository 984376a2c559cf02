//! Made-up reports at every stage: new, answered, answered again, closed, reassigned, stopped,
//! withdrawn, released to the police. Each is sent and worked on by the actions people use, at
//! times that lie some days back.

use std::sync::Arc;

use access::Actor;
use access::action::{
    AddToReport, AnswerReport, CloseReport, DeleteReport, ReadReport, ReassignReport, SendReport,
    StopContact,
};
use anyhow::{Context as _, Result};
use protection::reader::actions::country;
use protection::report::actions::{answer_report, close_report, read_report, reassign_report};
use protection::report::sending::{Sending, Sent, reading, send};
use protection::report::thread::{add_to_report, delete_report, stop_contact};
use protection::report::{Accused, Because, Contact, Entry, Part, Said};
use record::{Governorate, Id, Language, OrgKind, Role, Session, World, districts_of};
use store::Store;
use vault::Plain;

use super::people::{Country, Person};
use super::words::{self, Told};
use crate::world::Staged;

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

/// Sends `count` reports, spread over the places, the oldest first.
pub(super) async fn send_all(
    store: &Store,
    clock: &Staged,
    places: &[&'static Governorate],
    found: &Country,
    count: usize,
) -> Result<()> {
    let now = clock.end();
    let step = OLDEST / i64::try_from(count.max(1)).unwrap_or(1);
    for (turn, stage) in STAGES.iter().cycle().take(count).enumerate() {
        let back = OLDEST - step * i64::try_from(turn).unwrap_or(0);
        clock.set(now.plus_seconds(-back));
        let place = places
            .get(turn % places.len())
            .context("the country has no place")?;
        report(store, clock, place, found, turn, *stage).await?;
    }
    clock.set(now);
    Ok(())
}

fn language_at(place: &Governorate) -> Language {
    match place.jurisdiction {
        record::Jurisdiction::Kurdistan => Language::Ckb,
        record::Jurisdiction::Federal => Language::Ar,
    }
}

async fn report(
    store: &Store,
    clock: &Staged,
    place: &'static Governorate,
    found: &Country,
    turn: usize,
    stage: Stage,
) -> Result<()> {
    let told = words::told(turn);
    let language = language_at(place);
    let Some((report, reader)) = send_one(store, place, told, language, turn, stage).await? else {
        return Ok(());
    };
    let at_desk = |role: Role| {
        found
            .people
            .iter()
            .find(|p| p.org == reader && p.role == role)
    };
    let Some(responder) = at_desk(Role::Responder) else {
        return Ok(());
    };
    let work = Work {
        store,
        report,
        language,
    };
    let passed = |minutes: i64| clock.advance(minutes * 60);
    match stage {
        Stage::New | Stage::Released => {}
        Stage::Answered => {
            passed(25);
            work.answer(responder, words::ANSWER).await?;
        }
        Stage::Conversation => {
            passed(20);
            work.answer(responder, words::ANSWER).await?;
            passed(40);
            work.add(words::MORE).await?;
        }
        Stage::Closed => {
            passed(20);
            work.answer(responder, words::ANSWER).await?;
            passed(300);
            work.close(responder).await?;
        }
        Stage::Reassigned => {
            passed(15);
            work.answer(responder, words::ANSWER).await?;
            if let (Some(supervisor), Some(caseworker)) =
                (at_desk(Role::Supervisor), at_desk(Role::Caseworker))
            {
                passed(30);
                work.reassign(supervisor, caseworker.account).await?;
            }
        }
        Stage::Stopped => {
            passed(30);
            work.stop().await?;
        }
        Stage::Withdrawn => {
            passed(90);
            work.delete().await?;
        }
    }
    Ok(())
}

/// Sends one; answers the report and its reader.
async fn send_one(
    store: &Store,
    place: &'static Governorate,
    told: &Told,
    language: Language,
    turn: usize,
    stage: Stage,
) -> Result<Option<(Id, Id)>> {
    let with_police = stage == Stage::Released;
    let accused: Vec<Accused> = match turn % 7 {
        3 if !with_police => vec![Accused::SomeOf(OrgKind::Police)],
        5 => vec![Accused::SomeOf(OrgKind::Camp)],
        _ => Vec::new(),
    };
    let country = store.look(async |look| country(&*look).await).await?;
    let who = reading(&country, &accused, Some(&place.code), with_police);
    let Some(reader) = who.reader else {
        return Ok(None);
    };
    let district = districts_of(&place.code)
        .nth(turn % 3)
        .map(|district| district.code.clone());
    let parts = [
        (Part::Text, Some(told.in_language(language).to_owned())),
        (Part::District, district),
        (
            Part::How,
            (turn.is_multiple_of(2)).then(|| format!("+999 701 {turn:04}")),
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
            Said::Yes
        } else {
            Said::Unknown
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
        form_key: store.world().id().to_string(),
    };
    let permit = store.gate().permit_new::<SendReport>(&Actor::Public, &[])?;
    match send(store, &permit, sending).await? {
        Sent::Receipt { report, .. } => Ok(Some((report, reader))),
        Sent::OtherReader | Sent::NoReader => Ok(None),
    }
}

/// Work on one report, each step by the actor whose step it is.
struct Work<'s> {
    store: &'s Store,
    report: Id,
    language: Language,
}

impl Work<'_> {
    fn key(&self) -> String {
        self.store.world().id().to_string()
    }

    fn text(&self, words: [&str; 3]) -> Plain<String> {
        Plain::new(words::in_language(words, self.language).to_owned())
    }

    async fn revision(&self, reader: &Actor) -> Result<i64> {
        let permit = self
            .store
            .gate()
            .permit::<ReadReport>(reader, self.report)
            .await?;
        let opened = self
            .store
            .read(permit, |unit| async move { read_report(&unit).await })
            .await?;
        Ok(opened.head.revision)
    }

    async fn answer(&self, person: &Person, words: [&str; 3]) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let (seen, key) = (self.revision(&actor).await?, self.key());
        let permit = self
            .store
            .gate()
            .permit::<AnswerReport>(&actor, self.report)
            .await?;
        let said = Arc::new(self.text(words));
        self.store
            .unit(permit, move |unit| {
                let (said, key) = (said.clone(), key.clone());
                async move { answer_report(&unit, &said, seen, &key).await }
            })
            .await?;
        Ok(())
    }

    async fn close(&self, person: &Person) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let (seen, key) = (self.revision(&actor).await?, self.key());
        let permit = self
            .store
            .gate()
            .permit::<CloseReport>(&actor, self.report)
            .await?;
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { close_report(&unit, Because::Helped, seen, &key).await }
            })
            .await?;
        Ok(())
    }

    async fn reassign(&self, supervisor: &Person, to: Id) -> Result<()> {
        let actor = supervisor.actor(Session::Fresh);
        let (seen, key) = (self.revision(&actor).await?, self.key());
        let permit = self
            .store
            .gate()
            .permit::<ReassignReport>(&actor, self.report)
            .await?;
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { reassign_report(&unit, to, seen, &key).await }
            })
            .await?;
        Ok(())
    }

    async fn add(&self, words: [&str; 3]) -> Result<()> {
        let permit = self
            .store
            .gate()
            .permit::<AddToReport>(&Actor::Reporter(self.report), self.report)
            .await?;
        let (said, key) = (Arc::new(self.text(words)), self.key());
        self.store
            .unit(permit, move |unit| {
                let (said, key) = (said.clone(), key.clone());
                async move { add_to_report(&unit, &said, &key).await }
            })
            .await?;
        Ok(())
    }

    async fn stop(&self) -> Result<()> {
        let permit = self
            .store
            .gate()
            .permit::<StopContact>(&Actor::Reporter(self.report), self.report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { stop_contact(&unit, &key).await }
            })
            .await?;
        Ok(())
    }

    async fn delete(&self) -> Result<()> {
        let permit = self
            .store
            .gate()
            .permit::<DeleteReport>(&Actor::Reporter(self.report), self.report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { delete_report(&unit, &key).await }
            })
            .await?;
        Ok(())
    }
}

/// The world with the staged clock in it.
pub(super) fn staged(world: &World, clock: &Arc<Staged>) -> World {
    World {
        clock: clock.clone(),
        ..world.clone()
    }
}
