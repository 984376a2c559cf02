use record::Id;
use store::{Look, StoreError, args};

store::statements! {
    STATE = "SELECT state FROM guard WHERE record = $1";
}

/// Whether a report is open.
pub(super) async fn is_open(look: &Look, report: Id) -> Result<bool, StoreError> {
    let row = look.maybe_row(STATE, args![report]).await?;
    let state = row.map(|row| row.text("state")).transpose()?;
    Ok(state.as_deref() == Some(crate::report::OPEN))
}
