//! Made-up cases at every stage: nobody was asked yet, agreed, said no, withdrawn, closed. Each is opened
//! by the caseworker who has the screening of that person.

use std::sync::Arc;

use access::action::{
    ChangeTeam, CloseCase, ListScreenings, NameChildDecider, OpenCase, PrintPacket, ReadCase,
    RecordConsent, WithdrawConsent, WriteCase, WriteIdentity,
};
use access::{Action, Actor};
use anyhow::Result;
use clock::AgeBand;
use consent::{Agreed, Consent, Decider, Manner, Packet, Period, Purpose, Question, Recipient};
use demo::{Scene, in_language, spoken};
use record::{Governorate, Id, Role, Session};
use store::Unit;
use vault::Plain;

use super::words;
use crate::case::actions::{Opening, Writing, close_case, open_case, read_case, write_case};
use crate::case::team::{Change, change_team};
use crate::case::{Because, Need};
use crate::person::Part;
use crate::person::actions::{
    name_child_decider, record_answers, record_consent, withdraw_consent, write_identity,
};
use crate::person::packet::{Words, print_packet};
use crate::screening::Head;
use crate::screening::actions::{Wanted, list_screenings};

const DAY: i64 = 86_400;

/// What became of a made-up case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Agreed,
    Asked,
    Refused,
    Withdrawn,
    Closed,
}

const STAGES: [Stage; 5] = [
    Stage::Agreed,
    Stage::Asked,
    Stage::Refused,
    Stage::Withdrawn,
    Stage::Closed,
];

/// Opens cases for people who were screened, at every desk of care.
pub(super) async fn open_all(scene: &Scene<'_>) -> Result<()> {
    let count = scene.places.len();
    let mut turn = 0;
    for (at, place) in scene.places.iter().enumerate() {
        (scene.made)(at + 1, count);
        let body = format!("care-{}", place.code);
        let Some(worker) = scene.country.find(Role::Caseworker, &body) else {
            continue;
        };
        let worker = worker.actor(Session::Fresh);
        let officer = scene.country.find(Role::ChildOfficer, &body);
        let officer = officer.map(|person| person.actor(Session::Fresh));
        for screening in screened(scene, &worker).await? {
            let stage = STAGES[turn % STAGES.len()];
            turn += 1;
            let desk = Desk {
                scene,
                worker: &worker,
                place,
            };
            desk.opens(&screening, stage, officer.as_ref()).await?;
            scene.store.react(scene.reactions).await?;
        }
    }
    Ok(())
}

/// The screenings of a worker, as far as one page goes.
async fn screened(scene: &Scene<'_>, worker: &Actor) -> Result<Vec<Head>> {
    let scope = scene.store.gate().scope::<ListScreenings>(worker)?;
    let read = scene.store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_screenings(&unit, &scope, &Wanted::default()).await }
    });
    Ok(read.await?.lines)
}

/// A caseworker at a desk.
struct Desk<'s> {
    scene: &'s Scene<'s>,
    worker: &'s Actor,
    place: &'s Governorate,
}

impl Desk<'_> {
    fn text(&self, words: [&str; 3]) -> Plain<String> {
        Plain::new(in_language(words, spoken(self.place)).to_owned())
    }

    /// One action on one record.
    async fn by<A, T, E, F, Fut>(&self, actor: &Actor, record: Id, body: F) -> Result<T>
    where
        A: Action,
        T: Send + 'static,
        E: From<store::StoreError> + std::error::Error + Send + Sync + 'static,
        F: Fn(Unit<A>, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
    {
        let store = self.scene.store;
        let key = store.world().id().to_string();
        let permit = store.gate().permit::<A>(actor, record).await?;
        Ok(store
            .unit(permit, move |unit| body(unit, key.clone()))
            .await?)
    }

    async fn opens(&self, screening: &Head, stage: Stage, officer: Option<&Actor>) -> Result<()> {
        let store = self.scene.store;
        let opening = Arc::new(Opening {
            report: None,
            head: None,
            is_seen: false,
            screening: Some(screening.record),
            governorate: None,
            age: screening.age,
            needs: vec![Need::Place, Need::Health, Need::Law],
            form_key: store.world().id().to_string(),
        });
        let permit = store.gate().permit_new::<OpenCase>(self.worker, &[])?;
        let case = store
            .unit(permit, move |unit| {
                let opening = opening.clone();
                async move { open_case(&unit, &opening).await }
            })
            .await?;
        let opened = self
            .by::<ReadCase, _, _, _, _>(self.worker, case, |unit, _| async move {
                read_case(&unit).await
            })
            .await?;
        let person = opened.head.person;
        match stage {
            Stage::Asked => return Ok(()),
            Stage::Refused => self.says(person, Agreed::No).await?,
            Stage::Agreed | Stage::Withdrawn | Stage::Closed => {
                self.says(person, Agreed::Yes).await?;
            }
        }
        self.plans(case).await?;
        let is_child = screening.age != AgeBand::Adult;
        if let Some(officer) = officer.filter(|_| is_child) {
            self.brings(case, officer).await?;
            self.by::<NameChildDecider, _, _, _, _>(officer, person, |unit, key| async move {
                name_child_decider(&unit, Decider::Advocate, true, &key).await
            })
            .await?;
        }
        if is_child || stage == Stage::Refused {
            return Ok(());
        }
        self.names(person).await?;
        let consent = self.agrees(person).await?;
        if stage == Stage::Withdrawn {
            self.prints(person, consent).await?;
            self.by::<WithdrawConsent, _, _, _, _>(
                self.worker,
                person,
                move |unit, key| async move { withdraw_consent(&unit, consent, &key).await },
            )
            .await?;
        }
        if stage == Stage::Closed {
            let told = self.text(words::CASE_CLOSED);
            self.by::<CloseCase, _, _, _, _>(self.worker, case, move |unit, key| {
                let told = told.clone();
                async move { close_case(&unit, Because::GoalsMet, Some(&told), &key).await }
            })
            .await?;
        }
        Ok(())
    }

    /// Somebody trained for children comes to the team.
    async fn brings(&self, case: Id, officer: &Actor) -> Result<()> {
        let account = officer.member().map_or(Id::NONE, |member| member.account);
        self.by::<ChangeTeam, _, _, _, _>(self.worker, case, move |unit, key| async move {
            change_team(&unit, account, Change::Comes, &key).await
        })
        .await?;
        self.scene.store.react(self.scene.reactions).await?;
        Ok(())
    }

    async fn says(&self, person: Id, to_write: Agreed) -> Result<()> {
        let answers = [
            (Question::Talk, Agreed::Yes),
            (Question::Write, to_write),
            (Question::Share, Agreed::Yes),
        ];
        self.by::<RecordConsent, _, _, _, _>(self.worker, person, move |unit, key| async move {
            record_answers(&unit, &answers, &key).await
        })
        .await
        .map(drop)
    }

    /// The next contact, a task, a note.
    async fn plans(&self, case: Id) -> Result<()> {
        let now = self.scene.store.world().now();
        let all = [
            Writing::Note(now.plus_seconds(-DAY), self.text(words::CASE_NOTE)),
            Writing::Task(now.plus_seconds(DAY), self.text(words::CASE_TASK)),
            Writing::Contact(
                now.plus_seconds(2 * DAY),
                self.text(words::CASE_HOW),
                Some(self.text(words::CASE_LAST)),
            ),
        ];
        for writing in all {
            self.by::<WriteCase, _, _, _, _>(self.worker, case, move |unit, key| {
                let writing = writing.clone();
                async move { write_case(&unit, &writing, &key).await }
            })
            .await?;
        }
        Ok(())
    }

    async fn names(&self, person: Id) -> Result<()> {
        let parts = vec![
            (Part::Given, self.text(words::CASE_GIVEN)),
            (Part::Family, self.text(words::CASE_FAMILY)),
            (Part::When, self.text(words::CASE_WHEN)),
        ];
        self.by::<WriteIdentity, _, _, _, _>(self.worker, person, move |unit, key| {
            let parts = parts.clone();
            async move { write_identity(&unit, &parts, 0, &key).await }
        })
        .await
        .map(drop)
    }

    /// A consent; its number.
    async fn agrees(&self, person: Id) -> Result<i64> {
        let named = self.text(words::CASE_CLINIC);
        let language = spoken(self.place).code();
        self.by::<RecordConsent, _, _, _, _>(self.worker, person, move |unit, key| {
            let consent = Consent {
                purpose: Purpose::Help,
                recipient: Recipient::Named(named.clone()),
                packet: Packet::B,
                until: Period::Quarter.until(unit.now()),
                language: language.to_owned(),
                manner: Manner::Spoken,
                asylum_explained: false,
                both_agree: false,
            };
            async move {
                record_consent(&unit, &consent, &key).await?;
                let book = consent::read(&unit, unit.record()).await?;
                let last = book.entries().last();
                Ok::<_, crate::person::PersonError>(last.map_or(0, |entry| entry.number))
            }
        })
        .await
    }

    async fn prints(&self, person: Id, consent: i64) -> Result<()> {
        let words = Words {
            need: self.text(words::CASE_TASK),
            risk: None,
            summary: None,
        };
        self.by::<PrintPacket, _, _, _, _>(self.worker, person, move |unit, key| {
            let words = words.clone();
            async move {
                print_packet(&unit, consent, Packet::A, &words, &key)
                    .await
                    .map(drop)
            }
        })
        .await
    }
}
