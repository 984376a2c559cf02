//! Asking shelters: all that fit at once, and further away where nobody is left.

use std::collections::BTreeSet;

use access::Actor;
use access::action::AskHouses;
use people::Rows;
use record::{EventName, Id, Relation};
use store::{Delivery, Store, StoreError, Unit, Work};

use super::rules::{self, Fitting, Offer, Plan, Seeker};
use super::store::Standing;
use super::{BedError, Done, State, clocks, inquiry, store as table};

/// The rule's name in `authority.csv`.
pub(super) const NAME: &str = "AskHouses";

/// The shelters that fit a request, and that are not shut out.
pub(super) async fn fitting(
    at: &impl Rows,
    standing: &Standing,
) -> Result<Vec<Fitting>, StoreError> {
    let head = &standing.head;
    let Some(governorate) = record::governorate(&head.governorate) else {
        return Ok(Vec::new());
    };
    let offers = inquiry::store::offers(at, governorate.jurisdiction).await?;
    let shut_out: BTreeSet<Id> = table::shut_out(at, standing.root).await?;
    Ok(rules::fitting(
        &Seeker::from(head),
        &head.governorate,
        &offers,
        &shut_out,
    ))
}

/// Whether the rule would do anything now, given what the shelters of the jurisdiction offer.
pub(super) async fn would_ask(
    at: &impl Rows,
    standing: &Standing,
    offers: &[Offer],
    now: record::Moment,
) -> Result<bool, StoreError> {
    let (head, nobody) = (&standing.head, BTreeSet::new());
    let who = Seeker::from(head);
    // Most who wait for long wait since nothing fits: that is seen without another look.
    let any = rules::fitting(&who, &head.governorate, offers, &nobody);
    if any.is_empty() && standing.round == rules::LAST_ROUND {
        return Ok(false);
    }
    let shut_out = table::shut_out(at, standing.root).await?;
    let fitting = rules::fitting(&who, &head.governorate, offers, &shut_out);
    let plan = planned(at, standing, &fitting, now).await?;
    Ok(!plan.is_nothing(standing.round))
}

/// What the rule does now, with the shelters that fit.
async fn planned(
    at: &impl Rows,
    standing: &Standing,
    fitting: &[Fitting],
    now: record::Moment,
) -> Result<Plan, StoreError> {
    let inquiries = inquiry::store::inquiries(at, standing.head.record).await?;
    let inquiries: Vec<_> = inquiries.into_iter().map(|inquiry| inquiry.shown).collect();
    Ok(rules::plan(standing.round, fitting, &inquiries, now))
}

/// `AskHouses`, by the rule: asks whoever is to be asked now. What is no longer sought is left.
async fn ask_on(unit: &Unit<AskHouses>) -> Result<(), StoreError> {
    let request = unit.record();
    let standing = table::lock_request(unit, request).await?;
    if standing.head.state != State::Asked {
        return Ok(());
    }
    let fitting = fitting(&**unit, &standing).await?;
    let plan = planned(&**unit, &standing, &fitting, unit.now()).await?;
    for one in &plan.inquiry {
        ask_one(unit, &standing, &one.offer).await?;
    }
    if plan.round != standing.round {
        table::set_round(unit, request, plan.round).await?;
    }
    if plan.nobody_here {
        let code = Some(standing.head.governorate.as_str());
        unit.emit(EventName::BedNotFound, request, standing.root, code)
            .await?;
    }
    Ok(())
}

/// Asks one shelter. It learns who comes and what they need, and of no other shelter.
async fn ask_one(work: &Work, standing: &Standing, offer: &Offer) -> Result<(), StoreError> {
    let head = &standing.head;
    let inquiry = work.id();
    let due = clocks::answer_due(head, work.now());
    inquiry::store::insert(work, inquiry, head.record, offer, due).await?;
    work.grant(head.record, offer.org, Relation::ReferredTo, None, None)
        .await?;
    work.share_key(head.record, offer.org).await?;
    clocks::asked(work, head, standing.root, inquiry).await
}

/// Runs the rule on a request, for an event or because answers are late.
pub(super) async fn run(
    store: &Store,
    request: Id,
    delivery: Option<Delivery>,
) -> Result<(), StoreError> {
    let gate = store.gate();
    let actor = Actor::Rule(NAME);
    // What happened called for it; whether it still does is seen inside.
    let permit = gate
        .permit_when::<AskHouses>(&actor, request, &[State::Asked.code()])
        .await?;
    let act = |unit| async move { ask_on(&unit).await };
    store.follow(permit, delivery, act).await
}

/// `AskHouses`, by the desk: asks these shelters, of the candidates that it was shown.
pub async fn ask_shelters(
    unit: &Unit<AskHouses>,
    shelters: &[Id],
    form_key: &str,
) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let standing = table::lock_request(unit, request).await?;
    let fitting = fitting(&**unit, &standing).await?;
    let inquiries = inquiry::store::inquiries(&**unit, request).await?;
    for shelter in shelters {
        let is_live = inquiries
            .iter()
            .any(|inquiry| inquiry.shown.shelter == *shelter && inquiry.shown.state.is_live());
        let found = fitting.iter().find(|one| one.offer.shelter == *shelter);
        // One that filled up or was asked meanwhile is no candidate any more.
        let offer = found.filter(|_| !is_live).ok_or(BedError::Full)?;
        ask_one(unit, &standing, &offer.offer).await?;
    }
    unit.answer(form_key, "asked").await?;
    Ok(Done::Now)
}
