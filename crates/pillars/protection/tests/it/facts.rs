//! What is counted: every measure equals a recomputation from the records, whatever happened to
//! them, and a report that its sender deletes takes the facts of what is over with it.

use std::collections::BTreeMap;

use access::action::{ListClocks, MarkChildSeen};
use clock::{Seen, mark_child_seen};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use protection::MEASURES;
use protection::bed::{Decline, Exit, InquiryState};
use record::{Id, Measure, OrgKind};
use store::{Row, StoreError, args};

use crate::bed_lives::{Step, happens, people, rows, steps};
use crate::beds::{Country, WOMEN, woman};
use crate::installation::{BASRA, Installation};

type Counts = BTreeMap<Vec<Option<String>>, i64>;

/// As the measure counts it.
async fn counted(site: &Installation, country: &Country, measure: &'static Measure) -> Counts {
    let actor = country.basra.supervisor.actor();
    let scope = site.store.gate().scope::<ListClocks>(&actor).unwrap();
    let read = site
        .store
        .read(scope.permit().clone(), move |unit| async move {
            unit.counted(measure).await
        });
    let counts: Result<_, StoreError> = read.await;
    let counts = counts.unwrap().into_iter();
    counts.map(|count| (count.by, count.count)).collect()
}

/// As the records themselves say; `$1` is the moment a day ago.
async fn recomputed(site: &Installation, name: &str) -> Counts {
    let (sql, by): (&'static str, &[&'static str]) = match name {
        "figure-placed" => (
            "SELECT r.sex, r.age FROM bed_stay s JOIN bed_request r ON r.record = s.request \
             WHERE s.began > $1 AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.record = r.record)",
            &["sex", "age"],
        ),
        "figure-refused" => (
            "SELECT a.decline FROM shelter_inquiry a WHERE a.decline IS NOT NULL AND $1 < a.answered + $1 \
             AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.record = a.request)",
            &["decline"],
        ),
        "figure-safe" => (
            "SELECT c.age_band FROM clock c WHERE c.code = 'T1' AND c.state = 'stopped' \
             AND $1 < c.ended + $1 AND c.because IN ('kin', 'foster', 'shelter', 'hospital', 'interim')",
            &["age_band"],
        ),
        "figure-unmet" => (
            "SELECT u.kind FROM unmet_right u JOIN guard g ON g.record = u.record \
             WHERE g.state = 'open' AND $1 < u.opened + $1",
            &["kind"],
        ),
        other => panic!("no recomputation for {other}"),
    };
    let day_ago = site.store.world().now().plus_seconds(-24 * 3600);
    let found: Result<Vec<Row>, StoreError> = site
        .store
        .read_clear(async move |look| look.rows(sql, args![day_ago]).await)
        .await;
    let mut counts = Counts::new();
    for row in found.unwrap() {
        let by = by.iter().map(|column| row.maybe_text(column).unwrap());
        *counts.entry(by.collect()).or_default() += 1;
    }
    counts
}

async fn equal(site: &Installation, country: &Country, case: &str) {
    for measure in MEASURES {
        let (counted, recomputed) = (
            counted(site, country, measure).await,
            recomputed(site, measure.name).await,
        );
        assert_eq!(counted, recomputed, "{case}: {}", measure.name);
    }
}

/// Somebody saw the child of the oldest clock of safety that runs.
async fn seen(site: &Installation, country: &Country) {
    let running = rows(
        site,
        "SELECT record FROM clock WHERE code = 'T1' AND state <> 'stopped' ORDER BY started LIMIT 1",
    );
    let Some(clock) = running.await.first().map(|row| row.id("record").unwrap()) else {
        return;
    };
    let gate = site.store.gate();
    let states = ["running", "listed_place"];
    let permit = gate
        .permit_when::<MarkChildSeen>(&country.asker(), clock, &states)
        .await
        .unwrap();
    let key = site.key();
    let marked = site.store.unit(permit, move |unit| {
        let key = key.clone();
        async move { mark_child_seen(&unit, Seen::Kin, &key).await }
    });
    marked.await.unwrap();
}

fn runner(seed: u8) -> TestRunner {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    TestRunner::new_with_rng(Config::default(), rng)
}

#[tokio::test]
async fn counts_are_what_the_records_say_after_shredding_too() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        let homes = [
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        ];
        let mut deleted = 0;
        for seed in 1..=3 {
            let mut runner = runner(seed);
            let mut requests: Vec<(Id, Id)> = Vec::new();
            for turn in 0..16 {
                let (step, which, whose) = steps().new_tree(&mut runner).unwrap().current();
                let case = format!("seed {seed}, step {turn}: {step:?}");
                if requests.is_empty() || matches!(step, Step::Ask) {
                    let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
                    site.react().await;
                    let mut needs = woman();
                    needs.age = people().new_tree(&mut runner).unwrap().current().age;
                    let asked = site.ask(&country.asker(), Some(report), needs).await;
                    requests.push((report, asked.unwrap().request));
                } else {
                    let (_, request) = requests[which.index(requests.len())];
                    let home = homes[whose.index(homes.len())];
                    happens(&site, &country, (request, home, ministry), step, &case).await;
                }
                site.react().await;
                equal(&site, &country, &case).await;
            }
            // One whole life that ends, and what a sender deletes of it.
            let no = site.home(&[WOMEN], BASRA).await;
            let yes = site.home(&[WOMEN], BASRA).await;
            let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
            site.react().await;
            let request = site
                .ask(&country.asker(), Some(report), woman())
                .await
                .unwrap()
                .request;
            site.decline(no, request, Decline::Papers, Some(ministry))
                .await
                .unwrap();
            site.react().await;
            site.admit(yes, request).await.unwrap();
            seen(&site, &country).await;
            site.react().await;
            equal(&site, &country, &format!("seed {seed}: placed and seen")).await;
            site.end_stay(yes, request, Exit::OwnHome).await.unwrap();
            let facts = "SELECT what FROM fact WHERE record = $1";
            assert_eq!(site.count(facts, request).await, 2, "placed and refused");
            site.delete(report).await.unwrap();
            site.react().await;
            assert_eq!(site.count(facts, request).await, 0, "shredded with it");
            deleted += 1;
            equal(&site, &country, &format!("seed {seed}: deleted")).await;
            let left = site.parts(request).await;
            assert!(
                left.iter()
                    .all(|(_, _, state)| *state != InquiryState::Admitted)
            );
            site.time_goes_by(25 * 3600).await;
            equal(&site, &country, &format!("seed {seed}: a day later")).await;
        }
        assert_eq!(deleted, 3);
    })
    .await;
}
