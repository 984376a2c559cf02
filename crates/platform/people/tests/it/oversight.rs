//! Names behind pseudonyms: opened by the independent body, never over its own people.

use access::Actor;
use access::action::SetDesk;
use people::account::{self, AccountError, Reason};
use people::desk::{self, Desk};
use people::member::{self, Leaving};
use people::organisation::Description;
use record::{Duty, Id, Jurisdiction, OrgKind, Role};
use store::StoreError;

use crate::installation::{Installation, body};

async fn set(site: &Installation, jurisdiction: Option<Jurisdiction>, orgs: Vec<Id>) {
    let actor = site.strong(&site.administrator).await;
    let permit = site
        .store
        .gate()
        .permit_new::<SetDesk>(&actor, &[])
        .unwrap();
    let is = Desk {
        duty: Duty::Oversight,
        governorate: None,
        jurisdiction,
        orgs,
    };
    let unit = site.store.unit(permit, move |unit| {
        let is = is.clone();
        async move { desk::set_desk(&unit, &is).await }
    });
    unit.await.unwrap();
    site.store.react(&people::reactions()).await.unwrap();
}

async fn pseudonym(site: &Installation, account: Id) -> Id {
    let rows = site
        .store
        .read_clear(async |look| {
            let sql = "SELECT pseudonym FROM account WHERE id = $1";
            look.rows(sql, store::args![account]).await
        })
        .await
        .unwrap();
    rows[0].id("pseudonym").unwrap()
}

fn is_absent<T>(result: &Result<T, AccountError>) -> bool {
    matches!(result, Err(AccountError::Store(StoreError::Absent)))
}

#[tokio::test]
async fn the_office_opens_a_name_and_never_one_of_its_own() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let office = Description {
            independent: true,
            jurisdiction: Some(Jurisdiction::Federal),
            ..body("Rights", OrgKind::Committee)
        };
        let office = site.organisation(office).await;
        let federal = Description {
            jurisdiction: Some(Jurisdiction::Federal),
            ..body("Desk", OrgKind::Office)
        };
        let kurdish = Description {
            jurisdiction: Some(Jurisdiction::Kurdistan),
            ..body("Erbil", OrgKind::Police)
        };
        let desk = site.organisation(federal).await;
        let away = site.organisation(kurdish).await;
        let officer = site
            .hire("officer", Role::OversightOfficer, office, None)
            .await;
        let before = site.hire("before", Role::Supervisor, desk, None).await;
        let gone = site
            .hire("gone", Role::Responder, desk, Some(&before))
            .await;
        let elsewhere = site.hire("elsewhere", Role::Supervisor, away, None).await;
        let actor = site.strong(&officer).await;
        let open = async |actor: &Actor, account: Id| {
            let pseudonym = pseudonym(&site, account).await;
            // As pages show it: its beginning.
            let shown = crate::installation::plain(&pseudonym.to_string()[..8]);
            account::open_name(&site.store, actor, &shown, Reason::Complaint).await
        };
        assert!(
            is_absent(&open(&actor, before.account).await),
            "no office yet"
        );
        set(&site, Some(Jurisdiction::Federal), vec![office]).await;
        let after = site
            .hire("after", Role::Responder, desk, Some(&before))
            .await;
        for (person, name) in [(&before, "Name of before"), (&after, "Name of after")] {
            assert_eq!(open(&actor, person.account).await.unwrap().expose(), name);
        }
        let fresh = site.enter(&officer).await.actor;
        assert!(
            is_absent(&open(&fresh, before.account).await),
            "step up first"
        );
        assert!(is_absent(&open(&actor, officer.account).await), "its own");
        assert!(is_absent(&open(&actor, elsewhere.account).await));
        // A closed account is on no list, and its name opens here alone.
        let chief = site.strong(&before).await;
        member::end(&site.store, &chief, gone.account, None, Leaving::Known)
            .await
            .unwrap();
        let listed = member::list_members(&site.store, &chief, None).await;
        assert!(
            listed
                .unwrap()
                .iter()
                .all(|line| line.membership.account != gone.account)
        );
        assert_eq!(
            open(&actor, gone.account).await.unwrap().expose(),
            "Name of gone"
        );
        // The office goes to both jurisdictions, then to nobody.
        set(&site, None, vec![office]).await;
        assert_eq!(
            open(&actor, elsewhere.account).await.unwrap().expose(),
            "Name of elsewhere"
        );
        set(&site, None, Vec::new()).await;
        set(&site, Some(Jurisdiction::Federal), Vec::new()).await;
        assert!(is_absent(&open(&actor, before.account).await));
    })
    .await;
}
