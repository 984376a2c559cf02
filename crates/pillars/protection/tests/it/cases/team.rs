//! Who is on a case: the team comes and goes with the person beside it, and all of it goes with the
//! report to another desk.

use clock::AgeBand;
use protection::case::CaseError;
use protection::case::team::Change;
use record::{OrgKind, Role};

use super::acts::{is_absent, is_hidden};
use crate::installation::{BASRA, Basra, Installation};

const WRAPS: &str = "SELECT holder FROM data_key WHERE record = $1";
const NOBODYS: &str = "SELECT record FROM guard WHERE record = $1 AND waits = 'owner'";

#[tokio::test]
async fn colleagues_come_and_go_with_the_person_beside_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Child).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let officer = site
            .worker(basra.desk, OrgKind::Aid, Role::ChildOfficer)
            .await;
        let elsewhere = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let stranger = site.worker(elsewhere, OrgKind::Aid, Role::Caseworker).await;
        for who in [stranger, basra.responder, basra.investigator] {
            let come = site.team(&worker, case, who, Change::Comes).await;
            assert!(matches!(come, Err(CaseError::NotFit)));
        }
        site.team(&worker, case, officer, Change::Comes)
            .await
            .unwrap();
        let joined = officer.actor();
        assert!(site.case(&joined, case).await.is_ok());
        assert!(site.book(&joined, person).await.is_ok());
        // Whoever is in the team does not change it; whoever answers for it does not leave.
        let other = site
            .team(&joined, case, basra.caseworker, Change::Leaves)
            .await;
        assert!(is_absent(&other));
        let owner = site
            .team(&worker, case, basra.caseworker, Change::Leaves)
            .await;
        assert!(matches!(owner, Err(CaseError::Owner)));

        let supervisor = basra.supervisor.actor();
        site.reassign(&supervisor, case, officer).await.unwrap();
        assert!(is_absent(&site.case(&worker, case).await));
        assert!(is_hidden(&site.book(&worker, person).await));
        assert!(site.book(&joined, person).await.is_ok());
        let opened = site.case(&joined, case).await.unwrap();
        assert_eq!(opened.team, [Role::ChildOfficer]);
    })
    .await;
}

#[tokio::test]
async fn a_case_goes_with_its_report_to_another_desk() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let police = site.org(OrgKind::Police, None, &[BASRA]).await;
        let accused = protection::report::Accused::Named(police);
        let letter = site.letter(&[accused], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let supervisor = basra.supervisor.actor();
        let seen = site.read(&supervisor, report).await.unwrap().head.revision;
        site.hand(&supervisor, report, basra.caseworker.account, seen)
            .await
            .unwrap();
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, Some(report), AgeBand::Child).await;
        let case = case.unwrap();
        let person = site.person_of(&worker, case).await;
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await;
        assert!(is_absent(&site.case(&national.actor(), case).await));
        // The desk falls under the body that the report accuses: it finds nothing from that moment on.
        basra.desk_falls_under(&site, police).await;
        assert!(is_absent(&site.case(&worker, case).await));
        assert!(is_hidden(&site.book(&worker, person).await));
        for record in [case, person] {
            assert_eq!(site.count(WRAPS, record).await, 1);
        }
        assert!(site.case(&national.actor(), case).await.is_ok());
        assert!(site.book(&national.actor(), person).await.is_ok());
        assert_eq!(
            site.count(NOBODYS, case).await,
            1,
            "Today tells the supervisor"
        );
        let next = site
            .worker(basra.national, OrgKind::Aid, Role::Caseworker)
            .await;
        site.reassign(&national.actor(), case, next).await.unwrap();
        assert_eq!(site.count(NOBODYS, case).await, 0);
        assert!(site.book(&next.actor(), person).await.is_ok());
    })
    .await;
}
