//! The reports of a desk or of a worker, as far as the list reaches.

use access::action::ListReports;
use access::{Actor, Clause, Scope};
use record::{Id, Moment, Relation};
use store::{StoreError, Unit};

use super::rules::ShortCode;
use super::{Head, store as table};

/// How many stand on one page.
pub const PAGE: usize = 50;

/// Which reports are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those with this short code.
    pub code: Option<ShortCode>,
    /// Only those of somebody held, or only the others.
    pub held: Option<bool>,
    /// Those sent before this one.
    pub after: Option<(Moment, Id)>,
}

/// One page of a list.
pub struct Page {
    /// The reports, the latest first.
    pub heads: Vec<Head>,
    /// Where the next page begins, if there is one.
    pub next: Option<(Moment, Id)>,
}

/// `ListReports`: a page of the reports that this actor may see; what is shown is written down.
pub async fn list_reports(
    unit: &Unit<ListReports>,
    scope: &Scope<ListReports>,
    wanted: &Wanted,
) -> Result<Page, StoreError> {
    let mut heads = Vec::new();
    for clause in scope.clauses() {
        heads.extend(by_clause(unit, scope.actor(), clause, wanted).await?);
    }
    heads.sort_by_key(|head| std::cmp::Reverse((head.sent, head.record)));
    heads.dedup_by_key(|head| head.record);
    let more = heads.len() > PAGE;
    heads.truncate(PAGE);
    let ids: Vec<Id> = heads.iter().map(|head| head.record).collect();
    unit.shown(&ids).await;
    let next = heads.last().filter(|_| more).map(|last| (last.sent, last.record));
    Ok(Page { heads, next })
}

async fn by_clause(
    unit: &Unit<ListReports>,
    actor: &Actor,
    clause: &Clause,
    wanted: &Wanted,
) -> Result<Vec<Head>, StoreError> {
    let (before, before_record) = match wanted.after {
        Some((sent, record)) => (sent, record.to_string()),
        None => (Moment::from_micros(i64::MAX), String::new()),
    };
    let excludable = joined(&actor.excludable());
    let bounds = table::Bounds {
        state: clause.state,
        excludable: &excludable,
        code: wanted.code.as_ref().map(ShortCode::as_str),
        part: wanted.held.map(|held| if held { "held" } else { "others" }),
        before,
        before_record: &before_record,
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    match (clause.relation, actor.member()) {
        (Relation::SameOrg, Some(member)) => table::list_by_desk(unit, member.org, &bounds).await,
        // No list of reports reaches whoever is nothing to them.
        (Relation::None | Relation::SameOrg, _) => Ok(Vec::new()),
        (relation, _) => {
            table::list_by_holding(unit, &joined(&actor.holders()), relation, &bounds).await
        }
    }
}

/// Ids in one text, for a statement that asks whether an id is among them.
pub(crate) fn joined(ids: &[Id]) -> String {
    ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ")
}
