//! The life of a request, through its actions: asked, held, admitted, over.

use access::Actor;
use access::action::{ListBedRequests, ReadBedRequest};
use protection::bed::{
    BedError, Decline, Done, Exit, HoldOutcome, InquiryState, Opened, actions as act, sweep,
};
use protection::report::Entry;
use protection::report::list::Wanted;
use protection::right::{State, What};
use protection::shelter::{PlaceAge, PlaceSex};
use record::{OrgKind, Role, Section};
use store::StoreError;

use crate::bed_acts::{head, inquiries};
use crate::beds::{BAGHDAD, Country, WOMEN, places, woman};
use crate::installation::{BASRA, Installation};

const ADDRESS: &str = "House 7, Street 14, behind the old mill";

#[tokio::test]
async fn a_woman_comes_to_a_shelter_and_the_desk_alone_knows_where_it_is() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        site.write_address(first, ADDRESS).await.unwrap();
        let (asker, desk) = (country.asker(), country.placing.actor());
        let asked = site.ask(&asker, None, woman()).await.unwrap();
        let request = asked.request;
        assert_eq!(site.bed_state(request).await, "asked");

        // The report that was made for it is the desk's, without a sender.
        let report = site.read(&asker, asked.report).await.unwrap();
        assert_eq!(report.head.entry, Entry::Desk);
        assert!(report.parts.is_empty() && report.head.safe_by.is_none());
        assert!(site.own(asked.report).await.is_err());

        // Both sites are asked, and neither knows of the other.
        for home in [first, second] {
            let manager = home.manager.actor();
            let [line] = &site.requests(&manager).await[..] else {
                panic!("one request")
            };
            assert!(line.answer_due.is_some());
            let opened = site.open_request(&manager, request).await.unwrap();
            let Opened::Shelter {
                free_text,
                inquiries,
                ..
            } = &opened
            else {
                panic!("a shelter's view")
            };
            assert!(free_text.as_ref().unwrap().expose().starts_with("insulin"));
            assert!(inquiries.len() == 1 && inquiries[0].shelter == home.shelter);
        }
        // The desk sees both; the team sees how it stands and which desk answers, and no site.
        let opened = site.open_request(&desk, request).await.unwrap();
        assert_eq!(inquiries(&opened).len(), 2);
        let opened = site.open_request(&asker, request).await.unwrap();
        assert!(matches!(opened, Opened::Team { desk: Some(d), .. } if d == country.placing.org));
        assert!(site.address(&desk, first.shelter).await.is_none());

        // The first hold wins; the other is told so, and nothing of the request is left to it.
        assert_eq!(
            site.hold(first, request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        assert_eq!(
            site.hold(second, request).await.unwrap(),
            HoldOutcome::NotNeeded
        );
        let late = second.manager.actor();
        assert!(site.open_request(&late, request).await.is_err());
        assert!(!site.lists_request(&late, request).await);
        assert_eq!(site.taken(first).await, 1);
        assert_eq!(
            site.address(&desk, first.shelter).await.as_deref(),
            Some(ADDRESS)
        );
        for other in [
            &asker,
            &first.manager.actor(),
            &late,
            &country.basra.supervisor.actor(),
        ] {
            assert!(site.address(other, first.shelter).await.is_none());
        }

        // She comes, stays, and goes; only then is the address out of sight.
        assert_eq!(
            site.admit(first, request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        assert_eq!(site.bed_state(request).await, "admitted");
        site.time_goes_by(90 * 3600).await;
        assert_eq!(
            site.bed_state(request).await,
            "admitted",
            "no clock ends a stay"
        );
        assert!(site.address(&desk, first.shelter).await.is_some());
        site.end_stay(first, request, Exit::OwnHome).await.unwrap();
        assert_eq!(site.bed_state(request).await, "ended");
        assert_eq!(site.taken(first).await, 0);
        assert!(site.address(&desk, first.shelter).await.is_none());
        assert!(!site.lists_request(&first.manager.actor(), request).await);
        assert!(
            site.rights(&country.basra.supervisor.actor())
                .await
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_report_that_somebody_reads_is_the_root_and_nobody_else_may_ask_for_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site
            .home(&[places(PlaceSex::Any, PlaceAge::Child, 3)], BASRA)
            .await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let child = protection::bed::Needs {
            age: protection::bed::Age::From13,
            ..woman()
        };
        for stranger in [country.placing.actor(), home.manager.actor()] {
            let asked = site.ask(&stranger, Some(report), child.clone()).await;
            assert!(matches!(asked, Err(BedError::Store(StoreError::Absent))));
        }
        let key = site.key();
        let asker = country.asker();
        let asked = site
            .ask_only(&asker, Some(report), child.clone(), &key)
            .await
            .unwrap();
        assert_eq!((asked.report, asked.done), (report, Done::Now));
        // The same form counts once.
        let again = site
            .ask_only(&asker, Some(report), child, &key)
            .await
            .unwrap();
        assert_eq!((again.request, again.done), (asked.request, Done::Before));
        site.react().await;
        assert_eq!(
            site.hold(home, asked.request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        // One T1 runs on the report, and no hold or stay stops it.
        site.admit(home, asked.request).await.unwrap();
        let head = site.read(&asker, report).await.unwrap().head;
        assert_eq!(head.safe_by, Some(head.sent.plus_seconds(2 * 3600)));
        // Cancelling stops it no more than closing the report does: the state forbids it here.
        assert!(site.cancel(&asker, asked.request).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_police_responder_asks_and_sees_only_how_it_stands() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let police = site
            .worker(country.basra.police, OrgKind::Police, Role::Responder)
            .await;
        let asked = site.ask(&police.actor(), None, woman()).await.unwrap();
        assert!(site.lists_request(&police.actor(), asked.request).await);
        assert!(
            site.open_request(&police.actor(), asked.request)
                .await
                .is_err()
        );
        assert!(site.read(&police.actor(), asked.report).await.is_err());
        assert!(
            site.list(&police.actor(), Wanted::default())
                .await
                .is_empty()
        );
        assert!(site.cancel(&police.actor(), asked.request).await.is_err());
        // It lies with the governorate's desk of care.
        assert!(site.lists_request(&country.asker(), asked.request).await);
        assert!(site.read(&country.asker(), asked.report).await.is_ok());
        // A colleague sees nothing of it, nor an investigator.
        let colleague = site
            .worker(country.basra.police, OrgKind::Police, Role::Responder)
            .await;
        for other in [colleague, country.basra.investigator] {
            assert!(!site.lists_request(&other.actor(), asked.request).await);
        }
        let investigates = site
            .ask(&country.basra.investigator.actor(), None, woman())
            .await;
        assert!(investigates.is_err());
        // The tasks of Today lead them to the list.
        let lines = site.today(&police.actor(), Section::Bed).await;
        assert!(lines.len() == 1 && lines[0].route == "beds");
        site.hold(home, asked.request).await.unwrap();
        assert!(site.today(&police.actor(), Section::Bed).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn shelters_further_away_are_asked_once_nobody_is_left_and_it_is_the_states() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (here, away) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BAGHDAD).await,
        );
        // Erbil is another jurisdiction: never asked by itself.
        let erbil = site.home(&[WOMEN], "IQG11").await;
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        assert!(site.part(request, away).await.is_none());
        site.decline(here, request, Decline::Full, None)
            .await
            .unwrap();
        assert_eq!(
            site.part(request, away).await.unwrap().1,
            InquiryState::Asked
        );
        assert!(site.part(request, erbil).await.is_none());
        let supervisor = country.basra.supervisor.actor();
        let [right] = &site.rights(&supervisor).await[..] else {
            panic!("one right")
        };
        assert_eq!(
            (right.what, right.charged, right.state),
            (What::NoPlace, None, State::Open)
        );
        assert_eq!(right.due, right.opened.plus_seconds(24 * 3600));
        // Whoever watches sees it, and not whose request it is.
        for watcher in [country.oversight, country.state_duty] {
            let [line] = &site.rights(&watcher.actor()).await[..] else {
                panic!("one line")
            };
            assert!(line.request.is_none() && line.record == right.record);
            site.answer_right(&watcher.actor(), right.record)
                .await
                .unwrap();
            let today = site.today(&watcher.actor(), Section::Right).await;
            assert!(today.len() == 1 && today[0].section == Section::Right);
        }
        // It cannot be closed while it is not met.
        assert!(site.close_right(&supervisor, right.record).await.is_err());
        assert!(
            site.close_right(&country.state_duty.actor(), right.record)
                .await
                .is_err()
        );
        site.admit(away, request).await.unwrap();
        assert!(
            site.answer_right(&country.state_duty.actor(), right.record)
                .await
                .is_err()
        );
        site.close_right(&country.oversight.actor(), right.record)
            .await
            .unwrap();
        assert!(site.rights(&supervisor).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn late_answers_are_waited_for_by_nobody_and_lost_by_nobody() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (here, away) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BAGHDAD).await,
        );
        let danger = protection::bed::Needs {
            danger: true,
            ..woman()
        };
        let request = site
            .ask(&country.asker(), None, danger)
            .await
            .unwrap()
            .request;
        site.time_goes_by(29 * 60).await;
        assert!(site.part(request, away).await.is_none());
        site.time_goes_by(2 * 60).await;
        assert!(site.part(request, away).await.is_some());
        let opened = site
            .open_request(&country.placing.actor(), request)
            .await
            .unwrap();
        let now = site.store.world().now();
        let delays: Vec<_> = inquiries(&opened)
            .iter()
            .map(|inquiry| inquiry.late(now))
            .collect();
        assert_eq!(delays, [Some(60), None]);
        // Sweeping again asks nobody twice.
        assert_eq!(sweep::sweep(&site.store).await.unwrap(), 0);
        assert_eq!(site.parts(request).await.len(), 2);
        assert_eq!(
            site.hold(here, request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        assert_eq!(
            site.part(request, away).await.unwrap().1,
            InquiryState::NotNeeded
        );
    })
    .await;
}

#[tokio::test]
async fn a_permit_is_needed_for_everything() {
    let site = Installation::on_sqlite().await;
    let country = Country::new(&site).await;
    let home = site.home(&[WOMEN], BASRA).await;
    let request = site
        .ask(&country.asker(), None, woman())
        .await
        .unwrap()
        .request;
    let administrator = crate::installation::administrator();
    for nobody in [
        Actor::Public,
        administrator,
        country.oversight.actor(),
        country.basra.investigator.actor(),
    ] {
        assert!(!site.lists_request(&nobody, request).await);
        assert!(
            site.store
                .gate()
                .permit::<ReadBedRequest>(&nobody, request)
                .await
                .is_err()
        );
        assert!(
            site.store.gate().scope::<ListBedRequests>(&nobody).is_err()
                || site.requests(&nobody).await.is_empty()
        );
        assert!(
            act::own_inquiries(&site.store, &nobody, request)
                .await
                .unwrap()
                .is_empty()
        );
    }
    let opened = site
        .open_request(&country.placing.actor(), request)
        .await
        .unwrap();
    assert_eq!(head(&opened).record, request);
    assert_eq!(site.taken(home).await, 0);
}
