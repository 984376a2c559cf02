//! T1 as a table, and over any moment.

use clock::due_for_t1;
use proptest::prelude::*;
use record::{District, Moment, district};

fn at(local: &str) -> Moment {
    let local: jiff::civil::DateTime = local.parse().expect("a local time");
    let zone = jiff::tz::TimeZone::get(record::ZONE).expect("the zone");
    let local = local.to_zoned_datetime(zone).expect("a moment");
    Moment::from_micros(local.timestamp().as_microsecond())
}

/// Basra's seat.
fn city() -> Option<&'static District> {
    district("IQG02Q02")
}

/// Al-Faw, far from the seat.
fn country() -> Option<&'static District> {
    district("IQG02Q03")
}

#[test]
fn t1_is_due_in_two_hours_or_six_and_the_same_day() {
    let end = at("2026-11-26T00:00:00").micros() - 1;
    let end = Moment::from_micros(end);
    for (sent, place, due) in [
        ("2026-11-25T09:00:00", city(), at("2026-11-25T11:00:00")),
        ("2026-11-25T09:00:00", None, at("2026-11-25T11:00:00")),
        ("2026-11-25T09:00:00", country(), at("2026-11-25T15:00:00")),
        ("2026-11-25T18:00:00", country(), end),
        ("2026-11-25T21:30:00", country(), end),
        // Never less than two hours, even past midnight.
        ("2026-11-25T22:30:00", country(), at("2026-11-26T00:30:00")),
        ("2026-11-25T23:59:59", city(), at("2026-11-26T01:59:59")),
    ] {
        assert_eq!(due_for_t1(at(sent), place), due, "{sent}");
    }
}

proptest! {
    #[test]
    fn t1_never_leaves_its_bounds(
        seconds in 1_500_000_000_i64..2_500_000_000,
        place in proptest::sample::select(vec![0, 1, 2]),
    ) {
        let sent = Moment::from_micros(seconds * 1_000_000);
        let place = [None, city(), country()][place];
        let due = due_for_t1(sent, place);
        prop_assert!(due >= sent.plus_seconds(2 * 3600));
        prop_assert!(due <= sent.plus_seconds(6 * 3600));
        prop_assert!(due <= sent.end_of_local_day() || due == sent.plus_seconds(2 * 3600));
        if place.is_none_or(|place| place.urban) {
            prop_assert_eq!(due, sent.plus_seconds(2 * 3600));
        }
    }
}
