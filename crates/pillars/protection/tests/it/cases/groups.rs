//! A group through the actions on both engines: counted before names, a clock for each child, and each a
//! person once somebody talks with them.

use access::Actor;
use access::action::{CountHeads, ReadReport};
use clock::{AgeBand, Basis, ClockError};
use page::{Fields as _, Form, FormAbout as _};
use protection::case::CaseError;
use protection::case::actions::{Opening, open_case};
use protection::report::ReportError;
use protection::report::heads::{Counted, Counting, Dropping, heads_of};
use record::Id;
use store::StoreError;

use crate::installation::{Basra, Installation};

const CLOCKS: &str = "SELECT record FROM clock WHERE root = $1 AND code = 'T1'";
const SINCE_SENT: &str = "SELECT c.record FROM clock c JOIN report r ON r.record = c.root \
    WHERE c.root = $1 AND c.code = 'T1' AND c.started = r.sent AND c.state <> 'stopped'";
const OF_PERSON: &str = "SELECT record FROM clock WHERE subject = $1 AND code = 'T1'";

impl Installation {
    async fn counts(&self, actor: &Actor, report: Id, what: &str) -> Result<(), ReportError> {
        let body = format!("{what}&form_key={}", self.key());
        let gate = self.store.gate();
        let permit = gate.permit::<CountHeads>(actor, report).await?;
        self.store
            .unit(permit, move |unit| {
                let mut form = Form::parse(body.as_bytes()).unwrap();
                let counting = Counting::read(&mut form).unwrap();
                async move { counting.act(&unit).await }
            })
            .await
    }

    async fn drops(&self, actor: &Actor, report: Id, head: Id) -> Result<(), ReportError> {
        let body = format!("head={head}&form_key={}", self.key());
        self.by::<CountHeads, _, _, _, _>(actor, report, move |unit, _| {
            let mut form = Form::parse(body.as_bytes()).unwrap();
            let dropping = Dropping::read(&mut form).unwrap();
            async move { dropping.act(&unit).await }
        })
        .await
    }

    /// The one record that a statement finds.
    async fn found(&self, sql: &'static str, of: Id) -> Id {
        let read = self
            .store
            .read_clear(async |look| look.maybe_row(sql, store::args![of]).await);
        let row: Option<store::Row> = read.await.unwrap();
        row.unwrap().id("record").unwrap()
    }

    async fn heads(&self, actor: &Actor, report: Id) -> Vec<Counted> {
        let gate = self.store.gate();
        let permit = gate.permit::<ReadReport>(actor, report).await.unwrap();
        let read = self
            .store
            .read(permit, |unit| async move { heads_of(&unit).await });
        read.await.unwrap()
    }

    async fn talks_with(
        &self,
        actor: &Actor,
        (report, head): (Id, Id),
        age: AgeBand,
    ) -> Result<Id, CaseError> {
        let opening = Opening {
            report: Some(report),
            head: Some(head),
            is_seen: false,
            screening: None,
            governorate: None,
            age,
            needs: Vec::new(),
            form_key: self.key(),
        };
        let gate = self.store.gate();
        let permit = gate.permit_new::<access::action::OpenCase>(actor, &[]);
        let permit = permit.map_err(StoreError::from)?;
        self.store
            .unit(permit, move |unit| {
                let opening = opening.clone();
                async move { open_case(&unit, &opening).await }
            })
            .await
    }
}

#[tokio::test]
async fn three_boys_and_a_man_have_three_clocks_since_the_report() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let responder = basra.responder.actor();
        site.clock.advance(600);
        site.counts(
            &responder,
            report,
            "count=3&sex=male&age=from_13&language=bn",
        )
        .await
        .unwrap();
        site.counts(&responder, report, "count=1&sex=male&age=adult")
            .await
            .unwrap();
        assert_eq!(site.count(CLOCKS, report).await, 3);
        assert_eq!(site.count(SINCE_SENT, report).await, 3);
        assert_eq!(site.count(OF_PERSON, report).await, 0, "it passed on");
        for wrong in ["count=0&sex=male&age=adult", "count=100&sex=male&age=adult"] {
            let counted = site.counts(&responder, report, wrong).await;
            assert!(matches!(counted, Err(ReportError::HowMany)), "{wrong}");
        }
        // The police and the administrator count nobody of a report that helpers read.
        let police = basra.investigator.actor();
        assert!(
            site.counts(&police, report, "count=1&sex=male&age=adult")
                .await
                .is_err()
        );

        let worker = basra.caseworker.actor();
        let heads = site.heads(&worker, report).await;
        assert_eq!(heads.len(), 4);
        let boy = heads
            .iter()
            .find(|head| head.band() == AgeBand::Child)
            .unwrap();
        let case = site
            .talks_with(&worker, (report, boy.id), AgeBand::Child)
            .await;
        let person = site.person_of(&worker, case.unwrap()).await;
        assert_eq!(site.count(CLOCKS, report).await, 3, "never doubled");
        assert_eq!(site.count(OF_PERSON, person).await, 1);
        let again = site
            .talks_with(&worker, (report, boy.id), AgeBand::Child)
            .await;
        assert!(matches!(again, Err(CaseError::Counted)));
        // A head who turns out to be grown up keeps the clock, which a supervisor alone ends.
        let other = heads
            .iter()
            .filter(|head| head.band() == AgeBand::Child)
            .nth(1)
            .unwrap();
        let case = site
            .talks_with(&worker, (report, other.id), AgeBand::Adult)
            .await;
        let person = site.person_of(&worker, case.unwrap()).await;
        assert_eq!(site.count(OF_PERSON, person).await, 1);
        assert_eq!(site.count(CLOCKS, report).await, 3);
        let book = site.book(&worker, person).await.unwrap().book;
        assert!(book.is_child(), "one worker alone makes nobody an adult");
        // A head of one report is no case of another.
        let elsewhere = site.entrusted(&basra).await;
        let third = heads
            .iter()
            .filter(|head| head.band() == AgeBand::Child)
            .nth(2)
            .unwrap();
        let wrong = site
            .talks_with(&worker, (elsewhere, third.id), AgeBand::Child)
            .await;
        assert!(matches!(wrong, Err(CaseError::Counted)));
        let heads = site.heads(&worker, report).await;
        assert_eq!(heads.iter().filter(|head| head.person.is_some()).count(), 2);
    })
    .await;
}

/// The clock of a head, or of a person.
const CLOCK_OF: &str = "SELECT record FROM clock WHERE subject = $1 AND code = 'T1'";
const LISTED: &str = "SELECT record FROM guard WHERE record = $1 AND waits = 'safety'";

#[tokio::test]
async fn who_was_counted_by_mistake_is_taken_out_and_the_last_child_never() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let responder = basra.responder.actor();
        for sort in ["count=2&sex=male&age=from_13", "count=1&sex=male&age=adult"] {
            site.counts(&responder, report, sort).await.unwrap();
        }
        let heads = site.heads(&responder, report).await;
        let children: Vec<&Counted> = heads.iter().filter(|head| head.clock.is_some()).collect();
        assert_eq!(children.len(), 2);
        // Two people say of a child's head that there is nobody; of the last one nobody does.
        let wrong = children[0].clock.unwrap();
        site.found_no_child(&basra, wrong, Basis::Miscounted)
            .await
            .unwrap();
        let last = children[1].clock.unwrap();
        let nobody = site.found_no_child(&basra, last, Basis::Miscounted).await;
        assert!(matches!(nobody, Err(ClockError::OnlyChild)));
        assert_eq!(site.heads(&responder, report).await.len(), 2);
        // An adult has no clock, and is taken out by whoever counts.
        let man = heads.iter().find(|head| head.clock.is_none()).unwrap();
        assert!(matches!(
            site.drops(&responder, report, children[1].id).await,
            Err(ReportError::NoHead)
        ));
        site.drops(&responder, report, man.id).await.unwrap();
        assert_eq!(site.heads(&responder, report).await.len(), 1);
        // A person is nobody's mistake.
        let worker = basra.caseworker.actor();
        let boy = (report, children[1].id);
        let case = site.talks_with(&worker, boy, AgeBand::Child).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let clock = site.found(CLOCK_OF, person).await;
        let nobody = site.found_no_child(&basra, clock, Basis::Miscounted).await;
        assert!(matches!(nobody, Err(ClockError::NotListed)));
    })
    .await;
}

#[tokio::test]
async fn who_was_seen_can_turn_out_to_be_grown_up() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        let case = site
            .open_case(&worker, Some(report), AgeBand::Unknown)
            .await
            .unwrap();
        let person = site.person_of(&worker, case).await;
        site.sees(&worker, person).await;
        site.react().await;
        let clock = site.found(CLOCK_OF, person).await;
        assert_eq!(site.count(LISTED, clock).await, 0);
        assert!(site.book(&worker, person).await.unwrap().book.is_child());
        site.found_no_child(&basra, clock, Basis::Assessed)
            .await
            .unwrap();
        site.react().await;
        assert_eq!(site.count(LISTED, clock).await, 0, "nothing waits any more");
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.age, AgeBand::Adult);
        assert!(!site.book(&worker, person).await.unwrap().book.is_child());
        let again = site.found_no_child(&basra, clock, Basis::Paper).await;
        assert!(again.is_err(), "it is over");
    })
    .await;
}
