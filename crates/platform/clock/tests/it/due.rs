//! When clocks are due: every rule as a table, T1 over any moment.

use clock::{Code, Fact, Given, Span, Told, due_for_t1, rule};
use proptest::prelude::*;
use record::{District, Duty, Moment, district};

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

/// A clock, what is known, when the violence happened, and when each point is due.
type Case<'a> = (Code, &'a [Fact], Option<&'a str>, &'a [&'a str]);

/// The points of a clock that starts at nine on 31 August 2026, with what is known.
fn points(code: Code, facts: &[Fact], act: Option<&str>) -> Vec<Moment> {
    rule(code).points(&Given {
        started: at("2026-08-31T09:00:00"),
        act: act.map(at),
        facts,
    })
}

#[test]
fn every_clock_is_due_as_the_standards_say() {
    use Fact::{Child, Danger, InterimPlace, SexualViolence, UnderFive, Urgent};
    let table: &[Case<'_>] = &[
        (Code::T2, &[], None, &["2026-09-01T09:00:00"]),
        (Code::T3, &[], None, &["2026-08-31T13:00:00"]),
        // A guardian within a day; the court two days later.
        (
            Code::T4,
            &[],
            None,
            &["2026-09-01T09:00:00", "2026-09-03T09:00:00"],
        ),
        (Code::T5, &[], None, &["2026-09-01T09:00:00"]),
        // The window runs from the act, and the first check still comes within a day.
        (
            Code::T5,
            &[SexualViolence],
            Some("2026-08-30T09:00:00"),
            &["2026-09-01T09:00:00", "2026-09-04T09:00:00"],
        ),
        (
            Code::T5,
            &[SexualViolence],
            Some("2026-08-28T21:00:00"),
            &["2026-08-31T21:00:00", "2026-09-02T21:00:00"],
        ),
        // The act lies too far back for the first window: at once.
        (
            Code::T5,
            &[SexualViolence],
            Some("2026-08-27T09:00:00"),
            &["2026-08-31T09:00:00", "2026-09-01T09:00:00"],
        ),
        // Nobody knows when it was.
        (
            Code::T5,
            &[SexualViolence],
            None,
            &["2026-09-01T09:00:00", "2026-09-05T09:00:00"],
        ),
        (Code::T6, &[], None, &["2026-09-03T09:00:00"]),
        (Code::T6, &[UnderFive], None, &["2026-09-01T09:00:00"]),
        (Code::T7, &[], None, &["2026-09-07T09:00:00"]),
        (Code::T7, &[Urgent], None, &["2026-09-03T09:00:00"]),
        (Code::T8, &[], None, &["2026-09-07T09:00:00"]),
        (Code::T8, &[UnderFive], None, &["2026-08-31T09:00:00"]),
        (Code::T9, &[], None, &["2026-09-28T09:00:00"]),
        (
            Code::T9,
            &[InterimPlace],
            None,
            &["2026-09-28T09:00:00", "2026-11-23T09:00:00"],
        ),
        (
            Code::T10,
            &[],
            None,
            &["2026-09-14T09:00:00", "2026-09-30T09:00:00"],
        ),
        (Code::T11, &[], None, &["2026-09-07T09:00:00"]),
        // Half a year later there is no 31st.
        (Code::T12, &[], None, &["2027-02-28T09:00:00"]),
        // Weeks and months of the calendar: the last day where a month is shorter.
        (
            Code::T13,
            &[],
            None,
            &[
                "2026-09-07T09:00:00",
                "2026-09-30T09:00:00",
                "2026-11-30T09:00:00",
                "2027-02-28T09:00:00",
                "2027-08-31T09:00:00",
            ],
        ),
        (Code::Answer, &[], None, &["2026-08-31T11:00:00"]),
        (Code::Answer, &[Danger], None, &["2026-08-31T09:30:00"]),
        (Code::Hold, &[], None, &["2026-08-31T13:00:00"]),
        (Code::Stay, &[Child], None, &["2026-09-02T09:00:00"]),
        (Code::Right, &[], None, &["2026-09-01T09:00:00"]),
        (Code::Right, &[Child], None, &["2026-08-31T11:00:00"]),
    ];
    for (code, facts, act, due) in table {
        let due: Vec<Moment> = due.iter().map(|due| at(due)).collect();
        assert_eq!(points(*code, facts, *act), due, "{code} {facts:?} {act:?}");
    }
}

#[test]
fn every_clock_has_its_rows_and_somebody_who_is_told() {
    let hours = |count: i64| Span::Seconds(count * 3600);
    for code in Code::ALL {
        let rule = rule(*code);
        assert_eq!(rule.code, *code);
        assert!(!points(*code, &[], None).is_empty(), "{code} is never due");
        let told: Vec<(Told, Span)> = rule.steps.iter().map(|s| (s.told, s.after)).collect();
        let supervisor = (Told::Supervisor, Span::Seconds(0));
        let state = (Told::Duty(Duty::StateDuty), hours(1));
        let committee = (Told::Duty(Duty::FocalPoint), hours(3));
        match code {
            // A site that is late is marked; nobody waits for it.
            Code::Answer | Code::Hold | Code::Stay => assert_eq!(told, [supervisor]),
            Code::Right => {
                let oversight = (Told::Duty(Duty::Oversight), Span::Seconds(0));
                assert_eq!(told, [supervisor, oversight, state, committee]);
            }
            _ => assert_eq!(told, [supervisor, state, committee], "{code}"),
        }
        assert_eq!(rule.prolonged, *code == Code::Hold, "{code}");
    }
}

#[test]
fn an_interview_waits_until_the_child_is_fit() {
    let interview = rule(Code::T11);
    assert!(!interview.may_be_reached(&[Fact::Child]));
    assert!(interview.may_be_reached(&[Fact::RestedAndFit]));
    assert!(rule(Code::T4).may_be_reached(&[]));
}

#[test]
fn months_are_those_of_baghdad() {
    // Half past midnight on 1 March in Baghdad is still 28 February in UTC.
    let started = at("2026-03-01T00:30:00");
    let month: Span = "1mo".parse().expect("a month");
    assert_eq!(month.after(started), at("2026-04-01T00:30:00"));
    let month: Span = "12mo".parse().expect("a year");
    assert_eq!(
        month.after(at("2028-02-29T12:00:00")),
        at("2029-02-28T12:00:00")
    );
    for wrong in ["", "h", "2", "2 h", "2hours", "-1h", "1mo2", "99999999999h"] {
        assert!(wrong.parse::<Span>().is_err(), "{wrong}");
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

    #[test]
    fn no_point_lies_before_its_start_or_before_the_one_before(
        seconds in 1_500_000_000_i64..2_500_000_000,
        ago in proptest::option::of(0_i64..400 * 3600),
        facts in proptest::sample::subsequence(Fact::ALL.to_vec(), 0..=Fact::ALL.len()),
        code in proptest::sample::select(Code::ALL.to_vec()),
    ) {
        let started = Moment::from_micros(seconds * 1_000_000);
        let act = ago.map(|ago| started.plus_seconds(-ago));
        let points = rule(code).points(&Given { started, act, facts: &facts });
        prop_assert!(points.iter().all(|point| *point >= started));
        prop_assert!(points.is_sorted());
    }
}
