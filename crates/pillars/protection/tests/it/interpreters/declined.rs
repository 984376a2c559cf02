//! Whom nobody may offer: whom a person declined, whom the employer used, whose body is accused.

use access::action::AnswerScreening;
use clock::AgeBand;
use protection::interpreter::actions::{Wanted, Writing};
use protection::interpreter::said::say_of_interpreter;
use protection::interpreter::{Because, InterpreterError, Sex, State, Word};
use protection::report::Accused;
use record::{OrgKind, Role, Section};
use store::StoreError;

use super::acts::{KEYS, NUMBER, description, is_absent, not_offered};
use crate::installation::{Basra, Installation};
use crate::screening::acts::BOTH;

#[tokio::test]
async fn whom_a_person_declines_is_not_offered_to_them_again() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (worker, boss) = (basra.caseworker.actor(), basra.supervisor.actor());
        let entry = site
            .interpreter(&boss, description(NUMBER, "bn", Sex::Man))
            .await
            .unwrap();
        let report = site.entrusted(&basra).await;
        let screening = site
            .start(&worker, Some(report), AgeBand::Adult, BOTH)
            .await
            .unwrap();
        let other = site
            .start(&worker, Some(report), AgeBand::Adult, BOTH)
            .await
            .unwrap();
        assert_eq!(site.offered(&worker, screening).await, [entry]);
        site.by::<AnswerScreening, _, _, _, _>(&worker, screening, move |unit, key| async move {
            say_of_interpreter(&unit, entry, Word::Declined, &key).await
        })
        .await
        .unwrap();
        assert_eq!(site.offered(&worker, screening).await, []);
        // Nor in the case that is opened from that talk; to others of the same report they are.
        let case = site
            .open_case_by(&worker, None, Some(screening), AgeBand::Adult)
            .await
            .unwrap();
        assert_eq!(site.offered(&worker, case).await, []);
        assert!(not_offered(
            &site.says_of(&worker, case, entry, Word::Helped).await
        ));
        assert_eq!(site.offered(&worker, other).await, [entry]);
        let others = site
            .open_case_by(&worker, None, Some(other), AgeBand::Adult)
            .await
            .unwrap();
        site.says_of(&worker, others, entry, Word::Helped)
            .await
            .unwrap();
        // What is said in a case holds in the talk before it too.
        site.says_of(&worker, others, entry, Word::Declined)
            .await
            .unwrap();
        assert_eq!(site.offered(&worker, other).await, []);
        site.react().await;
        assert_eq!(
            site.interpreters(&worker, Wanted::default()).await,
            [entry],
            "to everybody else"
        );
        // No word is said of what is no interpreter.
        let nobody = site.says_of(&worker, case, report, Word::Declined).await;
        assert!(
            matches!(&nobody, Err(InterpreterError::Store(StoreError::Absent))),
            "{nobody:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn whom_the_employer_used_is_offered_to_nobody_until_somebody_looked() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let keeper = site
            .worker(basra.national, OrgKind::Aid, Role::Supervisor)
            .await;
        let keeper = keeper.actor();
        let entry = site
            .interpreter(&keeper, description(NUMBER, "bn", Sex::Man))
            .await
            .unwrap();
        let report = site.entrusted(&basra).await;
        let case = site
            .open_case(&worker, Some(report), AgeBand::Adult)
            .await
            .unwrap();
        let same = site
            .open_case(&worker, Some(report), AgeBand::Adult)
            .await
            .unwrap();
        site.says_of(&worker, case, entry, Word::Employer)
            .await
            .unwrap();
        for of in [case, same, report] {
            assert_eq!(site.offered(&worker, of).await, [], "nobody of that report");
        }
        site.react().await;
        for actor in [&worker, &basra.supervisor.actor()] {
            assert_eq!(site.interpreters(actor, Wanted::default()).await, []);
            assert!(is_absent(&site.opens_interpreter(actor, entry).await));
        }
        // The desk that vouches looks at it, and learns of no case.
        let tasks = site.today(&keeper, Section::Desk).await;
        let task = tasks.iter().find(|task| task.record == entry).unwrap();
        assert_eq!((task.what, task.route), ("interpreter-task", "interpreter"));
        let opened = site.opens_interpreter(&keeper, entry).await.unwrap();
        assert_eq!(opened.line.state, State::Doubted);

        // While it is in doubt others may say it too, and whoever clears up must have seen that.
        let old = opened.line.revision;
        let besides = site.entrusted(&basra).await;
        let another = site.open_case(&worker, Some(besides), AgeBand::Adult);
        let another = another.await.unwrap();
        site.says_of(&worker, another, entry, Word::Employer)
            .await
            .unwrap();
        site.react().await;
        let stale = site
            .writes_interpreter(&keeper, entry, Writing::Clear(old))
            .await;
        assert!(matches!(stale, Err(InterpreterError::Stale)));
        let opened = site.opens_interpreter(&keeper, entry).await.unwrap();
        let seen = opened.line.revision;
        site.writes_interpreter(&keeper, entry, Writing::Clear(seen))
            .await
            .unwrap();
        let again = site
            .writes_interpreter(&keeper, entry, Writing::Clear(seen))
            .await;
        assert!(matches!(again, Err(InterpreterError::NotDoubted)));
        assert_eq!(
            site.today(&keeper, Section::Desk).await.len(),
            tasks.len() - 1
        );
        assert_eq!(site.interpreters(&worker, Wanted::default()).await, [entry]);
        for of in [case, same] {
            assert_eq!(site.offered(&worker, of).await, [], "never to those people");
        }
        assert!(not_offered(
            &site.says_of(&worker, same, entry, Word::Helped).await
        ));

        // Somebody else says it too, and it is so: nothing of the number is left, and it is known.
        let elsewhere = site.entrusted(&basra).await;
        let third = site
            .open_case(&worker, Some(elsewhere), AgeBand::Adult)
            .await
            .unwrap();
        site.says_of(&worker, third, entry, Word::Employer)
            .await
            .unwrap();
        site.react().await;
        let end = Writing::End(Because::Linked);
        site.writes_interpreter(&keeper, entry, end.clone())
            .await
            .unwrap();
        assert_eq!(site.count(KEYS, entry).await, 0);
        assert_eq!(site.interpreters(&keeper, Wanted::default()).await, []);
        let opened = site.opens_interpreter(&keeper, entry).await.unwrap();
        assert!(opened.number.is_none() && opened.links.is_none());
        let boss = basra.supervisor.actor();
        let again = site.interpreter(&boss, description(NUMBER, "bn", Sex::Man));
        assert!(
            matches!(again.await, Err(InterpreterError::Known)),
            "never again"
        );
        assert!(is_absent(
            &site.writes_interpreter(&keeper, entry, end).await
        ));

        // Whoever only stopped may come back, and what was said of them holds.
        let stops = site.interpreter(&keeper, description("0770 999 8877", "fa", Sex::Woman));
        let stops = stops.await.unwrap();
        site.says_of(&worker, third, stops, Word::Declined)
            .await
            .unwrap();
        site.writes_interpreter(&keeper, stops, Writing::End(Because::Stopped))
            .await
            .unwrap();
        let back = site.interpreter(&keeper, description("0770 999 8877", "fa", Sex::Woman));
        let back = back.await.unwrap();
        site.react().await;
        assert_eq!(site.offered(&worker, third).await, [], "declined before");
        assert_eq!(site.offered(&worker, case).await, [back]);
        // One who is taken out while in doubt is not.
        site.says_of(&worker, case, back, Word::Employer)
            .await
            .unwrap();
        site.react().await;
        site.writes_interpreter(&keeper, back, Writing::End(Because::Asked))
            .await
            .unwrap();
        let again = site.interpreter(&keeper, description("0770 999 8877", "fa", Sex::Woman));
        assert!(matches!(again.await, Err(InterpreterError::Known)));
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_accused_interprets_for_nobody_of_that_report() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let (worker, boss) = (basra.caseworker.actor(), basra.supervisor.actor());
    let accused = site
        .worker(basra.national, OrgKind::Aid, Role::Supervisor)
        .await;
    let theirs = site
        .interpreter(&accused.actor(), description(NUMBER, "bn", Sex::Man))
        .await
        .unwrap();
    let ours = site
        .interpreter(&boss, description("0770 222 3344", "bn", Sex::Man))
        .await
        .unwrap();
    let accuses = [Accused::Named(basra.national)];
    let letter = site.letter(&accuses, false).await.unwrap();
    let (report, _) = site.sent(letter).await;
    let seen = site.read(&boss, report).await.unwrap().head.revision;
    site.hand(&boss, report, basra.caseworker.account, seen)
        .await
        .unwrap();
    let case = site
        .open_case(&worker, Some(report), AgeBand::Adult)
        .await
        .unwrap();
    assert_eq!(site.offered(&worker, case).await, [ours]);
    assert!(not_offered(
        &site.says_of(&worker, case, theirs, Word::Helped).await
    ));
    let other = site.entrusted(&basra).await;
    assert_eq!(site.offered(&worker, other).await.len(), 2);
}
