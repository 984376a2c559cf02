//! Fields into domain values: each function reads one field and notes in the form what is wrong.
//!
//! All fields are read before the form is judged, so that all errors are said at once:
//!
//! ```
//! # use page::Form;
//! # use record::Role;
//! let mut form = Form::parse("role=none&text=".as_bytes()).expect("a form");
//! let role: Option<Role> = form.needed_code("role", "error-choose");
//! let text = form.needed_text("text", "error-write", 5000);
//! assert!(role.is_none() && text.is_none());
//! assert_eq!(form.errors().len(), 2);
//! ```

use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use record::{Moment, text};
use vault::Plain;

use crate::digits;
use crate::form::{Form, Wrong};

/// A text that is no answer.
#[derive(Debug, thiserror::Error)]
#[error("not an answer")]
pub struct NotAnAnswer;

impl Form {
    /// Text that may be missing, of at most so many letters; blank is missing.
    pub fn text(&mut self, field: &'static str, most: usize) -> Option<Plain<String>> {
        if self.is_wrong(field) {
            return None;
        }
        let text = self.value(field)?.expose().trim();
        if text::is_blank(text) {
            return None;
        }
        if text.chars().count() > most {
            let most = u64::try_from(most).unwrap_or(u64::MAX);
            self.wrong(field, Wrong::new("error-too-long").with("most", most));
            return None;
        }
        Some(Plain::new(text.to_owned()))
    }

    /// Text that must be there; `missing` is the key of the message that asks for it.
    pub fn needed_text(
        &mut self,
        field: &'static str,
        missing: &'static str,
        most: usize,
    ) -> Option<Plain<String>> {
        let text = self.text(field, most);
        if text.is_none() {
            self.wrong(field, Wrong::new(missing));
        }
        text
    }

    /// A name that may be missing, in one form whatever keyboard wrote it. A mark that turns its
    /// letters round is refused: it could be read as another's.
    pub fn name(&mut self, field: &'static str, most: usize) -> Option<Plain<String>> {
        let name = self.text(field, most)?;
        if text::overrides(name.expose()) {
            self.wrong(field, Wrong::new("error-turned"));
            return None;
        }
        Some(Plain::new(text::composed(name.expose())))
    }

    /// A code of a list, if one was chosen.
    pub fn code<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        if self.is_wrong(field) {
            return None;
        }
        let code = self.value(field)?.expose().trim();
        if code.is_empty() {
            return None;
        }
        let value = code.parse().ok();
        if value.is_none() {
            self.wrong(field, Wrong::new("error-not-on-list"));
        }
        value
    }

    /// A code of a list; one must be chosen.
    pub fn needed_code<T: FromStr>(
        &mut self,
        field: &'static str,
        missing: &'static str,
    ) -> Option<T> {
        let value = self.code(field);
        if value.is_none() {
            self.wrong(field, Wrong::new(missing));
        }
        value
    }

    /// Every code chosen in a field that takes several.
    pub fn codes<T: FromStr>(&mut self, field: &'static str) -> Vec<T> {
        let typed = self.values(field).iter();
        let codes: Vec<Option<T>> = typed.map(|code| code.expose().parse().ok()).collect();
        if codes.iter().any(Option::is_none) {
            self.wrong(field, Wrong::new("error-not-on-list"));
        }
        codes.into_iter().flatten().collect()
    }

    /// Whether a single box was ticked.
    pub fn ticked(&self, field: &str) -> bool {
        self.value(field).is_some()
    }

    /// Exactly so many digits, of any script, in Western form: receipts and codes. The field is
    /// taken out, so that it is not shown again; what cannot be right stays, to be put right.
    pub fn secret_digits(&mut self, field: &'static str, count: usize) -> Option<Plain<String>> {
        let digits = self
            .value(field)
            .filter(|_| !self.is_wrong(field))
            .and_then(|typed| digits::code(typed.expose()))
            .map(Plain::new)
            .filter(|digits| digits.chars() == count);
        if digits.is_some() {
            drop(self.take(field));
        } else {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            self.wrong(field, Wrong::new("error-digits").with("count", count));
        }
        digits
    }

    /// A secret text, taken out so that it is not shown again.
    pub fn secret(&mut self, field: &'static str, missing: &'static str) -> Option<Plain<String>> {
        let secret = self
            .take(field)
            .filter(|secret| !secret.expose().is_empty() && !self.is_wrong(field));
        if secret.is_none() {
            self.wrong(field, Wrong::new(missing));
        }
        secret
    }

    /// A count, in digits of any script and nothing else.
    pub fn number(&mut self, field: &'static str) -> Option<u64> {
        let typed = self.text(field, 40)?;
        let number = digits::count(typed.expose());
        if number.is_none() {
            self.wrong(field, Wrong::new("error-number"));
        }
        number
    }

    /// A phone number: 5 to 15 digits of any script, perhaps with a plus in front.
    pub fn phone(&mut self, field: &'static str) -> Option<Plain<String>> {
        let typed = self.text(field, 60)?;
        let phone = digits::phone(typed.expose());
        if phone.is_none() {
            let wrong = Wrong::new("error-phone").with("example", "07701234567");
            self.wrong(field, wrong);
        }
        phone.map(Plain::new)
    }

    /// A date: as browsers send it (`2026-11-23`) or as people write it (`23/11/2026`).
    pub fn date(&mut self, field: &'static str) -> Option<Date> {
        let typed = self.text(field, 40)?;
        let date = parse_date(typed.expose());
        if date.is_none() {
            self.wrong(
                field,
                Wrong::new("error-date").with("example", "23/11/2026"),
            );
        }
        date
    }

    /// A moment in Baghdad from a date and an hour (`14:05`); without an hour, the day's start.
    pub fn moment(&mut self, date: &'static str, hour: &'static str) -> Option<Moment> {
        let time = match self.text(hour, 20) {
            None => Time::midnight(),
            Some(typed) => {
                let time = parse_hour(typed.expose());
                if time.is_none() {
                    self.wrong(hour, Wrong::new("error-hour").with("example", "14:05"));
                }
                time?
            }
        };
        let day = self.date(date)?;
        let zone = TimeZone::get(record::ZONE).ok()?;
        let local = day.to_datetime(time).to_zoned_datetime(zone).ok()?;
        Some(Moment::from_micros(local.timestamp().as_microsecond()))
    }
}

fn parse_date(typed: &str) -> Option<Date> {
    let typed = digits::normalised(typed);
    let parts: Vec<&str> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn parse_hour(typed: &str) -> Option<Time> {
    let typed = digits::normalised(typed);
    let (hour, minute) = typed.trim().split_once([':', '.']).unwrap_or((&typed, "0"));
    Time::new(
        hour.trim().parse().ok()?,
        minute.get(..2).unwrap_or(minute).parse().ok()?,
        0,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> Form {
        Form::parse(body.as_bytes()).unwrap()
    }

    #[test]
    fn receipts_are_read_in_any_digits() {
        let mut given = form("code=%D9%A1%D9%A2-3+%DB%B4");
        assert_eq!(given.secret_digits("code", 4).unwrap().expose(), "1234");
        assert!(given.value("code").is_none());
        let mut given = form("code=%E0%A7%A7%2F%EF%BC%92.3%2B4");
        assert_eq!(given.secret_digits("code", 4).unwrap().expose(), "1234");
        let mut given = form("code=123");
        assert!(given.secret_digits("code", 4).is_none());
        assert_eq!(given.value("code").unwrap().expose(), "123", "kept");
        assert_eq!(given.error("code").unwrap().key(), "error-digits");
    }

    #[test]
    fn dates_are_read_as_sent_and_as_written() {
        let day = Date::new(2026, 11, 23).unwrap();
        for typed in [
            "2026-11-23",
            "23/11/2026",
            "٢٣/١١/٢٠٢٦",
            "23.11.2026",
            "2026/11/23",
        ] {
            assert_eq!(parse_date(typed), Some(day), "{typed}");
        }
        for typed in ["23/13/2026", "23/11/26", "today", "2026", ""] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_moment_is_on_baghdads_clocks() {
        let mut given = form("day=2026-11-23&hour=%D9%A1%D9%A4:05");
        let moment = given.moment("day", "hour").unwrap();
        assert_eq!(crate::time::machine(moment), "2026-11-23T14:05:00+03:00");
        let mut given = form("day=2026-11-23&hour=99");
        assert!(given.moment("day", "hour").is_none());
        assert!(given.is_wrong("hour"));
    }

    #[test]
    fn counts_are_digits_and_nothing_else() {
        for typed in ["2-3", "2 3", "1,000", "about+5", "%2B5", "2%E2%80%933"] {
            let mut given = form(&format!("heads={typed}"));
            assert!(given.number("heads").is_none(), "{typed}");
            assert_eq!(given.error("heads").unwrap().key(), "error-number");
            assert!(given.value("heads").is_some(), "kept");
        }
        for typed in ["12", "%D9%A1%D9%A2", "%E0%A7%A7%E0%A7%A8", "%E2%80%8F12+"] {
            let mut given = form(&format!("heads={typed}"));
            assert_eq!(given.number("heads"), Some(12), "{typed}");
        }
    }

    #[test]
    fn what_nobody_sees_is_no_text_and_no_name_is_turned_round() {
        for typed in ["%E2%80%8F", "%E2%A0%80+%E2%80%8B", "%E3%85%A4"] {
            let mut given = form(&format!("text={typed}"));
            assert!(given.needed_text("text", "error-write", 9).is_none());
            assert_eq!(given.error("text").unwrap().key(), "error-write");
        }
        let mut given = form("name=ab%E2%80%AEcd");
        assert!(given.name("name", 9).is_none());
        assert_eq!(given.error("name").unwrap().key(), "error-turned");
        let mut given = form("name=%D8%A7%D9%94%D8%AD%D9%85%D8%AF");
        let name = given.name("name", 9).unwrap();
        assert_eq!(name.expose(), "أحمد");
    }

    #[test]
    fn phones_keep_their_plus() {
        let mut given = form("phone=%2B999+770+123-4567");
        assert_eq!(given.phone("phone").unwrap().expose(), "+9997701234567");
        let mut given = form("phone=12");
        assert!(given.phone("phone").is_none() && given.is_wrong("phone"));
    }

    #[test]
    fn long_text_is_said_to_be_long_not_missing() {
        let mut given = form("text=abcdef");
        assert!(given.needed_text("text", "error-write", 5).is_none());
        assert_eq!(given.error("text").unwrap().key(), "error-too-long");
    }
}
