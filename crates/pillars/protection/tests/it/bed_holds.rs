//! Holds and stays: how they run out, go on and end, and what a house declares meanwhile.

use protection::bed::{AskState, BedError, Done, Exit, Taken};
use protection::shelter::{PlaceAge, PlaceSex, ShelterError};

use crate::beds::{Country, WOMEN, places, woman};
use crate::house::{BASRA, House};

/// Made up.
const ADDRESS: &str = "House 7, Street 14, behind the old mill";

#[tokio::test]
async fn a_hold_runs_out_is_renewed_and_is_given_back() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let (first, second) = (
            house.home(&[WOMEN], BASRA).await,
            house.home(&[WOMEN], BASRA).await,
        );
        house.write_address(first, ADDRESS).await.unwrap();
        let desk = country.placing.actor();
        let request = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        house.hold(first, request).await.unwrap();
        let (ask, _) = house.part(request, first).await.unwrap();
        house.time_goes_by(3 * 3600).await;
        house.renew(&desk, request, ask).await.unwrap();
        house.time_goes_by(3 * 3600).await;
        assert_eq!(house.bed_state(request).await, "held");
        assert!(house.address(&desk, first.house).await.is_some());
        // Its time runs out: the address is out of sight at that moment, whether or not a rule ran.
        house.clock.advance(3601);
        assert!(house.address(&desk, first.house).await.is_none());
        assert!(house.renew(&desk, request, ask).await.is_err());
        house.time_goes_by(0).await;
        assert_eq!(
            house.part(request, second).await.unwrap().1,
            AskState::Asked
        );
        assert_eq!(
            (
                house.bed_state(request).await.as_str(),
                house.taken(first).await
            ),
            ("asked", 0)
        );
        // Both are asked anew; the desk gives the next hold back, and that house is asked no more.
        assert_eq!(
            house.hold(first, request).await.unwrap(),
            Taken::Yes(Done::Now)
        );
        let (ask, _) = house.part(request, first).await.unwrap();
        house.release_hold(&desk, request, ask).await.unwrap();
        assert_eq!(
            house.part(request, first).await.unwrap().1,
            AskState::Released
        );
        assert_eq!(
            house.part(request, second).await.unwrap().1,
            AskState::Asked
        );
        assert!(house.address(&desk, first.house).await.is_none());
        // By hand it is.
        house
            .ask_by_hand(&desk, request, vec![first.house])
            .await
            .unwrap();
        assert_eq!(house.part(request, first).await.unwrap().1, AskState::Asked);
        let twice = house.ask_by_hand(&desk, request, vec![first.house]).await;
        assert!(matches!(twice, Err(BedError::Full)));
    })
    .await;
}

#[tokio::test]
async fn two_holds_of_one_desk_in_one_house_do_not_end_each_other() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let home = house.home(&[WOMEN], BASRA).await;
        house.write_address(home, ADDRESS).await.unwrap();
        let desk = country.placing.actor();
        let one = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        let two = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        house.hold(home, one).await.unwrap();
        house.time_goes_by(3600).await;
        house.hold(home, two).await.unwrap();
        assert_eq!(house.taken(home).await, 2);
        // A third finds the house full.
        let three = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        assert!(house.part(three, home).await.is_none());
        let (ask, _) = house.part(one, home).await.unwrap();
        house.release_hold(&desk, one, ask).await.unwrap();
        assert!(house.address(&desk, home.house).await.is_some());
        house.admit(home, two).await.unwrap();
        house.hold(home, one).await.unwrap_err();
        house.time_goes_by(30 * 24 * 3600).await;
        assert!(house.address(&desk, home.house).await.is_some(), "a stay");
        house.end_stay(home, two, Exit::Family).await.unwrap();
        // A place is free: whoever waited is asked of it.
        house.time_goes_by(60).await;
        assert_eq!(house.part(three, home).await.unwrap().1, AskState::Asked);
        assert!(house.address(&desk, home.house).await.is_none());
        assert_eq!(house.taken(home).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_no_place_any_more_frees_it_and_no_clock_of_a_child_stops() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let home = house
            .home(&[places(PlaceSex::Any, PlaceAge::Child, 1)], BASRA)
            .await;
        let child = protection::bed::Needs {
            age: protection::bed::Age::Unknown,
            ..woman()
        };
        let asker = country.asker();
        let asked = house.ask(&asker, None, child).await.unwrap();
        house.hold(home, asked.request).await.unwrap();
        house.cancel(&asker, asked.request).await.unwrap();
        assert_eq!(house.bed_state(asked.request).await, "cancelled");
        assert_eq!(house.taken(home).await, 0);
        assert_eq!(
            house.part(asked.request, home).await.unwrap().1,
            AskState::Released
        );
        assert!(
            house
                .read(&asker, asked.report)
                .await
                .unwrap()
                .head
                .safe_by
                .is_some()
        );
        house.time_goes_by(9 * 3600).await;
        assert_eq!(
            house.parts(asked.request).await.len(),
            1,
            "nobody is asked any more"
        );
    })
    .await;
}

#[tokio::test]
async fn a_house_that_cannot_keep_somebody_leaves_nobody_outside() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let (first, second) = (
            house.home(&[WOMEN], BASRA).await,
            house.home(&[WOMEN], BASRA).await,
        );
        let request = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        house.admit(first, request).await.unwrap();
        house
            .end_stay(first, request, Exit::HouseCannot)
            .await
            .unwrap();
        assert_eq!(house.bed_state(request).await, "asked");
        assert_eq!(
            house.part(request, second).await.unwrap().1,
            AskState::Asked
        );
        house.admit(second, request).await.unwrap();
        house
            .end_stay(second, request, Exit::HouseCannot)
            .await
            .unwrap();
        assert_eq!(
            house.rights(&country.asker()).await.len(),
            1,
            "it is the State's now"
        );
    })
    .await;
}

#[tokio::test]
async fn a_house_declares_what_it_has_and_nobody_is_told_whose_it_is() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let home = house.home(&[WOMEN], BASRA).await;
        let girls = places(PlaceSex::Female, PlaceAge::From13, 1);
        let both = house
            .register(&home.manager.actor(), &[WOMEN, girls], BASRA)
            .await;
        assert!(matches!(both, Err(ShelterError::BothAges)));
        let nowhere = house.register(&home.manager.actor(), &[WOMEN], "X").await;
        assert!(matches!(nowhere, Err(ShelterError::UnknownPlace)));
        // Two houses of one body: one for women, one for girls.
        let other = house
            .register(&home.manager.actor(), &[girls], BASRA)
            .await
            .unwrap();
        assert_eq!(house.houses(&home.manager.actor()).await.len(), 2);
        assert_eq!(house.houses(&country.placing.actor()).await.len(), 2);
        for nobody in [
            country.asker(),
            country.basra.supervisor.actor(),
            country.oversight.actor(),
        ] {
            assert!(house.houses(&nobody).await.is_empty());
        }
        // A manager of another house sees their own only.
        let stranger = house.home(&[WOMEN], BASRA).await;
        assert_eq!(
            house.houses(&stranger.manager.actor()).await,
            [stranger.house]
        );
        // Somebody lives there: the places can grow, not change.
        let request = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        house.admit(home, request).await.unwrap();
        let seen = house.house_of(home).await;
        assert!(!seen.has_address);
        let row = seen.places[0].id;
        let men = places(PlaceSex::Male, PlaceAge::Adult, 2);
        for wrong in [
            vec![(Some(row), men)],
            vec![(None, WOMEN)],
            vec![(Some(row), girls)],
        ] {
            let declared = house.declare(home, wrong, seen.revision, false).await;
            assert!(matches!(declared, Err(ShelterError::InUse)));
        }
        let more = places(PlaceSex::Female, PlaceAge::Adult, 4);
        let grown = vec![(Some(row), more), (None, men)];
        house
            .declare(home, grown.clone(), seen.revision, false)
            .await
            .unwrap();
        let stale = house.declare(home, grown, seen.revision, false).await;
        assert!(matches!(stale, Err(ShelterError::Stale)));
        // The board counts for the desk, and for nobody else.
        let board = house.board(&country.placing.actor()).await.unwrap();
        let women = board
            .supply
            .iter()
            .find(|one| one.declared.sex == PlaceSex::Female && one.declared.age == PlaceAge::Adult)
            .unwrap();
        assert_eq!((women.declared.places, women.taken), (6, 1));
        assert!(house.board(&home.manager.actor()).await.is_err());
        assert!(house.board(&country.asker()).await.is_err());
        let man = protection::bed::Needs {
            sex: protection::bed::Sex::Male,
            heads: 9,
            ..woman()
        };
        house.ask(&country.asker(), None, man).await.unwrap();
        let board = house.board(&country.placing.actor()).await.unwrap();
        assert!(board.demand.len() == 1 && board.demand[0].people == 9);
        assert_ne!(other, home.house);
    })
    .await;
}
