//! Reading the same rows with a permit and without: inside a unit, in a look, in upkeep, and
//! from outside.

use store::{ClearReader, Examined, Row, StoreError, Upkeep, Value, Work};

/// Where a statement that reads columns in clear can run.
pub trait Rows {
    /// Rows of a statement.
    fn rows(
        &self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;
}

macro_rules! reads {
    ($($place:ty),+) => {
        $(impl Rows for $place {
            async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
                // The inherent method of the same name.
                <$place>::rows(self, sql, args).await
            }
        })+
    };
}

reads!(ClearReader, Work, Upkeep, Examined);
