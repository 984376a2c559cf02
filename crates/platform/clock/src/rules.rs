//! When a clock is due: a table of rules, each with one point or several, as pure functions.

use record::{District, Moment};

const HOUR: i64 = 3600;

/// When one point of a clock is due, counted from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// So many seconds later.
    After(i64),
    /// So many seconds later in a city or where nobody knows, more elsewhere; never past the
    /// local day on which it started, yet never sooner than in a city.
    SameDay {
        /// Seconds in a city, and where the place is unknown.
        city: i64,
        /// Seconds elsewhere.
        elsewhere: i64,
    },
}

impl Due {
    fn of(self, started: Moment, district: Option<&District>) -> Moment {
        match self {
            Self::After(seconds) => started.plus_seconds(seconds),
            Self::SameDay { city, elsewhere } => {
                let soonest = started.plus_seconds(city);
                if district.is_none_or(|district| district.urban) {
                    return soonest;
                }
                started
                    .plus_seconds(elsewhere)
                    .min(started.end_of_local_day())
                    .max(soonest)
            }
        }
    }
}

/// What is to happen by when. A clock with several points is due at each in turn.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the time standards (`children.md` 1).
    pub code: &'static str,
    /// Its points, in order; the first one is due first.
    pub points: &'static [Due],
}

impl Rule {
    /// When a point is due; past the last point, the last one.
    pub fn due(&self, point: usize, started: Moment, district: Option<&District>) -> Moment {
        let due = self.points.get(point).or(self.points.last());
        due.map_or(started, |due| due.of(started, district))
    }
}

/// From the report's sending until the child is safe and away from whoever exploits it.
pub const T1: &Rule = &Rule {
    code: "T1",
    points: &[Due::SameDay {
        city: 2 * HOUR,
        elsewhere: 6 * HOUR,
    }],
};

/// Every rule that is built.
const RULES: &[&Rule] = &[T1];

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied()
}

/// When a child must be safe whose report was sent at this moment.
pub fn due_for_t1(sent: Moment, district: Option<&District>) -> Moment {
    T1.due(0, sent, district)
}
