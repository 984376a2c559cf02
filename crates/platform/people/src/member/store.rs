//! SQL of memberships and invitations.

use record::{Id, OrgKind, Role};
use store::{Row, StoreError, Work, args};

use super::Membership;
use crate::Rows;
use crate::organisation::Names;

store::statements! {
    COUNT_ACCOUNTS = "SELECT COUNT(*) AS accounts FROM account";
    INSERT_ACCOUNT = "INSERT INTO account (id, pseudonym, sign_in_index, sign_in_name, name, language, \
        totp_step, began, index_version) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)";
    NAME_TAKEN = "SELECT id FROM account WHERE sign_in_index = $1";
    INSERT_MEMBERSHIP = "INSERT INTO membership (id, account, org, role, began, confirmed) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    MEMBERSHIPS = "SELECT id, account, org, role, began, confirmed, ended FROM membership \
        WHERE account = $1 ORDER BY began, id";
    LIVE_OF = "SELECT id, account, org, role, began, confirmed, ended FROM membership \
        WHERE org = $1 AND ended IS NULL ORDER BY began, id";
    MEMBERS = "SELECT m.id, m.account, m.org, m.role, m.began, m.confirmed, m.ended, g.state, a.name, a.pseudonym \
        FROM membership m JOIN account a ON a.id = m.account JOIN guard g ON g.record = a.id \
        WHERE m.org = $1 AND m.ended IS NULL ORDER BY m.began, m.id";
    ONE_MEMBER = "SELECT m.id, m.account, m.org, m.role, m.began, m.confirmed, m.ended, g.state, a.name, \
        a.pseudonym FROM membership m JOIN account a ON a.id = m.account JOIN guard g ON g.record = a.id \
        WHERE m.account = $1 AND m.ended IS NULL ORDER BY m.began, m.id";
    ALL_WAITING = "SELECT m.id, m.account, m.org, m.role, m.began, m.confirmed, m.ended, a.pseudonym, \
        g.org AS home FROM membership m JOIN account a ON a.id = m.account \
        JOIN guard g ON g.record = m.account WHERE m.confirmed IS NULL AND m.ended IS NULL \
        ORDER BY m.began, m.id";
    COUNT_WAITING = "SELECT COUNT(*) AS waiting FROM membership WHERE confirmed IS NULL AND ended IS NULL";
    POSTS = "SELECT m.org, m.role, COUNT(DISTINCT m.account) AS people FROM membership m \
        JOIN guard g ON g.record = m.account WHERE m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND g.state = 'active' GROUP BY m.org, m.role ORDER BY m.org, m.role";
    WORKS = "SELECT m.role, m.ended, o.kind, o.name_en, o.name_ar, o.name_ckb FROM account a \
        JOIN membership m ON m.account = a.id JOIN organisation o ON o.id = m.org \
        WHERE a.pseudonym = $1 AND m.confirmed IS NOT NULL ORDER BY m.began DESC, m.id";
    COLLEAGUES = "SELECT m.account, m.role FROM membership m JOIN guard g ON g.record = m.account \
        WHERE m.org = $1 AND m.account <> $2 AND m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND g.state = 'active' ORDER BY m.began, m.id";
    FIRST_SESSION = "UPDATE membership SET first_session = $2 WHERE id = $1 AND first_session IS NULL";
    HELD_ROLES = "SELECT m.role, o.kind FROM membership m JOIN organisation o ON o.id = m.org \
        WHERE m.account = $1 AND m.ended IS NULL ORDER BY m.began, m.id";
    SUPERVISORS = "SELECT m.account FROM membership m JOIN guard g ON g.record = m.account \
        WHERE m.org = $1 AND m.role = 'supervisor' AND m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND g.state = 'active' AND m.account <> $2 ORDER BY m.began, m.id LIMIT 1";
    WAITING = "SELECT id, account, org, role, began, confirmed, ended FROM membership \
        WHERE account = $1 AND confirmed IS NULL AND ended IS NULL ORDER BY began, id";
    CONFIRM = "UPDATE membership SET confirmed = $2 WHERE id = $1 AND confirmed IS NULL AND ended IS NULL";
    END = "UPDATE membership SET ended = $2 WHERE id = $1 AND ended IS NULL";
    DROP_CODE = "DELETE FROM one_time_code WHERE account = $1";
    KEEP_CODE = "INSERT INTO one_time_code (account, code, until) VALUES ($1, $2, $3)";
    LEFT = "SELECT COUNT(*) AS held FROM access_grant h JOIN guard g ON g.record = h.record \
        WHERE h.holder = $1 AND h.relation IN ('owner', 'team') AND g.kind <> 'account' AND g.org = $2";
}

fn membership(row: &Row) -> Result<Membership, StoreError> {
    Ok(Membership {
        id: row.id("id")?,
        account: row.id("account")?,
        org: row.id("org")?,
        role: row.code("role")?,
        began: row.moment("began")?,
        confirmed: row.maybe_moment("confirmed")?,
        ended: row.maybe_moment("ended")?,
    })
}

/// Every membership of an account, the first one first; those that ended too.
pub async fn memberships_of(at: &impl Rows, account: Id) -> Result<Vec<Membership>, StoreError> {
    at.rows(MEMBERSHIPS, args![account])
        .await?
        .iter()
        .map(membership)
        .collect()
}

/// Every membership of an organisation that has not ended, confirmed or not.
pub(crate) async fn live_of(at: &impl Rows, org: Id) -> Result<Vec<Membership>, StoreError> {
    at.rows(LIVE_OF, args![org])
        .await?
        .iter()
        .map(membership)
        .collect()
}

/// The supervisor of an organisation who has been one for longest, other than this account.
pub async fn supervisor_of(
    at: &impl Rows,
    org: Id,
    other_than: Id,
) -> Result<Option<Id>, StoreError> {
    let rows = at.rows(SUPERVISORS, args![org, other_than]).await?;
    rows.first().map(|row| row.id("account")).transpose()
}

pub(super) async fn waiting(at: &impl Rows, account: Id) -> Result<Vec<Membership>, StoreError> {
    at.rows(WAITING, args![account])
        .await?
        .iter()
        .map(membership)
        .collect()
}

pub(super) async fn accounts(at: &impl Rows) -> Result<i64, StoreError> {
    let rows = at.rows(COUNT_ACCOUNTS, Vec::new()).await?;
    rows.first().ok_or(StoreError::Absent)?.int("accounts")
}

pub(super) async fn is_taken(at: &impl Rows, index: &[u8]) -> Result<bool, StoreError> {
    Ok(!at.rows(NAME_TAKEN, args![index]).await?.is_empty())
}

/// The sealed columns of a new account.
pub(super) struct Account<'a> {
    pub id: Id,
    pub index: Vec<u8>,
    pub sign_in_name: &'a [u8],
    pub name: &'a [u8],
    pub language: record::Language,
}

pub(super) async fn insert_account(work: &Work, new: Account<'_>) -> Result<(), StoreError> {
    let Account {
        id,
        index,
        sign_in_name,
        name,
        language,
    } = new;
    let pseudonym = work.id();
    let args = args![
        id,
        pseudonym,
        index,
        sign_in_name,
        name,
        language.code(),
        work.now(),
        crate::account::NAME_INDEX
    ];
    work.execute(INSERT_ACCOUNT, args).await.map(drop)
}

pub(super) async fn insert_membership(
    work: &Work,
    account: Id,
    org: Id,
    role: Role,
    confirmed: bool,
) -> Result<Id, StoreError> {
    let id = work.id();
    let confirmed = confirmed.then(|| work.now());
    let args = args![id, account, org, role.code(), work.now(), confirmed];
    work.execute(INSERT_MEMBERSHIP, args).await?;
    Ok(id)
}

pub(super) async fn held_roles(
    at: &impl Rows,
    account: Id,
) -> Result<Vec<(Role, OrgKind)>, StoreError> {
    let rows = at.rows(HELD_ROLES, args![account]).await?;
    rows.iter()
        .map(|row| Ok((row.code("role")?, row.code("kind")?)))
        .collect()
}

pub(super) async fn confirm(work: &Work, membership: Id) -> Result<bool, StoreError> {
    Ok(work.execute(CONFIRM, args![membership, work.now()]).await? == 1)
}

pub(super) async fn end(work: &Work, membership: Id) -> Result<bool, StoreError> {
    Ok(work.execute(END, args![membership, work.now()]).await? == 1)
}

pub(crate) async fn keep_code(
    work: &Work,
    account: Id,
    stored: &str,
    until: record::Moment,
) -> Result<(), StoreError> {
    drop_code(work, account).await?;
    work.execute(KEEP_CODE, args![account, stored, until])
        .await
        .map(drop)
}

pub(crate) async fn drop_code(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(DROP_CODE, args![account]).await.map(drop)
}

/// A member's row on a list, its name still sealed.
pub(super) struct Sealed {
    pub membership: Membership,
    pub pseudonym: Id,
    pub state: String,
    pub name: vault::Sealed<String>,
}

/// The members of an organisation.
pub(super) async fn members(at: &impl Rows, org: Id) -> Result<Vec<Sealed>, StoreError> {
    sealed(&at.rows(MEMBERS, args![org]).await?)
}

/// The memberships of one account.
pub(super) async fn one_member(at: &impl Rows, account: Id) -> Result<Vec<Sealed>, StoreError> {
    sealed(&at.rows(ONE_MEMBER, args![account]).await?)
}

fn sealed(rows: &[Row]) -> Result<Vec<Sealed>, StoreError> {
    rows.iter()
        .map(|row| {
            Ok(Sealed {
                membership: membership(row)?,
                pseudonym: row.id("pseudonym")?,
                state: row.text("state")?,
                name: row.sealed("name")?,
            })
        })
        .collect()
}

/// How much an account still owns or works on at an organisation's desk.
pub(super) async fn left_behind(at: &impl Rows, account: Id, org: Id) -> Result<i64, StoreError> {
    let rows = at.rows(LEFT, args![account, org]).await?;
    rows.first().ok_or(StoreError::Absent)?.int("held")
}

/// Every membership that waits to be confirmed, with its account's pseudonym and own organisation.
pub(super) async fn all_waiting(
    at: &impl Rows,
) -> Result<Vec<(Membership, Id, Option<Id>)>, StoreError> {
    let rows = at.rows(ALL_WAITING, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok((
                membership(row)?,
                row.id("pseudonym")?,
                row.maybe_id("home")?,
            ))
        })
        .collect()
}

/// How many memberships wait to be confirmed.
pub async fn count_waiting(at: &impl Rows) -> Result<i64, StoreError> {
    let rows = at.rows(COUNT_WAITING, args![]).await?;
    rows.first().ok_or(StoreError::Absent)?.int("waiting")
}

/// How many people work in a role of an organisation and can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// The organisation.
    pub org: Id,
    /// The role.
    pub role: Role,
    /// How many, one at least.
    pub people: i64,
}

/// Every post that somebody holds who can sign in.
pub async fn posts(at: &impl Rows) -> Result<Vec<Post>, StoreError> {
    let rows = at.rows(POSTS, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok(Post {
                org: row.id("org")?,
                role: row.code("role")?,
                people: row.int("people")?,
            })
        })
        .collect()
}

/// A role at a desk, of somebody who is known by a pseudonym alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Works {
    /// The role.
    pub role: Role,
    /// The kind of the organisation.
    pub org_kind: OrgKind,
    /// Its names.
    pub org: Names,
}

/// As what somebody works; where they work nowhere any more, as what they did last.
pub async fn works_of(at: &impl Rows, pseudonym: Id) -> Result<Vec<Works>, StoreError> {
    let rows = at.rows(WORKS, args![pseudonym]).await?;
    let mut works = Vec::new();
    for row in &rows {
        let is_live = row.maybe_moment("ended")?.is_none();
        let names = [
            row.text("name_en")?,
            row.text("name_ar")?,
            row.text("name_ckb")?,
        ];
        let one = Works {
            role: row.code("role")?,
            org_kind: row.code("kind")?,
            org: Names::new(names),
        };
        works.push((is_live, one));
    }
    let live = works.iter().filter(|(is_live, _)| *is_live).count();
    let last = works
        .into_iter()
        .filter(|(is_live, _)| *is_live || live == 0);
    let shown = last.take(live.max(1));
    Ok(shown.map(|(_, one)| one).collect())
}

/// Who else works in an organisation and can sign in, each with a role, the longest there first.
pub(super) async fn colleagues(
    at: &impl Rows,
    org: Id,
    other_than: Id,
) -> Result<Vec<(Id, Role)>, StoreError> {
    let rows = at.rows(COLLEAGUES, args![org, other_than]).await?;
    rows.iter()
        .map(|row| Ok((row.id("account")?, row.code("role")?)))
        .collect()
}

/// Notes the first session in which somebody acts in a membership.
pub(crate) async fn first_session(
    work: &Work,
    membership: Id,
    session: Id,
) -> Result<(), StoreError> {
    work.execute(FIRST_SESSION, args![membership, session])
        .await
        .map(drop)
}
