//! Which tests took longest, and whether one of them took too long: after a minute nobody waits for
//! an answer any more, and one long test at the end leaves all cores but one idle.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::pace::Pace;
use crate::{Outcome, Stop};

/// What a test of the short run may take, in seconds.
const LIMIT: f64 = 60.0;

/// Tests that need longer on two cores, and what each of them may take. A line goes when its test
/// has become quicker; a new one is no way out of making a test quick or two of it.
const LONGER: [(&str, f64); 11] = [
    ("kill::killed_at_random_nothing_acknowledged_is_lost", 300.0),
    (
        "only_looks::every_page_opened_by_every_role_leaves_looks_and_nothing_else",
        240.0,
    ),
    (
        "authority::every_route_answers_every_role_as_the_table_says",
        240.0,
    ),
    ("browser::tonight::in_arabic_on_a_phone", 240.0),
    ("browser::tonight::in_english_at_a_desk", 240.0),
    (
        "browser::tonight::in_kurdish_on_a_phone_without_script",
        240.0,
    ),
    (
        "browser::drawn::every_number_on_every_page_is_drawn_as_it_stands",
        120.0,
    ),
    (
        "oracle::every_cell_of_the_first_half_is_decided_as_the_table_says",
        120.0,
    ),
    (
        "oracle::every_cell_of_the_second_half_is_decided_as_the_table_says",
        120.0,
    ),
    (
        "jobs::names_are_found_again_when_their_index_was_made_anew",
        90.0,
    ),
    // It waits for what goes on behind an answer, and needs little of the machine.
    (
        "finished::a_report_is_kept_whoever_waits_for_the_answer",
        90.0,
    ),
];

/// How many lines the table has.
const LINES: usize = 20;

/// A test and how long it took.
#[derive(Debug, PartialEq)]
struct Took {
    seconds: f64,
    test: String,
    name: String,
}

/// What nextest wrote about its last run.
pub struct Report(PathBuf);

impl Report {
    /// Where the report of a profile comes to lie. One of an earlier run goes first.
    pub fn new(profile: &str) -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let file = Path::new(&target).join(format!("nextest/{profile}/junit.xml"));
        // Most often there is one, at first there is none.
        fs::remove_file(&file).unwrap_or_default();
        Self(file)
    }

    /// Prints the slowest tests. In the short run one over its limit is a failure, but where the
    /// machine was slow or busy, or is one of CI, which others share, it is only told.
    pub fn judge(&self, long: bool, in_ci: bool, pace: &Pace) -> Outcome {
        let Ok(report) = fs::read_to_string(&self.0) else {
            return Ok(());
        };
        let mut tests = read(&report);
        tests.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
        eprintln!("{}", table(&tests));
        let over: Vec<&Took> = tests.iter().filter(|took| took.is_over()).collect();
        if long || over.is_empty() {
            return Ok(());
        }
        let mut said = String::from("too slow:");
        for took in over {
            let limit = limit(&took.name);
            let line = format!(
                "\n  {} took {:.0} s of {limit:.0} s",
                took.test, took.seconds
            );
            said.push_str(&line);
        }
        let why = pace
            .why_slow()
            .or_else(|| in_ci.then(|| "a machine of CI is shared".to_owned()));
        match why {
            Some(why) => {
                eprintln!("{said}\n  no failure: {why}\n");
                Ok(())
            }
            None => Err(Stop::Failed(said)),
        }
    }
}

impl Took {
    fn is_over(&self) -> bool {
        self.seconds > limit(&self.name)
    }
}

fn limit(name: &str) -> f64 {
    let own = LONGER.iter().find(|(longer, _)| *longer == name);
    own.map_or(LIMIT, |(_, limit)| *limit)
}

fn table(tests: &[Took]) -> String {
    let mut table = format!("the slowest {LINES} of {} tests:", tests.len());
    for took in tests.iter().take(LINES) {
        let mark = if took.is_over() { " (too slow)" } else { "" };
        write!(table, "\n{:8.1} s  {}{mark}", took.seconds, took.test).unwrap_or_default();
    }
    table.push('\n');
    table
}

/// The tests of a report. What a test printed stands in it with its angle brackets escaped, so that
/// none of that is taken for a test.
fn read(report: &str) -> Vec<Took> {
    let cases = report.split("<testcase ").skip(1);
    let case = |case: &str| {
        let (head, _) = case.split_once('>')?;
        let attribute = |name: &str| {
            let (_, value) = head.split_once(&format!("{name}=\""))?;
            value.split('"').next()
        };
        let name = head.strip_prefix("name=\"")?.split('"').next()?;
        Some(Took {
            seconds: attribute(" time")?.parse().ok()?,
            test: format!("{} {name}", attribute(" classname")?),
            name: name.to_owned(),
        })
    };
    cases.filter_map(case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"<testsuites name="nextest-run" tests="2" time="71.0">
    <testsuite name="najat::it" tests="2">
        <testcase name="jobs::quick" classname="najat::it" timestamp="2026-11-29T00:00:00Z" time="0.500">
        </testcase>
        <testcase name="jobs::slow" classname="najat::it" timestamp="2026-11-29T00:00:00Z" time="70.250">
            <system-out>&lt;testcase name="x" time="99"&gt;</system-out>
        </testcase>
    </testsuite>"#;

    #[test]
    fn a_report_is_read_and_the_slow_are_marked() {
        let mut tests = read(REPORT);
        assert_eq!(tests.len(), 2);
        tests.reverse();
        let table = table(&tests);
        assert!(
            table.contains("70.2 s  najat::it jobs::slow (too slow)"),
            "{table}"
        );
        assert!(table.contains("0.5 s  najat::it jobs::quick\n"), "{table}");
    }

    #[test]
    fn a_slow_test_fails_where_the_machine_was_quiet_and_nowhere_else() {
        let file = std::env::temp_dir().join(format!("najat-xtask-{}.xml", std::process::id()));
        let report = Report(file.clone());
        assert!(
            report.judge(false, false, &Pace::quiet()).is_ok(),
            "no report, no judgement"
        );
        fs::write(&file, REPORT).unwrap_or_default();
        let failed = report.judge(false, false, &Pace::quiet());
        assert!(
            matches!(failed, Err(Stop::Failed(why)) if why.contains("jobs::slow took 70 s of 60 s"))
        );
        assert!(report.judge(false, false, &Pace::busy()).is_ok());
        assert!(report.judge(false, true, &Pace::quiet()).is_ok());
        assert!(report.judge(true, false, &Pace::quiet()).is_ok());
        fs::remove_file(&file).unwrap_or_default();
    }

    #[test]
    fn what_may_take_longer_is_said_by_name() {
        let [first, ..] = LONGER;
        assert!(limit(first.0) > LIMIT);
        assert!((limit("jobs::slow") - LIMIT).abs() < f64::EPSILON);
    }
}
