//! Facts for counting: written in the unit that did what is counted, taken out with their record's
//! key, counted by the measures that pillars declare.

use record::{By, Counted, Fact, Measure, Moment};

use crate::sql::Row;
use crate::{StoreError, Work, args};

crate::statements! {
    PUT = "INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (what, subject) \
        DO UPDATE SET code = excluded.code";
    // The engine tells counts apart and finds the wait in the middle: a row for each count, however
    // many facts there are. Of those whose wait is known half waited so long or less: the lower one of
    // the two in the middle.
    COUNTED = "WITH found AS (SELECT CASE WHEN $5 THEN f.governorate END AS governorate, \
        CASE WHEN $6 THEN f.sex END AS sex, CASE WHEN $7 THEN f.age END AS age, \
        CASE WHEN $8 THEN f.code END AS code, f.at - f.since AS waited FROM fact f \
        WHERE f.what = $1 AND f.at > $2 AND f.at <= $3 AND NOT EXISTS (SELECT 1 FROM fact e \
        WHERE e.what = $4 AND e.subject = f.subject)), \
        placed AS (SELECT governorate, sex, age, code, waited, \
        COUNT(*) OVER alike AS counted, COUNT(waited) OVER alike AS known, \
        ROW_NUMBER() OVER (PARTITION BY governorate, sex, age, code \
        ORDER BY waited IS NULL, waited) AS place \
        FROM found WINDOW alike AS (PARTITION BY governorate, sex, age, code)) \
        SELECT governorate, sex, age, code, counted, waited FROM placed \
        WHERE place = CASE WHEN known > 0 THEN (known + 1) / 2 ELSE 1 END";
}

/// The parts of a second in which moments are kept.
const MICROS: i64 = 1_000_000;

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
        let tells = |wanted| measure.by.iter().any(|(by, _)| *by == wanted);
        let args = args![
            measure.counts.code(),
            from,
            now,
            without,
            tells(By::Governorate),
            tells(By::Sex),
            tells(By::Age),
            tells(By::Code)
        ];
        let rows = self.rows(COUNTED, args).await?;
        let counted = rows.iter().map(|row| {
            let by = measure.by.iter().map(|(by, _)| code(row, *by));
            Ok(Counted {
                by: by.collect::<Result<_, _>>()?,
                count: row.int("counted")?,
                half_waited: row.maybe_int("waited")?.map(|micros| micros / MICROS),
            })
        });
        let mut counted = counted.collect::<Result<Vec<_>, StoreError>>()?;
        counted.sort_by(|a, b| a.by.cmp(&b.by));
        Ok(counted)
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
