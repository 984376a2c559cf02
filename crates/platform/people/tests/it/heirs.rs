//! What somebody leaves goes to nobody who is shut out of it.

use access::action::{HandOverAll, SendReport};
use access::{Action as _, Actor};
use people::member::{self, Invitation, Leaving};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Sensitivity};
use store::{NewRecord, StoreError};

use crate::installation::{Installation, Person, body};

/// A report at a desk, owned by somebody, from which these are shut out.
async fn report(site: &Installation, desk: Id, owner: Id, shut_out: Vec<Id>) -> Id {
    let permit = site
        .store
        .gate()
        .permit_new::<SendReport>(&Actor::Public, &[])
        .unwrap();
    let made = site.store.unit(permit, move |unit| {
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
                unit.grant(record, owner, relation, None, None).await?;
            }
            for holder in shut_out {
                unit.grant(record, holder, Relation::Excluded, None, None)
                    .await?;
            }
            Ok::<_, StoreError>(record)
        }
    });
    made.await.unwrap()
}

async fn owners(site: &Installation, record: Id) -> Vec<Id> {
    const OWNERS: &str = "SELECT holder FROM access_grant WHERE record = $1 \
        AND relation IN ('owner', 'team') ORDER BY relation, holder";
    let rows = site
        .store
        .read_clear(async |look| look.rows(OWNERS, store::args![record]).await)
        .await
        .unwrap();
    rows.iter().map(|row| row.id("holder").unwrap()).collect()
}

/// A desk with a supervisor, a worker who leaves and two colleagues, the first of whom works for
/// another body as well.
struct Desk {
    site: Installation,
    here: Id,
    other: Id,
    supervisor: Person,
    worker: Person,
    both: Person,
    colleague: Person,
}

async fn desk(url: &str) -> Desk {
    let site = Installation::new(url).await;
    let desk = site.organisation(body("Desk", OrgKind::Office)).await;
    let other = site.organisation(body("Camp", OrgKind::Camp)).await;
    let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
    let worker = site
        .hire("worker", Role::Responder, desk, Some(&supervisor))
        .await;
    let both = site
        .hire("both", Role::Responder, desk, Some(&supervisor))
        .await;
    let colleague = site
        .hire("colleague", Role::Responder, desk, Some(&supervisor))
        .await;
    let further = Invitation::Further {
        role: Role::Responder,
        org: other,
    };
    let administrator = site.strong(&site.administrator).await;
    let further = member::invite_again(&site.store, &administrator, both.account, further)
        .await
        .unwrap();
    let officer = site.strong(&site.data_protection).await;
    member::confirm(&site.store, &officer, both.account, further.membership)
        .await
        .unwrap();
    Desk {
        site,
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
        let site = &there.site;
        let worker = there.worker.account;
        let open = report(site, there.here, worker, Vec::new()).await;
        let shut = report(site, there.here, worker, vec![there.other]).await;
        let by_name = report(
            site,
            there.here,
            worker,
            vec![there.other, there.colleague.account],
        )
        .await;
        let nobody = report(
            site,
            there.here,
            worker,
            vec![
                there.other,
                there.colleague.account,
                there.supervisor.account,
            ],
        )
        .await;
        let own = site.enter(&there.worker).await.actor;
        let done = member::hand_over(&site.store, &own, worker, there.both.account)
            .await
            .unwrap();
        assert_eq!((done.moved, done.left), (3, 1), "{}", HandOverAll::NAME);
        let both = |holder: &Person| vec![holder.account, holder.account];
        assert_eq!(owners(site, open).await, both(&there.both));
        assert_eq!(owners(site, shut).await, both(&there.colleague));
        assert_eq!(owners(site, by_name).await, both(&there.supervisor));
        assert_eq!(owners(site, nobody).await, Vec::<Id>::new());
    })
    .await;
}

#[tokio::test]
async fn what_an_ended_member_leaves_reaches_nobody_who_is_shut_out() {
    testkit::on_both_engines(async |url: String| {
        let there = desk(&url).await;
        let site = &there.site;
        let worker = there.worker.account;
        let open = report(site, there.here, worker, Vec::new()).await;
        let shut = report(site, there.here, worker, vec![there.supervisor.account]).await;
        let chief = site.strong(&there.supervisor).await;
        member::end(&site.store, &chief, worker, None, Leaving::Known)
            .await
            .unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        assert_eq!(
            owners(site, open).await,
            vec![there.supervisor.account; 2],
            "the supervisor first"
        );
        let heir = owners(site, shut).await;
        assert_eq!(heir, vec![there.both.account; 2], "then a colleague");
    })
    .await;
}
