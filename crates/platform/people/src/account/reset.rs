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

/// A proposal that waits for the second of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingReset {
    /// What was proposed.
    pub proposal: Proposal,
    /// The pseudonym of the account.
    pub pseudonym: Id,
    /// Its organisation.
    pub home: Option<Id>,
    /// Who else works there and can act there now.
    pub others: Vec<Id>,
}

/// Who is the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Somebody of the same organisation who did not propose it.
    Colleague,
    /// An administrator, where nobody else works there but who proposed it.
    Administrator,
    /// Data protection, where nobody else works there at all.
    DataProtection,
}

impl WaitingReset {
    /// Who is the second.
    pub fn second(&self) -> Second {
        match self.others.as_slice() {
            [] => Second::DataProtection,
            [only] if *only == self.proposal.proposer => Second::Administrator,
            _ => Second::Colleague,
        }
    }

    /// Whether this person, as they act now, is the second.
    pub fn waits_for(&self, actor: &Actor) -> bool {
        actor.member().is_some_and(|who| {
            let is_own = who.account == self.proposal.account;
            let proposed = who.account == self.proposal.proposer;
            let fits = match self.second() {
                Second::Colleague => {
                    self.home == Some(who.org) && self.others.contains(&who.account)
                }
                Second::Administrator => who.role == Role::Administrator,
                Second::DataProtection => who.role == Role::DataProtection,
            };
            fits && !is_own && !proposed
        })
    }
}

/// The proposals that stand, those first that lapse first.
pub async fn waiting_resets(at: &impl Rows, now: Moment) -> Result<Vec<WaitingReset>, StoreError> {
    let mut waiting = Vec::new();
    for (proposal, pseudonym, home) in table::proposals(at, now).await? {
        waiting.push(WaitingReset {
            others: table::others(at, proposal.account).await?,
            proposal,
            pseudonym,
            home,
        });
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
        .read_clear(async |look| table::by_index(&*look, &index).await)
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
        unit.end_grant(account, Relation::Proposer, Some(before.proposer))
            .await?;
    }
    let until = unit.now().plus_seconds(PROPOSAL_SECONDS);
    let proposal = Proposal {
        account,
        proposer: proposer.account,
        until,
    };
    table::propose(unit, &proposal).await?;
    unit.grant(
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
        .read_clear(async |look| standing(&*look, account, now).await)
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
    unit.end_grant(account, Relation::Proposer, Some(proposal.proposer))
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
        .read_clear(async |look| standing(&*look, account, now).await)
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

#[cfg(test)]
mod tests {
    use record::{OrgKind, Session};

    use super::*;

    const HOME: u8 = 9;

    fn id(number: u8) -> Id {
        Id::from_bytes([number; 16])
    }

    fn actor(account: u8, org: u8, role: Role) -> Actor {
        Actor::Person(Member {
            account: id(account),
            pseudonym: id(account),
            org: id(org),
            org_kind: OrgKind::Aid,
            role,
            session: Session::SteppedUp,
            memberships: vec![id(org)],
            manages: Vec::new(),
        })
    }

    /// Of account 1, proposed by account 2.
    fn waiting(others: &[u8]) -> WaitingReset {
        WaitingReset {
            proposal: Proposal {
                account: id(1),
                proposer: id(2),
                until: Moment::from_micros(0),
            },
            pseudonym: id(1),
            home: Some(id(HOME)),
            others: others.iter().copied().map(id).collect(),
        }
    }

    #[test]
    fn the_second_is_whoever_is_left_to_be() {
        let rows: [(&[u8], Second); 4] = [
            (&[], Second::DataProtection),
            (&[2], Second::Administrator),
            (&[3], Second::Colleague),
            (&[2, 3], Second::Colleague),
        ];
        for (others, second) in rows {
            assert_eq!(waiting(others).second(), second, "{others:?}");
        }
    }

    #[test]
    fn nobody_is_the_second_for_themselves_or_after_themselves() {
        let few = waiting(&[2, 3]);
        let there = |account, role| few.waits_for(&actor(account, HOME, role));
        assert!(there(3, Role::Responder));
        assert!(!there(1, Role::Supervisor) && !there(2, Role::Supervisor));
        // In a role at another organisation, or where a colleague is there, nobody else.
        assert!(!few.waits_for(&actor(3, 8, Role::Responder)));
        assert!(!few.waits_for(&actor(5, 8, Role::Administrator)));
        let one = waiting(&[2]);
        assert!(one.waits_for(&actor(5, 8, Role::Administrator)));
        assert!(!one.waits_for(&actor(2, HOME, Role::Administrator)));
        let alone = waiting(&[]);
        assert!(alone.waits_for(&actor(5, 8, Role::DataProtection)));
        assert!(!alone.waits_for(&actor(5, 8, Role::Administrator)));
        assert!(!waiting(&[]).waits_for(&Actor::Public));
    }
}
