//! Dates, hours and spans of time in words, on the clocks of Baghdad.

use record::{Language, Moment};

use crate::language::{bare_words, words};
use crate::number::digits;

/// The date: `23 November 2026`, `٢٣ تشرين الثاني ٢٠٢٦`, `٢٣ی تشرینی دووەمی ٢٠٢٦`.
pub fn date(language: Language, moment: Moment) -> String {
    let local = moment.local();
    let month = bare_words(language, "month", &[("month", local.month().into())]);
    bare_words(
        language,
        "date",
        &[
            ("day", digits(language, &local.day().to_string()).into()),
            ("month", month.into()),
            ("year", digits(language, &local.year().to_string()).into()),
        ],
    )
}

/// The hour and minute, on 24 hours.
pub fn hour(language: Language, moment: Moment) -> String {
    let local = moment.local();
    let text = format!("{:02}:{:02}", local.hour(), local.minute());
    digits(language, &text)
}

/// Date and hour in one.
pub fn date_and_hour(language: Language, moment: Moment) -> String {
    bare_words(
        language,
        "date-and-hour",
        &[
            ("date", date(language, moment).into()),
            ("hour", hour(language, moment).into()),
        ],
    )
}

/// A span of time as people say it: `20 min`, `3 h 20 min`, `4 days`.
///
/// Minutes stop to matter after a day, hours after two.
pub fn span(language: Language, seconds: i64) -> String {
    let minutes = seconds.unsigned_abs() / 60;
    let (hours, rest) = (minutes / 60, minutes % 60);
    if hours >= 48 {
        words(language, "count-days", &[("count", (hours / 24).into())])
    } else if hours >= 24 || (hours > 0 && rest == 0) {
        words(language, "count-hours", &[("count", hours.into())])
    } else if hours > 0 {
        words(
            language,
            "hours-and-minutes",
            &[("hours", hours.into()), ("minutes", rest.into())],
        )
    } else {
        words(language, "count-minutes", &[("count", minutes.into())])
    }
}

/// How long ago or how far ahead a moment is from now: `3 h ago`, `in 20 min`, `now`.
pub fn apart(language: Language, moment: Moment, now: Moment) -> String {
    let seconds = now.seconds_since(moment);
    if seconds.abs() < 60 {
        return words(language, "just-now", &[]);
    }
    let span = span(language, seconds);
    let key = if seconds > 0 { "ago" } else { "ahead" };
    words(language, key, &[("span", span.into())])
}

/// What is left until something is due, or by how much it is late.
pub fn due(language: Language, moment: Moment, now: Moment) -> String {
    let late = now.seconds_since(moment);
    let key = if late >= 0 { "late" } else { "left" };
    words(language, key, &[("span", span(language, late).into())])
}

/// The moment in the form machines read (`datetime` of `<time>`).
pub fn machine(moment: Moment) -> String {
    let local = moment.local();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+03:00",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-23 14:05:09 in Baghdad.
    const WHEN: Moment = Moment::from_micros(1_795_431_909_000_000);

    fn plain(text: &str) -> String {
        text.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn dates_are_said_as_in_iraq() {
        assert_eq!(date(Language::En, WHEN), "23 November 2026");
        assert_eq!(date(Language::Ar, WHEN), "٢٣ تشرين الثاني ٢٠٢٦");
        assert_eq!(date(Language::Ckb, WHEN), "٢٣ی تشرینی دووەمی ٢٠٢٦");
    }

    #[test]
    fn hours_have_the_digits_of_the_language() {
        assert_eq!(hour(Language::En, WHEN), "14:05");
        assert_eq!(hour(Language::Ar, WHEN), "١٤:٠٥");
        assert_eq!(machine(WHEN), "2026-11-23T14:05:09+03:00");
    }

    #[test]
    fn spans_grow_coarser() {
        let say = |seconds| plain(&span(Language::En, seconds));
        assert_eq!(say(0), "0 min");
        assert_eq!(say(20 * 60 + 59), "20 min");
        assert_eq!(say(3 * 3600 + 20 * 60), "3 h 20 min");
        assert_eq!(say(3 * 3600), "3 h");
        assert_eq!(say(47 * 3600 + 59 * 60), "47 h");
        assert_eq!(say(72 * 3600), "3 days");
    }

    #[test]
    fn late_and_left_differ() {
        let now = WHEN;
        assert_eq!(
            plain(&due(Language::En, WHEN.plus_seconds(600), now)),
            "10 min left"
        );
        assert_eq!(
            plain(&due(Language::En, WHEN.plus_seconds(-7200), now)),
            "2 h late"
        );
        assert_eq!(
            plain(&apart(Language::En, WHEN.plus_seconds(-7200), now)),
            "2 h ago"
        );
        assert_eq!(apart(Language::En, WHEN, now), "Just now");
    }
}
