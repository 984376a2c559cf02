//! The leaves of a ledger in SQLite, 256 to a row, each with what it is found by. A row for each leaf
//! costs more than all that is done with it: every value of a row is copied by itself, and a row
//! goes from one thread to another.
//!
//! This reads only what has nothing odd about it. Whatever a column holds that the program would not
//! have written, a leaf that is not there, one too many: all that is said then is that it is so, and
//! whoever asked reads row by row, which names what is wrong.

use std::pin::pin;
use std::task::Poll;

use futures::poll;
use ledger::{FactAt, Verifier};
use record::Moment;

use crate::sql::{On, Value};
use crate::{StoreError, args};

/// How many leaves come in one row.
const TOGETHER: u64 = 256;

// In front of each leaf stand its numbers, among them how long each of its parts is, so that nothing in
// one part can be taken for another. Of a leaf with a value of another sort nothing is written, and it
// is missed: SQLite has numbers before texts, and bytes behind them, in every comparison. Only SQLite
// reads this, therefore it is not among the statements that both engines prepare.
const LEAVES: &str = "SELECT CAST(group_concat(leaf, '') AS BLOB) AS leaves FROM (SELECT CASE WHEN \
       l.body >= x'' AND l.hash >= x'' AND length(l.hash) = 32 AND f.at < '' \
       AND f.actor >= '' AND f.actor < x'' AND f.action >= '' AND f.action < x'' \
       AND f.outcome >= '' AND f.outcome < x'' AND f.object >= x'' AND length(f.object) = 32 \
     THEN concat(concat_ws('|', l.seq, f.at, octet_length(f.actor), octet_length(f.action), \
       octet_length(f.outcome), length(l.body), ''), \
       f.actor, f.action, f.outcome, l.body, l.hash, f.object) END AS leaf \
     FROM ledger_leaf l LEFT JOIN ledger_fact f ON f.seq = l.seq \
     WHERE l.seq >= $1 AND l.seq < $2 ORDER BY l.seq)";
// Counted by the index by which both are joined: a row that it alone has is one too many as well.
const COUNTS: &str = "SELECT \
     (SELECT count(*) FROM ledger_leaf INDEXED BY sqlite_autoindex_ledger_leaf_1) AS leaves, \
     (SELECT count(*) FROM ledger_fact INDEXED BY sqlite_autoindex_ledger_fact_1) AS facts";

/// Hands all leaves to the verifier, with what each is found by. Answers no where something is odd;
/// what the verifier has then is of no use.
pub(crate) async fn leaves(
    on: &mut On<'_>,
    verifier: &mut Verifier<'_>,
    read: &(impl Fn(u64) + Sync),
) -> Result<bool, StoreError> {
    let mut next = 0;
    let mut rows = on.rows(LEAVES, from(next)).await?;
    loop {
        let end = next + TOGETHER;
        // The following row is asked for before this one is looked at: the connection reads it meanwhile.
        let mut following = pin!(on.rows(LEAVES, from(end)));
        let begun = poll!(following.as_mut());
        let page = match rows.first() {
            Some(row) => row.maybe_bytes("leaves")?.unwrap_or_default(),
            None => return Ok(false),
        };
        let mut rest = Rest(&page);
        while !rest.0.is_empty() {
            if rest.leaf(next, verifier).is_none() {
                return Ok(false);
            }
            next += 1;
        }
        if next < end {
            break;
        }
        read(next);
        rows = match begun {
            Poll::Ready(rows) => rows?,
            Poll::Pending => following.await?,
        };
        // Others want the processor as well.
        tokio::task::yield_now().await;
    }
    // As many as there are, from nought on, and each once: none stands anywhere else.
    let counts = on.rows(COUNTS, Vec::new()).await?;
    let all = |column| {
        let count = counts.first().and_then(|row| row.int(column).ok());
        count == i64::try_from(next).ok()
    };
    verifier.facts_end(None);
    Ok(all("leaves") && all("facts"))
}

/// Which leaves come in one row.
fn from(first: u64) -> Vec<Value> {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    args![number(first), number(first.saturating_add(TOGETHER))]
}

/// What is not yet read of a page.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    /// Hands on the leaf that must stand here.
    fn leaf(&mut self, seq: u64, verifier: &mut Verifier<'_>) -> Option<()> {
        let is_next = self.number()? == i64::try_from(seq).ok()?;
        let at = Moment::from_micros(self.number()?);
        let [actor, action, outcome, body] = [
            self.length()?,
            self.length()?,
            self.length()?,
            self.length()?,
        ];
        let (actor, action, outcome) = (self.text(actor)?, self.text(action)?, self.text(outcome)?);
        let (body, hash, object) = (self.take(body)?, self.take(32)?, self.take(32)?);
        let fact = FactAt {
            at,
            actor,
            action,
            outcome,
            object,
        };
        verifier.leaf(seq, body, hash);
        verifier.fact_at(seq, body, Some(fact));
        is_next.then_some(())
    }

    /// A whole number, as SQLite writes it. One with a fraction is none.
    fn number(&mut self) -> Option<i64> {
        let end = self.0.iter().take(21).position(|byte| *byte == b'|')?;
        let number = self.take(end)?;
        self.take(1)?;
        std::str::from_utf8(number).ok()?.parse().ok()
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn text(&mut self, length: usize) -> Option<&'a str> {
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests;
