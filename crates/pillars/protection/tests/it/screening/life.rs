//! A screening through its actions on both engines: who asks, who goes on, who finds nothing, and what
//! is never kept.

use access::action::StartScreening;
use clock::AgeBand;
use protection::report::YesNoUnknown;
use protection::screening::rule::Outcome;
use protection::screening::{Agreed, Done, ScreeningError, State, Talk};
use record::{Id, OrgKind, Role};
use store::{Heir, StoreError};

use super::acts::{BOTH, CLOCKS, is_absent, talk};
use crate::installation::{BASRA, Basra, Installation};

const HOLDERS: &str = "SELECT holder FROM access_grant WHERE record = $1";
const WRAPS: &str = "SELECT holder FROM data_key WHERE record = $1";
const SAVINGS: &str = "SELECT number FROM screening_saved WHERE record = $1";
const GROWN: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'screening'";
const OTHERS: &str = "SELECT record FROM guard WHERE record <> $1";
const SINCE_SENT: &str = "SELECT c.record FROM clock c JOIN report r ON r.record = c.subject \
    WHERE c.subject = $1 AND c.code = 'T1' AND c.started = r.sent";
const WAITING: &str = "SELECT record FROM guard WHERE record = $1 AND waits = 'caseworker'";

#[tokio::test]
async fn the_front_line_asks_hands_in_and_sees_it_no_more() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let (responder, caseworker) = (basra.responder.actor(), basra.caseworker.actor());
        let clocks = site.count(CLOCKS, report).await;

        let begun = site
            .start(&responder, Some(report), AgeBand::Child, BOTH)
            .await;
        let screening = begun.unwrap();
        assert_eq!(site.count(GROWN, report).await, 1);
        // A child must be safe soon, and the clock of that runs once.
        assert_eq!(site.count(CLOCKS, report).await, clocks.max(1));
        let begun = site.asked(&responder, screening).await.unwrap();
        assert_eq!((begun.age, &begun.setting), (AgeBand::Child, &None));
        let again = site.hands_in(&responder, screening, begun, 0).await;
        assert!(matches!(again, Err(ScreeningError::Nothing)));

        let told = talk(AgeBand::Child, &["A02", "G02", "G10", "G11"], true);
        assert_eq!(
            site.save(&responder, screening, told.clone(), 0)
                .await
                .unwrap(),
            Done::Now
        );
        assert_eq!(site.asked(&responder, screening).await.unwrap(), told);
        // A form made from an older saving changes nothing.
        let stale = site
            .save(&responder, screening, talk(AgeBand::Adult, &[], true), 0)
            .await;
        assert!(matches!(stale, Err(ScreeningError::Stale)));
        // Whoever asks at the front line decides nothing.
        let decided = site
            .decide(&responder, screening, Outcome::ReasonableGrounds, 1)
            .await;
        assert!(is_absent(&decided));

        site.hands_in(&responder, screening, told.clone(), 1)
            .await
            .unwrap();
        assert!(is_absent(&site.asked(&responder, screening).await));
        assert!(is_absent(
            &site.save(&responder, screening, told.clone(), 2).await
        ));
        // A caseworker of the desk who does not answer for the report finds nothing yet.
        assert!(is_absent(&site.screening(&caseworker, screening).await));
        let supervisor = basra.supervisor.actor();
        let read = site.screening(&supervisor, screening).await.unwrap();
        assert_eq!(read.head.state, State::HandedIn);
        assert_eq!(
            site.count(WAITING, screening).await,
            1,
            "Today tells the supervisor"
        );

        let seen = site.read(&supervisor, report).await.unwrap().head.revision;
        let to = basra.caseworker.account;
        site.hand(&supervisor, report, to, seen).await.unwrap();
        site.react().await;
        let read = site.screening(&caseworker, screening).await.unwrap();
        assert_eq!(read.talk, told);
        assert_eq!(site.count(WAITING, screening).await, 0);
        assert_eq!(site.count(SAVINGS, screening).await, 3);
        for stranger in [
            basra.investigator.actor(),
            crate::installation::administrator(),
        ] {
            assert!(is_absent(&site.screening(&stranger, screening).await));
            let started = site
                .start(&stranger, Some(report), AgeBand::Adult, BOTH)
                .await;
            assert!(started.is_err());
        }
    })
    .await;
}

#[tokio::test]
async fn without_the_persons_own_yes_nothing_is_kept() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let responder = basra.responder.actor();
        let before = site.count(OTHERS, Id::NONE).await;
        for agreed in [
            [Agreed::No, Agreed::Yes],
            [Agreed::Yes, Agreed::No],
            [Agreed::Other, Agreed::Yes],
            [Agreed::Yes, Agreed::Other],
        ] {
            for of in [Some(report), None] {
                let begun = site.start(&responder, of, AgeBand::Adult, agreed).await;
                assert!(matches!(begun, Err(ScreeningError::NotAgreed)));
            }
        }
        assert_eq!(site.count(OTHERS, Id::NONE).await, before);

        // Without a report one of the desk is made first.
        let begun = site.start(&responder, None, AgeBand::Unknown, BOTH).await;
        let screening = begun.unwrap();
        assert!(site.asked(&responder, screening).await.is_ok());
        assert_eq!(
            site.count(OTHERS, Id::NONE).await,
            before + 3,
            "report, clock, screening"
        );
    })
    .await;
}

#[tokio::test]
async fn a_screening_moves_with_its_report_and_leaves_the_desk_that_is_shut_out() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [protection::reader::Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let responder = basra.responder.actor();
        let begun = site
            .start(&responder, Some(report), AgeBand::Adult, BOTH)
            .await;
        let screening = begun.unwrap();
        let told = talk(AgeBand::Adult, &["G02"], true);
        site.save(&responder, screening, told.clone(), 0)
            .await
            .unwrap();
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await;
        assert!(is_absent(
            &site.screening(&national.actor(), screening).await
        ));

        // The desk that reads is set below the camp that the report accuses.
        basra.desk_falls_under(&site, camp).await;
        site.react().await;
        assert!(is_absent(&site.asked(&responder, screening).await));
        assert!(is_absent(
            &site.screening(&basra.supervisor.actor(), screening).await
        ));
        let read = site.screening(&national.actor(), screening).await.unwrap();
        assert_eq!(read.talk, told);
        assert_eq!(site.count(WRAPS, screening).await, 1, "the key went along");
    })
    .await;
}

#[tokio::test]
async fn a_checkpoint_hands_a_screening_to_the_care_desk_and_keeps_nothing() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let officer = site
            .worker(basra.police, OrgKind::Police, Role::Responder)
            .await;
        let officer = officer.actor();
        let begun = Talk::begun(Agreed::Yes, Agreed::Yes, AgeBand::Adult);
        let half = site.start_with(&officer, None, begun).await;
        assert!(
            matches!(half, Err(ScreeningError::Nothing)),
            "all of it at once"
        );

        let told = talk(AgeBand::Adult, &["G02", "G10"], true);
        let screening = site.start_with(&officer, None, told.clone()).await.unwrap();
        assert!(is_absent(&site.asked(&officer, screening).await));
        assert!(is_absent(&site.screening(&officer, screening).await));
        assert_eq!(
            site.count(HOLDERS, screening).await,
            1,
            "the desk's supervisor alone"
        );
        assert_eq!(site.count(WRAPS, screening).await, 1);
        let read = site
            .screening(&basra.supervisor.actor(), screening)
            .await
            .unwrap();
        assert_eq!((read.talk, read.head.state), (told, State::HandedIn));
    })
    .await;
}

#[tokio::test]
async fn who_hands_their_work_over_is_not_brought_back_and_who_goes_on_takes_over() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let (worker, supervisor) = (basra.caseworker.actor(), basra.supervisor.actor());
        let screening = site
            .start(&worker, Some(report), AgeBand::Adult, BOTH)
            .await
            .unwrap();

        // Everything of hers goes to a colleague; then the report is handed on once more.
        let next = site
            .worker(basra.desk, OrgKind::Aid, Role::Caseworker)
            .await;
        let third = site
            .worker(basra.desk, OrgKind::Aid, Role::Caseworker)
            .await;
        let (desk, from) = (basra.desk, basra.caseworker.account);
        let gate = site.store.gate();
        let permit = gate.permit_new::<StartScreening>(&worker, &[]);
        let handed = site.store.unit(permit.unwrap(), move |unit| async move {
            let heir = Heir {
                account: next.account,
                organisations: vec![desk],
            };
            unit.hand_over(desk, from, &[heir]).await
        });
        let handed: Result<_, StoreError> = handed.await;
        assert!(handed.unwrap().moved >= 1);
        assert!(is_absent(&site.screening(&worker, screening).await));
        assert!(site.screening(&next.actor(), screening).await.is_ok());
        let seen = site.read(&supervisor, report).await.unwrap().head.revision;
        site.hand(&supervisor, report, third.account, seen)
            .await
            .unwrap();
        site.react().await;
        assert!(site.screening(&third.actor(), screening).await.is_ok());
        assert!(
            is_absent(&site.screening(&worker, screening).await),
            "she is gone"
        );
    })
    .await;
}

#[tokio::test]
async fn where_a_caseworker_goes_on_it_is_shut_to_the_front_line_and_few_questions_are_theirs() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
    let responder = basra.responder.actor();
    let screening = site
        .start(&responder, Some(report), AgeBand::Adult, BOTH)
        .await
        .unwrap();
    // What only trained staff ask is kept from nobody else's hand.
    let told = talk(AgeBand::Adult, &["G02", "S03"], true);
    site.save(&responder, screening, told, 0).await.unwrap();
    let kept = site.asked(&responder, screening).await.unwrap();
    assert!(kept.answers.contains_key("G02") && !kept.answers.contains_key("S03"));

    let supervisor = basra.supervisor.actor();
    let seen = site.read(&supervisor, report).await.unwrap().head.revision;
    let to = basra.caseworker.account;
    site.hand(&supervisor, report, to, seen).await.unwrap();
    site.react().await;
    let worker = basra.caseworker.actor();
    let more = talk(AgeBand::Adult, &["S03"], true);
    site.save(&worker, screening, more, 1).await.unwrap();
    let kept = site.asked(&worker, screening).await.unwrap();
    assert!(kept.answers.contains_key("G02") && kept.answers.contains_key("S03"));
    assert!(is_absent(&site.asked(&responder, screening).await));
}

#[tokio::test]
async fn a_child_who_is_found_later_is_late_since_the_report_was_sent() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let mut letter = site.letter(&[], false).await.unwrap();
        letter.minor = YesNoUnknown::No;
        let (report, _) = site.sent(letter).await;
        assert_eq!(site.count(CLOCKS, report).await, 0);
        site.clock.advance(2 * 24 * 3600);
        let responder = basra.responder.actor();
        site.start(&responder, Some(report), AgeBand::Child, BOTH)
            .await
            .unwrap();
        assert_eq!(site.count(SINCE_SENT, report).await, 1);
    })
    .await;
}
