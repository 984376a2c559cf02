//! A planted offence against each rule is found, and what is allowed is left alone.

use super::*;

fn planted(path: &str, text: &str) -> [Source; 1] {
    [Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }]
}

#[test]
fn each_rule_bites() {
    type Rule = fn(&[Source]) -> Vec<String>;
    let mark = concat!("// TO", "DO later\n");
    let long = "\n".repeat(501);
    let cases: [(Rule, &str, &str); 15] = [
        (too_long, "xtask/src/main.rs", &long),
        (
            sql_outside_store,
            "crates/najat/src/start/pages.rs",
            "q(\"SELECT a FROM b\")",
        ),
        (
            sql_outside_store,
            "crates/platform/people/src/session.rs",
            "q(\"\n  INSERT INTO b",
        ),
        (
            sql_outside_store,
            "crates/pillars/protection/src/report/rules.rs",
            "\"UPDATE a SET b\"",
        ),
        (
            routes_outside_page,
            "crates/najat/src/serve.rs",
            "router.route(\"/\", get(x))",
        ),
        (
            roles_compared,
            "crates/pillars/protection/src/report/desk/view.rs",
            "let may = member.role == Role::Supervisor;",
        ),
        (
            exposed_outside,
            "crates/pillars/protection/src/report/pages.rs",
            "name.expose()",
        ),
        (
            exposed_outside,
            "crates/platform/page/src/layout.rs",
            "Plain::expose(&name)",
        ),
        (
            exposed_outside,
            "crates/platform/people/src/visit.rs",
            "map(Plain::expose)",
        ),
        (vague_names, "crates/platform/page/src/utils.rs", ""),
        (vague_names, "crates/platform/page/src/common/form.rs", ""),
        (too_deep, "crates/najat/src/a/b/c/d/e.rs", ""),
        (unfinished, "crates/najat/src/main.rs", mark),
        (unfinished, "migrations/0001.sql", concat!("-- FIX", "ME")),
        (
            without_shared_lints,
            "crates/najat/Cargo.toml",
            "[package]\n",
        ),
    ];
    for (rule, path, text) in cases {
        assert_eq!(rule(&planted(path, text)).len(), 1, "{path}: {text:?}");
    }
    let allowed: [(Rule, &str, &str); 7] = [
        (
            sql_outside_store,
            "crates/pillars/protection/src/report/store.rs",
            "\"SELECT 1\"",
        ),
        (
            sql_outside_store,
            "crates/platform/store/src/gate.rs",
            "\"SELECT 1\"",
        ),
        (
            sql_outside_store,
            "crates/najat/tests/it/canary.rs",
            "\"SELECT 1\"",
        ),
        (
            sql_outside_store,
            "crates/najat/src/a.rs",
            "// SELECT\n#[cfg(test)]\n\"SELECT\"",
        ),
        (
            routes_outside_page,
            "crates/platform/page/src/route.rs",
            "router.route(x)",
        ),
        (
            exposed_outside,
            "crates/platform/people/src/account/actions.rs",
            "a.expose()",
        ),
        (
            exposed_outside,
            "crates/platform/page/src/plain.rs",
            "a.expose()",
        ),
    ];
    for (rule, path, text) in allowed {
        assert_eq!(rule(&planted(path, text)), NONE, "{path}");
    }
}

#[test]
fn wrong_arrows_are_found() {
    use DependencyKind::{Development, Normal};
    let found = |from: &str, to: &str, kind| {
        let needs = vec![(to.to_owned(), kind)];
        !wrong_arrows(&[Room {
            folder: from.to_owned(),
            needs,
        }])
        .is_empty()
    };
    for (from, to) in [
        ("crates/platform/store", "crates/platform/people"),
        ("crates/platform/people", "crates/platform/page"),
        ("crates/platform/vault", "crates/platform/ledger"),
        ("crates/platform/page", "crates/pillars/protection"),
        ("crates/pillars/protection", "crates/pillars/partnership"),
        ("crates/pillars/protection", "crates/najat"),
        ("crates/demo", "crates/pillars/protection"),
        ("crates/demo", "crates/platform/page"),
        ("crates/platform/people", "crates/demo"),
        ("crates/engines/linkage", "crates/platform/record"),
        ("crates/engines/linkage", "crates/engines/adverts"),
        ("crates/platform/store", "crates/engines/names"),
        ("crates/najat", "crates/testkit"),
        ("crates/pillars/protection", "crates/fixtures"),
        ("crates/elsewhere", "crates/platform/record"),
        ("crates/najat", "crates/elsewhere"),
    ] {
        assert!(found(from, to, Normal), "{from} -> {to}");
    }
    for (from, to, kind) in [
        ("crates/najat", "crates/pillars/protection", Normal),
        ("crates/najat", "crates/testkit", Development),
        ("crates/najat", "crates/demo", Normal),
        ("crates/pillars/protection", "crates/demo", Normal),
        ("crates/demo", "crates/platform/people", Normal),
        ("crates/pillars/protection", "crates/engines/names", Normal),
        ("crates/engines/linkage", "crates/engines/names", Normal),
        ("crates/platform/store", "crates/platform/ledger", Normal),
        ("crates/testkit", "crates/platform/record", Normal),
        ("crates/fixtures", "crates/platform/store", Normal),
        ("crates/platform/store", "crates/fixtures", Development),
    ] {
        assert!(!found(from, to, kind), "{from} -> {to}");
    }
}
