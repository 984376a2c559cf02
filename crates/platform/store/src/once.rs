//! A form sent twice counts once: its one-time key is kept with the answer that it got.

use access::{Action, Actor};
use sha2::{Digest as _, Sha256};

use crate::{Store, StoreError, Upkeep, Work, args};

crate::statements! {
    ANSWER = "SELECT answer FROM form_key WHERE key = $1 AND actor = $2";
    KEEP = "INSERT INTO form_key (key, actor, answer, at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (key) DO NOTHING";
    FORGET = "DELETE FROM form_key WHERE at < $1";
}

/// How long a form that was sent is remembered, in seconds.
const REMEMBERED: i64 = 48 * 3600;

/// The database keeps the digest: the key itself would let its reader ask for the answer. The same
/// key in another person's hand is another key: it tells them nothing and stands in nobody's way.
fn digest(action: &str, actor: &Actor, key: &str) -> String {
    let actor = actor.pseudonym();
    hex::encode(Sha256::digest(format!("{action}/{actor}/{key}")))
}

impl Work {
    /// What is kept of a form's key: one key is good for one action of one actor. A form without a key is none
    /// of ours, and nothing is done by it.
    async fn kept_key(&self, form_key: &str) -> Result<String, StoreError> {
        if form_key.is_empty() {
            return Err(StoreError::Absent);
        }
        let inner = self.inner().await;
        let action = inner.drafts.first().map_or("", |draft| draft.action);
        Ok(digest(action, self.actor(), form_key))
    }

    /// The answer that this form already got, if it was sent before by the same actor.
    pub async fn answered(&self, form_key: &str) -> Result<Option<String>, StoreError> {
        let args = args![self.kept_key(form_key).await?, self.actor().pseudonym()];
        self.maybe_row(ANSWER, args)
            .await?
            .map(|row| row.text("answer"))
            .transpose()
    }

    /// Whether this actor does this for the first time by a thing that carries a number, such as a sheet
    /// of paper; remembered as long as forms are, and for nobody else: whether others used it too is
    /// told to nobody. The number is kept only as its blind index.
    pub async fn is_first_use(&self, of: &str, number: &str) -> Result<bool, StoreError> {
        let key = hex::encode(self.store().blind_index(of, number));
        if self.answered(&key).await?.is_some() {
            return Ok(false);
        }
        self.answer(&key, of).await?;
        Ok(true)
    }

    /// Keeps the answer to this form: an address or a code, never anything personal.
    pub async fn answer(&self, form_key: &str, answer: &str) -> Result<(), StoreError> {
        let args = args![
            self.kept_key(form_key).await?,
            self.actor().pseudonym(),
            answer,
            self.now()
        ];
        match self.execute(KEEP, args).await? {
            // The unit did not ask whether it was answered before.
            0 => Err(StoreError::Taken),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// The answer that a form for `A` already got, if the same actor sent it before: what it asked
    /// for was done, and may not be done any more. It is asked without a permit, and tells nobody
    /// anything but whoever was told it already.
    pub async fn answered<A: Action>(
        &self,
        actor: &Actor,
        form_key: &str,
    ) -> Result<Option<String>, StoreError> {
        if form_key.is_empty() {
            return Ok(None);
        }
        let args = args![digest(A::NAME, actor, form_key), actor.pseudonym()];
        let found = self
            .read_clear(|look| async move { look.maybe_row(ANSWER, args).await })
            .await?;
        found.map(|row| row.text("answer")).transpose()
    }
}

impl Upkeep {
    /// Forgets forms that were sent two days ago or earlier.
    pub async fn forget_forms(&self) -> Result<u64, StoreError> {
        self.execute(FORGET, args![self.0.now().plus_seconds(-REMEMBERED)])
            .await
    }
}
