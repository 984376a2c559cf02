//! A screening through its actions on both engines: who asks, who decides, who finds nothing, what
//! stays and what is never kept.

use access::action::{
    AnswerScreening, ConfirmLowerResult, DecideScreening, ProposeLowerResult, ReadScreening,
    ReopenScreening, StartScreening,
};
use access::{Action, Actor};
use clock::AgeBand;
use protection::screening::actions::{
    Starting, answer_screening, hand_in, read_screening, so_far, start_screening,
};
use protection::screening::decide::{
    confirm_lower_result, decide_screening, propose_lower_result, reopen_screening,
};
use protection::screening::rule::{Answer, Basis, Outcome, When};
use protection::screening::{
    Agreed, Done, Given, LastContact, Opened, ScreeningError, Setting, State, Talk, Then,
};
use record::{Id, OrgKind, Role};
use store::{StoreError, Unit};

use crate::installation::{BASRA, Basra, Installation, plain};

const WRAPS: &str = "SELECT holder FROM data_key WHERE record = $1";
const SAVINGS: &str = "SELECT number FROM screening_saved WHERE record = $1";
const GROWN: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'screening'";
const CLOCKS: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'clock'";

/// Everybody's yes to these rows, in a talk with somebody of this age; safe or not.
fn talk(age: AgeBand, yes: &[&str], safe: bool) -> Talk {
    let given = |answer| Given {
        answer,
        basis: Basis::Said,
        when: When::Before,
    };
    let mut talk = Talk::begun(Agreed::Yes, Agreed::Yes, age);
    talk.setting = Some(Setting {
        then: Then::NotAsked,
        alone: safe,
        own_language: safe,
        no_link: safe,
        safe_place: safe,
        contact: LastContact::Longer,
        dangers: Vec::new(),
        act_found: false,
    });
    let yes = yes.iter().map(|id| ((*id).to_owned(), given(Answer::Yes)));
    let no = ["G03", "G04", "G07", "G08", "G13", "G14", "G15", "G09"];
    let no = no.iter().map(|id| ((*id).to_owned(), given(Answer::No)));
    talk.answers = yes.chain(no).collect();
    talk
}

fn is_absent<T>(result: &Result<T, ScreeningError>) -> bool {
    matches!(result, Err(ScreeningError::Store(StoreError::Absent)))
}

impl Installation {
    async fn start(
        &self,
        actor: &Actor,
        report: Option<Id>,
        age: AgeBand,
        agreed: [Agreed; 2],
    ) -> Result<Id, ScreeningError> {
        let [to_talk, to_write] = agreed;
        let starting = Starting {
            report,
            governorate: Some(BASRA.to_owned()),
            age,
            to_talk,
            to_write,
            form_key: self.key(),
        };
        let permit = self.store.gate().permit_new::<StartScreening>(actor, &[]);
        let permit = permit.map_err(StoreError::from)?;
        self.store
            .unit(permit, move |unit| {
                let starting = starting.clone();
                async move { start_screening(&unit, &starting).await }
            })
            .await
    }

    async fn doing<A, F, Fut>(
        &self,
        actor: &Actor,
        screening: Id,
        body: F,
    ) -> Result<Done, ScreeningError>
    where
        A: Action,
        F: Fn(Unit<A>, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Done, ScreeningError>> + Send + 'static,
    {
        let key = self.key();
        let permit = self.store.gate().permit::<A>(actor, screening).await?;
        self.store
            .unit(permit, move |unit| body(unit, key.clone()))
            .await
    }

    async fn save(
        &self,
        actor: &Actor,
        screening: Id,
        talk: Talk,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<AnswerScreening, _, _>(actor, screening, move |unit, key| {
            let talk = talk.clone();
            async move { answer_screening(&unit, &talk, seen, &key).await }
        })
        .await
    }

    async fn decide(
        &self,
        actor: &Actor,
        screening: Id,
        outcome: Outcome,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<DecideScreening, _, _>(actor, screening, move |unit, key| async move {
            decide_screening(&unit, outcome, &plain("as she said"), seen, &key).await
        })
        .await
    }

    async fn lower(
        &self,
        actor: &Actor,
        screening: Id,
        outcome: Outcome,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<ProposeLowerResult, _, _>(actor, screening, move |unit, key| async move {
            propose_lower_result(&unit, outcome, &plain("a mistake"), seen, &key).await
        })
        .await
    }

    async fn confirm(
        &self,
        actor: &Actor,
        screening: Id,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<ConfirmLowerResult, _, _>(actor, screening, move |unit, key| async move {
            confirm_lower_result(&unit, &plain("read it"), seen, &key).await
        })
        .await
    }

    async fn reopen(
        &self,
        actor: &Actor,
        screening: Id,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<ReopenScreening, _, _>(actor, screening, move |unit, key| async move {
            reopen_screening(&unit, &plain("she said more"), seen, &key).await
        })
        .await
    }

    async fn hands_in(
        &self,
        actor: &Actor,
        screening: Id,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<AnswerScreening, _, _>(actor, screening, move |unit, key| async move {
            hand_in(&unit, seen, &key).await
        })
        .await
    }

    async fn screening(&self, actor: &Actor, screening: Id) -> Result<Opened, ScreeningError> {
        let gate = self.store.gate();
        let permit = gate.permit::<ReadScreening>(actor, screening).await?;
        self.store
            .read(permit, |unit| async move { read_screening(&unit).await })
            .await
    }

    /// What whoever asks sees.
    async fn asked(&self, actor: &Actor, screening: Id) -> Result<Talk, ScreeningError> {
        let gate = self.store.gate();
        let permit = gate.permit::<AnswerScreening>(actor, screening).await?;
        self.store
            .read(permit, |unit| async move {
                so_far(&unit).await.map(|(_, talk)| talk)
            })
            .await
    }

    /// A report of this desk, in the hands of its caseworker.
    async fn entrusted(&self, basra: &Basra) -> Id {
        let (report, _) = self.sent(self.letter(&[], false).await.unwrap()).await;
        let supervisor = basra.supervisor.actor();
        let seen = self.read(&supervisor, report).await.unwrap().head.revision;
        self.hand(&supervisor, report, basra.caseworker.account, seen)
            .await
            .unwrap();
        self.react().await;
        report
    }
}

const OTHERS: &str = "SELECT record FROM guard WHERE record <> $1";
const BOTH: [Agreed; 2] = [Agreed::Yes, Agreed::Yes];

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
        assert_eq!((begun.age, begun.setting), (AgeBand::Child, None));
        let again = site.hands_in(&responder, screening, 0).await;
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

        site.hands_in(&responder, screening, 1).await.unwrap();
        assert!(is_absent(&site.asked(&responder, screening).await));
        assert!(is_absent(&site.save(&responder, screening, told, 2).await));
        // A caseworker of the desk who does not answer for the report finds nothing yet.
        assert!(is_absent(&site.screening(&caseworker, screening).await));
        let supervisor = basra.supervisor.actor();
        let read = site.screening(&supervisor, screening).await.unwrap();
        assert_eq!(read.head.state, State::HandedIn);

        let seen = site.read(&supervisor, report).await.unwrap().head.revision;
        let to = basra.caseworker.account;
        site.hand(&supervisor, report, to, seen).await.unwrap();
        site.react().await;
        let read = site.screening(&caseworker, screening).await.unwrap();
        assert_eq!(read.talk.answers.len(), 12);
        assert_eq!(site.count(SAVINGS, screening).await, 2);
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
async fn a_lower_result_takes_two_people_and_every_step_stays() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let (worker, supervisor) = (basra.caseworker.actor(), basra.supervisor.actor());
        let begun = site
            .start(&worker, Some(report), AgeBand::Adult, BOTH)
            .await;
        let screening = begun.unwrap();
        let nothing = site
            .decide(&worker, screening, Outcome::MoreInformation, 0)
            .await;
        assert!(matches!(nothing, Err(ScreeningError::Nothing)));
        let told = talk(AgeBand::Adult, &["G02", "D02", "G10", "G11"], true);
        site.save(&worker, screening, told, 0).await.unwrap();

        let alone = site
            .decide(&worker, screening, Outcome::MoreInformation, 1)
            .await;
        assert!(matches!(alone, Err(ScreeningError::Lower)));
        let not_lower = site
            .lower(&worker, screening, Outcome::ReasonableGrounds, 1)
            .await;
        assert!(matches!(not_lower, Err(ScreeningError::NotLower)));
        assert!(is_absent(&site.confirm(&supervisor, screening, 1).await));
        site.lower(&worker, screening, Outcome::MoreInformation, 1)
            .await
            .unwrap();
        // It waits: nobody asks or decides meanwhile, and whoever proposed it does not confirm it.
        let told = talk(AgeBand::Adult, &[], true);
        assert!(is_absent(&site.save(&worker, screening, told, 2).await));
        assert!(is_absent(
            &site
                .decide(&worker, screening, Outcome::ReasonableGrounds, 2)
                .await
        ));
        assert!(is_absent(&site.confirm(&worker, screening, 2).await));
        let stale = site.confirm(&supervisor, screening, 1).await;
        assert!(matches!(stale, Err(ScreeningError::Stale)));
        site.confirm(&supervisor, screening, 2).await.unwrap();

        site.reopen(&worker, screening, 3).await.unwrap();
        site.decide(&worker, screening, Outcome::ReasonableGrounds, 4)
            .await
            .unwrap();
        let read = site.screening(&worker, screening).await.unwrap();
        assert_eq!(read.head.state, State::Decided);
        let steps: Vec<_> = read
            .decisions
            .iter()
            .map(|one| {
                (
                    one.step.code(),
                    one.role,
                    one.outcome,
                    one.reasons.expose().as_str(),
                )
            })
            .collect();
        let (worker, boss) = (Role::Caseworker, Role::Supervisor);
        let (more, grounds) = (Outcome::MoreInformation, Outcome::ReasonableGrounds);
        assert_eq!(
            steps,
            [
                ("lower_proposed", worker, more, "a mistake"),
                ("lower_confirmed", boss, more, "read it"),
                ("reopened", worker, more, "she said more"),
                ("decided", worker, grounds, "as she said"),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_who_proposed_it_in_another_role_does_not_confirm_it() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let report = site.entrusted(&basra).await;
    let worker = basra.caseworker.actor();
    let screening = site
        .start(&worker, Some(report), AgeBand::Adult, BOTH)
        .await
        .unwrap();
    let told = talk(AgeBand::Adult, &["G02", "D02", "G10", "G11"], true);
    site.save(&worker, screening, told, 0).await.unwrap();
    site.lower(&worker, screening, Outcome::NoIndicationNow, 1)
        .await
        .unwrap();
    let both = fixtures::Worker {
        role: Role::Supervisor,
        ..basra.caseworker
    };
    assert!(is_absent(&site.confirm(&both.actor(), screening, 2).await));
    site.confirm(&basra.supervisor.actor(), screening, 2)
        .await
        .unwrap();
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
