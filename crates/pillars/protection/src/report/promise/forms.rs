use std::str::FromStr;

use access::Actor;
use access::action::MakePromise;
use page::{About, App, Choice, Field, Form, FormAbout, Frame, Problem, number, time};
use record::{Id, Moment};
use store::Unit;

use super::{Promise, Promised, make_promise};
use crate::report::ReportError;

/// For how many days ahead something is promised at most, today among them.
const DAYS: i64 = 30;
/// The seconds of half an hour.
const HALF_AN_HOUR: i64 = 1800;
/// How many of them a day has.
const HALVES: i64 = 48;

/// A day, by the moment at which it begins.
pub(crate) struct Day(Moment);

impl FromStr for Day {
    type Err = std::num::ParseIntError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        code.parse().map(|micros| Self(Moment::from_micros(micros)))
    }
}

/// An hour of the day, by the half hours before it.
pub(crate) struct Hour(i64);

impl FromStr for Hour {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        let halves = code.parse().map_err(drop)?;
        (0..HALVES)
            .contains(&halves)
            .then_some(Self(halves))
            .ok_or(())
    }
}

page::fields! {
    /// A form that promises a call, or another look.
    pub(crate) struct Promising {
        /// What.
        pub what: Promised = choice("promise-what", "promise-what-hint", "error-choose"),
        /// The day.
        pub day: Day = select("promise-day", "", "error-choose"),
        /// The hour.
        pub hour: Hour = select("promise-hour", "promise-hour-hint", "error-choose"),
    }
}

page::fields! {
    /// The press that says what was done.
    pub(crate) struct Keeping {
        /// What.
        pub what: Promised = choice("promise-what", "", "error-choose"),
    }
}

impl FormAbout for Promising {
    type Action = MakePromise;
    type Error = ReportError;
    const ABOUT: About = About {
        title: "promise-title",
        lead: "promise-lead",
        send: "promise-send",
        back: ("report", "report-back-to"),
        onward: None,
    };

    async fn fill(app: &App, _: &Actor, _: Id, form: Form) -> Result<Form, Problem> {
        if form.errors().is_empty() && form.open("day").is_empty() {
            let today = app.world.now().start_of_local_day();
            return Ok(form.put("day", today.micros().to_string()));
        }
        Ok(form)
    }

    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        match field.name {
            "day" => days(frame).collect(),
            "hour" => hours(frame).collect(),
            _ => field.options(&frame.language),
        }
    }

    async fn act(&self, unit: &Unit<MakePromise>) -> Result<(), ReportError> {
        let promise = Promise {
            what: self.what,
            due: self.day.0.plus_seconds(self.hour.0 * HALF_AN_HOUR),
        };
        make_promise(unit, &promise, &self.form_key).await.map(drop)
    }
}

/// Each day by its date, the first two by name.
fn days(frame: &Frame) -> impl Iterator<Item = Choice> {
    let (language, now) = (frame.language, frame.now);
    (0..DAYS).map(move |ahead| {
        let day = now.plus_seconds(ahead * 86_400).start_of_local_day();
        let code = day.micros().to_string();
        match ahead {
            0 => Choice::said(language, code, "promise-today"),
            1 => Choice::said(language, code, "promise-tomorrow"),
            _ => Choice::named(code, time::date(language, day)),
        }
    })
}

fn hours(frame: &Frame) -> impl Iterator<Item = Choice> {
    let language = frame.language;
    (0..HALVES).map(move |half| {
        let minutes = if half % 2 == 0 { "00" } else { "30" };
        let hour = format!("{:02}:{minutes}", half / 2);
        Choice::named(half.to_string(), number::digits(language, &hour))
    })
}
