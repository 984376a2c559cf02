//! Asking for a place, and not wanting it any more.

use access::action::{AskForBed, CancelBedRequest};
use store::{StoreError, Unit};

use super::{Asked, Asking, BedError, Done};

/// `AskForBed`: a request, from a report that the asker may read or, without one, from a report
/// of the asker's desk that is made first.
pub async fn ask_for_bed(_unit: &Unit<AskForBed>, _asking: &Asking) -> Result<Asked, BedError> {
    Err(StoreError::Absent.into())
}

/// `CancelBedRequest`: the person wants no place any more. Holds end by a rule; no clock of a
/// child stops.
pub async fn cancel_bed_request(
    _unit: &Unit<CancelBedRequest>,
    _form_key: &str,
) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}
