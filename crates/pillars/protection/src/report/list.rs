//! The reports of a desk or of a worker, as far as the list reaches.

use access::Scope;
use access::action::ListReports;
use record::{Id, Moment, PAGE, ShortCode};
use store::{Page, StoreError, Unit, one_more};

use super::{Entry, Head, store as table};

/// Which reports are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those with this short code.
    pub code: Option<ShortCode>,
    /// Only those of somebody held, or only the others.
    pub held: Option<bool>,
    /// Only those in this state: `open` or `closed`.
    pub state: Option<&'static str>,
    /// Only some, whether somebody is held or not.
    pub some: Option<Chosen>,
    /// Those sent before this one.
    pub after: Option<(Moment, Id)>,
}

/// Which reports are wanted among all.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those of this entry.
    pub entry: Option<Entry>,
    /// Those for which this account answers.
    pub mine: Option<Id>,
}

/// `ListReports`: a page of the reports that this actor may see; what is shown is written down.
pub async fn list_reports(
    unit: &Unit<ListReports>,
    scope: &Scope<ListReports>,
    wanted: &Wanted,
) -> Result<Page<Head>, StoreError> {
    let limit = one_more(PAGE);
    if let Some(some) = &wanted.some {
        return table::list_some(unit, scope, wanted, some, limit).await;
    }
    let heads = table::list(unit, scope, wanted, limit).await?;
    Ok(unit
        .page(heads, PAGE, |head| (head.sent, head.record))
        .await)
}
