//! A house declines, and a named person reviews a decline for another reason.

use access::action::{DeclineBed, ReviewDecline};
use store::{StoreError, Unit};

use super::{BedError, Declining, Done, Reviewing, ToReview};

/// `DeclineBed`: a house says no, with a code. On `court_order` it keeps a place on hold for the
/// judge, and the next houses are asked all the same.
pub async fn decline_bed(_unit: &Unit<DeclineBed>, _input: &Declining) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}

/// `ReviewDecline`, reading: declines for another reason that nobody reviewed.
pub async fn to_review(_unit: &Unit<ReviewDecline>) -> Result<Vec<ToReview>, BedError> {
    Err(StoreError::Absent.into())
}

/// `ReviewDecline`: what the reason was in truth.
pub async fn review_decline(
    _unit: &Unit<ReviewDecline>,
    _input: &Reviewing,
) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}
