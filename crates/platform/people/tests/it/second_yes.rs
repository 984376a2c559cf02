//! Nobody reads at a desk without that desk's supervisor, or data protection where there is none,
//! having said yes: random histories of invitations, further roles, confirmations, endings and bodies,
//! with everybody trying everything. What may be confirmed is told here once more, from the rows.

use std::collections::{BTreeMap, BTreeSet};

use access::action::{EndMember, EndOrganisation, EndSessions, ListMembers, ReadReport};
use access::{Actor, Member};
use people::member::{self, Invitation, Leaving, MemberError};
use people::organisation::end_organisation;
use record::{Id, OrgKind, Role, Session};
use store::{Row, StoreError, args};
use testkit::Lot;
use vault::Plain;

use crate::installation::{Installation, body, enrol_with, newcomer};
use crate::member::report;

/// A membership that has not ended, as the table has it.
#[derive(Clone)]
struct Held {
    id: Id,
    account: Id,
    org: Id,
    role: Role,
    confirmed: bool,
    active: bool,
}

struct Lives {
    site: Installation,
    desks: Vec<Id>,
    reports: BTreeMap<Id, Id>,
    codes: BTreeMap<Id, (String, Plain<String>)>,
    /// The memberships to which somebody who may said yes.
    yes: BTreeSet<Id>,
    people: usize,
}

impl Lives {
    async fn new(url: &str) -> Self {
        let site = Installation::new(url).await;
        let mut lives = Self {
            yes: BTreeSet::new(),
            site,
            desks: Vec::new(),
            reports: BTreeMap::new(),
            codes: BTreeMap::new(),
            people: 0,
        };
        lives.yes = lives.held().await.iter().map(|held| held.id).collect();
        for name in ["Aid", "Camp", "Office"] {
            let desk = lives.site.organisation(body(name, OrgKind::Aid)).await;
            let about = report(&lives.site.store, desk, Id::from_bytes([7; 16])).await;
            lives.desks.push(desk);
            lives.reports.insert(desk, about);
        }
        lives
    }

    async fn held(&self) -> Vec<Held> {
        const HELD: &str = "SELECT m.id, m.account, m.org, m.role, m.confirmed, g.state FROM membership m \
            JOIN guard g ON g.record = m.account WHERE m.ended IS NULL ORDER BY m.id";
        let rows = self
            .site
            .store
            .read_clear(async |look| look.rows(HELD, args![]).await);
        let rows: Vec<Row> = rows.await.unwrap();
        rows.iter()
            .map(|row| Held {
                id: row.id("id").unwrap(),
                account: row.id("account").unwrap(),
                org: row.id("org").unwrap(),
                role: row.code("role").unwrap(),
                confirmed: row.maybe_moment("confirmed").unwrap().is_some(),
                active: row.text("state").unwrap() == "active",
            })
            .collect()
    }

    /// Somebody acting in this membership, after a step-up.
    fn acting(held: &Held) -> Actor {
        Actor::Person(Member {
            account: held.account,
            pseudonym: held.account,
            org: held.org,
            org_kind: OrgKind::Aid,
            role: held.role,
            session: Session::SteppedUp,
            memberships: vec![held.org],
            manages: Vec::new(),
        })
    }

    async fn invite(&mut self, lot: &mut Lot) {
        let administrator = self.site.strong(&self.site.administrator).await;
        self.people += 1;
        let name = format!("person{}", self.people);
        let role = *lot.one(&[Role::Supervisor, Role::Responder, Role::Caseworker]);
        let new = newcomer(&name, role, *lot.one(&self.desks));
        match member::invite(&self.site.store, &administrator, new).await {
            Ok(invited) => {
                self.codes
                    .insert(invited.account, (name, invited.code.unwrap()));
            }
            Err(error) => assert!(matches!(error, MemberError::Store(StoreError::Absent))),
        }
    }

    async fn further(&self, lot: &mut Lot) {
        let administrator = self.site.strong(&self.site.administrator).await;
        let held = self.held().await;
        let account = lot.one(&held).account;
        let role = *lot.one(&[Role::Supervisor, Role::Responder]);
        let org = *lot.one(&self.desks);
        let asked = Invitation::Further { role, org };
        let unconfirmed = !held
            .iter()
            .any(|held| held.account == account && held.confirmed);
        let given = member::invite_again(&self.site.store, &administrator, account, asked).await;
        assert!(
            !(unconfirmed && given.is_ok()),
            "a second role before the first was confirmed"
        );
    }

    /// Somebody says yes to something; whether that counts is told from the rows.
    async fn confirm(&mut self, lot: &mut Lot) {
        let held = self.held().await;
        let waiting: Vec<&Held> = held.iter().filter(|held| !held.confirmed).collect();
        let acts: Vec<&Held> = held
            .iter()
            .filter(|held| held.confirmed && held.active)
            .collect();
        if waiting.is_empty() {
            return;
        }
        let (asked, by) = (*lot.one(&waiting), *lot.one(&acts));
        let supervised = acts.iter().any(|held| {
            held.org == asked.org && held.role == Role::Supervisor && held.account != asked.account
        });
        let may = by.account != asked.account
            && match by.role {
                Role::Supervisor => by.org == asked.org,
                Role::DataProtection => !supervised,
                _ => false,
            };
        let actor = Self::acting(by);
        let done = member::confirm(&self.site.store, &actor, asked.account, asked.id).await;
        assert_eq!(done.is_ok(), may, "{} of {}: {done:?}", by.role, asked.role);
        let now = self.held().await;
        let others = |held: &&Held| held.account == asked.account && held.id != asked.id;
        for other in held.iter().filter(others) {
            let after = now.iter().find(|held| held.id == other.id).unwrap();
            assert_eq!(after.confirmed, other.confirmed, "one at a time");
        }
        if may {
            self.yes.insert(asked.id);
            if let Some((name, code)) = self.codes.remove(&asked.account) {
                self.site.clock.advance(60);
                enrol_with(&self.site.store, asked.account, &code, &name).await;
            }
        }
    }

    /// Somebody ends somebody: a supervisor what counts at their own body, and nothing else.
    async fn end(&self, lot: &mut Lot) {
        let held = self.held().await;
        let acts: Vec<&Held> = held
            .iter()
            .filter(|held| held.confirmed && held.active)
            .collect();
        let (chosen, by) = (lot.one(&held).clone(), *lot.one(&acts));
        let all = lot.below(2) == 0;
        let membership = (!all).then_some(chosen.id);
        let actor = Self::acting(by);
        let store = &self.site.store;
        let done = member::end(store, &actor, chosen.account, membership, Leaving::Known).await;
        let now: BTreeSet<Id> = self.held().await.iter().map(|held| held.id).collect();
        let gone: Vec<&Held> = held.iter().filter(|held| !now.contains(&held.id)).collect();
        assert_eq!(done.is_ok(), !gone.is_empty());
        for one in gone {
            assert_eq!(one.account, chosen.account);
            let own = by.role == Role::Supervisor && one.org == by.org;
            assert!(own || by.role == Role::Administrator, "by {}", by.role);
        }
    }

    async fn end_body(&mut self, lot: &mut Lot) {
        if self.desks.len() < 3 {
            return;
        }
        let administrator = self.site.strong(&self.site.administrator).await;
        let org = self.desks.remove(lot.below(self.desks.len()));
        let after = (lot.below(3) > 0).then(|| *lot.one(&self.desks));
        let permit = self.site.store.gate();
        let permit = permit
            .permit::<EndOrganisation>(&administrator, org)
            .await
            .unwrap();
        let ended = self.site.store.unit(permit, move |unit| async move {
            end_organisation(&unit, after).await
        });
        ended.await.unwrap();
        let name = format!("New {}", self.reports.len());
        let desk = self.site.organisation(body(&name, OrgKind::Aid)).await;
        let about = report(&self.site.store, desk, Id::from_bytes([7; 16])).await;
        self.desks.push(desk);
        self.reports.insert(desk, about);
    }

    async fn all_is_well(&self) {
        let held = self.held().await;
        for one in held.iter().filter(|held| held.confirmed) {
            assert!(self.yes.contains(&one.id), "nobody said yes");
        }
        let gate = self.site.store.gate();
        for one in &held {
            let actor = Self::acting(one);
            for (desk, about) in &self.reports {
                // An actor exists for a membership that counts; only those are asked.
                if one.confirmed && gate.permit::<ReadReport>(&actor, *about).await.is_ok() {
                    assert!(one.org == *desk && self.yes.contains(&one.id));
                }
            }
        }
        // A supervisor sees by name, and can end, all whose role counts or waits at their body, and
        // nobody else's.
        let chiefs = held
            .iter()
            .filter(|held| held.confirmed && held.active && held.role == Role::Supervisor);
        for chief in chiefs {
            let actor = Self::acting(chief);
            let listed = member::list_members(&self.site.store, &actor, None)
                .await
                .unwrap();
            let here = held.iter().filter(|held| held.org == chief.org).count();
            assert_eq!(listed.len(), here);
            assert!(listed.iter().all(|line| line.name.is_some()));
            for one in &held {
                let known = held
                    .iter()
                    .any(|other| other.account == one.account && other.org == chief.org);
                let sees = gate.permit::<ListMembers>(&actor, one.account).await;
                let ends = gate.permit::<EndMember>(&actor, one.account).await;
                assert_eq!((sees.is_ok(), ends.is_ok()), (known, known));
            }
        }
    }
}

#[tokio::test]
async fn nobody_reads_at_a_desk_without_a_yes_of_that_desk_or_of_data_protection() {
    testkit::on_both_engines(async |url: String| {
        let steps = if testkit::place::is_long() { 400 } else { 120 };
        let mut there = Lives::new(&url).await;
        let mut lot = Lot(0x5ec0_4d1e);
        for _ in 0..6 {
            there.invite(&mut lot).await;
        }
        for step in 0..steps {
            match lot.below(20) {
                0..=2 => there.invite(&mut lot).await,
                3..=6 => there.further(&mut lot).await,
                7..=16 => there.confirm(&mut lot).await,
                17..=18 => there.end(&mut lot).await,
                _ => there.end_body(&mut lot).await,
            }
            there.site.store.react(&people::reactions()).await.unwrap();
            if step % 4 == 0 {
                there.all_is_well().await;
            }
        }
        there.all_is_well().await;
        assert!(
            there.yes.len() > 12,
            "hardly anybody was confirmed: {}",
            there.yes.len()
        );
    })
    .await;
}

#[tokio::test]
async fn a_friendly_supervisor_makes_no_reader_at_another_desk() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let friendly = site.organisation(body("Friendly", OrgKind::Aid)).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let friend = site.hire("friend", Role::Supervisor, friendly, None).await;
        let chief = site.hire("chief", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, friendly, Some(&friend))
            .await;
        let about = report(&site.store, desk, chief.account).await;
        let administrator = site.strong(&site.administrator).await;
        let further = |org| Invitation::Further {
            role: Role::Responder,
            org,
        };
        // Nobody gets a second role before the first counts.
        let new = newcomer("new", Role::Responder, friendly);
        let new = member::invite(&site.store, &administrator, new)
            .await
            .unwrap();
        let early = member::invite_again(&site.store, &administrator, new.account, further(desk));
        assert!(matches!(early.await, Err(MemberError::Unconfirmed)));

        let asked =
            member::invite_again(&site.store, &administrator, worker.account, further(desk));
        let declined = asked.await.unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        // Whoever is asked declines it, and signs nobody out who works elsewhere.
        let signed = site.sign_in(&worker, None).await.unwrap();
        let boss = site.strong(&chief).await;
        let gate = site.store.gate();
        let out = gate.permit::<EndSessions>(&boss, worker.account).await;
        assert!(out.is_err());
        let store = &site.store;
        let role = Some(declined.membership);
        member::end(store, &boss, worker.account, role, Leaving::Ask)
            .await
            .unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        assert!(site.find(&signed).await.live().is_some());
        let asked = further(desk);
        let asked = member::invite_again(&site.store, &administrator, worker.account, asked);
        let asked = asked.await.unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        let confirm = async |by: &Actor| {
            member::confirm(&site.store, by, worker.account, asked.membership).await
        };
        for by in [&friend, &site.data_protection, &site.administrator] {
            let refused = confirm(&site.strong(by).await).await;
            assert!(matches!(
                refused,
                Err(MemberError::Store(StoreError::Absent))
            ));
        }
        // The desk's own supervisor sees who it is, and says yes.
        let waiting = site
            .store
            .read_clear(async |look| member::waiting(&*look, &boss).await);
        let waiting = waiting.await.unwrap();
        let [one] = waiting.as_slice() else {
            panic!("one waits, and where it counts");
        };
        assert_eq!(
            (one.membership, one.home),
            (asked.membership, Some(friendly))
        );
        let listed = member::list_members(&site.store, &boss, None)
            .await
            .unwrap();
        let named = |account| {
            listed
                .iter()
                .any(|line| line.membership.account == account && line.name.is_some())
        };
        assert!(named(worker.account));
        confirm(&boss).await.unwrap();
        let there = Lives::acting(&Held {
            id: asked.membership,
            account: worker.account,
            org: desk,
            role: Role::Responder,
            confirmed: true,
            active: true,
        });
        let gate = site.store.gate();
        gate.permit::<ReadReport>(&there, about).await.unwrap();
        // And ends it, as nobody of another body does; the person works on where they did before.
        let ended = member::end(&site.store, &boss, worker.account, None, Leaving::Known);
        ended.await.unwrap();
        let held = site
            .store
            .read_clear(async |look| member::memberships_of(&*look, worker.account).await)
            .await
            .unwrap();
        let live: Vec<Id> = held
            .iter()
            .filter(|held| held.is_live())
            .map(|held| held.org)
            .collect();
        assert_eq!(live, [friendly]);
        let listed = gate.permit::<ListMembers>(&boss, worker.account).await;
        assert!(
            listed.is_err(),
            "what is over is none of that body's business"
        );
        site.sign_in(&worker, None).await.unwrap();
    })
    .await;
}
