//! The name behind a pseudonym: opened by the independent body that watches the work, with a
//! reason, and written in the ledger.

use access::Actor;
use access::action::OpenStaffName;
use record::Id;
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::AccountError;
use super::store as table;
use crate::Rows;

record::codes! {
    /// Why a name is opened. A code, since the ledger keeps it for good and nothing in it may name
    /// anybody.
    Reason {
        /// Somebody complained.
        Complaint = "complaint",
        /// The ledger shows looks that nothing explains.
        Looks = "looks",
        /// A worker is threatened.
        Threat = "threat",
        /// A court asks for it.
        Court = "court",
    }
}

/// The account behind a pseudonym, closed ones too.
pub async fn by_pseudonym(at: &impl Rows, pseudonym: Id) -> Result<Option<Id>, StoreError> {
    table::by_pseudonym(at, pseudonym).await
}

/// `OpenStaffName`.
pub async fn open_staff_name(
    unit: &Unit<OpenStaffName>,
    reason: Reason,
) -> Result<Plain<String>, AccountError> {
    unit.reason(reason.code()).await;
    Ok(table::open_name(unit, unit.record()).await?)
}

/// Opens the name behind a pseudonym, from the look for the account to the name. A pseudonym that
/// is nobody's and one whose name is not this body's to open are answered alike.
pub async fn open_name(
    store: &Store,
    actor: &Actor,
    pseudonym: Id,
    reason: Reason,
) -> Result<Plain<String>, AccountError> {
    let found = store
        .look(async |look| table::by_pseudonym(&*look, pseudonym).await)
        .await?;
    let permit = store
        .gate()
        .permit::<OpenStaffName>(actor, found.unwrap_or(Id::NONE))
        .await?;
    store
        .read(permit, move |unit| async move {
            open_staff_name(&unit, reason).await
        })
        .await
}
