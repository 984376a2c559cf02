//! What opens a right, who answers for it, and what meets it.

use std::collections::BTreeSet;

use access::Actor;
use access::action::{MarkRightMet, OpenUnmetRight};
use clock::{Code, Given, NewClock};
use people::{Rows, desk};
use record::{Duty, EventName, Id, Jurisdiction, Kind, Relation, Root, Sensitivity};
use store::{Delivery, NewRecord, Reacting, Reaction, Store, StoreError, Unit, Work};

use super::{State, What, facts, store as table};
use crate::bed::{self, Head};

/// The rules' names in `authority.csv`.
pub(crate) const OPEN: &str = "OpenUnmetRight";
const MEET: &str = "MarkRightMet";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: OPEN,
        event: EventName::BedDeclined,
        run: refused,
    },
    Reaction {
        name: OPEN,
        event: EventName::DeclineReviewed,
        run: refused,
    },
    Reaction {
        name: OPEN,
        event: EventName::BedNotFound,
        run: not_found,
    },
    Reaction {
        name: OPEN,
        event: EventName::RightShutOut,
        run: shut_out,
    },
    Reaction {
        name: MEET,
        event: EventName::BedAdmitted,
        run: met,
    },
    Reaction {
        name: MEET,
        event: EventName::BedCancelled,
        run: met,
    },
    Reaction {
        name: MEET,
        event: EventName::RightOpened,
        run: met_before,
    },
];

fn refused(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move { open(&store, delivery, false).await })
}

fn not_found(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move { open(&store, delivery, true).await })
}

/// Opens what the event calls for: a right for each refusal that has none, or the State's.
async fn open(store: &Store, delivery: Delivery, states: bool) -> Result<(), StoreError> {
    let permit = store
        .gate()
        .permit_new::<OpenUnmetRight>(&Actor::Rule(OPEN), &[])?;
    let (request, root) = (delivery.record, delivery.root);
    store
        .follow(permit, delivery, move |unit| async move {
            let head = bed::store::head_of(&*unit, request).await?;
            if states {
                if !table::has_no_place(&*unit, head.record).await? {
                    let new = New::of_the_state(&head, root);
                    open_right(&unit, &new).await?;
                }
                return Ok(());
            }
            for (ask, what, charged) in table::unlawful(&*unit, head.record).await? {
                let new = New {
                    head: &head,
                    root,
                    inquiry: Some(ask),
                    what,
                    charged,
                };
                open_right(&unit, &new).await?;
            }
            Ok(())
        })
        .await
}

/// A right that is to be opened.
struct New<'a> {
    head: &'a Head,
    root: Id,
    inquiry: Option<Id>,
    what: What,
    charged: Option<Id>,
}

impl<'a> New<'a> {
    const fn of_the_state(head: &'a Head, root: Id) -> Self {
        Self {
            head,
            root,
            inquiry: None,
            what: What::NoPlace,
            charged: None,
        }
    }
}

/// `OpenUnmetRight`: the record, who answers for it, and its clock.
async fn open_right(unit: &Unit<OpenUnmetRight>, new: &New<'_>) -> Result<(), StoreError> {
    let right = unit.id();
    let head = new.head;
    let governorate = record::governorate(&head.governorate);
    let jurisdiction = governorate.map(|place| place.jurisdiction);
    let org = bed::store::desk_of(&**unit, head.record).await?;
    unit.create(NewRecord {
        record: right,
        kind: Kind::Right,
        org,
        jurisdiction,
        sensitivity: Sensitivity::Ordinary,
        state: State::Open.code(),
        root: Some(new.root),
        world: Root::Care,
        // Nothing of it is sealed.
        keys_for: Vec::new(),
    })
    .await?;
    let clock = NewClock {
        code: Code::Right,
        subject: right,
        follows: right,
        root: new.root,
        org,
        started: unit.now(),
        act: None,
        facts: &[],
        district: None,
        governorate,
        age_band: bed::band(head.age),
    };
    let facts: &[clock::Fact] = if head.age.may_be_child() {
        &[clock::Fact::Child]
    } else {
        &[]
    };
    let given = Given {
        started: unit.now(),
        act: None,
        facts,
    };
    let opening = table::Opening {
        record: right,
        request: head.record,
        inquiry: new.inquiry,
        code: &head.code,
        what: new.what,
        charged: new.charged,
        governorate: &head.governorate,
        child: head.age.may_be_child(),
        due: clock::rule(Code::Right).due(&given),
    };
    table::insert(unit, &opening).await?;
    let line = table::line(&**unit, right, access::Shows::All).await?;
    facts::opened(unit, &line).await?;
    let to = Answering {
        request: head.record,
        root: new.root,
        governorate: &head.governorate,
        jurisdiction,
        charged: new.charged,
    };
    entrust(unit, right, &to).await?;
    clock::start(unit, &clock).await?;
    unit.emit(EventName::RightOpened, right, new.root, None)
        .await
}

/// What decides who answers for a right.
struct Answering<'a> {
    request: Id,
    root: Id,
    governorate: &'a str,
    jurisdiction: Option<Jurisdiction>,
    charged: Option<Id>,
}

/// Gives a right to whoever the request belongs to, and to whoever watches there; to nobody who is
/// shut out, and not to the body charged for it to watch.
async fn entrust(work: &Work, right: Id, to: &Answering<'_>) -> Result<(), StoreError> {
    let shut_out = bed::store::shut_out(work, to.root).await?;
    let mut wanted: BTreeSet<(Id, Relation)> = bed::store::holders(work, to.request)
        .await?
        .into_iter()
        .filter(|(_, relation)| *relation != Relation::Owner)
        .collect();
    for body in watching(work, to, &shut_out).await? {
        wanted.insert((body, Relation::Oversight));
    }
    wanted.retain(|(holder, _)| !shut_out.contains(holder));
    let (_, grants) = work.guard_of(right).await?;
    for grant in grants {
        let held = (grant.holder, grant.relation);
        if grant.relation != Relation::Excluded && !wanted.remove(&held) {
            work.end_grant(right, grant.relation, Some(grant.holder))
                .await?;
        }
    }
    for (holder, relation) in wanted {
        work.grant(right, holder, relation, None, None).await?;
    }
    Ok(())
}

/// The bodies that watch: of each duty the first that is not shut out, nor charged, with somebody
/// there; where nobody sits anywhere, the first that should.
async fn watching(
    at: &impl Rows,
    to: &Answering<'_>,
    shut_out: &BTreeSet<Id>,
) -> Result<Vec<Id>, StoreError> {
    let mut found = Vec::new();
    let place = Some(to.governorate);
    for duty in [Duty::Oversight, Duty::StateDuty] {
        let mut bodies = desk::attending(at, duty, place, to.jurisdiction, shut_out).await?;
        bodies.extend(desk::answering(at, duty, place, to.jurisdiction).await?);
        let fits = |body: &Id| !shut_out.contains(body) && to.charged != Some(*body);
        found.extend(bodies.into_iter().find(fits));
    }
    Ok(found)
}

/// Whether somebody could answer for a right that nobody answers for now.
pub(crate) async fn has_other_watching(
    at: &impl Rows,
    right: Id,
    root: Id,
) -> Result<bool, StoreError> {
    let line = table::line(at, right, access::Shows::All).await?;
    let shut_out = bed::store::shut_out(at, root).await?;
    let place = Some(line.governorate.as_str());
    let governorate = record::governorate(&line.governorate);
    let jurisdiction = governorate.map(|place| place.jurisdiction);
    for duty in [Duty::Oversight, Duty::StateDuty] {
        let bodies = desk::attending(at, duty, place, jurisdiction, &shut_out).await?;
        if bodies.iter().any(|body| line.charged != Some(*body)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives a right on where nobody answers for it, from the permit to the unit.
pub(crate) async fn pass_on(store: &Store, right: Id, root: Id) -> Result<(), StoreError> {
    let permit = store
        .gate()
        .permit::<OpenUnmetRight>(&Actor::Rule(OPEN), right)
        .await?;
    store
        .unit(
            permit,
            move |unit| async move { give_on(&unit, root).await },
        )
        .await
}

/// Whoever is shut out of the report by now answers for nothing that grew from it.
fn shut_out(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let permit = store
            .gate()
            .permit::<OpenUnmetRight>(&Actor::Rule(OPEN), delivery.record)
            .await?;
        let root = delivery.root;
        let give = move |unit| async move { give_on(&unit, root).await };
        store.follow(permit, delivery, give).await
    })
}

async fn give_on(unit: &Unit<OpenUnmetRight>, root: Id) -> Result<(), StoreError> {
    let right = unit.record();
    let line = table::line(&**unit, right, access::Shows::All).await?;
    let request = line.request.ok_or(StoreError::Absent)?;
    let (guard, _) = unit.guard_of(right).await?;
    let desk = bed::store::desk_of(&**unit, request).await?;
    if let Some(desk) = desk.filter(|desk| guard.org != Some(*desk)) {
        unit.set_desk(right, desk).await?;
    }
    let to = Answering {
        request,
        root,
        governorate: &line.governorate,
        jurisdiction: guard.jurisdiction,
        charged: line.charged,
    };
    entrust(unit, right, &to).await?;
    clock::follow(unit, right).await
}

/// A refusal that was reviewed once the person had a place already.
fn met_before(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let right = delivery.record;
        let request = store
            .read_clear(|look| async move { table::request_of(&*look, right).await })
            .await?;
        meet(&store, delivery, request).await
    })
}

fn met(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let request = delivery.record;
        meet(&store, delivery, request).await
    })
}

/// `MarkRightMet`: the person has a place, or wants none any more: a named person closes it.
async fn meet(store: &Store, delivery: Delivery, request: Id) -> Result<(), StoreError> {
    let actor = Actor::Rule(MEET);
    let permit = store
        .gate()
        .permit_new::<MarkRightMet>(&actor, &[State::Open.code()])?;
    store
        .follow(permit, delivery, move |unit| {
            let actor = actor.clone();
            async move {
                let head = bed::store::head_of(&*unit, request).await?;
                if matches!(head.state, bed::State::Asked | bed::State::Held) {
                    return Ok(());
                }
                for right in table::open_of_request(&*unit, request).await? {
                    let gate = unit.store().gate();
                    unit.join(gate.permit::<MarkRightMet>(&actor, right).await?)
                        .await?;
                    table::set_met(&unit, right).await?;
                    let line = table::line(&*unit, right, access::Shows::All).await?;
                    facts::met(&unit, &line).await?;
                    unit.set_state(right, State::Met.code()).await?;
                    clock::stop(&unit, right, Code::Right, State::Met.code()).await?;
                }
                Ok(())
            }
        })
        .await
}
