//! The clocks of a child after the first: custody and support run by what happens, the others by a named
//! person with a reason.

use access::action::{BeginClock, StopClock};
use clock::{AgeBand, Basis, Begun, ClockError, Code, Ended, Fact, stop_clock};
use protection::case::clocks::{Start, start};
use protection::case::team::Change;
use protection::case::{CaseError, State};
use protection::report::{Entry, Part, YesNoUnknown};
use record::{Done, Id, OrgKind, Role};
use store::args;

use super::acts::is_absent;
use crate::installation::{Basra, Installation, Worker, plain};

const HOUR: i64 = 3600;

/// A clock as it stands: its state, how many hours after its start it is due, why it ended.
type Stands = (String, i64, Option<String>);

impl Installation {
    /// The clock of a code that runs, or ran, on what grew from a report.
    async fn stands(&self, root: Id, code: Code) -> Option<Stands> {
        const ONE: &str =
            "SELECT state, started, due, because FROM clock WHERE root = $1 AND code = $2";
        let args = args![root, code.code()];
        let read = self
            .store
            .read_clear(async |look| look.maybe_row(ONE, args).await);
        let row: Option<store::Row> = read.await.unwrap();
        row.map(|row| {
            let due = row.moment("due").unwrap().micros() - row.moment("started").unwrap().micros();
            let because = row.maybe_text("because").unwrap();
            (row.text("state").unwrap(), due / 1_000_000 / HOUR, because)
        })
    }

    async fn clock_of(&self, root: Id, code: Code) -> Id {
        const ONE: &str = "SELECT record FROM clock WHERE root = $1 AND code = $2";
        let args = args![root, code.code()];
        let read = self
            .store
            .read_clear(async |look| look.maybe_row(ONE, args).await);
        let row: Option<store::Row> = read.await.unwrap();
        row.unwrap().id("record").unwrap()
    }

    async fn due_of(&self, clock: Id) -> i64 {
        const DUE: &str = "SELECT due FROM clock WHERE record = $1";
        let read = self
            .store
            .read_clear(async |look| look.maybe_row(DUE, args![clock]).await);
        let row: Option<store::Row> = read.await.unwrap();
        row.unwrap().moment("due").unwrap().micros()
    }

    /// Somebody starts a clock by what happened two hours ago.
    async fn begins(
        &self,
        worker: Worker,
        case: Id,
        code: Code,
        facts: &[Fact],
    ) -> Result<Done, CaseError> {
        let starting = Start {
            code,
            why: Begun::Applies,
            since: self.store.world().now().plus_seconds(-2 * HOUR),
            act: None,
            facts: facts.to_vec(),
        };
        self.by::<BeginClock, _, _, _, _>(&worker.actor(), case, move |unit, key| {
            let starting = starting.clone();
            async move { start(&unit, &starting, &key).await }
        })
        .await
    }

    async fn ends(
        &self,
        worker: Worker,
        clock: Id,
        ended: Ended,
        facts: &[Fact],
    ) -> Result<(), ClockError> {
        let actor = worker.actor();
        let states = clock::moment_of(&self.store, &actor, clock).await?;
        let gate = self.store.gate();
        let permit = gate
            .permit_when::<StopClock>(&actor, clock, &states)
            .await?;
        let (key, facts) = (self.key(), facts.to_vec());
        let due = self.due_of(clock).await;
        self.store
            .unit(permit, move |unit| {
                let (key, facts) = (key.clone(), facts.clone());
                async move { stop_clock(&unit, ended, &facts, (due, &key)).await }
            })
            .await
    }
}

fn running(hours: i64) -> Stands {
    ("running".to_owned(), hours, None)
}

fn stopped(hours: i64, because: &str) -> Stands {
    ("stopped".to_owned(), hours, Some(because.to_owned()))
}

#[tokio::test]
async fn once_a_child_is_safe_two_people_are_to_be_named() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let worker = basra.caseworker.actor();
        assert_eq!(site.stands(report, Code::T3).await, None, "not before");
        // Seen before there is a case: the clock passes with that of safety, and is one.
        site.sees(&worker, report).await;
        site.react().await;
        assert_eq!(site.stands(report, Code::T3).await, Some(running(4)));
        let opening = site.opening(Some(report), None, AgeBand::Child, true);
        let case = site.opens(&worker, opening).await.unwrap();
        let person = site.person_of(&worker, case).await;
        site.react().await;
        let on_person = clock_subjects(&site, report).await;
        assert_eq!(on_person, [person, person], "T1 and T3");
        assert_eq!(
            site.stands(report, Code::T3).await,
            Some(running(4)),
            "one alone"
        );
        let second = site
            .worker(basra.desk, OrgKind::Aid, Role::ChildOfficer)
            .await;
        site.team(&worker, case, second, Change::Comes)
            .await
            .unwrap();
        site.react().await;
        assert_eq!(
            site.stands(report, Code::T3).await,
            Some(stopped(4, "named"))
        );

        // Seen while two are on the case: it begins and ends with that. A case that ends waits for nobody.
        let other = site.entrusted(&basra).await;
        let case = site
            .open_case(&worker, Some(other), AgeBand::Child)
            .await
            .unwrap();
        let person = site.person_of(&worker, case).await;
        site.sees(&worker, person).await;
        site.react().await;
        assert_eq!(site.stands(other, Code::T3).await, Some(running(4)));
        site.close_case(&worker, case).await.unwrap();
        assert_eq!(
            site.stands(other, Code::T3).await,
            Some(stopped(4, "case_closed"))
        );
        // Closing and opening again silences nothing.
        site.reopen_case(&worker, case).await.unwrap();
        assert_eq!(site.stands(other, Code::T3).await, Some(running(4)));
        // Nor does it wait for somebody who is no child.
        let clock = site.clock_of(other, Code::T1).await;
        let grown = site.found_no_child(&basra, clock, Basis::Assessed).await;
        grown.unwrap();
        assert_eq!(
            site.stands(other, Code::T3).await,
            Some(stopped(4, "found_adult"))
        );
        let third = site.entrusted(&basra).await;
        let case = site
            .open_case(&worker, Some(third), AgeBand::Child)
            .await
            .unwrap();
        let person = site.person_of(&worker, case).await;
        site.team(&worker, case, second, Change::Comes)
            .await
            .unwrap();
        site.react().await;
        assert_eq!(site.stands(third, Code::T3).await, None);
        site.sees(&worker, person).await;
        site.react().await;
        assert_eq!(
            site.stands(third, Code::T3).await,
            Some(stopped(4, "named"))
        );
    })
    .await;
}

/// On what the clocks of a report run.
async fn clock_subjects(site: &Installation, root: Id) -> Vec<Id> {
    const SUBJECTS: &str = "SELECT subject FROM clock WHERE root = $1 ORDER BY code";
    let read = site
        .store
        .read_clear(async |look| look.rows(SUBJECTS, args![root]).await);
    let rows: Vec<store::Row> = read.await.unwrap();
    rows.iter().map(|row| row.id("subject").unwrap()).collect()
}

#[tokio::test]
async fn a_child_in_custody_has_a_clock_until_they_are_free() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let mut letter = site.letter(&[], false).await.unwrap();
        letter.entry = Entry::Held;
        letter.parts.push((Part::HeldBy, plain("police")));
        let (report, _) = site.sent(letter).await;
        site.react().await;
        assert_eq!(site.stands(report, Code::T2).await, Some(running(24)));
        // No named person stops it: it ends with what happens.
        let custody = site.clock_of(report, Code::T2).await;
        let by_hand = site.ends(basra.caseworker, custody, Ended::Done, &[]).await;
        assert!(by_hand.is_err());
        site.sees(&basra.responder.actor(), report).await;
        site.react().await;
        assert_eq!(
            site.stands(report, Code::T2).await,
            Some(stopped(24, "released"))
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_held_who_is_a_child_after_all_has_a_clock_too() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let mut letter = site.letter(&[], false).await.unwrap();
        letter.entry = Entry::Held;
        letter.minor = YesNoUnknown::No;
        letter.parts.push((Part::HeldBy, plain("police")));
        let (report, _) = site.sent(letter).await;
        site.react().await;
        let boss = basra.supervisor.actor();
        let seen = site.read(&boss, report).await.unwrap().head.revision;
        let me = basra.caseworker.account;
        site.hand(&boss, report, me, seen).await.unwrap();
        site.react().await;
        let case = site.open_case(&worker, Some(report), AgeBand::Adult);
        let case = case.await.unwrap();
        let person = site.person_of(&worker, case).await;
        site.react().await;
        assert_eq!(site.stands(report, Code::T2).await, None, "an adult");

        site.clock.advance(5 * 3600);
        site.is_of_age(&worker, person, AgeBand::Child)
            .await
            .unwrap();
        site.react().await;
        assert_eq!(
            site.stands(report, Code::T2).await,
            Some(running(24)),
            "since the report was sent, not since it was learned"
        );
        site.sees(&worker, person).await;
        site.react().await;
        let free = Some(stopped(24, "released"));
        assert_eq!(site.stands(report, Code::T2).await, free);
        // Another of the same report, who is still held there as far as anybody knows.
        let other = site.open_case(&worker, Some(report), AgeBand::Child);
        other.await.unwrap();
        site.react().await;
        assert_eq!(site.stands(report, Code::T2).await, Some(running(24)));
    })
    .await;
}

#[tokio::test]
async fn the_others_are_started_and_stopped_by_name() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let me = basra.caseworker;
        let worker = me.actor();
        let case = site
            .open_case(&worker, Some(report), AgeBand::Child)
            .await
            .unwrap();
        let begins = async |code, facts: &[Fact]| site.begins(me, case, code, facts).await;
        let at = async |code| site.stands(report, code).await;

        // Counted from what happened; by what is known of the child.
        begins(Code::T4, &[]).await.unwrap();
        assert_eq!(at(Code::T4).await, Some(running(24)));
        begins(Code::T6, &[Fact::UnderFive]).await.unwrap();
        assert_eq!(at(Code::T6).await, Some(running(24)));
        begins(Code::T7, &[]).await.unwrap();
        assert_eq!(at(Code::T7).await, Some(running(7 * 24)));
        let again = begins(Code::T4, &[]).await;
        assert!(matches!(again, Err(CaseError::Clock(ClockError::Runs))));
        for events_alone in [Code::T1, Code::T2, Code::T3, Code::Right] {
            let begun = begins(events_alone, &[]).await;
            assert!(matches!(
                begun,
                Err(CaseError::Clock(ClockError::NotListed))
            ));
        }

        // A second point comes after the first; then it is over, and can be due once more.
        let guardian = site.clock_of(report, Code::T4).await;
        site.ends(me, guardian, Ended::Done, &[]).await.unwrap();
        assert_eq!(at(Code::T4).await, Some(running(72)));
        // Two who say it of the same point say it once.
        let old = site.store.world().now().micros();
        let gate = site.store.gate();
        let permit = gate.permit_when::<StopClock>(&worker, guardian, &["running_by_name"]);
        let key = site.key();
        let stale = site.store.unit(permit.await.unwrap(), move |unit| {
            let key = key.clone();
            async move { stop_clock(&unit, Ended::Done, &[], (old, &key)).await }
        });
        assert!(matches!(stale.await, Err(ClockError::Stale)));
        site.ends(me, guardian, Ended::Done, &[]).await.unwrap();
        assert_eq!(at(Code::T4).await, Some(stopped(72, "done")));
        assert!(site.ends(me, guardian, Ended::Done, &[]).await.is_err());
        begins(Code::T4, &[]).await.unwrap();
        assert_eq!(at(Code::T4).await, Some(running(24)));
        assert_eq!(site.clock_of(report, Code::T4).await, guardian);
        site.ends(me, guardian, Ended::NotForThem, &[])
            .await
            .unwrap();
        assert_eq!(at(Code::T4).await, Some(stopped(24, "not_for_them")));

        // Nobody asks a child who has not rested.
        begins(Code::T11, &[]).await.unwrap();
        let interview = site.clock_of(report, Code::T11).await;
        let tired = site.ends(me, interview, Ended::Done, &[]).await;
        assert!(matches!(tired, Err(ClockError::NotYet)));
        let rested = [Fact::RestedAndFit];
        site.ends(me, interview, Ended::Done, &rested)
            .await
            .unwrap();
        assert_eq!(at(Code::T11).await, Some(stopped(7 * 24, "done")));

        // A case with a clock does not close. Nobody who is not on it starts or stops one.
        let closing = site.close_case(&worker, case).await;
        assert!(matches!(closing, Err(CaseError::ClockRuns)));
        let opened = site.case(&worker, case).await.unwrap();
        assert_eq!(opened.head.state, State::Open);
        let other = site
            .worker(basra.desk, OrgKind::Aid, Role::Caseworker)
            .await;
        assert!(is_absent(&site.begins(other, case, Code::T5, &[]).await));
        let registration = site.clock_of(report, Code::T6).await;
        assert!(
            site.ends(other, registration, Ended::Done, &[])
                .await
                .is_err()
        );
        let adult = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let none = site.begins(me, adult, Code::T5, &[]).await;
        assert!(matches!(none, Err(CaseError::NoChild)));
    })
    .await;
}
