//! `screening.md` 2 to 4: dimensions, elements, what is proposed. A machine only proposes.

use std::collections::BTreeMap;

use super::answer::{Basis, Fact, Told, When};
use super::indicator::{Dimension, Indicator, Strength};

/// How many answers it takes before nothing said can mean that nothing is there.
pub const ENOUGH: usize = 8;

record::codes! {
    /// What is found, from the least. None of them says whether somebody is a victim.
    Outcome labelled "screening-outcome" {
        NoIndicationNow = "NO_INDICATION_NOW",
        MoreInformation = "MORE_INFORMATION",
        ReasonableGrounds = "REASONABLE_GROUNDS",
    }
}

record::codes! {
    /// Why it is proposed.
    Because labelled "screening-because" {
        /// Act, means and purpose.
        Elements = "elements",
        /// Under 18: act and purpose.
        ChildElements = "child_elements",
        /// Under 18: one strong row of exploitation.
        ChildExploitation = "child_exploitation",
        /// A strong row of exploitation, and force.
        ExploitationAndForce = "exploitation_and_force",
        /// One strong row that carries all three.
        AllInOne = "all_in_one",
        /// An act, some exploitation, and force.
        ActAndForce = "act_and_force",
        /// Whatever was said yes to was only seen.
        OnlySeen = "only_seen",
        /// Something was said yes to, and it is not enough.
        SomethingSaid = "something_said",
        /// Long work alone: a matter of child labour.
        ChildLabour = "child_labour",
        /// Too few questions were answered.
        TooFew = "too_few",
        /// The talk was not safe.
        NotSafe = "not_safe",
        /// Nothing was said yes to, and enough was asked.
        Nothing = "nothing",
    }
}

/// The elements by Law 28 of 2012, kept beside the others and shown to the prosecutor alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law28 {
    /// An act.
    pub act: bool,
    /// A means: needed at every age.
    pub means: bool,
    /// A purpose of its closed list.
    pub purpose: bool,
}

impl Law28 {
    /// Whether all three are shown.
    pub const fn is_complete(self) -> bool {
        self.act && self.means && self.purpose
    }
}

/// What the program proposes, and which answers did it.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Danger comes first; the rest of the form waits.
    pub urgent: Vec<&'static Indicator>,
    /// Whether there is danger: by an answer, or by what else was seen.
    pub is_urgent: bool,
    /// The dimensions that hold, in the order of their names.
    pub positive: Vec<Dimension>,
    /// The rows that show an act.
    pub act: Vec<&'static Indicator>,
    /// Whether there is an act: by a row, or found by the interviewer.
    pub has_act: bool,
    /// The rows that show a means.
    pub means: Vec<&'static Indicator>,
    /// The rows that show a purpose.
    pub purpose: Vec<&'static Indicator>,
    /// What is proposed.
    pub outcome: Outcome,
    /// Why.
    pub because: Because,
    /// The rows on which that rests.
    pub rests_on: Vec<&'static Indicator>,
    /// Whether no means was needed.
    pub is_of_child: bool,
    /// The elements by Law 28.
    pub law28: Law28,
}

impl Proposal {
    /// Whether a means is shown.
    pub fn has_means(&self) -> bool {
        !self.means.is_empty()
    }

    /// Whether a purpose is shown.
    pub fn has_purpose(&self) -> bool {
        !self.purpose.is_empty()
    }
}

/// The facts that count: rows for children only count where the child's rule holds.
struct Open<'a> {
    facts: Vec<&'a Fact>,
}

type Rows = Vec<&'static Indicator>;

impl Open<'_> {
    fn rows(&self, holds: impl Fn(&Indicator) -> bool) -> Rows {
        let rows = self.facts.iter().map(|fact| fact.row);
        rows.filter(|row| holds(row)).collect()
    }

    fn in_dimension(&self, dimension: Dimension, also: impl Fn(&Indicator) -> bool) -> Rows {
        self.rows(|row| row.dimension == dimension && also(row))
    }

    /// The rows of a dimension that is positive; none where it is not.
    fn positive(&self, dimension: Dimension, also: impl Fn(&Indicator) -> bool) -> Rows {
        let rows = self.in_dimension(dimension, also);
        if is_positive(&rows) { rows } else { Vec::new() }
    }

    fn positive_of(&self, kind: impl Fn(Dimension) -> bool) -> Rows {
        let dimensions = Dimension::ALL.iter().filter(|dimension| kind(**dimension));
        dimensions
            .flat_map(|dimension| self.positive(*dimension, |_| true))
            .collect()
    }

    fn act(&self) -> Rows {
        let shown = self.rows(|row| row.shows_act);
        together(shown, self.positive_of(Dimension::is_recruitment))
    }

    fn purpose(&self, also: impl Fn(&Indicator) -> bool + Copy) -> Rows {
        let strong =
            self.rows(|row| row.strength == Strength::Strong && row.shows_purpose && also(row));
        together(strong, self.positive(Dimension::Exploitation, also))
    }
}

/// Both lists, each row once.
fn together(mut rows: Rows, more: Rows) -> Rows {
    for row in more {
        if !rows.iter().any(|one| one.id == row.id) {
            rows.push(row);
        }
    }
    rows
}

/// Whether the yes rows of one dimension are enough: two strong; one strong and another; three
/// medium; or two medium and a weak one. Rows that tell one fact count once, at their strongest.
fn is_positive(rows: &[&Indicator]) -> bool {
    let mut facts: BTreeMap<&str, Strength> = BTreeMap::new();
    for row in rows {
        let strongest = facts.entry(&row.fact).or_insert(row.strength);
        *strongest = row.strength.max(*strongest);
    }
    let count = |strength| facts.values().filter(|one| **one == strength).count();
    match (
        count(Strength::Strong),
        count(Strength::Medium),
        count(Strength::Weak),
    ) {
        (0, medium, weak) => medium >= 3 || (medium == 2 && weak >= 1),
        (1, medium, weak) => medium + weak >= 1,
        _ => true,
    }
}

/// What is proposed for what was told. The order of the answers never matters, and an answer that
/// becomes unknown never lowers it.
pub fn propose(told: &Told) -> Proposal {
    let is_of_child = told.is_of_child();
    let open = Open {
        facts: told
            .facts
            .iter()
            .filter(|fact| is_of_child || !fact.row.child_only)
            .collect(),
    };
    let urgent: Rows = open
        .facts
        .iter()
        .filter(|fact| fact.row.urgent && fact.when != When::Before)
        .map(|fact| fact.row)
        .collect();
    let act = open.act();
    let means = open.positive_of(Dimension::is_means);
    let purpose = open.purpose(|_| true);
    let has_act = told.act_found || !act.is_empty();
    let law28 = Law28 {
        act: has_act,
        means: !open
            .positive_of(|dimension| dimension.is_means() && !dimension.is_vulnerability())
            .is_empty(),
        purpose: !open.purpose(|row| row.in_law28).is_empty(),
    };
    let mut proposal = Proposal {
        is_urgent: told.danger || !urgent.is_empty(),
        urgent,
        positive: Dimension::ALL
            .iter()
            .copied()
            .filter(|it| *it != Dimension::Context && !open.positive(*it, |_| true).is_empty())
            .collect(),
        act,
        has_act,
        means,
        purpose,
        outcome: Outcome::MoreInformation,
        because: Because::SomethingSaid,
        rests_on: Vec::new(),
        is_of_child,
        law28,
    };
    (proposal.outcome, proposal.because, proposal.rests_on) = found(told, &open, &proposal);
    proposal
}

/// The finding, why, and the rows it rests on.
fn found(told: &Told, open: &Open<'_>, so_far: &Proposal) -> (Outcome, Because, Rows) {
    use Outcome::{MoreInformation, NoIndicationNow, ReasonableGrounds};
    if open.facts.is_empty() {
        return if told.answered < ENOUGH {
            (MoreInformation, Because::TooFew, Vec::new())
        } else if told.safe_setting {
            (NoIndicationNow, Because::Nothing, Vec::new())
        } else {
            (MoreInformation, Because::NotSafe, Vec::new())
        };
    }
    let all = open.rows(|_| true);
    // What nobody said is a reason to talk, and never grounds for somebody who has a name.
    if open.facts.iter().all(|fact| fact.basis == Basis::Seen) {
        return (MoreInformation, Because::OnlySeen, all);
    }
    if let Some((because, rows)) = grounds(open, so_far) {
        return (ReasonableGrounds, because, rows);
    }
    let hours_alone = so_far.is_of_child
        && so_far.has_purpose()
        && open.purpose(|row| !row.is_hours()).is_empty();
    let because = if hours_alone {
        Because::ChildLabour
    } else {
        Because::SomethingSaid
    };
    (MoreInformation, because, all)
}

/// Grounds, by the clause of `screening.md` 4 that holds, the fullest first.
fn grounds(open: &Open<'_>, so_far: &Proposal) -> Option<(Because, Rows)> {
    let strong = |row: &Indicator| row.strength == Strength::Strong;
    let (act, has_act) = (&so_far.act, so_far.has_act);
    let joined = |more: &[&Rows]| {
        more.iter()
            .fold(Vec::new(), |rows, more| together(rows, (*more).clone()))
    };
    // (a)
    if has_act && so_far.has_means() && so_far.has_purpose() {
        let rows = joined(&[act, &so_far.means, &so_far.purpose]);
        return Some((Because::Elements, rows));
    }
    if so_far.is_of_child {
        // (b)
        if has_act && !open.purpose(|row| !row.is_hours()).is_empty() {
            return Some((Because::ChildElements, joined(&[act, &so_far.purpose])));
        }
        // (c)
        let exploited = open.in_dimension(Dimension::Exploitation, |row| {
            strong(row) && !row.is_hours()
        });
        if !exploited.is_empty() {
            return Some((Because::ChildExploitation, exploited));
        }
    }
    // (d)
    let exploited = open.in_dimension(Dimension::Exploitation, strong);
    let force = open.rows(|row| row.dimension.is_coercion());
    if !exploited.is_empty() && !force.is_empty() {
        return Some((Because::ExploitationAndForce, joined(&[&exploited, &force])));
    }
    // (e)
    let all_in_one =
        open.rows(|row| strong(row) && row.shows_act && row.shows_means && row.shows_purpose);
    if !all_in_one.is_empty() {
        return Some((Because::AllInOne, all_in_one));
    }
    // (g)
    let exploited = open.in_dimension(Dimension::Exploitation, |row| {
        row.strength >= Strength::Medium && !(so_far.is_of_child && row.is_hours())
    });
    let force = if so_far.is_of_child {
        force
    } else {
        open.positive_of(Dimension::is_coercion)
    };
    (has_act && !exploited.is_empty() && !force.is_empty())
        .then(|| (Because::ActAndForce, joined(&[act, &exploited, &force])))
}
