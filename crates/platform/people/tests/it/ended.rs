//! An organisation that ends, or goes into another, leaves its people nowhere by chance.

use access::Actor;
use access::action::{EndOrganisation, SetDesk};
use people::desk::{self, Desk, DeskError, set_desk};
use people::member::{self, memberships_of};
use people::organisation::{self, Description, OrganisationError, end_organisation, find, remains};
use record::{Duty, Id, OrgKind, Role};
use store::StoreError;

use crate::installation::{Installation, body};

async fn end(
    site: &Installation,
    actor: &Actor,
    org: Id,
    successor: Option<Id>,
) -> Result<(), OrganisationError> {
    let gate = site.store.gate();
    let permit = gate.permit::<EndOrganisation>(actor, org).await?;
    site.store
        .unit(permit, move |unit| async move {
            end_organisation(&unit, successor).await
        })
        .await
}

async fn places(site: &Installation, actor: &Actor, orgs: Vec<Id>) {
    let gate = site.store.gate();
    let permit = gate.permit_new::<SetDesk>(actor, &[]).unwrap();
    let set = site.store.unit(permit, move |unit| {
        let desk = Desk {
            duty: Duty::Placement,
            governorate: Some("IQG02".to_owned()),
            jurisdiction: None,
            orgs: orgs.clone(),
        };
        async move { set_desk(&unit, &desk).await }
    });
    let set: Result<(), DeskError> = set.await;
    set.unwrap();
}

#[tokio::test]
async fn its_people_are_proposed_at_whoever_comes_after_and_work_nowhere_meanwhile() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let old = site.organisation(body("Old", OrgKind::Aid)).await;
        let new = site.organisation(body("New", OrgKind::Aid)).await;
        let below = Description {
            parent: Some(old),
            ..body("Below", OrgKind::Camp)
        };
        let below = site.organisation(below).await;
        let chief = site.hire("chief", Role::Supervisor, old, None).await;
        let worker = site
            .hire("worker", Role::Responder, old, Some(&chief))
            .await;
        let there = site.hire("there", Role::Supervisor, new, None).await;
        let signed = site.sign_in(&worker, None).await.unwrap();
        places(&site, &administrator, vec![old]).await;
        let now = site.store.world().now();
        let seen = site
            .store
            .read_clear(async |look| remains(&*look, now, old).await)
            .await;
        let seen = seen.unwrap();
        assert_eq!((seen.people, &seen.below[..]), (2, &[below][..]));

        end(&site, &administrator, old, Some(new)).await.unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        assert!(site.find(&signed).await.live().is_none(), "signed out");
        assert!(
            site.sign_in(&worker, None).await.is_err(),
            "nobody said yes yet"
        );
        let (held, bodies, desks) = site
            .store
            .read_clear(async |look| -> Result<_, StoreError> {
                let held = memberships_of(&*look, worker.account).await?;
                let bodies = organisation::all(&*look).await?;
                Ok((held, bodies, desk::all(&*look).await?))
            })
            .await
            .unwrap();
        let live: Vec<_> = held.iter().filter(|held| held.ended.is_none()).collect();
        assert_eq!(live.len(), 1);
        assert_eq!(
            (live[0].org, live[0].role, live[0].confirmed),
            (new, Role::Responder, None)
        );
        let of = |org| bodies.iter().find(|body| body.id == org).unwrap();
        assert!(of(old).ended && !of(new).ended);
        assert_eq!(of(below).is.parent, Some(new));
        assert_eq!(desks[0].orgs, [new], "it stands in its place");

        // A supervisor of the successor says yes, and the person works there.
        let confirms = site.strong(&there).await;
        member::confirm(&site.store, &confirms, worker.account, live[0].id)
            .await
            .unwrap();
        assert!(site.sign_in(&worker, None).await.is_ok());
        // Nothing is done to it a second time, and nobody is invited there.
        assert!(end(&site, &administrator, old, None).await.is_err());
        let late = site.strong(&site.administrator).await;
        let newcomer = crate::installation::newcomer("late", Role::Responder, old);
        assert!(member::invite(&site.store, &late, newcomer).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn an_end_without_a_successor_ends_accounts_and_never_ones_own_body() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let old = site.organisation(body("Old", OrgKind::Aid)).await;
        let police = site.organisation(body("Police", OrgKind::Police)).await;
        let worker = site.hire("worker", Role::Responder, old, None).await;
        let own = end(&site, &administrator, site.body, None).await;
        assert!(matches!(own, Err(OrganisationError::Own)));
        for unfit in [police, old, site.store.world().id()] {
            let ended = end(&site, &administrator, old, Some(unfit)).await;
            assert!(matches!(ended, Err(OrganisationError::Successor)));
        }
        end(&site, &administrator, old, None).await.unwrap();
        let found = site
            .store
            .read_clear(async |look| find(&*look, old).await)
            .await;
        assert!(found.unwrap().is_some_and(|found| found.ended));
        assert!(site.sign_in(&worker, None).await.is_err());
    })
    .await;
}
