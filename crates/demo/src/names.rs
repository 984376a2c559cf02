//! Names of people who do not exist: given names and family names put together by chance.

use std::sync::LazyLock;

use record::{Language, World};

struct Names {
    given: Vec<[String; 3]>,
    family: Vec<[String; 3]>,
}

fn column(text: &'static str) -> Vec<[String; 3]> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let at = |name: &str| {
        header
            .iter()
            .position(|column| column == name)
            .unwrap_or(usize::MAX)
    };
    let (latin, ar, ckb) = (at("latin"), at("ar"), at("ckb"));
    reader
        .records()
        .filter_map(Result::ok)
        .map(|row| [latin, ar, ckb].map(|at| row.get(at).unwrap_or_default().to_owned()))
        .collect()
}

static NAMES: LazyLock<Names> = LazyLock::new(|| Names {
    given: column(include_str!("../data/given_names.csv")),
    family: column(include_str!("../data/family_names.csv")),
});

fn pick<'n>(world: &World, names: &'n [[String; 3]], language: Language) -> &'n str {
    let count = u64::try_from(names.len()).unwrap_or(1);
    let at = usize::try_from(world.below(count)).unwrap_or(0);
    let [latin, ar, ckb] = &names[at];
    match language {
        Language::En => latin,
        Language::Ar => ar,
        Language::Ckb => ckb,
    }
}

/// A given name, a father's given name and a family name, in the script of a language.
pub(crate) fn full_name(world: &World, language: Language) -> String {
    let given = pick(world, &NAMES.given, language);
    let father = pick(world, &NAMES.given, language);
    format!("{given} {father} {}", pick(world, &NAMES.family, language))
}
