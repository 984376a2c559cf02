//! Organisations: who stands above and below, and what a changed parent tells.

use std::collections::BTreeSet;

use access::action::SetOrganisation;
use people::organisation::{self, Description, Family, OrganisationError, Wrong, set_organisation};
use proptest::prelude::*;
use record::{Id, OrgKind};

use crate::installation::{Installation, body};

async fn change(site: &Installation, org: Id, is: Description) -> Result<Id, OrganisationError> {
    let actor = site.strong(&site.administrator).await;
    let permit = site
        .store
        .gate()
        .permit::<SetOrganisation>(&actor, org)
        .await?;
    let unit = site.store.unit(permit, move |unit| {
        let is = is.clone();
        async move { set_organisation(&unit, &is).await }
    });
    unit.await
}

fn wrongs<T>(result: Result<T, OrganisationError>) -> Vec<Wrong> {
    match result {
        Err(OrganisationError::Wrong(wrong)) => wrong,
        _ => Vec::new(),
    }
}

async fn parent_events(site: &Installation) -> usize {
    let sql = "SELECT id FROM event WHERE name = 'OrganisationParentChanged'";
    let rows = site
        .store
        .read_clear(async |look| look.rows(sql, Vec::new()).await)
        .await
        .unwrap();
    rows.len()
}

#[tokio::test]
async fn organisations_are_entered_changed_and_found() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let ministry = site.organisation(body("Ministry", OrgKind::Office)).await;
        assert_eq!(parent_events(&site).await, 0);
        let desk = Description {
            parent: Some(ministry),
            governorates: vec!["IQG02".to_owned()],
            ..body("Desk", OrgKind::Office)
        };
        let org = site.organisation(desk.clone()).await;
        assert_eq!(parent_events(&site).await, 1, "a new body below another");
        let found = site
            .store
            .read_clear(async |look| organisation::find(&*look, org).await)
            .await
            .unwrap();
        assert_eq!(found.unwrap().is, desk);
        change(
            &site,
            org,
            Description {
                independent: true,
                ..desk.clone()
            },
        )
        .await
        .unwrap();
        assert_eq!(parent_events(&site).await, 1, "the parent stayed");
        change(
            &site,
            org,
            Description {
                parent: None,
                ..desk.clone()
            },
        )
        .await
        .unwrap();
        assert_eq!(parent_events(&site).await, 2);
        change(
            &site,
            ministry,
            Description {
                parent: Some(org),
                ..body("Ministry", OrgKind::Office)
            },
        )
        .await
        .unwrap();
        let ring = change(
            &site,
            org,
            Description {
                parent: Some(ministry),
                ..desk.clone()
            },
        )
        .await;
        assert_eq!(wrongs(ring), [Wrong::ParentBelow]);
        let own = change(
            &site,
            org,
            Description {
                parent: Some(org),
                ..desk.clone()
            },
        )
        .await;
        assert_eq!(wrongs(own), [Wrong::ParentBelow]);
        let all_wrong = Description {
            parent: Some(Id::from_bytes([5; 16])),
            governorates: vec!["nowhere".to_owned()],
            ..body(" ", OrgKind::Police)
        };
        let expected = [Wrong::Name, Wrong::Governorate, Wrong::Parent, Wrong::Kind];
        let mut all_wrong = all_wrong;
        all_wrong.names.ar = String::new();
        assert_eq!(
            wrongs(change(&site, org, all_wrong).await),
            expected,
            "all at once"
        );
        let there = site
            .store
            .read_clear(async |look| {
                organisation::of_kind_in(&*look, OrgKind::Office, "IQG02").await
            })
            .await
            .unwrap();
        let there: BTreeSet<Id> = there.iter().map(|found| found.id).collect();
        assert_eq!(
            there,
            BTreeSet::from([site.body, ministry, org]),
            "of the place and of the country"
        );
        let elsewhere = site
            .store
            .read_clear(async |look| {
                organisation::of_kind_in(&*look, OrgKind::Office, "IQG05").await
            })
            .await
            .unwrap();
        assert!(elsewhere.iter().all(|found| found.id != org));
    })
    .await;
}

#[tokio::test]
async fn every_statement_is_taken_by_both_engines() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        for sql in people::statements() {
            site.store
                .prepare(sql)
                .await
                .unwrap_or_else(|why| panic!("{sql}: {why}"));
        }
    })
    .await;
}

proptest! {
    #[test]
    fn above_and_below_are_the_two_sides_of_one_line(parents in proptest::collection::vec(any::<proptest::sample::Index>(), 1..30)) {
        let id = |n: usize| Id::from_bytes([u8::try_from(n + 1).unwrap(); 16]);
        // Each body's parent is one before it, or none for the first.
        let family: Family = parents
            .iter()
            .enumerate()
            .map(|(n, parent)| (id(n), (n > 0).then(|| id(parent.index(n.max(1))))))
            .collect();
        for a in 0..parents.len() {
            let (above, below) = (family.above(id(a)), family.below(id(a)));
            prop_assert!(!above.contains(&id(a)) && !below.contains(&id(a)));
            prop_assert!(above.is_disjoint(&below));
            for b in 0..parents.len() {
                prop_assert_eq!(above.contains(&id(b)), family.below(id(b)).contains(&id(a)));
                prop_assert_eq!(family.line(id(a)).contains(&id(b)), family.line(id(b)).contains(&id(a)));
            }
            prop_assert!(above.contains(&id(0)) || a == 0);
        }
    }

    #[test]
    fn even_a_ring_comes_to_an_end(parents in proptest::collection::vec(any::<proptest::sample::Index>(), 1..12)) {
        let id = |n: usize| Id::from_bytes([u8::try_from(n + 1).unwrap(); 16]);
        let family: Family =
            parents.iter().enumerate().map(|(n, parent)| (id(n), Some(id(parent.index(parents.len()))))).collect();
        for n in 0..parents.len() {
            prop_assert!(family.line(id(n)).contains(&id(n)));
        }
    }
}
