//! Asking houses: all that fit at once, and further away where nobody is left.

use access::action::AskHouses;
use record::Id;
use store::{StoreError, Unit};

use super::{BedError, Done};

/// `AskHouses`, by the desk: asks these houses, of the candidates that it was shown.
pub async fn ask_houses(
    _unit: &Unit<AskHouses>,
    _houses: &[Id],
    _form_key: &str,
) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}
