//! What lies where nobody is goes on by itself, as far as somebody else can take it: a report to the
//! next reader, a request to another placement desk, a right to whoever else watches there. A shelter
//! in which somebody stays has no other: it waits among what nobody can act on, which administrators
//! and oversight see.

use std::collections::BTreeSet;

use ::store::{Store, StoreError};
use people::Rows;
use people::unattended::{self, Lying, Missing};
use record::{Id, Kind};

use crate::reader::actions::{Country, country};
use crate::reader::store::without_reader;
use crate::{bed, report, right};

/// What is to be passed on, each by the rule that does it.
#[derive(Default)]
struct Plan {
    reports: BTreeSet<Id>,
    requests: BTreeSet<Id>,
    rights: BTreeSet<(Id, Id)>,
}

/// Passes on whatever somebody else can take; tells how much. Run again, it changes nothing. What
/// cannot be done now keeps nothing else waiting.
pub async fn sweep(store: &Store) -> Result<usize, StoreError> {
    let now = store.world().now();
    let (plan, lying) = store
        .read_clear(async |look| -> Result<_, StoreError> {
            let lying = unattended::find(&*look, now).await?;
            let closed = without_reader(&*look, None).await?;
            Ok((plan(&*look, &lying, closed).await?, lying))
        })
        .await?;
    unattended::found(store, &lying).await?;
    let mut passed = 0;
    for report in plan.reports {
        let run = report::reactions::pass_on(store, report);
        passed += usize::from(store.attempt(report::reactions::NAME, report, run).await?);
    }
    for request in plan.requests {
        let run = bed::order::pass_on(store, request);
        passed += usize::from(store.attempt(bed::order::NAME, request, run).await?);
    }
    for (right, root) in plan.rights {
        let run = right::reactions::pass_on(store, right, root);
        passed += usize::from(store.attempt(right::reactions::OPEN, right, run).await?);
    }
    Ok(passed)
}

/// Looks for each whether anybody else could take it, so that no unit is opened for nothing.
async fn plan(at: &impl Rows, lying: &[Lying], closed: Vec<Id>) -> Result<Plan, StoreError> {
    let mut plan = Plan::default();
    let mut roots: BTreeSet<Id> = closed.into_iter().collect();
    for one in lying {
        match (one.missing, one.kind) {
            (Missing::Reader | Missing::Desk, _) => {
                roots.insert(one.root);
            }
            (Missing::Placing, _) if bed::order::has_other_placing(at, one.record).await? => {
                plan.requests.insert(one.record);
            }
            (Missing::Watching, Kind::Right)
                if right::reactions::has_other_watching(at, one.record, one.root).await? =>
            {
                plan.rights.insert((one.record, one.root));
            }
            _ => {}
        }
    }
    if roots.is_empty() {
        return Ok(plan);
    }
    let country: Country = country(at).await?;
    for root in roots {
        if report::reactions::has_other_reader(at, &country, root).await? {
            plan.reports.insert(root);
        }
    }
    Ok(plan)
}
