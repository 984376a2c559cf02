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
    Reason labelled "admin-reason" {
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

/// The shortest beginning of a pseudonym by which one is looked for: as many signs as pages show.
const SHORTEST: usize = 8;

/// The beginning of a pseudonym as it was typed: small letters, Western digits, nothing else.
fn beginning(typed: &str) -> Option<String> {
    let typed = record::digits::normalised(typed).to_lowercase();
    let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let fits = typed.len() >= SHORTEST
        && typed
            .chars()
            .all(|sign| sign == '-' || sign.is_ascii_hexdigit());
    fits.then_some(typed)
}

/// The pseudonym that begins as somebody typed it, if there is one only.
pub async fn pseudonym(at: &impl Rows, typed: &str) -> Result<Option<Id>, StoreError> {
    let Some(begins) = beginning(typed) else {
        return Ok(None);
    };
    let found = table::by_pseudonym(at, &begins).await?;
    Ok(found.map(|(_, pseudonym)| pseudonym))
}

/// `OpenStaffName`.
pub async fn open_staff_name(
    unit: &Unit<OpenStaffName>,
    reason: Reason,
) -> Result<Plain<String>, AccountError> {
    unit.reason(reason.code()).await;
    Ok(table::open_name(unit, unit.record()).await?)
}

/// Opens the name behind a pseudonym, or behind its beginning, from the look for the account to the name. A pseudonym that
/// is nobody's and one whose name is not this body's to open are answered alike.
pub async fn open_name(
    store: &Store,
    actor: &Actor,
    pseudonym: &Plain<String>,
    reason: Reason,
) -> Result<Plain<String>, AccountError> {
    let begins = beginning(pseudonym.expose());
    let found = store
        .read_clear(async |look| match &begins {
            Some(begins) => table::by_pseudonym(&*look, begins).await,
            None => Ok(None),
        })
        .await?;
    let permit = store
        .gate()
        .permit::<OpenStaffName>(actor, found.map_or(Id::NONE, |(account, _)| account))
        .await?;
    store
        .read(permit, move |unit| async move {
            open_staff_name(&unit, reason).await
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pseudonym_is_known_by_its_beginning() {
        let rows = [
            ("0F3a 91b2", Some("0f3a91b2")),
            ("\u{200e}0f3a91b2-77", Some("0f3a91b2-77")),
            ("٠f3a٩١b2", Some("0f3a91b2")),
            ("0f3a91b", None),
            ("%%%%%%%%", None),
            ("0f3a91b_", None),
        ];
        for (typed, expected) in rows {
            assert_eq!(beginning(typed).as_deref(), expected, "{typed}");
        }
    }
}
