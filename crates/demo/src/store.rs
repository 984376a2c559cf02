//! What a made-up person is to the database itself.

use record::Id;
use store::{ClearReader, StoreError, args};

store::statements! {
    PSEUDONYM = "SELECT pseudonym FROM account WHERE id = $1";
}

pub(crate) async fn pseudonym(look: &ClearReader, account: Id) -> Result<Id, StoreError> {
    look.maybe_row(PSEUDONYM, args![account])
        .await?
        .ok_or(StoreError::Absent)?
        .id("pseudonym")
}
