//! `cargo xtask third-party`: THIRD-PARTY.md, what the program carries that others made.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use crate::line::Line;
use crate::{Outcome, Stop};

const FILE: &str = "THIRD-PARTY.md";

/// What is no crate: what, whose and which version, licence, where its text stands.
const OTHERS: [[&str; 4]; 5] = [
    [
        "Font Vazirmatn",
        "33.0.3, cut down to the letters in use",
        "SIL Open Font License 1.1",
        "crates/platform/page/static/fonts/OFL.txt",
    ],
    [
        "Icons of Lucide",
        "1.62.0, those in use",
        "ISC, some MIT",
        "crates/platform/page/static/vendor/lucide-LICENSE.txt",
    ],
    [
        "htmx",
        "4.0.1",
        "0BSD",
        "crates/platform/page/static/vendor/htmx-LICENSE.txt",
    ],
    [
        "Administrative codes, names of governorates and districts",
        "OCHA COD-AB Iraq / open-admin-data, edition 2026.08, changed",
        "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
        "crates/platform/record/data/README.md",
    ],
    [
        "Shapes of the country",
        "Made with Natural Earth",
        "public domain",
        "crates/platform/record/data/README.md",
    ],
];

/// Writes the file, or only tells whether it is up to date.
pub fn run(check: bool) -> Outcome {
    let text = page(&crates()?);
    let failed = |why: std::io::Error| Stop::Failed(format!("{FILE}: {why}"));
    if !check {
        return fs::write(FILE, text).map_err(failed);
    }
    if fs::read_to_string(FILE).map_err(failed)? == text {
        Ok(())
    } else {
        Err(Stop::Failed(format!(
            "{FILE} is out of date; `cargo xtask third-party` writes it"
        )))
    }
}

/// The crates that the program is built from: name and version, licence, address.
fn crates() -> Result<BTreeMap<String, [String; 2]>, Stop> {
    let tree = Line::new("cargo tree --offline --package najat --edges normal,build --prefix none")
        .and("--target=x86_64-unknown-linux-gnu")
        .and("--format={p}|{l}|{r}")
        .read()?;
    Ok(tree.lines().filter_map(read).collect())
}

/// Reads a line of `cargo tree`; our own crates lie at a path and are left out.
fn read(line: &str) -> Option<(String, [String; 2])> {
    let mut parts = line.trim_end_matches(" (*)").split('|');
    let (package, licence, address) = (parts.next()?, parts.next()?, parts.next()?);
    let package = package.trim_end_matches(" (proc-macro)");
    if package.is_empty() || package.contains('(') {
        return None;
    }
    Some((package.to_owned(), [licence.to_owned(), address.to_owned()]))
}

fn page(crates: &BTreeMap<String, [String; 2]>) -> String {
    let mut page = String::from(
        "# What others made\n\n\
         Najat is free software under the GNU Affero General Public License, version 3 or later \
         (`LICENSE`). It carries the work of others; we thank them.\n\
         `cargo xtask third-party` writes this page.\n\n\
         | What | Version | Licence | More |\n|---|---|---|---|\n",
    );
    for [what, version, licence, more] in OTHERS {
        row(&mut page, [what, version, licence, &format!("`{more}`")]);
    }
    // Writing to a String cannot fail.
    write!(
        page,
        "\n## {} crates\n\n| Crate | Licence | More |\n|---|---|---|\n",
        crates.len()
    )
    .unwrap_or_default();
    for (package, [licence, address]) in crates {
        row(&mut page, [package, licence, address]);
    }
    page
}

fn row<const N: usize>(page: &mut String, cells: [&str; N]) {
    page.push_str("| ");
    page.push_str(&cells.join(" | "));
    page.push_str(" |\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_crates_are_left_out() {
        assert_eq!(
            read("record v0.1.0 (/home/me/najat/crates/platform/record)|AGPL|"),
            None
        );
        assert_eq!(read(""), None);
        let serde = read("serde_derive v1.0.2 (proc-macro)|MIT OR Apache-2.0|https://serde.rs (*)");
        let expected = [
            "MIT OR Apache-2.0".to_owned(),
            "https://serde.rs".to_owned(),
        ];
        assert_eq!(serde, Some(("serde_derive v1.0.2".to_owned(), expected)));
    }
}
