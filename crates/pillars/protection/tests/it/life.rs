//! The whole life of a report, through its actions.

use access::Actor;
use protection::report::list::Wanted;
use protection::report::thread::{sender, ticket};
use protection::report::{
    Because, CLOSED, Contact, Done, Entry, OPEN, Part, ReportError, YesNoUnknown,
};
use record::{OrgKind, Role, ShortCode};
use store::StoreError;

use crate::installation::{BASRA, Basra, Installation, free_text, plain};

fn is_absent<T>(result: &Result<T, ReportError>) -> bool {
    matches!(result, Err(ReportError::Store(StoreError::Absent)))
}

#[tokio::test]
async fn every_statement_is_one() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        for statement in protection::statements() {
            site.store.prepare(statement).await.expect(statement);
        }
    })
    .await;
}

#[tokio::test]
async fn a_report_is_read_answered_come_back_to_and_closed() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (responder, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let letter = site.letter(&[], false).await.expect("a reader");
        let (report, receipt) = site.sent(letter).await;

        // The desk finds it, unanswered, with a child's clock that started with the sending.
        let [head] = &site.list(&responder, Wanted::default()).await[..] else {
            panic!("one report")
        };
        assert_eq!(head.governorate.as_deref(), Some(BASRA));
        assert_eq!(
            (head.minor, head.danger),
            (YesNoUnknown::Yes, YesNoUnknown::No)
        );
        assert_eq!(head.safe_by, Some(head.sent.plus_seconds(2 * 3600)));
        assert!(head.is_open() && head.answered.is_none());
        let code: ShortCode = head.code.to_lowercase().parse().unwrap();
        let by_code = Wanted {
            code: Some(code),
            ..Wanted::default()
        };
        assert_eq!(site.list(&responder, by_code).await.len(), 1);
        let none = Wanted {
            code: Some("ZZZZZZ".parse().unwrap()),
            ..Wanted::default()
        };
        assert!(site.list(&responder, none).await.is_empty());

        let opened = site.read(&responder, report).await.expect("it opens");
        assert_eq!(
            opened.part(Part::Text).unwrap().expose(),
            "boys in a workshop"
        );
        assert_eq!(
            opened.part(Part::How).unwrap().expose(),
            "+999 770 123 4567"
        );
        assert!(opened.part(Part::When).is_none());

        // Whoever answers first answers for it; a caseworker finds it only when it is handed on.
        let caseworker = basra.caseworker.actor();
        assert!(is_absent(&site.read(&caseworker, report).await));
        let key = site.key();
        let answered = site
            .answer(&responder, report, "we are coming", 1, &key)
            .await;
        assert_eq!(answered.unwrap(), Done::Now);
        let again = site
            .answer(&responder, report, "we are coming", 1, &key)
            .await;
        assert_eq!(again.unwrap(), Done::Before);
        let stale = site
            .answer(&responder, report, "again", 1, &site.key())
            .await;
        assert!(matches!(stale, Err(ReportError::Stale)));

        // The sender comes back, reads, writes more.
        let found = site.opened_by(&receipt).await;
        assert_eq!(found, Some(report));
        let ticket = ticket(&site.store, report);
        assert_eq!(sender(&site.store, &ticket), Some(Actor::Reporter(report)));
        let own = site.own(report).await.unwrap();
        assert_eq!(free_text(&own), ["we are coming"]);
        site.add(report, "they moved", &site.key()).await.unwrap();

        // Handing on: to somebody of the desk in a fit role, and to nobody else.
        let stranger = site
            .worker(basra.national, OrgKind::Aid, Role::Caseworker)
            .await;
        for wrong in [
            stranger.account,
            basra.supervisor.account,
            site.store.world().id(),
        ] {
            let handed = site.hand(&supervisor, report, wrong, 3).await;
            assert!(matches!(handed, Err(ReportError::NotFit)));
        }
        site.hand(&supervisor, report, basra.caseworker.account, 3)
            .await
            .unwrap();
        let opened = site.read(&caseworker, report).await.expect("it opens");
        assert_eq!(free_text(&opened), ["we are coming", "they moved"]);

        // Closing: with a reason, and the clock runs on; it opens again when the sender writes.
        assert!(matches!(
            site.close(&caseworker, report, 1).await,
            Err(ReportError::Stale)
        ));
        site.close(&caseworker, report, 4).await.unwrap();
        assert!(
            is_absent(&site.read(&responder, report).await),
            "closed is absent to a responder"
        );
        let [head] = &site.list(&supervisor, Wanted::default()).await[..] else {
            panic!("the supervisor still finds it")
        };
        assert_eq!(
            (head.state.as_str(), head.because),
            (CLOSED, Some(Because::Helped))
        );
        assert!(head.safe_by.is_some(), "no closing stops a clock");
        site.add(report, "not over", &site.key()).await.unwrap();
        let head = site
            .read(&responder, report)
            .await
            .expect("open again")
            .head;
        assert_eq!((head.state.as_str(), head.because), (OPEN, None));

        // Ten minutes later the ticket is good; a quarter of an hour later it is not.
        site.clock.advance(600);
        assert!(sender(&site.store, &ticket).is_some());
        site.clock.advance(301);
        assert!(sender(&site.store, &ticket).is_none());
        assert!(sender(&site.store, &format!("{ticket}0")).is_none());
    })
    .await;
}

#[tokio::test]
async fn deleting_shreds_the_words_and_leaves_the_clock() {
    const WRAPS: &str = "SELECT holder FROM data_key WHERE record = $1";
    const TOMBSTONES: &str = "SELECT signed FROM tombstone WHERE record = $1";
    const CLOCKS: &str = "SELECT code FROM clock WHERE subject = $1 AND state = 'running'";
    const PARTS: &str = "SELECT part FROM report_part WHERE record = $1";
    const THREAD: &str = "SELECT id FROM report_message WHERE record = $1";
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (responder, investigator) = (basra.responder.actor(), basra.investigator.actor());
        let letter = site.letter(&[], true).await.expect("a reader");
        let (report, receipt) = site.sent(letter).await;
        let (other, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        site.answer(&responder, report, "we are coming", 1, &site.key())
            .await
            .unwrap();
        site.close(&responder, report, 2).await.unwrap();
        let [release] = site.releases(&investigator).await[..] else {
            panic!("one release")
        };

        assert_eq!(site.count(WRAPS, report).await, 1);
        assert_eq!(site.delete(report).await.unwrap(), Done::Now);

        assert_eq!(site.opened_by(&receipt).await, None);
        assert!(
            is_absent(&site.own(report).await),
            "the receipt owns nothing any more"
        );
        for gone in [WRAPS, PARTS, THREAD] {
            assert_eq!(site.count(gone, report).await, 0, "{gone}");
        }
        assert_eq!(site.count(TOMBSTONES, report).await, 1);
        assert_eq!(site.count(CLOCKS, report).await, 1);
        // The police lose the copy, and it is destroyed too.
        assert!(site.releases(&investigator).await.is_empty());
        assert!(site.release(&investigator, release).await.is_err());
        assert_eq!(site.count(WRAPS, release).await, 0);

        // The desk sees that it was withdrawn; counts add up; nothing is left to open or answer.
        let heads = site.list(&responder, Wanted::default()).await;
        assert_eq!(heads.len(), 2);
        let head = heads.iter().find(|head| head.record == report).unwrap();
        assert_eq!(head.withdrawn, Some(site.store.world().now()));
        assert_eq!(
            (head.contact, head.governorate.as_deref()),
            (Contact::Stopped, Some(BASRA))
        );
        assert!(head.safe_by.is_some() && head.is_open());
        let opened = site.read(&responder, report).await.expect("the page opens");
        assert!(opened.parts.is_empty() && opened.thread.is_empty());
        let answer = site.answer(&responder, report, "?", 4, &site.key()).await;
        assert!(matches!(answer, Err(ReportError::Withdrawn)));
        assert!(is_absent(&site.add(report, "?", &site.key()).await));
        site.close(&responder, report, 4).await.unwrap();
        assert!(site.read(&responder, other).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn who_said_stop_is_not_contacted_and_the_police_lose_the_copy() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let investigator = basra.investigator.actor();
        let letter = site.letter(&[], true).await.expect("a reader");
        let (report, receipt) = site.sent(letter).await;
        let [release] = site.releases(&investigator).await[..] else {
            panic!("one release")
        };
        let words = site
            .release(&investigator, release)
            .await
            .expect("it opens");
        assert_eq!(words.expose(), "boys in a workshop");
        assert!(!site.lists(&investigator, report).await);
        assert!(
            is_absent(&site.read(&investigator, report).await),
            "justice × report is absent"
        );

        site.stop(report).await.unwrap();
        assert!(site.releases(&investigator).await.is_empty());
        assert!(site.release(&investigator, release).await.is_err());
        let head = site
            .read(&basra.responder.actor(), report)
            .await
            .unwrap()
            .head;
        assert_eq!(head.contact, Contact::Stopped);
        // They still come back and write.
        assert_eq!(site.opened_by(&receipt).await, Some(report));
        site.add(report, "thank you", &site.key()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn somebody_held_is_due_in_two_hours_and_stands_apart() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let mut letter = site.letter(&[], false).await.expect("a reader");
        letter.entry = Entry::Held;
        letter.minor = YesNoUnknown::No;
        letter.parts.push((Part::HeldBy, plain("residence")));
        let (report, _) = site.sent(letter).await;
        site.sent(site.letter(&[], false).await.unwrap()).await;
        let apart = Wanted {
            held: Some(true),
            ..Wanted::default()
        };
        let [head] = &site.list(&basra.responder.actor(), apart).await[..] else {
            panic!("one is held")
        };
        assert_eq!(head.record, report);
        assert_eq!(head.held_due, Some(head.sent.plus_seconds(2 * 3600)));
        assert_eq!(head.safe_by, None, "an adult has no child's clock");
        let others = Wanted {
            held: Some(false),
            ..Wanted::default()
        };
        assert_eq!(site.list(&basra.responder.actor(), others).await.len(), 1);
    })
    .await;
}
