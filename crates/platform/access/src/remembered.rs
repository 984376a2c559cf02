//! What was found of actors about records that are only supposed: how far their lists reach, and what
//! they may ever do. The policies do not change while the program runs, and nothing else goes into it
//! than the actor, whole, with the session as it is now: a page asks for it some twenty times.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Actor, Clause, Decision};

/// How many actors are remembered at once, some 20 kB each; then all are forgotten.
const MOST: usize = 1024;

/// How far a list reaches, if anywhere.
pub(crate) type Reach = Option<(Decision, Vec<Clause>)>;

#[derive(Default)]
pub(crate) struct Remembered(Mutex<HashMap<Actor, Found>>);

#[derive(Default)]
struct Found {
    reach: HashMap<&'static str, Reach>,
    ever: HashMap<(&'static str, String), bool>,
}

impl Remembered {
    /// How far a list of this action reaches for this actor.
    pub(crate) fn reach(
        &self,
        actor: &Actor,
        action: &'static str,
        find: impl FnOnce() -> Reach,
    ) -> Reach {
        let known = |found: &Found| found.reach.get(action).cloned();
        self.known(actor, known).unwrap_or_else(|| {
            let reach = find();
            self.of(actor, |found| {
                found.reach.insert(action, reach.clone());
            });
            reach
        })
    }

    /// Whether this actor may ever do this action to a record in this state, or in any.
    pub(crate) fn ever(
        &self,
        actor: &Actor,
        action: &'static str,
        state: Option<&str>,
        find: impl FnOnce() -> bool,
    ) -> bool {
        let key = (action, state.unwrap_or_default().to_owned());
        let known = |found: &Found| found.ever.get(&key).copied();
        self.known(actor, known).unwrap_or_else(|| {
            let ever = find();
            self.of(actor, |found| {
                found.ever.insert(key, ever);
            });
            ever
        })
    }

    fn known<T>(&self, actor: &Actor, read: impl FnOnce(&Found) -> Option<T>) -> Option<T> {
        self.all().get(actor).and_then(read)
    }

    fn of(&self, actor: &Actor, keep: impl FnOnce(&mut Found)) {
        let mut all = self.all();
        if all.len() >= MOST && !all.contains_key(actor) {
            all.clear();
        }
        keep(all.entry(actor.clone()).or_default());
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Actor, Found>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
