//! A case through its actions on both engines: how it is opened, who finds it, the clock that passes to
//! the person, when it closes.

use clock::AgeBand;
use consent::{Consent, Manner, Packet, Purpose, Recipient};
use protection::case::actions::Writing;
use protection::case::plan::{Plan, Recognition, Served, duties};
use protection::case::{CaseError, Need, State, What};
use protection::person::PersonError;
use record::{Id, Role};

use super::acts::{is_absent, is_hidden};
use crate::installation::{Basra, Installation, administrator, plain};
use crate::screening::acts::BOTH;

const CLOCKS: &str = "SELECT record FROM clock WHERE root = $1 AND code = 'T1'";
const PASSED: &str = "SELECT record FROM clock WHERE subject = $1 AND code = 'T1'";
const SINCE_SENT: &str = "SELECT c.record FROM clock c JOIN report r ON r.record = c.root \
    WHERE c.subject = $1 AND c.code = 'T1' AND c.started = r.sent";
const RUNNING: &str =
    "SELECT record FROM clock WHERE subject = $1 AND code = 'T1' AND state <> 'stopped'";
const DUE: &str = "SELECT c.record FROM case_file c JOIN guard g ON g.record = c.record \
    WHERE c.record = $1 AND g.listed = c.due AND c.due > c.begun";
const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn a_case_is_opened_from_a_report_and_has_no_name() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, Some(report), AgeBand::Adult).await;
        let case = case.unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.root, report);
        assert_eq!(opened.head.state, State::Open);
        assert_eq!(opened.needs, [Need::Health, Need::Law]);
        assert_eq!(opened.team, [Role::Caseworker]);
        assert_eq!(opened.entries.len(), 1);
        let person = opened.head.person;
        let book = site.book(&worker, person).await.unwrap();
        assert!(!book.head.is_open && !book.book.is_child());
        assert!(is_hidden(&site.name(&worker, person).await));
        // Its supervisor reads it; nobody else of the desk, the police and the administrator find nothing.
        let supervisor = basra.supervisor.actor();
        assert!(site.case(&supervisor, case).await.is_ok());
        let other = site
            .worker(basra.desk, record::OrgKind::Aid, Role::Caseworker)
            .await;
        for stranger in [
            other.actor(),
            basra.responder.actor(),
            basra.investigator.actor(),
            administrator(),
        ] {
            assert!(is_absent(&site.case(&stranger, case).await));
            assert!(is_hidden(&site.book(&stranger, person).await));
            let begun = site
                .open_case(&stranger, Some(report), AgeBand::Adult)
                .await;
            assert!(
                begun.is_err(),
                "nobody opens one who does not read the report"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_clock_of_safety_passes_to_each_child_and_is_never_doubled() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        site.start(&worker, Some(report), AgeBand::Child, BOTH)
            .await
            .unwrap();
        assert_eq!(site.count(CLOCKS, report).await, 1);
        site.clock.advance(3600);
        let mut people = Vec::new();
        for children in 1..=2 {
            let case = site.open_case(&worker, Some(report), AgeBand::Child).await;
            let person = site.person_of(&worker, case.unwrap()).await;
            assert_eq!(site.count(CLOCKS, report).await, children);
            assert_eq!(
                site.count(SINCE_SENT, person).await,
                1,
                "as old as the report"
            );
            people.push(person);
        }
        assert_eq!(site.count(PASSED, report).await, 0);
        // An adult has none; nor has the report another, whatever is learnt there later.
        site.open_case(&worker, Some(report), AgeBand::Adult)
            .await
            .unwrap();
        site.start(&worker, Some(report), AgeBand::Unknown, BOTH)
            .await
            .unwrap();
        assert_eq!(site.count(CLOCKS, report).await, 2);
        // The report still says by when somebody must be safe.
        let read = site.read(&worker, report).await.unwrap();
        assert!(read.head.safe_by.is_some() && read.head.clock.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_case_from_a_screening_or_from_nothing_has_a_report() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        let screening = site.start(&worker, Some(report), AgeBand::Unknown, BOTH);
        let screening = screening.await.unwrap();
        let case = site
            .open_case_by(&worker, None, Some(screening), AgeBand::Unknown)
            .await
            .unwrap();
        let head = site.case(&worker, case).await.unwrap().head;
        assert_eq!((head.root, head.screening), (report, Some(screening)));

        // One case for one screening.
        let again = site.open_case_by(&worker, None, Some(screening), AgeBand::Child);
        assert!(matches!(again.await, Err(CaseError::Screened)));

        let case = site.open_case(&worker, None, AgeBand::Child).await.unwrap();
        let head = site.case(&worker, case).await.unwrap().head;
        assert_ne!(head.root, report);
        assert_eq!(site.count(CLOCKS, head.root).await, 1);
        assert_eq!(site.count(PASSED, head.person).await, 1);
        assert!(site.read(&worker, head.root).await.is_ok());
        // No screening and no report that the worker does not read.
        let strange = site.open_case_by(&worker, None, Some(Id::NONE), AgeBand::Adult);
        assert!(is_absent(&strange.await));
    })
    .await;
}

#[tokio::test]
async fn what_is_planned_and_done_stands_on_the_time_line() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let now = site.store.world().now();
        assert_eq!(
            site.count(DUE, case).await,
            0,
            "due at once: no contact is planned"
        );
        let past = Writing::Contact(now.plus_seconds(-1), plain("by phone"), None);
        let past = site.write(&worker, case, past).await;
        assert!(matches!(past, Err(CaseError::Past)));
        let next = now.plus_seconds(3 * DAY);
        let contact = Writing::Contact(next, plain("by phone"), Some(plain("she was tired")));
        site.write(&worker, case, contact).await.unwrap();
        assert_eq!(site.count(DUE, case).await, 1);
        let task = Writing::Task(now.plus_seconds(DAY), plain("find a doctor"));
        site.write(&worker, case, task).await.unwrap();
        let ahead = Writing::Note(now.plus_seconds(3600), plain("not yet"));
        let ahead = site.write(&worker, case, ahead).await;
        assert!(matches!(ahead, Err(CaseError::Ahead)));
        let note = Writing::Note(now.plus_seconds(-DAY), plain("he came to the door"));
        site.write(&worker, case, note).await.unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.next_contact, Some(next));
        assert_eq!(opened.head.due, now.plus_seconds(DAY));
        let what: Vec<What> = opened.entries.iter().map(|entry| entry.what).collect();
        assert_eq!(what, [What::Note, What::Task, What::Contact, What::Opened]);
        assert!(opened.entries[0].happened < opened.entries[0].at);
        let task = opened.entries[1].number;
        site.write(&worker, case, Writing::Done(task))
            .await
            .unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.due, next);
        assert!(opened.entries[1].done.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_case_closes_when_nothing_runs_and_opens_again_at_any_time() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let child = site.open_case(&worker, None, AgeBand::Child).await.unwrap();
        let closed = site.close_case(&worker, child).await;
        assert!(matches!(closed, Err(CaseError::ClockRuns)));
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        // A supervisor does not answer for it.
        assert!(is_absent(
            &site.close_case(&basra.supervisor.actor(), case).await
        ));
        site.close_case(&worker, case).await.unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.state, State::Closed);
        assert_eq!(opened.head.next_contact, None);
        let note = Writing::Note(site.store.world().now(), plain("after"));
        assert!(is_absent(&site.write(&worker, case, note).await));
        site.reopen_case(&worker, case).await.unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.state, State::Open);
        assert_eq!(
            opened.entries.len(),
            3,
            "what was closed stays on the time line"
        );
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_over_passes_to_the_child_who_was_seen_and_to_no_other() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        site.start(&worker, Some(report), AgeBand::Child, BOTH)
            .await
            .unwrap();
        site.sees(&worker, report).await;
        // A sister or a brother of the child who was seen has a clock of their own, which runs.
        let other = site.open_case(&worker, Some(report), AgeBand::Child).await;
        let other = site.person_of(&worker, other.unwrap()).await;
        assert_eq!(site.count(RUNNING, other).await, 1);
        let opening = site.opening(Some(report), None, AgeBand::Child, true);
        let seen = site.opens(&worker, opening).await.unwrap();
        let seen = site.person_of(&worker, seen).await;
        assert_eq!(site.count(RUNNING, seen).await, 0);
        assert_eq!(site.count(PASSED, seen).await, 1);
        assert_eq!(site.count(CLOCKS, report).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_age_that_is_learnt_later_starts_a_clock_and_two_people_end_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let person = site.person_of(&worker, case).await;
        site.says_yes(&worker, person).await;
        assert!(site.name(&worker, person).await.is_ok());
        site.is_of_age(&worker, person, AgeBand::Unknown)
            .await
            .unwrap();
        assert_eq!(site.count(RUNNING, person).await, 1);
        assert!(
            is_hidden(&site.name(&worker, person).await),
            "nobody decides yet"
        );
        let alone = site.is_of_age(&worker, person, AgeBand::Adult).await;
        assert!(matches!(alone, Err(PersonError::TwoPeople)));
        site.found_adult(&basra, person).await;
        site.react().await;
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.age, AgeBand::Adult);
        assert!(!site.book(&worker, person).await.unwrap().book.is_child());
        assert!(site.name(&worker, person).await.is_ok());
        // A child after all: the same clock goes on.
        site.is_of_age(&worker, person, AgeBand::Child)
            .await
            .unwrap();
        assert_eq!(site.count(RUNNING, person).await, 1);
        assert_eq!(site.count(PASSED, person).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_judge_is_asked_only_where_the_person_agreed_and_a_no_of_the_court_ends_nothing() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let now = site.store.world().now();
        let step = |step| Writing::Recognition(step, now, plain("Basra"), None);
        let asked = site.write(&worker, case, step(Recognition::Asked)).await;
        assert!(matches!(asked, Err(CaseError::NoJudge)));
        site.says_yes(&worker, person).await;
        let consent = Consent {
            purpose: Purpose::Judge,
            recipient: Recipient::Named(plain("the court of Basra")),
            packet: Packet::A,
            until: now.plus_seconds(30 * DAY),
            language: "ar".to_owned(),
            manner: Manner::Signed,
            asylum_explained: false,
            both_agree: false,
        };
        site.consents(&worker, person, consent).await.unwrap();
        for one in [Recognition::Asked, Recognition::NotRecognised] {
            site.write(&worker, case, step(one)).await.unwrap();
        }
        let medical = duties().iter().find(|duty| duty.key == "A11-MED").unwrap();
        let service = Writing::Service(medical, Served::Offered, now, None);
        site.write(&worker, case, service).await.unwrap();
        site.write(&worker, case, Writing::Goal(plain("to go to school")))
            .await
            .unwrap();
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.state, State::Open);
        let plan = Plan::of(&opened.entries, false);
        assert_eq!((plan.goals.len(), plan.gaps()), (1, 10));
        assert_eq!(plan.recognition[0].step, Recognition::NotRecognised);
    })
    .await;
}
