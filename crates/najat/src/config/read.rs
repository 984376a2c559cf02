//! From text to a configuration: every key known, every value of its kind, every fault told at once.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Result, anyhow};
use toml::{Table, Value};

use super::statements::{KINDS, Statements, controller};
use super::{Configuration, Environment, Fault, Faults};

/// Reads a file's text and the environment, which stands before it.
pub(super) fn configuration(text: &str, environment: &Environment) -> Result<Configuration> {
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| anyhow!("this is no TOML: {error}"))?;
    let mut values = BTreeMap::new();
    flatten(&table, "", &mut values);
    let mut reader = Reader {
        values,
        environment,
        keys: Vec::new(),
        faults: Vec::new(),
    };
    let read = reader.read();
    reader.unknown();
    if reader.faults.is_empty() {
        Ok(read)
    } else {
        Err(Faults(reader.faults).into())
    }
}

/// The values of a table by their whole keys.
fn flatten(table: &Table, above: &str, values: &mut BTreeMap<String, Value>) {
    for (key, value) in table {
        let key = format!("{above}{key}");
        match value {
            Value::Table(table) => flatten(table, &format!("{key}."), values),
            value => {
                values.insert(key, value.clone());
            }
        }
    }
}

struct Reader<'e> {
    values: BTreeMap<String, Value>,
    environment: &'e Environment,
    keys: Vec<String>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn read(&mut self) -> Configuration {
        let none = Configuration::of(&PathBuf::new());
        Configuration {
            data: self.text("data").map(PathBuf::from).unwrap_or_default(),
            database_url: self.text("database_url"),
            listen: self
                .parsed("listen", "an address and a port, as in 127.0.0.1:8440")
                .unwrap_or(none.listen),
            beyond_this_machine: self.yes("beyond_this_machine"),
            public_origin: self.text("public_origin"),
            trusted_proxy: self.addresses("trusted_proxy"),
            leave_to: self.text("leave_to").unwrap_or(none.leave_to),
            source_url: self.text("source_url").unwrap_or(none.source_url),
            least_rate: self.count("least_rate").unwrap_or(none.least_rate),
            most_unread: self.count("most_unread").unwrap_or(none.most_unread),
            least_free: self.count("least_free").unwrap_or(none.least_free),
            backup: self.text("backup").map(PathBuf::from),
            statements: self.statements(),
        }
    }

    fn statements(&mut self) -> Statements {
        let mut text = |key: &str| self.text(key).unwrap_or_default();
        Statements {
            host: text("statements.host"),
            country: text("statements.country"),
            key_holders: text("statements.key_holders"),
            complaints: text("statements.complaints"),
            due_diligence: text("statements.due_diligence"),
            controllers: KINDS.iter().map(|kind| text(&controller(*kind))).collect(),
        }
    }

    /// The value of a key, and the name under which it was set.
    fn value(&mut self, key: &str) -> Option<(String, Value)> {
        self.keys.push(key.to_owned());
        let kept = self.values.remove(key);
        match self.environment.text(key) {
            Some(text) => Some((Environment::name(key), Value::String(text.to_owned()))),
            None => kept.map(|value| (key.to_owned(), value)),
        }
    }

    fn fault(&mut self, key: String, right: &str) {
        let why = format!("this must be {right}");
        self.faults.push(Fault { key, why });
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.value(key)? {
            (_, Value::String(text)) => {
                let text = text.trim().to_owned();
                (!text.is_empty()).then_some(text)
            }
            (named, _) => {
                self.fault(named, "a text between quotation marks");
                None
            }
        }
    }

    fn parsed(&mut self, key: &str, right: &str) -> Option<SocketAddr> {
        let (named, value) = self.value(key)?;
        let address = value.as_str().and_then(|text| text.trim().parse().ok());
        if address.is_none() {
            self.fault(named, right);
        }
        address
    }

    fn count(&mut self, key: &str) -> Option<u32> {
        let (named, value) = self.value(key)?;
        let count = match &value {
            Value::Integer(count) => u32::try_from(*count).ok(),
            // The environment knows no kinds of values.
            Value::String(text) if named != key => text.trim().parse().ok(),
            _ => None,
        };
        let count = count.filter(|count| *count > 0);
        if count.is_none() {
            self.fault(
                named,
                "a whole number above nothing, without quotation marks",
            );
        }
        count
    }

    fn yes(&mut self, key: &str) -> bool {
        let Some((named, value)) = self.value(key) else {
            return false;
        };
        match (&value, value.as_str().map(str::trim)) {
            (Value::Boolean(yes), _) => *yes,
            // The environment knows no kinds of values.
            (_, Some("true")) if named != key => true,
            (_, Some("false")) if named != key => false,
            _ => {
                self.fault(named, "true or false");
                false
            }
        }
    }

    fn addresses(&mut self, key: &str) -> Vec<IpAddr> {
        let Some((named, value)) = self.value(key) else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = match &value {
            Value::Array(values) => values
                .iter()
                .map(|value| value.as_str().map(str::to_owned))
                .collect(),
            Value::String(text) => Some(text.split(',').map(str::to_owned).collect()),
            _ => None,
        };
        let parsed = texts.and_then(|texts| {
            let parse = |text: &String| text.trim().parse::<IpAddr>().ok();
            texts.iter().map(parse).collect::<Option<Vec<_>>>()
        });
        parsed.unwrap_or_else(|| {
            self.fault(
                named,
                "addresses, as in [\"127.0.0.1\", \"::1\"], no names and no networks",
            );
            Vec::new()
        })
    }

    /// Whatever was set and asked for by nobody.
    fn unknown(&mut self) {
        let in_file = self.values.keys().map(|key| (key.clone(), key.clone()));
        let in_environment = self.environment.unknown(&self.keys);
        let in_environment = in_environment.into_iter().map(|name| {
            let key = name.trim_start_matches("NAJAT_").to_ascii_lowercase();
            (name.to_owned(), key)
        });
        let found: Vec<(String, String)> = in_file.chain(in_environment).collect();
        for (named, key) in found {
            let near = self
                .keys
                .iter()
                .map(|known| {
                    (
                        distance(&key, &known.replace('.', "_")).min(distance(&key, known)),
                        known,
                    )
                })
                .min()
                .filter(|(far, _)| *far <= 3);
            let why = match near {
                Some((_, known)) if named == key => {
                    format!("there is no such key; is {known} meant?")
                }
                Some((_, known)) => {
                    format!(
                        "there is no such key; is {} meant?",
                        Environment::name(known)
                    )
                }
                None => "there is no such key".to_owned(),
            };
            self.faults.push(Fault { key: named, why });
        }
    }
}

/// How many letters must be put in, left out or changed to make one word of another (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.chars().enumerate() {
        let mut next = vec![place + 1];
        let mut left = place + 1;
        for ((up, diagonal), sign) in row.iter().skip(1).zip(&row).zip(&other) {
            let changed = diagonal + usize::from(letter != *sign);
            left = changed.min(up + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, variables: &[(&str, &str)]) -> Result<Configuration> {
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        configuration(text, &Environment::new(variables))
    }

    fn says(text: &str, variables: &[(&str, &str)]) -> String {
        read(text, variables).unwrap_err().to_string()
    }

    #[test]
    fn nothing_set_listens_on_this_machine() {
        let read = read("", &[]).unwrap();
        assert_eq!(read.listen, super::super::LISTEN);
        assert!(read.public_origin.is_none() && read.trusted_proxy.is_empty());
    }

    #[test]
    fn every_key_can_be_set_in_the_file_and_the_environment_stands_before_it() {
        let text = r#"
            data = "/srv/najat"
            listen = "[::1]:9000"
            public_origin = "https://help.example"
            trusted_proxy = ["127.0.0.1", "::1"]
            most_unread = 500
            [statements]
            host = "The Committee"
            [statements.controllers]
            report = "The Ministry"
        "#;
        let of_file = read(text, &[]).unwrap();
        assert_eq!(of_file.data, PathBuf::from("/srv/najat"));
        assert_eq!(of_file.trusted_proxy.len(), 2);
        assert_eq!(of_file.most_unread, 500);
        assert_eq!(of_file.statements.host, "The Committee");
        assert_eq!(of_file.statements.controllers[0], "The Ministry");
        let over = read(
            text,
            &[
                ("NAJAT_LISTEN", "127.0.0.1:1"),
                ("NAJAT_TRUSTED_PROXY", "192.0.2.1, 192.0.2.2"),
                ("NAJAT_BEYOND_THIS_MACHINE", "true"),
                ("NAJAT_STATEMENTS_HOST", "Another"),
                ("NAJAT_STATEMENTS_CONTROLLERS_REPORT", "A third"),
                ("NAJAT_DATABASE_URL", "postgres://localhost/najat"),
                ("NAJAT_MOST_UNREAD", "700"),
                ("NAJAT_TEST_LONG", "1"),
                ("HOME", "/"),
            ],
        );
        let over = over.unwrap();
        assert_eq!(over.listen.port(), 1);
        assert_eq!(over.trusted_proxy[1], IpAddr::from([192, 0, 2, 2]));
        assert!(over.beyond_this_machine);
        assert_eq!(over.most_unread, 700);
        let wrong = says("least_rate = \"250\"\nleast_free = 0", &[]);
        assert!(wrong.contains("least_rate: this must be a whole number"));
        assert!(wrong.contains("least_free: this must be a whole number"));
        assert_eq!(over.statements.host, "Another");
        assert_eq!(over.statements.controllers[0], "A third");
        assert_eq!(
            over.database_url.as_deref(),
            Some("postgres://localhost/najat")
        );
        assert_eq!(over.public_origin, of_file.public_origin);
    }

    #[test]
    fn a_key_that_is_not_known_is_named_with_what_is_near_it() {
        let rows = [
            (
                "public_origins = \"https://a.example\"",
                "public_origins: there is no such key; is public_origin meant?",
            ),
            (
                "trusted_proxies = []",
                "trusted_proxies: there is no such key; is trusted_proxy meant?",
            ),
            ("colour = \"red\"", "colour: there is no such key"),
            (
                "[statement]\nhost = \"x\"",
                "statement.host: there is no such key; is statements.host meant?",
            ),
            (
                "[statements.controllers]\nreports = \"x\"",
                "statements.controllers.reports: there is no such key; is statements.controllers.report meant?",
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(says(text, &[]), expected);
        }
        assert_eq!(
            says("", &[("NAJAT_PUBLIC_ORIGINS", "https://a.example")]),
            "NAJAT_PUBLIC_ORIGINS: there is no such key; is NAJAT_PUBLIC_ORIGIN meant?"
        );
    }

    #[test]
    fn a_wrong_value_names_its_key_and_what_is_right() {
        let rows = [
            (
                "listen = 8440",
                "listen: this must be an address and a port, as in 127.0.0.1:8440",
            ),
            (
                "listen = \"localhost\"",
                "listen: this must be an address and a port",
            ),
            (
                "beyond_this_machine = \"yes\"",
                "beyond_this_machine: this must be true or false",
            ),
            ("public_origin = true", "public_origin: this must be a text"),
            (
                "trusted_proxy = [\"10.0.0.0/8\"]",
                "trusted_proxy: this must be addresses",
            ),
            ("listen = ", "this is no TOML"),
        ];
        for (text, expected) in rows {
            let said = says(text, &[]);
            assert!(said.starts_with(expected), "{said}");
        }
        let said = says("", &[("NAJAT_BEYOND_THIS_MACHINE", "1")]);
        assert_eq!(
            said,
            "NAJAT_BEYOND_THIS_MACHINE: this must be true or false"
        );
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let said = says("listen = 1\ncolour = 2", &[("NAJAT_BACKUPS", "x")]);
        assert_eq!(said.lines().count(), 3, "{said}");
    }

    #[test]
    fn words_are_near_each_other_by_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
