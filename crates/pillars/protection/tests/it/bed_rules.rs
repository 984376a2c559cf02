//! Whom a place fits and whom to ask, over random people, sites and answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use protection::bed::rules::{
    Fit, Fitting, LAST_ROUND, Offer, Seeker, fits, fitting, is_done_with, plan,
};
use protection::bed::{Age, HoldEnd, InquiryState, Sex, ShelterInquiry};
use protection::shelter::{Declared, PlaceAge, PlaceSex, rules as shelters};
use record::{Id, Moment};

use crate::readers::id;

const HERE: &str = "IQG02";
const AWAY: &str = "IQG08";

prop_compose! {
    fn seekers()(
        sex in proptest::sample::select(Sex::ALL.to_vec()),
        age in proptest::sample::select(Age::ALL.to_vec()),
        family in any::<bool>(),
        heads in 1_i64..5,
        disability in any::<bool>(),
    ) -> Seeker {
        Seeker { sex, age, family, heads, disability }
    }
}

prop_compose! {
    fn declared()(
        sex in proptest::sample::select(PlaceSex::ALL.to_vec()),
        age in proptest::sample::select(PlaceAge::ALL.to_vec()),
        family in any::<bool>(),
        disability in any::<bool>(),
        places in 1_i64..6,
    ) -> Declared {
        Declared { sex, age, family, disability, places }
    }
}

prop_compose! {
    fn offers()(drawn in proptest::collection::vec((declared(), any::<bool>(), 0_i64..6, 0_usize..6), 0..12)) -> Vec<Offer> {
        drawn
            .into_iter()
            .enumerate()
            .map(|(number, (declared, here, taken, shelter))| Offer {
                shelter: id(shelter),
                org: id(shelter + 20),
                code: format!("{shelter:06}"),
                // A shelter lies in one place.
                governorate: if shelter % 2 == 0 || here && shelter == 5 { HERE } else { AWAY }.to_owned(),
                row: id(number + 40),
                declared,
                taken: taken.min(declared.places),
            })
            .collect()
    }
}

fn inquiries() -> impl Strategy<Value = Vec<ShelterInquiry>> {
    let states = proptest::sample::select(InquiryState::ALL.to_vec());
    let reasons = proptest::option::of(proptest::sample::select(HoldEnd::ALL.to_vec()));
    proptest::collection::vec((0_usize..6, states, reasons, 0_i64..20), 0..6).prop_map(|drawn| {
        let one =
            |(number, (shelter, state, because, due)): (usize, (usize, InquiryState, _, i64))| {
                ShelterInquiry {
                    id: id(number + 60),
                    request: id(90),
                    shelter: id(shelter),
                    shelter_code: format!("{shelter:06}"),
                    governorate: HERE.to_owned(),
                    asked: Moment::from_micros(0),
                    due: Moment::from_micros(due),
                    state,
                    hold_until: None,
                    for_judge: false,
                    decline: None,
                    answered: None,
                    because,
                    review_due: None,
                    emergency_until: None,
                }
            };
        drawn.into_iter().enumerate().map(one).collect()
    })
}

proptest! {
    #[test]
    fn nobody_is_placed_where_they_must_never_be(who in seekers(), place in declared()) {
        let Some(fit) = fits(&who, &place) else { return Ok(()) };
        if who.age.may_be_child() {
            prop_assert!(place.age.is_for_children(), "a child with unrelated adults");
            prop_assert!(!place.family, "a child among families");
        } else {
            prop_assert!(!place.age.is_for_children(), "an adult among children");
            prop_assert_eq!(place.family, who.family, "families are among families");
        }
        prop_assert!(!who.disability || place.disability);
        match (who.sex, place.sex) {
            (Sex::Female, PlaceSex::Male) | (Sex::Male, PlaceSex::Female) => prop_assert!(false),
            (Sex::NotSaid, PlaceSex::Female | PlaceSex::Male) => prop_assert_eq!(fit, Fit::Open),
            _ => {}
        }
        match (who.age, place.age) {
            (Age::Under13, PlaceAge::From13) | (Age::From13, PlaceAge::Under13) => prop_assert!(false),
            (Age::Unknown, age) if age != PlaceAge::Child => prop_assert_eq!(fit, Fit::Open),
            _ => {}
        }
    }

    #[test]
    fn whatever_is_said_some_declared_place_would_fit(who in seekers()) {
        let every = PlaceSex::ALL.iter().flat_map(|sex| PlaceAge::ALL.iter().flat_map(move |age| {
            [true, false].map(|family| Declared {
                sex: *sex, age: *age, family, disability: true, places: 9,
            })
        }));
        // What a shelter may not declare is no place.
        let mut allowed = every.filter(|one| shelters::check(&[*one]).is_ok());
        prop_assert!(allowed.any(|one| fits(&who, &one) == Some(Fit::Exact)));
    }

    #[test]
    fn a_shelter_is_for_children_or_for_adults(places in proptest::collection::vec(declared(), 1..5)) {
        if shelters::check(&places).is_ok() {
            let children = places.iter().filter(|one| one.age.is_for_children()).count();
            prop_assert!(children == 0 || children == places.len());
            prop_assert!(places.iter().all(|one| !(one.family && one.age.is_for_children())));
        }
    }

    #[test]
    fn whoever_is_shut_out_is_not_asked(
        who in seekers(), offers in offers(), out in proptest::collection::btree_set((20_usize..26).prop_map(id), 0..6),
    ) {
        let found = fitting(&who, HERE, &offers, &out);
        let mut shelters = BTreeSet::new();
        for one in &found {
            prop_assert!(!out.contains(&one.offer.org));
            prop_assert!(one.offer.has_room(who.heads));
            prop_assert!(fits(&who, &one.offer.declared).is_some());
            prop_assert!(shelters.insert(one.offer.shelter), "each shelter once");
            prop_assert_eq!(one.round <= 2, one.offer.governorate == HERE);
        }
        // And everybody else who fits is.
        for offer in &offers {
            let may = !out.contains(&offer.org) && offer.has_room(who.heads)
                && fits(&who, &offer.declared).is_some();
            prop_assert!(!may || shelters.contains(&offer.shelter));
        }
    }

    #[test]
    fn no_shelter_that_fits_is_left_unasked(
        who in seekers(), offers in offers(), inquiries in inquiries(), round in 0_i64..5, now in 0_i64..20,
    ) {
        let now = Moment::from_micros(now);
        let all = fitting(&who, HERE, &offers, &BTreeSet::new());
        let planned = plan(round, &all, &inquiries, now);
        let waits = inquiries.iter().any(|inquiry| inquiry.state == InquiryState::Asked && now < inquiry.due);
        let open: Vec<&Fitting> = all.iter().filter(|one| !is_done_with(&inquiries, one.offer.shelter)).collect();
        for one in &planned.inquiry {
            prop_assert!(open.contains(&one), "nobody is asked twice");
            prop_assert!(one.round <= planned.round);
        }
        // Whoever is in reach of the round is asked at once.
        for one in &open {
            prop_assert!(one.round > planned.round || planned.inquiry.contains(one));
        }
        // Either somebody answers in time, or somebody is asked, or all were asked and it is the
        // State's here.
        if !waits && planned.inquiry.is_empty() {
            prop_assert_eq!(planned.round, LAST_ROUND);
            prop_assert!(open.is_empty());
        }
        // Nobody is asked further away while somebody answers in time.
        if waits {
            prop_assert_eq!(planned.round, round.clamp(1, LAST_ROUND));
        }
        // Who leaves the governorate behind says so, once.
        let was_here = round.clamp(1, LAST_ROUND) <= 2;
        prop_assert_eq!(planned.nobody_here, was_here && planned.round > 2);
        // And planning again after it changes nothing but the asking.
        let again = plan(planned.round, &all, &inquiries, now);
        prop_assert_eq!(again.round, planned.round);
        prop_assert!(!again.nobody_here);
    }
}

#[test]
fn places_that_somebody_has_only_grow() {
    let women = crate::beds::WOMEN;
    let more = Declared { places: 5, ..women };
    let fewer = Declared { places: 1, ..women };
    let men = Declared {
        sex: PlaceSex::Male,
        ..women
    };
    assert!(shelters::may_become(&women, 2, &more));
    assert!(shelters::may_become(&women, 1, &fewer));
    assert!(!shelters::may_become(&women, 2, &fewer));
    assert!(!shelters::may_become(&women, 1, &men));
    assert!(shelters::may_become(&women, 0, &men));
}

#[test]
fn late_is_counted_from_the_answer() {
    let [mut inquiry] = [ShelterInquiry {
        id: id(1),
        request: id(2),
        shelter: id(3),
        shelter_code: String::new(),
        governorate: HERE.to_owned(),
        asked: Moment::from_micros(0),
        due: Moment::from_micros(10_000_000),
        state: InquiryState::Asked,
        hold_until: None,
        for_judge: false,
        decline: None,
        answered: None,
        because: None,
        review_due: None,
        emergency_until: None,
    }];
    assert_eq!(inquiry.late(Moment::from_micros(9_000_000)), None);
    assert_eq!(inquiry.late(Moment::from_micros(15_000_000)), Some(5));
    inquiry.answered = Some(Moment::from_micros(12_000_000));
    assert_eq!(inquiry.late(Moment::from_micros(99_000_000)), Some(2));
    let _: Id = inquiry.id;
}
