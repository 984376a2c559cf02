//! Whoever comes to a desk says that they take over; the next one sees it, and no other desk does.

use access::Actor;
use access::action::{ReadToday, TakeOverShift};
use protection::shift::{TakenOver, latest, take_over_shift};
use record::{Done, OrgKind, Role};
use store::StoreError;

use crate::installation::{Basra, Installation};

impl Installation {
    async fn take_over(&self, actor: &Actor, key: &str) -> Result<Done, StoreError> {
        let permit = self.store.gate().permit_new::<TakeOverShift>(actor, &[])?;
        let key = key.to_owned();
        let taken = self.store.unit(permit, move |unit| {
            let key = key.clone();
            async move { take_over_shift(&unit, &key).await }
        });
        taken.await
    }

    async fn taken_over(&self, actor: &Actor) -> Vec<TakenOver> {
        let desk = actor.member().unwrap().org;
        let permit = self
            .store
            .gate()
            .permit_new::<ReadToday>(actor, &[])
            .unwrap();
        let read = self
            .store
            .read(permit, move |day| async move { latest(&day, desk).await });
        read.await.unwrap()
    }
}

#[tokio::test]
async fn whoever_comes_takes_over_and_the_next_sees_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (responder, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let elsewhere = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let key = site.key();
        site.take_over(&responder, &key).await.unwrap();
        site.take_over(&responder, &key).await.unwrap();
        site.clock.advance(8 * 3600);
        site.take_over(&supervisor, &site.key()).await.unwrap();

        let taken = site.taken_over(&responder).await;
        let roles: Vec<Role> = taken.iter().map(|one| one.role).collect();
        assert_eq!(roles, [Role::Supervisor, Role::Responder]);
        assert_eq!(taken[0].at.seconds_since(taken[1].at), 8 * 3600);
        assert_eq!(site.taken_over(&elsewhere).await, []);
        assert!(
            site.take_over(&basra.investigator.actor(), &site.key())
                .await
                .is_err()
        );
    })
    .await;
}
