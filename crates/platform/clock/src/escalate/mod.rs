//! What the program does about clocks by itself: who is late is marked, and told on, step by step.
//!
//! Everything hangs on what is written: which steps were told, and when the next one is due. A
//! program that stopped goes on where it was, a clock of the machine that went back is waited for,
//! and nobody is told the same twice.

mod store;

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use ::store::{Store, StoreError, Unit};
use access::Actor;
use access::action::EscalateClock;
use record::{Duty, EventName, Id, Jurisdiction, Moment, Relation};

use self::store as own;
pub(crate) use self::store::STATEMENTS;
use crate::rules::{Code, Step, Told, rule};
use crate::run::shut_out;
use crate::store as table;
use crate::{Act, State};

/// The rule's name in `authority.csv`.
pub(crate) const NAME: &str = "EscalateClocks";

/// The state of a clock that is past due, whether that was written down yet or not.
pub(crate) const PAST_DUE: &[&str] = &["missed"];

/// The organisations that have a duty in a place, once they are known.
pub type Answering = Pin<Box<dyn Future<Output = Result<Vec<Id>, StoreError>> + Send>>;

/// Tells which organisations have a duty in a governorate or jurisdiction, by whatever means.
pub type Who = fn(Store, Duty, Option<String>, Option<Jurisdiction>) -> Answering;

/// A clock that is past due.
#[derive(Clone, Debug)]
pub(crate) struct Late {
    pub(crate) record: Id,
    pub(crate) root: Id,
    pub(crate) code: Code,
    pub(crate) state: State,
    pub(crate) due: Moment,
    pub(crate) told: usize,
    pub(crate) next_at: Option<Moment>,
    pub(crate) governorate: Option<String>,
    pub(crate) desk: Option<Id>,
    pub(crate) jurisdiction: Option<Jurisdiction>,
}

/// Whom each step of a clock would tell, before anybody is left out.
type Asked = Vec<(Step, Vec<Id>)>;

/// What one pass did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Escalated {
    /// Clocks that were found late.
    pub missed: usize,
    /// Steps that were told.
    pub told: usize,
}

/// Marks every clock that is late, and tells those who are to be told by now. One that cannot be
/// written is tried at the next pass and keeps no other waiting.
pub async fn escalate(store: &Store, who: Who) -> Result<Escalated, StoreError> {
    let mut done = Escalated::default();
    let mut known = Known {
        store,
        who,
        answers: HashMap::new(),
    };
    for state in [State::Running, State::Missed] {
        let mut after = None;
        loop {
            let late = store
                .read_clear(|look| async move {
                    own::late(&look, state, store.world().now(), after).await
                })
                .await?;
            let Some(last) = late.last() else { break };
            after = last.next_at.map(|at| (at, last.record));
            for late in &late {
                let mut told = None;
                let run = async {
                    told = one(store, &mut known, late).await?;
                    Ok(())
                };
                store.attempt(NAME, late.record, run).await?;
                done.missed += usize::from(told.is_some() && state == State::Running);
                done.told += told.unwrap_or(0);
            }
        }
    }
    Ok(done)
}

/// Who has which duty where, asked once for one pass.
struct Known<'s> {
    store: &'s Store,
    who: Who,
    answers: HashMap<(Duty, Option<String>, Option<Jurisdiction>), Vec<Id>>,
}

impl Known<'_> {
    async fn answering(&mut self, duty: Duty, late: &Late) -> Result<Vec<Id>, StoreError> {
        let place = (duty, late.governorate.clone(), late.jurisdiction);
        if let Some(orgs) = self.answers.get(&place) {
            return Ok(orgs.clone());
        }
        let (_, governorate, jurisdiction) = place.clone();
        let orgs = (self.who)(self.store.clone(), duty, governorate, jurisdiction).await?;
        self.answers.insert(place, orgs.clone());
        Ok(orgs)
    }

    async fn asked(&mut self, late: &Late) -> Result<Asked, StoreError> {
        let mut asked = Vec::new();
        for step in &rule(late.code).steps {
            let orgs = match step.told {
                Told::Supervisor => late.desk.into_iter().collect(),
                Told::Duty(duty) => self.answering(duty, late).await?,
            };
            asked.push((*step, orgs));
        }
        Ok(asked)
    }
}

/// Carries one clock as far as its time has come. Tells how many steps were told, or nothing where
/// there was nothing to write.
async fn one(
    store: &Store,
    known: &mut Known<'_>,
    late: &Late,
) -> Result<Option<usize>, StoreError> {
    let asked = known.asked(late).await?;
    // Nobody is left to be told: no unit is opened again and again to find that out.
    if late.state == State::Missed {
        let (root, now) = (late.root, store.world().now());
        let shut_out = store
            .read_clear(|look| async move { own::shut_out_of(&look, root).await })
            .await?;
        if due_by(now, late, &asked, &shut_out).is_empty() {
            return Ok(None);
        }
    }
    let actor = Actor::Rule(NAME);
    let gate = store.gate();
    let permit = gate
        .permit_when::<EscalateClock>(&actor, late.record, PAST_DUE)
        .await?;
    store
        .unit(permit, move |unit| {
            let asked = asked.clone();
            async move { escalate_clock(&unit, &asked).await }
        })
        .await
}

/// `EscalateClock`: marks the clock as missed, and gives it to whoever is to be told by now.
async fn escalate_clock(
    unit: &Unit<EscalateClock>,
    asked: &Asked,
) -> Result<Option<usize>, StoreError> {
    let clock = unit.record();
    let Some(late) = own::late_one(unit, clock).await? else {
        return Ok(None);
    };
    let shut_out = shut_out(unit, clock).await?;
    let steps = due_by(unit.now(), &late, asked, &shut_out);
    let is_new = late.state == State::Running;
    if is_new {
        unit.set_state(clock, State::Missed.code()).await?;
        table::insert_act(unit, clock, Act::Missed, late.code.code(), late.due).await?;
        unit.emit(
            EventName::ClockMissed,
            clock,
            late.root,
            Some(late.code.code()),
        )
        .await?;
    } else if steps.is_empty() {
        return Ok(None);
    }
    let mut told = late.told;
    let (_, grants) = unit.guard_of(clock).await?;
    let before = table::acts(unit, clock).await?;
    let mut fresh = 0;
    for Telling { step, at, orgs } in &steps {
        let relation = match step.told {
            Told::Supervisor => Relation::Supervising,
            Told::Duty(_) => Relation::Oversight,
        };
        // A step is told again where somebody of it was shut out: nobody hears the same twice.
        let was_told = before.iter().any(|done| {
            (done.act, done.due) == (Act::Told, late.due) && done.code == told_code(step.told)
        });
        let knows = |org: &Id| {
            let mut held = grants.iter().filter(|held| held.record == clock);
            held.any(|held| (held.holder, held.relation) == (*org, relation))
        };
        told = at + 1;
        if was_told && orgs.iter().all(knows) {
            continue;
        }
        fresh += 1;
        for org in orgs {
            unit.grant(clock, *org, relation, None, None).await?;
        }
        table::insert_act(unit, clock, Act::Told, told_code(step.told), late.due).await?;
    }
    let next = asked.get(told).map(|(step, _)| step.after.after(late.due));
    own::set_missed(unit, clock, told, next).await?;
    Ok(Some(fresh))
}

/// `EscalateClock`, after somebody was shut out of the report who had been told: they are told
/// nothing any more, and the steps from there on are gone through anew at the next pass.
pub(crate) async fn pass_on(unit: &Unit<EscalateClock>) -> Result<(), StoreError> {
    let clock = unit.record();
    let shut_out = shut_out(unit, clock).await?;
    let (_, grants) = unit.guard_of(clock).await?;
    let told: Vec<_> = grants
        .iter()
        .filter(|held| held.relation == Relation::Oversight && shut_out.contains(&held.holder))
        .collect();
    if told.is_empty() {
        return Ok(());
    }
    for held in told {
        unit.end_grant(clock, Relation::Oversight, Some(held.holder))
            .await?;
    }
    let code = table::line(unit, clock).await?.code;
    let is_duty = |step: &Step| matches!(step.told, Told::Duty(_));
    match rule(code).steps.iter().position(is_duty) {
        Some(first) => own::tell_again(unit, clock, first).await,
        None => Ok(()),
    }
}

/// One step as it is to be told now.
#[derive(Debug, PartialEq, Eq)]
struct Telling {
    step: Step,
    at: usize,
    orgs: Vec<Id>,
}

/// The steps that are to be told by now. Where nobody is left of a step, the next one is told at
/// once; where nobody is left of the last ones, they wait until somebody has the duty.
fn due_by(now: Moment, late: &Late, asked: &Asked, shut_out: &[Id]) -> Vec<Telling> {
    let mut steps = Vec::new();
    let mut fell = false;
    for (at, (step, orgs)) in asked.iter().enumerate().skip(late.told) {
        if now < step.after.after(late.due) && !fell {
            break;
        }
        let orgs: Vec<Id> = orgs
            .iter()
            .filter(|org| !shut_out.contains(org))
            .copied()
            .collect();
        fell = orgs.is_empty();
        if !fell {
            steps.push(Telling {
                step: *step,
                at,
                orgs,
            });
        }
    }
    steps
}

/// Who was told, as a code.
const fn told_code(told: Told) -> &'static str {
    match told {
        Told::Supervisor => "supervisor",
        Told::Duty(duty) => duty.code(),
    }
}
