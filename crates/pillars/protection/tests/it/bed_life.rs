//! The life of a request, through its actions: asked, held, admitted, over.

use access::Actor;
use access::action::{ListBedRequests, ReadBedRequest};
use protection::bed::{
    AskState, BedError, Decline, Done, Exit, Opened, Taken, actions as act, sweep,
};
use protection::report::Entry;
use protection::report::list::Wanted;
use protection::right::{State, What};
use protection::shelter::{PlaceAge, PlaceSex};
use record::{OrgKind, Role, Section};
use store::StoreError;

use crate::bed_acts::{asks, head};
use crate::beds::{BAGHDAD, Country, WOMEN, places, woman};
use crate::house::{BASRA, House};

const ADDRESS: &str = "House 7, Street 14, behind the old mill";

#[tokio::test]
async fn a_woman_comes_to_a_house_and_the_desk_alone_knows_where_it_is() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let (first, second) = (
            house.home(&[WOMEN], BASRA).await,
            house.home(&[WOMEN], BASRA).await,
        );
        house.write_address(first, ADDRESS).await.unwrap();
        let (asker, desk) = (country.asker(), country.placing.actor());
        let asked = house.ask(&asker, None, woman()).await.unwrap();
        let request = asked.request;
        assert_eq!(house.bed_state(request).await, "asked");

        // The report that was made for it is the desk's, without a sender.
        let report = house.read(&asker, asked.report).await.unwrap();
        assert_eq!(report.head.entry, Entry::Desk);
        assert!(report.parts.is_empty() && report.head.safe_by.is_none());
        assert!(house.own(asked.report).await.is_err());

        // Both houses are asked, and neither knows of the other.
        for home in [first, second] {
            let manager = home.manager.actor();
            let [line] = &house.requests(&manager).await[..] else {
                panic!("one request")
            };
            assert!(line.answer_due.is_some());
            let opened = house.open_request(&manager, request).await.unwrap();
            let Opened::House { said, asks, .. } = &opened else {
                panic!("a house's view")
            };
            assert!(said.as_ref().unwrap().expose().starts_with("insulin"));
            assert!(asks.len() == 1 && asks[0].house == home.house);
        }
        // The desk sees both; the team sees how it stands and which desk answers, and no house.
        let opened = house.open_request(&desk, request).await.unwrap();
        assert_eq!(asks(&opened).len(), 2);
        let opened = house.open_request(&asker, request).await.unwrap();
        assert!(matches!(opened, Opened::Team { desk: Some(d), .. } if d == country.placing.org));
        assert!(house.address(&desk, first.house).await.is_none());

        // The first hold wins; the other is told so, and nothing of the request is left to it.
        assert_eq!(
            house.hold(first, request).await.unwrap(),
            Taken::Yes(Done::Now)
        );
        assert_eq!(house.hold(second, request).await.unwrap(), Taken::NotNeeded);
        let late = second.manager.actor();
        assert!(house.open_request(&late, request).await.is_err());
        assert!(!house.lists_request(&late, request).await);
        assert_eq!(house.taken(first).await, 1);
        assert_eq!(
            house.address(&desk, first.house).await.as_deref(),
            Some(ADDRESS)
        );
        for other in [
            &asker,
            &first.manager.actor(),
            &late,
            &country.basra.supervisor.actor(),
        ] {
            assert!(house.address(other, first.house).await.is_none());
        }

        // She comes, stays, and goes; only then is the address out of sight.
        assert_eq!(
            house.admit(first, request).await.unwrap(),
            Taken::Yes(Done::Now)
        );
        assert_eq!(house.bed_state(request).await, "admitted");
        house.time_goes_by(90 * 3600).await;
        assert_eq!(
            house.bed_state(request).await,
            "admitted",
            "no clock ends a stay"
        );
        assert!(house.address(&desk, first.house).await.is_some());
        house.end_stay(first, request, Exit::OwnHome).await.unwrap();
        assert_eq!(house.bed_state(request).await, "ended");
        assert_eq!(house.taken(first).await, 0);
        assert!(house.address(&desk, first.house).await.is_none());
        assert!(!house.lists_request(&first.manager.actor(), request).await);
        assert!(
            house
                .rights(&country.basra.supervisor.actor())
                .await
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_report_that_somebody_reads_is_the_root_and_nobody_else_may_ask_for_it() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let home = house
            .home(&[places(PlaceSex::Any, PlaceAge::Child, 3)], BASRA)
            .await;
        let (report, _) = house.sent(house.letter(&[], false).await.unwrap()).await;
        let child = protection::bed::Needs {
            age: protection::bed::Age::From13,
            ..woman()
        };
        for stranger in [country.placing.actor(), home.manager.actor()] {
            let asked = house.ask(&stranger, Some(report), child.clone()).await;
            assert!(matches!(asked, Err(BedError::Store(StoreError::Absent))));
        }
        let key = house.key();
        let asker = country.asker();
        let asked = house
            .ask_only(&asker, Some(report), child.clone(), &key)
            .await
            .unwrap();
        assert_eq!((asked.report, asked.done), (report, Done::Now));
        // The same form counts once.
        let again = house
            .ask_only(&asker, Some(report), child, &key)
            .await
            .unwrap();
        assert_eq!((again.request, again.done), (asked.request, Done::Before));
        house.react().await;
        assert_eq!(
            house.hold(home, asked.request).await.unwrap(),
            Taken::Yes(Done::Now)
        );
        // One T1 runs on the report, and no hold or stay stops it.
        house.admit(home, asked.request).await.unwrap();
        let head = house.read(&asker, report).await.unwrap().head;
        assert_eq!(head.safe_by, Some(head.sent.plus_seconds(2 * 3600)));
        // Cancelling stops it no more than closing the report does: the state forbids it here.
        assert!(house.cancel(&asker, asked.request).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_police_responder_asks_and_sees_only_how_it_stands() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let home = house.home(&[WOMEN], BASRA).await;
        let police = house
            .worker(country.basra.police, OrgKind::Police, Role::Responder)
            .await;
        let asked = house.ask(&police.actor(), None, woman()).await.unwrap();
        assert!(house.lists_request(&police.actor(), asked.request).await);
        assert!(
            house
                .open_request(&police.actor(), asked.request)
                .await
                .is_err()
        );
        assert!(house.read(&police.actor(), asked.report).await.is_err());
        assert!(
            house
                .list(&police.actor(), Wanted::default())
                .await
                .is_empty()
        );
        assert!(house.cancel(&police.actor(), asked.request).await.is_err());
        // It lies with the governorate's desk of care.
        assert!(house.lists_request(&country.asker(), asked.request).await);
        assert!(house.read(&country.asker(), asked.report).await.is_ok());
        // A colleague sees nothing of it, nor an investigator.
        let colleague = house
            .worker(country.basra.police, OrgKind::Police, Role::Responder)
            .await;
        for other in [colleague, country.basra.investigator] {
            assert!(!house.lists_request(&other.actor(), asked.request).await);
        }
        let investigates = house
            .ask(&country.basra.investigator.actor(), None, woman())
            .await;
        assert!(investigates.is_err());
        // The tasks of Today lead them to the list.
        let lines = house.today(&police.actor(), Section::Bed).await;
        assert!(lines.len() == 1 && lines[0].route == "beds");
        house.hold(home, asked.request).await.unwrap();
        assert!(house.today(&police.actor(), Section::Bed).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn houses_further_away_are_asked_once_nobody_is_left_and_it_is_the_states() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let (here, away) = (
            house.home(&[WOMEN], BASRA).await,
            house.home(&[WOMEN], BAGHDAD).await,
        );
        // Erbil is another jurisdiction: never asked by itself.
        let erbil = house.home(&[WOMEN], "IQG11").await;
        let request = house
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        assert!(house.part(request, away).await.is_none());
        house
            .decline(here, request, Decline::Full, None)
            .await
            .unwrap();
        assert_eq!(house.part(request, away).await.unwrap().1, AskState::Asked);
        assert!(house.part(request, erbil).await.is_none());
        let supervisor = country.basra.supervisor.actor();
        let [right] = &house.rights(&supervisor).await[..] else {
            panic!("one right")
        };
        assert_eq!(
            (right.what, right.charged, right.state),
            (What::NoPlace, None, State::Open)
        );
        assert_eq!(right.due, right.opened.plus_seconds(24 * 3600));
        // Whoever watches sees it, and not whose request it is.
        for watcher in [country.oversight, country.state_duty] {
            let [line] = &house.rights(&watcher.actor()).await[..] else {
                panic!("one line")
            };
            assert!(line.request.is_none() && line.record == right.record);
            house
                .answer_right(&watcher.actor(), right.record)
                .await
                .unwrap();
            let today = house.today(&watcher.actor(), Section::Right).await;
            assert!(today.len() == 1 && today[0].section == Section::Right);
        }
        // It cannot be closed while it is not met.
        assert!(house.close_right(&supervisor, right.record).await.is_err());
        assert!(
            house
                .close_right(&country.state_duty.actor(), right.record)
                .await
                .is_err()
        );
        house.admit(away, request).await.unwrap();
        assert!(
            house
                .answer_right(&country.state_duty.actor(), right.record)
                .await
                .is_err()
        );
        house
            .close_right(&country.oversight.actor(), right.record)
            .await
            .unwrap();
        assert!(house.rights(&supervisor).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn late_answers_are_waited_for_by_nobody_and_lost_by_nobody() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let country = Country::new(&house).await;
        let (here, away) = (
            house.home(&[WOMEN], BASRA).await,
            house.home(&[WOMEN], BAGHDAD).await,
        );
        let danger = protection::bed::Needs {
            danger: true,
            ..woman()
        };
        let request = house
            .ask(&country.asker(), None, danger)
            .await
            .unwrap()
            .request;
        house.time_goes_by(29 * 60).await;
        assert!(house.part(request, away).await.is_none());
        house.time_goes_by(2 * 60).await;
        assert!(house.part(request, away).await.is_some());
        let opened = house
            .open_request(&country.placing.actor(), request)
            .await
            .unwrap();
        let now = house.store.world().now();
        let delays: Vec<_> = asks(&opened).iter().map(|ask| ask.late(now)).collect();
        assert_eq!(delays, [Some(60), None]);
        // Sweeping again asks nobody twice.
        assert_eq!(sweep::sweep(&house.store).await.unwrap(), 0);
        assert_eq!(house.parts(request).await.len(), 2);
        assert_eq!(
            house.hold(here, request).await.unwrap(),
            Taken::Yes(Done::Now)
        );
        assert_eq!(
            house.part(request, away).await.unwrap().1,
            AskState::NotNeeded
        );
    })
    .await;
}

#[tokio::test]
async fn a_permit_is_needed_for_everything() {
    let house = House::on_sqlite().await;
    let country = Country::new(&house).await;
    let home = house.home(&[WOMEN], BASRA).await;
    let request = house
        .ask(&country.asker(), None, woman())
        .await
        .unwrap()
        .request;
    let administrator = crate::house::administrator();
    for nobody in [
        Actor::Public,
        administrator,
        country.oversight.actor(),
        country.basra.investigator.actor(),
    ] {
        assert!(!house.lists_request(&nobody, request).await);
        assert!(
            house
                .store
                .gate()
                .permit::<ReadBedRequest>(&nobody, request)
                .await
                .is_err()
        );
        assert!(
            house
                .store
                .gate()
                .scope::<ListBedRequests>(&nobody)
                .is_err()
                || house.requests(&nobody).await.is_empty()
        );
        assert!(
            act::own_parts(&house.store, &nobody, request)
                .await
                .unwrap()
                .is_empty()
        );
    }
    let opened = house
        .open_request(&country.placing.actor(), request)
        .await
        .unwrap();
    assert_eq!(head(&opened).record, request);
    assert_eq!(house.taken(home).await, 0);
}
