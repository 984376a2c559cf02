//! People who must not meet: written by the person's team, sealed, checked inside a hold.

use access::action::WriteKeepApart;
use record::is_short_code;
use store::Unit;
use vault::Plain;

use super::{BedError, Done, KeepingApart, KeptApart, inquiry, store as table};

/// `WriteKeepApart`: from now on no shelter holds a place for both. The other is named by the code
/// that people say on the telephone, whichever desk it belongs to: nobody learns by this whether
/// there is such a request.
pub async fn write_keep_apart(
    unit: &Unit<WriteKeepApart>,
    input: &KeepingApart,
) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let own = table::head_of(&**unit, request).await?.code;
    let other = &input.code;
    if !is_short_code(other.as_str()) || other.as_str() == own {
        return Err(BedError::NotACode);
    }
    let pair = inquiry::pair(unit.store(), &own, other.as_str());
    let code = Plain::new(other.as_str().to_owned());
    table::keep_apart(unit, request, pair, &code, &input.free_text).await?;
    unit.answer(&input.form_key, "kept").await?;
    Ok(Done::Now)
}

/// `WriteKeepApart`, reading: what the team wrote.
pub async fn read_keep_apart(unit: &Unit<WriteKeepApart>) -> Result<Vec<KeptApart>, BedError> {
    Ok(table::kept_apart(unit, unit.record()).await?)
}
