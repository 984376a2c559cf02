//! A desk with reports and clocks, and those who are told.

use std::ops::Deref;

use access::Actor;
use access::action::{AnswerReport, ListClocks, SendReport};
use clock::{AgeBand, Answering, Code, Done, Escalated, Line, NewClock, Wanted};
use fixtures::{Site, Worker};
use record::{Duty, Id, Jurisdiction, Kind, OrgKind, Relation, Role, Root, Sensitivity, Session};
use store::{NewRecord, Store, StoreError, Unit, Work, args};

pub const HOUR: i64 = 3600;

pub fn desk() -> Id {
    Id::from_bytes([10; 16])
}
pub fn state_body() -> Id {
    Id::from_bytes([11; 16])
}
pub fn committee() -> Id {
    Id::from_bytes([12; 16])
}
pub fn watchers() -> Id {
    Id::from_bytes([13; 16])
}
pub fn worker() -> Id {
    Id::from_bytes([14; 16])
}

/// Who has which duty in this country.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape of what is passed in"
)]
pub fn who(_: Store, duty: Duty, place: Option<String>, at: Option<Jurisdiction>) -> Answering {
    assert_eq!(place, Some("IQG02".to_owned()));
    assert_eq!(at, Some(Jurisdiction::Federal));
    let orgs = match duty {
        Duty::StateDuty => vec![state_body()],
        Duty::FocalPoint => vec![committee()],
        Duty::Oversight => vec![watchers()],
        Duty::Placement | Duty::LegalAid => Vec::new(),
    };
    Box::pin(async move { Ok(orgs) })
}

/// A country in which nobody has any duty yet.
pub fn nobody(_: Store, _: Duty, _: Option<String>, _: Option<Jurisdiction>) -> Answering {
    Box::pin(async move { Ok(Vec::new()) })
}

pub struct Installation {
    site: Site,
}

impl Deref for Installation {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl Installation {
    pub async fn open(url: &str) -> Self {
        let site = Site::open(url).await;
        Self { site }
    }

    /// Stops the program and starts it again.
    pub async fn again(self) -> Self {
        let site = self.site.restarted().await;
        Self { site }
    }

    pub async fn pass(&self) -> Escalated {
        clock::escalate(&self.store, who).await.expect("a pass")
    }

    /// A report of Basra's desk with these clocks on it; who is shut out; a worker on it.
    pub async fn report(&self, codes: &'static [Code], shut_out: &[Id]) -> (Id, Vec<Id>) {
        let gate = self.store.gate();
        let permit = gate
            .permit_new::<SendReport>(&Actor::Public, &[])
            .expect("anybody may");
        let report = self.store.world().id();
        let shut_out = shut_out.to_vec();
        let made = self.store.unit(permit, move |unit| {
            let shut_out = shut_out.clone();
            async move {
                unit.create(NewRecord {
                    record: report,
                    kind: Kind::Report,
                    org: Some(desk()),
                    jurisdiction: Some(Jurisdiction::Federal),
                    sensitivity: Sensitivity::High,
                    state: "open",
                    root: None,
                    world: Root::Care,
                    keys_for: Vec::new(),
                })
                .await?;
                for body in shut_out {
                    unit.grant(report, body, Relation::Excluded, None, None)
                        .await?;
                }
                unit.grant(report, worker(), Relation::Team, None, None)
                    .await?;
                let mut clocks = Vec::new();
                for code in codes {
                    clocks.push(start(&unit, report, *code).await?);
                }
                Ok::<_, StoreError>(clocks)
            }
        });
        (report, made.await.expect("a report"))
    }

    pub async fn line(&self, clock: Id) -> (Line, Vec<Done>) {
        let gate = self.store.gate();
        let supervisor = actor(Id::from_bytes([30; 16]), desk(), Role::Responder);
        let permit = gate
            .permit::<ListClocks>(&supervisor, clock)
            .await
            .expect("the desk sees it");
        self.store
            .read(permit, |unit| async move { clock::one_clock(&unit).await })
            .await
            .expect("a clock")
    }

    pub async fn sees(&self, actor: &Actor) -> Vec<Id> {
        let Ok(scope) = self.store.gate().scope::<ListClocks>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let scope = scope.clone();
            async move { clock::list_clocks(&unit, &scope, &Wanted::default()).await }
        });
        let page = page.await.expect("a list");
        page.lines.iter().map(|line| line.record).collect()
    }

    /// Does something in a unit on a report.
    pub async fn on<T: Send + 'static, F>(
        &self,
        report: Id,
        body: impl Fn(Unit<AnswerReport>) -> F + Send + Sync + 'static,
    ) -> Result<T, StoreError>
    where
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        let responder = actor(Id::from_bytes([30; 16]), desk(), Role::Responder);
        let permit = self
            .store
            .gate()
            .permit::<AnswerReport>(&responder, report)
            .await?;
        self.store.unit(permit, body).await
    }

    pub async fn events(&self, clock: Id) -> usize {
        const MISSED: &str = "SELECT id FROM event WHERE record = $1 AND name = 'ClockMissed'";
        let rows = self
            .store
            .read_clear(async |look| look.rows(MISSED, args![clock]).await);
        rows.await.expect("rows").len()
    }
}

pub async fn start(work: &Work, report: Id, code: Code) -> Result<Id, StoreError> {
    let new = NewClock {
        code,
        subject: report,
        follows: report,
        root: report,
        org: Some(desk()),
        started: work.now(),
        act: None,
        facts: &[],
        district: None,
        governorate: record::governorate("IQG02"),
        age_band: AgeBand::Unknown,
    };
    clock::start(work, &new).await
}

pub fn actor(account: Id, org: Id, role: Role) -> Actor {
    let somebody = Worker {
        account,
        org,
        kind: OrgKind::Office,
        role,
    };
    somebody.in_session(Session::Fresh)
}

pub fn state_duty() -> Actor {
    actor(Id::from_bytes([31; 16]), state_body(), Role::StateDuty)
}

pub fn focal_point() -> Actor {
    actor(Id::from_bytes([32; 16]), committee(), Role::FocalPoint)
}

pub fn supervisor() -> Actor {
    actor(Id::from_bytes([33; 16]), desk(), Role::Supervisor)
}
