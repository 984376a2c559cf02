//! Lost password and lost authenticator: two colleagues of the same organisation reset them, and
//! neither is the person reset. Where only one colleague is left, an administrator is the second;
//! where none is, an administrator proposes and data protection confirms.

use access::action::{ConfirmFactorReset, ProposeFactorReset};
use access::{Actor, Member};
use record::{Id, Moment, Relation, Role};
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::recover::begin_anew;
use super::store as table;
use super::{ACTIVE, AccountError, Proposal, name_index};
use crate::Rows;
use crate::member::OneTimeCode;

/// How long a proposal stands, in seconds.
const PROPOSAL_SECONDS: i64 = 24 * 3600;

/// How an account stands as to a reset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who else works in its organisation and can act there now.
    pub others: Vec<Id>,
    /// The proposal that stands.
    pub proposal: Option<Proposal>,
}

impl Standing {
    /// The states in which a reset may be proposed, besides the account's own.
    pub fn proposing(&self) -> Vec<&'static str> {
        if self.others.is_empty() {
            vec!["active_of_one"]
        } else {
            Vec::new()
        }
    }

    /// The states in which the proposal may be confirmed.
    pub fn confirming(&self) -> Vec<&'static str> {
        match (&self.proposal, self.others.len()) {
            (None, _) => Vec::new(),
            (Some(_), 0) => vec!["proposed", "proposed_of_one"],
            (Some(_), 1) => vec!["proposed", "proposed_of_few"],
            (Some(_), _) => vec!["proposed"],
        }
    }
}

/// How an account stands as to a reset, now.
pub async fn standing(at: &impl Rows, account: Id, now: Moment) -> Result<Standing, StoreError> {
    let proposal = table::proposal(at, account).await?;
    Ok(Standing {
        others: table::others(at, account).await?,
        proposal: proposal.filter(|proposal| now < proposal.until),
    })
}

/// The proposals that stand, those first that lapse first, each with how its account stands.
pub async fn waiting_resets(
    at: &impl Rows,
    now: Moment,
) -> Result<Vec<(Proposal, Standing)>, StoreError> {
    let mut waiting = Vec::new();
    for proposal in table::proposals(at, now).await? {
        let stands = standing(at, proposal.account, now).await?;
        waiting.push((proposal, stands));
    }
    Ok(waiting)
}

/// The account of a sign-in name; a colleague in need tells their own.
pub async fn by_sign_in_name(
    store: &Store,
    name: &Plain<String>,
) -> Result<Option<Id>, StoreError> {
    let index = name_index(store, name);
    let known = store
        .look(async |look| table::by_index(&*look, &index).await)
        .await?;
    Ok(known.map(|known| known.id))
}

fn person(actor: &Actor) -> Result<&Member, StoreError> {
    actor.member().ok_or(StoreError::Absent)
}

/// `ProposeFactorReset`: the first of two. Nothing changes for the person yet, so that one
/// colleague alone locks nobody out.
pub async fn propose_factor_reset(unit: &Unit<ProposeFactorReset>) -> Result<(), AccountError> {
    let account = unit.record();
    let proposer = person(unit.actor())?;
    if proposer.account == account {
        return Err(AccountError::Oneself);
    }
    let (guard, _) = unit.guard_of(account).await?;
    if guard.state != ACTIVE {
        return Err(StoreError::Absent.into());
    }
    let stands = standing(&**unit, account, unit.now()).await?;
    if guard.org != Some(proposer.org) && !stands.others.is_empty() {
        return Err(AccountError::NotByYou);
    }
    if let Some(before) = table::proposal(&**unit, account).await? {
        unit.end_holding(account, Relation::Proposer, Some(before.proposer))
            .await?;
    }
    let until = unit.now().plus_seconds(PROPOSAL_SECONDS);
    let proposal = Proposal {
        account,
        proposer: proposer.account,
        until,
    };
    table::propose(unit, &proposal).await?;
    unit.hold(
        account,
        proposer.account,
        Relation::Proposer,
        None,
        Some(until),
    )
    .await?;
    Ok(())
}

/// Proposes a reset, from the states of the moment to the unit.
pub async fn propose_reset(store: &Store, actor: &Actor, account: Id) -> Result<(), AccountError> {
    let now = store.world().now();
    let stands = store
        .look(async |look| standing(&*look, account, now).await)
        .await?;
    let permit = store
        .gate()
        .permit_when::<ProposeFactorReset>(actor, account, &stands.proposing())
        .await?;
    store
        .unit(
            permit,
            |unit| async move { propose_factor_reset(&unit).await },
        )
        .await
}

/// `ConfirmFactorReset`: the second of two. Ends every session, forgets every device, and leaves a
/// one-time code with which the person enrols anew.
pub async fn confirm_factor_reset(
    unit: &Unit<ConfirmFactorReset>,
    code: &OneTimeCode,
) -> Result<(), AccountError> {
    let account = unit.record();
    let confirmer = person(unit.actor())?;
    let stands = standing(&**unit, account, unit.now()).await?;
    let proposal = stands.proposal.as_ref().ok_or(StoreError::Absent)?;
    if confirmer.account == account || confirmer.account == proposal.proposer {
        return Err(AccountError::Oneself);
    }
    let (guard, _) = unit.guard_of(account).await?;
    // Who works there may have changed since the permit was given.
    let fits = guard.org == Some(confirmer.org)
        || match stands.others.len() {
            0 => confirmer.role == Role::DataProtection,
            1 => confirmer.role == Role::Administrator,
            _ => false,
        };
    if !fits {
        return Err(AccountError::NotByYou);
    }
    unit.end_holding(account, Relation::Proposer, Some(proposal.proposer))
        .await?;
    begin_anew(unit, account, code).await?;
    Ok(())
}

/// Confirms a reset, from the states of the moment to the code.
pub async fn confirm_reset(
    store: &Store,
    actor: &Actor,
    account: Id,
) -> Result<Plain<String>, AccountError> {
    let now = store.world().now();
    let stands = store
        .look(async |look| standing(&*look, account, now).await)
        .await?;
    let permit = store
        .gate()
        .permit_when::<ConfirmFactorReset>(actor, account, &stands.confirming())
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
