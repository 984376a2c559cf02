//! Whom a place fits and whom to ask, over random people, houses and answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use protection::bed::rules::{
    Fit, Fitting, LAST_ROUND, Offer, Seeker, fits, fitting, is_done_with, plan,
};
use protection::bed::{Age, Ask, AskState, HoldEnd, Sex};
use protection::shelter::{Declared, PlaceAge, PlaceSex, rules as houses};
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
            .map(|(number, (declared, here, taken, house))| Offer {
                house: id(house),
                org: id(house + 20),
                code: format!("{house:06}"),
                // A house lies in one place.
                governorate: if house % 2 == 0 || here && house == 5 { HERE } else { AWAY }.to_owned(),
                row: id(number + 40),
                declared,
                taken: taken.min(declared.places),
            })
            .collect()
    }
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let states = proptest::sample::select(AskState::ALL.to_vec());
    let reasons = proptest::option::of(proptest::sample::select(HoldEnd::ALL.to_vec()));
    proptest::collection::vec((0_usize..6, states, reasons, 0_i64..20), 0..6).prop_map(|drawn| {
        let one =
            |(number, (house, state, because, due)): (usize, (usize, AskState, _, i64))| Ask {
                id: id(number + 60),
                request: id(90),
                house: id(house),
                house_code: format!("{house:06}"),
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
        // What a house may not declare is no place.
        let mut allowed = every.filter(|one| houses::check(&[*one]).is_ok());
        prop_assert!(allowed.any(|one| fits(&who, &one) == Some(Fit::Exact)));
    }

    #[test]
    fn a_house_is_for_children_or_for_adults(places in proptest::collection::vec(declared(), 1..5)) {
        if houses::check(&places).is_ok() {
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
        let mut houses = BTreeSet::new();
        for one in &found {
            prop_assert!(!out.contains(&one.offer.org));
            prop_assert!(one.offer.has_room(who.heads));
            prop_assert!(fits(&who, &one.offer.declared).is_some());
            prop_assert!(houses.insert(one.offer.house), "each house once");
            prop_assert_eq!(one.round <= 2, one.offer.governorate == HERE);
        }
        // And everybody else who fits is.
        for offer in &offers {
            let may = !out.contains(&offer.org) && offer.has_room(who.heads)
                && fits(&who, &offer.declared).is_some();
            prop_assert!(!may || houses.contains(&offer.house));
        }
    }

    #[test]
    fn no_house_that_fits_is_left_unasked(
        who in seekers(), offers in offers(), asks in asks(), round in 0_i64..5, now in 0_i64..20,
    ) {
        let now = Moment::from_micros(now);
        let all = fitting(&who, HERE, &offers, &BTreeSet::new());
        let planned = plan(round, &all, &asks, now);
        let waits = asks.iter().any(|ask| ask.state == AskState::Asked && now < ask.due);
        let open: Vec<&Fitting> = all.iter().filter(|one| !is_done_with(&asks, one.offer.house)).collect();
        for one in &planned.ask {
            prop_assert!(open.contains(&one), "nobody is asked twice");
            prop_assert!(one.round <= planned.round);
        }
        // Whoever is in reach of the round is asked at once.
        for one in &open {
            prop_assert!(one.round > planned.round || planned.ask.contains(one));
        }
        // Either somebody answers in time, or somebody is asked, or all were asked and it is the
        // State's here.
        if !waits && planned.ask.is_empty() {
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
        let again = plan(planned.round, &all, &asks, now);
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
    assert!(houses::may_become(&women, 2, &more));
    assert!(houses::may_become(&women, 1, &fewer));
    assert!(!houses::may_become(&women, 2, &fewer));
    assert!(!houses::may_become(&women, 1, &men));
    assert!(houses::may_become(&women, 0, &men));
}

#[test]
fn late_is_counted_from_the_answer() {
    let [mut ask] = [Ask {
        id: id(1),
        request: id(2),
        house: id(3),
        house_code: String::new(),
        governorate: HERE.to_owned(),
        asked: Moment::from_micros(0),
        due: Moment::from_micros(10_000_000),
        state: AskState::Asked,
        hold_until: None,
        for_judge: false,
        decline: None,
        answered: None,
        because: None,
        review_due: None,
        emergency_until: None,
    }];
    assert_eq!(ask.late(Moment::from_micros(9_000_000)), None);
    assert_eq!(ask.late(Moment::from_micros(15_000_000)), Some(5));
    ask.answered = Some(Moment::from_micros(12_000_000));
    assert_eq!(ask.late(Moment::from_micros(99_000_000)), Some(2));
    let _: Id = ask.id;
}
