//! Whether another report is taken: not, where too many wait for somebody or the disk is full.

use access::Actor;
use access::action::SendReport;
use page::{App, Ceilings, Room};
use people::Rows;
use store::StoreError;

use super::store as table;

/// The room there is.
pub async fn room(at: &impl Rows, ceilings: &Ceilings) -> Result<Room, StoreError> {
    let unread = table::unread(at, i64::from(ceilings.most_unread)).await?;
    Ok(ceilings.room(unread))
}

/// Whether there is none left for a sending. One that was taken before is answered as it was then.
pub(super) async fn is_full(app: &App, sameness: &str) -> Result<bool, StoreError> {
    let ceilings = app.settings.ceilings.clone();
    let limits = ceilings.clone();
    let look = app
        .store
        .read_clear(move |look| async move { room(&*look, &limits).await });
    let room = app.looked.room(look).await?;
    if !ceilings.is_full(room) {
        return Ok(false);
    }
    let before = app.store.answered::<SendReport>(&Actor::Public, sameness);
    Ok(before.await?.is_none())
}
