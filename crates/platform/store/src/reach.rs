//! Lists: the decision as SQL, so that a page of a list needs no decision row by row.
//!
//! Three forms of one condition: [`page!`](crate::page) walks each way in by an index, in the order
//! of the list and no further than the page; [`reached!`](crate::reached) asks of a record that was
//! found by something else; [`reach!`](crate::reach) gathers all that is reached, for lists that
//! stay short.

use std::collections::BTreeSet;

use access::{Action, Clause, Scope};
use record::{Id, Moment, Relation};

use crate::sql::Value;
use crate::{Gate, Work, args};

/// Nobody among `holder` is shut out of the record, nor of the report it grew from.
#[doc(hidden)]
#[macro_export]
macro_rules! not_shut_out {
    ($guard:literal) => {
        concat!(
            " AND NOT EXISTS (SELECT 1 FROM access_grant x WHERE x.record IN (",
            $guard,
            ".record, ",
            $guard,
            ".root) AND x.relation = 'excluded' AND (x.until IS NULL OR x.until > $2) \
             AND CAST($9 AS TEXT) LIKE '%' || x.holder || '%')"
        )
    };
}

/// The condition of a short list on `guard g`, for `concat!` in a statement: the records of one kind
/// that the scope reaches, and none from which the actor is excluded. Its parameters are `$1` to
/// `$9` and come from [`Gate::reach`]; those of the statement itself begin at `$10`. It gathers all
/// of them before the statement cuts a page: a list that grows takes [`page!`](crate::page).
///
/// A property test holds it against the decision, asked record by record.
// Each way in is a query of its own that has an index; a condition with OR would read every guard.
// A list of codes or ids travels as one text, since the engines share no type for lists.
#[macro_export]
macro_rules! reach {
    () => {
        concat!(
            "g.record IN (\
               SELECT o.record FROM guard o WHERE o.kind = $1 AND o.org = $5 \
                 AND (CAST($7 AS TEXT) = '|any|' OR CAST($7 AS TEXT) LIKE '%|' || o.state || '|%') \
               UNION SELECT h.record FROM access_grant h \
                 WHERE h.holder IN ($3, $4) AND h.kind = $1 AND (h.until IS NULL OR h.until > $2) \
                 AND (CAST($6 AS TEXT) LIKE '%|' || h.relation || '/any|%' \
                   OR CAST($6 AS TEXT) LIKE '%|' || h.relation || '/' || h.state || '|%') \
               UNION SELECT e.record FROM guard e WHERE CAST($8 AS TEXT) IS NOT NULL AND e.kind = $1 \
                 AND (CAST($8 AS TEXT) = '|any|' OR CAST($8 AS TEXT) LIKE '%|' || e.state || '|%'))",
            $crate::not_shut_out!("g")
        )
    };
}

/// The same condition for a statement that finds its records by something of their own, such as a
/// code: asked of each `guard g` that was found.
// The kind is compared as a sum, so that no engine begins at all the records of that kind.
#[macro_export]
macro_rules! reached {
    () => {
        concat!(
            "g.kind || '' = $1 AND ((g.org = $5 \
               AND (CAST($7 AS TEXT) = '|any|' OR CAST($7 AS TEXT) LIKE '%|' || g.state || '|%')) \
             OR EXISTS (SELECT 1 FROM access_grant h WHERE h.record = g.record \
               AND h.holder IN ($3, $4) AND (h.until IS NULL OR h.until > $2) \
               AND (CAST($6 AS TEXT) LIKE '%|' || h.relation || '/any|%' \
                 OR CAST($6 AS TEXT) LIKE '%|' || h.relation || '/' || g.state || '|%')) \
             OR (CAST($8 AS TEXT) IS NOT NULL AND (CAST($8 AS TEXT) = '|any|' \
               OR CAST($8 AS TEXT) LIKE '%|' || g.state || '|%')))",
            $crate::not_shut_out!("g")
        )
    };
}

/// The condition of one page of a list that grows, on `guard g`: of what [`reach!`](crate::reach)
/// holds in the named states, the first ones after a place in the order of `guard.listed`. Each way
/// in and each state is walked by an index, no further than the page; the statement orders what is
/// left of them by `g.listed, g.record` and cuts it by `$12` once more.
///
/// Its parameters are `$1` to `$15` and come from [`Gate::page`]; those of the statement itself begin
/// at `$16`. A third part is a condition more on the record's guard `i`, which the walk asks of each; or
/// `waits "…"`: only what waits for that ([`Work::set_waits`]), by an index of its own, so that the
/// walk passes nothing else.
/// Lists that everybody reaches (`none` in `authority.csv`) take `reach!`.
/// ```
/// store::statements! {
///     LIST = concat!(
///         "SELECT r.record, r.sent FROM report r JOIN guard g ON g.record = r.record WHERE ",
///         store::page!(newest; "open", "closed"),
///         " ORDER BY g.listed DESC, g.record DESC LIMIT $12"
///     );
/// }
/// # use access::action::ListReports;
/// # use store::{Window, one_more};
/// # async fn list(store: &store::Store, scope: access::Scope<ListReports>) -> Result<(), store::StoreError> {
/// let window = Window::newest(None, one_more(50));
/// let args = store.gate().page(&scope, &window);
/// let page = store
///     .read(scope.permit().clone(), move |unit| {
///         let args = args.clone();
///         async move {
///             let rows = unit.rows(LIST, args).await?;
///             let shown = rows.iter().map(|row| row.id("record")).collect::<Result<Vec<_>, _>>()?;
///             unit.show(&shown, |record| *record).await;
///             Ok::<_, store::StoreError>(shown)
///         }
///     })
///     .await?;
/// # drop((page, STATEMENTS));
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! page {
    ($order:ident; $($state:literal),+) => { $crate::page!(@ $order [$($state)+] - "") };
    ($order:ident; $($state:literal),+; waits $for:tt) => {
        $crate::page!(@ $order [$($state)+] $for "")
    };
    ($order:ident; $($state:literal),+; $more:expr) => {
        $crate::page!(@ $order [$($state)+] - $more)
    };
    (@ newest [$($state:literal)+] $for:tt $more:expr) => {
        concat!("g.record IN (SELECT '' WHERE CAST($8 AS TEXT) IS NULL" $(, $crate::entitled!("<", " DESC", $state, $for, $more))+, ")")
    };
    (@ oldest [$($state:literal)+] $for:tt $more:expr) => {
        concat!("g.record IN (SELECT '' WHERE CAST($8 AS TEXT) IS NULL" $(, $crate::entitled!(">", "", $state, $for, $more))+, ")")
    };
}

/// The ways into one state of a list: a desk's own records, and what an account or its organisation
/// holds by each relation that counts; all of them, or those that wait for one thing.
#[doc(hidden)]
#[macro_export]
macro_rules! entitled {
    ($after:literal, $down:literal, $state:literal, $for:tt, $more:expr) => {
        concat!(
            " UNION SELECT record FROM (SELECT i.record FROM guard i WHERE i.kind = $1 \
             AND i.org = $5 AND i.state = '", $state, "' AND (i.listed, i.record) ", $after,
            " ($10, $11) AND (CAST($13 AS TEXT) IS NULL OR $13 = '", $state, "') \
             AND (CAST($7 AS TEXT) = '|any|' OR CAST($7 AS TEXT) LIKE '%|", $state, "|%')",
            $crate::entitled!(# "i", $for), $crate::not_shut_out!("i"), $more,
            " ORDER BY i.listed", $down, ", i.record", $down, " LIMIT $12) AS own",
            $crate::entitled!(@ "$3", "$14", $after, $down, $state, $for, $more),
            $crate::entitled!(@ "$3", "$15", $after, $down, $state, $for, $more),
            $crate::entitled!(@ "$4", "$14", $after, $down, $state, $for, $more),
            $crate::entitled!(@ "$4", "$15", $after, $down, $state, $for, $more)
        )
    };
    (@ $holder:literal, $relation:literal, $after:literal, $down:literal, $state:literal, $for:tt, $more:expr) => {
        concat!(
            " UNION SELECT record FROM (SELECT h.record FROM access_grant h \
             JOIN guard i ON i.record = h.record WHERE h.holder = ", $holder, " AND h.kind = $1 \
             AND h.relation = CAST(", $relation, " AS TEXT) \
             AND h.state = '", $state, "' AND (h.listed, h.record) ", $after, " ($10, $11) \
             AND (CAST($13 AS TEXT) IS NULL OR $13 = '", $state, "') \
             AND (h.until IS NULL OR h.until > $2) \
             AND (CAST($6 AS TEXT) LIKE '%|' || CAST(", $relation, " AS TEXT) || '/any|%' \
               OR CAST($6 AS TEXT) LIKE '%|' || CAST(", $relation, " AS TEXT) || '/", $state, "|%')",
            $crate::entitled!(# "h", $for), $crate::not_shut_out!("i"), $more,
            " ORDER BY h.listed", $down, ", h.record", $down, " LIMIT $12) AS by_holding"
        )
    };
    (# $at:literal, -) => { "" };
    (# $at:literal, $for:literal) => { concat!(" AND ", $at, ".waits = '", $for, "'") };
}

/// By how many relations a page of a list may be held: so many has the role that has most.
#[cfg(test)]
const HELD_BY: usize = 2;

/// In which order a list is walked: by `guard.listed`, which is when a record began, or when a clock
/// is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The latest first.
    Newest,
    /// The earliest first.
    Oldest,
}

/// Which part of a list is read.
#[derive(Clone, Debug)]
pub struct Window {
    /// The order of the statement's `page!`.
    pub order: Order,
    /// Only records in this state; in every state that the statement names, if none is given.
    pub state: Option<&'static str>,
    /// Where the page before ended.
    pub after: Option<(Moment, Id)>,
    /// How many rows at most.
    pub limit: i64,
}

impl Window {
    /// No more than so many, the latest first, after the place where the page before ended.
    pub fn newest(after: Option<(Moment, Id)>, limit: i64) -> Self {
        Self {
            order: Order::Newest,
            state: None,
            after,
            limit,
        }
    }

    /// No more than so many, the earliest first, after the place where the page before ended.
    pub fn oldest(after: Option<(Moment, Id)>, limit: i64) -> Self {
        Self {
            order: Order::Oldest,
            ..Self::newest(after, limit)
        }
    }

    /// Only records in this state, if one is given.
    #[must_use]
    pub fn in_state(mut self, state: Option<&'static str>) -> Self {
        self.state = state;
        self
    }
}

/// How many rows the SQL of a list is asked for: one more than a page holds, which tells whether
/// another page follows.
pub fn one_more(page: usize) -> i64 {
    i64::try_from(page).map_or(i64::MAX, |page| page.saturating_add(1))
}

impl Work {
    /// Commits the ledger's entry to the record of every row that is shown.
    pub async fn show<'r, T: 'r>(
        &self,
        rows: impl IntoIterator<Item = &'r T>,
        record: impl Fn(&T) -> Id,
    ) {
        let shown: Vec<Id> = rows.into_iter().map(record).collect();
        self.shown(&shown).await;
    }

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
        self.show(&*rows, record).await;
        rows.last().filter(|_| more)
    }
}

impl Gate<'_> {
    /// The values of [`reach!`](crate::reach) for a scope.
    pub fn reach<A: Action>(&self, scope: &Scope<A>) -> Vec<Value> {
        let actor = scope.actor();
        let entitled = |relation: Relation| {
            let clauses = scope
                .clauses()
                .iter()
                .filter(|clause| clause.relation == relation);
            listed(clauses.map(|clause| clause.state.unwrap_or("any").to_owned()))
        };
        let held = held(scope)
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
            entitled(Relation::SameOrg),
            entitled(Relation::None),
            listed(actor.excludable().iter().map(Id::to_string)).unwrap_or_default()
        ]
    }

    /// The values of [`page!`](crate::page) for a scope.
    pub fn page<A: Action>(&self, scope: &Scope<A>, window: &Window) -> Vec<Value> {
        let from = match window.order {
            Order::Newest => i64::MAX,
            Order::Oldest => i64::MIN,
        };
        let (at, record) = window.after.unzip();
        debug_assert!(
            scope
                .clauses()
                .iter()
                .all(|clause| clause.relation != Relation::None),
            "{} reaches everything: it is no list for page!",
            A::NAME
        );
        let mut values = self.reach(scope);
        let mut held = relations(scope).into_iter();
        values.extend(args![
            at.unwrap_or(Moment::from_micros(from)),
            record.map_or_else(String::new, |record| record.to_string()),
            window.limit,
            window.state,
            held.next(),
            held.next()
        ]);
        values
    }
}

/// The ways into a list by what an account or its organisation holds of a record.
fn held<A: Action>(scope: &Scope<A>) -> impl Iterator<Item = &Clause> {
    scope
        .clauses()
        .iter()
        .filter(|clause| !matches!(clause.relation, Relation::None | Relation::SameOrg))
}

/// The relations of those, each once: `page!` has room for [`HELD_BY`].
fn relations<A: Action>(scope: &Scope<A>) -> BTreeSet<&'static str> {
    held(scope).map(|clause| clause.relation.code()).collect()
}

/// `|a|b|`; nothing, where there is nothing.
fn listed(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| format!("|{}|", words.join("|")))
}

#[cfg(test)]
mod tests {
    use access::{ACTIONS, Actor, Authority, Member, with_action};
    use record::{OrgKind, Role, Session};

    use super::*;

    fn somebody(role: Role) -> Actor {
        let id = |byte| Id::from_bytes([byte; 16]);
        Actor::Person(Member {
            account: id(1),
            pseudonym: id(2),
            org: id(3),
            org_kind: if role.is_justice() {
                OrgKind::Police
            } else {
                OrgKind::Aid
            },
            role,
            session: Session::Fresh,
            memberships: vec![id(3)],
            manages: vec![id(3)],
        })
    }

    #[test]
    fn no_role_holds_a_list_by_more_relations_than_a_page_walks() {
        let authority = Authority::built_in().unwrap();
        let mut most = 0;
        for action in ACTIONS.iter().filter(|row| row.name.starts_with("List")) {
            for role in Role::ALL {
                let actor = somebody(*role);
                let held = with_action!(
                    action.name,
                    A => authority
                        .scope::<A>(&actor, Moment::from_micros(0))
                        .map_or_else(|_| BTreeSet::new(), |scope| relations(&scope)),
                    else unreachable!()
                );
                assert!(
                    held.len() <= HELD_BY,
                    "{} for {role}: {held:?}",
                    action.name
                );
                most = most.max(held.len());
            }
        }
        assert_eq!(most, HELD_BY, "no page! walks more ways than somebody has");
    }
}
