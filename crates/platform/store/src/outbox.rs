//! The outbox: events wait here until every reaction to them has run. A reaction's effects and its
//! delivery mark are kept together, or neither is.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures::FutureExt as _;
use record::{Event, Id, Moment};

use crate::sql::{Row, Value};
use crate::{Store, StoreError, Work, args};

crate::statements! {
    INSERT_EVENT_ROW = "INSERT INTO event (id, name, record, root, world, at, code) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    WAITING = "SELECT e.id, e.record, e.root, e.at, e.code FROM event e WHERE e.name = $1 \
        AND NOT EXISTS (SELECT 1 FROM event_delivery d WHERE d.event = e.id AND d.handler = $2) \
        AND (e.at > $3 OR (e.at = $3 AND e.id > $4)) ORDER BY e.at, e.id LIMIT 64";
    DELIVERED = "INSERT INTO event_delivery (event, handler, at) VALUES ($1, $2, $3) \
        ON CONFLICT (event, handler) DO NOTHING";
}

pub(crate) const INSERT_EVENT: &str = INSERT_EVENT_ROW;

pub(crate) fn event_args(id: Id, event: &Event) -> Vec<Value> {
    let Event {
        name,
        record,
        root,
        world,
        at,
        code,
    } = event;
    args![
        id,
        *name,
        *record,
        *root,
        world.code(),
        *at,
        code.as_deref()
    ]
}

/// An event on its way to one reaction.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The event.
    pub event: Id,
    /// The reaction's name, which is the rule that acts.
    pub handler: &'static str,
    /// The record to which it happened.
    pub record: Id,
    /// The report from which that record grew.
    pub root: Id,
    /// When it happened.
    pub at: Moment,
    /// The code that says more.
    pub code: Option<String>,
}

/// What a reaction's run comes to.
pub type Reacting = Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send>>;

/// A reaction: an event's name, and what the rule does about it. The function opens a unit as
/// `Actor::Rule(name)` and calls [`Work::delivered`] in it.
#[derive(Clone, Copy)]
pub struct Reaction {
    /// The rule's name, as `authority.csv` has it after `Rule:`.
    pub name: &'static str,
    /// The event it waits for.
    pub event: &'static str,
    /// What it does.
    pub run: fn(Store, Delivery) -> Reacting,
}

impl Work {
    /// Marks an event as delivered, in the unit that holds the reaction's effects. Answers whether
    /// it was not delivered before: a second delivery must change nothing.
    pub async fn delivered(&self, delivery: &Delivery) -> Result<bool, StoreError> {
        let args = args![delivery.event, delivery.handler, self.now()];
        Ok(self.execute(DELIVERED, args).await? == 1)
    }
}

impl Store {
    /// Runs what waits for these reactions, and tells how many events were delivered. One that
    /// fails stays and is tried at the next run; it keeps none behind it waiting.
    pub async fn react(&self, reactions: &[Reaction]) -> Result<usize, StoreError> {
        let mut delivered = 0;
        for reaction in reactions {
            let mut after = (i64::MIN, String::new());
            loop {
                let waiting = args![reaction.event, reaction.name, after.0, &after.1];
                let look = self.look_handle().await?;
                let rows = look.rows(WAITING, waiting).await;
                look.leave().await?;
                let rows = rows?;
                let Some(last) = rows.last() else { break };
                after = (last.int("at")?, last.text("id")?);
                for row in &rows {
                    delivered += usize::from(self.deliver(reaction, row).await);
                }
            }
        }
        Ok(delivered)
    }

    async fn deliver(&self, reaction: &Reaction, row: &Row) -> bool {
        let store = self.clone();
        let reacted = async { (reaction.run)(store, delivery(row, reaction.name)?).await };
        let reacted = AssertUnwindSafe(reacted).catch_unwind().await;
        match reacted.unwrap_or(Err(StoreError::Over)) {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(rule = reaction.name, %error, "a rule could not act");
                false
            }
        }
    }
}

fn delivery(row: &Row, handler: &'static str) -> Result<Delivery, StoreError> {
    Ok(Delivery {
        event: row.id("id")?,
        handler,
        record: row.id("record")?,
        root: row.id("root")?,
        at: row.moment("at")?,
        code: row.maybe_text("code")?,
    })
}
