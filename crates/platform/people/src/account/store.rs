//! SQL of accounts.

use record::{Id, Language, Moment};
use store::{StoreError, Work, args};
use vault::{Place, Plain, Sealed};

use super::{FactorSet, Proposal, RecoveryCodes, rules};
use crate::Rows;
use crate::session::System;

store::statements! {
    BY_INDEX = "SELECT a.id, a.password, g.state FROM account a JOIN guard g ON g.record = a.id \
        WHERE a.sign_in_index = $1";
    SEALED = "SELECT name, sign_in_name, language, password, totp, totp_next, totp_next_until, \
        totp_next_session, totp_step, factor_at, factor_on FROM account WHERE id = $1";
    NAME = "SELECT name FROM account WHERE id = $1";
    SIGN_IN_NAME = "SELECT sign_in_name FROM account WHERE id = $1";
    SET_INDEX = "UPDATE account SET sign_in_index = $2, index_version = $3 WHERE id = $1 \
        AND NOT EXISTS (SELECT 1 FROM account o WHERE o.sign_in_index = $2 AND o.id <> $1)";
    NEXT = "SELECT id FROM account WHERE id > $1 ORDER BY id LIMIT $2";
    COUNT = "SELECT COUNT(*) AS accounts FROM account";
    OTHERWISE_INDEXED = "SELECT COUNT(*) AS accounts FROM account WHERE index_version <> $1";
    BY_PSEUDONYM = "SELECT id, pseudonym FROM account WHERE pseudonym LIKE $1 ORDER BY pseudonym LIMIT 2";
    HOME = "SELECT org, state FROM guard WHERE record = $1 AND kind = 'account'";
    LANGUAGE = "SELECT language FROM account WHERE id = $1";
    SET_NEXT = "UPDATE account SET totp_next = $2, totp_next_until = $3, totp_next_session = $4 WHERE id = $1";
    ENROLLED = "UPDATE account SET enrolled = $2 WHERE id = $1 AND enrolled IS NULL";
    HAS_ENROLLED = "SELECT id FROM account WHERE id = $1 AND enrolled IS NOT NULL";
    SET_PASSWORD = "UPDATE account SET password = $2 WHERE id = $1";
    SET_TOTP = "UPDATE account SET totp = $2, totp_next = NULL, totp_next_until = NULL, \
        totp_next_session = NULL, totp_step = $3, factor_at = $4, factor_on = $5 WHERE id = $1";
    USE_STEP = "UPDATE account SET totp_step = $2 WHERE id = $1 AND totp_step < $2";
    CLEAR = "UPDATE account SET password = NULL, totp = NULL, totp_next = NULL, totp_next_until = NULL, \
        totp_next_session = NULL, factor_at = NULL, factor_on = NULL WHERE id = $1";
    SET_LANGUAGE = "UPDATE account SET language = $2 WHERE id = $1";
    ADD_RECOVERY = "INSERT INTO recovery_code (account, code) VALUES ($1, $2)";
    DROP_RECOVERY = "DELETE FROM recovery_code WHERE account = $1";
    USE_RECOVERY = "UPDATE recovery_code SET used = $3 WHERE account = $1 AND code = $2 AND used IS NULL";
    LEFT_RECOVERY = "SELECT COUNT(*) AS codes FROM recovery_code WHERE account = $1 AND used IS NULL";
    PROPOSE = "INSERT INTO factor_reset (account, proposer, until) VALUES ($1, $2, $3)";
    PROPOSAL = "SELECT account, proposer, until FROM factor_reset WHERE account = $1";
    DROP_PROPOSAL = "DELETE FROM factor_reset WHERE account = $1";
    OLD_PROPOSALS = "DELETE FROM factor_reset WHERE until < $1";
    PROPOSALS = "SELECT r.account, r.proposer, r.until, a.pseudonym, g.org FROM factor_reset r \
        JOIN account a ON a.id = r.account JOIN guard g ON g.record = r.account \
        WHERE r.until > $1 ORDER BY r.until, r.account";
    OTHERS = "SELECT DISTINCT m.account FROM guard home JOIN membership m ON m.org = home.org \
        JOIN guard g ON g.record = m.account WHERE home.record = $1 AND m.account <> $1 \
        AND m.confirmed IS NOT NULL AND m.ended IS NULL AND g.state = 'active' ORDER BY m.account";
    ADMINISTRATORS = "SELECT DISTINCT m.account FROM membership m JOIN guard g ON g.record = m.account \
        WHERE m.role = 'administrator' AND m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND g.state <> 'ended' ORDER BY m.account";
    RECOVERED = "INSERT INTO recovered (account, at) VALUES ($1, $2)";
    RECOVERED_SINCE = "SELECT at FROM recovered WHERE at > $1 ORDER BY at DESC";
}

/// What the door knows of an account, without opening anything.
#[derive(Clone)]
pub(crate) struct Known {
    pub id: Id,
    pub state: String,
    pub password: Option<String>,
}

pub(crate) async fn by_index(at: &impl Rows, index: &[u8]) -> Result<Option<Known>, StoreError> {
    let rows = at.rows(BY_INDEX, args![index]).await?;
    let known = rows.first().map(|row| {
        Ok(Known {
            id: row.id("id")?,
            state: row.text("state")?,
            password: row.maybe_text("password")?,
        })
    });
    known.transpose()
}

/// The sealed columns of an account, opened by the unit that asks.
pub(super) struct Opened {
    pub name: Plain<String>,
    pub sign_in_name: Plain<String>,
    pub language: Language,
    pub totp: Option<Plain<Vec<u8>>>,
    /// The secret of an authenticator that a session is setting up, and which session.
    pub totp_next: Option<(Plain<Vec<u8>>, Id)>,
    pub totp_step: i64,
    pub factor: Option<FactorSet>,
}

pub(super) async fn open(work: &Work, account: Id) -> Result<Opened, StoreError> {
    let row = work.row(SEALED, args![account]).await?;
    let id = account.to_string();
    let place = |column| Place {
        table: "account",
        row: &id,
        column,
    };
    let secret = async |column| -> Result<Option<Plain<Vec<u8>>>, StoreError> {
        let sealed: Option<Sealed<Vec<u8>>> = row.maybe_sealed(column)?;
        match sealed {
            Some(sealed) => work.open(account, &place(column), &sealed).await.map(Some),
            None => Ok(None),
        }
    };
    let waits = row
        .maybe_moment("totp_next_until")?
        .is_some_and(|until| work.now() < until);
    let next = match row.maybe_id("totp_next_session")?.filter(|_| waits) {
        Some(session) => secret("totp_next").await?.map(|secret| (secret, session)),
        None => None,
    };
    Ok(Opened {
        name: work
            .open(account, &place("name"), &row.sealed("name")?)
            .await?,
        sign_in_name: work
            .open(
                account,
                &place("sign_in_name"),
                &row.sealed("sign_in_name")?,
            )
            .await?,
        language: row.code("language")?,
        totp: secret("totp").await?,
        totp_next: next,
        totp_step: row.int("totp_step")?,
        factor: match row.maybe_moment("factor_at")? {
            Some(at) => Some(FactorSet {
                at,
                on: row.maybe_code("factor_on")?,
            }),
            None => None,
        },
    })
}

pub(crate) async fn language_of(work: &Work, account: Id) -> Result<Language, StoreError> {
    work.row(LANGUAGE, args![account]).await?.code("language")
}

pub(super) async fn set_next(
    work: &Work,
    account: Id,
    secret: &Plain<Vec<u8>>,
    session: Id,
) -> Result<(), StoreError> {
    let row = account.to_string();
    let place = Place {
        table: "account",
        row: &row,
        column: "totp_next",
    };
    let sealed = work.seal(account, &place, secret).await?;
    let until = work.now().plus_seconds(rules::NEXT_SECONDS);
    work.execute(SET_NEXT, args![account, sealed.stored(), until, session])
        .await
        .map(drop)
}

pub(super) async fn set_password(work: &Work, account: Id, stored: &str) -> Result<(), StoreError> {
    work.execute(SET_PASSWORD, args![account, stored])
        .await
        .map(drop)
}

pub(super) async fn set_totp(
    work: &Work,
    account: Id,
    secret: &Plain<Vec<u8>>,
    step: i64,
    on: System,
) -> Result<(), StoreError> {
    let row = account.to_string();
    let place = Place {
        table: "account",
        row: &row,
        column: "totp",
    };
    let sealed = work.seal(account, &place, secret).await?;
    let args = args![account, sealed.stored(), step, work.now(), on.code()];
    work.execute(SET_TOTP, args).await.map(drop)
}

/// Uses a step up; a second use of it, or of one before it, finds nothing.
pub(super) async fn use_step(work: &Work, account: Id, step: i64) -> Result<bool, StoreError> {
    Ok(work.execute(USE_STEP, args![account, step]).await? == 1)
}

/// Takes password, authenticator and recovery codes away.
pub(crate) async fn clear(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(CLEAR, args![account]).await?;
    work.execute(DROP_RECOVERY, args![account]).await.map(drop)
}

pub(super) async fn set_language(
    work: &Work,
    account: Id,
    language: Language,
) -> Result<(), StoreError> {
    work.execute(SET_LANGUAGE, args![account, language.code()])
        .await
        .map(drop)
}

/// Puts new recovery codes in the place of all before them.
pub(super) async fn set_recovery(
    work: &Work,
    account: Id,
    codes: &RecoveryCodes,
) -> Result<(), StoreError> {
    work.execute(DROP_RECOVERY, args![account]).await?;
    for digits in &codes.digits {
        work.execute(
            ADD_RECOVERY,
            args![
                account,
                rules::recovery_index(work.store(), account, digits)
            ],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn use_recovery(
    work: &Work,
    account: Id,
    digits: &Plain<String>,
) -> Result<bool, StoreError> {
    let args = args![
        account,
        rules::recovery_index(work.store(), account, digits),
        work.now()
    ];
    Ok(work.execute(USE_RECOVERY, args).await? == 1)
}

pub(super) async fn recovery_left(at: &impl Rows, account: Id) -> Result<usize, StoreError> {
    let rows = at.rows(LEFT_RECOVERY, args![account]).await?;
    let left = rows.first().ok_or(StoreError::Absent)?.int("codes")?;
    Ok(usize::try_from(left).unwrap_or_default())
}

pub(super) async fn propose(work: &Work, proposal: &Proposal) -> Result<(), StoreError> {
    let Proposal {
        account,
        proposer,
        until,
    } = proposal;
    work.execute(DROP_PROPOSAL, args![*account]).await?;
    work.execute(PROPOSE, args![*account, *proposer, *until])
        .await
        .map(drop)
}

pub(super) async fn proposal(at: &impl Rows, account: Id) -> Result<Option<Proposal>, StoreError> {
    let rows = at.rows(PROPOSAL, args![account]).await?;
    let proposal = rows.first().map(|row| {
        Ok(Proposal {
            account: row.id("account")?,
            proposer: row.id("proposer")?,
            until: row.moment("until")?,
        })
    });
    proposal.transpose()
}

pub(super) async fn drop_proposal(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(DROP_PROPOSAL, args![account]).await.map(drop)
}

pub(super) async fn drop_old_proposals(
    upkeep: &store::Upkeep,
    before: Moment,
) -> Result<u64, StoreError> {
    upkeep.execute(OLD_PROPOSALS, args![before]).await
}

/// Proposals that stand.
/// The proposals that stand, each with the account's pseudonym and organisation.
pub(super) async fn proposals(
    at: &impl Rows,
    now: Moment,
) -> Result<Vec<(Proposal, Id, Option<Id>)>, StoreError> {
    let rows = at.rows(PROPOSALS, args![now]).await?;
    rows.iter()
        .map(|row| {
            let proposal = Proposal {
                account: row.id("account")?,
                proposer: row.id("proposer")?,
                until: row.moment("until")?,
            };
            Ok((proposal, row.id("pseudonym")?, row.maybe_id("org")?))
        })
        .collect()
}

/// Who else works in an account's own organisation and can act there now.
pub(super) async fn others(at: &impl Rows, account: Id) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(OTHERS, args![account]).await?;
    rows.iter().map(|row| row.id("account")).collect()
}

/// Every administrator whose account is not closed.
pub(crate) async fn administrators(at: &impl Rows) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(ADMINISTRATORS, args![]).await?;
    rows.iter().map(|row| row.id("account")).collect()
}

/// Notes that an administrator was let in again.
pub(super) async fn set_recovered(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(RECOVERED, args![account, work.now()])
        .await
        .map(drop)
}

/// When an administrator was let in again from the console, the last time first, since a moment.
pub(super) async fn recovered(at: &impl Rows, since: Moment) -> Result<Vec<Moment>, StoreError> {
    let rows = at.rows(RECOVERED_SINCE, args![since]).await?;
    rows.iter().map(|row| row.moment("at")).collect()
}

/// Notes that an account was signed in to for the first time.
pub(super) async fn set_enrolled(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(ENROLLED, args![account, work.now()])
        .await
        .map(drop)
}

/// Whether somebody ever enrolled in an account.
pub(crate) async fn has_enrolled(at: &impl Rows, account: Id) -> Result<bool, StoreError> {
    Ok(!at.rows(HAS_ENROLLED, args![account]).await?.is_empty())
}

/// The account whose pseudonym begins so, and the whole of that, if there is one only.
pub(super) async fn by_pseudonym(
    at: &impl Rows,
    begins: &str,
) -> Result<Option<(Id, Id)>, StoreError> {
    let rows = at.rows(BY_PSEUDONYM, args![format!("{begins}%")]).await?;
    match rows.as_slice() {
        [only] => Ok(Some((only.id("id")?, only.id("pseudonym")?))),
        _ => Ok(None),
    }
}

/// Whether an administrator may give an account another one-time code: nobody ever enrolled in it.
pub async fn may_have_code(at: &impl Rows, account: Id) -> Result<bool, StoreError> {
    let rows = at.rows(HOME, args![account]).await?;
    let state = rows.first().map(|row| row.text("state")).transpose()?;
    Ok(state.as_deref() == Some(super::INVITED) && !has_enrolled(at, account).await?)
}

/// The name of an account, opened.
pub(super) async fn open_name(work: &Work, account: Id) -> Result<Plain<String>, StoreError> {
    open_one(work, account, NAME, "name").await
}

/// The sign-in name of an account, opened.
pub(super) async fn open_sign_in_name(
    work: &Work,
    account: Id,
) -> Result<Plain<String>, StoreError> {
    open_one(work, account, SIGN_IN_NAME, "sign_in_name").await
}

async fn open_one(
    work: &Work,
    account: Id,
    sql: &'static str,
    column: &'static str,
) -> Result<Plain<String>, StoreError> {
    let row = work.row(sql, args![account]).await?;
    let id = account.to_string();
    let place = Place {
        table: "account",
        row: &id,
        column,
    };
    work.open(account, &place, &row.sealed(column)?).await
}

/// Finds an account by this index from now on. Not, where another account is found by it.
pub(super) async fn set_index(work: &Work, account: Id, index: &[u8]) -> Result<bool, StoreError> {
    let args = args![account, index, rules::NAME_INDEX];
    Ok(work.execute(SET_INDEX, args).await? == 1)
}

/// The accounts that come after this one in the order of their ids.
pub(super) async fn next(
    at: &impl Rows,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Id>, StoreError> {
    let rows = at
        .rows(NEXT, args![after.unwrap_or_default(), limit])
        .await?;
    rows.iter().map(|row| row.id("id")).collect()
}

pub(super) async fn count(at: &impl Rows) -> Result<i64, StoreError> {
    let rows = at.rows(COUNT, Vec::new()).await?;
    rows.first().ok_or(StoreError::Absent)?.int("accounts")
}

/// How many accounts are found by an index of another version.
pub(super) async fn otherwise_indexed(at: &impl Rows) -> Result<i64, StoreError> {
    let rows = at.rows(OTHERWISE_INDEXED, args![rules::NAME_INDEX]).await?;
    rows.first().ok_or(StoreError::Absent)?.int("accounts")
}
