//! Sessions: who is behind a cookie, for how long, on which device, in which membership.
//!
//! A session is idle for 15 minutes at most, lasts 10 hours at most, and is stronger for 5 minutes
//! after a step-up. Of every token only the SHA-256 is stored. A device that once signed in to an
//! account is known to it: strangers' guesses never keep its person out.

mod actions;
mod console;
mod rules;
mod sign_in;
mod store;

use ::store::{Store, StoreError};
use access::Actor;
use record::{Id, Language, Moment, Role};
use vault::Plain;

use crate::organisation::Names;

pub use self::store::{STATEMENTS, devices_of};
pub(crate) use self::store::{end_all, forget_devices};
pub use actions::{Ending, act_in, ask_step_up, begin, end_own_session, make_stronger, step_up};
pub use console::at_console;
pub use rules::{ABSOLUTE_SECONDS, IDLE_SECONDS, STEP_UP_SECONDS, Token};
pub use sign_in::{Asked, Attempt, SignInError, ask, sign_in};

record::codes! {
    /// What a device runs, as far as it tells: enough to know one's own again.
    System {
        /// Android.
        Android = "android",
        /// An iPhone or iPad.
        Ios = "ios",
        /// Windows.
        Windows = "windows",
        /// A Mac.
        Mac = "mac",
        /// Linux.
        Linux = "linux",
        /// Anything else.
        Other = "other",
    }
}

impl System {
    /// By what a browser says of itself.
    pub fn of_browser(user_agent: &str) -> Self {
        let says = [
            ("Android", Self::Android),
            ("iPhone", Self::Ios),
            ("iPad", Self::Ios),
            ("Windows", Self::Windows),
            ("Macintosh", Self::Mac),
            ("Linux", Self::Linux),
        ];
        let found = says.iter().find(|(word, _)| user_agent.contains(word));
        found.map_or(Self::Other, |(_, system)| *system)
    }
}

/// A device from which somebody signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: Id,
    /// What it runs.
    pub system: System,
    /// When it signed in first.
    pub first_seen: Moment,
    /// When it signed in last.
    pub last_seen: Moment,
    /// Whether somebody is signed in on it now.
    pub signed_in: bool,
}

/// A session that was just begun.
#[derive(Clone)]
pub struct SignedIn {
    /// The account.
    pub account: Id,
    /// The session.
    pub session: Id,
    /// What the session's cookie holds.
    pub token: Plain<String>,
    /// What the device's cookie holds.
    pub device: Plain<String>,
    /// The language of their pages.
    pub language: Language,
    /// The role in which they act.
    pub role: Role,
    /// A form that waits for them.
    pub draft: Option<Id>,
}

/// Who is behind a cookie.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The session.
    pub session: Id,
    /// The device.
    pub device: Id,
    /// The membership they act in.
    pub membership: Id,
    /// Who acts: a person in this membership.
    pub actor: Actor,
    /// The language of their pages.
    pub language: Language,
    /// The name of their organisation.
    pub organisation: Names,
    /// Until when the session is stronger, if it is.
    pub stepped_up_until: Option<Moment>,
    /// Whether it is the first in which they act in this membership.
    pub first: bool,
    last_seen: Moment,
}

/// What a cookie comes to.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nobody: no such session, or it was ended.
    Nobody,
    /// Somebody whose session ran out by itself: a form they sent is kept as a draft.
    Expired(Box<Standing>),
    /// Somebody.
    Live(Box<Standing>),
}

impl Found {
    /// The standing of a live session.
    pub fn live(self) -> Option<Standing> {
        match self {
            Self::Live(standing) => Some(*standing),
            _ => None,
        }
    }
}

/// Looks who is behind a cookie.
pub async fn find(store: &Store, cookie: &str) -> Result<Found, StoreError> {
    let Some(token) = Token::from_text(cookie) else {
        return Ok(Found::Nobody);
    };
    let now = store.world().steady();
    store
        .read_clear(async |look| store::find(&*look, token.hash(), now).await)
        .await
}

/// Notes that somebody is still there, at most once a minute.
pub async fn seen(store: &Store, standing: &Standing) -> Result<(), StoreError> {
    let now = store.world().steady();
    if now.seconds_since(standing.last_seen) < rules::SEEN_SECONDS {
        return Ok(());
    }
    let session = standing.session;
    store
        .upkeep(move |upkeep| async move { store::seen(&upkeep, session, now).await })
        .await
}

/// Forgets sessions and devices of long ago; the maintenance loop calls it.
pub async fn forget_old(store: &Store) -> Result<u64, StoreError> {
    let now = store.world().now();
    store
        .upkeep(move |upkeep| async move { store::forget(&upkeep, now).await })
        .await
}
