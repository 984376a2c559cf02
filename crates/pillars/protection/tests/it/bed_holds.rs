//! Holds and stays: how they run out, go on and end, and what a site declares meanwhile.

use protection::bed::{BedError, Done, Exit, HoldOutcome, InquiryState};
use protection::shelter::{PlaceAge, PlaceSex, ShelterError};

use crate::beds::{Country, WOMEN, places, woman};
use crate::installation::{BASRA, Installation};

/// Made up.
const ADDRESS: &str = "House 7, Street 14, behind the old mill";

#[tokio::test]
async fn a_hold_runs_out_is_renewed_and_is_given_back() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        site.write_address(first, ADDRESS).await.unwrap();
        let desk = country.placing.actor();
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.hold(first, request).await.unwrap();
        let (inquiry, _) = site.part(request, first).await.unwrap();
        site.time_goes_by(3 * 3600).await;
        site.renew(&desk, request, inquiry).await.unwrap();
        site.time_goes_by(3 * 3600).await;
        assert_eq!(site.bed_state(request).await, "held");
        assert!(site.address(&desk, first.shelter).await.is_some());
        // Its time runs out: the address is out of sight at that moment, whether or not a rule ran.
        site.clock.advance(3601);
        assert!(site.address(&desk, first.shelter).await.is_none());
        assert!(site.renew(&desk, request, inquiry).await.is_err());
        site.time_goes_by(0).await;
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        assert_eq!(
            (
                site.bed_state(request).await.as_str(),
                site.taken(first).await
            ),
            ("asked", 0)
        );
        // Both are asked anew; the desk gives the next hold back, and that site is asked no more.
        assert_eq!(
            site.hold(first, request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        let (inquiry, _) = site.part(request, first).await.unwrap();
        site.release_hold(&desk, request, inquiry).await.unwrap();
        assert_eq!(
            site.part(request, first).await.unwrap().1,
            InquiryState::Released
        );
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        assert!(site.address(&desk, first.shelter).await.is_none());
        // By hand it is.
        site.ask_by_hand(&desk, request, vec![first.shelter])
            .await
            .unwrap();
        assert_eq!(
            site.part(request, first).await.unwrap().1,
            InquiryState::Asked
        );
        let twice = site.ask_by_hand(&desk, request, vec![first.shelter]).await;
        assert!(matches!(twice, Err(BedError::Full)));
    })
    .await;
}

#[tokio::test]
async fn two_holds_of_one_desk_in_one_shelter_do_not_end_each_other() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        site.write_address(home, ADDRESS).await.unwrap();
        let desk = country.placing.actor();
        let one = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        let two = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.hold(home, one).await.unwrap();
        site.time_goes_by(3600).await;
        site.hold(home, two).await.unwrap();
        assert_eq!(site.taken(home).await, 2);
        // A third finds the site full.
        let three = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        assert!(site.part(three, home).await.is_none());
        let (inquiry, _) = site.part(one, home).await.unwrap();
        site.release_hold(&desk, one, inquiry).await.unwrap();
        assert!(site.address(&desk, home.shelter).await.is_some());
        site.admit(home, two).await.unwrap();
        site.hold(home, one).await.unwrap_err();
        site.time_goes_by(30 * 24 * 3600).await;
        assert!(site.address(&desk, home.shelter).await.is_some(), "a stay");
        site.end_stay(home, two, Exit::Family).await.unwrap();
        // A place is free: whoever waited is asked of it.
        site.time_goes_by(60).await;
        assert_eq!(site.part(three, home).await.unwrap().1, InquiryState::Asked);
        assert!(site.address(&desk, home.shelter).await.is_none());
        assert_eq!(site.taken(home).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_no_place_any_more_frees_it_and_no_clock_of_a_child_stops() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site
            .home(&[places(PlaceSex::Any, PlaceAge::Child, 1)], BASRA)
            .await;
        let child = protection::bed::Needs {
            age: protection::bed::Age::Unknown,
            ..woman()
        };
        let asker = country.asker();
        let asked = site.ask(&asker, None, child).await.unwrap();
        site.hold(home, asked.request).await.unwrap();
        site.cancel(&asker, asked.request).await.unwrap();
        assert_eq!(site.bed_state(asked.request).await, "cancelled");
        assert_eq!(site.taken(home).await, 0);
        assert_eq!(
            site.part(asked.request, home).await.unwrap().1,
            InquiryState::Released
        );
        assert!(
            site.read(&asker, asked.report)
                .await
                .unwrap()
                .head
                .safe_by
                .is_some()
        );
        site.time_goes_by(9 * 3600).await;
        assert_eq!(
            site.parts(asked.request).await.len(),
            1,
            "nobody is asked any more"
        );
    })
    .await;
}

#[tokio::test]
async fn a_shelter_that_cannot_keep_somebody_leaves_nobody_outside() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.admit(first, request).await.unwrap();
        site.end_stay(first, request, Exit::ShelterCannot)
            .await
            .unwrap();
        assert_eq!(site.bed_state(request).await, "asked");
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        site.admit(second, request).await.unwrap();
        site.end_stay(second, request, Exit::ShelterCannot)
            .await
            .unwrap();
        assert_eq!(
            site.rights(&country.asker()).await.len(),
            1,
            "it is the State's now"
        );
    })
    .await;
}

#[tokio::test]
async fn a_shelter_declares_what_it_has_and_nobody_is_told_whose_it_is() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let girls = places(PlaceSex::Female, PlaceAge::From13, 1);
        let both = site
            .register(&home.manager.actor(), &[WOMEN, girls], BASRA)
            .await;
        assert!(matches!(both, Err(ShelterError::BothAges)));
        let nowhere = site.register(&home.manager.actor(), &[WOMEN], "X").await;
        assert!(matches!(nowhere, Err(ShelterError::UnknownPlace)));
        // Two sites of one body: one for women, one for girls.
        let other = site
            .register(&home.manager.actor(), &[girls], BASRA)
            .await
            .unwrap();
        assert_eq!(site.shelters(&home.manager.actor()).await.len(), 2);
        assert_eq!(site.shelters(&country.placing.actor()).await.len(), 2);
        for nobody in [
            country.asker(),
            country.basra.supervisor.actor(),
            country.oversight.actor(),
        ] {
            assert!(site.shelters(&nobody).await.is_empty());
        }
        // A manager of another site sees their own only.
        let stranger = site.home(&[WOMEN], BASRA).await;
        assert_eq!(
            site.shelters(&stranger.manager.actor()).await,
            [stranger.shelter]
        );
        // Somebody lives there: the places can grow, not change.
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.admit(home, request).await.unwrap();
        let seen = site.shelter_of(home).await;
        assert!(!seen.has_address);
        let row = seen.places[0].id;
        let men = places(PlaceSex::Male, PlaceAge::Adult, 2);
        for wrong in [
            vec![(Some(row), men)],
            vec![(None, WOMEN)],
            vec![(Some(row), girls)],
        ] {
            let declared = site.declare(home, wrong, seen.revision, false).await;
            assert!(matches!(declared, Err(ShelterError::InUse)));
        }
        let more = places(PlaceSex::Female, PlaceAge::Adult, 4);
        let grown = vec![(Some(row), more), (None, men)];
        site.declare(home, grown.clone(), seen.revision, false)
            .await
            .unwrap();
        let stale = site.declare(home, grown, seen.revision, false).await;
        assert!(matches!(stale, Err(ShelterError::Stale)));
        // The board counts for the desk, and for nobody else.
        let board = site.board(&country.placing.actor()).await.unwrap();
        let women = board
            .supply
            .iter()
            .find(|one| one.declared.sex == PlaceSex::Female && one.declared.age == PlaceAge::Adult)
            .unwrap();
        assert_eq!((women.declared.places, women.taken), (6, 1));
        assert!(site.board(&home.manager.actor()).await.is_err());
        assert!(site.board(&country.asker()).await.is_err());
        let man = protection::bed::Needs {
            sex: protection::bed::Sex::Male,
            heads: 9,
            ..woman()
        };
        site.ask(&country.asker(), None, man).await.unwrap();
        let board = site.board(&country.placing.actor()).await.unwrap();
        assert!(board.demand.len() == 1 && board.demand[0].people == 9);
        assert_ne!(other, home.shelter);
    })
    .await;
}
