//! Who took over at a desk, and when: whoever comes reads what is open there and what was promised, and
//! says so.

mod store;

use ::store::{StoreError, Unit};
use access::action::TakeOverShift;
use record::{Done, Moment, Role};

pub(crate) use store::STATEMENTS;
pub use store::latest;

/// Somebody took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// As what they work.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// `TakeOverShift`: what is open at the actor's own desk was read, and is theirs from now on.
pub async fn take_over_shift(
    unit: &Unit<TakeOverShift>,
    form_key: &str,
) -> Result<Done, StoreError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    store::insert(unit, member).await?;
    unit.answer(form_key, "taken_over").await?;
    Ok(Done::Now)
}
