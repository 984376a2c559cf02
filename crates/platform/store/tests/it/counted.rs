//! What is counted of facts: told apart as a measure wants it, with the wait of the one in the middle.

use record::{By, Counted, Fact, FactName, Measure};
use store::StoreError;
use testkit::on_both_engines;

use crate::ground::site;

/// The waits of one code, in seconds; none, where it is not known.
type Waits = &'static [Option<i64>];

/// The code that tells them apart, the waits, and how long half of them waited at most.
const ROWS: [(Option<&str>, Waits, Option<i64>); 5] = [
    (None, &[Some(7)], Some(7)),
    (Some("a"), &[None], None),
    (Some("b"), &[Some(9), None, Some(1)], Some(1)),
    (Some("c"), &[Some(9), Some(5), Some(1)], Some(5)),
    (Some("d"), &[Some(4), Some(4), Some(2), Some(8)], Some(4)),
];

const fn measure(by: &'static [(By, &'static str)]) -> Measure {
    Measure {
        name: "made-up",
        counts: FactName::BedPlaced,
        within: Some(3600),
        without: Some(FactName::RightMet),
        by,
    }
}

const BY_CODE: Measure = measure(&[(By::Code, "made-up")]);
const BY_SEX_AND_CODE: Measure = measure(&[(By::Sex, "made-up"), (By::Code, "made-up")]);
const ALL: Measure = measure(&[]);

#[tokio::test]
async fn half_of_them_waited_so_long_or_less() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let written = site.store.unit(permit.clone(), move |unit| async move {
            let at = unit.now();
            let fact = |code, at: record::Moment, wait: Option<i64>| Fact {
                what: FactName::BedPlaced,
                subject: unit.id(),
                record,
                at,
                since: wait.map(|wait| at.plus_seconds(-wait)),
                governorate: None,
                sex: Some("female"),
                age: None,
                code,
            };
            for (code, waits, _) in ROWS {
                for wait in waits {
                    unit.fact(&fact(code, at, *wait)).await?;
                }
            }
            // Too long ago; and one to which what is left out has happened.
            unit.fact(&fact(Some("a"), at.plus_seconds(-3601), Some(1)))
                .await?;
            let met = fact(Some("b"), at, Some(100));
            unit.fact(&met).await?;
            let what = FactName::RightMet;
            unit.fact(&Fact { what, ..met }).await
        });
        written.await.unwrap();
        let count = async |measure: &'static Measure| -> Vec<Counted> {
            let read = site.store.read(permit.clone(), move |unit| async move {
                unit.counted(measure).await
            });
            let counted: Result<_, StoreError> = read.await;
            counted.unwrap()
        };
        let text = |code: Option<&str>| code.map(str::to_owned);
        let expected = |with_sex: bool| {
            ROWS.map(|(code, waits, half_waited)| Counted {
                by: with_sex
                    .then(|| text(Some("female")))
                    .into_iter()
                    .chain([text(code)])
                    .collect(),
                count: i64::try_from(waits.len()).unwrap(),
                half_waited,
            })
        };
        assert_eq!(count(&BY_CODE).await, expected(false));
        assert_eq!(count(&BY_SEX_AND_CODE).await, expected(true));
        // 1 1 2 4 4 5 7 8 9 9, the lower of the two in the middle; two more have no known wait.
        let all = Counted {
            by: Vec::new(),
            count: 12,
            half_waited: Some(4),
        };
        assert_eq!(count(&ALL).await, [all]);
    })
    .await;
}
