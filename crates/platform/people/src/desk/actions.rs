//! Setting who answers for what.

use access::action::SetDesk;
use record::Duty;
use store::Unit;

use super::{Desk, DeskError, store as table};
use crate::{organisation, oversight};

/// `SetDesk`: puts these organisations in the place of those that answered there.
pub async fn set_desk(unit: &Unit<SetDesk>, desk: &Desk) -> Result<(), DeskError> {
    for org in &desk.orgs {
        let found = organisation::find(&**unit, *org).await?;
        let fits = found.is_some_and(|found| {
            !found.ended
                && !found.is.kind.is_force()
                && (desk.duty != Duty::Oversight || found.is.independent)
        });
        if !fits {
            return Err(DeskError::Unfit);
        }
    }
    table::set(unit, desk).await?;
    if desk.duty == Duty::Oversight {
        oversight::changed(unit, desk.orgs.first().copied()).await?;
    }
    Ok(())
}
