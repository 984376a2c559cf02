//! The first file, with every key in it: what is not set stands there as a note.

use super::statements::{KINDS, TEXTS};

/// What each statement is about.
const ABOUT: &[&str] = &[
    "who runs the machines",
    "in which country they stand, and whose law they are under",
    "who holds the keys, and who may ask for them",
    "the independent place where people complain about anybody who works with this",
    "the due-diligence policy for support to security forces",
];

const BEGIN: &str = r#"# Najat's configuration. A variable of the environment stands before each key:
# listen is NAJAT_LISTEN, statements.host is NAJAT_STATEMENTS_HOST.
# After a change: `najat doctor`, then start it again. docs/operator.md says more.

# Where it listens: on this machine, behind a proxy that speaks TLS.
listen = "127.0.0.1:8440"

# The one address under which others reach it. It needs all that stands below "statements".
#public_origin = "https://help.example"

# The proxies that may say whom they speak for: addresses, no names.
#trusted_proxy = ["127.0.0.1", "::1"]

# Listening where other machines reach it, without TLS, is refused unless this is said.
#beyond_this_machine = true

# The ordinary site to which the way out of every page leads.
#leave_to = "https://www.wikipedia.org/"

# Where people get the source of this very program, as its licence promises them.
#source_url = "https://code.example/najat"

# PostgreSQL in the place of the file in the data folder. Without a password here: name a socket,
# or say NAJAT_DATABASE_URL.
#database_url = "postgres:///najat?host=/run/postgresql"

# The folder into which `najat backup` copies, if it is not named. Not below the data folder.
#backup = "/var/backups/najat"

# The fewest bytes a second at which what somebody sends may come in.
#least_rate = 250

# So many reports may wait that nobody has answered, and so many MiB must be free on the disk of the
# data folder. Beyond it no report is taken: the page shows numbers to call. Doctor and the
# administrator's page warn before.
#most_unread = 20000
#least_free = 512

# What the launch has put on paper: docs/governance.md.
[statements]
"#;

/// The text of the first file.
pub fn first_file() -> String {
    let texts = TEXTS
        .iter()
        .zip(ABOUT)
        .map(|(key, about)| format!("# {about}\n#{key} = \"\"\n"));
    let kinds = KINDS
        .iter()
        .map(|kind| format!("#{} = \"\"\n", kind.code()));
    let middle =
        "\n# Who decides about each kind of record.\n[statements.controllers]\n".to_owned();
    let parts: Vec<String> = [BEGIN.to_owned()]
        .into_iter()
        .chain(texts)
        .chain([middle])
        .chain(kinds)
        .collect();
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::super::{Environment, read};
    use super::*;

    #[test]
    fn the_first_file_is_right_and_stays_right_when_every_note_is_taken_in() {
        let text = first_file();
        read::configuration(&text, &Environment::default()).unwrap();
        let all: Vec<&str> = text
            .lines()
            .map(|line| {
                line.strip_prefix('#')
                    .filter(|rest| !rest.starts_with(' '))
                    .unwrap_or(line)
            })
            .collect();
        let whole = read::configuration(&all.join("\n"), &Environment::default()).unwrap();
        assert_eq!(whole.public_origin.as_deref(), Some("https://help.example"));
        assert!(
            whole.beyond_this_machine && whole.database_url.is_some() && whole.backup.is_some()
        );
    }
}
