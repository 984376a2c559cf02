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
use crate::{Gate, Order, Window, args};

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
/// at `$16`. A third part is `waits "…"`: only what waits for that ([`Work::set_waits`](crate::Work::set_waits)),
/// by an index of its own, so that the walk passes nothing else; or `mostly "…"`: a condition more on
/// the record's guard `i`, which the walk asks of each and which nearly all of them fit. One that few
/// fit would walk through the whole list: it takes [`sift!`](crate::sift).
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
    ($order:ident; $($state:literal),+; mostly $more:expr) => {
        $crate::page!(@ $order [$($state)+] - $more)
    };
    (@ newest [$($state:literal)+] $for:tt $more:expr) => {
        concat!("g.record IN (SELECT '' WHERE CAST($8 AS TEXT) IS NULL" $(, $crate::entitled!("<", " DESC", $state, $for, $more))+, ")")
    };
    (@ oldest [$($state:literal)+] $for:tt $more:expr) => {
        concat!("g.record IN (SELECT '' WHERE CAST($8 AS TEXT) IS NULL" $(, $crate::entitled!(">", "", $state, $for, $more))+, ")")
    };
}

/// A whole statement for a part of a list that grows: of the first records of [`page!`](crate::page),
/// those that fit a condition which no index answers. It looks through so many ([`Window::through`](crate::Window::through))
/// and no more, however few fit, and [`Work::sift`](crate::Work::sift) says where to look on from.
///
/// The third part is the statement of a line, without a condition and with a column `record`; the
/// fourth the condition on the `record`, the `root` and the `state` of `walked`. Its parameters are `$1` to
/// `$16`; those of the statement itself begin at `$17`.
#[macro_export]
macro_rules! sift {
    (newest; $($state:literal),+; $line:expr; $fits:expr) => {
        $crate::sift!(@ " DESC" ($crate::page!(newest; $($state),+)) $line; $fits)
    };
    (oldest; $($state:literal),+; $line:expr; $fits:expr) => {
        $crate::sift!(@ "" ($crate::page!(oldest; $($state),+)) $line; $fits)
    };
    (@ $down:literal ($page:expr) $line:expr; $fits:expr) => {
        concat!(
            "WITH walked AS (SELECT g.record, g.root, g.state, g.listed FROM guard g WHERE ", $page,
            " ORDER BY g.listed", $down, ", g.record", $down, " LIMIT $12), \
             sifted AS (SELECT record, listed, ROW_NUMBER() OVER (ORDER BY listed", $down,
            ", record", $down, ") AS place, CAST(CASE WHEN ", $fits, " THEN 1 ELSE 0 END AS BIGINT) AS fits FROM walked) \
             SELECT line.*, sifted.listed AS walked_to, sifted.place, sifted.fits FROM sifted JOIN (",
            $line, ") AS line ON line.record = sifted.record WHERE sifted.fits = 1 \
             OR sifted.place = $12 ORDER BY sifted.place LIMIT $16"
        )
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
