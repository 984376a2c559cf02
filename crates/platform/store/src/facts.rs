//! Facts for counting: written in the unit that did what is counted, taken out with their record's
//! key, counted by the measures that pillars declare.

use std::collections::BTreeMap;

use record::{By, Counted, Fact, Measure, Moment};

use crate::sql::Row;
use crate::{StoreError, Work, args};

crate::statements! {
    PUT = "INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (what, subject) \
        DO UPDATE SET code = excluded.code";
    COUNTED = "SELECT f.governorate, f.sex, f.age, f.code, f.at, f.since FROM fact f \
        WHERE f.what = $1 AND f.at > $2 AND f.at <= $3 AND NOT EXISTS (SELECT 1 FROM fact e \
        WHERE e.what = $4 AND e.subject = f.subject)";
}

/// No fact has this name: a measure that leaves none out.
const NOTHING: &str = "";

impl Work {
    /// Writes a fact of a record of this unit. The same thing counted again counts once: what it
    /// was counted as is put right.
    pub async fn fact(&self, fact: &Fact) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(fact.record).await?;
        let args = args![
            fact.what.code(),
            fact.subject,
            fact.record,
            fact.at,
            fact.since,
            fact.governorate,
            fact.sex,
            fact.age,
            fact.code
        ];
        self.execute(PUT, args).await.map(drop)
    }

    /// Counts a measure as it stands at this moment, in the order of its codes.
    pub async fn counted(&self, measure: &Measure) -> Result<Vec<Counted>, StoreError> {
        let now = self.now();
        let from = measure
            .within
            .map_or(Moment::from_micros(i64::MIN), |within| {
                now.plus_seconds(-within)
            });
        let without = measure.without.map_or(NOTHING, record::FactName::code);
        let args = args![measure.counts.code(), from, now, without];
        let mut found: BTreeMap<Vec<Option<String>>, Vec<Option<i64>>> = BTreeMap::new();
        for row in self.rows(COUNTED, args).await? {
            let by = measure.by.iter().map(|(by, _)| code(&row, *by));
            let since = row.maybe_moment("since")?;
            let at = row.moment("at")?;
            found
                .entry(by.collect::<Result<_, _>>()?)
                .or_default()
                .push(since.map(|since| at.seconds_since(since)));
        }
        let counted = found.into_iter().map(|(by, waits)| Counted {
            by,
            count: i64::try_from(waits.len()).unwrap_or(i64::MAX),
            half_waited: half(waits),
        });
        Ok(counted.collect())
    }
}

fn code(row: &Row, by: By) -> Result<Option<String>, StoreError> {
    row.maybe_text(match by {
        By::Governorate => "governorate",
        By::Sex => "sex",
        By::Age => "age",
        By::Code => "code",
    })
}

/// So long or less waited half of those whose wait is known: the lower one of the two in the middle.
fn half(waits: Vec<Option<i64>>) -> Option<i64> {
    let mut known: Vec<i64> = waits.into_iter().flatten().collect();
    known.sort_unstable();
    let middle = known.len().checked_sub(1)? / 2;
    known.get(middle).copied()
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn half_of_them_waited_so_long_or_less() {
        assert_eq!(half(vec![]), None);
        assert_eq!(half(vec![None]), None);
        assert_eq!(half(vec![Some(9), None, Some(1)]), Some(1));
        assert_eq!(half(vec![Some(9), Some(5), Some(1)]), Some(5));
    }
}
