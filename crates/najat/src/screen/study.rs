//! How often level 1 finds whom a full interview finds, and leaves alone whom it does not: with the
//! intervals of Wilson (1927) at 95 %.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Context as _, Result, bail};

/// Below this many found by the interview, an interval at 90 % is wider than ten points each way.
const FEWEST: u32 = 35;

/// Of how many, how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Share {
    part: u32,
    whole: u32,
}

impl Share {
    /// The share and the two ends of its interval; none of nothing.
    fn interval(self) -> Option<[f64; 3]> {
        const Z: f64 = 1.959_963_984_540_054;
        if self.whole == 0 {
            return None;
        }
        let (whole, share) = (
            f64::from(self.whole),
            f64::from(self.part) / f64::from(self.whole),
        );
        let squared = Z * Z;
        let middle = (share + squared / (2.0 * whole)) / (1.0 + squared / whole);
        let spread = (share * (1.0 - share) / whole + squared / (4.0 * whole * whole)).sqrt();
        let half = Z * spread / (1.0 + squared / whole);
        Some([share, (middle - half).max(0.0), (middle + half).min(1.0)])
    }
}

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.interval() {
            Some([share, low, high]) => write!(
                out,
                "{:5.1} %  ({:.1} to {:.1} %)  {} of {}",
                share * 100.0,
                low * 100.0,
                high * 100.0,
                self.part,
                self.whole
            ),
            None => write!(out, "nobody to count"),
        }
    }
}

/// What a study shows.
#[derive(Debug, Default)]
pub struct Study {
    both: u32,
    level1_alone: u32,
    interview_alone: u32,
    neither: u32,
}

impl fmt::Display for Study {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part, other| Share {
            part,
            whole: part + other,
        };
        let (yes, no) = (
            self.both + self.interview_alone,
            self.level1_alone + self.neither,
        );
        writeln!(out, "cases {}, found by the interview {yes}", yes + no)?;
        for (name, share) in [
            ("sensitivity", share(self.both, self.interview_alone)),
            ("specificity", share(self.neither, self.level1_alone)),
            (
                "positive predictive value",
                share(self.both, self.level1_alone),
            ),
            (
                "negative predictive value",
                share(self.neither, self.interview_alone),
            ),
        ] {
            writeln!(out, "{name:26}{share}")?;
        }
        writeln!(out, "intervals: Wilson, 95 %")
    }
}

/// Counts a study. A bad row is named by its line.
pub fn measure(text: &str) -> Result<Study> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().context("the head cannot be read")?.clone();
    let column = |name: &str| {
        let at = head.iter().position(|it| it == name);
        at.with_context(|| format!("the column {name} is missing: case, level1, interview"))
    };
    let (case, level1, interview) = (column("case")?, column("level1")?, column("interview")?);
    let mut study = Study::default();
    let mut seen = BTreeSet::new();
    for row in reader.records() {
        let row = row.context("a row has another number of cells than the head")?;
        let line = row.position().map_or(0, csv::Position::line);
        let cell = |at: usize| row.get(at).unwrap_or_default();
        if !seen.insert(cell(case).to_owned()) {
            bail!("line {line}: this case is there twice");
        }
        let found = |at| answer(cell(at)).with_context(|| format!("line {line}"));
        let count = match (found(level1)?, found(interview)?) {
            (true, true) => &mut study.both,
            (true, false) => &mut study.level1_alone,
            (false, true) => &mut study.interview_alone,
            (false, false) => &mut study.neither,
        };
        *count += 1;
    }
    let positive = study.both + study.interview_alone;
    if positive < FEWEST {
        bail!(
            "the interview found {positive}: fewer than {FEWEST} say too little. Add cases, and measure again"
        );
    }
    Ok(study)
}

fn answer(cell: &str) -> Result<bool> {
    match cell.to_ascii_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" => Ok(false),
        _ => bail!("an answer is yes or no (true or false, 1 or 0)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(groups: &[(&str, &str, usize)]) -> String {
        let head = std::iter::once("case,level1,interview\n".to_owned());
        let rows = groups
            .iter()
            .enumerate()
            .flat_map(|(at, (level1, interview, count))| {
                (0..*count).map(move |one| format!("{at}-{one},{level1},{interview}\n"))
            });
        head.chain(rows).collect()
    }

    #[test]
    fn the_figures_of_a_known_table() {
        let groups = [
            ("yes", "yes", 36),
            ("no", "yes", 4),
            ("1", "0", 20),
            ("no", "no", 60),
        ];
        let said = measure(&file(&groups)).expect("a study").to_string();
        // Wilson's intervals of 36/40, 60/80, 36/56 and 60/64, worked out apart.
        for figures in [
            "sensitivity                90.0 %  (76.9 to 96.0 %)  36 of 40",
            "specificity                75.0 %  (64.5 to 83.2 %)  60 of 80",
            "positive predictive value  64.3 %  (51.2 to 75.5 %)  36 of 56",
            "negative predictive value  93.8 %  (85.0 to 97.5 %)  60 of 64",
        ] {
            assert!(said.contains(figures), "{figures}\n{said}");
        }
    }

    #[test]
    fn too_few_are_refused_and_bad_rows_are_named() {
        let refused = |text: &str| format!("{:#}", measure(text).expect_err("refused"));
        assert!(refused(&file(&[("yes", "yes", 34), ("no", "no", 99)])).contains("34"));
        assert!(measure(&file(&[("yes", "yes", 35)])).is_ok());
        assert!(refused("case,level1\n").contains("interview"));
        let maybe = "case,level1,interview\na,yes,maybe\n";
        assert!(refused(maybe).contains("line 2"), "{}", refused(maybe));
        let twice = "case,level1,interview\na,yes,yes\na,no,no\n";
        assert!(refused(twice).contains("line 3: this case is there twice"));
    }
}
