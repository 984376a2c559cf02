//! Made-up requests for a safe place, at every stage: asked, held, admitted, gone again; declined
//! as the law allows and against it; with nobody left to ask. Each step by whose step it is.

use std::sync::Arc;

use access::action::{AskForBed, CancelBedRequest, DeclineBed, EndStay};
use anyhow::{Context as _, Result};
use protection::bed::actions::{
    admit, ask_for_bed, cancel_bed_request, decline_bed, end_stay, hold,
};
use protection::bed::read::own_parts;
use protection::bed::{
    Age, Ask, AskState, Asking, Decline, Declining, Ending, Exit, Needs, OneAsk, Sex,
};
use record::{Governorate, Id, Language, Role, Session};
use store::Store;
use vault::Plain;

use super::people::{Country, Person};
use super::words;
use crate::world::Staged;

/// How far back the oldest request lies, in seconds: four days, so that some stays are past the
/// 72 hours of an emergency.
const OLDEST: i64 = 4 * 86_400;

/// What became of a made-up request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Held,
    Admitted,
    Full,
    Judge,
    Papers,
    Left,
    Cancelled,
}

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

/// Asks for `count` places, the oldest first, and lets houses answer.
pub(super) async fn ask_all(
    store: &Store,
    clock: &Staged,
    places: &[&'static Governorate],
    found: &Country,
    count: usize,
) -> Result<()> {
    let reactions = crate::maintenance::reactions();
    let now = clock.end();
    let step = OLDEST / i64::try_from(count.max(1)).unwrap_or(1);
    for (turn, wanted) in WANTED.iter().cycle().take(count).enumerate() {
        let back = OLDEST - step * i64::try_from(turn).unwrap_or(0);
        clock.set(now.plus_seconds(-back));
        // A step of five meets every pair of place and person in the end.
        let place = places
            .get((turn * 5 + turn / WANTED.len()) % places.len())
            .context("the country has no place")?;
        let Some(asker) = found.find(Role::Responder, &format!("care-{}", place.code)) else {
            continue;
        };
        let request = ask(store, asker, place, wanted, turn).await?;
        store.react(&reactions).await?;
        let house = Houses {
            store,
            clock,
            found,
            request,
        };
        house.answer(asker, wanted.5).await?;
        store.react(&reactions).await?;
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
    let language = match place.jurisdiction {
        record::Jurisdiction::Kurdistan => Language::Ckb,
        record::Jurisdiction::Federal => Language::Ar,
    };
    let asking = Arc::new(Asking {
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
            said: Plain::new(words::in_language(words::NEEDS, language).to_owned()),
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

/// The houses that were asked, as their managers answer.
struct Houses<'s> {
    store: &'s Store,
    clock: &'s Staged,
    found: &'s Country,
    request: Id,
}

impl Houses<'_> {
    fn key(&self) -> String {
        self.store.world().id().to_string()
    }

    /// Every part that waits for an answer, with who answers.
    async fn waiting(&self) -> Result<Vec<(&Person, Ask)>> {
        let mut waiting = Vec::new();
        for person in &self.found.people {
            if person.role != Role::ShelterManager {
                continue;
            }
            let actor = person.actor(Session::Fresh);
            let parts = own_parts(self.store, &actor, self.request).await?;
            let asked = parts.into_iter().filter(|ask| ask.state == AskState::Asked);
            waiting.extend(asked.map(|ask| (person, ask)));
        }
        Ok(waiting)
    }

    async fn answer(&self, asker: &Person, stage: Stage) -> Result<()> {
        self.clock.advance(15 * 60);
        match stage {
            Stage::Waiting => Ok(()),
            Stage::Cancelled => self.cancel(asker).await,
            Stage::Full => {
                for (person, ask) in self.waiting().await? {
                    self.decline(person, &ask, Decline::Full, None).await?;
                }
                Ok(())
            }
            Stage::Judge => {
                self.condition(Decline::CourtOrder).await?;
                Ok(())
            }
            Stage::Papers => {
                if self.condition(Decline::Papers).await? {
                    self.clock.advance(10 * 60);
                    self.take(true).await?;
                }
                Ok(())
            }
            Stage::Held => self.take(false).await.map(drop),
            Stage::Admitted => self.take(true).await.map(drop),
            Stage::Left => {
                if let Some((person, ask)) = self.take(true).await? {
                    self.clock.advance(26 * 3600);
                    self.end(person, &ask).await?;
                }
                Ok(())
            }
        }
    }

    /// The first house holds a place, and the person comes.
    async fn take(&self, comes: bool) -> Result<Option<(&Person, Ask)>> {
        let Some((person, ask)) = self.waiting().await?.into_iter().next() else {
            return Ok(None);
        };
        let actor = person.actor(Session::Fresh);
        let one = |form_key| OneAsk {
            ask: ask.id,
            form_key,
        };
        hold(self.store, &actor, self.request, one(self.key())).await?;
        if comes {
            self.clock.advance(50 * 60);
            admit(self.store, &actor, self.request, one(self.key())).await?;
        }
        Ok(Some((person, ask)))
    }

    /// The first house asks for what nobody may ask; its own body set the condition, or the court.
    async fn condition(&self, code: Decline) -> Result<bool> {
        let waiting = self.waiting().await?;
        let state = waiting
            .iter()
            .find(|(person, _)| person.body.starts_with("home"));
        let Some((person, ask)) = state.or(waiting.first()) else {
            return Ok(false);
        };
        self.decline(person, ask, code, Some(person.org)).await?;
        Ok(true)
    }

    async fn decline(
        &self,
        person: &Person,
        ask: &Ask,
        code: Decline,
        body: Option<Id>,
    ) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let permit = self
            .store
            .gate()
            .permit::<DeclineBed>(&actor, self.request)
            .await?;
        let declining = Declining {
            ask: ask.id,
            code,
            body,
            form_key: self.key(),
        };
        self.store
            .unit(permit, move |unit| {
                let declining = declining.clone();
                async move { decline_bed(&unit, &declining).await }
            })
            .await?;
        self.store.react(&crate::maintenance::reactions()).await?;
        Ok(())
    }

    async fn end(&self, person: &Person, ask: &Ask) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let permit = self
            .store
            .gate()
            .permit::<EndStay>(&actor, self.request)
            .await?;
        let ending = Ending {
            ask: ask.id,
            exit: Exit::OwnCountry,
            known: true,
            form_key: self.key(),
        };
        self.store
            .unit(permit, move |unit| {
                let ending = ending.clone();
                async move { end_stay(&unit, &ending).await }
            })
            .await?;
        Ok(())
    }

    async fn cancel(&self, asker: &Person) -> Result<()> {
        let actor = asker.actor(Session::Fresh);
        let permit = self
            .store
            .gate()
            .permit::<CancelBedRequest>(&actor, self.request)
            .await?;
        let form_key = self.key();
        self.store
            .unit(permit, move |unit| {
                let form_key = form_key.clone();
                async move { cancel_bed_request(&unit, &form_key).await }
            })
            .await?;
        Ok(())
    }
}
