//! Who finds interpreters, and with whom an entry goes on or ends.

use access::action::{ConfirmShredding, EndOrganisation, ProposeShredding};
use clock::AgeBand;
use people::organisation::end_organisation;
use protection::case::shredding::{Why, confirm_shredding, propose_shredding};
use protection::interpreter::actions::{Wanted, Writing};
use protection::interpreter::{Because, InterpreterError, Sex, Word};
use protection::shelter::Spoken;
use record::{Id, OrgKind, Role, Session};

use super::acts::{KEYS, NUMBER, description, is_absent};
use crate::installation::{BASRA, Basra, Installation, Worker};

const SAID: &str = "SELECT record FROM interpreter_word WHERE record = $1";

#[tokio::test]
async fn whoever_helps_finds_them_and_nobody_else_does() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let boss = basra.supervisor.actor();
        let entry = site
            .interpreter(&boss, description(NUMBER, "bn ar", Sex::Woman))
            .await
            .unwrap();
        let other = site
            .interpreter(&boss, description("0770 222 3344", "ckb kmr", Sex::Man))
            .await
            .unwrap();
        site.react().await;
        // A body that is entered later opens the directory too.
        let late = site.org(OrgKind::Office, None, &["IQG15"]).await;
        let finding = [
            basra.responder,
            basra.caseworker,
            site.worker(basra.national, OrgKind::Aid, Role::LegalAid)
                .await,
            site.worker(late, OrgKind::Office, Role::Caseworker).await,
            site.worker(late, OrgKind::Office, Role::PlacementDesk)
                .await,
            site.worker(late, OrgKind::Office, Role::ChildOfficer).await,
        ];
        for worker in finding {
            let actor = worker.actor();
            let all = site.interpreters(&actor, Wanted::default()).await;
            assert_eq!(all.len(), 2, "{}", worker.role);
            let opened = site.opens_interpreter(&actor, entry).await.unwrap();
            assert_eq!(opened.number.unwrap().expose(), NUMBER);
            let added = site
                .interpreter(&actor, description("0770 1", "ar", Sex::Man))
                .await;
            assert!(is_absent(&added), "{} vouches for nobody", worker.role);
        }
        let hidden = [
            site.worker(basra.police, OrgKind::Police, Role::Responder)
                .await,
            site.worker(basra.police, OrgKind::Police, Role::Supervisor)
                .await,
            basra.investigator,
            site.worker(late, OrgKind::Office, Role::OversightOfficer)
                .await,
            site.worker(late, OrgKind::Office, Role::Administrator)
                .await,
            site.worker(late, OrgKind::Office, Role::Analyst).await,
        ];
        for worker in hidden {
            let actor = worker.actor();
            assert_eq!(site.interpreters(&actor, Wanted::default()).await, []);
            assert!(is_absent(&site.opens_interpreter(&actor, entry).await));
        }

        let worker = basra.caseworker.actor();
        let of = |language, sex| Wanted {
            language,
            sex,
            ..Wanted::default()
        };
        let bangla = of(Some(Spoken::Bangla), None);
        assert_eq!(site.interpreters(&worker, bangla).await, [entry]);
        assert_eq!(
            site.interpreters(&worker, of(None, Some(Sex::Man))).await,
            [other]
        );
        let elsewhere = Wanted {
            governorate: Some("IQG15".to_owned()),
            ..Wanted::default()
        };
        assert_eq!(site.interpreters(&worker, elsewhere).await, []);
        // One number stands there once, however it is written; of no desk.
        let second = site
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await
            .actor();
        for same in ["+999-730-123-456", "00999730123456", "٩٩٩٧٣٠١٢٣٤٥٦"] {
            let again = site
                .interpreter(&second, description(same, "ar", Sex::Man))
                .await;
            assert!(matches!(again, Err(InterpreterError::Known)), "{same}");
        }
        let theirs = site
            .writes_interpreter(&second, entry, Writing::End(Because::Asked))
            .await;
        assert!(is_absent(&theirs), "another desk's");

        // It says something else from now on; an older form does not.
        let change =
            |number: &str, seen| Writing::Change(description(number, "bn", Sex::Woman), seen);
        site.writes_interpreter(&boss, entry, change("0780 555 6677", 1))
            .await
            .unwrap();
        let stale = site
            .writes_interpreter(&boss, entry, change("0780 555 6688", 1))
            .await;
        assert!(matches!(stale, Err(InterpreterError::Stale)));
        let taken = site
            .writes_interpreter(&boss, entry, change("+964 770 222 3344", 2))
            .await;
        assert!(
            matches!(taken, Err(InterpreterError::Known)),
            "the other's, with the country's own"
        );
        let opened = site.opens_interpreter(&worker, entry).await.unwrap();
        assert_eq!(opened.number.unwrap().expose(), "0780 555 6677");
    })
    .await;
}

#[tokio::test]
async fn what_a_body_vouched_for_goes_on_with_whoever_comes_after_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let ends = |org: Id, after: Option<Id>| {
            let site = &site;
            async move {
                let boss = Worker {
                    org: basra.police,
                    ..worker_of_nobody()
                };
                let actor = boss.in_session(Session::SteppedUp);
                site.by::<EndOrganisation, _, _, _, _>(&actor, org, move |unit, _| async move {
                    end_organisation(&unit, after).await
                })
                .await
                .unwrap();
                site.react().await;
            }
        };
        let mut entries = Vec::new();
        let mut bodies = Vec::new();
        for turn in 0..2 {
            let body = site.org(OrgKind::Aid, None, &[BASRA]).await;
            let keeper = site.worker(body, OrgKind::Aid, Role::Supervisor).await;
            let number = format!("0770 333 44{turn}0");
            let keeper = keeper.actor();
            let entered = site.interpreter(&keeper, description(&number, "bn", Sex::Man));
            entries.push(entered.await.unwrap());
            bodies.push(body);
        }
        ends(bodies[0], Some(basra.desk)).await;
        ends(bodies[1], None).await;
        let boss = basra.supervisor.actor();
        assert_eq!(
            site.interpreters(&boss, Wanted::default()).await,
            [entries[0]]
        );
        let goes = Writing::End(Because::Stopped);
        site.writes_interpreter(&boss, entries[0], goes)
            .await
            .unwrap();
        assert_eq!(
            site.count(KEYS, entries[1]).await,
            0,
            "nobody vouches for them"
        );
    })
    .await;
}

fn worker_of_nobody() -> Worker {
    let nobody = Id::from_bytes([1; 16]);
    Worker {
        account: nobody,
        org: nobody,
        kind: OrgKind::Committee,
        role: Role::Administrator,
    }
}

#[tokio::test]
async fn what_was_said_goes_with_the_case() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let (worker, boss) = (basra.caseworker.actor(), basra.supervisor.actor());
    let entry = site
        .interpreter(&boss, description(NUMBER, "bn", Sex::Man))
        .await
        .unwrap();
    let report = site.entrusted(&basra).await;
    let case = site
        .open_case(&worker, Some(report), AgeBand::Adult)
        .await
        .unwrap();
    site.sees(&worker, report).await;
    site.says_of(&worker, case, entry, Word::Declined)
        .await
        .unwrap();
    assert_eq!(site.count(SAID, case).await, 1);
    site.close_case(&worker, case).await.unwrap();
    let proposes = basra.caseworker.in_session(Session::SteppedUp);
    site.by::<ProposeShredding, _, _, _, _>(&proposes, case, |unit, key| async move {
        propose_shredding(&unit, Why::Asked, &key).await
    })
    .await
    .unwrap();
    let agrees = basra.supervisor.in_session(Session::SteppedUp);
    site.by::<ConfirmShredding, _, _, _, _>(&agrees, case, |unit, key| async move {
        confirm_shredding(&unit, &key).await
    })
    .await
    .unwrap();
    assert_eq!(site.count(SAID, case).await, 0);
}
