//! What a reader leaves when its organisation ends or goes into another.

use access::action::EndOrganisation;
use people::organisation;
use record::Id;
use store::{StoreError, Unit};

use super::store as table;
use crate::shelter;

/// People stay in the shelters of the body, or are on the way to them.
#[derive(Debug, thiserror::Error)]
pub enum EndsError {
    /// So many places are taken or held there: they come first.
    #[error("people stay in its shelters")]
    Occupied(i64),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Part of `EndOrganisation`: its shelters take nobody any more, whoever comes after it reads in its
/// place where they fit, and whatever report accuses it accuses them as well. It comes before the
/// organisation's own part, whose events carry the exclusions on.
pub async fn leave(unit: &Unit<EndOrganisation>, successor: Option<Id>) -> Result<(), EndsError> {
    let org = unit.record();
    let stay = shelter::store::stay_at(&**unit, org).await?;
    if stay > 0 {
        return Err(EndsError::Occupied(stay));
    }
    shelter::store::close_of(unit, org).await?;
    let after = match successor {
        Some(after) => organisation::find(&**unit, after).await?,
        None => None,
    };
    if let Some(after) = &after {
        table::replace(unit, org, after).await?;
        table::accuse_too(unit, org, after.id).await?;
    }
    table::leave(unit, org).await?;
    Ok(())
}
