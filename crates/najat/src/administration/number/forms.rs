//! The forms of duty numbers.

use page::Form;
use people::organisation::Names;
use protection::reader::{DutyNumber, YesNoUnknown};
use record::{Id, Language, Moment};
use vault::Plain;

use super::super::parts::{Governorate, NONE, OrNone};

/// The longest name, help and hours.
const NAME: usize = 120;
const HELP: usize = 300;
const SHORT: usize = 60;

page::fields! {
    /// A form that enters a number, or changes one. Whoever sends it has rung it up.
    pub(super) struct Setting {
        /// Which; none for a new one.
        pub id: Option<Id> = may unseen(),
        /// The number.
        pub number: Plain<String> = phone("admin-number-line", "", "admin-number-missing"),
        /// Where it helps; none for the whole country.
        pub place: OrNone<Governorate> = select("admin-number-for", "", "error-choose"),
        /// Whose it is, in English.
        pub name_en: Plain<String> = name("admin-number-name-en", "admin-number-name-hint", "admin-number-name-missing", NAME),
        /// In Arabic.
        pub name_ar: Plain<String> = name("admin-number-name-ar", "", "admin-number-name-missing", NAME),
        /// In Central Kurdish.
        pub name_ckb: Plain<String> = name("admin-number-name-ckb", "", "admin-number-name-missing", NAME),
        /// How it helps, in English.
        pub help_en: Plain<String> = name("admin-number-help-en", "admin-number-help-hint", "admin-number-help-missing", HELP),
        /// In Arabic.
        pub help_ar: Plain<String> = name("admin-number-help-ar", "", "admin-number-help-missing", HELP),
        /// In Central Kurdish.
        pub help_ckb: Plain<String> = name("admin-number-help-ckb", "", "admin-number-help-missing", HELP),
        /// When somebody answers.
        pub hours: Option<Plain<String>> = may text("admin-org-hours", "admin-org-hours-hint", SHORT),
        /// In which languages.
        pub languages: Vec<Language> = several("admin-number-languages", "", "error-choose"),
        /// Whether calls are recorded.
        pub records_calls: YesNoUnknown = answer("admin-number-records", "", "error-choose"),
        /// Whether they must report what they hear.
        pub duty_to_report: YesNoUnknown = answer("admin-number-reports", "", "error-choose"),
        /// Which desk rang it up.
        pub checked_by: Plain<String> = text("admin-number-desk", "admin-number-desk-hint", "admin-number-desk-missing", SHORT),
        /// Whether it is kept off the public page.
        pub hidden: bool = tick("admin-number-keep-off", ""),
    }
}

page::fields! {
    /// A button of the list: somebody rang the number up.
    pub(super) struct Checking {
        /// Which.
        pub id: Id = unseen(),
    }
}

page::fields! {
    /// A button of the list: a number is kept off the public page, or shown there again.
    pub(super) struct Hiding {
        /// Which.
        pub id: Id = unseen(),
        /// Whether it is kept off.
        pub hidden: bool = tick("admin-number-keep-off", ""),
    }
}

impl Setting {
    /// What it says of a number.
    pub(super) fn said(self, id: Id, now: Moment) -> DutyNumber {
        let names = |three: [Plain<String>; 3]| Names::new(three.map(|one| one.expose().clone()));
        let hours = self.hours.as_ref();
        let spoken: Vec<&str> = self.languages.iter().map(|one| one.code()).collect();
        DutyNumber {
            id,
            number: self.number.expose().clone(),
            governorate: self.place.0.map(|Governorate(code)| code),
            names: names([self.name_en, self.name_ar, self.name_ckb]),
            help: names([self.help_en, self.help_ar, self.help_ckb]),
            hours: hours.map_or_else(|| "24/7".to_owned(), |hours| hours.expose().clone()),
            languages: spoken.join(" "),
            records_calls: self.records_calls,
            duty_to_report: self.duty_to_report,
            checked_on: now,
            checked_by: self.checked_by.expose().clone(),
            hidden: self.hidden,
        }
    }
}

/// The form of a number as it stands.
pub(super) fn filled(form: Form, number: &DutyNumber) -> Form {
    let form = if number.hidden {
        form.put("hidden", "yes")
    } else {
        form
    };
    form.put("id", number.id.to_string())
        .put("number", number.number.as_str())
        .put("place", number.governorate.as_deref().unwrap_or(NONE))
        .put("name_en", number.names.en.as_str())
        .put("name_ar", number.names.ar.as_str())
        .put("name_ckb", number.names.ckb.as_str())
        .put("help_en", number.help.en.as_str())
        .put("help_ar", number.help.ar.as_str())
        .put("help_ckb", number.help.ckb.as_str())
        .put("hours", number.hours.as_str())
        .choose(
            "languages",
            number.languages.split_whitespace().map(str::to_owned),
        )
        .put("records_calls", number.records_calls.code())
        .put("duty_to_report", number.duty_to_report.code())
        .put("checked_by", number.checked_by.as_str())
}
