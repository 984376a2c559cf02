//! The three languages say the same things with the same arguments, and nothing is unsaid.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use page::language::MESSAGES;
use record::{Language, Role};

type Keys = BTreeMap<String, BTreeSet<String>>;

fn of_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                of_pattern(&variant.value, found);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}

/// The keys of a text with their arguments; panics where the text is not whole.
fn keys(file: &str, language: Language, text: &str) -> Keys {
    let resource = parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{language}/{file}.ftl is broken: {errors:?}"));
    let mut keys = Keys::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let mut found = BTreeSet::new();
                let value = message.value.as_ref();
                let value = value.unwrap_or_else(|| panic!("{} says nothing", message.id.name));
                of_pattern(value, &mut found);
                let before = keys.insert(message.id.name.to_owned(), found);
                assert!(
                    before.is_none(),
                    "{language}/{file}.ftl has {} twice",
                    message.id.name
                );
            }
            Entry::Junk { content } => panic!("{language}/{file}.ftl has junk: {content}"),
            _ => {}
        }
    }
    keys
}

fn by_language() -> Vec<(&'static str, Vec<Keys>)> {
    let of = |messages: &page::language::Messages| {
        let texts = Language::ALL.iter().zip(messages.texts);
        texts
            .map(|(language, text)| keys(messages.file, *language, text))
            .collect()
    };
    MESSAGES
        .iter()
        .map(|messages| (messages.file, of(messages)))
        .collect()
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    for (file, languages) in by_language() {
        let english = &languages[0];
        for (language, keys) in Language::ALL.iter().zip(&languages).skip(1) {
            for (key, arguments) in english {
                let there = keys.get(key);
                let there = there.unwrap_or_else(|| panic!("{language}/{file}.ftl lacks {key}"));
                assert_eq!(there, arguments, "{language}/{file}.ftl: {key}");
            }
            for key in keys.keys() {
                assert!(
                    english.contains_key(key),
                    "{language}/{file}.ftl alone has {key}"
                );
            }
        }
    }
}

#[test]
fn no_two_files_have_one_key() {
    let mut seen = BTreeMap::new();
    for (file, languages) in by_language() {
        for key in languages[0].keys() {
            if let Some(other) = seen.insert(key.clone(), file) {
                panic!("{other}.ftl and {file}.ftl both have {key}");
            }
        }
    }
}

#[test]
fn every_file_of_messages_is_in_the_list() {
    for language in Language::ALL {
        let folder = root().join("locales").join(language.code());
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let known = MESSAGES.iter().any(|messages| messages.file == name);
            assert!(
                known,
                "{} is not in the list of language.rs",
                path.display()
            );
        }
    }
}

#[test]
fn every_file_says_who_reviewed_it() {
    for messages in MESSAGES {
        for (language, text) in Language::ALL.iter().zip(messages.texts) {
            let says = text
                .lines()
                .any(|line| line.starts_with("# @reviewed-by: "));
            assert!(
                says,
                "{language}/{}.ftl does not say who reviewed it",
                messages.file
            );
        }
    }
}

#[test]
fn every_key_that_a_template_or_a_page_names_is_known() {
    for path in sources(&root().join("crates")) {
        let text = fs::read_to_string(&path).unwrap();
        for key in named(&text) {
            assert!(
                page::language::is_known(&key),
                "{} names {key}",
                path.display()
            );
        }
    }
}

#[test]
fn every_icon_that_a_template_names_is_in_the_sprite() {
    let sprite = std::str::from_utf8(page::asset::bytes("icons.svg").unwrap()).unwrap();
    for path in sources(&root().join("crates")) {
        let text = fs::read_to_string(&path).unwrap();
        for name in before(&text, "\"|icon") {
            let there = sprite.contains(&format!("<symbol id=\"{name}\""));
            assert!(there, "{} names the icon {name}", path.display());
        }
    }
}

#[test]
fn the_table_of_reviews_names_every_file() {
    let readme = fs::read_to_string(root().join("locales/README.md")).unwrap();
    for messages in MESSAGES {
        let row = format!("| `{}.ftl` |", messages.file);
        assert!(readme.contains(&row), "locales/README.md lacks {row}");
    }
}

#[test]
fn every_role_has_a_name() {
    for role in Role::ALL {
        let key = format!("role-{}", role.code());
        assert!(page::language::is_known(&key), "{key}");
    }
}

/// The keys that stand before `|t` in a template.
fn named(template: &str) -> Vec<String> {
    before(template, "\"|t")
}

/// The literals that stand before a filter.
fn before(template: &str, filter: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for (at, _) in template.match_indices(filter) {
        let before = &template[..at];
        let after = template[at + filter.len()..].chars().next();
        let Some(start) = before.rfind('"') else {
            continue;
        };
        if after.is_none_or(|c| !c.is_alphanumeric() && c != '_') {
            keys.push(before[start + 1..].to_owned());
        }
    }
    keys
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(3)
        .unwrap()
        .to_path_buf()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
    found
}
