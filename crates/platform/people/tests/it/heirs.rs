//! What somebody leaves goes to nobody who is shut out of it.

use access::action::{HandOverAll, SendReport};
use access::{Action as _, Actor};
use people::member::{self, Invitation, Leaving};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Sensitivity};
use store::{NewRecord, StoreError};

use crate::house::{House, Person, body};

/// A report at a desk, owned by somebody, from which these are shut out.
async fn report(house: &House, desk: Id, owner: Id, shut_out: Vec<Id>) -> Id {
    let permit = house
        .store
        .gate()
        .permit_new::<SendReport>(&Actor::Public, &[])
        .unwrap();
    let made = house.store.unit(permit, move |unit| {
        let shut_out = shut_out.clone();
        async move {
            let record = unit.id();
            unit.create(NewRecord {
                record,
                kind: Kind::Report,
                org: Some(desk),
                jurisdiction: None,
                sensitivity: Sensitivity::Ordinary,
                state: "open",
                root: None,
                world: Root::Care,
                keys_for: vec![desk],
            })
            .await?;
            for relation in [Relation::Owner, Relation::Team] {
                unit.hold(record, owner, relation, None, None).await?;
            }
            for holder in shut_out {
                unit.hold(record, holder, Relation::Excluded, None, None)
                    .await?;
            }
            Ok::<_, StoreError>(record)
        }
    });
    made.await.unwrap()
}

async fn owners(house: &House, record: Id) -> Vec<Id> {
    const OWNERS: &str = "SELECT holder FROM holding WHERE record = $1 \
        AND relation IN ('owner', 'team') ORDER BY relation, holder";
    let rows = house
        .store
        .look(async |look| look.rows(OWNERS, store::args![record]).await)
        .await
        .unwrap();
    rows.iter().map(|row| row.id("holder").unwrap()).collect()
}

/// A desk with a supervisor, a worker who leaves and two colleagues, the first of whom works for
/// another body as well.
struct Desk {
    house: House,
    here: Id,
    other: Id,
    supervisor: Person,
    worker: Person,
    both: Person,
    colleague: Person,
}

async fn desk(url: &str) -> Desk {
    let house = House::new(url).await;
    let desk = house.organisation(body("Desk", OrgKind::Office)).await;
    let other = house.organisation(body("Camp", OrgKind::Camp)).await;
    let supervisor = house.hire("supervisor", Role::Supervisor, desk, None).await;
    let worker = house
        .hire("worker", Role::Responder, desk, Some(&supervisor))
        .await;
    let both = house
        .hire("both", Role::Responder, desk, Some(&supervisor))
        .await;
    let colleague = house
        .hire("colleague", Role::Responder, desk, Some(&supervisor))
        .await;
    let further = Invitation::Further {
        role: Role::Responder,
        org: other,
    };
    let administrator = house.strong(&house.administrator).await;
    let further = member::invite_again(&house.store, &administrator, both.account, further)
        .await
        .unwrap();
    let officer = house.strong(&house.data_protection).await;
    member::confirm(&house.store, &officer, both.account, further.membership)
        .await
        .unwrap();
    Desk {
        house,
        here: desk,
        other,
        supervisor,
        worker,
        both,
        colleague,
    }
}

#[tokio::test]
async fn handing_over_passes_by_whoever_is_shut_out() {
    testkit::on_both_engines(async |url: String| {
        let there = desk(&url).await;
        let house = &there.house;
        let worker = there.worker.account;
        let open = report(house, there.here, worker, Vec::new()).await;
        let shut = report(house, there.here, worker, vec![there.other]).await;
        let by_name = report(
            house,
            there.here,
            worker,
            vec![there.other, there.colleague.account],
        )
        .await;
        let nobody = report(
            house,
            there.here,
            worker,
            vec![
                there.other,
                there.colleague.account,
                there.supervisor.account,
            ],
        )
        .await;
        let own = house.enter(&there.worker).await.actor;
        let done = member::hand_over(&house.store, &own, worker, there.both.account)
            .await
            .unwrap();
        assert_eq!((done.moved, done.left), (3, 1), "{}", HandOverAll::NAME);
        let both = |holder: &Person| vec![holder.account, holder.account];
        assert_eq!(owners(house, open).await, both(&there.both));
        assert_eq!(owners(house, shut).await, both(&there.colleague));
        assert_eq!(owners(house, by_name).await, both(&there.supervisor));
        assert_eq!(owners(house, nobody).await, Vec::<Id>::new());
    })
    .await;
}

#[tokio::test]
async fn what_an_ended_member_leaves_reaches_nobody_who_is_shut_out() {
    testkit::on_both_engines(async |url: String| {
        let there = desk(&url).await;
        let house = &there.house;
        let worker = there.worker.account;
        let open = report(house, there.here, worker, Vec::new()).await;
        let shut = report(house, there.here, worker, vec![there.supervisor.account]).await;
        let chief = house.strong(&there.supervisor).await;
        member::end(&house.store, &chief, worker, None, Leaving::Known)
            .await
            .unwrap();
        house.store.react(&people::reactions()).await.unwrap();
        assert_eq!(
            owners(house, open).await,
            vec![there.supervisor.account; 2],
            "the supervisor first"
        );
        let heir = owners(house, shut).await;
        assert_eq!(heir, vec![there.both.account; 2], "then a colleague");
    })
    .await;
}
