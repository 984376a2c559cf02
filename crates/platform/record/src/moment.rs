//! Points in time: UTC microseconds at rest, Asia/Baghdad in words and in rules about local days.

use jiff::tz::TimeZone;

/// The time zone in which days begin and end for people and for rules.
pub const ZONE: &str = "Asia/Baghdad";

/// A point in time, in microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// From microseconds since 1970-01-01 UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970-01-01 UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This moment and so many seconds (fewer, if negative); stops at the ends of the range.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds from `earlier` to this moment; negative if `earlier` is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0) / 1_000_000
    }

    /// This moment on the clocks of Baghdad (the epoch's start if it lies out of the calendar).
    pub fn local(self) -> jiff::ZonedDateTime {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        jiff::Timestamp::from_microsecond(self.0)
            .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            .to_zoned_datetime(zone)
    }

    /// The first microsecond of this moment's day in Baghdad.
    #[must_use]
    pub fn start_of_local_day(self) -> Self {
        match self.local().start_of_day() {
            Ok(start) => Self(start.timestamp().as_microsecond()),
            Err(_) => self,
        }
    }

    /// The last microsecond of this moment's day in Baghdad.
    #[must_use]
    pub fn end_of_local_day(self) -> Self {
        let local = self.local();
        match local.tomorrow().and_then(|next| next.start_of_day()) {
            Ok(next) => Self(next.timestamp().as_microsecond() - 1),
            Err(_) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_baghdad() {
        // 2026-11-25 20:59:59 UTC is one second before midnight there (UTC+3, no summer time).
        let noon: Moment = Moment::from_micros(
            "2026-11-25T09:00:00Z"
                .parse::<jiff::Timestamp>()
                .unwrap()
                .as_microsecond(),
        );
        let start = noon.start_of_local_day().local().to_string();
        assert_eq!(start, "2026-11-25T00:00:00+03:00[Asia/Baghdad]");
        let end = noon.end_of_local_day();
        assert_eq!(
            end.local().to_string(),
            "2026-11-25T23:59:59.999999+03:00[Asia/Baghdad]"
        );
    }
}
