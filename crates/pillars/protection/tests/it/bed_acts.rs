//! What people do with a request for a place: helpers of the tests.

use access::Actor;
use access::action::{
    AnswerUnmetRight, AskHouses, CancelBedRequest, CloseUnmetRight, DeclineBed, EndStay,
    ListBedRequests, ListUnmetRights, PrintJudgeApplication, ReadBedRequest, ReleaseHold,
    RenewHold, ReviewDecline, WriteKeepApart,
};
use protection::bed::actions as act;
use protection::bed::{
    BedError, Decline, Declining, Done, Ending, Exit, Head, HoldOutcome, InquiryState,
    KeepingApart, OneInquiry, Opened, Renewal, Renewing, ShelterInquiry, list, sweep,
};
use protection::right::{self, Answer, Line, Outcome, RightError};
use record::Id;
use store::{StoreError, args};

use crate::beds::Home;
use crate::installation::{Installation, plain};

impl Installation {
    pub async fn requests(&self, actor: &Actor) -> Vec<list::Line> {
        let Ok(scope) = self.store.gate().scope::<ListBedRequests>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let scope = scope.clone();
            async move { list::list_requests(&unit, &scope, &list::Wanted::default()).await }
        });
        page.await.unwrap().lines
    }

    pub async fn lists_request(&self, actor: &Actor, request: Id) -> bool {
        let lines = self.requests(actor).await;
        lines.iter().any(|line| line.head.record == request)
    }

    pub async fn open_request(&self, actor: &Actor, request: Id) -> Result<Opened, BedError> {
        let gate = self.store.gate();
        let permit = gate.permit::<ReadBedRequest>(actor, request).await?;
        self.store
            .read(permit, |unit| async move { act::read_request(&unit).await })
            .await
    }

    /// Every site's part, as the database has it.
    pub async fn parts(&self, request: Id) -> Vec<(Id, Id, InquiryState)> {
        const PARTS: &str =
            "SELECT id, shelter, state FROM shelter_inquiry WHERE request = $1 ORDER BY asked, id";
        let rows = self
            .store
            .read_clear(async |look| look.rows(PARTS, args![request]).await)
            .await;
        let rows: Result<Vec<store::Row>, StoreError> = rows;
        rows.unwrap()
            .iter()
            .map(|row| {
                (
                    row.id("id").unwrap(),
                    row.id("shelter").unwrap(),
                    row.code("state").unwrap(),
                )
            })
            .collect()
    }

    /// The latest part of a site, if it has one.
    pub async fn part(&self, request: Id, home: Home) -> Option<(Id, InquiryState)> {
        let parts = self.parts(request).await;
        let mine = || parts.iter().filter(|(_, site, _)| *site == home.shelter);
        // In a test many things happen in one moment: a live part is the latest.
        let live = mine().find(|(_, _, state)| state.is_live());
        live.or(mine().next_back())
            .map(|(inquiry, _, state)| (*inquiry, *state))
    }

    pub async fn bed_state(&self, request: Id) -> String {
        const STATE: &str = "SELECT g.state, r.state AS same FROM guard g \
            JOIN bed_request r ON r.record = g.record WHERE g.record = $1";
        let rows = self
            .store
            .read_clear(async |look| look.rows(STATE, args![request]).await)
            .await;
        let rows: Result<Vec<store::Row>, StoreError> = rows;
        let row = &rows.unwrap()[0];
        let state = row.text("state").unwrap();
        assert_eq!(state, row.text("same").unwrap(), "both tables say the same");
        state
    }

    fn one(&self, inquiry: Id) -> OneInquiry {
        OneInquiry {
            inquiry,
            form_key: self.key(),
        }
    }

    pub async fn hold(&self, home: Home, request: Id) -> Result<HoldOutcome, BedError> {
        let (inquiry, _) = self.part(request, home).await.ok_or(BedError::NotAsked)?;
        let actor = home.manager.actor();
        let held = act::hold(&self.store, &actor, request, self.one(inquiry)).await;
        self.react().await;
        held
    }

    pub async fn admit(&self, home: Home, request: Id) -> Result<HoldOutcome, BedError> {
        let (inquiry, _) = self.part(request, home).await.ok_or(BedError::NotAsked)?;
        let actor = home.manager.actor();
        let admitted = act::admit(&self.store, &actor, request, self.one(inquiry)).await;
        self.react().await;
        admitted
    }

    pub async fn decline(
        &self,
        home: Home,
        request: Id,
        code: Decline,
        body: Option<Id>,
    ) -> Result<Done, BedError> {
        let (inquiry, _) = self.part(request, home).await.ok_or(BedError::NotAsked)?;
        let input = Declining {
            inquiry,
            code,
            body,
            form_key: self.key(),
        };
        let actor = home.manager.actor();
        let declined = self.on_request::<DeclineBed, _, _, _>(&actor, request, move |unit| {
            let input = input.clone();
            async move { act::decline_bed(&unit, &input).await }
        });
        let declined = declined.await;
        self.react().await;
        declined
    }

    pub async fn end_stay(&self, home: Home, request: Id, exit: Exit) -> Result<Done, BedError> {
        let (inquiry, _) = self.part(request, home).await.ok_or(BedError::NotAsked)?;
        let input = Ending {
            inquiry,
            exit,
            known: false,
            form_key: self.key(),
        };
        let actor = home.manager.actor();
        let ended = self.on_request::<EndStay, _, _, _>(&actor, request, move |unit| {
            let input = input.clone();
            async move { act::end_stay(&unit, &input).await }
        });
        let ended = ended.await;
        self.react().await;
        ended
    }

    pub async fn renew(&self, actor: &Actor, request: Id, inquiry: Id) -> Result<Done, BedError> {
        let input = Renewing {
            inquiry,
            because: Renewal::OnTheWay,
            form_key: self.key(),
        };
        self.on_request::<RenewHold, _, _, _>(actor, request, move |unit| {
            let input = input.clone();
            async move { act::renew_hold(&unit, &input).await }
        })
        .await
    }

    pub async fn release_hold(
        &self,
        actor: &Actor,
        request: Id,
        inquiry: Id,
    ) -> Result<Done, BedError> {
        let input = self.one(inquiry);
        let released = self.on_request::<ReleaseHold, _, _, _>(actor, request, move |unit| {
            let input = input.clone();
            async move { act::release_hold(&unit, &input).await }
        });
        let released = released.await;
        self.react().await;
        released
    }

    pub async fn cancel(&self, actor: &Actor, request: Id) -> Result<Done, BedError> {
        let key = self.key();
        let cancelled = self.on_request::<CancelBedRequest, _, _, _>(actor, request, move |unit| {
            let key = key.clone();
            async move { act::cancel_bed_request(&unit, &key).await }
        });
        let cancelled = cancelled.await;
        self.react().await;
        cancelled
    }

    pub async fn ask_by_hand(
        &self,
        actor: &Actor,
        request: Id,
        homes: Vec<Id>,
    ) -> Result<Done, BedError> {
        let key = self.key();
        self.on_request::<AskHouses, _, _, _>(actor, request, move |unit| {
            let (homes, key) = (homes.clone(), key.clone());
            async move { act::ask_shelters(&unit, &homes, &key).await }
        })
        .await
    }

    pub async fn keep_apart(
        &self,
        actor: &Actor,
        request: Id,
        code: &str,
    ) -> Result<Done, BedError> {
        let input = KeepingApart {
            code: code.parse().unwrap(),
            free_text: plain("she recruited her"),
            form_key: self.key(),
        };
        self.on_request::<WriteKeepApart, _, _, _>(actor, request, move |unit| {
            let input = input.clone();
            async move { act::write_keep_apart(&unit, &input).await }
        })
        .await
    }

    pub async fn review(
        &self,
        actor: &Actor,
        request: Id,
        inquiry: Id,
        code: Decline,
        body: Option<Id>,
    ) -> Result<Done, BedError> {
        let input = Declining {
            inquiry,
            code,
            body,
            form_key: self.key(),
        };
        let reviewed = self.on_request::<ReviewDecline, _, _, _>(actor, request, move |unit| {
            let input = input.clone();
            async move { act::review_decline(&unit, &input).await }
        });
        let reviewed = reviewed.await;
        self.react().await;
        reviewed
    }

    pub async fn application(
        &self,
        actor: &Actor,
        request: Id,
    ) -> Result<protection::bed::Application, BedError> {
        self.on_request::<PrintJudgeApplication, _, _, _>(actor, request, |unit| async move {
            act::print_judge_application(&unit).await
        })
        .await
    }

    pub async fn rights(&self, actor: &Actor) -> Vec<Line> {
        self.rights_of(actor, right::list::Wanted::default()).await
    }

    /// Those that are wanted.
    pub async fn rights_of(&self, actor: &Actor, wanted: right::list::Wanted) -> Vec<Line> {
        let Ok(scope) = self.store.gate().scope::<ListUnmetRights>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let (scope, wanted) = (scope.clone(), wanted.clone());
            async move { right::list::list_rights(&unit, &scope, &wanted).await }
        });
        page.await.unwrap().lines
    }

    pub async fn answer_right(&self, actor: &Actor, right: Id) -> Result<Done, RightError> {
        let key = self.key();
        self.on::<AnswerUnmetRight, _, _, _, _>(actor, right, &[], move |unit| {
            let key = key.clone();
            async move { right::actions::answer_right(&unit, Answer::Looking, &key).await }
        })
        .await
    }

    pub async fn close_right(&self, actor: &Actor, right: Id) -> Result<Done, RightError> {
        let key = self.key();
        self.on::<CloseUnmetRight, _, _, _, _>(actor, right, &[], move |unit| {
            let key = key.clone();
            async move { right::actions::close_right(&unit, Outcome::Placed, &key).await }
        })
        .await
    }

    /// What time does, and what follows.
    pub async fn time_goes_by(&self, seconds: i64) {
        self.clock.advance(seconds);
        sweep::sweep(&self.store).await.unwrap();
        self.react().await;
    }

    /// Ids that a statement finds in its column `id`.
    pub async fn ids(&self, sql: &'static str, record: Id) -> Vec<Id> {
        let rows = self
            .store
            .read_clear(async |look| look.rows(sql, args![record]).await)
            .await;
        let rows: Result<Vec<store::Row>, StoreError> = rows;
        rows.unwrap()
            .iter()
            .map(|row| row.id("id").unwrap())
            .collect()
    }
}

/// The parts of a request that a reader was shown.
pub fn inquiries(opened: &Opened) -> &[ShelterInquiry] {
    match opened {
        Opened::Desk { inquiries, .. } | Opened::Shelter { inquiries, .. } => inquiries,
        Opened::Team { .. } => &[],
    }
}

/// The head of a request that a reader was shown.
pub const fn head(opened: &Opened) -> &Head {
    match opened {
        Opened::Desk { head, .. } | Opened::Shelter { head, .. } | Opened::Team { head, .. } => {
            head
        }
    }
}
