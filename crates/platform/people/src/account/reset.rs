//! Lost password and lost authenticator: two colleagues of the same organisation reset them, and
//! neither is the person reset.

use access::Actor;
use access::action::{ConfirmFactorReset, ProposeFactorReset};
use record::{Id, Relation};
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::store as table;
use super::{AccountError, INVITED, Proposal};
use crate::member::OneTimeCode;
use crate::session;

/// How long a proposal stands, in seconds.
const PROPOSAL_SECONDS: i64 = 24 * 3600;

/// `ProposeFactorReset`: the first of two. Nothing changes for the person yet, so that one
/// colleague alone locks nobody out.
pub async fn propose_factor_reset(unit: &Unit<ProposeFactorReset>) -> Result<(), AccountError> {
    let account = unit.record();
    let proposer = unit.actor().member().ok_or(StoreError::Absent)?.account;
    if proposer == account {
        return Err(AccountError::Oneself);
    }
    if let Some(before) = table::proposal(&**unit, account).await? {
        unit.end_holding(account, Relation::Proposer, Some(before.proposer))
            .await?;
    }
    let until = unit.now().plus_seconds(PROPOSAL_SECONDS);
    table::propose(
        unit,
        &Proposal {
            account,
            proposer,
            until,
        },
    )
    .await?;
    unit.hold(account, proposer, Relation::Proposer, None, Some(until))
        .await?;
    Ok(())
}

/// `ConfirmFactorReset`: the second of two. Ends every session, forgets every device, and leaves a
/// one-time code with which the person enrols anew.
pub async fn confirm_factor_reset(
    unit: &Unit<ConfirmFactorReset>,
    code: &OneTimeCode,
) -> Result<(), AccountError> {
    let account = unit.record();
    let confirmer = unit.actor().member().ok_or(StoreError::Absent)?.account;
    let proposal = table::proposal(&**unit, account).await?;
    let proposal = proposal.filter(|proposal| unit.now() < proposal.until);
    let proposal = proposal.ok_or(StoreError::Absent)?;
    if confirmer == account || confirmer == proposal.proposer {
        return Err(AccountError::Oneself);
    }
    table::drop_proposal(unit, account).await?;
    unit.end_holding(account, Relation::Proposer, Some(proposal.proposer))
        .await?;
    table::clear(unit, account).await?;
    session::end_all(unit, account, None).await?;
    session::forget_devices(unit, account).await?;
    code.keep(unit, account).await?;
    unit.set_state(account, INVITED).await?;
    Ok(())
}

/// Confirms a reset, from the states of the moment to the code.
pub async fn confirm_reset(
    store: &Store,
    actor: &Actor,
    account: Id,
) -> Result<Plain<String>, AccountError> {
    let now = store.world().now();
    let proposal = store
        .look(async |look| table::proposal(&*look, account).await)
        .await?;
    let stands = proposal.is_some_and(|proposal| now < proposal.until);
    let states: &[&str] = if stands { &["proposed"] } else { &[] };
    let permit = store
        .gate()
        .permit_when::<ConfirmFactorReset>(actor, account, states)
        .await?;
    let code = OneTimeCode::new(store).await?;
    let digits = code.digits.clone();
    store
        .unit(permit, move |unit| {
            let code = code.clone();
            async move { confirm_factor_reset(&unit, &code).await }
        })
        .await?;
    Ok(digits)
}

/// Forgets proposals that lapsed.
pub(crate) async fn forget_old(store: &Store) -> Result<u64, StoreError> {
    let now = store.world().now();
    store
        .upkeep(move |upkeep| async move { table::drop_old_proposals(&upkeep, now).await })
        .await
}
