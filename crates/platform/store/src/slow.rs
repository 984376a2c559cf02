//! Slow secrets: passwords, receipts, recovery codes. Hashing is gated, so that a crowd at the
//! door does not starve the installation of memory, and runs off the threads that serve pages.

use std::sync::Arc;

use tokio::sync::Semaphore;
use vault::DomainKey;

use crate::StoreError;

/// How many may wait to be verified: a crowd beyond it is told to come back.
const WAITING: usize = 256;

/// Hashes and verifies slow secrets, a few at a time. What is made, a sender's receipt above all,
/// has a gate of its own: guesses at the door never stand before a report. So has a receipt that is
/// shown: those who guess on stand in one line, and whoever comes for the first time passes them.
#[derive(Clone)]
pub struct Slow {
    pepper: Arc<DomainKey>,
    making: Arc<Semaphore>,
    verifying: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    opening: Arc<Semaphore>,
    again: Arc<Semaphore>,
    waiting_again: Arc<Semaphore>,
}

impl Slow {
    pub(crate) fn new(pepper: DomainKey, at_once: usize) -> Self {
        let gate = |places: usize| Arc::new(Semaphore::new(places));
        Self {
            pepper: Arc::new(pepper),
            making: gate(at_once.max(1)),
            verifying: gate(at_once.max(1)),
            waiting: gate(WAITING),
            opening: gate(at_once.max(1)),
            again: gate((at_once / 2).max(1)),
            waiting_again: gate(WAITING),
        }
    }

    async fn run<T: Send + 'static>(
        &self,
        gate: &Arc<Semaphore>,
        work: impl FnOnce(&DomainKey) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = gate.clone().acquire_owned().await;
        let turn = turn.map_err(|_| StoreError::Busy)?;
        let pepper = self.pepper.clone();
        let worked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work(&pepper)
        });
        worked.await.map_err(|_| StoreError::Busy)
    }

    /// What is stored for a secret, with a salt of its own.
    pub async fn store(&self, secret: String) -> Result<String, StoreError> {
        self.run(&self.making, move |pepper| {
            vault::secret_hash::store(&secret, pepper)
        })
        .await
    }

    /// Whether the secret is the stored one; where nothing is stored, the same work and a no.
    pub async fn verify(&self, secret: String, stored: Option<String>) -> Result<bool, StoreError> {
        let _place = self.waiting.try_acquire().map_err(|_| StoreError::Busy)?;
        self.compare(&self.verifying, secret, stored).await
    }

    /// The same of a receipt. Whoever comes for the first time in a while does not stand in the
    /// line of those who guess on.
    pub async fn open(
        &self,
        secret: String,
        stored: Option<String>,
        is_first: bool,
    ) -> Result<bool, StoreError> {
        if is_first {
            return self.compare(&self.opening, secret, stored).await;
        }
        let _place = self
            .waiting_again
            .try_acquire()
            .map_err(|_| StoreError::Busy)?;
        let _turn = self.again.acquire().await.map_err(|_| StoreError::Busy)?;
        self.compare(&self.opening, secret, stored).await
    }

    async fn compare(
        &self,
        gate: &Arc<Semaphore>,
        secret: String,
        stored: Option<String>,
    ) -> Result<bool, StoreError> {
        self.run(gate, move |pepper| match stored {
            Some(stored) => vault::secret_hash::verify(&secret, &stored, pepper),
            None => vault::secret_hash::dummy(&secret, pepper),
        })
        .await
    }

    /// Digits that follow from a one-time key and nothing else: the receipt of a form sent twice
    /// is the same receipt, and is kept nowhere.
    pub fn digits_of(&self, one_time_key: &str, count: usize) -> vault::Plain<String> {
        let mut digits = String::with_capacity(count);
        let mut round = 0_u32;
        while digits.len() < count {
            let block =
                vault::index::index(&self.pepper, "digits", &format!("{round}/{one_time_key}"));
            // Bytes of 250 and more would favour the low digits.
            let fair = block
                .iter()
                .filter(|byte| **byte < 250)
                .map(|byte| char::from(b'0' + byte % 10));
            digits.extend(fair.take(count - digits.len()));
            round += 1;
        }
        vault::Plain::new(digits)
    }
}
