//! What follows a made-up report: answers, more words, an end; each step by the actor whose step it is.

use std::sync::Arc;

use access::Actor;
use access::action::{
    AddToReport, AnswerReport, CloseReport, DeleteReport, ReadReport, ReassignReport, StopContact,
};
use anyhow::Result;
use demo::{Person, in_language};
use record::{Id, Language, Session};
use store::Store;
use vault::Plain;

use crate::report::Because;
use crate::report::actions::{answer_report, close_report, read_report, reassign_report};
use crate::report::thread::{add_to_report, delete_report, stop_contact};

/// One report, and the language of whoever sent it.
pub(super) struct Thread<'s> {
    pub store: &'s Store,
    pub report: Id,
    pub language: Language,
}

impl Thread<'_> {
    fn key(&self) -> String {
        self.store.world().id().to_string()
    }

    fn text(&self, words: [&str; 3]) -> Plain<String> {
        Plain::new(in_language(words, self.language).to_owned())
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

    pub async fn answer(&self, person: &Person, words: [&str; 3]) -> Result<()> {
        let actor = person.actor(Session::Fresh);
        let (seen, key) = (self.revision(&actor).await?, self.key());
        let permit = self
            .store
            .gate()
            .permit::<AnswerReport>(&actor, self.report)
            .await?;
        let free_text = Arc::new(self.text(words));
        self.store
            .unit(permit, move |unit| {
                let (free_text, key) = (free_text.clone(), key.clone());
                async move { answer_report(&unit, &free_text, seen, &key).await }
            })
            .await?;
        Ok(())
    }

    pub async fn close(&self, person: &Person) -> Result<()> {
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

    pub async fn reassign(&self, supervisor: &Person, to: Id) -> Result<()> {
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

    pub async fn add(&self, words: [&str; 3]) -> Result<()> {
        let permit = self
            .store
            .gate()
            .permit::<AddToReport>(&Actor::Reporter(self.report), self.report)
            .await?;
        let (free_text, key) = (Arc::new(self.text(words)), self.key());
        self.store
            .unit(permit, move |unit| {
                let (free_text, key) = (free_text.clone(), key.clone());
                async move { add_to_report(&unit, &free_text, &key).await }
            })
            .await?;
        Ok(())
    }

    pub async fn stop(&self) -> Result<()> {
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

    pub async fn delete(&self) -> Result<()> {
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
