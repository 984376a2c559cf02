//! Requests of justice, sealed under the asking organisation's key.

use record::Id;
use store::{StoreError, Work, args};
use vault::{Place, Plain};

store::statements! {
    INSERT_ASKED = "INSERT INTO asked (id, org, at, about) VALUES ($1, $2, $3, $4)";
}

pub(crate) async fn keep(
    work: &Work,
    id: Id,
    org: Id,
    about: &Plain<String>,
) -> Result<(), StoreError> {
    let row = id.to_string();
    let place = Place {
        table: "asked",
        row: &row,
        column: "about",
    };
    let sealed = work.seal(id, &place, about).await?;
    work.execute(
        INSERT_ASKED,
        args![id, org, work.now(), sealed.into_stored()],
    )
    .await
    .map(drop)
}
