//! What people do with a case and its person, through the actions.

use access::action::{
    ChangeTeam, CloseCase, ConfirmFoundAdult, ConfirmSharing, MarkChildSeen, NameChildDecider,
    OpenCase, PrintPacket, ProposeFoundAdult, ProposeSharing, ReadCase, ReadConsents, ReadIdentity,
    ReassignCase, RecordConsent, ReopenCase, TellWithdrawal, WithdrawConsent, WriteAge, WriteCase,
    WriteIdentity,
};
use access::{Action, Actor};
use clock::{AgeBand, Basis, ClockError};
use consent::{Agreed, Consent, Decider, Exception, Packet, Question};
use protection::case::actions::{
    Opening, Writing, close_case, open_case, read_case, reopen_case, write_case,
};
use protection::case::team::{Change, change_team, reassign_case};
use protection::case::{Because, CaseError, Need, Opened};
use protection::person::packet::{Paper, Words, print_packet};
use protection::person::{self, PersonError, Written, actions};
use record::{Done, Id, Session};
use store::{StoreError, Unit};

use crate::installation::{BASRA, Installation, Worker, plain};

pub fn is_absent<T>(result: &Result<T, CaseError>) -> bool {
    matches!(result, Err(CaseError::Store(StoreError::Absent)))
}

pub fn is_hidden<T>(result: &Result<T, PersonError>) -> bool {
    matches!(result, Err(PersonError::Store(StoreError::Absent)))
}

/// A form's words for a packet, each of which says on which it may stand.
pub fn words() -> Words {
    Words {
        need: plain("a doctor"),
        risk: Some(plain("he waits outside")),
        summary: Some(plain("all of it")),
    }
}

impl Installation {
    pub async fn open_case(
        &self,
        actor: &Actor,
        report: Option<Id>,
        age: AgeBand,
    ) -> Result<Id, CaseError> {
        self.open_case_by(actor, report, None, age).await
    }

    pub async fn open_case_by(
        &self,
        actor: &Actor,
        report: Option<Id>,
        screening: Option<Id>,
        age: AgeBand,
    ) -> Result<Id, CaseError> {
        self.opens(actor, self.opening(report, screening, age, false))
            .await
    }

    /// What opens a case.
    pub fn opening(
        &self,
        report: Option<Id>,
        screening: Option<Id>,
        age: AgeBand,
        is_seen: bool,
    ) -> Opening {
        Opening {
            report,
            head: None,
            is_seen,
            screening,
            governorate: Some(BASRA.to_owned()),
            age,
            needs: vec![Need::Health, Need::Law],
            form_key: self.key(),
        }
    }

    pub async fn opens(&self, actor: &Actor, opening: Opening) -> Result<Id, CaseError> {
        let permit = self.store.gate().permit_new::<OpenCase>(actor, &[]);
        let permit = permit.map_err(StoreError::from)?;
        self.store
            .unit(permit, move |unit| {
                let opening = opening.clone();
                async move { open_case(&unit, &opening).await }
            })
            .await
    }

    /// The clocks of safety that run on a record.
    async fn clocks_of(&self, subject: Id) -> Vec<Id> {
        const RUNNING: &str = "SELECT record FROM clock WHERE subject = $1 AND code = 'T1' \
            AND state <> 'stopped'";
        let read = self.store.read_clear(async |look| {
            let rows = look.rows(RUNNING, store::args![subject]).await?;
            rows.iter()
                .map(|row| row.id("record"))
                .collect::<Result<Vec<_>, StoreError>>()
        });
        read.await.unwrap()
    }

    /// The child of a report was seen in a shelter.
    pub async fn sees(&self, actor: &Actor, report: Id) {
        for clock in self.clocks_of(report).await {
            let states = clock::moment_of(&self.store, actor, clock).await.unwrap();
            let states: Vec<&str> = states.into_iter().chain(["listed_place"]).collect();
            let key = self.key();
            let gate = self.store.gate();
            let permit = gate
                .permit_when::<MarkChildSeen>(actor, clock, &states)
                .await;
            self.store
                .unit(permit.unwrap(), move |unit| {
                    let key = key.clone();
                    async move { clock::mark_child_seen(&unit, clock::Seen::Kin, &key).await }
                })
                .await
                .unwrap();
        }
    }

    /// A caseworker says that a person is grown up, and the supervisor agrees.
    pub async fn found_adult(&self, basra: &crate::installation::Basra, person: Id) {
        for clock in self.clocks_of(person).await {
            let found = self.found_no_child(basra, clock, Basis::Paper).await;
            found.unwrap();
        }
    }

    /// A caseworker says that a clock is no child's, and the supervisor agrees.
    pub async fn found_no_child(
        &self,
        basra: &crate::installation::Basra,
        clock: Id,
        basis: Basis,
    ) -> Result<(), ClockError> {
        const PROPOSED: &str = "SELECT at FROM clock_answer WHERE record = $1 AND act = 'proposed'";
        let (worker, boss) = (basra.caseworker.actor(), basra.supervisor.actor());
        let (first, second) = (self.key(), self.key());
        let gate = self.store.gate();
        let states = clock::moment_of(&self.store, &worker, clock).await?;
        let permit = gate.permit_when::<ProposeFoundAdult>(&worker, clock, &states);
        self.store
            .unit(permit.await?, move |unit| {
                let key = first.clone();
                async move { clock::propose_found_adult(&unit, basis, &key).await }
            })
            .await?;
        let seen = i64::try_from(self.count(PROPOSED, clock).await).unwrap();
        let states = clock::moment_of(&self.store, &boss, clock).await?;
        let permit = gate.permit_when::<ConfirmFoundAdult>(&boss, clock, &states);
        self.store
            .unit(permit.await?, move |unit| {
                let key = second.clone();
                async move { clock::confirm_found_adult(&unit, seen, &key).await }
            })
            .await
    }

    /// One action on one record, in a unit of its own.
    pub async fn by<A, T, E, F, Fut>(&self, actor: &Actor, record: Id, body: F) -> Result<T, E>
    where
        A: Action,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: Fn(Unit<A>, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
    {
        let key = self.key();
        let permit = self.store.gate().permit::<A>(actor, record).await?;
        self.store
            .unit(permit, move |unit| body(unit, key.clone()))
            .await
    }

    pub async fn case(&self, actor: &Actor, case: Id) -> Result<Opened, CaseError> {
        self.by::<ReadCase, _, _, _, _>(
            actor,
            case,
            |unit, _| async move { read_case(&unit).await },
        )
        .await
    }

    /// The person of a case.
    pub async fn person_of(&self, actor: &Actor, case: Id) -> Id {
        self.case(actor, case).await.unwrap().head.person
    }

    pub async fn write(
        &self,
        actor: &Actor,
        case: Id,
        writing: Writing,
    ) -> Result<Done, CaseError> {
        self.by::<WriteCase, _, _, _, _>(actor, case, move |unit, key| {
            let writing = writing.clone();
            async move { write_case(&unit, &writing, &key).await }
        })
        .await
    }

    pub async fn close_case(&self, actor: &Actor, case: Id) -> Result<Done, CaseError> {
        self.by::<CloseCase, _, _, _, _>(actor, case, |unit, key| async move {
            close_case(&unit, Because::GoalsMet, Some(&plain("well")), &key).await
        })
        .await
    }

    pub async fn reopen_case(&self, actor: &Actor, case: Id) -> Result<Done, CaseError> {
        self.by::<ReopenCase, _, _, _, _>(actor, case, |unit, key| async move {
            reopen_case(&unit, &plain("she came back"), &key).await
        })
        .await
    }

    pub async fn team(
        &self,
        actor: &Actor,
        case: Id,
        who: Worker,
        change: Change,
    ) -> Result<Done, CaseError> {
        self.by::<ChangeTeam, _, _, _, _>(actor, case, move |unit, key| async move {
            change_team(&unit, who.account, change, &key).await
        })
        .await
    }

    pub async fn reassign(&self, actor: &Actor, case: Id, to: Worker) -> Result<Done, CaseError> {
        self.by::<ReassignCase, _, _, _, _>(actor, case, move |unit, key| async move {
            reassign_case(&unit, to.account, &key).await
        })
        .await
    }

    pub async fn book(&self, actor: &Actor, person: Id) -> Result<person::Opened, PersonError> {
        self.by::<ReadConsents, _, _, _, _>(actor, person, |unit, _| async move {
            actions::read_consents(&unit).await
        })
        .await
    }

    pub async fn says(
        &self,
        actor: &Actor,
        person: Id,
        answers: &[(Question, Agreed)],
    ) -> Result<Done, PersonError> {
        let answers = answers.to_vec();
        self.by::<RecordConsent, _, _, _, _>(actor, person, move |unit, key| {
            let answers = answers.clone();
            async move { actions::record_answers(&unit, &answers, &key).await }
        })
        .await
    }

    /// The person themself says yes to all three.
    pub async fn says_yes(&self, actor: &Actor, person: Id) {
        let yes = [Question::Talk, Question::Write, Question::Share];
        let yes = yes.map(|question| (question, Agreed::Yes));
        self.says(actor, person, &yes).await.unwrap();
    }

    pub async fn consents(
        &self,
        actor: &Actor,
        person: Id,
        consent: Consent,
    ) -> Result<Done, PersonError> {
        self.by::<RecordConsent, _, _, _, _>(actor, person, move |unit, key| {
            let consent = consent.clone();
            async move { actions::record_consent(&unit, &consent, &key).await }
        })
        .await
    }

    pub async fn decides(
        &self,
        actor: &Actor,
        person: Id,
        is_free: bool,
    ) -> Result<Done, PersonError> {
        self.by::<NameChildDecider, _, _, _, _>(actor, person, move |unit, key| async move {
            actions::name_child_decider(&unit, Decider::Advocate, is_free, &key).await
        })
        .await
    }

    pub async fn withdraws(
        &self,
        actor: &Actor,
        person: Id,
        number: i64,
    ) -> Result<Done, PersonError> {
        let done = self
            .by::<WithdrawConsent, _, _, _, _>(actor, person, move |unit, key| async move {
                actions::withdraw_consent(&unit, number, &key).await
            })
            .await;
        self.react().await;
        done
    }

    pub async fn tells(&self, actor: &Actor, person: Id, number: i64) -> Result<Done, PersonError> {
        let done = self
            .by::<TellWithdrawal, _, _, _, _>(actor, person, move |unit, key| async move {
                actions::tell_withdrawal(&unit, number, &key).await
            })
            .await;
        self.react().await;
        done
    }

    pub async fn proposes(
        &self,
        actor: &Actor,
        person: Id,
        exception: Exception,
    ) -> Result<Done, PersonError> {
        self.by::<ProposeSharing, _, _, _, _>(actor, person, move |unit, key| {
            let exception = exception.clone();
            async move { actions::propose_sharing(&unit, &exception, &key).await }
        })
        .await
    }

    pub async fn confirms(
        &self,
        worker: Worker,
        person: Id,
        number: i64,
    ) -> Result<Done, PersonError> {
        let actor = worker.in_session(Session::SteppedUp);
        self.by::<ConfirmSharing, _, _, _, _>(&actor, person, move |unit, key| async move {
            actions::confirm_sharing(&unit, number, true, &key).await
        })
        .await
    }

    pub async fn is_of_age(
        &self,
        actor: &Actor,
        person: Id,
        age: AgeBand,
    ) -> Result<Done, PersonError> {
        self.by::<WriteAge, _, _, _, _>(actor, person, move |unit, key| async move {
            actions::write_age(&unit, age, &key).await
        })
        .await
    }

    pub async fn names(
        &self,
        actor: &Actor,
        person: Id,
        parts: Vec<Written>,
        seen: i64,
    ) -> Result<Done, PersonError> {
        self.by::<WriteIdentity, _, _, _, _>(actor, person, move |unit, key| {
            let parts = parts.clone();
            async move { actions::write_identity(&unit, &parts, seen, &key).await }
        })
        .await
    }

    pub async fn name(&self, actor: &Actor, person: Id) -> Result<Vec<Written>, PersonError> {
        self.by::<ReadIdentity, _, _, _, _>(actor, person, |unit, _| async move {
            actions::read_identity(&unit).await.map(|(_, parts)| parts)
        })
        .await
    }

    pub async fn prints(
        &self,
        actor: &Actor,
        person: Id,
        under: i64,
        packet: Packet,
    ) -> Result<Paper, PersonError> {
        self.by::<PrintPacket, _, _, _, _>(actor, person, move |unit, key| async move {
            print_packet(&unit, under, packet, &words(), &key).await
        })
        .await
    }
}
