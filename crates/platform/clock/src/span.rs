//! Lengths of time as the table writes them.

use jiff::ToSpan as _;
use record::Moment;

/// A length of time: minutes and hours on the clock; days, weeks and months of the calendar in
/// Baghdad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many seconds.
    Seconds(i64),
    /// So many days of the calendar.
    Days(i32),
    /// So many months of the calendar: the same day of the month, or its last where it is shorter.
    Months(i32),
}

impl Span {
    /// The moment so much later.
    #[must_use]
    pub fn after(self, from: Moment) -> Moment {
        let calendar = |span: jiff::Span| {
            let later = from.local().checked_add(span);
            // Out of the calendar there is no such day: never due rather than due by mistake.
            later.map_or(Moment::from_micros(i64::MAX), |later| {
                Moment::from_micros(later.timestamp().as_microsecond())
            })
        };
        match self {
            Self::Seconds(seconds) => from.plus_seconds(seconds),
            Self::Days(days) => calendar(days.days()),
            Self::Months(months) => calendar(months.months()),
        }
    }
}

impl std::str::FromStr for Span {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text
            .find(|letter: char| !letter.is_ascii_digit())
            .ok_or(())?;
        let (number, unit) = text.split_at(digits);
        let number: i32 = number.parse().map_err(|_| ())?;
        match unit {
            "min" => Ok(Self::Seconds(i64::from(number) * 60)),
            "h" => Ok(Self::Seconds(i64::from(number) * 3600)),
            "d" => Ok(Self::Days(number)),
            "w" => number.checked_mul(7).map(Self::Days).ok_or(()),
            "mo" => Ok(Self::Months(number)),
            _ => Err(()),
        }
    }
}
