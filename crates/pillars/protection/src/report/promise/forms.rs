use access::Actor;
use access::action::MakePromise;
use page::{About, App, Choice, Field, Form, FormAbout, Frame, Problem};
use record::Id;
use store::Unit;

use super::{Promise, Promised, make_promise};
use crate::report::ReportError;
use crate::report::when::{Day, Hour, days, hours};

/// For how many days ahead something is promised at most, today among them.
const DAYS: i64 = 30;

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
            "day" => days(frame, DAYS).collect(),
            "hour" => hours(frame).collect(),
            _ => field.options(&frame.language),
        }
    }

    async fn act(&self, unit: &Unit<MakePromise>) -> Result<(), ReportError> {
        let promise = Promise {
            what: self.what,
            due: self.day.at(self.hour),
        };
        make_promise(unit, &promise, &self.form_key).await.map(drop)
    }
}
