use record::SheetNumber;
use store::{StoreError, Work, args};

store::statements! {
    ENTER = "INSERT INTO sheet (number, at) VALUES ($1, $2) ON CONFLICT (number) DO NOTHING";
}

/// Keeps that this sheet is typed in; not, where it was before.
pub(crate) async fn is_new(work: &Work, number: SheetNumber) -> Result<bool, StoreError> {
    let args = args![number.digits(), work.now()];
    Ok(work.execute(ENTER, args).await? > 0)
}
