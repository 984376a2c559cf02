//! Beginning a session, making it stronger, acting in another membership, ending it.

use access::action::{EndOwnSession, SignIn, StepUp};
use record::Id;
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::store::{self as table, NewSession};
use super::{SignInError, SignedIn, Standing, System, Token};
use crate::throttle::{self, Kind, Wait};
use crate::{account, draft, member};

/// `SignIn`: begins a session in the first membership that is live. Whoever calls it has made sure
/// of the person; the demo's made-up people enter by it too.
pub async fn begin(
    unit: &Unit<SignIn>,
    device: Option<&Token>,
    system: System,
) -> Result<SignedIn, StoreError> {
    let account = unit.record();
    let held = member::memberships_of(&**unit, account).await?;
    let first = held
        .iter()
        .find(|held| held.is_live())
        .ok_or(StoreError::Absent)?;
    let known = match device {
        Some(token) => table::device(&**unit, account, token).await?,
        None => None,
    };
    // A device that was ended for this account comes back as a new one.
    let token = device
        .filter(|_| !matches!(known, Some((_, false))))
        .cloned()
        .unwrap_or_default();
    let device = match known {
        Some((device, true)) => {
            table::device_seen(unit, device, system).await?;
            device
        }
        _ => table::insert_device(unit, account, &token, system).await?,
    };
    let session = Token::new();
    let began = unit.store().world().steady();
    let new = NewSession {
        account,
        membership: first.id,
        device,
        token: &session,
        began,
    };
    let id = table::insert(unit, new).await?;
    member::first_session(unit, first.id, id).await?;
    Ok(SignedIn {
        account,
        session: id,
        token: session.text(),
        device: token.text(),
        language: account::language_of(unit, account).await?,
        role: first.role,
        draft: draft::waiting_for(unit, account).await?,
    })
}

/// Counts an attempt to make a session stronger, by the account's device: another session on it, as
/// after a change of role, begins no new count.
pub async fn ask_step_up(store: &Store, standing: &Standing) -> Result<Wait, StoreError> {
    throttle::ask(store, Kind::StepUp, &standing.device.to_string()).await
}

/// `StepUp`: the second factor once more makes the session stronger for five minutes.
pub async fn make_stronger(
    unit: &Unit<StepUp>,
    session: Id,
    typed: &Plain<String>,
) -> Result<(), SignInError> {
    let account = unit.record();
    if !account::second_factor(unit, account, typed).await? {
        return Err(SignInError::Refused);
    }
    if table::make_stronger(unit, session, account).await? {
        Ok(())
    } else {
        Err(StoreError::Absent.into())
    }
}

/// Steps up, from the permit to the session. The caller lets the wait pass before.
pub async fn step_up(
    store: &Store,
    wait: Wait,
    standing: &Standing,
    typed: Plain<String>,
) -> Result<(), SignInError> {
    if let Some(until) = wait.refused_until {
        return Err(SignInError::Later(until));
    }
    let account = standing.actor.member().ok_or(StoreError::Absent)?.account;
    let permit = store
        .gate()
        .permit::<StepUp>(&standing.actor, account)
        .await?;
    let session = standing.session;
    store
        .unit(permit, move |unit| {
            let typed = typed.clone();
            async move { make_stronger(&unit, session, &typed).await }
        })
        .await?;
    Ok(throttle::succeeded(store, Kind::StepUp, &standing.device.to_string()).await?)
}

/// What of one's own is ended.
#[derive(Clone, Copy, Debug)]
pub enum Ending {
    /// One session: signing out.
    Session(Id),
    /// A device, with what is signed in on it: it is not known any more.
    Device(Id),
    /// Every session but this one.
    AllBut(Id),
}

/// `EndOwnSession`.
pub async fn end_own_session(unit: &Unit<EndOwnSession>, ending: Ending) -> Result<(), StoreError> {
    let account = unit.record();
    match ending {
        Ending::Session(session) => table::end_one(unit, account, session).await,
        Ending::AllBut(session) => table::end_all(unit, account, Some(session)).await,
        Ending::Device(device) => {
            let ended = table::end_device(unit, account, device).await?;
            if ended {
                Ok(())
            } else {
                Err(StoreError::Absent)
            }
        }
    }
}

/// Part of `EndOwnSession`: ends this session and begins one in another membership, which lasts no
/// longer than this one would have and is not stronger.
pub async fn act_in(
    unit: &Unit<EndOwnSession>,
    session: Id,
    membership: Id,
) -> Result<Plain<String>, StoreError> {
    let account = unit.record();
    let held = member::memberships_of(&**unit, account).await?;
    let fits = |held: &&member::Membership| held.id == membership && held.is_live();
    held.iter().find(fits).ok_or(StoreError::Absent)?;
    let (device, began) = table::under_way(unit, session, account).await?;
    table::end_one(unit, account, session).await?;
    let token = Token::new();
    let new = NewSession {
        account,
        membership,
        device,
        token: &token,
        began,
    };
    let id = table::insert(unit, new).await?;
    member::first_session(unit, membership, id).await?;
    unit.reason("another_membership").await;
    Ok(token.text())
}
