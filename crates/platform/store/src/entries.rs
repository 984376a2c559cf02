//! Reading the ledger: what it is searched by, and the pages of what was found.
//!
//! A search runs along one index and stops after so many entries, whatever is asked together; what
//! an entry says comes from its leaf, which was signed, and never from the table it is found by.

use access::action::{ListLooks, ReadLedger};
use access::{Action, Shows};
use ledger::{Entry, Fact};
use record::{Id, Kind, Moment};

use crate::journal::ABSENT;
use crate::sql::{On, Row};
use crate::{Store, StoreError, Unit, Work, args};

macro_rules! facts {
    ($where:expr) => {
        concat!(
            "SELECT f.seq, f.at, f.actor, f.action, f.outcome, l.body FROM ledger_fact f \
             JOIN ledger_leaf l ON l.seq = f.seq WHERE ",
            $where,
            "f.at >= $1 AND (f.at, f.seq) < ($2, $3) ORDER BY f.at DESC, f.seq DESC LIMIT 200"
        )
    };
}

crate::statements! {
    INSERT_FACT = "INSERT INTO ledger_fact (seq, at, actor, action, outcome, object) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (seq) DO NOTHING";
    FIRST_FACT = "SELECT seq FROM ledger_fact ORDER BY seq LIMIT 1";
    SIZE = "SELECT size AS seq FROM ledger_head WHERE one = 1";
    LEAVES_BEFORE = "SELECT seq, body FROM ledger_leaf WHERE seq < $1 ORDER BY seq DESC LIMIT 1000";
    ALL = facts!("");
    BY_ACTOR = facts!("f.actor = $4 AND ");
    BY_ACTION = facts!("f.action = $4 AND ");
    BY_OUTCOME = facts!("f.outcome = $4 AND ");
    BY_OBJECT = facts!("f.object = $4 AND ");
    OBJECT_OF = "SELECT object FROM ledger_fact WHERE seq = $1";
    LEDGER = "SELECT record FROM guard WHERE kind = 'ledger' LIMIT 1";
}

/// The rows of one statement.
const CHUNK: usize = 200;
/// How many entries one page looks through at most.
const LOOKED_THROUGH: usize = 10_000;

/// Which entries are wanted; everything, where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// By this pseudonym.
    pub actor: Option<String>,
    /// Of this action.
    pub action: Option<String>,
    /// That ended so.
    pub outcome: Option<String>,
    /// On the same record as this entry.
    pub same_as: Option<i64>,
    /// Not before this moment.
    pub from: Option<Moment>,
    /// Before this moment; with the number of an entry, before that entry.
    pub before: Option<(Moment, i64)>,
}

/// One entry as it stands in the ledger.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its number, counted from zero.
    pub seq: i64,
    /// What it says; nothing, where its leaf cannot be read any more.
    pub entry: Option<Entry>,
}

/// A page of entries, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The entries.
    pub entries: Vec<Kept>,
    /// Where to look on, if not everything was looked through.
    pub next: Option<(Moment, i64)>,
}

/// What a search must be besides what its index says.
struct Rest<'w>(&'w Wanted);

impl Rest<'_> {
    fn fits(&self, row: &Row) -> Result<bool, StoreError> {
        let same = |wanted: &Option<String>, column| -> Result<bool, StoreError> {
            Ok(match wanted {
                Some(wanted) => row.text(column)? == *wanted,
                None => true,
            })
        };
        Ok(same(&self.0.actor, "actor")?
            && same(&self.0.action, "action")?
            && same(&self.0.outcome, "outcome")?)
    }
}

async fn search(
    work: &Work,
    wanted: &Wanted,
    object: Option<Vec<u8>>,
    most: usize,
) -> Result<Found, StoreError> {
    let mut found = Found::default();
    let from = wanted.from.map_or(i64::MIN, Moment::micros);
    let mut before = wanted
        .before
        .map_or((i64::MAX, i64::MAX), |(at, seq)| (at.micros(), seq));
    let mut looked_through = 0;
    loop {
        let mut args = args![from, before.0, before.1];
        let sql = if let Some(object) = &object {
            args.extend(args![object.clone()]);
            BY_OBJECT
        } else if let Some(actor) = &wanted.actor {
            args.extend(args![actor]);
            BY_ACTOR
        } else if let Some(action) = &wanted.action {
            args.extend(args![action]);
            BY_ACTION
        } else if let Some(outcome) = &wanted.outcome {
            args.extend(args![outcome]);
            BY_OUTCOME
        } else {
            ALL
        };
        let rows = work.rows(sql, args).await?;
        for row in &rows {
            before = (row.int("at")?, row.int("seq")?);
            if !Rest(wanted).fits(row)? {
                continue;
            }
            if found.entries.len() == most {
                // There is one more than the page takes: the next page begins after the last.
                return Ok(found);
            }
            let entry = Entry::decode(&row.bytes("body")?).ok();
            found.next = Some((Moment::from_micros(before.0), before.1));
            found.entries.push(Kept {
                seq: before.1,
                entry,
            });
        }
        looked_through += rows.len();
        if rows.len() < CHUNK {
            found.next = None;
            return Ok(found);
        }
        if looked_through >= LOOKED_THROUGH {
            found.next = Some((Moment::from_micros(before.0), before.1));
            return Ok(found);
        }
    }
}

impl Unit<ReadLedger> {
    /// A page of the ledger. On a record that is not the ledger itself, and wherever the permit
    /// shows no more, it holds nothing but what the actor did.
    pub async fn entries(&self, wanted: &Wanted, most: usize) -> Result<Found, StoreError> {
        let mut wanted = wanted.clone();
        let (guard, _) = self.guard_of(self.record()).await?;
        if guard.kind != Kind::Ledger || self.permit().shows() < Shows::Minimum {
            wanted.actor = Some(self.actor().pseudonym());
            wanted.same_as = None;
        }
        let object = match wanted.same_as {
            Some(seq) => Some(self.row(OBJECT_OF, args![seq]).await?.bytes("object")?),
            None => None,
        };
        search(self, &wanted, object, most).await
    }
}

impl Unit<ListLooks> {
    /// Who did what on the record of the permit. Lists in which it stood among others are not
    /// among them: the ledger commits to those as a whole.
    pub async fn looks(
        &self,
        before: Option<(Moment, i64)>,
        most: usize,
    ) -> Result<Found, StoreError> {
        let object = self.store().journal().commitment(self.record()).to_vec();
        let wanted = Wanted {
            before,
            ..Wanted::default()
        };
        search(self, &wanted, Some(object), most).await
    }
}

impl Work {
    /// When an action was last done on a record of this unit, as the ledger has it. What was done in
    /// the last quarter of a second may be missing; what was refused does not count.
    pub async fn last_done<A: Action>(&self, record: Id) -> Result<Option<Moment>, StoreError> {
        self.must_hold(record).await?;
        let object = self.store().journal().commitment(record).to_vec();
        let wanted = Wanted {
            action: Some(A::NAME.to_owned()),
            ..Wanted::default()
        };
        let found = search(self, &wanted, Some(object), CHUNK).await?;
        let mut entries = found.entries.into_iter().filter_map(|kept| kept.entry);
        let done = entries.find(|entry| entry.outcome != ABSENT);
        Ok(done.map(|entry| entry.at))
    }
}

impl Store {
    /// The record that stands for the ledger itself, once there is one.
    pub async fn ledger_record(&self) -> Result<Option<Id>, StoreError> {
        self.read_clear(async |look| {
            let row = look.maybe_row(LEDGER, Vec::new()).await?;
            row.map(|row| row.id("record")).transpose()
        })
        .await
    }
}

/// Keeps what a leaf is found by, beside the leaf.
pub(crate) async fn keep(on: &mut On<'_>, seq: i64, body: &[u8]) -> Result<(), StoreError> {
    let Fact {
        at,
        actor,
        action,
        outcome,
        object,
    } = Fact::of(body);
    let args = args![seq, at, actor, action, outcome, object];
    on.execute(INSERT_FACT, args).await.map(drop)
}

/// At the start: makes the facts of leaves that an earlier program wrote without them. From the
/// newest to the oldest, so that facts never have a gap and a kill half-way is seen by where they
/// begin.
pub(crate) async fn catch_up(on: &mut On<'_>) -> Result<(), StoreError> {
    let first = on.rows(FIRST_FACT, Vec::new()).await?;
    let size = on.rows(SIZE, Vec::new()).await?;
    let begin = first.first().or(size.first());
    let mut begin = begin.map_or(Ok(0), |row| row.int("seq"))?;
    while begin > 0 {
        let rows = on.rows(LEAVES_BEFORE, args![begin]).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        begin = last.int("seq")?;
        on.execute("BEGIN", Vec::new()).await?;
        for row in &rows {
            keep(on, row.int("seq")?, &row.bytes("body")?).await?;
        }
        on.execute("COMMIT", Vec::new()).await?;
    }
    Ok(())
}
