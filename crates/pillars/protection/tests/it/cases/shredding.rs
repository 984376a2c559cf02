//! A shredded case: two people, after their password; then nobody finds it, nothing of it opens, and
//! whatever happens to its report later goes on without it.

use access::action::{ConfirmShredding, ProposeShredding};
use clock::AgeBand;
use protection::case::shredding::{Why, confirm_shredding, propose_shredding};
use protection::case::{CaseError, State};
use protection::person::Part;
use record::{Done, Id, Session};

use super::acts::{is_absent, is_hidden};
use crate::installation::{Basra, Installation, Worker, plain};
use crate::screening::acts::BOTH;

const KEYS: &str = "SELECT holder FROM data_key WHERE record = $1";
const HELD: &str = "SELECT holder FROM access_grant WHERE record = $1";
const TOMB: &str = "SELECT record FROM tombstone WHERE record = $1";
/// What is left of each table that knew something.
const ROWS: &[&str] = &[
    "SELECT record FROM case_file WHERE record = $1",
    "SELECT record FROM case_entry WHERE record = $1",
    "SELECT record FROM person WHERE record = $1",
    "SELECT record FROM person_part WHERE record = $1",
    "SELECT record FROM consent_entry WHERE record = $1",
    "SELECT record FROM screening WHERE record = $1",
    "SELECT record FROM screening_saved WHERE record = $1",
    "SELECT record FROM screening_decision WHERE record = $1",
    "SELECT record FROM interpreter_word WHERE record = $1",
];

impl Installation {
    async fn proposes_shredding(&self, worker: Worker, case: Id) -> Result<Done, CaseError> {
        let actor = worker.in_session(Session::SteppedUp);
        self.by::<ProposeShredding, _, _, _, _>(&actor, case, |unit, key| async move {
            propose_shredding(&unit, Why::Asked, &key).await
        })
        .await
    }

    async fn shreds(&self, worker: Worker, case: Id) -> Result<Done, CaseError> {
        let actor = worker.in_session(Session::SteppedUp);
        self.by::<ConfirmShredding, _, _, _, _>(&actor, case, |unit, key| async move {
            confirm_shredding(&unit, &key).await
        })
        .await
    }
}

#[tokio::test]
async fn what_two_people_shred_opens_never_again() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let (worker, boss) = (basra.caseworker.actor(), basra.supervisor.actor());
        let screening = site.start(&worker, Some(report), AgeBand::Adult, BOTH);
        let screening = screening.await.unwrap();
        let case = site.open_case_by(&worker, None, Some(screening), AgeBand::Adult);
        let case = case.await.unwrap();
        let person = site.person_of(&worker, case).await;
        site.says_yes(&worker, person).await;
        let name = vec![(Part::Given, plain("Zaynab"))];
        site.names(&worker, person, name, 0).await.unwrap();

        // Not while it is open; not by one alone; not without the password.
        assert!(is_absent(
            &site.proposes_shredding(basra.caseworker, case).await
        ));
        site.sees(&worker, report).await;
        site.close_case(&worker, case).await.unwrap();
        let gate = site.store.gate();
        let fresh = basra.caseworker.in_session(Session::Fresh);
        let without = gate.permit::<ProposeShredding>(&fresh, case).await;
        assert!(without.is_err(), "not without the password");
        assert!(is_absent(&site.shreds(basra.supervisor, case).await));
        site.proposes_shredding(basra.caseworker, case)
            .await
            .unwrap();
        assert!(is_absent(&site.shreds(basra.caseworker, case).await));
        let opened = site.case(&boss, case).await.unwrap();
        assert_eq!(opened.head.state, State::ShredProposed);

        // Whoever does not agree opens it again, and it is asked anew.
        site.reopen_case(&boss, case).await.unwrap();
        assert!(is_absent(&site.shreds(basra.supervisor, case).await));
        site.close_case(&worker, case).await.unwrap();
        site.proposes_shredding(basra.caseworker, case)
            .await
            .unwrap();
        // What began since it closed is not lost with it.
        site.is_of_age(&worker, person, AgeBand::Child)
            .await
            .unwrap();
        let running = site.shreds(basra.supervisor, case).await;
        assert!(matches!(running, Err(CaseError::ClockRuns)));
        site.sees(&worker, person).await;
        site.shreds(basra.supervisor, case).await.unwrap();
        for record in [case, person, screening] {
            assert_eq!(site.count(KEYS, record).await, 0, "no key is left");
            assert_eq!(site.count(HELD, record).await, 0, "nobody holds it");
            assert_eq!(site.count(TOMB, record).await, 1);
            for sql in ROWS {
                assert_eq!(site.count(sql, record).await, 0, "{sql}");
            }
        }
        for actor in [&worker, &boss] {
            assert!(is_absent(&site.case(actor, case).await));
            assert!(is_hidden(&site.book(actor, person).await));
            assert!(site.read(actor, report).await.is_ok(), "the report stays");
        }
        // What happens to the report goes on without it.
        let seen = site.read(&boss, report).await.unwrap().head.revision;
        let responder = basra.responder.account;
        site.hand(&boss, report, responder, seen).await.unwrap();
        site.react().await;
        site.delete(report).await.unwrap();
        site.react().await;
        assert_eq!(site.count(HELD, case).await, 0);
    })
    .await;
}
