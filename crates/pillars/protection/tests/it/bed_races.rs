//! Sites that answer in the same moment, forms that come twice, and rules that run again.

use protection::bed::{BedError, Done, HoldOutcome, InquiryState, OneInquiry, actions as act};
use record::Id;
use store::{StoreError, args};

use crate::beds::{Country, Home, WOMEN, woman};
use crate::installation::{BASRA, Installation};

#[tokio::test]
async fn of_many_holds_in_one_moment_one_wins_and_the_others_are_told() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let mut homes = Vec::new();
        for _ in 0..6 {
            homes.push(site.home(&[WOMEN], BASRA).await);
        }
        for admits in [false, true] {
            let request = site
                .ask(&country.asker(), None, woman())
                .await
                .unwrap()
                .request;
            let mut running = Vec::new();
            for home in &homes {
                let (inquiry, _) = site.part(request, *home).await.unwrap();
                let (store, actor) = (site.store.clone(), home.manager.actor());
                let form_key = site.key();
                running.push(tokio::spawn(async move {
                    let input = OneInquiry { inquiry, form_key };
                    if admits {
                        act::admit(&store, &actor, request, input).await
                    } else {
                        act::hold(&store, &actor, request, input).await
                    }
                }));
            }
            let mut won = 0;
            for one in running {
                match one.await.unwrap() {
                    Ok(HoldOutcome::Yes(Done::Now)) => won += 1,
                    Ok(HoldOutcome::NotNeeded) => {}
                    other => panic!("{other:?}"),
                }
            }
            assert_eq!(won, 1);
            let states: Vec<_> = site.parts(request).await;
            let live = states
                .iter()
                .filter(|(_, _, state)| state.is_live())
                .count();
            assert_eq!(live, 1);
            site.react().await;
        }
        let mut taken = 0;
        for home in homes {
            taken += site.taken(home).await;
        }
        assert_eq!(taken, 2, "each person one place");
    })
    .await;
}

#[tokio::test]
async fn the_last_place_goes_to_one_person() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let mut asked = Vec::new();
        for _ in 0..6 {
            let request = site
                .ask(&country.asker(), None, woman())
                .await
                .unwrap()
                .request;
            asked.push((request, site.part(request, home).await.unwrap().0));
        }
        let mut running = Vec::new();
        for (request, inquiry) in asked {
            let (store, actor) = (site.store.clone(), home.manager.actor());
            let form_key = site.key();
            running.push(tokio::spawn(async move {
                act::hold(&store, &actor, request, OneInquiry { inquiry, form_key }).await
            }));
        }
        let mut held = 0;
        for one in running {
            match one.await.unwrap() {
                Ok(HoldOutcome::Yes(Done::Now)) => held += 1,
                Err(BedError::Full) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((held, site.taken(home).await), (2, 2));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_counts_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        let (inquiry, _) = site.part(request, home).await.unwrap();
        let form_key = site.key();
        let mut running = Vec::new();
        for _ in 0..4 {
            let (store, actor) = (site.store.clone(), home.manager.actor());
            let input = OneInquiry {
                inquiry,
                form_key: form_key.clone(),
            };
            running.push(tokio::spawn(async move {
                act::hold(&store, &actor, request, input).await
            }));
        }
        let mut now = 0;
        for one in running {
            match one.await.unwrap() {
                Ok(HoldOutcome::Yes(done)) => now += i32::from(done == Done::Now),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((now, site.taken(home).await), (1, 1));
        // Another site's form about this part does nothing.
        let other = site.home(&[WOMEN], BASRA).await;
        let input = OneInquiry { inquiry, form_key };
        let stolen = act::hold(&site.store, &other.manager.actor(), request, input).await;
        assert!(matches!(stolen, Err(BedError::Store(StoreError::Absent))));
    })
    .await;
}

/// All that the rules write.
async fn everything(site: &Installation) -> Vec<String> {
    const ALL: [(&str, &[&str]); 4] = [
        (
            "SELECT id, state, because FROM shelter_inquiry ORDER BY id",
            &["id", "state", "because"],
        ),
        (
            "SELECT record, kind, charged FROM unmet_right ORDER BY record",
            &["record", "kind", "charged"],
        ),
        (
            "SELECT record, holder, relation FROM access_grant ORDER BY record, holder, relation",
            &["record", "holder", "relation"],
        ),
        (
            "SELECT record, state, code FROM clock ORDER BY record",
            &["record", "state", "code"],
        ),
    ];
    let mut all = Vec::new();
    for (sql, columns) in ALL {
        let rows = site
            .store
            .read_clear(async |look| look.rows(sql, args![]).await)
            .await;
        let rows: Result<Vec<store::Row>, StoreError> = rows;
        for row in rows.unwrap() {
            let line: Vec<String> = columns
                .iter()
                .map(|column| row.maybe_text(column).unwrap().unwrap_or_default())
                .collect();
            all.push(line.join(" "));
        }
    }
    all
}

#[tokio::test]
async fn rules_that_run_again_after_a_restart_change_nothing_twice() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let homes: [Home; 2] = [
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        ];
        let request = site
            .ask(&country.asker(), None, woman())
            .await
            .unwrap()
            .request;
        let papers = protection::bed::Decline::Papers;
        site.decline(homes[0], request, papers, Some(country.placing.org))
            .await
            .unwrap();
        site.hold(homes[1], request).await.unwrap();
        site.time_goes_by(5 * 3600).await;
        site.admit(homes[1], request).await.unwrap();
        site.time_goes_by(60).await;
        let before = everything(&site).await;
        // The machine stopped before the rules' marks were kept: every event comes again.
        for _ in 0..2 {
            let forget = site.store.upkeep(|upkeep| async move {
                upkeep
                    .execute("DELETE FROM event_delivery", args![])
                    .await?;
                Ok::<_, StoreError>(())
            });
            forget.await.unwrap();
            site.react().await;
            site.time_goes_by(0).await;
            site.react().await;
            assert_eq!(everything(&site).await, before);
        }
    })
    .await;
}

#[tokio::test]
async fn rules_that_ran_late_come_to_the_same() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let home = site.home(&[WOMEN], BASRA).await;
        let key = site.key();
        let asker = country.asker();
        let asked = site.ask_only(&asker, None, woman(), &key).await.unwrap();
        // Nobody was asked yet when the person wants no place any more.
        let cancel = site.cancel(&asker, asked.request).await;
        cancel.unwrap();
        let parts: Vec<(Id, Id, InquiryState)> = site.parts(asked.request).await;
        assert!(parts.is_empty());
        assert!(site.requests(&home.manager.actor()).await.is_empty());
        // Nothing waits in the outbox for ever.
        let waiting = site.store.react(&protection::reactions()).await.unwrap();
        assert_eq!(waiting, 0);
    })
    .await;
}
