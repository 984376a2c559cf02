//! What follows from what in a request: pure functions. Whom a place fits, which shelters are asked
//! now, and when the governorate has nobody left.

use std::collections::BTreeSet;

use record::{Id, Moment};

use super::{HoldEnd, InquiryState, ShelterInquiry};
pub use crate::shelter::fit::{Fit, Seeker, fits};
use crate::shelter::{Declared, PlaceAge, PlaceSex};

/// The most people in one request.
pub const MOST_HEADS: i64 = 30;
/// The most letters of what is needed, or of why people are kept apart.
pub const LONGEST: usize = 2000;

/// A shelter keeps a place so many seconds while a judge decides.
pub const FOR_JUDGE: i64 = 24 * 3600;
/// An emergency stay is so many seconds long; nothing ends it by itself.
pub const EMERGENCY: i64 = 72 * 3600;
/// A decline for another reason is reviewed within so many seconds.
pub const REVIEW: i64 = 3600;

/// The last round: in the same jurisdiction, with the question open.
pub const LAST_ROUND: i64 = 4;
/// The last round in the governorate itself.
pub const LAST_HERE: i64 = 2;

impl From<&super::Head> for Seeker {
    fn from(head: &super::Head) -> Self {
        Self {
            sex: head.sex,
            age: head.age,
            family: head.family,
            heads: head.heads,
            disability: head.disability,
        }
    }
}

/// The round in which a shelter is asked.
pub const fn round(fit: Fit, here: bool) -> i64 {
    match (here, fit) {
        (true, Fit::Exact) => 1,
        (true, Fit::Open) => 2,
        (false, Fit::Exact) => 3,
        (false, Fit::Open) => 4,
    }
}

/// Places of one sort of a shelter, as the rule sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The shelter.
    pub shelter: Id,
    /// Whose it is.
    pub org: Id,
    /// Its code.
    pub code: String,
    /// Its governorate.
    pub governorate: String,
    /// The places.
    pub row: Id,
    /// What was declared.
    pub declared: Declared,
    /// How many are taken.
    pub taken: i64,
}

impl Offer {
    /// Whether so many people find room.
    pub const fn has_room(&self, heads: i64) -> bool {
        self.declared.places - self.taken >= heads
    }
}

/// A shelter that can be asked, by its best places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The round in which it is asked.
    pub round: i64,
    /// Its best places.
    pub offer: Offer,
}

/// The shelters that fit and have room, none of whose organisations is shut out; each once, by its
/// best places, in order of the rounds.
pub fn fitting(
    who: &Seeker,
    governorate: &str,
    offers: &[Offer],
    shut_out: &BTreeSet<Id>,
) -> Vec<Fitting> {
    let mut found: Vec<Fitting> = Vec::new();
    for offer in offers {
        if shut_out.contains(&offer.org) || !offer.has_room(who.heads) {
            continue;
        }
        let Some(fit) = fits(who, &offer.declared) else {
            continue;
        };
        let new = Fitting {
            round: round(fit, offer.governorate == governorate),
            offer: offer.clone(),
        };
        match found
            .iter_mut()
            .find(|one| one.offer.shelter == offer.shelter)
        {
            Some(one) if better(&new, one) => *one = new,
            Some(_) => {}
            None => found.push(new),
        }
    }
    found.sort_by(|a, b| {
        (a.round, &a.offer.code, a.offer.shelter).cmp(&(b.round, &b.offer.code, b.offer.shelter))
    });
    found
}

/// Places that need no open question come first, then those that fewer others could use less.
fn better(new: &Fitting, old: &Fitting) -> bool {
    let rank = |one: &Fitting| {
        let declared = &one.offer.declared;
        (
            one.round,
            declared.disability,
            declared.sex == PlaceSex::Any,
            declared.age == PlaceAge::Child,
            one.offer.row,
        )
    };
    rank(new) < rank(old)
}

/// Whether the rule asks a shelter no more: it has a part already, it declined, somebody there must
/// not meet the person, or the desk ended its hold.
pub fn is_done_with(inquiries: &[ShelterInquiry], shelter: Id) -> bool {
    inquiries.iter().any(|inquiry| {
        inquiry.shelter == shelter
            && match inquiry.state {
                InquiryState::Asked
                | InquiryState::Held
                | InquiryState::Admitted
                | InquiryState::Declined
                | InquiryState::NotHere
                | InquiryState::Left => true,
                InquiryState::Released => inquiry.because == Some(HoldEnd::Desk),
                InquiryState::NotNeeded => false,
            }
    })
}

/// What the rule does now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The shelters to ask.
    pub inquiry: Vec<Fitting>,
    /// The round that is reached.
    pub round: i64,
    /// The governorate has nobody left who answers in time: it is the State's.
    pub nobody_here: bool,
}

impl Plan {
    /// Whether it changes anything about a request in this round.
    pub fn is_nothing(&self, round: i64) -> bool {
        self.inquiry.is_empty() && self.round == round
    }
}

/// Whom to ask now. Shelters of one round are asked at once; the next round begins when every shelter
/// asked has answered or is late. Nobody waits for a late answer, and no answer is lost by it.
pub fn plan(round: i64, fitting: &[Fitting], inquiries: &[ShelterInquiry], now: Moment) -> Plan {
    let mut plan = Plan {
        round: round.clamp(1, LAST_ROUND),
        ..Plan::default()
    };
    plan.nobody_here = false;
    let in_time = inquiries
        .iter()
        .any(|inquiry| inquiry.state == InquiryState::Asked && now < inquiry.due);
    let left: Vec<&Fitting> = fitting
        .iter()
        .filter(|one| !is_done_with(inquiries, one.offer.shelter))
        .collect();
    loop {
        plan.inquiry = left
            .iter()
            .filter(|one| one.round <= plan.round)
            .map(|one| (*one).clone())
            .collect();
        if in_time || !plan.inquiry.is_empty() || plan.round == LAST_ROUND {
            return plan;
        }
        plan.nobody_here |= plan.round == LAST_HERE;
        plan.round += 1;
    }
}
