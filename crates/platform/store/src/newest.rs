//! The newest moment that the ledger tells of, for whoever asks whether the clock can be right.

use ledger::Entry;
use record::{Moment, WrongClock};

use crate::sql::Row;
use crate::{Store, StoreError};

crate::statements! {
    LATEST = "SELECT body FROM ledger_leaf ORDER BY seq DESC LIMIT 64";
}

/// What asks for the latest entries.
pub(crate) const LATEST_ENTRIES: &str = LATEST;

/// The newest of the latest entries. More than one is asked: where the clock was set back and the
/// installation is used, the latest entry tells the wrong time too. Not all are asked: where the clock was
/// ahead once, for a day or a year, and was put right, sixty-four entries end the matter.
pub(crate) fn newest(latest: &[Row]) -> Result<Option<Moment>, StoreError> {
    let mut newest = None;
    for row in latest {
        // An entry that cannot be read is told by the check of the ledger.
        let at = Entry::decode(&row.bytes("body")?)
            .ok()
            .map(|entry| entry.at);
        newest = newest.max(at);
    }
    Ok(newest)
}

impl Store {
    /// What is wrong with the clock of this machine, as far as the ledger and the program know.
    pub async fn wrong_clock(&self) -> Result<Option<WrongClock>, StoreError> {
        let latest = self
            .read_clear(async |look| look.rows(LATEST, Vec::new()).await)
            .await?;
        Ok(self.world().wrong_clock(newest(&latest)?))
    }
}
