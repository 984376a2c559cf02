//! What must fit together before anybody else may reach the installation.

use std::net::IpAddr;

use http::uri::Uri;

use super::{Configuration, Fault};

/// What does not fit together, and what a launch still lacks.
pub(super) fn faults(set: &Configuration) -> Vec<Fault> {
    let mut faults = Faults::default();
    if let Some(url) = &set.database_url
        && !url.starts_with("postgres://")
        && !url.starts_with("postgresql://")
    {
        faults.add(
            "database_url",
            "this must begin with postgres://; without it the database is a file in the data folder",
        );
    }
    if !is_site(&set.leave_to) {
        faults.add(
            "leave_to",
            "this must be an ordinary site, as in https://www.wikipedia.org/",
        );
    }
    if set
        .backup
        .as_ref()
        .is_some_and(|backup| backup.starts_with(&set.data))
    {
        faults.add(
            "backup",
            "copies inside the data folder are lost with it: name a folder elsewhere",
        );
    }
    match &set.public_origin {
        Some(origin) => launch(set, origin, &mut faults),
        None => alone(set, &mut faults),
    }
    faults.0
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, key: impl Into<String>, why: &str) {
        self.0.push(Fault {
            key: key.into(),
            why: why.to_owned(),
        });
    }
}

/// Others reach it: what stands on paper stands here too.
fn launch(set: &Configuration, origin: &str, faults: &mut Faults) {
    if !is_origin(origin) {
        faults.add(
            "public_origin",
            "this must be https:// and a host in small letters and nothing after it, as in https://help.example",
        );
    }
    if set.trusted_proxy.is_empty() {
        faults.add(
            "trusted_proxy",
            "name the addresses from which the proxy asks, as in [\"127.0.0.1\", \"::1\"]: from \
             nobody else is it believed for whom it asks",
        );
    }
    if set.trusted_proxy.iter().any(IpAddr::is_unspecified) {
        faults.add(
            "trusted_proxy",
            "this is the address of everybody and of nobody: name the addresses from which the proxy asks",
        );
    }
    if !is_site(&set.source_url) {
        faults.add(
            "source_url",
            "whoever is reached by others offers them the source of this very program: name the \
             site, as in https://code.example/najat",
        );
    }
    for (key, stated) in set.statements.entries() {
        if stated.chars().count() < 3 || is_to_do(stated) {
            faults.add(
                key,
                "with public_origin this must be stated: docs/governance.md says what it means",
            );
        }
    }
    if !set.listen.ip().is_loopback() && !set.beyond_this_machine {
        faults.add(
            "listen",
            "other machines reach this address without TLS: listen on 127.0.0.1 behind a proxy on \
             this machine, or say beyond_this_machine = true",
        );
    }
}

/// Whether a text only holds the place of one.
fn is_to_do(text: &str) -> bool {
    const HOLD: [&str; 8] = ["todo", "tbd", "tba", "fixme", "xxx", "n/a", "none", "later"];
    let folded = text.to_lowercase();
    let mut words = folded
        .split(|sign: char| !sign.is_alphanumeric() && sign != '/')
        .filter(|word| !word.is_empty());
    let first = words.next();
    // Dots, dashes and question marks state nothing either.
    first.is_none_or(|first| {
        ["todo", "tbd", "fixme"].contains(&first)
            || (words.next().is_none() && HOLD.contains(&first))
    })
}

/// This machine alone is answered.
fn alone(set: &Configuration, faults: &mut Faults) {
    if !set.trusted_proxy.is_empty() {
        faults.add(
            "trusted_proxy",
            "without public_origin nobody hands anything on: name public_origin too, or leave this out",
        );
    }
    if !set.listen.ip().is_loopback() {
        faults.add(
            "listen",
            "without public_origin this must be an address of this machine, as in 127.0.0.1:8440",
        );
    }
}

/// `https://`, a host, perhaps a port, and nothing else.
fn is_origin(text: &str) -> bool {
    let Some(authority) = text.strip_prefix("https://") else {
        return false;
    };
    let Ok(uri) = text.parse::<Uri>() else {
        return false;
    };
    let host = uri.host().unwrap_or_default();
    let same = uri
        .authority()
        .is_some_and(|parsed| parsed.as_str() == authority);
    same && !host.is_empty()
        && !authority.contains('@')
        && !authority.ends_with(":443")
        && text.bytes().all(|byte| !byte.is_ascii_uppercase())
}

fn is_site(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else {
        return false;
    };
    matches!(uri.scheme_str(), Some("https" | "http"))
        && uri.host().is_some_and(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::{KINDS, Statements};
    use super::*;
    use std::path::{Path, PathBuf};

    fn launched() -> Configuration {
        Configuration {
            public_origin: Some("https://help.example".to_owned()),
            trusted_proxy: vec![[127, 0, 0, 1].into()],
            source_url: "https://code.example/najat".to_owned(),
            statements: Statements {
                host: "stated".to_owned(),
                country: "stated".to_owned(),
                controllers: KINDS.iter().map(|_| "stated".to_owned()).collect(),
                key_holders: "stated".to_owned(),
                complaints: "stated".to_owned(),
                due_diligence: "stated".to_owned(),
            },
            ..Configuration::of(Path::new("/data"))
        }
    }

    fn keys(set: &Configuration) -> Vec<String> {
        set.faults().into_iter().map(|fault| fault.key).collect()
    }

    #[test]
    fn a_whole_launch_and_a_site_for_this_machine_have_no_fault() {
        assert_eq!(launched().faults(), []);
        assert_eq!(Configuration::of(Path::new("/data")).faults(), []);
    }

    #[test]
    fn every_statement_must_stand_before_others_reach_it() {
        let whole = launched().statements.entries().len();
        assert_eq!(whole, 5 + KINDS.len());
        let none = Configuration {
            statements: Statements::default(),
            ..launched()
        };
        let named = keys(&none);
        assert_eq!(named.len(), whole);
        for key in [
            "statements.host",
            "statements.controllers.shelter",
            "statements.due_diligence",
        ] {
            assert!(named.iter().any(|name| name == key), "{key}");
        }
    }

    #[test]
    fn a_public_address_is_one_host_by_tls() {
        for origin in [
            "http://help.example",
            "help.example",
            "https://help.example/",
            "https://help.example/najat",
            "https://HELP.example",
            "https://a@help.example",
            "https://help.example:443",
            "https://",
        ] {
            let set = Configuration {
                public_origin: Some(origin.to_owned()),
                ..launched()
            };
            assert_eq!(keys(&set), ["public_origin"], "{origin}");
        }
        assert!(is_origin("https://help.example:8443"));
    }

    #[test]
    fn no_other_machine_reaches_it_unless_that_is_said() {
        let beyond = |set: Configuration, said| Configuration {
            listen: ([0, 0, 0, 0], 8440).into(),
            beyond_this_machine: said,
            ..set
        };
        assert_eq!(keys(&beyond(launched(), false)), ["listen"]);
        assert!(keys(&beyond(launched(), true)).is_empty());
        let alone = Configuration::of(Path::new("/data"));
        assert_eq!(keys(&beyond(alone, true)), ["listen"]);
    }

    #[test]
    fn the_rest_fits_too() {
        let alone = Configuration::of(Path::new("/data"));
        let rows = [
            (
                Configuration {
                    trusted_proxy: vec![[127, 0, 0, 1].into()],
                    ..alone.clone()
                },
                "trusted_proxy",
            ),
            (
                Configuration {
                    database_url: Some("mysql://x".to_owned()),
                    ..alone.clone()
                },
                "database_url",
            ),
            (
                Configuration {
                    leave_to: "nowhere".to_owned(),
                    ..alone.clone()
                },
                "leave_to",
            ),
            (
                Configuration {
                    backup: Some(PathBuf::from("/data/copies")),
                    ..alone
                },
                "backup",
            ),
            (
                Configuration {
                    source_url: String::new(),
                    ..launched()
                },
                "source_url",
            ),
        ];
        for (set, key) in rows {
            assert_eq!(keys(&set), [key]);
        }
    }
}
