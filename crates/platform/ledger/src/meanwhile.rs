//! Signatures checked on threads of their own, while whoever handed them over reads on.
//!
//! Each is checked by [`PublicKey::open`], one by one, as it would be where nothing else is going on.
//! Many at once, by the batch equation of ed25519, would take a quarter of the time. It is not used: a
//! point of small order that a signer added to a signature escapes it now and then, so that it may
//! accept what this check, and everybody else's, refuses.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::note::PublicKey;
use crate::verdict::Fault;

/// How many notes are handed over together.
const TOGETHER: usize = 64;
/// How many of those may wait: 16,384 notes, a few megabytes.
const WAITING: usize = 256;

/// A note that was taken for signed, and what is wrong if it is not.
struct Claim {
    note: String,
    fault: Fault,
}

/// Notes handed over to be checked.
pub(crate) struct Meanwhile {
    next: Vec<Claim>,
    queue: SyncSender<Vec<Claim>>,
    desk: Arc<Desk>,
    threads: Vec<JoinHandle<Vec<Fault>>>,
    /// What was found wrong on the thread that hands over.
    faults: Vec<Fault>,
}

/// Where the threads fetch their work, the oldest first.
struct Desk {
    key: PublicKey,
    waiting: Mutex<Receiver<Vec<Claim>>>,
    over: AtomicBool,
}

impl Meanwhile {
    pub(crate) fn new(key: &PublicKey) -> Self {
        let (queue, waiting) = sync_channel(WAITING);
        let desk = Arc::new(Desk {
            key: key.clone(),
            waiting: Mutex::new(waiting),
            over: AtomicBool::new(false),
        });
        // One core is left to whoever reads.
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let threads = (0..cores.saturating_sub(1).max(1)).map_while(|_| {
            let desk = Arc::clone(&desk);
            // Without a thread everything is checked on this one, where the queue is full and at the end.
            thread::Builder::new()
                .name("signatures".to_owned())
                .spawn(move || desk.work())
                .ok()
        });
        Self {
            next: Vec::with_capacity(TOGETHER),
            queue,
            threads: threads.collect(),
            desk,
            faults: Vec::new(),
        }
    }

    /// Takes a note that is to be signed, and what is wrong if it is not.
    pub(crate) fn take(&mut self, note: &str, fault: Fault) {
        let note = note.to_owned();
        self.next.push(Claim { note, fault });
        if self.next.len() == TOGETHER {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        let mut claims = std::mem::replace(&mut self.next, Vec::with_capacity(TOGETHER));
        // Where too many wait, whoever brings more helps first: memory does not grow with a ledger.
        while !self.desk.is_over()
            && let Err(TrySendError::Full(back) | TrySendError::Disconnected(back)) =
                self.queue.try_send(claims)
        {
            claims = back;
            let oldest = self.desk.oldest();
            self.faults
                .extend(oldest.and_then(|oldest| self.desk.check(oldest)));
        }
    }

    /// Helps until all are checked. Answers what is wrong, the first at the front.
    pub(crate) fn end(mut self) -> Vec<Fault> {
        self.hand_over();
        let Self {
            queue,
            desk,
            threads,
            mut faults,
            ..
        } = self;
        drop(queue);
        faults.extend(desk.work());
        for thread in threads {
            match thread.join() {
                Ok(found) => faults.extend(found),
                Err(panic) => resume_unwind(panic),
            }
        }
        faults.sort_by_key(|fault| match fault {
            Fault::Checkpoint { position } => (0, *position),
            Fault::Tombstone { position } => (1, *position),
            _ => (2, 0),
        });
        faults
    }
}

impl Desk {
    /// Checks what comes, until nothing comes any more or something is not signed.
    fn work(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        while !self.is_over()
            && let Some(claims) = self.await_oldest()
        {
            faults.extend(self.check(claims));
        }
        faults
    }

    fn await_oldest(&self) -> Option<Vec<Claim>> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.recv().ok()
    }

    fn oldest(&self) -> Option<Vec<Claim>> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.try_recv().ok()
    }

    /// The first of these that is not signed. What was fetched is always checked, so that nothing older
    /// than a wrong one is left out.
    fn check(&self, claims: Vec<Claim>) -> Option<Fault> {
        let mut claims = claims.into_iter();
        let forged = claims.find(|claim| self.key.open(&claim.note).is_err())?;
        self.over.store(true, Ordering::Release);
        Some(forged.fault)
    }

    /// Whether something is not signed: no later one can be the first any more.
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}
