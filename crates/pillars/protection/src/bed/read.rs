//! Opening a request: the desk sees needs and answers, the team how it stands, a house who comes.

use access::action::{DeclarePlaces, ReadBedRequest};
use access::{Actor, Shows};
use record::Id;
use store::{Store, StoreError, Unit};

use super::{
    Ask, AskState, BedError, Candidate, Decline, Opened, State, houses, part, store as table,
};

/// `ReadBedRequest`: as much as the reader's part in it shows.
pub async fn read_request(unit: &Unit<ReadBedRequest>) -> Result<Opened, BedError> {
    let request = unit.record();
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    let standing = table::standing(&**unit, request).await?;
    let parts = part::store::parts(&**unit, request).await?;
    if unit.permit().shows() == Shows::All {
        let candidates = match standing.head.state {
            State::Asked => houses::fitting(&**unit, &standing).await?,
            _ => Vec::new(),
        };
        let has_part = |house: Id| {
            let mut live = parts.iter().filter(|part| part.ask.state.is_live());
            live.any(|part| part.ask.house == house)
        };
        return Ok(Opened::Desk {
            said: table::said(unit, request).await?,
            candidates: candidates
                .into_iter()
                .filter(|one| !has_part(one.offer.house))
                .map(|one| Candidate {
                    house: one.offer.house,
                    code: one.offer.code,
                    governorate: one.offer.governorate,
                    round: one.round,
                })
                .collect(),
            asks: parts.into_iter().map(|part| part.ask).collect(),
            head: standing.head,
        });
    }
    // Whoever declares places keeps a house.
    if unit.store().gate().ever::<DeclarePlaces>(unit.actor()) {
        let own = parts
            .into_iter()
            .filter(|part| part.org == member.org && part.ask.state.is_live());
        return Ok(Opened::House {
            said: table::said(unit, request).await?,
            asks: own.map(|part| part.ask).collect(),
            head: standing.head,
        });
    }
    Ok(Opened::Team {
        desk: part::desk(unit, request).await?,
        judge: parts.iter().any(asks_for_letter),
        head: standing.head,
    })
}

fn asks_for_letter(part: &part::store::Part) -> bool {
    part.ask.decline == Some(Decline::CourtOrder)
}

/// The states of a request that only the moment tells, for `gate.permit_when` of `RenewHold`,
/// `ReleaseHold`, `ReviewDecline` and `PrintJudgeApplication`.
pub async fn states(store: &Store, request: Id) -> Result<Vec<&'static str>, StoreError> {
    let now = store.world().now();
    let parts = store
        .look(|look| async move { part::store::parts(&*look, request).await })
        .await?;
    let is_held =
        |ask: &Ask| ask.state == AskState::Held && ask.hold_until.is_some_and(|until| now < until);
    let held = parts.iter().any(|part| is_held(&part.ask));
    let letter = parts.iter().any(asks_for_letter);
    let review = parts.iter().any(|part| part.ask.review_due.is_some());
    let states = [
        (State::Held.code(), held),
        ("declined_court_order", letter),
        ("declined_other", review),
    ];
    Ok(states
        .into_iter()
        .filter_map(|(name, is)| is.then_some(name))
        .collect())
}

/// A house's own parts in a request, also when they are over: what a page tells a house that is
/// refused by now. Empty for everybody else, and for whoever is shut out.
pub async fn own_parts(store: &Store, actor: &Actor, request: Id) -> Result<Vec<Ask>, StoreError> {
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    if !store.gate().ever::<DeclarePlaces>(actor) {
        return Ok(Vec::new());
    }
    let org = member.org;
    let excludable = actor.excludable();
    let excludable: Vec<String> = excludable.iter().map(Id::to_string).collect();
    let excludable = excludable.join("|");
    store
        .look(|look| async move { part::store::own(&*look, request, org, &excludable).await })
        .await
}
