//! What follows when a body is set above or below another: whoever is now above or below a body
//! that a report accuses is shut out of that report too. Exclusions only grow.

use access::Actor;
use access::action::ExtendExclusion;
use people::organisation;
use record::{Event, Id, Root};
use store::{Delivery, Reacting, Reaction, Store, StoreError, Unit, Work};

use super::store as table;
use crate::bed::reactions::say_shut_out_by;
use crate::child;

/// The rule's name in `authority.csv`.
const NAME: &str = "KeepExcluded";

/// A report's own reader is shut out of it: the next one must take over.
pub(crate) const READER_SHUT_OUT: &str = "ReaderShutOut";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: NAME,
    event: "OrganisationParentChanged",
    run: keep_excluded,
}];

fn keep_excluded(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule(NAME);
        let gate = store.gate();
        let permit = gate
            .permit_when::<ExtendExclusion>(&actor, delivery.record, &["parent_changed"])
            .await?;
        store
            .unit(permit, move |unit| {
                let delivery = delivery.clone();
                async move {
                    if unit.delivered(&delivery).await? {
                        extend_exclusion(&unit, delivery.record).await?;
                    }
                    Ok::<_, StoreError>(())
                }
            })
            .await
    })
}

/// Says that a report's reader is shut out of it: the rule that moves reports hears of it.
pub(crate) async fn say_shut_out(work: &Work, report: Id) -> Result<(), StoreError> {
    work.event(Event {
        name: READER_SHUT_OUT,
        record: report,
        root: report,
        world: Root::Care,
        at: work.now(),
        code: None,
    })
    .await
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
                say_shut_out(unit, report).await?;
            }
            say_shut_out_by(unit, accused).await?;
            child::say_shut_out_by(unit, accused).await?;
        }
    }
    Ok(())
}
