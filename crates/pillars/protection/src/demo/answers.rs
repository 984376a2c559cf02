//! What shelters answer to made-up requests, and what becomes of them; each step by whose step it is.

use access::action::{CancelBedRequest, DeclineBed, EndStay};
use anyhow::Result;
use demo::{Person, Scene};
use record::{Id, Role, Session};

use crate::bed::actions::{admit, cancel_bed_request, decline_bed, end_stay, hold};
use crate::bed::read::own_inquiries;
use crate::bed::{Decline, Declining, Ending, Exit, InquiryState, OneInquiry, ShelterInquiry};

/// What became of a made-up request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Waiting,
    Held,
    Admitted,
    Full,
    Judge,
    Papers,
    Left,
    Cancelled,
}

/// The shelters that were asked, as their managers answer.
pub(super) struct Answers<'s> {
    pub scene: &'s Scene<'s>,
    pub request: Id,
}

impl Answers<'_> {
    fn key(&self) -> String {
        self.scene.store.world().id().to_string()
    }

    /// Every part that waits for an answer, with who answers.
    async fn waiting(&self) -> Result<Vec<(&Person, ShelterInquiry)>> {
        let mut waiting = Vec::new();
        for person in &self.scene.country.people {
            if person.role != Role::ShelterManager {
                continue;
            }
            let actor = person.actor(Session::Fresh);
            let parts = own_inquiries(self.scene.store, &actor, self.request).await?;
            let asked = parts
                .into_iter()
                .filter(|inquiry| inquiry.state == InquiryState::Asked);
            waiting.extend(asked.map(|inquiry| (person, inquiry)));
        }
        Ok(waiting)
    }

    pub async fn come(&self, asker: &Person, stage: Stage) -> Result<()> {
        self.scene.clock.advance(15 * 60);
        match stage {
            Stage::Waiting => Ok(()),
            Stage::Cancelled => self.cancel(asker).await,
            Stage::Full => {
                for (person, inquiry) in self.waiting().await? {
                    self.decline(person, &inquiry, Decline::Full, None).await?;
                }
                Ok(())
            }
            Stage::Judge => {
                self.condition(Decline::CourtOrder).await?;
                Ok(())
            }
            Stage::Papers => {
                if self.condition(Decline::Papers).await? {
                    self.scene.clock.advance(10 * 60);
                    self.take(true).await?;
                }
                Ok(())
            }
            Stage::Held => self.take(false).await.map(drop),
            Stage::Admitted => self.take(true).await.map(drop),
            Stage::Left => {
                if let Some((person, inquiry)) = self.take(true).await? {
                    self.scene.clock.advance(26 * 3600);
                    self.end(person, &inquiry).await?;
                }
                Ok(())
            }
        }
    }

    /// The first shelter holds a place, and the person comes.
    async fn take(&self, comes: bool) -> Result<Option<(&Person, ShelterInquiry)>> {
        let Some((person, inquiry)) = self.waiting().await?.into_iter().next() else {
            return Ok(None);
        };
        let actor = person.actor(Session::Fresh);
        let one = |form_key| OneInquiry {
            inquiry: inquiry.id,
            form_key,
        };
        hold(self.scene.store, &actor, self.request, one(self.key())).await?;
        if comes {
            self.scene.clock.advance(50 * 60);
            admit(self.scene.store, &actor, self.request, one(self.key())).await?;
        }
        Ok(Some((person, inquiry)))
    }

    /// The first shelter inquiries for what nobody may ask; its own body set the condition, or the court.
    async fn condition(&self, code: Decline) -> Result<bool> {
        let waiting = self.waiting().await?;
        let state = waiting
            .iter()
            .find(|(person, _)| person.body.starts_with("home"));
        let Some((person, inquiry)) = state.or(waiting.first()) else {
            return Ok(false);
        };
        self.decline(person, inquiry, code, Some(person.org))
            .await?;
        Ok(true)
    }

    async fn decline(
        &self,
        person: &Person,
        inquiry: &ShelterInquiry,
        code: Decline,
        body: Option<Id>,
    ) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let permit = self
            .scene
            .store
            .gate()
            .permit::<DeclineBed>(&actor, self.request)
            .await?;
        let declining = Declining {
            inquiry: inquiry.id,
            code,
            body,
            form_key: self.key(),
        };
        self.scene
            .store
            .unit(permit, move |unit| {
                let declining = declining.clone();
                async move { decline_bed(&unit, &declining).await }
            })
            .await?;
        self.scene.store.react(self.scene.reactions).await?;
        Ok(())
    }

    async fn end(&self, person: &Person, inquiry: &ShelterInquiry) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let permit = self
            .scene
            .store
            .gate()
            .permit::<EndStay>(&actor, self.request)
            .await?;
        let ending = Ending {
            inquiry: inquiry.id,
            exit: Exit::OwnCountry,
            known: true,
            form_key: self.key(),
        };
        self.scene
            .store
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
            .scene
            .store
            .gate()
            .permit::<CancelBedRequest>(&actor, self.request)
            .await?;
        let form_key = self.key();
        self.scene
            .store
            .unit(permit, move |unit| {
                let form_key = form_key.clone();
                async move { cancel_bed_request(&unit, &form_key).await }
            })
            .await?;
        Ok(())
    }
}
