//! To whom something goes, as two fields of a form say it.

use consent::Recipient;
use record::Id;
use vault::Plain;

use super::PersonError;

/// A body of the list, or somebody who is not on it: one of the two.
pub(super) fn recipient(
    body: Option<Id>,
    named: Option<Plain<String>>,
) -> Result<Recipient, PersonError> {
    match (body, named) {
        (Some(body), None) => Ok(Recipient::Body(body)),
        (None, Some(named)) => Ok(Recipient::Named(named)),
        _ => Err(PersonError::NoRecipient),
    }
}
