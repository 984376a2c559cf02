//! The outbox: events wait here until every reaction to them has run. A reaction's effects and its
//! delivery mark are kept together, or neither is.
//!
//! A turn costs what waits, and not what ever happened: an event stands in `event_open` from the
//! unit in which it happened until everyone in `event_handler` who waits for its name has had it.
//! Whoever waits for a name for the first time gets every event of that name that ever was.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use access::{Action, Actor, Permit};
use record::{Event, EventName, Id, Kind, Moment, Root};

use crate::sql::{Row, Value};
use crate::{Store, StoreError, Unit, Work, args};

crate::statements! {
    INSERT_EVENT_ROW = "INSERT INTO event (id, name, record, root, world, at, code) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    INSERT_OPEN = "INSERT INTO event_open (event, name, at) \
        SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT) \
        WHERE EXISTS (SELECT 1 FROM event_handler h WHERE h.event = $2)";
    WAITING = "SELECT e.id, e.record, e.root, e.at, e.code FROM event_open o \
        JOIN event e ON e.id = o.event WHERE o.name = $1 \
        AND NOT EXISTS (SELECT 1 FROM event_delivery d WHERE d.event = o.event AND d.handler = $2) \
        AND (o.at, o.event) > ($3, $4) ORDER BY o.at, o.event LIMIT 64";
    TAKE_UP = "INSERT INTO event_handler (event, handler) VALUES ($1, $2) \
        ON CONFLICT (event, handler) DO NOTHING";
    OPEN_AGAIN = "INSERT INTO event_open (event, name, at) \
        SELECT e.id, e.name, e.at FROM event e WHERE e.name = $1 ON CONFLICT (event) DO NOTHING";
    CLOSE = "DELETE FROM event_open WHERE name = $1 AND NOT EXISTS \
        (SELECT 1 FROM event_handler h WHERE h.event = $1 AND NOT EXISTS \
        (SELECT 1 FROM event_delivery d WHERE d.event = event_open.event AND d.handler = h.handler))";
    GROWN = "SELECT record, kind FROM guard WHERE root = $1 AND record <> $1 ORDER BY record";
    HANDLERS = "SELECT event, handler FROM event_handler";
    RETIRE = "DELETE FROM event_handler WHERE event = $1 AND handler = $2";
    DELIVERED = "INSERT INTO event_delivery (event, handler, at) VALUES ($1, $2, $3) \
        ON CONFLICT (event, handler) DO NOTHING";
}

/// Who is known to wait for which event, as far as this process has told the database.
#[derive(Default)]
pub(crate) struct Handlers(Mutex<HashSet<(&'static str, &'static str)>>);

fn event_args(id: Id, event: &Event) -> Vec<Value> {
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
        name.code(),
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

/// A reaction: an event's name, and what the rule does about it. The function gets a
/// permit as `Actor::Rule(name)` and follows by it ([`Store::follow`]).
#[derive(Clone, Copy)]
pub struct Reaction {
    /// The rule's name, as `authority.csv` has it after `Rule:`.
    pub name: &'static str,
    /// The event it waits for.
    pub event: EventName,
    /// What it does.
    pub run: fn(Store, Delivery) -> Reacting,
}

impl Work {
    /// Says what happened in the world of care, at this moment.
    pub async fn emit(
        &self,
        name: EventName,
        record: Id,
        root: Id,
        code: Option<&str>,
    ) -> Result<(), StoreError> {
        self.event(Event {
            name,
            record,
            root,
            world: Root::Care,
            at: self.now(),
            code: code.map(str::to_owned),
        })
        .await
    }

    /// Says of everything that grew from a report what its kind has a name for.
    pub async fn tell_grown(
        &self,
        report: Id,
        name: fn(Kind) -> Option<EventName>,
    ) -> Result<(), StoreError> {
        for row in self.rows(GROWN, args![report]).await? {
            if let Some(name) = name(row.code("kind")?) {
                self.emit(name, row.id("record")?, report, None).await?;
            }
        }
        Ok(())
    }

    /// Says what happened; reactions and clocks hear of it once this unit is kept.
    pub async fn event(&self, event: Event) -> Result<(), StoreError> {
        let id = self.id();
        self.execute(INSERT_EVENT_ROW, event_args(id, &event))
            .await?;
        self.execute(INSERT_OPEN, args![id, event.name.code(), event.at])
            .await
            .map(drop)
    }

    /// Marks an event as delivered, in the unit that holds the reaction's effects. Answers whether
    /// it was not delivered before: a second delivery must change nothing.
    pub async fn delivered(&self, delivery: &Delivery) -> Result<bool, StoreError> {
        let args = args![delivery.event, delivery.handler, self.now()];
        Ok(self.execute(DELIVERED, args).await? == 1)
    }
}

impl Store {
    /// Does what follows from an event, in one unit with the mark that it is delivered; nothing, where
    /// it was before. Without an event it is done because time went by.
    pub async fn follow<A, E, F, Fut>(
        &self,
        permit: Permit<A>,
        delivery: impl Into<Option<Delivery>>,
        body: F,
    ) -> Result<(), E>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (delivery, body) = (delivery.into(), Arc::new(body));
        self.unit(permit, move |unit| {
            let (delivery, body) = (delivery.clone(), body.clone());
            async move {
                if let Some(delivery) = &delivery
                    && !unit.delivered(delivery).await?
                {
                    return Ok(());
                }
                body(unit).await
            }
        })
        .await
    }

    /// The same for records that the event does not name: the rule's permit on each is joined to one unit. Of
    /// none of them the event is delivered all the same.
    pub async fn follow_each<A, E, F, Fut>(
        &self,
        rule: &'static str,
        delivery: Delivery,
        records: Vec<Id>,
        body: F,
    ) -> Result<(), E>
    where
        A: Action,
        F: Fn(Unit<A>, Vec<Id>) -> Fut + Copy + Send + Sync + 'static,
        Fut: Future<Output = Result<(), E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let actor = Actor::Rule(rule);
        let new = self.gate().permit_new::<A>(&actor, &[]);
        let new = new.map_err(StoreError::from)?;
        let mut permits = Vec::new();
        for record in &records {
            permits.push(self.gate().permit::<A>(&actor, *record).await?);
        }
        self.follow(new, delivery, move |unit: Unit<A>| {
            let (permits, records) = (permits.clone(), records.clone());
            async move {
                for permit in permits {
                    unit.join(permit).await?;
                }
                body(unit, records).await
            }
        })
        .await
    }

    /// Runs what waits for these reactions, and tells how many events were delivered. One that
    /// fails stays and is tried again, ever later (`attempt`); it keeps none behind it waiting.
    pub async fn react(&self, reactions: &[Reaction]) -> Result<usize, StoreError> {
        let mut delivered = 0;
        let mut to_close = HashSet::new();
        for reaction in reactions {
            if self.take_up(reaction).await? {
                to_close.insert(reaction.event);
            }
            let before = delivered;
            let mut after = (i64::MIN, String::new());
            loop {
                let waiting = args![reaction.event.code(), reaction.name, after.0, &after.1];
                let look = self.look_handle().await?;
                let rows = look.rows(WAITING, waiting).await;
                look.leave().await?;
                let rows = rows?;
                let Some(last) = rows.last() else { break };
                after = (last.int("at")?, last.text("id")?);
                for row in &rows {
                    delivered += usize::from(self.deliver(reaction, row).await?);
                }
            }
            if delivered > before {
                to_close.insert(reaction.event);
            }
        }
        for event in to_close {
            let closed: Result<u64, StoreError> = self
                .upkeep(
                    move |upkeep| async move { upkeep.execute(CLOSE, args![event.code()]).await },
                )
                .await;
            closed?;
        }
        Ok(delivered)
    }

    /// Says that these are all the reactions there are: what an earlier program waited for and this
    /// one does not keeps no event open any more.
    pub async fn react_only_by(&self, reactions: &[Reaction]) -> Result<(), StoreError> {
        let wanted: HashSet<(String, String)> = reactions
            .iter()
            .map(|reaction| (reaction.event.code().to_owned(), reaction.name.to_owned()))
            .collect();
        self.upkeep(move |upkeep| {
            let wanted = wanted.clone();
            async move {
                for row in upkeep.rows(HANDLERS, Vec::new()).await? {
                    let known = (row.text("event")?, row.text("handler")?);
                    if !wanted.contains(&known) {
                        upkeep.execute(RETIRE, args![&known.0, &known.1]).await?;
                        upkeep.execute(CLOSE, args![&known.0]).await?;
                    }
                }
                Ok(())
            }
        })
        .await
    }

    /// Lets a reaction wait for its event from now on, and for every such event that ever was.
    /// Answers whether this process says so for the first time.
    async fn take_up(&self, reaction: &Reaction) -> Result<bool, StoreError> {
        let (event, handler) = (reaction.event.code(), reaction.name);
        let known = |handlers: &Handlers| {
            let handlers = handlers.0.lock().unwrap_or_else(PoisonError::into_inner);
            handlers.contains(&(event, handler))
        };
        if known(&self.0.handlers) {
            return Ok(false);
        }
        let taken_up: Result<(), StoreError> = self
            .upkeep(move |upkeep| async move {
                if upkeep.execute(TAKE_UP, args![event, handler]).await? == 1 {
                    upkeep.execute(OPEN_AGAIN, args![event]).await?;
                }
                Ok(())
            })
            .await;
        taken_up?;
        let mut handlers = (self.0.handlers.0)
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        handlers.insert((event, handler));
        Ok(true)
    }

    async fn deliver(&self, reaction: &Reaction, row: &Row) -> Result<bool, StoreError> {
        let delivery = delivery(row, reaction.name)?;
        let event = delivery.event;
        // Called inside, so that a reaction that panics before its first step is caught as well.
        let reacted = async { (reaction.run)(self.clone(), delivery).await };
        self.attempt(reaction.name, event, reacted).await
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
