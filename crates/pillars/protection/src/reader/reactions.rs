//! What follows when a body is set above or below another: whoever is now above or below a body
//! that a report accuses is shut out of that report too. Exclusions only grow.

use access::Actor;
use access::action::ExtendExclusion;
use people::organisation;
use record::{EventName, Id};
use store::{Delivery, Reacting, Reaction, Store, StoreError, Unit};

use super::store as table;

/// The rule's name in `authority.csv`.
const NAME: &str = "KeepExcluded";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: NAME,
    event: EventName::OrganisationParentChanged,
    run: keep_excluded,
}];

fn keep_excluded(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule(NAME);
        let gate = store.gate();
        let permit = gate
            .permit_when::<ExtendExclusion>(&actor, delivery.record, &["parent_changed"])
            .await?;
        let moved = delivery.record;
        let extend = move |unit| async move { extend_exclusion(&unit, moved).await };
        store.follow(permit, delivery, extend).await
    })
}

/// `ExtendExclusion`: for every body in the line of the one that moved, whatever report accuses it
/// now shuts out its whole line as it stands, and everybody who works there.
async fn extend_exclusion(unit: &Unit<ExtendExclusion>, moved: Id) -> Result<(), StoreError> {
    let family = organisation::family(&**unit).await?;
    for accused in family.line(moved) {
        let mut grown = 0;
        for body in family.line(accused) {
            grown += table::extend(unit, accused, body).await?;
            for account in table::members(unit, body).await? {
                grown += table::extend(unit, accused, account).await?;
            }
        }
        if grown > 0 {
            table::raise(unit, accused).await?;
            for report in table::without_reader(&**unit, Some(accused)).await? {
                unit.emit(EventName::ReaderShutOut, report, report, None)
                    .await?;
            }
            for (record, kind, report) in table::grown_of(unit, accused).await? {
                if let Some(name) = EventName::shut_out(kind) {
                    unit.emit(name, record, report, None).await?;
                }
            }
        }
    }
    Ok(())
}
