//! Why something is proposed, in words: the elements one by one, and which answers showed each. There
//! is no score, and nothing of Law 28, which the prosecutor alone reads.

use page::Message;
use record::Language;

use super::rule::{Indicator, Proposal};

/// How an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Answers show it.
    Shown,
    /// Whoever talked with the person found it.
    Found,
    /// Nothing shows it yet.
    NotShown,
    /// Under 18 it is not needed.
    NotNeeded,
}

impl Standing {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shown => "screening-shown",
            Self::Found => "screening-act-found",
            Self::NotShown => "screening-not-shown",
            Self::NotNeeded => "screening-not-needed",
        }
    }
}

/// One element, how it stands, and the answers that show it.
pub struct Element<'a> {
    /// The message of its name.
    pub name: &'static str,
    /// How it stands.
    pub standing: Standing,
    /// The answers that show it.
    pub rows: &'a [&'static Indicator],
}

/// Act, means and purpose, in this order.
pub fn elements(proposal: &Proposal) -> [Element<'_>; 3] {
    let or = |holds, one, other| if holds { one } else { other };
    let act = or(proposal.has_act, Standing::Found, Standing::NotShown);
    let means = or(
        proposal.is_of_child,
        Standing::NotNeeded,
        Standing::NotShown,
    );
    [
        ("screening-act", &proposal.act, act),
        ("screening-means", &proposal.means, means),
        ("screening-purpose", &proposal.purpose, Standing::NotShown),
    ]
    .map(|(name, rows, otherwise)| Element {
        name,
        standing: or(rows.is_empty(), otherwise, Standing::Shown),
        rows,
    })
}

/// The whole explanation as one text.
pub fn explanation(proposal: &Proposal, language: Language) -> String {
    let say = |key: &'static str| Message::new(language, key).to_string();
    let mut lines = Vec::new();
    if proposal.is_urgent {
        lines.push(say("screening-urgent"));
    }
    lines.push(say(proposal.outcome.key()));
    let because = say(proposal.because.key());
    lines.push(if proposal.rests_on.is_empty() {
        because
    } else {
        format!("{because} ({})", all(&proposal.rests_on, language))
    });
    for element in elements(proposal) {
        let said = |key: &'static str| {
            Message::new(language, key)
                .with("name", say(element.name))
                .with("state", say(element.standing.key()))
        };
        lines.push(if element.rows.is_empty() {
            said("screening-line").to_string()
        } else {
            let rows = all(element.rows, language);
            said("screening-line-rows").with("rows", rows).to_string()
        });
    }
    lines.join("\n").replace(['\u{2068}', '\u{2069}'], "")
}

fn all(rows: &[&Indicator], language: Language) -> String {
    let rows = rows.iter().map(|row| named(row, language));
    rows.collect::<Vec<_>>().join(" ")
}

fn named(row: &Indicator, language: Language) -> String {
    format!("{} {}", row.id, row.text(language))
}
