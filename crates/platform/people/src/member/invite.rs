//! Inviting: an account begins with a one-time code that is shown once and stored slow.

use access::Actor;
use access::action::{InitInstallation, InviteMember};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Sensitivity};
use store::{NewRecord, Store, StoreError, Unit, Work};
use vault::{Place, Plain};

use super::store as table;
use super::{Invitation, Invited, MemberError, NewMember, actions, rules};
use crate::organisation::{self, Description};
use crate::{account, oversight, password};

/// Digits of a one-time code.
pub(crate) const CODE_DIGITS: usize = 16;
/// How long a one-time code is good, in seconds: a week.
const CODE_SECONDS: i64 = 7 * 24 * 3600;
/// The longest name.
const LONGEST: usize = 120;

/// A new one-time code and what is stored of it. Made before the unit, since it is slow.
#[derive(Clone)]
pub struct OneTimeCode {
    /// The digits, shown once.
    pub digits: Plain<String>,
    stored: String,
}

impl OneTimeCode {
    /// Makes one.
    pub async fn new(store: &Store) -> Result<Self, StoreError> {
        let digits = vault::secret_hash::digits(CODE_DIGITS);
        let stored = password::store(store, &digits).await?;
        Ok(Self { digits, stored })
    }

    /// Puts it in the place of any code before it.
    pub(crate) async fn keep(&self, work: &Work, account: Id) -> Result<(), StoreError> {
        let until = work.now().plus_seconds(CODE_SECONDS);
        table::keep_code(work, account, &self.stored, until).await
    }
}

/// `InviteMember`: begins an account where the permit names none, else gives the account that it
/// names one more membership, which waits to be confirmed as well.
pub async fn invite_member(
    unit: &Unit<InviteMember>,
    invitation: &Invitation,
    code: &OneTimeCode,
) -> Result<Invited, MemberError> {
    let proposer = unit.actor().member().ok_or(StoreError::Absent)?.account;
    match (invitation, unit.record()) {
        (Invitation::New(member), Id::NONE) => {
            let kind = kind_of(unit, member.org).await?;
            rules::fits(member.role, kind)?;
            let (account, membership) = begin(unit, member, kind, code, false).await?;
            unit.grant(account, proposer, Relation::Proposer, None, None)
                .await?;
            Ok(Invited {
                account,
                membership,
                code: Some(code.digits.clone()),
            })
        }
        (Invitation::Further { role, org }, account) if account != Id::NONE => {
            if account == proposer {
                return Err(MemberError::Oneself);
            }
            let (guard, _) = unit.guard_of(account).await?;
            if guard.state == account::ENDED {
                return Err(StoreError::Absent.into());
            }
            let kind = kind_of(unit, *org).await?;
            let there = super::memberships_of(&**unit, account).await?;
            if !there.iter().any(super::Membership::is_live) {
                return Err(MemberError::Unconfirmed);
            }
            let same = |held: &super::Membership| {
                held.ended.is_none() && held.org == *org && held.role == *role
            };
            if there.iter().any(same) {
                return Err(rules::Misfit::Held.into());
            }
            rules::fits_beside((*role, kind), &table::held_roles(&**unit, account).await?)?;
            let membership = actions::propose(unit, account, *org, *role).await?;
            // No body opens the names of its own people.
            oversight::end(unit, account, *org).await?;
            unit.grant(account, proposer, Relation::Proposer, None, None)
                .await?;
            Ok(Invited {
                account,
                membership,
                code: None,
            })
        }
        (Invitation::Again, account) if account != Id::NONE => {
            let (guard, _) = unit.guard_of(account).await?;
            let enrolled = account::has_enrolled(&**unit, account).await?;
            // Once somebody signed in, only two people of their organisation begin them anew.
            if guard.state != account::INVITED || enrolled || account == proposer {
                return Err(StoreError::Absent.into());
            }
            let held = super::memberships_of(&**unit, account).await?;
            let first = held.first().ok_or(StoreError::Absent)?;
            code.keep(unit, account).await?;
            unit.reason("code_again").await;
            Ok(Invited {
                account,
                membership: first.id,
                code: Some(code.digits.clone()),
            })
        }
        _ => Err(StoreError::Absent.into()),
    }
}

/// Gives somebody with an account one more role, or a new code to somebody who never enrolled;
/// from the permit to the code.
pub async fn invite_again(
    store: &Store,
    actor: &Actor,
    account: Id,
    invitation: Invitation,
) -> Result<Invited, MemberError> {
    let permit = store.gate().permit::<InviteMember>(actor, account).await?;
    let code = OneTimeCode::new(store).await?;
    store
        .unit(permit, move |unit| {
            let (invitation, code) = (invitation.clone(), code.clone());
            async move { invite_member(&unit, &invitation, &code).await }
        })
        .await
}

/// Invites somebody new, from the permit to the code.
pub async fn invite(
    store: &Store,
    actor: &Actor,
    member: NewMember,
) -> Result<Invited, MemberError> {
    let permit = store.gate().permit_new::<InviteMember>(actor, &[])?;
    let code = OneTimeCode::new(store).await?;
    let invitation = Invitation::New(member);
    store
        .unit(permit, move |unit| {
            let (invitation, code) = (invitation.clone(), code.clone());
            async move { invite_member(&unit, &invitation, &code).await }
        })
        .await
}

/// The first two people of an installation, and the body they work for.
#[derive(Clone)]
pub struct Founding {
    /// The body that runs the installation.
    pub organisation: Description,
    /// The first administrator; `org` is filled in.
    pub administrator: NewMember,
    /// The first data-protection officer, who confirms the first member of every organisation.
    pub data_protection: NewMember,
}

/// What the founding comes to.
pub struct Founded {
    /// The body that runs the installation.
    pub organisation: Id,
    /// The administrator's account and code.
    pub administrator: Invited,
    /// The data-protection officer's account and code.
    pub data_protection: Invited,
}

/// `InitInstallation`: the first organisation and the first two accounts, which nobody needs to
/// confirm. Two, because an administrator alone could make no reader, and nobody to confirm one.
pub async fn init_installation(
    unit: &Unit<InitInstallation>,
    founding: &Founding,
    codes: &[OneTimeCode; 2],
) -> Result<Founded, MemberError> {
    if table::accounts(&**unit).await? > 0 {
        return Err(MemberError::Begun);
    }
    let org = organisation::begin(unit, &founding.organisation).await?;
    let kind = founding.organisation.kind;
    unit.create(ledger_of(unit.id(), org)).await?;
    let [first, second] = codes;
    let mut invited = Vec::new();
    for (member, role, code) in [
        (&founding.administrator, Role::Administrator, first),
        (&founding.data_protection, Role::DataProtection, second),
    ] {
        rules::fits(role, kind)?;
        let member = NewMember {
            role,
            org,
            ..member.clone()
        };
        let (account, membership) = begin(unit, &member, kind, code, true).await?;
        invited.push(Invited {
            account,
            membership,
            code: Some(code.digits.clone()),
        });
    }
    let (Some(data_protection), Some(administrator)) = (invited.pop(), invited.pop()) else {
        return Err(StoreError::Absent.into());
    };
    Ok(Founded {
        organisation: org,
        administrator,
        data_protection,
    })
}

/// The record that stands for the ledger itself: whoever protects the founders' data reads it.
fn ledger_of(record: Id, org: Id) -> NewRecord {
    NewRecord {
        record,
        kind: Kind::Ledger,
        org: Some(org),
        jurisdiction: None,
        sensitivity: Sensitivity::Ordinary,
        state: "kept",
        root: None,
        world: Root::Care,
        keys_for: Vec::new(),
    }
}

/// Begins an installation from the console, if nobody has an account yet.
pub async fn init(store: &Store, founding: Founding) -> Result<Founded, MemberError> {
    let begun = store
        .read_clear(async |look| table::accounts(&*look).await)
        .await?
        > 0;
    let states: &[&str] = if begun { &[] } else { &["empty"] };
    let permit = store
        .gate()
        .permit_new::<InitInstallation>(&Actor::Console(Id::NONE), states)?;
    let codes = [
        OneTimeCode::new(store).await?,
        OneTimeCode::new(store).await?,
    ];
    store
        .unit(permit, move |unit| {
            let (founding, codes) = (founding.clone(), codes.clone());
            async move { init_installation(&unit, &founding, &codes).await }
        })
        .await
}

/// What a body is, as long as it is there.
async fn kind_of(work: &Work, org: Id) -> Result<OrgKind, StoreError> {
    let found = organisation::find(work, org).await?;
    let found = found.filter(|found| !found.ended);
    Ok(found.ok_or(StoreError::Absent)?.is.kind)
}

/// A new account: its guard, its key under its organisation, its sealed names, its code.
async fn begin(
    work: &Work,
    member: &NewMember,
    kind: OrgKind,
    code: &OneTimeCode,
    confirmed: bool,
) -> Result<(Id, Id), MemberError> {
    for name in [&member.name, &member.sign_in_name] {
        if name.is_blank() || name.chars() > LONGEST || name.is_turned_round() {
            return Err(MemberError::Name);
        }
    }
    let index = account::name_index(work.store(), &member.sign_in_name);
    if table::is_taken(work, &index).await? {
        return Err(MemberError::NameTaken);
    }
    let account = work.id();
    let watching = oversight::watching(work, member.org, &[member.org]).await?;
    work.create(NewRecord {
        record: account,
        kind: Kind::Account,
        org: Some(member.org),
        jurisdiction: None,
        sensitivity: Sensitivity::Ordinary,
        state: account::INVITED,
        root: None,
        world: kind.root(),
        keys_for: [vec![member.org], watching.clone()].concat(),
    })
    .await?;
    let row = account.to_string();
    let place = |column| Place {
        table: "account",
        row: &row,
        column,
    };
    let name = account::trimmed(&member.name);
    let sign_in_name = account::trimmed(&member.sign_in_name);
    let name = work.seal(account, &place("name"), &name).await?;
    let sign_in_name = work
        .seal(account, &place("sign_in_name"), &sign_in_name)
        .await?;
    let new = table::Account {
        id: account,
        index,
        sign_in_name: sign_in_name.stored(),
        name: name.stored(),
        language: member.language,
    };
    table::insert_account(work, new).await?;
    work.grant(account, account, Relation::Owner, None, None)
        .await?;
    for body in watching {
        work.grant(account, body, Relation::Oversight, None, None)
            .await?;
    }
    let membership =
        table::insert_membership(work, account, member.org, member.role, confirmed).await?;
    code.keep(work, account).await?;
    Ok((account, membership))
}
