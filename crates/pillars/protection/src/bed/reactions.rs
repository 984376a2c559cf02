//! What follows from events of requests: the next shelters are asked, holds end that nobody needs.

use record::EventName;
use store::{Delivery, Reacting, Reaction, Store};

use super::{order, shelters};

/// Every reaction of this feature. What ends comes before who is asked next, so that one round of
/// the rules is enough.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: order::NAME,
        event: EventName::BedAdmitted,
        run: admitted,
    },
    releases(EventName::BedCancelled),
    releases(EventName::RequestShutOut),
    releases(EventName::RequestWithdrawn),
    asks(EventName::BedAsked),
    asks(EventName::BedDeclined),
    asks(EventName::HoldEnded),
    asks(EventName::StayEnded),
];

const fn asks(event: EventName) -> Reaction {
    Reaction {
        name: shelters::NAME,
        event,
        run: ask,
    }
}

const fn releases(event: EventName) -> Reaction {
    Reaction {
        name: order::NAME,
        event,
        run: release,
    }
}

fn ask(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move { shelters::run(&store, delivery.record, Some(delivery)).await })
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
