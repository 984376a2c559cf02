//! A list holds what the decision permits, record by record, and nothing else.

use access::action::{ListMembers, ListReleases, ListReports};
use access::{Action, Actor, Scope};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use record::{Id, Moment, OrgKind, Relation, Role, Session};
use store::{Order, Page, StoreError, Value, Window, args};
use testkit::on_both_engines;

use crate::ground::{Installation, site};

store::statements! {
    LIST = concat!("SELECT g.record, g.listed FROM guard g WHERE ", store::reach!(), " AND g.version < $10");
    REACHED = concat!("SELECT g.record, g.listed FROM guard g WHERE g.version < $10 AND ", store::reached!());
    NEWEST = concat!("SELECT g.record, g.listed FROM guard g WHERE ",
        store::page!(newest; "open", "closed", "live", "withdrawn", "any"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    OLDEST = concat!("SELECT g.record, g.listed FROM guard g WHERE ",
        store::page!(oldest; "open", "closed", "live", "withdrawn", "any"; mostly " AND i.version < $16"),
        " ORDER BY g.listed, g.record LIMIT $12");
    SIFTED_NEWEST = store::sift!(newest; "open", "closed", "live", "withdrawn", "any";
        "SELECT g.record, g.listed FROM guard g"; "root <> record AND $17 = 'one'");
    SIFTED_OLDEST = store::sift!(oldest; "open", "closed", "live", "withdrawn", "any";
        "SELECT g.record, g.listed FROM guard g"; "root <> record AND $17 = 'one'");
    GROWN = "SELECT record, listed FROM guard WHERE root <> record";
    WAITING = concat!("SELECT g.record, g.listed FROM guard g WHERE ",
        store::page!(oldest; "open", "closed", "live", "withdrawn", "any"; waits "first"),
        " ORDER BY g.listed, g.record LIMIT $12");
}

const GUARD: &str = "INSERT INTO guard (record, kind, org, jurisdiction, sensitivity, state, root, world, version, listed, waits) \
    VALUES ($1, $2, $3, NULL, 'ordinary', $4, $5, $6, 1, $7, $8)";
const HOLD: &str = "INSERT INTO access_grant (record, holder, relation, until, kind, state, listed, waits) \
    SELECT g.record, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), g.kind, g.state, g.listed, g.waits \
    FROM guard g WHERE g.record = $1 ON CONFLICT (record, holder, relation) DO NOTHING";

const KINDS: [&str; 3] = ["report", "release", "account"];
const STATES: [&str; 5] = ["open", "closed", "live", "withdrawn", "any"];

/// Whom a row of a case speaks of.
#[derive(Clone, Copy, Debug)]
enum Who {
    Account,
    Body,
    /// A body of which the person is a member, and does not act for.
    OtherBody,
    Stranger,
}

#[derive(Clone, Debug)]
struct Line {
    kind: usize,
    at_own_desk: bool,
    state: usize,
    /// Grown from the line before.
    grown: bool,
    grants: Vec<(Who, usize, Option<i64>)>,
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![
        Just(Who::Account),
        Just(Who::Body),
        Just(Who::OtherBody),
        Just(Who::Stranger)
    ]
}

fn line() -> impl Strategy<Value = Line> {
    let until = prop_oneof![3 => Just(None), 1 => (-5_i64..5).prop_map(Some)];
    let grant = (who(), 0..Relation::ALL.len(), until);
    let parts = (
        0..KINDS.len(),
        any::<bool>(),
        0..STATES.len(),
        any::<bool>(),
        prop::collection::vec(grant, 0..4),
    );
    parts.prop_map(|(kind, at_own_desk, state, grown, grants)| Line {
        kind,
        at_own_desk,
        state,
        grown,
        grants,
    })
}

struct People {
    actor: Actor,
    account: Id,
    body: Id,
    other: Id,
    stranger: Id,
}

fn people(site: &Installation, role: Role, kind: OrgKind) -> People {
    let [account, body, other, stranger] = std::array::from_fn(|_| site.id());
    let Actor::Person(mut member) = crate::ground::person(role, body, account) else {
        unreachable!()
    };
    member.org_kind = kind;
    member.session = Session::Fresh;
    member.memberships.push(other);
    People {
        actor: Actor::Person(member),
        account,
        body,
        other,
        stranger,
    }
}

async fn write(site: &Installation, people: &People, lines: &[Line]) -> Vec<Id> {
    let now = site.store.world().now();
    let (mut ids, mut statements) = (Vec::<Id>::new(), Vec::new());
    for line in lines {
        let record = site.id();
        let root = ids.last().copied().filter(|_| line.grown).unwrap_or(record);
        let org = if line.at_own_desk {
            people.body
        } else {
            people.stranger
        };
        let (kind, state) = (KINDS[line.kind], STATES[line.state]);
        // Each kind lies in its world.
        let world = if kind == "release" { "justice" } else { "care" };
        // Few moments, so that some records begin at the same one.
        let began = i64::try_from(line.grants.len()).unwrap();
        let waits = waits(ids.len()).then_some("first");
        let guard = args![record, kind, org, state, root, world, began, waits];
        statements.push((GUARD, guard));
        for (who, relation, until) in &line.grants {
            let holder = match who {
                Who::Account => people.account,
                Who::Body => people.body,
                Who::OtherBody => people.other,
                Who::Stranger => people.stranger,
            };
            let until = until.map(|until| now.plus_seconds(until));
            let relation = Relation::ALL[*relation].code();
            statements.push((HOLD, args![record, holder, relation, until]));
        }
        ids.push(record);
    }
    let written = site.store.upkeep(move |upkeep| {
        let statements = statements.clone();
        async move {
            for (sql, args) in statements {
                upkeep.execute(sql, args).await?;
            }
            Ok::<_, StoreError>(())
        }
    });
    written.await.unwrap();
    ids
}

/// What each form of the condition lists; they all list the same.
async fn listed<A: Action>(site: &Installation, actor: &Actor, ids: &[Id]) -> Vec<Id> {
    let gate = site.store.gate();
    let Ok(scope) = gate.scope::<A>(actor) else {
        return Vec::new();
    };
    let whole = args![100_i64];
    let reach = [gate.reach(&scope), whole.clone()].concat();
    let gathered = rows(site, LIST, reach.clone()).await;
    let asked = rows(site, REACHED, reach).await;
    assert_eq!(
        in_order(&gathered, ids),
        in_order(&asked, ids),
        "{}",
        A::NAME
    );
    // What everybody reaches is no list that grows.
    if scope
        .clauses()
        .iter()
        .any(|clause| clause.relation == Relation::None)
    {
        return in_order(&gathered, ids);
    }
    // Page by page, each way round, and state by state.
    for (order, sql) in [(Order::Newest, NEWEST), (Order::Oldest, OLDEST)] {
        let more = if order == Order::Oldest {
            &whole[..]
        } else {
            &[]
        };
        let mut paged = Vec::new();
        loop {
            let window = Window {
                order,
                state: None,
                ..Window::newest(paged.last().copied(), 3)
            };
            let args = [&gate.page(&scope, &window)[..], more].concat();
            let page = rows(site, sql, args).await;
            paged.extend_from_slice(&page);
            if page.len() < 3 {
                break;
            }
        }
        let is_sorted =
            paged.is_sorted_by(|a, b| if order == Order::Newest { a > b } else { a < b });
        assert!(is_sorted, "{} in order: {paged:?}", A::NAME);
        assert_eq!(
            in_order(&gathered, ids),
            in_order(&paged, ids),
            "{} by pages",
            A::NAME
        );
        let mut by_state = Vec::new();
        for state in STATES {
            let window = Window {
                order,
                state: Some(state),
                ..Window::newest(None, 100)
            };
            let args = [&gate.page(&scope, &window)[..], more].concat();
            by_state.extend(rows(site, sql, args).await);
        }
        assert_eq!(
            in_order(&gathered, ids),
            in_order(&by_state, ids),
            "{} by state",
            A::NAME
        );
    }
    // Only some, looked for among so many a page.
    let grown = in_order(&rows(site, GROWN, Vec::new()).await, ids);
    let expected: Vec<Id> = in_order(&gathered, ids);
    let expected: Vec<Id> = expected
        .into_iter()
        .filter(|id| grown.contains(id))
        .collect();
    for sql in [SIFTED_NEWEST, SIFTED_OLDEST] {
        let found = sifted(site, &scope, sql, gathered.len()).await;
        assert_eq!(expected, in_order(&found, ids), "{} of one sort", A::NAME);
    }
    // Only what waits for one thing, found by that.
    let window = Window::oldest(None, 100);
    let waiting = rows(site, WAITING, gate.page(&scope, &window)).await;
    let gathered = in_order(&gathered, ids);
    let expected: Vec<Id> = ids
        .iter()
        .copied()
        .enumerate()
        .filter(|(at, id)| waits(*at) && gathered.contains(id))
        .map(|(_, id)| id)
        .collect();
    assert_eq!(expected, in_order(&waiting, ids), "{} that wait", A::NAME);
    gathered
}

/// All pages of what grew from something else, two lines each, looked for among three records.
async fn sifted<A: Action>(
    site: &Installation,
    scope: &Scope<A>,
    sql: &'static str,
    holds: usize,
) -> Vec<(Moment, Id)> {
    let mut found: Vec<(Moment, Id)> = Vec::new();
    let (mut after, mut pages) = (None, 0);
    loop {
        let order = if sql == SIFTED_NEWEST {
            Order::Newest
        } else {
            Order::Oldest
        };
        let window = Window {
            order,
            through: 3,
            ..Window::newest(after, 3)
        };
        let of = scope.clone();
        let page = site.store.read(scope.permit().clone(), move |unit| {
            let (scope, window) = (of.clone(), window.clone());
            async move {
                let place = |row: &store::Row| Ok((row.moment("listed")?, row.id("record")?));
                let one = args!["one"];
                unit.sift(&scope, &window, (sql, one), place).await
            }
        });
        let page: Page<(Moment, Id)> = page.await.unwrap();
        pages += 1;
        assert!(page.lines.len() <= 2, "no more than a page holds");
        let is_short = page.lines.len() < 2;
        found.extend(page.lines);
        let Some(next) = page.next else { break };
        assert!(!is_short || next.looks_on, "a short page says why");
        assert_ne!(after, Some(next.after), "every page goes on");
        after = Some(next.after);
    }
    // Each page passes three records, or shows two of them.
    assert!(pages <= holds / 2 + 1, "{pages} pages of {holds}");
    let mut sorted = found.clone();
    sorted.sort_unstable();
    if sql == SIFTED_NEWEST {
        sorted.reverse();
    }
    assert_eq!(sorted, found, "in the order of the list");
    found
}

/// Whether the record at this place of a case waits for something.
fn waits(at: usize) -> bool {
    at.is_multiple_of(2)
}

/// The rows of a statement that belong to this case, in its order.
async fn rows(site: &Installation, sql: &'static str, args: Vec<Value>) -> Vec<(Moment, Id)> {
    let rows = site
        .store
        .read_clear(async |look| look.rows(sql, args).await);
    let rows: Vec<store::Row> = rows.await.expect(sql);
    let found = rows
        .iter()
        .map(|row| (row.moment("listed").unwrap(), row.id("record").unwrap()));
    let found: Vec<(Moment, Id)> = found.collect();
    found
}

fn in_order(found: &[(Moment, Id)], ids: &[Id]) -> Vec<Id> {
    let found: Vec<Id> = found.iter().map(|(_, id)| *id).collect();
    ids.iter()
        .copied()
        .filter(|id| found.contains(id))
        .collect()
}

async fn decided<A: Action>(site: &Installation, actor: &Actor, ids: &[Id]) -> Vec<Id> {
    let mut permitted = Vec::new();
    for id in ids {
        match site.store.gate().permit::<A>(actor, *id).await {
            Ok(permit) => permitted.push(permit.record()),
            Err(StoreError::Absent) => {}
            Err(error) => panic!("{error}"),
        }
    }
    permitted
}

async fn agree<A: Action>(
    site: &Installation,
    actor: &Actor,
    ids: &[Id],
) -> Result<(), TestCaseError> {
    let (listed, decided) = (
        listed::<A>(site, actor, ids).await,
        decided::<A>(site, actor, ids).await,
    );
    prop_assert_eq!(listed, decided, "{} of {:?}", A::NAME, actor);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_holds_what_the_decision_permits() {
    let cases = if testkit::place::is_long() { 400 } else { 40 };
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        for statement in STATEMENTS {
            site.store.prepare(statement).await.expect(statement);
        }
        let case = (
            // Those who list, more often than the others.
            prop_oneof![
                prop::sample::select(vec![Role::Responder, Role::Caseworker, Role::Supervisor]),
                prop::sample::select(Role::ALL.to_vec())
            ],
            prop::sample::select(vec![OrgKind::Aid, OrgKind::Police]),
            prop::collection::vec(line(), 1..12),
        );
        let mut runner = TestRunner::new(Config {
            failure_persistence: None,
            ..Config::with_cases(cases)
        });
        let run = || {
            runner.run(&case, |(role, kind, lines)| {
                tokio::runtime::Handle::current().block_on(async {
                    let people = people(&site, role, kind);
                    let ids = write(&site, &people, &lines).await;
                    let actor = &people.actor;
                    agree::<ListReports>(&site, actor, &ids).await?;
                    agree::<ListReleases>(&site, actor, &ids).await?;
                    agree::<ListMembers>(&site, actor, &ids).await
                })
            })
        };
        tokio::task::block_in_place(run).unwrap();
    })
    .await;
}
