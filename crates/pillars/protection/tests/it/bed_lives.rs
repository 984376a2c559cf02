//! Whole lives at random: people, sites, answers, refusals, cancelled requests and hours that go
//! by. Whatever happens, what must hold does.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use protection::bed::rules::Seeker;
use protection::bed::{Age, BedError, Decline, Exit, InquiryState, Needs, Sex};
use protection::shelter::{Declared, PlaceAge, PlaceSex, rules};
use record::{Id, OrgKind};
use store::{Row, StoreError, args};

use crate::beds::{BAGHDAD, Country, Home, woman};
use crate::installation::{BASRA, Installation};

/// How many countries are lived in, and for how many steps.
fn size() -> (usize, usize) {
    if testkit::place::is_long() {
        (8, 120)
    } else {
        (2, 40)
    }
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    proptest::sample::select(all.to_vec())
}

prop_compose! {
    pub fn people()(
        sex in one_of(Sex::ALL),
        age in one_of(Age::ALL),
        family in any::<bool>(),
        heads in 1_i64..4,
        disability in proptest::bool::weighted(0.2),
    ) -> Seeker {
        Seeker { sex, age, family, heads, disability }
    }
}

/// What they are asked for with.
fn needs(who: Seeker, place: &str, danger: bool) -> Needs {
    Needs {
        sex: who.sex,
        age: who.age,
        family: who.family,
        heads: who.heads,
        disability: who.disability,
        danger,
        governorate: place.to_owned(),
        ..woman()
    }
}

prop_compose! {
    fn declared()(
        sex in one_of(PlaceSex::ALL),
        age in one_of(PlaceAge::ALL),
        family in any::<bool>(),
        disability in any::<bool>(),
        places in 1_i64..5,
    ) -> Declared {
        Declared { sex, age, family, disability, places }
    }
}

/// What happens next.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Ask,
    Hold,
    Admit,
    Decline(Decline),
    EndStay(Exit),
    Cancel,
    Release,
    Renew,
    Hours(i64),
    Close,
}

pub fn steps() -> impl Strategy<Value = (Step, prop::sample::Index, prop::sample::Index)> {
    let step = prop_oneof![
        4 => Just(Step::Ask),
        3 => Just(Step::Hold),
        3 => Just(Step::Admit),
        4 => one_of(Decline::ALL).prop_map(Step::Decline),
        1 => one_of(Exit::ALL).prop_map(Step::EndStay),
        1 => Just(Step::Cancel),
        1 => Just(Step::Release),
        1 => Just(Step::Renew),
        2 => (0_i64..30).prop_map(Step::Hours),
        1 => Just(Step::Close),
    ];
    (
        step,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    )
}

pub async fn rows(site: &Installation, sql: &'static str) -> Vec<Row> {
    let rows: Result<_, StoreError> = site
        .store
        .read_clear(async |look| look.rows(sql, args![]).await)
        .await;
    rows.unwrap()
}

/// What must hold whatever happened.
async fn everything_holds(site: &Installation, case: &str) {
    // Places taken are those of people who live there or are expected, and never more than there are.
    let taken = rows(
        site,
        "SELECT p.places, p.taken, CAST(COALESCE((SELECT SUM(r.heads) FROM shelter_inquiry a \
         JOIN bed_request r ON r.record = a.request WHERE a.places_row = p.id \
         AND a.state IN ('held', 'admitted')), 0) AS BIGINT) AS people FROM shelter_places p",
    )
    .await;
    for row in taken {
        let number = |column| row.int(column).unwrap();
        assert_eq!(number("taken"), number("people"), "{case}");
        assert!((0..=number("places")).contains(&number("taken")), "{case}");
    }
    // Nobody lives, or is expected, where they must never be placed.
    let placed = rows(
        site,
        "SELECT r.sex AS who_sex, r.age AS who_age, r.family AS who_family, p.sex, p.age, p.family \
         FROM shelter_inquiry a JOIN bed_request r ON r.record = a.request \
         JOIN shelter_places p ON p.id = a.places_row WHERE a.state IN ('held', 'admitted')",
    )
    .await;
    for row in placed {
        let age: Age = row.code("who_age").unwrap();
        let place: PlaceAge = row.code("age").unwrap();
        assert_eq!(age.may_be_child(), place.is_for_children(), "{case}");
        if !age.may_be_child() {
            let family = |column| row.yes(column).unwrap();
            assert_eq!(family("who_family"), family("family"), "{case}");
        }
        let (sex, of): (Sex, PlaceSex) = (row.code("who_sex").unwrap(), row.code("sex").unwrap());
        let is_wrong = matches!(
            (sex, of),
            (Sex::Female, PlaceSex::Male) | (Sex::Male, PlaceSex::Female)
        );
        assert!(!is_wrong, "{case}");
    }
    every_request_has_a_way_on(site, case).await;
    // A desk is something to a site while somebody of it lives there or is expected, and else not.
    let desks = rows(
        site,
        "SELECT h.record FROM access_grant h JOIN shelter s ON s.record = h.record \
         WHERE h.relation = 'placing' AND NOT EXISTS (SELECT 1 FROM shelter_inquiry a \
         JOIN access_grant p ON p.record = a.request AND p.relation = 'placing' AND p.holder = h.holder \
         WHERE a.shelter = h.record AND a.state IN ('held', 'admitted'))",
    )
    .await;
    assert!(
        desks.is_empty(),
        "{case}: a desk knows a shelter for nothing"
    );
    // Whoever has no part in a request has no key to it and is nothing to it.
    let strangers = rows(
        site,
        "SELECT h.record FROM access_grant h JOIN bed_request r ON r.record = h.record \
         WHERE h.relation = 'referred_to' AND NOT EXISTS (SELECT 1 FROM shelter_inquiry a \
         WHERE a.request = h.record AND a.org = h.holder AND a.state IN ('asked', 'held', 'admitted'))",
    )
    .await;
    assert!(
        strangers.is_empty(),
        "{case}: a shelter is asked for nothing"
    );
    // Every part that waits has its clock, and no other has.
    let clocks = rows(
        site,
        "SELECT a.id FROM shelter_inquiry a LEFT JOIN clock c ON c.subject = a.id AND c.code = 'ANSWER' \
         AND c.state <> 'stopped' WHERE (a.state = 'asked') <> (c.record IS NOT NULL) \
         UNION SELECT a.id FROM shelter_inquiry a LEFT JOIN clock c ON c.subject = a.id AND c.code = 'HOLD' \
         AND c.state <> 'stopped' WHERE (a.state = 'held') <> (c.record IS NOT NULL) \
         UNION SELECT a.id FROM shelter_inquiry a LEFT JOIN clock c ON c.subject = a.id AND c.code = 'STAY' \
         AND c.state <> 'stopped' WHERE (a.state = 'admitted') <> (c.record IS NOT NULL)",
    )
    .await;
    assert!(
        clocks.is_empty(),
        "{case}: a clock that runs for nothing, or is missing"
    );
}

/// Every request that has no place waits for a site, or it is the State's; every refusal that
/// nobody may make has a right; nobody's state is at odds with the sites' parts.
async fn every_request_has_a_way_on(site: &Installation, case: &str) {
    let stuck = rows(
        site,
        "SELECT r.record FROM bed_request r WHERE r.state = 'asked' \
         AND NOT EXISTS (SELECT 1 FROM shelter_inquiry a WHERE a.request = r.record AND a.state = 'asked') \
         AND NOT EXISTS (SELECT 1 FROM unmet_right u JOIN guard g ON g.record = u.record \
         WHERE u.request = r.record AND u.kind = 'no_place' AND g.state = 'open')",
    )
    .await;
    assert!(stuck.is_empty(), "{case}: a request with no way on");
    let refused = rows(
        site,
        "SELECT a.id FROM shelter_inquiry a WHERE a.decline IN ('sex', 'age', 'nationality', 'papers', \
         'residence', 'court_order', 'cooperation', 'complaint', 'guardian_leave', 'marriage', \
         'pregnancy_or_hiv') AND NOT EXISTS (SELECT 1 FROM unmet_right u WHERE u.inquiry = a.id \
         AND u.kind = a.decline AND u.charged = a.condition_body)",
    )
    .await;
    assert!(
        refused.is_empty(),
        "{case}: a refusal that nobody answers for"
    );
    let odd = rows(
        site,
        "SELECT r.record FROM bed_request r JOIN guard g ON g.record = r.record \
         WHERE g.state <> r.state \
         OR (r.state = 'held') <> EXISTS (SELECT 1 FROM shelter_inquiry a WHERE a.request = r.record \
           AND a.state = 'held' AND a.for_judge = FALSE) \
         OR (r.state = 'admitted') <> EXISTS (SELECT 1 FROM shelter_inquiry a WHERE a.request = r.record \
           AND a.state = 'admitted') \
         OR (r.state IN ('ended', 'cancelled') AND EXISTS (SELECT 1 FROM shelter_inquiry a \
           WHERE a.request = r.record AND a.state IN ('asked', 'held', 'admitted')))",
    )
    .await;
    assert!(odd.is_empty(), "{case}: a state at odds");
    // A child's clock runs on, whatever became of the request.
    let children = rows(
        site,
        "SELECT r.record FROM bed_request r WHERE r.age <> 'adult' AND NOT EXISTS \
         (SELECT 1 FROM clock c WHERE c.subject = r.root AND c.code = 'T1' AND c.state <> 'stopped')",
    )
    .await;
    assert!(children.is_empty(), "{case}: a child without a clock");
}

/// Refused for the state it is in, or for what is not there: all else is a fault.
fn may_be_refused<T>(result: Result<T, BedError>, case: &str) {
    let Err(error) = result else { return };
    let is_fair = matches!(
        error,
        BedError::Store(StoreError::Absent)
            | BedError::NotAsked
            | BedError::NotHeld
            | BedError::Full
    );
    assert!(is_fair, "{case}: {error}");
}

#[tokio::test]
async fn whatever_happens_nobody_is_lost_misplaced_or_refused_unanswered() {
    testkit::on_both_engines(async |url: String| {
        let mut runner = TestRunner::deterministic();
        let (countries, length) = size();
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        for number in 0..countries {
            let mut homes: Vec<Home> = Vec::new();
            for _ in 0..5 {
                let places = proptest::collection::vec(declared(), 1..4);
                let places = places.new_tree(&mut runner).unwrap().current();
                let place = if homes.len().is_multiple_of(2) {
                    BASRA
                } else {
                    BAGHDAD
                };
                // One that says children and adults is told to register two sites.
                if rules::check(&places).is_ok() {
                    homes.push(site.home(&places, place).await);
                } else {
                    let one = vec![crate::beds::WOMEN];
                    homes.push(site.home(&one, place).await);
                }
            }
            let mut requests: Vec<Id> = Vec::new();
            for turn in 0..length {
                let (step, which, whose) = steps().new_tree(&mut runner).unwrap().current();
                let case = format!("country {number}, step {turn}: {step:?}");
                if requests.is_empty() || matches!(step, Step::Ask) {
                    let who = people().new_tree(&mut runner).unwrap().current();
                    let place = if turn % 3 == 0 { BAGHDAD } else { BASRA };
                    let needs = needs(who, place, turn % 2 == 0);
                    let asked = site.ask(&country.asker(), None, needs).await;
                    requests.push(asked.unwrap().request);
                } else {
                    let request = requests[which.index(requests.len())];
                    let home = homes[whose.index(homes.len())];
                    happens(&site, &country, (request, home, ministry), step, &case).await;
                }
                site.react().await;
                everything_holds(&site, &case).await;
            }
            site.time_goes_by(60 * 3600).await;
            site.time_goes_by(60 * 3600).await;
            everything_holds(&site, &format!("country {number}, at its end")).await;
            let nothing = site.store.react(&protection::reactions()).await.unwrap();
            assert_eq!(nothing, 0, "country {number}: nothing waits for ever");
        }
    })
    .await;
}

pub async fn happens(
    site: &Installation,
    country: &Country,
    (request, home, ministry): (Id, Home, Id),
    step: Step,
    case: &str,
) {
    let desk = country.placing.actor();
    let held = site
        .parts(request)
        .await
        .into_iter()
        .find(|(_, _, state)| *state == InquiryState::Held)
        .map(|(inquiry, _, _)| inquiry);
    match (step, held) {
        (Step::Hold, _) => may_be_refused(site.hold(home, request).await, case),
        (Step::Admit, _) => may_be_refused(site.admit(home, request).await, case),
        (Step::Decline(code), _) => {
            let body = Some(ministry);
            may_be_refused(site.decline(home, request, code, body).await, case);
        }
        (Step::EndStay(exit), _) => {
            may_be_refused(site.end_stay(home, request, exit).await, case);
        }
        (Step::Cancel, _) => may_be_refused(site.cancel(&country.asker(), request).await, case),
        (Step::Release, Some(inquiry)) => {
            may_be_refused(site.release_hold(&desk, request, inquiry).await, case);
        }
        (Step::Renew, Some(inquiry)) => {
            may_be_refused(site.renew(&desk, request, inquiry).await, case);
        }
        (Step::Ask, _) | (Step::Release | Step::Renew, None) => {}
        (Step::Hours(hours), _) => site.time_goes_by(hours * 3600).await,
        (Step::Close, _) => {
            for right in site.rights(&country.basra.supervisor.actor()).await {
                let closed = site
                    .close_right(&country.basra.supervisor.actor(), right.record)
                    .await;
                let is_met = right.state == protection::right::State::Met;
                assert_eq!(closed.is_ok(), is_met, "{case}");
            }
        }
    }
}
