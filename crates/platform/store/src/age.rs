//! Whether the database and `checkpoints.log` are of one time. A database that is older than its log,
//! or has lost its log, would bring back what was shredded and let nobody see what is gone.

use access::Actor;
use access::action::RestoreBackup;
use ledger::{Entry, PublicKey};
use record::{Id, Moment};

use crate::checkpoints::Known;
use crate::migrate::BeforeMigrating;
use crate::sql::On;
use crate::{Settings, Store, StoreError, args};

crate::statements! {
    HEAD = "SELECT size FROM ledger_head WHERE one = 1";
    AFTER = "SELECT COUNT(*) AS n FROM ledger_checkpoint WHERE size > $1";
    ENTRY = "SELECT body FROM ledger_leaf WHERE seq = $1";
}

/// A crash between a commit and its line leaves one signature without a line.
const OF_A_CRASH: u64 = 1;

/// How a database and a log stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// They are of one time, but for a line that a crash left out.
    Same,
    /// The log has not a single line of this ledger, and should have.
    LogGone {
        /// How many signatures the database made.
        signed: u64,
        /// When the newest entry was made.
        newest: Option<Moment>,
    },
    /// The log ends before the database does: lines were cut off, or it is an older copy.
    LogBehind {
        /// How many lines are missing.
        lines: u64,
        /// When the first entry was made that no line covers.
        since: Option<Moment>,
    },
    /// The database ends before the log does: it is an older copy.
    DatabaseOlder {
        /// How many entries it has.
        entries: u64,
        /// How many the log knows of.
        known: u64,
        /// When its newest entry was made: what came later is not in it.
        since: Option<Moment>,
    },
}

/// What a start does where database and log are not of one time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Older {
    /// It refuses.
    #[default]
    IsRefused,
    /// Somebody said that they know it.
    IsKnown,
}

impl Age {
    /// Looks at both. `known` was read from the log before the database was looked at.
    pub(crate) async fn of(on: &mut On<'_>, known: &Known) -> Result<Self, StoreError> {
        let head = on.rows(HEAD, Vec::new()).await?;
        let head = head.first().map_or(Ok(0), |row| row.int("size"))?;
        let entries = u64::try_from(head).unwrap_or(0);
        if known.size > entries {
            return Ok(Self::DatabaseOlder {
                entries,
                known: known.size,
                since: when(on, head - 1).await?,
            });
        }
        let logged = i64::try_from(known.size).unwrap_or(i64::MAX);
        let rows = on.rows(AFTER, args![logged]).await?;
        let lines = rows.first().map_or(Ok(0), |row| row.int("n"))?;
        let lines = u64::try_from(lines).unwrap_or(0);
        Ok(if lines <= OF_A_CRASH {
            Self::Same
        } else if known.size == 0 {
            Self::LogGone {
                signed: lines,
                newest: when(on, head - 1).await?,
            }
        } else {
            Self::LogBehind {
                lines,
                since: when(on, logged).await?,
            }
        })
    }

    /// Why a start refuses.
    pub(crate) fn refusal(self) -> Option<StoreError> {
        match self {
            // What the log lacks stands in the database, and the start writes it anew.
            Self::Same | Self::LogBehind { .. } => None,
            Self::LogGone { signed, .. } => Some(StoreError::LogGone { signed }),
            Self::DatabaseOlder { entries, known, .. } => {
                Some(StoreError::OlderDatabase { entries, known })
            }
        }
    }
}

/// When an entry was made, if it is there and can be read.
async fn when(on: &mut On<'_>, seq: i64) -> Result<Option<Moment>, StoreError> {
    let rows = on.rows(ENTRY, args![seq]).await?;
    let body = rows.first().map(|row| row.bytes("body")).transpose()?;
    Ok(body
        .and_then(|body| Entry::decode(&body).ok())
        .map(|entry| entry.at))
}

/// How a database that is looked at from outside and its log stand to each other. `length` is how long
/// the log was before the database was opened, since the program may be writing both.
pub(crate) async fn examined(
    on: &mut On<'_>,
    log: &std::path::Path,
    length: u64,
    key: &PublicKey,
) -> Result<Age, StoreError> {
    let unreadable = |error: std::io::Error| {
        StoreError::Configuration(format!("checkpoints.log cannot be read: {}", error.kind()))
    };
    let read = |length| crate::checkpoints::read_until(log, length, key).map_err(unreadable);
    let before = Age::of(on, &read(length)?).await?;
    if matches!(before, Age::DatabaseOlder { .. } | Age::Same) {
        return Ok(before);
    }
    // Lines that were written meanwhile are not missing.
    match Age::of(on, &read(u64::MAX)?).await? {
        Age::DatabaseOlder { .. } => Ok(Age::Same),
        now => Ok(now),
    }
}

impl Store {
    /// Opens a database that is older than its log, or whose log is gone, for whoever knows it: what the
    /// log says was shredded is shredded again, a log that knows more is kept beside a new one, and the
    /// ledger has an entry. Answers how the two stood; nothing is done where they are of one time.
    pub async fn take_older(settings: Settings) -> Result<Age, StoreError> {
        let opened = Self::open_knowing(settings, BeforeMigrating::Copy, Older::IsKnown).await;
        let (store, age) = opened?;
        let reason = match age {
            Age::Same | Age::LogBehind { .. } => None,
            Age::LogGone { .. } => Some("log_gone"),
            Age::DatabaseOlder { .. } => Some("older"),
        };
        if let Some(reason) = reason {
            let console = Actor::Console(Id::NONE);
            let gate = store.gate();
            let permit = gate.permit_new::<RestoreBackup>(&console, &["older_is_known"])?;
            let entry = store.unit(permit, move |unit| async move {
                unit.reason(reason).await;
                Ok::<_, StoreError>(())
            });
            entry.await?;
        }
        store.close().await;
        Ok(age)
    }
}
