//! Whoever is shut out finds nothing, whatever the readers, the parents and the accusations;
//! police find no report at all, and of a helpers-only report not even a release.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use protection::reader::Accused;
use protection::report::list::Wanted;
use protection::report::sending::Sent;
use record::{OrgKind, Role};

use crate::installation::{BASRA, Basra, Installation, Worker};
use crate::readers::{accusations, sketches};

/// How many random countries are tried.
fn cases() -> usize {
    if testkit::place::is_long() { 24 } else { 4 }
}

/// Finds nothing of a report in any way.
async fn finds_nothing(site: &Installation, actor: &access::Actor, report: record::Id, case: &str) {
    assert!(!site.lists(actor, report).await, "{case}: in a list");
    assert!(
        site.read(actor, report).await.is_err(),
        "{case}: by address"
    );
    let answer = site.answer(actor, report, "?", 1, &site.key()).await;
    assert!(answer.is_err(), "{case}: by answering");
    for release in site.releases(actor).await {
        let root = "SELECT root FROM guard WHERE record = $1";
        let rows = site
            .store
            .read_clear(async |look| look.rows(root, store::args![release]).await);
        let grew_from = rows.await.unwrap()[0].id("root").unwrap();
        assert_ne!(grew_from, report, "{case}: in a release");
    }
}

#[tokio::test]
async fn the_accused_find_nothing_over_random_countries() {
    testkit::on_both_engines(async |url: String| {
        let mut runner = TestRunner::deterministic();
        let site = Installation::open(&url).await;
        for number in 0..cases() {
            let drawn = sketches(10).new_tree(&mut runner).unwrap().current();
            let mut workers: Vec<Worker> = Vec::new();
            let mut orgs = Vec::new();
            for sketch in &drawn {
                let parent = sketch.parent.map(|parent| orgs[parent]);
                let org = site.org(sketch.kind, parent, &sketch.places).await;
                orgs.push(org);
                let roles: &[Role] = if sketch.kind.is_force() {
                    &[Role::Investigator, Role::Responder]
                } else {
                    &[Role::Responder, Role::Supervisor]
                };
                for role in roles {
                    workers.push(site.worker(org, sketch.kind, *role).await);
                }
            }
            let helpers = |orgs: &[record::Id]| -> Vec<record::Id> {
                let pairs = orgs.iter().zip(&drawn);
                pairs
                    .filter(|(_, s)| !s.kind.is_force())
                    .map(|(org, _)| *org)
                    .collect()
            };
            let last = site.org(OrgKind::Aid, None, &[]).await;
            workers.push(site.worker(last, OrgKind::Aid, Role::Responder).await);
            site.readers(Some(BASRA), &helpers(&orgs)).await;
            site.readers(None, &[last]).await;
            for turn in 0..3 {
                let (named, kinds) = accusations().new_tree(&mut runner).unwrap().current();
                let mut accused: Vec<Accused> = named
                    .iter()
                    .map(|index| Accused::Named(orgs[index.index(orgs.len())]))
                    .collect();
                accused.extend(kinds.iter().map(|kind| Accused::SomeOf(*kind)));
                let with_police = turn == 0;
                let who = site.reading(&accused, with_police).await;
                let case = format!("country {number}, {accused:?}");
                let Some(letter) = site.letter(&accused, with_police).await else {
                    // The page says so and shows the numbers: only where all readers are accused.
                    assert!(who.shut_out.contains(&last), "{case}");
                    continue;
                };
                let sent = site.send(letter).await.unwrap();
                let Sent::Receipt { report, .. } = sent else {
                    panic!("{case}: not sent")
                };
                for worker in &workers {
                    let actor = worker.actor();
                    if who.shut_out.contains(&worker.org) {
                        finds_nothing(&site, &actor, report, &case).await;
                        // Nor from another desk where they work as well, be it the reader's.
                        let reader = who.reader.unwrap();
                        let double = Worker {
                            org: reader,
                            kind: OrgKind::Aid,
                            ..*worker
                        };
                        let double = Worker {
                            role: Role::Responder,
                            ..double
                        };
                        finds_nothing(&site, &double.also(&[worker.org]), report, &case).await;
                        // Nor by having left: the account itself is shut out since the sending.
                        finds_nothing(&site, &double.actor(), report, &case).await;
                    } else if Some(worker.org) == who.reader {
                        assert!(site.lists(&actor, report).await, "{case}: the reader lists");
                        assert!(
                            site.read(&actor, report).await.is_ok(),
                            "{case}: the reader reads"
                        );
                    } else if !worker.kind.is_force() || who.police != Some(worker.org) {
                        finds_nothing(&site, &actor, report, &case).await;
                    } else {
                        assert!(
                            !site.lists(&actor, report).await,
                            "{case}: police list no report"
                        );
                        assert!(
                            site.read(&actor, report).await.is_err(),
                            "{case}: police read none"
                        );
                    }
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn police_never_learn_of_a_report_for_helpers_only() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        for role in [
            Role::Investigator,
            Role::Responder,
            Role::Prosecutor,
            Role::SpecialistUnit,
        ] {
            let police = site.worker(basra.police, OrgKind::Police, role).await;
            finds_nothing(&site, &police.actor(), report, role.code()).await;
            assert!(site.releases(&police.actor()).await.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn who_joins_an_accused_body_later_is_shut_out_as_well() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::SomeOf(OrgKind::Camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let responder = basra.responder;
        assert!(site.lists(&responder.actor(), report).await);
        let joined = responder.also(&[camp]);
        finds_nothing(&site, &joined, report, "joined later").await;
        // And nobody hands the report to somebody who is shut out.
        let double = site
            .worker(basra.desk, OrgKind::Aid, Role::Caseworker)
            .await;
        site.join(double.account, camp, Role::Responder).await;
        let (next, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let handed = site
            .hand(&basra.supervisor.actor(), next, double.account, 1)
            .await;
        assert!(handed.is_err());
        // Not to somebody who joined the camp after the report was sent either.
        let later = site
            .worker(basra.desk, OrgKind::Aid, Role::Caseworker)
            .await;
        site.join(later.account, camp, Role::Responder).await;
        let handed = site
            .hand(&basra.supervisor.actor(), next, later.account, 1)
            .await;
        assert!(handed.is_err());
        assert_eq!(
            site.list(&responder.actor(), Wanted::default()).await.len(),
            2
        );
    })
    .await;
}
