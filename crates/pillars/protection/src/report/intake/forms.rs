use page::{Field, Fields as _, Form, Wrong};
use record::{Moment, SheetNumber};
use vault::Plain;

use super::{Channel, TakenDown};
use crate::report::Entry;
use crate::report::ask::forms::{WhereForm, WordsForm, is_of_held};
use crate::report::ask::{NOBODY, UNKNOWN};
use crate::report::when::{Day, Hour};

record::codes! {
    /// Whether the person can talk now.
    Talk labelled "intake-talk" {
        /// They can.
        Now = "now",
        /// Not now: they are called at another time.
        Later = "later",
    }
}

record::codes! {
    /// Whether the person wants a receipt.
    Receipt labelled "intake-receipt" {
        /// It is read out to them.
        Read = "read",
        /// They want none.
        Declined = "declined",
    }
}

page::fields! {
    /// What only whoever takes it down is asked, beside the questions that they read out.
    pub(crate) struct TakingDown judged by in_the_past {
        /// How they told it.
        pub how_told: Channel = choice("intake-how", "", "error-choose"),
        /// Whether they can talk now.
        pub talk: Option<Talk> = may pick("intake-talk", "intake-talk-hint"),
        /// Whom it is about.
        pub about: Option<Entry> = may pick("intake-about", ""),
        /// Whether they want a receipt; they get one, where nothing was chosen.
        pub receipt: Option<Receipt> = may pick("intake-receipt", "intake-receipt-hint"),
        /// The day on which they told it; now, where nothing was chosen.
        pub day: Option<Day> = may select("intake-day", "intake-day-hint"),
        /// The hour.
        pub hour: Option<Hour> = may select("promise-hour", "promise-hour-hint"),
    }
}

impl TakingDown {
    /// When they told it. A day without an hour counts from its beginning: what is due is due earlier,
    /// and never later than it should be.
    pub(super) fn at(&self, now: Moment) -> Moment {
        let told = self.day.map(|day| match self.hour {
            Some(hour) => day.at(hour),
            None => day.begins(),
        });
        told.unwrap_or(now)
    }

    pub(super) fn taken(&self, now: Moment, sheet: Option<SheetNumber>) -> TakenDown {
        TakenDown {
            sheet,
            how: self.how_told,
            at: self.at(now),
            receipt: self.receipt != Some(Receipt::Declined),
        }
    }
}

/// An hour belongs to a day.
fn in_the_past(form: &mut Form) {
    if form.open("day").is_empty() && !form.open("hour").is_empty() {
        form.wrong("day", Wrong::new("error-choose"));
    }
}

/// What it is about: as they said, or as what was filled in tells.
pub(super) fn about(form: &Form, free_text: Option<Entry>) -> Entry {
    let tells_of_held = WordsForm::FIELDS
        .iter()
        .filter(|field| is_of_held(field.name))
        .any(|field| !form.open(field.name).is_empty());
    if tells_of_held {
        Entry::Held
    } else {
        free_text.unwrap_or(Entry::Help)
    }
}

/// Whoever is on the telephone cannot answer everything: what was not asked counts as not known.
pub(super) fn leave_open(form: &mut Form) {
    for (field, code) in [("governorate", UNKNOWN), ("accused", NOBODY)] {
        if form.open(field).is_empty() {
            form.fill(field, Plain::new(code.to_owned()));
        }
    }
}

/// Every field that is asked, by its name.
pub(super) fn field(name: &str) -> Option<&'static Field> {
    let all = [TakingDown::FIELDS, WhereForm::FIELDS, WordsForm::FIELDS];
    let mut all = all.into_iter().flatten();
    all.find(|field| field.name == name)
}
