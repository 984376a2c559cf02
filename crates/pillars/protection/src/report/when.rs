//! A day and an hour, as they are chosen in a form.

use std::str::FromStr;

use page::{Choice, Frame, NotAnAnswer, number, time};
use record::Moment;

/// The seconds of half an hour.
const HALF_AN_HOUR: i64 = 1800;
/// How many of them a day has.
const HALVES: i64 = 48;
/// The seconds of a day.
const DAY: i64 = 86_400;

/// A day, by the moment at which it begins.
#[derive(Clone, Copy)]
pub(crate) struct Day(Moment);

impl FromStr for Day {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        let micros = code.parse().map_err(|_| NotAnAnswer)?;
        Ok(Self(Moment::from_micros(micros)))
    }
}

impl Day {
    /// The day, by its first moment.
    pub(crate) const fn begins(self) -> Moment {
        self.0
    }

    /// That hour of the day.
    #[must_use]
    pub(crate) fn at(self, hour: Hour) -> Moment {
        self.0.plus_seconds(hour.0 * HALF_AN_HOUR)
    }
}

/// An hour of the day, by the half hours before it.
#[derive(Clone, Copy)]
pub(crate) struct Hour(i64);

impl FromStr for Hour {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        let halves = code.parse().map_err(|_| NotAnAnswer)?;
        (0..HALVES)
            .contains(&halves)
            .then_some(Self(halves))
            .ok_or(NotAnAnswer)
    }
}

/// So many days from today on, or back from today where there are fewer than none: each by its date,
/// those next to today by name.
pub(crate) fn days(frame: &Frame, count: i64) -> impl Iterator<Item = Choice> {
    let (language, now) = (frame.language, frame.now);
    (0..count.abs()).map(move |steps| {
        let steps = steps * count.signum();
        let day = now.plus_seconds(steps * DAY).start_of_local_day();
        let code = day.micros().to_string();
        match steps {
            0 => Choice::labelled(language, code, "promise-today"),
            1 => Choice::labelled(language, code, "promise-tomorrow"),
            -1 => Choice::labelled(language, code, "intake-yesterday"),
            _ => Choice::named(code, time::date(language, day)),
        }
    })
}

/// Every half hour of a day.
pub(crate) fn hours(frame: &Frame) -> impl Iterator<Item = Choice> {
    let language = frame.language;
    (0..HALVES).map(move |half| {
        let minutes = if half % 2 == 0 { "00" } else { "30" };
        let hour = format!("{:02}:{minutes}", half / 2);
        Choice::named(half.to_string(), number::digits(language, &hour))
    })
}
