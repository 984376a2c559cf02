//! What a made-up person is to the database itself.

use record::Id;
use store::{Look, StoreError, args};

store::statements! {
    PSEUDONYM = "SELECT pseudonym FROM account WHERE id = $1";
}

pub(crate) async fn pseudonym(look: &Look, account: Id) -> Result<Id, StoreError> {
    look.maybe_row(PSEUDONYM, args![account])
        .await?
        .ok_or(StoreError::Absent)?
        .id("pseudonym")
}
