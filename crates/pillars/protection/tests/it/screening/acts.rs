//! What people do with a screening, through its actions, and what each then finds.

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
use protection::screening::rule::{Answer, Basis, Level, Outcome, When, questions};
use protection::screening::{
    Agreed, Done, Given, LastContact, Opened, ScreeningError, Setting, Talk, Then,
};
use record::Id;
use store::{StoreError, Unit};

use crate::installation::{BASRA, Basra, Installation, plain};

/// The person themself agreed to both.
pub const BOTH: [Agreed; 2] = [Agreed::Yes, Agreed::Yes];
/// The clocks of a report.
pub const CLOCKS: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'clock'";

/// Everybody's yes to these rows, in a talk with somebody of this age; safe or not.
pub fn talk(age: AgeBand, yes: &[&str], safe: bool) -> Talk {
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
    let asked = questions().iter().filter(|one| one.level == Level::One);
    let no = asked.map(|one| (one.id.clone(), given(Answer::No)));
    let yes = yes.iter().map(|id| ((*id).to_owned(), given(Answer::Yes)));
    talk.answers = no.chain(yes).collect();
    talk
}

pub fn is_absent<T>(result: &Result<T, ScreeningError>) -> bool {
    matches!(result, Err(ScreeningError::Store(StoreError::Absent)))
}

impl Installation {
    pub async fn start(
        &self,
        actor: &Actor,
        report: Option<Id>,
        age: AgeBand,
        agreed: [Agreed; 2],
    ) -> Result<Id, ScreeningError> {
        let [to_talk, to_write] = agreed;
        let talk = Talk::begun(to_talk, to_write, age);
        self.start_with(actor, report, talk).await
    }

    pub async fn start_with(
        &self,
        actor: &Actor,
        report: Option<Id>,
        talk: Talk,
    ) -> Result<Id, ScreeningError> {
        let starting = Starting {
            report,
            governorate: Some(BASRA.to_owned()),
            talk,
            sheet: None,
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
            .map(|started| started.screening)
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

    pub async fn save(
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

    pub async fn decide(
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

    pub async fn lower(
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

    pub async fn confirm(
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

    pub async fn reopen(
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

    pub async fn hands_in(
        &self,
        actor: &Actor,
        screening: Id,
        talk: Talk,
        seen: i64,
    ) -> Result<Done, ScreeningError> {
        self.doing::<AnswerScreening, _, _>(actor, screening, move |unit, key| {
            let talk = talk.clone();
            async move { hand_in(&unit, &talk, seen, &key).await }
        })
        .await
    }

    pub async fn screening(&self, actor: &Actor, screening: Id) -> Result<Opened, ScreeningError> {
        let gate = self.store.gate();
        let permit = gate.permit::<ReadScreening>(actor, screening).await?;
        self.store
            .read(permit, |unit| async move { read_screening(&unit).await })
            .await
    }

    /// What whoever asks sees.
    pub async fn asked(&self, actor: &Actor, screening: Id) -> Result<Talk, ScreeningError> {
        let gate = self.store.gate();
        let permit = gate.permit::<AnswerScreening>(actor, screening).await?;
        self.store
            .read(permit, |unit| async move {
                so_far(&unit).await.map(|(_, talk)| talk)
            })
            .await
    }

    /// A report of this desk, in the hands of its caseworker.
    pub async fn entrusted(&self, basra: &Basra) -> Id {
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
