//! Nothing that grows from a report reaches a body that it accuses: no request, no question, no
//! hold, no stay, no right, no clock; at once, and when a body is shut out later.

use std::collections::BTreeSet;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use protection::bed::{Decline, InquiryState};
use protection::reader::Accused;
use record::{Duty, Id, OrgKind, Role};

use crate::beds::{Country, Home, WOMEN, woman};
use crate::installation::{BASRA, Installation};
use crate::readers::{accusations, sketches};

/// How many random countries are tried.
fn cases() -> usize {
    if testkit::place::is_long() { 16 } else { 3 }
}

/// Everybody who is anything to what grew from a report, whose desk it is on, and who is asked.
const HOLDERS: &str = "SELECT h.holder AS id FROM guard g JOIN access_grant h ON h.record = g.record \
    WHERE g.root = $1 AND g.record <> $1 AND h.relation <> 'excluded' \
    UNION SELECT g.org AS id FROM guard g WHERE g.root = $1 AND g.record <> $1 \
    AND g.org IS NOT NULL \
    UNION SELECT a.org AS id FROM shelter_inquiry a JOIN bed_request r ON r.record = a.request \
    WHERE r.root = $1 AND a.state IN ('asked', 'held', 'admitted') \
    UNION SELECT k.holder AS id FROM guard g JOIN data_key k ON k.record = g.record \
    WHERE g.root = $1 AND g.record <> $1";

/// Everybody who is shut out of a report.
const OUT: &str =
    "SELECT holder AS id FROM access_grant WHERE record = $1 AND relation = 'excluded'";

/// Desks that are something to a site in which somebody of this report lives or is expected.
const DESKS: &str = "SELECT h.holder AS id FROM bed_request r JOIN shelter_inquiry a ON a.request = r.record \
    JOIN access_grant h ON h.record = a.shelter AND h.relation = 'placing' \
    WHERE r.root = $1 AND a.state IN ('held', 'admitted')";

async fn nothing_reaches(site: &Installation, report: Id, case: &str) {
    let out: BTreeSet<Id> = site.ids(OUT, report).await.into_iter().collect();
    for sql in [HOLDERS, DESKS] {
        for holder in site.ids(sql, report).await {
            assert!(!out.contains(&holder), "{case}: {holder} is shut out");
        }
    }
}

#[tokio::test]
async fn over_random_countries_and_accusations_nothing_reaches_the_accused() {
    testkit::on_both_engines(async |url: String| {
        let mut runner = TestRunner::deterministic();
        let site = Installation::open(&url).await;
        for number in 0..cases() {
            let drawn = sketches(9).new_tree(&mut runner).unwrap().current();
            let mut orgs = Vec::new();
            let mut homes: Vec<Home> = Vec::new();
            for sketch in &drawn {
                let parent = sketch.parent.map(|parent| orgs[parent]);
                let org = site.org(sketch.kind, parent, &sketch.places).await;
                orgs.push(org);
                if sketch.kind.is_force() {
                    continue;
                }
                let manager = site.worker(org, sketch.kind, Role::ShelterManager).await;
                let made = site
                    .register(&manager.actor(), &[WOMEN], BASRA)
                    .await
                    .unwrap();
                homes.push(Home {
                    shelter: made,
                    manager,
                });
            }
            let of_care: Vec<Id> = orgs
                .iter()
                .zip(&drawn)
                .filter(|(_, sketch)| !sketch.kind.is_force())
                .map(|(org, _)| *org)
                .collect();
            let last = site.org(OrgKind::Aid, None, &[]).await;
            let national = site.worker(last, OrgKind::Aid, Role::Responder).await;
            let mut desks = of_care.clone();
            desks.push(last);
            site.readers(Some(BASRA), &of_care).await;
            site.readers(None, &[last]).await;
            site.desk(Duty::Placement, Some(BASRA), &desks).await;
            site.desk(Duty::StateDuty, None, &desks).await;
            let mut responders = vec![national];
            for (org, sketch) in orgs.iter().zip(&drawn) {
                if !sketch.kind.is_force() {
                    responders.push(site.worker(*org, sketch.kind, Role::Responder).await);
                }
            }
            for turn in 0..3 {
                let (named, kinds) = accusations().new_tree(&mut runner).unwrap().current();
                let mut accused: Vec<Accused> = named
                    .iter()
                    .map(|index| Accused::Named(orgs[index.index(orgs.len())]))
                    .collect();
                accused.extend(kinds.iter().map(|kind| Accused::SomeOf(*kind)));
                let case = format!("country {number}, turn {turn}, {accused:?}");
                let Some(letter) = site.letter(&accused, false).await else {
                    continue;
                };
                let reader = letter.told;
                let (report, _) = site.sent(letter).await;
                let asker = responders
                    .iter()
                    .find(|worker| worker.org == reader)
                    .unwrap();
                let asked = site.ask(&asker.actor(), Some(report), woman()).await;
                let request = asked.unwrap().request;
                nothing_reaches(&site, report, &case).await;
                for home in &homes {
                    let Some((_, state)) = site.part(request, *home).await else {
                        continue;
                    };
                    match (state, turn) {
                        (InquiryState::Asked, 0) => {
                            site.decline(*home, request, Decline::Papers, Some(home.manager.org))
                                .await
                                .unwrap();
                        }
                        (InquiryState::Asked, 1) => {
                            site.hold(*home, request).await.unwrap();
                        }
                        (InquiryState::Asked | InquiryState::Held, _) => {
                            site.admit(*home, request).await.unwrap();
                        }
                        _ => {}
                    }
                    nothing_reaches(&site, report, &case).await;
                }
                site.time_goes_by(5 * 3600).await;
                nothing_reaches(&site, report, &case).await;

                // A body of the country is set below another: whoever is accused by it now leaves.
                let (body, above) = (orgs[turn % orgs.len()], last);
                let kind = drawn[turn % orgs.len()].kind;
                if accused.contains(&Accused::Named(last)) || turn != 2 {
                    continue;
                }
                site.set_org(
                    Some(body),
                    kind,
                    Some(above),
                    &drawn[turn % orgs.len()].places,
                )
                .await;
                site.react().await;
                site.react().await;
                let desk = site.ids(DESK_OF, report).await;
                let out: BTreeSet<Id> = site.ids(OUT, report).await.into_iter().collect();
                // Where nobody is left to read the report, what grew from it waits with it.
                if desk.iter().all(|desk| !out.contains(desk)) {
                    nothing_reaches(&site, report, &format!("{case}, later")).await;
                }
            }
            // The next country is another one.
            for home in homes {
                let seen = site.shelter_of(home).await;
                let rows = seen
                    .places
                    .iter()
                    .map(|one| (Some(one.id), one.declared))
                    .collect();
                site.declare(home, rows, seen.revision, true).await.unwrap();
            }
        }
    })
    .await;
}

const DESK_OF: &str = "SELECT org AS id FROM guard WHERE record = $1";

/// A country in which a report accuses a camp, and a woman of it has been asked for.
async fn asked_of_a_camp(site: &Installation, country: &Country) -> (Id, Id, Id) {
    let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
    let accused = [Accused::Named(camp)];
    let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
    let asked = site
        .ask(&country.asker(), Some(report), woman())
        .await
        .unwrap();
    (camp, report, asked.request)
}

#[tokio::test]
async fn a_shelter_that_is_shut_out_later_loses_the_hold_and_another_is_asked() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        let (camp, report, request) = asked_of_a_camp(&site, &country).await;
        site.hold(first, request).await.unwrap();
        let shelter = first.manager.org;
        site.set_org(Some(shelter), OrgKind::Shelter, Some(camp), &[BASRA])
            .await;
        site.react().await;
        assert!(!site.lists_request(&first.manager.actor(), request).await);
        assert_eq!(site.taken(first).await, 0);
        assert_eq!(
            site.part(request, first).await.unwrap().1,
            InquiryState::Released
        );
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        nothing_reaches(&site, report, "a hold").await;
        // It is asked of no request that grew from that report, and told nothing.
        let opened = site
            .open_request(&country.placing.actor(), request)
            .await
            .unwrap();
        let protection::bed::Opened::Desk { candidates, .. } = &opened else {
            panic!("the desk's view")
        };
        assert!(candidates.iter().all(|one| one.shelter != first.shelter));
        // Again, nothing changes.
        let before = site.parts(request).await;
        site.react().await;
        site.time_goes_by(0).await;
        assert_eq!(site.parts(request).await, before);
    })
    .await;
}

#[tokio::test]
async fn whoever_lives_in_a_shelter_that_is_accused_by_now_needs_another_place() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let (first, second) = (
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        );
        let (camp, report, request) = asked_of_a_camp(&site, &country).await;
        site.admit(first, request).await.unwrap();
        let shelter = first.manager.org;
        site.set_org(Some(shelter), OrgKind::Shelter, Some(camp), &[BASRA])
            .await;
        site.react().await;
        assert_eq!(site.bed_state(request).await, "asked");
        assert_eq!(
            site.part(request, first).await.unwrap().1,
            InquiryState::Left
        );
        assert_eq!(
            site.part(request, second).await.unwrap().1,
            InquiryState::Asked
        );
        site.react().await;
        nothing_reaches(&site, report, "a stay").await;
    })
    .await;
}

#[tokio::test]
async fn a_desk_that_is_shut_out_later_gives_its_requests_to_the_next() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        site.write_address(home, "behind the bakery").await.unwrap();
        let next = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let desks = [country.placing.org, next];
        site.desk(Duty::Placement, Some(BASRA), &desks).await;
        let after = site
            .worker(next, OrgKind::Aid, Role::PlacementDesk)
            .await
            .actor();
        let (camp, report, request) = asked_of_a_camp(&site, &country).await;
        site.hold(home, request).await.unwrap();
        let before = country.placing.actor();
        assert!(site.address(&before, home.shelter).await.is_some());
        assert!(site.address(&after, home.shelter).await.is_none());
        let (placing, kind) = (country.placing.org, OrgKind::Office);
        site.set_org(Some(placing), kind, Some(camp), &[BASRA])
            .await;
        site.react().await;
        assert!(site.open_request(&before, request).await.is_err());
        assert!(site.address(&before, home.shelter).await.is_none());
        assert!(site.open_request(&after, request).await.is_ok());
        assert!(site.address(&after, home.shelter).await.is_some());
        nothing_reaches(&site, report, "a desk").await;
        site.admit(home, request).await.unwrap();
        assert!(site.address(&after, home.shelter).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_reader_that_is_shut_out_later_leaves_requests_and_rights_to_the_next() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let (camp, report, request) = asked_of_a_camp(&site, &country).await;
        site.decline(home, request, Decline::Marriage, Some(home.manager.org))
            .await
            .unwrap();
        let national = country.basra.national;
        let reader = site
            .worker(national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let supervisor = site
            .worker(national, OrgKind::Aid, Role::Supervisor)
            .await
            .actor();
        assert_eq!(
            site.rights(&country.basra.supervisor.actor()).await.len(),
            2
        );
        let (desk, kind) = (country.basra.desk, OrgKind::Aid);
        site.set_org(Some(desk), kind, Some(camp), &[BASRA]).await;
        site.react().await;
        site.react().await;
        assert!(!site.lists_request(&country.asker(), request).await);
        assert!(
            site.rights(&country.basra.supervisor.actor())
                .await
                .is_empty()
        );
        assert!(site.open_request(&reader, request).await.is_ok());
        assert!(site.lists_request(&supervisor, request).await);
        assert_eq!(site.rights(&supervisor).await.len(), 2);
        assert_eq!(site.rights(&reader).await.len(), 2);
        nothing_reaches(&site, report, "a reader").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_written_of_a_request_goes_with_its_report_once_it_is_over() {
    testkit::on_both_engines(async |url: String| {
        const KEYS: &str = "SELECT holder AS id FROM data_key WHERE record = $1";
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let asker = country.asker();
        let over = site
            .ask(&asker, Some(report), woman())
            .await
            .unwrap()
            .request;
        let lives = site
            .ask(&asker, Some(report), woman())
            .await
            .unwrap()
            .request;
        site.cancel(&asker, over).await.unwrap();
        site.admit(home, lives).await.unwrap();
        site.delete(report).await.unwrap();
        site.react().await;
        assert!(site.ids(KEYS, over).await.is_empty());
        assert!(!site.ids(KEYS, lives).await.is_empty());
        let desk = country.placing.actor();
        let opened = site.open_request(&desk, over).await.unwrap();
        assert!(matches!(
            opened,
            protection::bed::Opened::Desk {
                free_text: None,
                ..
            }
        ));
        site.end_stay(home, lives, protection::bed::Exit::Left)
            .await
            .unwrap();
        assert!(site.ids(KEYS, lives).await.is_empty());
        assert!(site.open_request(&desk, lives).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn whoever_watches_is_no_body_that_is_accused_or_charged() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let ministry = country.state_duty.org;
        let next = site.org(OrgKind::Office, None, &[]).await;
        site.desk(Duty::StateDuty, None, &[ministry, next]).await;
        let after = site
            .worker(next, OrgKind::Office, Role::StateDuty)
            .await
            .actor();
        // The ministry runs a site, and that site is accused.
        let org = site.org(OrgKind::Shelter, Some(ministry), &[BASRA]).await;
        let accused = [Accused::Named(org)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        site.ask(&country.asker(), Some(report), woman())
            .await
            .unwrap();
        assert!(site.rights(&country.state_duty.actor()).await.is_empty());
        assert_eq!(site.rights(&after).await.len(), 1);
        nothing_reaches(&site, report, "whoever watches").await;
        // Charged for a condition, it is not the one to watch that either.
        let home = site.home(&[WOMEN], BASRA).await;
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        site.decline(home, request, Decline::Residence, Some(ministry))
            .await
            .unwrap();
        let mine = site.rights(&country.state_duty.actor()).await;
        assert!(
            mine.iter()
                .all(|line| line.what == protection::right::What::NoPlace)
        );
        assert_eq!(site.rights(&after).await.len(), 2);
    })
    .await;
}
