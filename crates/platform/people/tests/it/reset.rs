//! Lost factors: two people of that organisation, neither the person, and everything ends.

use access::Actor;
use access::action::{ChangeSignIn, ProposeFactorReset};
use people::account::{self, AccountError, Change};
use people::session::{Found, System};
use people::{password, totp};
use record::{Id, OrgKind, Role};
use store::StoreError;
use vault::Plain;

use crate::installation::{Installation, body, enrol_with, plain};

async fn propose(site: &Installation, actor: &Actor, account: Id) -> Result<(), AccountError> {
    let permit = site
        .store
        .gate()
        .permit::<ProposeFactorReset>(actor, account)
        .await?;
    site.store
        .unit(permit, |unit| async move {
            account::propose_factor_reset(&unit).await
        })
        .await
}

fn is_absent<T>(result: &Result<T, AccountError>) -> bool {
    matches!(result, Err(AccountError::Store(StoreError::Absent)))
}

#[tokio::test]
async fn two_colleagues_reset_and_neither_is_the_person() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let other = site.organisation(body("Other", OrgKind::Office)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let second = site
            .hire("second", Role::Responder, desk, Some(&supervisor))
            .await;
        let stranger = site.hire("stranger", Role::Supervisor, other, None).await;
        let signed = site.sign_in(&worker, None).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&site.store, actor, worker.account).await;
        let first = site.strong(&supervisor).await;
        let own = site.strong(&worker).await;
        let outside = site.strong(&stranger).await;
        let colleague = site.strong(&second).await;
        assert!(
            is_absent(&confirm(&colleague).await),
            "nothing was proposed"
        );
        assert!(matches!(
            propose(&site, &own, worker.account).await,
            Err(AccountError::Oneself)
        ));
        assert!(is_absent(&propose(&site, &outside, worker.account).await));
        propose(&site, &first, worker.account).await.unwrap();
        assert!(
            matches!(site.find(&signed).await, Found::Live(_)),
            "one colleague changes nothing"
        );
        assert!(is_absent(&confirm(&first).await), "not one's own proposal");
        assert!(matches!(confirm(&own).await, Err(AccountError::Oneself)));
        assert!(is_absent(&confirm(&outside).await));
        site.clock.advance(24 * 3600);
        assert!(
            is_absent(&confirm(&colleague).await),
            "a proposal lapses after a day"
        );
        propose(&site, &first, worker.account).await.unwrap();
        let signed = site.sign_in(&worker, None).await.unwrap();
        let code = confirm(&colleague).await.unwrap();
        assert!(is_absent(&confirm(&colleague).await), "once");
        assert!(matches!(site.find(&signed).await, Found::Nobody));
        assert!(site.sign_in(&worker, Some(&signed.device)).await.is_err());
        let recovery = &worker.recovery[0];
        assert!(
            site.attempt(&worker.name, &worker.password, recovery, None)
                .await
                .is_err()
        );
        let again = enrol_with(&site.store, worker.account, &code, "worker").await;
        assert_ne!(again.secret.expose(), worker.secret.expose());
        site.sign_in(&again, None).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_password_or_app_ends_every_other_session() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let mut person = site.hire("worker", Role::Responder, site.body, None).await;
        let here = site.sign_in(&person, None).await.unwrap();
        let elsewhere = site.sign_in(&person, None).await.unwrap();
        let standing = site.standing(&here).await;
        let gate = site.store.gate();
        assert!(
            gate.permit::<ChangeSignIn>(&standing.actor, person.account)
                .await
                .is_err(),
            "fresh"
        );
        let actor = crate::installation::strong(&standing.actor);
        let session = standing.session;
        let change = async |change: Change| {
            let permit = gate
                .permit::<ChangeSignIn>(&actor, person.account)
                .await
                .unwrap();
            let unit = site.store.unit(permit, move |unit| {
                let change = change.clone();
                async move { account::change_sign_in(&unit, &change, session).await }
            });
            unit.await
        };
        let new = plain("nine rivers and a boat");
        let stored = password::store(&site.store, &new).await.unwrap();
        change(Change::Password { stored }).await.unwrap();
        assert!(matches!(site.find(&elsewhere).await, Found::Nobody));
        assert!(matches!(site.find(&here).await, Found::Live(_)));
        assert!(
            site.sign_in(&person, None).await.is_err(),
            "the old password"
        );
        person.password = new.expose().clone();
        site.sign_in(&person, None).await.unwrap();
        let permit = gate
            .permit::<ChangeSignIn>(&actor, person.account)
            .await
            .unwrap();
        let made = site.store.unit(permit, move |unit| async move {
            account::new_totp(&unit, session).await
        });
        let (secret, name) = made.await.unwrap();
        assert_eq!(name.expose(), "worker");
        let wrong = change(Change::Totp {
            digits: plain("000000"),
            system: System::Ios,
        })
        .await;
        assert!(matches!(wrong, Err(AccountError::Digits)));
        site.sign_in(&person, None)
            .await
            .expect("the old app counts until the new one showed its digits");
        site.clock.advance(30);
        let digits = totp::code(&secret, site.store.world().now());
        let change_by = |session: Id, digits: Plain<String>| {
            let (gate, store, actor) = (&gate, &site.store, &actor);
            let account = person.account;
            async move {
                let permit = gate.permit::<ChangeSignIn>(actor, account).await.unwrap();
                let system = System::Ios;
                let change = Change::Totp { digits, system };
                let unit = store.unit(permit, move |unit| {
                    let change = change.clone();
                    async move { account::change_sign_in(&unit, &change, session).await }
                });
                unit.await
            }
        };
        // Another session of the account is shown a secret of its own, and sets up nobody's else.
        let other = Id::from_bytes([9; 16]);
        assert!(matches!(
            change_by(other, digits.clone()).await,
            Err(AccountError::Digits)
        ));
        change_by(session, digits).await.unwrap();
        assert!(site.sign_in(&person, None).await.is_err(), "the old app");
        person.secret = secret;
        site.sign_in(&person, None).await.unwrap();
    })
    .await;
}
