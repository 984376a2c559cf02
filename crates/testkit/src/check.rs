//! Checks of pages by tools that others keep: axe-core and html-validate, from the cache folder.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::place;

/// A rule that a page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The page: its address, or the name it was given.
    pub page: String,
    /// The rule's name in the tool.
    pub rule: String,
    /// What is wrong.
    pub says: String,
    /// Where: selectors, or lines and columns.
    pub places: Vec<String>,
}

/// Checks the open page with axe-core (needs scripts). Every rule counts, best practice too.
pub async fn axe(browser: &Browser) -> Vec<Violation> {
    if browser.script("return typeof axe === 'object';").await != json!(true) {
        let file = place::cache().join("web/node_modules/axe-core/axe.min.js");
        let Ok(axe) = fs::read_to_string(&file) else {
            return place::missing::<Vec<Violation>>("axe-core is not installed")
                .unwrap_or_default();
        };
        browser.script(&axe).await;
        // The pages after this one come with it: half a megabyte is sent once and not for each.
        browser.bring(&axe).await;
    }
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] })
            .then(found => done(found.violations), why => done(String(why)));";
    let found = browser.client().execute_async(run, Vec::new()).await;
    let found = found.unwrap_or_else(|why| panic!("axe does not run: {why}"));
    let page = browser.url().await;
    let list = found
        .as_array()
        .unwrap_or_else(|| panic!("axe fails on {page}: {found}"));
    let place = |node: &Value| format!("{} {}", node["target"], node["html"]);
    list.iter()
        .map(|violation| Violation {
            page: page.clone(),
            rule: word(&violation["id"]),
            says: word(&violation["help"]),
            places: violation["nodes"]
                .as_array()
                .into_iter()
                .flatten()
                .map(place)
                .collect(),
        })
        .collect()
}

/// Checks pages with html-validate in one run; each is a name and its HTML.
pub fn html_validate<'a>(pages: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Violation> {
    let program = place::cache().join("web/node_modules/html-validate/bin/html-validate.mjs");
    if !program.is_file() {
        return place::missing::<Vec<Violation>>("html-validate is not installed")
            .unwrap_or_default();
    }
    let folder = TempDir::with_prefix("najat-html-").expect("a temporary folder");
    let mut names = Vec::new();
    for (number, (name, html)) in pages.into_iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.html")), html).expect("a page is written");
        names.push(name);
    }
    let found = validate(&program, folder.path());
    let page = |file: &Value| {
        let stem = Path::new(file["filePath"].as_str()?)
            .file_stem()?
            .to_str()?;
        names
            .get(stem.parse::<usize>().ok()?)
            .map(ToString::to_string)
    };
    let mut violations = Vec::new();
    for file in found.as_array().into_iter().flatten() {
        for message in file["messages"].as_array().into_iter().flatten() {
            violations.push(Violation {
                page: page(file).unwrap_or_default(),
                rule: word(&message["ruleId"]),
                says: word(&message["message"]),
                places: vec![format!("{}:{}", message["line"], message["column"])],
            });
        }
    }
    violations
}

fn validate(program: &Path, folder: &Path) -> Value {
    let output = Command::new("node")
        .arg(program)
        .args(["--formatter", "json", "--config"])
        .arg(place::repository().join("xtask/web/htmlvalidate.json"))
        .arg(folder)
        .output()
        .expect("node starts");
    if output.status.success() && output.stdout.is_empty() {
        return json!([]);
    }
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
        panic!(
            "html-validate fails: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
