//! `AskWhetherKnown`: a request that is recorded, and answered alike whatever is known.

use access::action::AskWhetherKnown;
use record::{Kind, Root, Sensitivity};
use store::{NewRecord, StoreError, Unit};
use vault::Plain;

use super::store::keep;

/// The longest request, in letters.
const MOST: usize = 2000;

page::fields! {
    /// What is asked.
    #[derive(Clone)]
    pub struct Asked {
        /// Whom the request is about, in the asker's words.
        pub about: Plain<String> = area("search-about", "search-about-hint", "error-write", MOST, 4),
    }
}

/// Records the request. There is nothing to return: the answer is the same for everybody.
pub async fn ask_whether_known(
    unit: &Unit<AskWhetherKnown>,
    asked: &Asked,
) -> Result<(), StoreError> {
    let Some(member) = unit.actor().member() else {
        return Err(StoreError::Absent);
    };
    if unit.answered(&asked.form_key).await?.is_some() {
        return Ok(());
    }
    let org = member.org;
    let id = unit.id();
    unit.create(NewRecord {
        record: id,
        kind: Kind::None,
        org: Some(org),
        jurisdiction: None,
        sensitivity: Sensitivity::High,
        state: "recorded",
        root: None,
        world: Root::Justice,
        keys_for: vec![org],
    })
    .await?;
    keep(unit, id, org, &asked.about).await?;
    unit.answer(&asked.form_key, "recorded").await
}
