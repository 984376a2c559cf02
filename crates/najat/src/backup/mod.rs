//! Copies of the whole: made by a command or from the administrator's page while the house is open,
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
use store::backup::CopyError;

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
