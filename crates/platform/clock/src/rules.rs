//! When a clock is due and who is told when it is missed: `data/clocks.csv`, read once, and pure
//! functions over it. `data/README.md` tells the columns.

use std::sync::LazyLock;

use record::{District, Duty, Moment};

use crate::span::Span;

record::codes! {
    /// The clocks: the time standards for children (`children.md` 1), and those of the shelter.
    Code labelled "clock-what" {
        /// Report sent: the child is safe.
        T1 = "T1",
        /// In police custody: before the judge, or released to care.
        T2 = "T2",
        /// Safe: a case worker and a support person are named.
        T3 = "T3",
        /// Found alone: a guardian is named, then the court.
        T4 = "T4",
        /// Safe: the first health check, or clinical care.
        T5 = "T5",
        /// Found: registered as alone.
        T6 = "T6",
        /// The best interests are assessed and planned for.
        T7 = "T7",
        /// Tracing the family is opened.
        T8 = "T8",
        /// A lasting decision goes to the panel; an interim place is looked at again.
        T9 = "T9",
        /// A place to learn; papers.
        T10 = "T10",
        /// The first interview.
        T11 = "T11",
        /// The trial ends.
        T12 = "T12",
        /// Visits after going home.
        T13 = "T13",
        /// A shelter answers a request.
        Answer = "ANSWER",
        /// A place is held.
        Hold = "HOLD",
        /// An emergency stay nears its end.
        Stay = "STAY",
        /// A right is not met yet.
        Right = "RIGHT",
    }
}

record::codes! {
    /// What may be known when a clock starts, and changes when it is due.
    Fact {
        /// A governorate's seat, or nobody knows where.
        City = "city",
        /// Under 18, or nobody knows.
        Child = "child",
        /// Under five.
        UnderFive = "under_five",
        /// In danger now.
        Danger = "danger",
        /// Sexual violence.
        SexualViolence = "sexual_violence",
        /// It is urgent.
        Urgent = "urgent",
        /// The child lives in a place for the time being.
        InterimPlace = "interim_place",
        /// The child has rested and is fit.
        RestedAndFit = "rested_and_fit",
    }
}

record::codes! {
    /// The moment a due time is counted from.
    From {
        /// When the clock starts.
        Start = "start",
        /// When the violence happened; where nobody knows, the start.
        Act = "act",
    }
}

/// One due time of one point.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Due {
    point: usize,
    when: Option<Fact>,
    from: From,
    after: Span,
    same_day_but: Option<Span>,
    only_when: Option<Fact>,
}

/// Who is told when a clock is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The supervisor of the desk that answers for it.
    Supervisor,
    /// Whoever has this duty in that place.
    Duty(Duty),
}

/// One step of an escalation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who is told.
    pub told: Told,
    /// How long after the clock was due.
    pub after: Span,
}

/// What is to happen by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub code: Code,
    dues: Vec<Due>,
    /// Who is told when it is missed, in turn.
    pub steps: Vec<Step>,
    /// Whether it may be prolonged, with a reason.
    pub prolonged: bool,
}

/// What is known when a clock starts.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// When it starts, which is when what it is about happened.
    pub started: Moment,
    /// When the violence happened, where that is known.
    pub act: Option<Moment>,
    /// What else is known.
    pub facts: &'a [Fact],
}

impl Due {
    fn counts(&self, facts: &[Fact]) -> bool {
        self.when.is_none_or(|when| facts.contains(&when))
    }

    fn of(&self, given: &Given<'_>) -> Moment {
        let from = match self.from {
            From::Start => given.started,
            From::Act => given.act.unwrap_or(given.started),
        };
        let due = self.after.after(from).max(given.started);
        match self.same_day_but {
            None => due,
            Some(least) => due
                .min(given.started.end_of_local_day())
                .max(least.after(given.started)),
        }
    }
}

impl Rule {
    /// When each of its points is due, in their order.
    pub fn points(&self, given: &Given<'_>) -> Vec<Moment> {
        let last = self.dues.iter().map(|due| due.point).max().unwrap_or(0);
        let counting = |point| {
            let dues = self.dues.iter();
            dues.filter(move |due| due.point == point && due.counts(given.facts))
        };
        (0..=last)
            .filter_map(|point| counting(point).map(|due| due.of(given)).min())
            .collect()
    }

    /// When it is due first.
    pub fn due(&self, given: &Given<'_>) -> Moment {
        self.points(given).first().copied().unwrap_or(given.started)
    }

    /// Whether its points may be reached already, with what is known.
    pub fn may_be_reached(&self, facts: &[Fact]) -> bool {
        let mut only = self.dues.iter().filter_map(|due| due.only_when);
        only.all(|fact| facts.contains(&fact))
    }
}

/// The rule of a clock.
pub fn rule(code: Code) -> &'static Rule {
    let found = RULES.iter().find(|rule| rule.code == code);
    // A test holds that every code has its rows; one without would be due at once.
    found.unwrap_or(&NOTHING)
}

/// When a child must be safe whose report was sent at this moment.
pub fn due_for_t1(sent: Moment, district: Option<&District>) -> Moment {
    let city = [Fact::City];
    rule(Code::T1).due(&Given {
        started: sent,
        act: None,
        facts: if is_city(district) { &city } else { &[] },
    })
}

/// Whether it is a city, or nobody knows where it is.
pub(crate) fn is_city(district: Option<&District>) -> bool {
    district.is_none_or(|district| district.urban)
}

static NOTHING: Rule = Rule {
    code: Code::T1,
    dues: Vec::new(),
    steps: Vec::new(),
    prolonged: false,
};

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| read(include_str!("../data/clocks.csv")).unwrap_or_default());

/// The file does not say what its columns promise.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// Reads the table.
pub(crate) fn read(text: &str) -> Result<Vec<Rule>, Unreadable> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.records() {
        let row = row.map_err(|_| Unreadable)?;
        let [
            code,
            point,
            when,
            from,
            due,
            same_day_but,
            only_when,
            raises,
            prolonged,
        ] = <[&str; 9]>::try_from(row.iter().collect::<Vec<_>>()).map_err(|_| Unreadable)?;
        let code: Code = parsed(code)?;
        let due = Due {
            point: parsed(point)?,
            when: optional(when)?,
            from: parsed(from)?,
            after: parsed(due)?,
            same_day_but: optional(same_day_but)?,
            only_when: optional(only_when)?,
        };
        match rules.iter_mut().find(|rule| rule.code == code) {
            Some(rule) => rule.dues.push(due),
            None => rules.push(Rule {
                code,
                dues: vec![due],
                steps: raises
                    .split_whitespace()
                    .map(step)
                    .collect::<Result<_, _>>()?,
                prolonged: prolonged == "yes",
            }),
        }
    }
    Ok(rules)
}

fn step(text: &str) -> Result<Step, Unreadable> {
    let (told, after) = text.split_once(':').ok_or(Unreadable)?;
    let told = match told {
        "supervisor" => Told::Supervisor,
        duty => Told::Duty(parsed(duty)?),
    };
    Ok(Step {
        told,
        after: parsed(after)?,
    })
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Unreadable> {
    text.parse().map_err(|_| Unreadable)
}

fn optional<T: std::str::FromStr>(text: &str) -> Result<Option<T>, Unreadable> {
    if text.is_empty() {
        Ok(None)
    } else {
        parsed(text).map(Some)
    }
}
