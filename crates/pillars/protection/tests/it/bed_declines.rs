//! Refusals: each ends in a next site, a right not yet met, or the State's.

use protection::bed::{BedError, Decline, Done, HoldOutcome, InquiryState, Needs, Opened};
use protection::right::{State, What};
use record::{Id, OrgKind, Section};

use crate::beds::{Country, WOMEN, woman};
use crate::installation::{BASRA, Installation};

#[tokio::test]
async fn every_refusal_passes_the_request_on_and_an_unlawful_one_is_charged() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let homes = [
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        ];
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        for code in Decline::ALL {
            let asked = site.ask(&country.asker(), None, woman()).await.unwrap();
            let request = asked.request;
            let [first, second] = homes;
            if !code.is_lawful() {
                // Who set the condition must be told, and be on record.
                for nobody in [None, Some(Id::from_bytes([9; 16]))] {
                    let declined = site.decline(first, request, *code, nobody).await;
                    assert!(matches!(declined, Err(BedError::NoBody)), "{code}");
                }
            }
            site.decline(first, request, *code, Some(ministry))
                .await
                .unwrap();
            assert_eq!(site.bed_state(request).await, "asked", "{code}");
            assert_eq!(
                site.part(request, second).await.unwrap().1,
                InquiryState::Asked,
                "{code}"
            );
            let rights = site.rights(&country.asker()).await;
            let mine: Vec<_> = rights
                .iter()
                .filter(|line| line.request == Some(request))
                .collect();
            if code.is_lawful() {
                assert!(mine.is_empty(), "{code}");
            } else {
                assert_eq!(mine.len(), 1, "{code}");
                assert_eq!(mine[0].what.code(), code.code());
                assert_eq!(mine[0].charged, Some(ministry));
            }
            // The last one declines: then it is the State's.
            site.decline(second, request, Decline::Distance, None)
                .await
                .unwrap();
            let rights = site.rights(&country.asker()).await;
            let states = rights
                .iter()
                .filter(|line| line.request == Some(request) && line.what == What::NoPlace);
            assert_eq!(states.count(), 1, "{code}");
            if *code == Decline::CourtOrder {
                continue;
            }
            site.cancel(&country.asker(), request).await.unwrap();
            for home in homes {
                assert!(site.taken(home).await <= 1);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_judges_letter_keeps_the_bed_and_the_next_shelters_are_asked() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        site.write_address(first, "near the river").await.unwrap();
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        let desk = country.placing.actor();
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        assert!(
            site.application(&desk, request).await.is_err(),
            "nobody asks for one"
        );
        // It held a place already, and then asks for a letter.
        site.hold(first, request).await.unwrap();
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::NotNeeded
        );
        site.decline(first, request, Decline::CourtOrder, Some(ministry))
            .await
            .unwrap();
        assert_eq!(site.bed_state(request).await, "asked");
        assert_eq!(site.taken(first).await, 1);
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        let charged = site.rights(&country.asker()).await;
        assert!(charged.len() == 1 && charged[0].charged == Some(ministry));
        // The application says the least: code, sex, age, place, and no worker, no site.
        for applicant in [&desk, &country.asker()] {
            let page = site.application(applicant, request).await.unwrap();
            assert_eq!((page.heads, page.governorate.as_str()), (1, BASRA));
            assert!(page.condition.is_some() && page.court.is_none());
            assert!(page.held_until.is_some());
        }
        let team = site.open_request(&country.asker(), request).await.unwrap();
        assert!(matches!(team, Opened::Team { judge: true, .. }));
        // A day goes by; the desk renews, since the judge has not decided.
        site.time_goes_by(20 * 3600).await;
        let (inquiry, _) = site.part(request, first).await.unwrap();
        site.renew(&desk, request, inquiry).await.unwrap();
        // For as long again as a judge may take.
        site.time_goes_by(23 * 3600).await;
        assert_eq!(site.taken(first).await, 1);
        assert!(site.address(&desk, first.shelter).await.is_some());
        // The other site admits: that hold is released by the rule.
        assert_eq!(
            site.admit(second, request).await.unwrap(),
            HoldOutcome::Yes(Done::Now)
        );
        assert_eq!((site.taken(first).await, site.taken(second).await), (0, 1));
        assert_eq!(
            site.part(request, first).await.unwrap().1,
            InquiryState::Released
        );
        assert!(site.address(&desk, first.shelter).await.is_none());
        assert!(!site.lists_request(&first.manager.actor(), request).await);
    })
    .await;
}

#[tokio::test]
async fn a_shelter_that_waits_for_the_letter_may_admit_all_the_same() {
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
        let own = Some(first.manager.org);
        site.decline(first, request, Decline::CourtOrder, own)
            .await
            .unwrap();
        assert_eq!(site.taken(first).await, 1);
        site.hold(second, request).await.unwrap();
        assert_eq!(site.bed_state(request).await, "held");
        site.admit(first, request).await.unwrap();
        assert_eq!((site.taken(first).await, site.taken(second).await), (1, 0));
        // A right that was opened is met, and names the site that asked for the letter.
        let rights = site.rights(&country.asker()).await;
        assert!(rights.len() == 1 && rights[0].charged == own);
        assert_eq!(rights[0].state, State::Met);
    })
    .await;
}

#[tokio::test]
async fn a_letter_asked_for_by_a_full_shelter_holds_nothing() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        let two = Needs {
            heads: 2,
            ..woman()
        };
        let other = site.ask(&country.asker(), None, two).await.unwrap().request;
        site.hold(home, other).await.unwrap();
        assert!(matches!(
            site.hold(home, request).await,
            Err(BedError::Full)
        ));
        let own = Some(home.manager.org);
        site.decline(home, request, Decline::CourtOrder, own)
            .await
            .unwrap();
        assert_eq!(
            site.part(request, home).await.unwrap().1,
            InquiryState::Declined
        );
        assert_eq!(site.taken(home).await, 2);
        // Both: the right that is charged, and the State's.
        let rights = site.rights(&country.asker()).await;
        let mine = rights.iter().filter(|line| line.request == Some(request));
        assert_eq!(mine.count(), 2);
    })
    .await;
}

#[tokio::test]
async fn another_reason_is_reviewed_by_a_named_person() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let other = site.home(&[WOMEN], BASRA).await;
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.decline(home, request, Decline::Other, None)
            .await
            .unwrap();
        let (inquiry, _) = site.part(request, home).await.unwrap();
        site.admit(other, request).await.unwrap();
        let supervisor = country.basra.supervisor.actor();
        let today = site.today(&supervisor, Section::Bed).await;
        let review = today
            .iter()
            .find(|task| task.route == "bed-review")
            .unwrap();
        assert_eq!(review.due, Some(review.since.plus_seconds(3600)));
        for other in [
            country.asker(),
            country.placing.actor(),
            home.manager.actor(),
        ] {
            assert!(
                site.review(&other, request, inquiry, Decline::Full, None)
                    .await
                    .is_err()
            );
        }
        let own = Some(home.manager.org);
        let nobody = site
            .review(&supervisor, request, inquiry, Decline::Papers, None)
            .await;
        assert!(matches!(nobody, Err(BedError::NoBody)));
        site.review(&supervisor, request, inquiry, Decline::Papers, own)
            .await
            .unwrap();
        let rights = site.rights(&supervisor).await;
        assert!(
            rights
                .iter()
                .any(|line| line.what == What::Papers && line.charged == own)
        );
        // The person had a place by then: it can be closed at once.
        let papers = rights.iter().find(|line| line.what == What::Papers);
        assert_eq!(papers.map(|line| line.state), Some(State::Met));
        // Once.
        assert!(
            site.review(&supervisor, request, inquiry, Decline::Full, None)
                .await
                .is_err()
        );
        let today = site.today(&supervisor, Section::Bed).await;
        assert!(!today.iter().any(|task| task.route == "bed-review"));
    })
    .await;
}

#[tokio::test]
async fn people_who_must_not_meet_are_kept_apart_and_the_shelter_learns_nothing_else() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let asker = country.asker();
        let one = site.ask(&asker, None, woman()).await.unwrap().request;
        let two = site.ask(&asker, None, woman()).await.unwrap().request;
        let lines = site.requests(&asker).await;
        let code = |request: Id| {
            let line = lines
                .iter()
                .find(|line| line.head.record == request)
                .unwrap();
            line.head.code.clone()
        };
        for wrong in ["", "ABC", &code(one), "IIIIII"] {
            let kept = site.keep_apart(&asker, one, wrong).await;
            assert!(matches!(kept, Err(BedError::NotACode)), "{wrong}");
        }
        let typed = code(two).to_lowercase();
        site.keep_apart(&asker, one, &format!(" {typed} "))
            .await
            .unwrap();
        for other in [
            country.placing.actor(),
            home.manager.actor(),
            country.basra.supervisor.actor(),
        ] {
            assert!(site.keep_apart(&other, one, &code(two)).await.is_err());
        }
        site.admit(home, one).await.unwrap();
        // Written of the one, it holds for the other too.
        assert_eq!(site.hold(home, two).await.unwrap(), HoldOutcome::NotHere);
        assert_eq!(site.taken(home).await, 1);
        assert_eq!(site.part(two, home).await.unwrap().1, InquiryState::NotHere);
        assert!(site.open_request(&home.manager.actor(), two).await.is_err());
        assert_eq!(
            site.hold(home, two).await.unwrap(),
            HoldOutcome::NotHere,
            "told again"
        );
        // It ends in the State's, and charges nobody.
        let rights = site.rights(&asker).await;
        assert!(rights.len() == 1 && rights[0].what == What::NoPlace);
    })
    .await;
}

#[tokio::test]
async fn a_hold_that_began_before_the_pair_was_written_ends_at_the_door() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (home, other) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        let asker = country.asker();
        let one = site.ask(&asker, None, woman()).await.unwrap().request;
        let two = site.ask(&asker, None, woman()).await.unwrap().request;
        site.admit(home, one).await.unwrap();
        site.hold(home, two).await.unwrap();
        let lines = site.requests(&asker).await;
        let line = lines.iter().find(|line| line.head.record == one).unwrap();
        site.keep_apart(&asker, two, &line.head.code).await.unwrap();
        assert_eq!(site.admit(home, two).await.unwrap(), HoldOutcome::NotHere);
        assert_eq!(site.taken(home).await, 1);
        assert_eq!(site.bed_state(two).await, "asked");
        assert_eq!(site.part(two, other).await.unwrap().1, InquiryState::Asked);
    })
    .await;
}
