//! Opening a request: the desk sees needs and answers, the team how it stands, a shelter who comes.

use std::collections::{BTreeMap, BTreeSet};

use access::action::{DeclarePlaces, ReadBedRequest};
use access::{Actor, Shows};
use people::organisation::{self, Line};
use record::Id;
use store::{Store, StoreError, Unit};

use super::inquiry::store::Inquiry;
use super::{
    BedError, Candidate, Decline, InquiryState, Opened, ShelterInquiry, State, inquiry, shelters,
    store as table,
};

/// `ReadBedRequest`: as much as the reader's part in it shows.
pub async fn read_request(unit: &Unit<ReadBedRequest>) -> Result<Opened, BedError> {
    let request = unit.record();
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    let standing = table::standing(&**unit, request).await?;
    let inquiries = inquiry::store::inquiries(&**unit, request).await?;
    if unit.permit().shows() == Shows::All {
        let candidates = match standing.head.state {
            State::Asked => shelters::fitting(&**unit, &standing).await?,
            _ => Vec::new(),
        };
        let last = |shelter: Id| {
            let mut of_shelter = inquiries.iter().rev();
            of_shelter
                .find(|inquiry| inquiry.shown.shelter == shelter)
                .map(|inquiry| inquiry.shown.clone())
        };
        let live: BTreeSet<Id> = inquiries
            .iter()
            .filter(|inquiry| inquiry.shown.state.is_live())
            .map(|inquiry| inquiry.shown.shelter)
            .collect();
        return Ok(Opened::Desk {
            free_text: table::free_text(unit, request).await?,
            candidates: candidates
                .into_iter()
                .filter(|one| !live.contains(&one.offer.shelter))
                .map(|one| Candidate {
                    before: last(one.offer.shelter),
                    shelter: one.offer.shelter,
                    code: one.offer.code,
                    governorate: one.offer.governorate,
                    round: one.round,
                })
                .collect(),
            lines: lines(unit, &inquiries).await?,
            inquiries: inquiries.into_iter().map(|inquiry| inquiry.shown).collect(),
            head: standing.head,
        });
    }
    // Whoever declares places keeps a shelter.
    if unit.store().gate().ever::<DeclarePlaces>(unit.actor()) {
        let own = inquiries
            .into_iter()
            .filter(|inquiry| inquiry.org == member.org && inquiry.shown.state.is_live());
        return Ok(Opened::Shelter {
            free_text: table::free_text(unit, request).await?,
            inquiries: own.map(|inquiry| inquiry.shown).collect(),
            head: standing.head,
        });
    }
    Ok(Opened::Team {
        desk: inquiry::desk(unit, request).await?,
        judge: inquiries.iter().any(asks_for_letter),
        head: standing.head,
    })
}

/// The numbers of shelters to be rung: those that are late, hold a place or took the person in.
async fn lines(
    unit: &Unit<ReadBedRequest>,
    inquiries: &[Inquiry],
) -> Result<BTreeMap<Id, Line>, StoreError> {
    let is_rung = |shown: &ShelterInquiry| match shown.state {
        InquiryState::Held | InquiryState::Admitted => true,
        InquiryState::Asked => shown.late(unit.now()).is_some(),
        _ => false,
    };
    let rung = inquiries.iter().filter(|inquiry| is_rung(&inquiry.shown));
    let rung: Vec<&Inquiry> = rung.collect();
    // Several shelters may have one telephone: it is read once.
    let orgs: BTreeSet<Id> = rung.iter().map(|inquiry| inquiry.org).collect();
    let mut of_org = BTreeMap::new();
    for org in orgs {
        of_org.extend(organisation::lines(&**unit, Some(org)).await?);
    }
    let line = |inquiry: &&Inquiry| Some((inquiry.shown.id, of_org.get(&inquiry.org)?.clone()));
    Ok(rung.iter().filter_map(line).collect())
}

fn asks_for_letter(inquiry: &Inquiry) -> bool {
    inquiry.shown.decline == Some(Decline::CourtOrder)
}

/// The states of a request that only the moment tells, for `gate.permit_when` of `RenewHold`,
/// `ReleaseHold`, `ReviewDecline` and `PrintJudgeApplication`.
pub async fn states(store: &Store, request: Id) -> Result<Vec<&'static str>, StoreError> {
    let now = store.world().now();
    let inquiries = store
        .read_clear(|look| async move { inquiry::store::inquiries(&*look, request).await })
        .await?;
    let is_held = |inquiry: &ShelterInquiry| {
        inquiry.state == InquiryState::Held && inquiry.hold_until.is_some_and(|until| now < until)
    };
    let held = inquiries.iter().any(|inquiry| is_held(&inquiry.shown));
    let letter = inquiries.iter().any(asks_for_letter);
    let review = inquiries
        .iter()
        .any(|inquiry| inquiry.shown.review_due.is_some());
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

/// A shelter's own parts in a request, also when they are over: what a page tells a shelter that is
/// refused by now. Empty for everybody else, and for whoever is shut out.
pub async fn own_inquiries(
    store: &Store,
    actor: &Actor,
    request: Id,
) -> Result<Vec<ShelterInquiry>, StoreError> {
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
        .read_clear(
            |look| async move { inquiry::store::own(&*look, request, org, &excludable).await },
        )
        .await
}
