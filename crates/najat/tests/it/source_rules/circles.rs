//! Features of a pillar and rooms of `najat` import each other one way only: who reads one of them
//! needs to read no circle of others.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;

/// Which room imports which, each with the file that does.
type Imports<'s> = BTreeMap<&'s str, BTreeMap<&'s str, &'s str>>;

/// Every circle of rooms in one crate, as `crate: a -> b (file), b -> a (file)`.
pub(crate) fn circles(sources: &[Source]) -> Vec<String> {
    let folders: BTreeSet<&str> = sources.iter().filter_map(roomed).collect();
    let found = folders.into_iter().flat_map(|folder| {
        let imports = imports(folder, sources);
        let round = rounds(&imports);
        let told = round.into_iter().map(move |rooms| {
            let arrows = rooms.iter().flat_map(|from| {
                let inside = imports[from].iter().filter(|(to, _)| rooms.contains(*to));
                inside.map(move |(to, file)| format!("{from} -> {to} ({file})"))
            });
            format!("{folder}: {}", arrows.collect::<Vec<_>>().join(", "))
        });
        told.collect::<Vec<_>>()
    });
    found.collect()
}

/// Where a feature of a pillar names what is made up, be it the crate or the pillar's own part: features
/// lie below it.
fn made_up_in_features(sources: &[Source]) -> Vec<String> {
    let is_feature = |source: &&Source| {
        let folder = roomed(source).filter(|folder| folder.starts_with("crates/pillars/"));
        let room = folder.and_then(|folder| place(folder, &source.path));
        source.is_rust() && room.is_some_and(|(room, _)| room != "demo")
    };
    let features = sources.iter().filter(is_feature);
    features
        .flat_map(|source| source.offences(|line| super::has_word(line, "demo")))
        .collect()
}

/// The source folder of a crate that consists of rooms.
fn roomed(source: &Source) -> Option<&str> {
    let (folder, _) = source.path.split_once("/src/")?;
    let is_roomed = folder == "crates/najat" || folder.starts_with("crates/pillars/");
    is_roomed.then_some(folder)
}

/// The room of a file, and how deep in it the file's module lies.
fn place<'s>(folder: &str, path: &'s str) -> Option<(&'s str, usize)> {
    let inside = path.strip_prefix(folder)?.strip_prefix("/src/")?;
    let mut parts: Vec<&str> = inside.split('/').collect();
    let file = parts.pop()?;
    let name = file.strip_suffix(".rs").unwrap_or(file);
    let depth = parts.len() + usize::from(name != "mod");
    match parts.first() {
        Some(room) => Some((room, depth)),
        None => (!["lib", "main"].contains(&name)).then_some((name, depth)),
    }
}

fn imports<'s>(folder: &str, sources: &'s [Source]) -> Imports<'s> {
    let inside = || {
        sources
            .iter()
            .filter(|source| roomed(source) == Some(folder))
    };
    let rooms: BTreeSet<&str> = inside()
        .filter(|source| source.is_rust())
        .filter_map(|source| Some(place(folder, &source.path)?.0))
        .collect();
    let mut imports: Imports<'s> = rooms.iter().map(|room| (*room, BTreeMap::new())).collect();
    for source in inside() {
        let Some((room, depth)) = place(folder, &source.path) else {
            continue;
        };
        let named = if source.is_rust() {
            let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
            let up = "super::".repeat(depth);
            named(&code.join("\n"), &["crate::", &up])
        } else {
            drawn(&source.text)
        };
        for other in named {
            if let Some(other) = rooms.get(other.as_str())
                && *other != room
                && let Some(to) = imports.get_mut(room)
            {
                to.entry(other).or_insert(&source.path);
            }
        }
    }
    imports
}

/// What a file names below the root of its crate, which it writes in any of these ways.
fn named(code: &str, roots: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for root in roots {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_:".contains(c)) {
                continue;
            }
            found.extend(first_names(&code[at + root.len()..]));
        }
    }
    found
}

/// The first name of a path, or of each path of a group.
fn first_names(after: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = after.strip_prefix('{') else {
        return vec![name(after)];
    };
    let (mut names, mut depth, mut begins) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                names.push(name(&group[begins..at]));
                begins = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => (),
        }
    }
    names
}

/// The rooms whose pieces a template takes.
fn drawn(template: &str) -> BTreeSet<String> {
    let paths = template
        .split('"')
        .filter(|text| text.contains("/templates/"));
    let rooms = paths.filter_map(|path| path.split('/').next());
    rooms
        .map(str::to_owned)
        .chain(named(template, &["crate::"]))
        .collect()
}

/// The rooms that lead back to themselves, each circle once.
fn rounds<'s>(imports: &Imports<'s>) -> Vec<BTreeSet<&'s str>> {
    let reached = |from: &'s str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(room) = next.pop() {
            let to = imports.get(room).into_iter().flat_map(BTreeMap::keys);
            next.extend(to.copied().filter(|to| seen.insert(*to)));
        }
        seen
    };
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|room| (*room, reached(room))).collect();
    let round = |room: &&'s str| -> Option<BTreeSet<&'s str>> {
        let back = |other: &&'s str| reach[*other].contains(*room);
        reach[*room].contains(*room).then(|| {
            let others = reach[*room].iter().copied();
            others.filter(back).collect()
        })
    };
    let found: BTreeSet<_> = imports.keys().filter_map(round).collect();
    found.into_iter().collect()
}

#[test]
fn rooms_import_no_circle() {
    assert_eq!(circles(&super::sources()), super::NONE);
}

#[test]
fn no_feature_knows_the_demo() {
    assert_eq!(made_up_in_features(&super::sources()), super::NONE);
}

fn sources_of(files: &[(&str, &str)]) -> Vec<Source> {
    let source = |(path, text): &(&str, &str)| Source {
        path: format!("crates/pillars/protection/src/{path}"),
        text: (*text).to_owned(),
    };
    files.iter().map(source).collect()
}

#[test]
fn a_feature_that_knows_the_demo_is_found() {
    let offences = [
        "use demo::Scene;",
        "use crate::{demo, detention};",
        "fn a() -> super::demo::A {}",
    ];
    for text in offences {
        let planted = sources_of(&[("bed/mod.rs", text)]);
        assert_eq!(made_up_in_features(&planted).len(), 1, "{text}");
    }
    let right = [
        ("demo/requests.rs", "use demo::Scene;\nuse crate::bed;"),
        ("lib.rs", "pub mod demo;"),
        ("bed/mod.rs", "// as in the demo"),
    ];
    assert_eq!(made_up_in_features(&sources_of(&right)), super::NONE);
    let round = [
        ("demo/requests.rs", "use crate::bed;"),
        ("bed/mod.rs", "use crate::demo;"),
    ];
    assert_eq!(circles(&sources_of(&round)).len(), 1);
}

#[test]
fn a_planted_circle_is_found() {
    let planted = |files: &[(&str, &str)]| circles(&sources_of(files));
    let back = [
        "use crate::bed::State;",
        "use crate::{\n    detention::{self, A},\n    bed,\n};",
        "fn a() -> crate::bed::State {}",
        "use super::super::bed::State;",
    ];
    for text in back {
        let files = [
            ("bed/mod.rs", "use crate::report;"),
            ("report/list.rs", text),
        ];
        let found = planted(&files);
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].contains("bed -> report") && found[0].contains("report -> bed"));
    }
    let three = [
        ("bed/mod.rs", "use crate::report;"),
        ("report/mod.rs", "use crate::detention::Holder;"),
        (
            "detention/templates/a.html",
            "{% import \"bed/templates/marks.html\" as beds %}",
        ),
        ("detention/mod.rs", ""),
    ];
    assert_eq!(planted(&three).len(), 1);
    let one_way = [
        ("bed/mod.rs", "use crate::report;\nuse super::report;"),
        (
            "report/mod.rs",
            "// crate::bed\nuse super::list;\nuse other_crate::bed;",
        ),
        ("lib.rs", "use crate::bed;\nuse crate::report;"),
        ("bed/inquiry/mod.rs", "use super::super::bed::list;"),
    ];
    assert_eq!(planted(&one_way), super::NONE);
}
