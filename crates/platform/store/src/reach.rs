//! Lists: the decision as SQL, so that a page of a list needs no decision row by row.

use access::{Action, Scope};
use record::{Id, Relation};

use crate::sql::Value;
use crate::{Gate, Work, args};

/// The condition of a list on `guard g`, for `concat!` in a statement: the records of one kind that
/// the scope reaches, and none from which the actor is excluded. Its parameters are `$1` to `$9`
/// and come from [`Gate::reach`]; those of the statement itself begin at `$10`.
///
/// A property test holds it against the decision, asked record by record.
/// ```
/// store::statements! {
///     LIST = concat!(
///         "SELECT r.record, r.sent FROM report r JOIN guard g ON g.record = r.record WHERE ",
///         store::reach!(),
///         " AND (r.sent < $10 OR (r.sent = $10 AND r.record < $11))",
///         " ORDER BY r.sent DESC, r.record DESC LIMIT 50"
///     );
/// }
/// # use access::action::ListReports;
/// # async fn list(store: &store::Store, scope: access::Scope<ListReports>) -> Result<(), store::StoreError> {
/// let mut args = store.gate().reach(&scope);
/// args.extend(store::args![i64::MAX, ""]);
/// let page = store
///     .read(scope.permit().clone(), move |unit| {
///         let args = args.clone();
///         async move {
///             let rows = unit.rows(LIST, args).await?;
///             let shown = rows.iter().map(|row| row.id("record")).collect::<Result<Vec<_>, _>>()?;
///             unit.shown(&shown).await;
///             Ok::<_, store::StoreError>(shown)
///         }
///     })
///     .await?;
/// # drop((page, STATEMENTS));
/// # Ok(())
/// # }
/// ```
// Each way in is a query of its own that has an index; a condition with OR would read every guard.
// A list of codes or ids travels as one text, since the engines share no type for lists.
#[macro_export]
macro_rules! reach {
    () => {
        "g.record IN (\
           SELECT o.record FROM guard o WHERE o.kind = $1 AND o.org = $5 \
             AND (CAST($7 AS TEXT) = '|any|' OR CAST($7 AS TEXT) LIKE '%|' || o.state || '|%') \
           UNION SELECT i.record FROM holding h JOIN guard i ON i.record = h.record \
             WHERE h.holder IN ($3, $4) AND i.kind = $1 AND (h.until IS NULL OR h.until > $2) \
             AND (CAST($6 AS TEXT) LIKE '%|' || h.relation || '/any|%' \
               OR CAST($6 AS TEXT) LIKE '%|' || h.relation || '/' || i.state || '|%') \
           UNION SELECT e.record FROM guard e WHERE CAST($8 AS TEXT) IS NOT NULL AND e.kind = $1 \
             AND (CAST($8 AS TEXT) = '|any|' OR CAST($8 AS TEXT) LIKE '%|' || e.state || '|%')) \
         AND NOT EXISTS (SELECT 1 FROM holding x WHERE x.record IN (g.record, g.root) \
           AND x.relation = 'excluded' AND (x.until IS NULL OR x.until > $2) \
           AND CAST($9 AS TEXT) LIKE '%' || x.holder || '%')"
    };
}

/// How many rows the SQL of a list is asked for: one more than a page holds, which tells whether
/// another page follows.
pub fn one_more(page: usize) -> i64 {
    i64::try_from(page).map_or(i64::MAX, |page| page.saturating_add(1))
}

impl Work {
    /// Makes a page of rows that were read by [`one_more`]: cuts it, and commits the ledger's entry to
    /// every record it shows. Answers its last row, if another page follows that one.
    pub async fn cut<'r, T: Send + Sync>(
        &self,
        rows: &'r mut Vec<T>,
        page: usize,
        record: impl Fn(&T) -> Id + Send,
    ) -> Option<&'r T> {
        let more = rows.len() > page;
        rows.truncate(page);
        let shown: Vec<Id> = rows.iter().map(record).collect();
        self.shown(&shown).await;
        rows.last().filter(|_| more)
    }
}

impl Gate<'_> {
    /// The values of [`reach!`](crate::reach) for a scope.
    pub fn reach<A: Action>(&self, scope: &Scope<A>) -> Vec<Value> {
        let actor = scope.actor();
        let ways = |relation: Relation| {
            let clauses = scope
                .clauses()
                .iter()
                .filter(|clause| clause.relation == relation);
            listed(clauses.map(|clause| clause.state.unwrap_or("any").to_owned()))
        };
        let held = scope
            .clauses()
            .iter()
            .filter(|clause| !matches!(clause.relation, Relation::None | Relation::SameOrg))
            .map(|clause| format!("{}/{}", clause.relation, clause.state.unwrap_or("any")));
        let holders = actor.holders();
        let first = holders.first().copied().unwrap_or(Id::NONE);
        args![
            A::KIND.code(),
            self.0.world().now(),
            first,
            holders.get(1).copied().unwrap_or(first),
            actor.member().map(|member| member.org),
            listed(held),
            ways(Relation::SameOrg),
            ways(Relation::None),
            listed(actor.excludable().iter().map(Id::to_string)).unwrap_or_default()
        ]
    }
}

/// `|a|b|`; nothing, where there is nothing.
fn listed(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| format!("|{}|", words.join("|")))
}
