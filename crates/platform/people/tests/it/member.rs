//! Members: nobody makes a reader alone, and nothing is left without an owner.

use access::Actor;
use access::action::{ConfirmMember, EndMember, HandOverAll, InviteMember, SendReport};
use people::member::{self, Invitation, Leaving, MemberError, Misfit, OneTimeCode};
use people::organisation::Description;
use people::session::Found;
use people::unattended::{self, Missing};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Sensitivity};
use store::{HandedOver, NewRecord, Store, StoreError};

use crate::installation::{Installation, body, newcomer};

fn is_absent<T>(result: &Result<T, MemberError>) -> bool {
    matches!(result, Err(MemberError::Store(StoreError::Absent)))
}

#[tokio::test]
async fn an_installation_begins_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let founding = member::Founding {
            organisation: body("Second", OrgKind::Office),
            administrator: newcomer("second", Role::Administrator, Id::NONE),
            data_protection: newcomer("third", Role::DataProtection, Id::NONE),
        };
        assert!(is_absent(&member::init(&site.store, founding).await));
    })
    .await;
}

#[tokio::test]
async fn no_administrator_makes_a_reader_alone() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let other = site.organisation(body("Other", OrgKind::Office)).await;
        let administrator = site.strong(&site.administrator).await;
        let officer = site.strong(&site.data_protection).await;
        let first = newcomer("first", Role::Supervisor, desk);
        let first = member::invite(&site.store, &administrator, first)
            .await
            .unwrap();
        let confirm = async |actor: &Actor, asked: &(Id, Id)| {
            member::confirm(&site.store, actor, asked.0, asked.1).await
        };
        let asked = (first.account, first.membership);
        assert!(is_absent(&confirm(&administrator, &asked).await));
        confirm(&officer, &asked).await.unwrap();
        assert!(
            is_absent(&confirm(&officer, &asked).await),
            "once is enough"
        );
        let supervisor = crate::installation::enrol(&site.store, first, "first").await;
        let stranger = site.hire("stranger", Role::Supervisor, other, None).await;
        let second = newcomer("second", Role::Responder, desk);
        let second = member::invite(&site.store, &administrator, second)
            .await
            .unwrap();
        let second = (second.account, second.membership);
        for actor in [&officer, &administrator, &site.strong(&stranger).await] {
            assert!(is_absent(&confirm(actor, &second).await), "{actor:?}");
        }
        let fresh = site.enter(&supervisor).await.actor;
        assert!(
            is_absent(&confirm(&fresh, &second).await),
            "a strong session is asked for"
        );
        confirm(&site.strong(&supervisor).await, &second)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn who_is_invited_must_fit() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let police = site.organisation(body("Police", OrgKind::Police)).await;
        let administrator = site.strong(&site.administrator).await;
        let invite = async |name, role, org| {
            member::invite(&site.store, &administrator, newcomer(name, role, org)).await
        };
        let care = invite("a", Role::Caseworker, police).await;
        assert!(matches!(care, Err(MemberError::Misfit(Misfit::Force))));
        let wall = invite("b", Role::Investigator, site.body).await;
        assert!(matches!(wall, Err(MemberError::Misfit(Misfit::Justice))));
        let taken = invite("Administrator", Role::Analyst, site.body).await;
        assert!(matches!(taken, Err(MemberError::NameTaken)));
        assert!(matches!(
            invite("  ", Role::Analyst, site.body).await,
            Err(MemberError::Name)
        ));
        assert!(is_absent(
            &invite("c", Role::Analyst, Id::from_bytes([9; 16])).await
        ));
        invite("d", Role::Investigator, police).await.unwrap();
        // Nobody invites oneself, and an administrator has no second role.
        let own = further(
            &site,
            &administrator,
            site.administrator.account,
            Role::Responder,
        )
        .await;
        assert!(matches!(own, Err(MemberError::Oneself)));
        let member = site.hire("worker", Role::Responder, site.body, None).await;
        let second = further(&site, &administrator, member.account, Role::Administrator).await;
        assert!(matches!(
            second,
            Err(MemberError::Misfit(Misfit::Administrator))
        ));
        let same = further(&site, &administrator, member.account, Role::Responder).await;
        assert!(matches!(same, Err(MemberError::Misfit(Misfit::Held))));
        let permit = site
            .store
            .gate()
            .permit(&administrator, member.account)
            .await
            .unwrap();
        let end = site.store.unit(permit, |unit| async move {
            member::end_member(&unit, None, Leaving::Known).await
        });
        end.await.unwrap();
        let ended = further(&site, &administrator, member.account, Role::Supervisor).await;
        assert!(is_absent(&ended), "who has ended gets no further role");
    })
    .await;
}

async fn further(
    site: &Installation,
    actor: &Actor,
    account: Id,
    role: Role,
) -> Result<(), MemberError> {
    let permit = site
        .store
        .gate()
        .permit::<InviteMember>(actor, account)
        .await?;
    let (org, code) = (site.body, OneTimeCode::new(&site.store).await?);
    site.store
        .unit(permit, move |unit| {
            let code = code.clone();
            async move {
                let invitation = Invitation::Further { role, org };
                member::invite_member(&unit, &invitation, &code)
                    .await
                    .map(drop)
            }
        })
        .await
}

/// A report at a desk, owned by an account.
pub async fn report(store: &Store, org: Id, owner: Id) -> Id {
    let permit = store
        .gate()
        .permit_new::<SendReport>(&Actor::Public, &[])
        .unwrap();
    let made = store.unit(permit, move |unit| async move {
        let record = unit.id();
        unit.create(NewRecord {
            record,
            kind: Kind::Report,
            org: Some(org),
            jurisdiction: None,
            sensitivity: Sensitivity::Ordinary,
            state: "open",
            root: None,
            world: Root::Care,
            keys_for: vec![org],
        })
        .await?;
        unit.grant(record, owner, Relation::Owner, None, None)
            .await?;
        Ok::<_, StoreError>(record)
    });
    made.await.unwrap()
}

#[tokio::test]
async fn what_an_ended_member_held_goes_to_a_supervisor() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let report = report(&site.store, desk, worker.account).await;
        let signed = site.sign_in(&worker, None).await.unwrap();
        let actor = site.strong(&supervisor).await;
        let permit = site
            .store
            .gate()
            .permit::<EndMember>(&actor, worker.account)
            .await
            .unwrap();
        let end = site.store.unit(permit, |unit| async move {
            member::end_member(&unit, None, Leaving::Known).await
        });
        end.await.unwrap();
        assert!(matches!(site.find(&signed).await, Found::Nobody), "at once");
        assert!(site.sign_in(&worker, None).await.is_err());
        assert_eq!(site.store.react(&people::reactions()).await.unwrap(), 1);
        assert_eq!(
            site.store.react(&people::reactions()).await.unwrap(),
            0,
            "once"
        );
        assert_eq!(holder(&site, report).await, vec![supervisor.account]);
    })
    .await;
}

#[tokio::test]
async fn whoever_ends_the_last_reader_is_told_what_is_open_and_no_rule_waits_for_ever() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let worker = site.hire("worker", Role::Responder, desk, None).await;
        let report = report(&site.store, desk, worker.account).await;
        let administrator = site.strong(&site.administrator).await;
        let end = async |leaving| {
            member::end(&site.store, &administrator, worker.account, None, leaving).await
        };
        let lying = async || {
            let now = site.store.world().now();
            site.store
                .read_clear(async |look| unattended::find(&*look, now).await)
                .await
                .unwrap()
        };
        assert_eq!(lying().await, []);
        let Err(MemberError::Leaves(left)) = end(Leaving::Ask).await else {
            panic!("the last reader is ended without a word");
        };
        let told: Vec<_> = left
            .iter()
            .map(|count| (count.org, count.kind, count.missing, count.records))
            .collect();
        assert_eq!(told, [(Some(desk), Kind::Report, Missing::Reader, 1)]);
        assert_eq!(
            holder(&site, report).await,
            [worker.account],
            "nothing was done"
        );
        end(Leaving::Known).await.unwrap();
        assert_eq!(site.store.react(&people::reactions()).await.unwrap(), 1);
        assert_eq!(holder(&site, report).await, [], "it lies at the desk");
        assert_eq!(
            lying()
                .await
                .iter()
                .map(|one| one.record)
                .collect::<Vec<_>>(),
            [report]
        );
        // With somebody there again it is on nobody's list.
        site.hire("next", Role::Responder, desk, None).await;
        assert_eq!(lying().await, []);
    })
    .await;
}

#[tokio::test]
async fn ending_one_of_two_readers_asks_nothing() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let worker = site.hire("worker", Role::Responder, desk, None).await;
        let other = site.hire("other", Role::Responder, desk, None).await;
        let report = report(&site.store, desk, worker.account).await;
        let administrator = site.strong(&site.administrator).await;
        let end = async |account| {
            member::end(&site.store, &administrator, account, None, Leaving::Ask).await
        };
        end(worker.account).await.unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        assert_eq!(holder(&site, report).await, [other.account]);
        let last = end(other.account).await;
        assert!(matches!(last, Err(MemberError::Leaves(_))));
    })
    .await;
}

/// Who owns a record, as the guard tells it.
async fn holder(site: &Installation, record: Id) -> Vec<Id> {
    let officers = site.store.read_clear(async |look| {
        look.rows(
            "SELECT holder FROM access_grant WHERE record = $1 AND relation = 'owner'",
            vec![record.into()],
        )
        .await
    });
    officers
        .await
        .unwrap()
        .iter()
        .map(|row| row.id("holder").unwrap())
        .collect()
}

#[tokio::test]
async fn who_leaves_hands_over_to_a_colleague_whose_role_fits() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let other = site.organisation(body("Other", OrgKind::Office)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let colleague = site
            .hire("colleague", Role::Responder, desk, Some(&supervisor))
            .await;
        let analyst = site
            .hire("analyst", Role::Analyst, desk, Some(&supervisor))
            .await;
        let elsewhere = site.hire("elsewhere", Role::Responder, other, None).await;
        let report = report(&site.store, desk, worker.account).await;
        let hand_over = async |actor: &Actor, to: Id| -> Result<HandedOver, MemberError> {
            let permit = site
                .store
                .gate()
                .permit::<HandOverAll>(actor, worker.account)
                .await?;
            site.store
                .unit(permit, move |unit| async move {
                    member::hand_over_all(&unit, to).await
                })
                .await
        };
        let own = site.enter(&worker).await.actor;
        for unfit in [analyst.account, elsewhere.account] {
            assert!(matches!(
                hand_over(&own, unfit).await,
                Err(MemberError::Successor)
            ));
        }
        assert!(matches!(
            hand_over(&own, worker.account).await,
            Err(MemberError::Oneself)
        ));
        let stranger = site.enter(&elsewhere).await.actor;
        assert!(is_absent(&hand_over(&stranger, elsewhere.account).await));
        assert_eq!(hand_over(&own, colleague.account).await.unwrap().moved, 1);
        assert_eq!(holder(&site, report).await, vec![colleague.account]);
        let chief = site.enter(&supervisor).await.actor;
        assert_eq!(
            hand_over(&chief, supervisor.account).await.unwrap().moved,
            0,
            "nothing is left"
        );
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_sees_names_and_an_administrator_none() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site
            .organisation(Description {
                independent: true,
                ..body("Desk", OrgKind::Aid)
            })
            .await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let actor = site.enter(&supervisor).await.actor;
        let listed = member::list_members(&site.store, &actor, Some(site.body))
            .await
            .unwrap();
        let names: Vec<_> = listed
            .iter()
            .map(|line| line.name.as_ref().unwrap().expose().as_str())
            .collect();
        assert_eq!(
            names,
            ["Name of supervisor", "Name of worker"],
            "of the own organisation"
        );
        let administrator = site.enter(&site.administrator).await.actor;
        let listed = member::list_members(&site.store, &administrator, Some(desk))
            .await
            .unwrap();
        assert_eq!(listed.len(), 2);
        assert!(listed.iter().all(|line| line.name.is_none()));
        let worker = site.enter(&worker).await.actor;
        assert!(is_absent(
            &member::list_members(&site.store, &worker, None).await
        ));
    })
    .await;
}

#[tokio::test]
async fn nobody_confirms_what_they_proposed_themselves() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let new = newcomer("new", Role::Analyst, site.body);
        let invited = member::invite(&site.store, &administrator, new)
            .await
            .unwrap();
        // The one who invited, as if they were a supervisor or data protection there.
        for role in [Role::Supervisor, Role::DataProtection] {
            let mut twin = administrator.member().unwrap().clone();
            twin.role = role;
            let gate = site.store.gate();
            let states = &["invited", "invited_first_of_organisation"];
            let twin = Actor::Person(twin);
            let permit = gate
                .permit_when::<ConfirmMember>(&twin, invited.account, states)
                .await;
            assert!(permit.is_err(), "{role}");
        }
    })
    .await;
}
