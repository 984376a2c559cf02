//! The server's own console: the same three answers as at the door make the person an actor, as
//! strong as after a step-up, for one command. No session is left behind, and no device.

use access::Actor;
use access::action::SignIn;
use record::Role;
use store::{Store, Unit};
use vault::Plain;

use super::{SignInError, store as table};
use crate::throttle::{self, Kind};
use crate::{account, password, totp};

/// Makes sure of a person at the console and answers them as an actor: in the first membership
/// that is live, or in the first of this role. Guesses have a count of their own, so that nobody
/// keeps the console shut from outside.
pub async fn at_console(
    store: &Store,
    name: &Plain<String>,
    password: &Plain<String>,
    second: &Plain<String>,
    role: Option<Role>,
) -> Result<Actor, SignInError> {
    let key = account::throttle_key(name);
    let wait = throttle::ask(store, Kind::Console, &key).await?;
    if let Some(until) = wait.refused_until {
        return Err(SignInError::Later(until));
    }
    wait.pass().await;
    let index = account::name_index(store, name);
    let known = store
        .read_clear(async |look| account::by_index(&*look, &index).await)
        .await?
        .filter(|known| known.state == account::ACTIVE);
    let found = known.as_ref().map(|known| known.id);
    let stored = known.and_then(|known| known.password);
    let right = password::is_right(store, password, stored).await?;
    let (true, Some(account)) = (right, found) else {
        account::step_of(&totp::new_secret(), second, store.world().now(), 0);
        return Err(SignInError::Refused);
    };
    let permit = store
        .gate()
        .permit::<SignIn>(&Actor::Public, account)
        .await?;
    let second = second.clone();
    let actor = store
        .unit(permit, move |unit| {
            let second = second.clone();
            async move { enter(&unit, &second, role).await }
        })
        .await?;
    throttle::succeeded(store, Kind::Console, &key).await?;
    Ok(actor)
}

async fn enter(
    unit: &Unit<SignIn>,
    second: &Plain<String>,
    role: Option<Role>,
) -> Result<Actor, SignInError> {
    let account = unit.record();
    if !account::second_factor(unit, account, second).await? {
        return Err(SignInError::Refused);
    }
    let member = table::stepped_up(&**unit, account, role).await?;
    let member = member.ok_or(SignInError::Refused)?;
    unit.reason("console").await;
    Ok(Actor::Person(member))
}
