//! `cargo xtask policies`: Cedar's permits, written from `policies/authority.csv`, one for each row
//! that is built. Nobody writes a permit by hand; what no permit overrides stands in `forbid.cedar`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::{Outcome, Stop, machine};

const HEAD: &str = "\
// Written by `cargo xtask policies` from authority.csv: change the table, then run it.
// Each permit stands for one row; its comment is the row's reason. What no permit overrides stands in forbid.cedar.
";

/// What a row that is not built yet says in the column `since`.
const LATER: &str = "later";

fn folder() -> PathBuf {
    machine::root().join("policies")
}

/// Writes the permits, or tells whether they are what the table says.
pub fn run(words: &[&str]) -> Outcome {
    let wanted = permits(&read("authority.csv")?)?;
    let file = folder().join("permits.cedar");
    match words {
        [] => fs::write(&file, wanted)
            .map_err(|why| Stop::Failed(format!("{} is not written: {why}", file.display()))),
        ["--check"] if read("permits.cedar")? == wanted => Ok(()),
        ["--check"] => Err(Stop::Failed(
            "policies/permits.cedar is not what the table says: cargo xtask policies".to_owned(),
        )),
        other => Err(Stop::Refused(format!("policies does not know {other:?}"))),
    }
}

fn read(name: &str) -> Result<String, Stop> {
    let file = folder().join(name);
    fs::read_to_string(&file)
        .map_err(|why| Stop::Failed(format!("{} is not read: {why}", file.display())))
}

/// The permits of a table, in its order.
fn permits(table: &str) -> Result<String, Stop> {
    let mut text = HEAD.to_owned();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let Ok(row) = <[&str; 10]>::try_from(cells) else {
            return Err(Stop::Failed(format!("a row has ten cells: {line}")));
        };
        let [
            action,
            _,
            actor,
            relation,
            _,
            session,
            state,
            shows,
            since,
            why,
        ] = row;
        if since == LATER {
            continue;
        }
        let who = principal(actor);
        let mut when = Vec::new();
        match relation {
            "none" => {}
            "same_org" => when.push("principal.org == resource.org".to_owned()),
            held => when.push(format!("resource.{held}.containsAny(principal.holders)")),
        }
        if session != "fresh" {
            when.push(format!("context.session == \"{session}\""));
        }
        when.extend(states(state));
        let _infallible = write!(
            text,
            "\n// {why}\n@id(\"{action}/{actor}/{relation}/{state}\")\n@shows(\"{shows}\")\n\
             permit ({who}, action == Action::\"{action}\", resource)"
        );
        if !when.is_empty() {
            let _infallible = write!(text, "\nwhen {{ {} }}", when.join(" && "));
        }
        text.push_str(";\n");
    }
    Ok(text)
}

/// Who a cell of the column `actor` names: a role, a kind of actor, or one rule.
fn principal(actor: &str) -> String {
    match (actor, actor.strip_prefix("Rule:")) {
        (_, Some(rule)) => format!("principal == Rule::\"{rule}\""),
        ("Public" | "Person" | "Reporter" | "Console", _) => format!("principal is {actor}"),
        (role, _) => format!("principal is Person in Role::\"{role}\""),
    }
}

/// What a cell of the column `state` asks for: one state, one of several (`_or_`), all of several
/// (`_and_`), or one that somebody else brought about (`_by_another`).
fn states(state: &str) -> Vec<String> {
    let has = |one: &str| format!("context.states.contains(\"{one}\")");
    if state == "any" {
        return Vec::new();
    }
    if state.contains("_or_") {
        let several: Vec<String> = state
            .split("_or_")
            .map(|one| format!("\"{one}\""))
            .collect();
        return vec![format!(
            "context.states.containsAny([{}])",
            several.join(", ")
        )];
    }
    if let Some(one) = state.strip_suffix("_by_another") {
        let other = "!resource.proposer.containsAny(principal.holders)".to_owned();
        return vec![has(one), other];
    }
    state.split("_and_").map(has).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_permits_are_what_the_table_says() {
        assert!(run(&["--check"]).is_ok(), "cargo xtask policies");
    }

    #[test]
    fn each_kind_of_cell_has_its_clause() {
        let head = "action,kind,actor,relation,purpose,session,state,shows,since,why\n";
        let rows = [
            (
                "A,none,Public,none,intake,fresh,any,all,1,for everybody",
                "permit (principal is Public, action == Action::\"A\", resource);",
            ),
            (
                "A,report,supervisor,same_org,care,stepped_up,open,all,2,for one",
                "permit (principal is Person in Role::\"supervisor\", action == Action::\"A\", resource)\n\
                 when { principal.org == resource.org && context.session == \"stepped_up\" && \
                 context.states.contains(\"open\") };",
            ),
            (
                "A,report,Rule:Move,owner,care,fresh,a_or_b,none,1,for a rule",
                "permit (principal == Rule::\"Move\", action == Action::\"A\", resource)\n\
                 when { resource.owner.containsAny(principal.holders) && \
                 context.states.containsAny([\"a\", \"b\"]) };",
            ),
            (
                "A,report,Person,none,care,fresh,a_and_b,none,1,for both",
                "when { context.states.contains(\"a\") && context.states.contains(\"b\") };",
            ),
            (
                "A,report,Person,none,care,fresh,proposed_by_another,none,1,for a second",
                "when { context.states.contains(\"proposed\") && \
                 !resource.proposer.containsAny(principal.holders) };",
            ),
        ];
        for (row, wanted) in rows {
            let made = permits(&format!("{head}{row}\n")).ok();
            assert!(made.is_some_and(|made| made.contains(wanted)), "{row}");
        }
        let later = permits(&format!(
            "{head}A,none,Public,none,intake,fresh,any,all,later,no\n"
        ));
        assert!(later.is_ok_and(|made| !made.contains("permit (")));
        assert!(permits(&format!("{head}A,none\n")).is_err());
    }
}
