//! Copies of the whole: made by a command or from the administrator's page while the program is open,
//! put back by a command in a place where nothing is.

mod commands;
mod pages;
pub mod words;

use std::path::Path;

use access::action::BackUp;
use access::{Actor, Permit};
use ledger::Manifest;
use record::Moment;
use store::Store;
use store::backup::{CopyError, look_over};
use store::jobs::{Claim, Fault, Outcome};

pub use commands::{back_up, restore};
pub use pages::routes;

/// Makes a copy in a new folder, for whoever may. At the console the person's own row counts as
/// well: the ledger says who it was, and that they sat there.
pub async fn run(store: &Store, actor: &Actor, out: &Path) -> Result<Manifest, CopyError> {
    let mut permit = permit(store, actor)?;
    if let Actor::Person(member) = actor {
        permit = self::permit(store, &Actor::Console(member.pseudonym))?;
    }
    store.back_up(permit, out).await
}

/// Takes the copy that a job asks for, in a folder of the one for copies. Its name follows from the
/// job: an attempt that was cut off is begun anew in its own place, and what it had finished is the
/// copy that was asked for.
pub async fn take(claim: &Claim, actor: &Actor, copies: Option<&Path>) -> Result<Outcome, Fault> {
    let (store, job) = (claim.store(), claim.job());
    let copies = copies.ok_or(Fault::NotConfigured)?;
    let out = copies.join(name(job.asked_at, &job.id.to_string()));
    if look_over(&out, &store.journal().public_key()).is_some() {
        return Ok(Outcome::Finished);
    }
    let permit = permit(store, actor)?;
    match claim.hold(store.back_up(permit, &out)).await? {
        Some(made) => made.map(|_| Outcome::Finished).map_err(|error| {
            tracing::warn!(%error, "a copy could not be made");
            error.into()
        }),
        None => Ok(Outcome::Cancelled),
    }
}

/// The name of a copy's folder that nobody named: when it was made, and some letters of a key that
/// is its own.
fn name(now: Moment, key: &str) -> String {
    let at = now.local().strftime("%Y%m%d-%H%M%S");
    let end: String = key
        .chars()
        .filter(char::is_ascii_hexdigit)
        .take(8)
        .collect();
    format!("najat-{at}-{end}")
}

fn permit(store: &Store, actor: &Actor) -> Result<Permit<BackUp>, CopyError> {
    let permit = store.gate().permit_new::<BackUp>(actor, &[]);
    Ok(permit.map_err(store::StoreError::from)?)
}
