//! Deciding: not below what was ever proposed by one person alone, and every step stays.

use clock::AgeBand;
use protection::screening::rule::{Answer, Outcome};
use protection::screening::{ScreeningError, State};
use record::Role;

use super::acts::{BOTH, CLOCKS, is_absent, talk};
use crate::installation::{Basra, Installation};

#[tokio::test]
async fn a_lower_result_takes_two_people_and_every_step_stays() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let report = site.entrusted(&basra).await;
        let (worker, supervisor) = (basra.caseworker.actor(), basra.supervisor.actor());
        let begun = site
            .start(&worker, Some(report), AgeBand::Adult, BOTH)
            .await;
        let screening = begun.unwrap();
        let nothing = site
            .decide(&worker, screening, Outcome::MoreInformation, 0)
            .await;
        assert!(matches!(nothing, Err(ScreeningError::Nothing)));
        let told = talk(AgeBand::Adult, &["G02", "D02", "G10", "G11"], true);
        site.save(&worker, screening, told, 0).await.unwrap();

        let alone = site
            .decide(&worker, screening, Outcome::MoreInformation, 1)
            .await;
        assert!(matches!(alone, Err(ScreeningError::Lower)));
        let not_lower = site
            .lower(&worker, screening, Outcome::ReasonableGrounds, 1)
            .await;
        assert!(matches!(not_lower, Err(ScreeningError::NotLower)));
        assert!(is_absent(&site.confirm(&supervisor, screening, 1).await));
        site.lower(&worker, screening, Outcome::MoreInformation, 1)
            .await
            .unwrap();
        // It waits: nobody asks or decides meanwhile, and whoever proposed it does not confirm it.
        let told = talk(AgeBand::Adult, &[], true);
        assert!(is_absent(&site.save(&worker, screening, told, 2).await));
        assert!(is_absent(
            &site
                .decide(&worker, screening, Outcome::ReasonableGrounds, 2)
                .await
        ));
        assert!(is_absent(&site.confirm(&worker, screening, 2).await));
        let stale = site.confirm(&supervisor, screening, 1).await;
        assert!(matches!(stale, Err(ScreeningError::Stale)));
        site.confirm(&supervisor, screening, 2).await.unwrap();

        site.reopen(&worker, screening, 3).await.unwrap();
        site.decide(&worker, screening, Outcome::ReasonableGrounds, 4)
            .await
            .unwrap();
        let read = site.screening(&worker, screening).await.unwrap();
        assert_eq!(read.head.state, State::Decided);
        let steps: Vec<_> = read
            .decisions
            .iter()
            .map(|one| {
                (
                    one.step.code(),
                    one.role,
                    one.outcome,
                    one.reasons.expose().as_str(),
                )
            })
            .collect();
        let (worker, boss) = (Role::Caseworker, Role::Supervisor);
        let (more, grounds) = (Outcome::MoreInformation, Outcome::ReasonableGrounds);
        assert_eq!(
            steps,
            [
                ("lower_proposed", worker, more, "a mistake"),
                ("lower_confirmed", boss, more, "read it"),
                ("reopened", worker, more, "she said more"),
                ("decided", worker, grounds, "as she said"),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_who_proposed_it_in_another_role_does_not_confirm_it() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let report = site.entrusted(&basra).await;
    let worker = basra.caseworker.actor();
    let screening = site
        .start(&worker, Some(report), AgeBand::Adult, BOTH)
        .await
        .unwrap();
    let told = talk(AgeBand::Adult, &["G02", "D02", "G10", "G11"], true);
    site.save(&worker, screening, told, 0).await.unwrap();
    site.lower(&worker, screening, Outcome::NoIndicationNow, 1)
        .await
        .unwrap();
    let both = fixtures::Worker {
        role: Role::Supervisor,
        ..basra.caseworker
    };
    assert!(is_absent(&site.confirm(&both.actor(), screening, 2).await));
    site.confirm(&basra.supervisor.actor(), screening, 2)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_answer_taken_back_lowers_nothing_alone_and_a_clock_starts_whoever_saves() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let report = site.entrusted(&basra).await;
    let worker = basra.caseworker.actor();
    let screening = site
        .start(&worker, Some(report), AgeBand::Adult, BOTH)
        .await
        .unwrap();
    let told = talk(AgeBand::Adult, &["G02", "D02", "G10", "G11"], true);
    site.save(&worker, screening, told.clone(), 0)
        .await
        .unwrap();
    // The same rows are answered with no: what was proposed before still takes a second person.
    let mut less = told;
    for given in less.answers.values_mut() {
        given.answer = Answer::No;
    }
    less.age = AgeBand::Child;
    let clocks = site.count(CLOCKS, report).await;
    site.save(&worker, screening, less, 1).await.unwrap();
    assert_eq!(
        site.count(CLOCKS, report).await,
        clocks.max(1),
        "a child is to be safe"
    );
    let alone = site
        .decide(&worker, screening, Outcome::NoIndicationNow, 2)
        .await;
    assert!(matches!(alone, Err(ScreeningError::Lower)));
    let low = Outcome::NoIndicationNow;
    site.lower(&worker, screening, low, 2).await.unwrap();
    site.confirm(&basra.supervisor.actor(), screening, 3)
        .await
        .unwrap();
    // Two people agreed on it: from there on one may decide it again.
    site.reopen(&worker, screening, 4).await.unwrap();
    site.decide(&worker, screening, low, 5).await.unwrap();
}
