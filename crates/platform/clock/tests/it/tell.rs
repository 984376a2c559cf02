//! A site in which a child stays may say that it has seen the child; no other site may, and not
//! for longer than the stay.

use access::Actor;
use access::action::{AskForBed, MarkChildSeen};
use clock::{ClockError, Code, Seen, State};
use record::{EventName, Id, Kind, Relation, Role, Root, Sensitivity};
use store::{NewRecord, Store};

use crate::installation::{Installation, actor, desk};

/// A request that grew from a report, as sites are asked by it.
async fn request(site: &Installation, report: Id, shelters: &[Id], state: &'static str) -> Id {
    let asker = actor(Id::from_bytes([50; 16]), desk(), Role::Responder);
    let permit = site
        .store
        .gate()
        .permit_new::<AskForBed>(&asker, &[])
        .expect("a responder may ask");
    let request = site.store.world().id();
    let shelters = shelters.to_vec();
    let made = site.store.unit(permit, move |unit| {
        let shelters = shelters.clone();
        async move {
            unit.create(NewRecord {
                record: request,
                kind: Kind::BedRequest,
                org: Some(desk()),
                jurisdiction: None,
                sensitivity: Sensitivity::High,
                state,
                root: Some(report),
                world: Root::Care,
                keys_for: Vec::new(),
            })
            .await?;
            for site in shelters {
                unit.grant(request, site, Relation::ReferredTo, None, None)
                    .await?;
            }
            unit.emit(EventName::BedAdmitted, request, report, None)
                .await
        }
    });
    made.await.expect("a request");
    request
}

async fn react(store: &Store) {
    store.react(&clock::reactions()).await.expect("rules act");
}

async fn mark(
    site: &Installation,
    actor: &Actor,
    clock: Id,
    place: Seen,
) -> Result<(), ClockError> {
    let mut states = clock::moment_of(&site.store, actor, clock).await?;
    states.push("listed_place");
    let permit = site
        .store
        .gate()
        .permit_when::<MarkChildSeen>(actor, clock, &states)
        .await?;
    let key = site.store.world().id().to_string();
    site.store
        .unit(permit, move |unit| {
            let key = key.clone();
            async move { clock::mark_child_seen(&unit, place, &key).await }
        })
        .await
}

#[tokio::test]
async fn only_the_shelter_in_which_a_child_stays_says_that_it_has_seen_the_child() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let [there, asked, accused] = [60, 61, 62].map(|n| Id::from_bytes([n; 16]));
        let manager = |org| actor(Id::from_bytes([63; 16]), org, Role::ShelterManager);
        let (report, clocks) = site.report(&[Code::T1], &[accused]).await;
        let [safety] = clocks[..] else {
            panic!("one clock")
        };

        // A site that is asked and holds nothing; one that took somebody in; one shut out.
        request(&site, report, &[asked], "asked").await;
        let stay = request(&site, report, &[there, accused], "admitted").await;
        react(&site.store).await;
        for other in [asked, accused] {
            let marked = mark(&site, &manager(other), safety, Seen::Shelter).await;
            assert!(marked.is_err());
        }
        // It speaks of itself alone.
        let marked = mark(&site, &manager(there), safety, Seen::Kin).await;
        assert!(matches!(marked, Err(ClockError::NotListed)));

        // The stay ends, and with it what the site may say.
        let ended = site.on(report, move |unit| async move {
            for request in unit.grown(report, Kind::BedRequest).await? {
                if request == stay {
                    unit.set_state(request, "ended").await?;
                }
            }
            unit.emit(EventName::StayEnded, stay, report, None).await
        });
        ended.await.unwrap();
        let marked = mark(&site, &manager(there), safety, Seen::Shelter).await;
        assert!(marked.is_err(), "at once, before any rule has run");
        react(&site.store).await;
        assert!(
            mark(&site, &manager(there), safety, Seen::Shelter)
                .await
                .is_err()
        );

        // It takes the child in again, and says so.
        request(&site, report, &[there], "admitted").await;
        react(&site.store).await;
        mark(&site, &manager(there), safety, Seen::Shelter)
            .await
            .unwrap();
        let (line, _) = site.line(safety).await;
        assert_eq!(line.state, State::Stopped);
        assert!(!line.is_outside_standard());
        // What happens afterwards finds no clock and is delivered all the same.
        request(&site, report, &[there], "admitted").await;
        react(&site.store).await;
        assert_eq!(site.store.react(&clock::reactions()).await.unwrap(), 0);
    })
    .await;
}
