//! The environment, read in this one place and only once.

use std::collections::BTreeMap;

/// What the names of our variables begin with.
const OURS: &str = "NAJAT_";
/// What belongs to tests and to the making of pictures.
const NOT_SETTINGS: &[&str] = &["NAJAT_TEST_", "NAJAT_PICTURES"];

/// The variables that begin with `NAJAT_`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// Those of this process.
    pub fn of_process() -> Self {
        let named = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        Self::new(named)
    }

    /// Those among these.
    pub fn new(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let ours = |name: &str| {
            name.starts_with(OURS) && !NOT_SETTINGS.iter().any(|other| name.starts_with(other))
        };
        let kept = variables
            .into_iter()
            .filter(|(name, value)| ours(name) && !value.is_empty());
        Self(kept.collect())
    }

    /// What stands for a key of the file.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.0.get(&Self::name(key)).map(String::as_str)
    }

    /// The variable of a key.
    pub(super) fn name(key: &str) -> String {
        format!("{OURS}{}", key.replace('.', "_").to_ascii_uppercase())
    }

    /// The names that stand for none of these keys.
    pub(super) fn unknown<'e>(&'e self, keys: &[String]) -> Vec<&'e str> {
        let known: Vec<String> = keys.iter().map(|key| Self::name(key)).collect();
        self.0
            .keys()
            .filter(|name| !known.contains(name))
            .map(String::as_str)
            .collect()
    }
}
