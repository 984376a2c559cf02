//! Cases in, results out, by the rule of the pages.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use protection::screening::explain::explanation;
use protection::screening::rule::{Basis, Fact, How, Told, When, indicator, propose};
use record::Language;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Cases {
    vectors: Vec<Case>,
}

/// A case. Keys that only people read (`case`, `expect`) are passed over.
#[derive(Deserialize)]
struct Case {
    id: String,
    child: bool,
    #[serde(default)]
    under_18_during: bool,
    questions_answered: usize,
    yes: Vec<String>,
    #[serde(default)]
    seen: Vec<String>,
    #[serde(default)]
    when: BTreeMap<String, String>,
    #[serde(default = "yes")]
    safe_setting: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Serialize)]
struct Results {
    results: Vec<Found>,
}

#[expect(clippy::struct_excessive_bools, reason = "the form of the results")]
#[derive(Serialize)]
struct Found {
    id: String,
    urgent: bool,
    positive_dimensions: Vec<&'static str>,
    act: bool,
    means: bool,
    purpose: bool,
    result: &'static str,
    law28: ByLaw28,
    explanation: String,
}

#[expect(clippy::struct_excessive_bools, reason = "the form of the results")]
#[derive(Serialize)]
struct ByLaw28 {
    act: bool,
    means: bool,
    purpose: bool,
    complete: bool,
}

/// The results of all cases, as JSON.
pub fn judge(text: &str, language: Language) -> Result<String> {
    let cases: Cases = serde_json::from_str(text)
        .context("the cases are not in the form of screening_vectors.json")?;
    let results = cases
        .vectors
        .iter()
        .map(|case| found(case, language).with_context(|| format!("case {}", case.id)))
        .collect::<Result<_>>()?;
    Ok(serde_json::to_string_pretty(&Results { results })? + "\n")
}

fn found(case: &Case, language: Language) -> Result<Found> {
    let proposal = propose(&told(case)?);
    let law28 = proposal.law28;
    Ok(Found {
        id: case.id.clone(),
        urgent: proposal.is_urgent,
        positive_dimensions: proposal.positive.iter().map(|it| it.code()).collect(),
        act: proposal.has_act,
        means: proposal.has_means(),
        purpose: proposal.has_purpose(),
        result: proposal.outcome.code(),
        law28: ByLaw28 {
            act: law28.act,
            means: law28.means,
            purpose: law28.purpose,
            complete: law28.is_complete(),
        },
        explanation: explanation(&proposal, language),
    })
}

fn told(case: &Case) -> Result<Told> {
    let beside = case.seen.iter().chain(case.when.keys());
    if let Some(id) = beside.clone().find(|id| !case.yes.contains(id)) {
        bail!("{id} is in seen or when and not in yes");
    }
    let mut facts: Vec<Fact> = Vec::new();
    for id in &case.yes {
        let row = indicator(id).with_context(|| format!("there is no row {id}"))?;
        if facts.iter().any(|fact| fact.row.id == row.id) {
            bail!("{id} is in yes twice");
        }
        let when = case.when.get(id).map_or(Ok(When::Now), |when| {
            let codes = When::ALL.iter().map(|when| when.code());
            let codes = codes.collect::<Vec<_>>().join(", ");
            let no_code = || format!("{when:?} is not a time of {id}: say one of {codes}");
            when.parse().with_context(no_code)
        })?;
        facts.push(Fact {
            row,
            // The form of the cases says it so: of what was noted, `seen` tells.
            basis: if case.seen.contains(id) || row.how == How::Observe {
                Basis::Seen
            } else {
                Basis::Said
            },
            when,
        });
    }
    if case.questions_answered < facts.len() {
        bail!(
            "questions_answered is {}, and {} were answered with yes",
            case.questions_answered,
            facts.len()
        );
    }
    Ok(Told {
        facts,
        answered: case.questions_answered,
        child: case.child,
        under_18_during: case.under_18_during,
        safe_setting: case.safe_setting,
        ..Told::default()
    })
}
