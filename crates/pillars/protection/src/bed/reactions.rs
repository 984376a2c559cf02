//! What follows from events of requests: the next houses are asked, holds end that nobody needs.

use record::{Event, Id, Root};
use store::{Delivery, Reacting, Reaction, Store, StoreError, Work};

use super::{houses, order, store as table};

/// Whoever is shut out of a report by now has no part in what grew from it.
const SHUT_OUT: &str = "RequestShutOut";

/// Every reaction of this feature. What ends comes before who is asked next, so that one round of
/// the rules is enough.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: order::NAME,
        event: "BedAdmitted",
        run: admitted,
    },
    releases("BedCancelled"),
    releases(SHUT_OUT),
    asks("BedAsked"),
    asks("BedDeclined"),
    asks("HoldEnded"),
    asks("StayEnded"),
];

const fn asks(event: &'static str) -> Reaction {
    Reaction {
        name: houses::NAME,
        event,
        run: ask,
    }
}

const fn releases(event: &'static str) -> Reaction {
    Reaction {
        name: order::NAME,
        event,
        run: release,
    }
}

fn ask(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move { houses::run(&store, delivery.record, Some(delivery)).await })
}

fn admitted(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let request = delivery.record;
        order::run(&store, request, order::ADMITTED_ELSEWHERE, Some(delivery)).await
    })
}

fn release(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(
        async move { order::run(&store, delivery.record, order::EXPIRED, Some(delivery)).await },
    )
}

/// Says of every request of a report that somebody may have to leave it, or that its report lies
/// with another desk.
pub(crate) async fn say_shut_out_of(work: &Work, report: Id) -> Result<(), StoreError> {
    for (request, _) in table::of_root(work, report).await? {
        say(work, request, report).await?;
    }
    Ok(())
}

/// The same of every request whose report accuses a body.
pub(crate) async fn say_shut_out_by(work: &Work, accused: Id) -> Result<(), StoreError> {
    for (request, report) in table::of_accused(work, accused).await? {
        say(work, request, report).await?;
    }
    Ok(())
}

async fn say(work: &Work, request: Id, report: Id) -> Result<(), StoreError> {
    work.event(Event {
        name: SHUT_OUT,
        record: request,
        root: report,
        world: Root::Care,
        at: work.now(),
        code: None,
    })
    .await
}
