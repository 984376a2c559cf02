//! What Today shows of requests.

use access::Actor;
use record::Task;
use store::{Store, StoreError};

/// Requests that wait for this actor: a house that is asked, a desk that places, a team.
pub async fn tasks(_store: &Store, _actor: &Actor) -> Result<Vec<Task>, StoreError> {
    Ok(Vec::new())
}
