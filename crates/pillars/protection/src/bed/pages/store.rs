//! What pages read of requests beside lists and requests themselves.

use record::{Id, Moment};
use store::{StoreError, Work, args};

use crate::bed::State;

store::statements! {
    OF_REPORT = "SELECT record, code, state, asked FROM bed_request WHERE root = $1 \
        ORDER BY asked DESC, record DESC";
    LIVE_AT = "SELECT DISTINCT a.request FROM guard g JOIN shelter_inquiry a ON a.shelter = g.record \
        AND a.state IN ('asked', 'held', 'admitted') WHERE g.kind = 'shelter' AND g.org = $1";
}

/// A request as the page of its report shows it.
pub(crate) struct OfReport {
    pub(crate) request: Id,
    pub(crate) code: String,
    pub(crate) state: State,
    pub(crate) asked: Moment,
}

impl OfReport {
    /// Whether somebody has the place, or shelters are asked for one.
    pub(crate) fn is_live(&self) -> bool {
        !self.state.is_over()
    }
}

/// The requests that grew from a report, the latest first.
pub(crate) async fn of_report(work: &Work, report: Id) -> Result<Vec<OfReport>, StoreError> {
    let rows = work.rows(OF_REPORT, args![report]).await?;
    rows.iter()
        .map(|row| {
            Ok(OfReport {
                request: row.id("record")?,
                code: row.text("code")?,
                state: row.code("state")?,
                asked: row.moment("asked")?,
            })
        })
        .collect()
}

/// The requests in which a shelter of this organisation has a live part: it can open these.
pub(super) async fn live_at(work: &Work, org: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(LIVE_AT, args![org]).await?;
    rows.iter().map(|row| row.id("request")).collect()
}
