//! Forms of several steps, between the steps: what was answered lies in memory under a ticket that
//! stands in the address, for half an hour and never on a disk. Each step has an address of its
//! own, so that the browser's arrows, its reload and another language lose nothing.
//!
//! A ticket opens only for a request that a page of ours made: whoever plants an address, or finds
//! one, neither reads what stands under it nor has others write there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::form::Form;

/// How long answers are kept after they were last touched.
const KEPT: Duration = Duration::from_mins(30);
/// How many bytes are kept, over all; beyond it the oldest make place.
const MOST: usize = 64 << 20;
/// What keeping costs beside the answers themselves.
const EACH: usize = 512;

/// The forms that are under way.
#[derive(Clone, Default)]
pub struct Pending(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    /// By the digest of the ticket: comparing it tells nothing by its time.
    forms: HashMap<[u8; 32], One>,
    bytes: usize,
}

struct One {
    form: Form,
    bytes: usize,
    touched: Instant,
}

/// A ticket that nobody can guess. Nothing is kept for it before something was answered.
pub fn ticket() -> String {
    hex::encode(vault::secret_hash::token())
}

/// What is looked for; only what [`ticket`] made can be one.
fn digest(ticket: &str) -> Option<[u8; 32]> {
    let bytes = hex::decode(ticket).ok().filter(|bytes| bytes.len() == 32)?;
    Some(vault::secret_hash::token_hash(&bytes))
}

impl Pending {
    /// Keeps the answers as they are now. Without a ticket of ours nothing is kept.
    pub fn keep(&self, ticket: &str, form: Form) {
        let Some(key) = digest(ticket) else { return };
        let bytes = EACH + form.size();
        if bytes > MOST / 16 {
            return;
        }
        let mut kept = self.kept();
        kept.remove(&key);
        kept.make_place(bytes);
        kept.bytes += bytes;
        let one = One {
            form: form.settled(),
            bytes,
            touched: Instant::now(),
        };
        kept.forms.insert(key, one);
    }

    /// The answers under a ticket, while they are kept.
    pub fn find(&self, ticket: &str) -> Option<Form> {
        let key = digest(ticket)?;
        let mut kept = self.kept();
        let one = kept.forms.get_mut(&key)?;
        if one.touched.elapsed() >= KEPT {
            kept.remove(&key);
            return None;
        }
        one.touched = Instant::now();
        Some(one.form.clone())
    }

    /// Forgets them: they were sent, or somebody leaves.
    pub fn forget(&self, ticket: &str) {
        if let Some(key) = digest(ticket) {
            self.kept().remove(&key);
        }
    }

    /// Forgets what nobody touched for half an hour.
    pub fn sweep(&self) {
        let mut kept = self.kept();
        let over = |one: &One| one.touched.elapsed() >= KEPT;
        let old = kept.forms.iter().filter(|(_, one)| over(one));
        let old: Vec<[u8; 32]> = old.map(|(key, _)| *key).collect();
        for key in old {
            kept.remove(&key);
        }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn remove(&mut self, key: &[u8; 32]) {
        if let Some(one) = self.forms.remove(key) {
            self.bytes = self.bytes.saturating_sub(one.bytes);
        }
    }

    fn make_place(&mut self, bytes: usize) {
        while self.bytes + bytes > MOST {
            let oldest = self.forms.iter().min_by_key(|(_, one)| one.touched);
            let Some(key) = oldest.map(|(key, _)| *key) else {
                return;
            };
            self.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Form {
        Form::default().put("text", text)
    }

    #[test]
    fn answers_are_found_by_their_ticket_alone_and_forgotten() {
        let pending = Pending::default();
        let (mine, other) = (ticket(), ticket());
        pending.keep(&mine, said("one"));
        pending.keep(&mine, said("two"));
        assert_eq!(pending.find(&mine).unwrap().open("text"), "two");
        assert!(pending.find(&other).is_none() && pending.find("").is_none());
        pending.keep("chosen by somebody", said("three"));
        assert!(pending.find("chosen by somebody").is_none());
        pending.forget(&mine);
        assert!(pending.find(&mine).is_none());
        assert_eq!(pending.kept().bytes, 0);
    }

    #[test]
    fn the_oldest_make_place() {
        let pending = Pending::default();
        let first = ticket();
        let large = "x".repeat(MOST / 32);
        pending.keep(&first, said(&large));
        for _ in 0..32 {
            pending.keep(&ticket(), said(&large));
        }
        assert!(pending.find(&first).is_none());
        assert!(pending.kept().bytes <= MOST);
    }
}
