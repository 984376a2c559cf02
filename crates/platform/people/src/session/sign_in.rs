//! The door: a name, a password and a second factor become a session. Who is unknown, ended, only
//! invited or wrong gets the same answer after the same work.

use access::Actor;
use access::action::SignIn;
use record::{Id, Moment};
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::{SignedIn, System, Token, actions, store as table};
use crate::account::{self, Known};
use crate::throttle::{self, Kind, Wait};
use crate::{password, totp};

/// What somebody types at the door, and from where.
#[derive(Clone)]
pub struct Attempt {
    /// The password.
    pub password: Plain<String>,
    /// Six digits of the authenticator, or a recovery code; digits of any set.
    pub second: Plain<String>,
    /// What the device runs.
    pub system: System,
}

/// An attempt that was counted: how long its answer waits, and for whom it is.
pub struct Asked {
    /// How long the answer waits; refused attempts are not answered at all.
    pub wait: Wait,
    kind: Kind,
    key: String,
    index: Vec<u8>,
    device: Option<Token>,
}

/// Nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Something typed is not right; what, is not said.
    #[error("refused")]
    Refused,
    /// Too many guesses: come back then.
    #[error("too many guesses")]
    Later(Moment),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<access::Absent> for SignInError {
    fn from(absent: access::Absent) -> Self {
        Self::Store(absent.into())
    }
}

/// Counts an attempt for a name. From a device that never signed in to this account it counts with
/// all strangers'; a device that did has a count of its own, so that nobody locks its person out.
pub async fn ask(
    store: &Store,
    name: &Plain<String>,
    device: Option<&Plain<String>>,
) -> Result<Asked, StoreError> {
    let index = account::name_index(store, name);
    let device = device.and_then(Token::of);
    // Without a cookie the same question is asked about a token that nobody has.
    let sought = device.clone().unwrap_or_default();
    let seen = store
        .read_clear(async |look| -> Result<_, StoreError> {
            let known = account::by_index(&*look, &index).await?;
            let id = known.map_or(Id::NONE, |known| known.id);
            let seen = table::device(&*look, id, &sought).await?;
            Ok(seen.filter(|(_, live)| *live))
        })
        .await?;
    let (kind, key) = match seen {
        Some((device, _)) => (Kind::SignInDevice, device.to_string()),
        None => (Kind::SignIn, account::throttle_key(name)),
    };
    let wait = throttle::ask(store, kind, &key).await?;
    Ok(Asked {
        wait,
        kind,
        key,
        index,
        device,
    })
}

/// `SignIn`, from the attempt to the cookies. The caller lets the wait pass before; the account is
/// read after it, since a password may be another one by then, and once more where it is let in.
pub async fn sign_in(
    store: &Store,
    asked: Asked,
    attempt: Attempt,
) -> Result<SignedIn, SignInError> {
    if let Some(until) = asked.wait.refused_until {
        return Err(SignInError::Later(until));
    }
    let Asked {
        kind,
        key,
        index,
        device,
        ..
    } = asked;
    let active = known(store, &index).await?;
    let stored = active.as_ref().and_then(|known| known.password.clone());
    let right = password::is_right(store, &attempt.password, stored).await?;
    let (true, Some(before)) = (right, active) else {
        account::step_of(&totp::new_secret(), &attempt.second, store.world().now(), 0);
        return Err(SignInError::Refused);
    };
    let permit = store
        .gate()
        .permit::<SignIn>(&Actor::Public, before.id)
        .await?;
    let signed = store
        .unit(permit, move |unit| {
            let (device, attempt) = (device.clone(), attempt.clone());
            let (index, password) = (index.clone(), before.password.clone());
            async move {
                let now = account::by_index(&*unit, &index).await?;
                if now.is_none_or(|known| known.password != password) {
                    return Err(SignInError::Refused);
                }
                enter(&unit, device.as_ref(), &attempt).await
            }
        })
        .await?;
    throttle::succeeded(store, kind, &key).await?;
    Ok(signed)
}

/// The account of a name as it is now, if somebody can sign in to it.
async fn known(store: &Store, index: &[u8]) -> Result<Option<Known>, StoreError> {
    let found = store
        .read_clear(async |look| account::by_index(&*look, index).await)
        .await?;
    Ok(found.filter(|known| known.state == account::ACTIVE))
}

async fn enter(
    unit: &Unit<SignIn>,
    device: Option<&Token>,
    attempt: &Attempt,
) -> Result<SignedIn, SignInError> {
    if !account::second_factor(unit, unit.record(), &attempt.second).await? {
        return Err(SignInError::Refused);
    }
    Ok(actions::begin(unit, device, attempt.system).await?)
}
