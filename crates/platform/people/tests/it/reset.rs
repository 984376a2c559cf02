//! Lost factors: two people of that organisation, neither the person, and everything ends.

use access::Actor;
use access::action::{ChangeSignIn, ProposeFactorReset};
use people::account::{self, AccountError, Change};
use people::session::{Found, System};
use people::{password, totp};
use record::{Id, OrgKind, Role};
use store::StoreError;
use vault::Plain;

use crate::house::{House, body, enrol_with, plain};

async fn propose(house: &House, actor: &Actor, account: Id) -> Result<(), AccountError> {
    let permit = house
        .store
        .gate()
        .permit::<ProposeFactorReset>(actor, account)
        .await?;
    house
        .store
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
        let house = House::new(&url).await;
        let desk = house.organisation(body("Desk", OrgKind::Office)).await;
        let other = house.organisation(body("Other", OrgKind::Office)).await;
        let supervisor = house.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = house
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let second = house
            .hire("second", Role::Responder, desk, Some(&supervisor))
            .await;
        let stranger = house.hire("stranger", Role::Supervisor, other, None).await;
        let signed = house.sign_in(&worker, None).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&house.store, actor, worker.account).await;
        let first = house.strong(&supervisor).await;
        let own = house.strong(&worker).await;
        let outside = house.strong(&stranger).await;
        let colleague = house.strong(&second).await;
        assert!(
            is_absent(&confirm(&colleague).await),
            "nothing was proposed"
        );
        assert!(matches!(
            propose(&house, &own, worker.account).await,
            Err(AccountError::Oneself)
        ));
        assert!(is_absent(&propose(&house, &outside, worker.account).await));
        propose(&house, &first, worker.account).await.unwrap();
        assert!(
            matches!(house.find(&signed).await, Found::Live(_)),
            "one colleague changes nothing"
        );
        assert!(is_absent(&confirm(&first).await), "not one's own proposal");
        assert!(matches!(confirm(&own).await, Err(AccountError::Oneself)));
        assert!(is_absent(&confirm(&outside).await));
        house.clock.advance(24 * 3600);
        assert!(
            is_absent(&confirm(&colleague).await),
            "a proposal lapses after a day"
        );
        propose(&house, &first, worker.account).await.unwrap();
        let signed = house.sign_in(&worker, None).await.unwrap();
        let code = confirm(&colleague).await.unwrap();
        assert!(is_absent(&confirm(&colleague).await), "once");
        assert!(matches!(house.find(&signed).await, Found::Nobody));
        assert!(house.sign_in(&worker, Some(&signed.device)).await.is_err());
        let recovery = &worker.recovery[0];
        assert!(
            house
                .attempt(&worker.name, &worker.password, recovery, None)
                .await
                .is_err()
        );
        let again = enrol_with(&house.store, worker.account, &code, "worker").await;
        assert_ne!(again.secret.expose(), worker.secret.expose());
        house.sign_in(&again, None).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_password_or_app_ends_every_other_session() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let mut person = house
            .hire("worker", Role::Responder, house.body, None)
            .await;
        let here = house.sign_in(&person, None).await.unwrap();
        let elsewhere = house.sign_in(&person, None).await.unwrap();
        let standing = house.standing(&here).await;
        let gate = house.store.gate();
        assert!(
            gate.permit::<ChangeSignIn>(&standing.actor, person.account)
                .await
                .is_err(),
            "fresh"
        );
        let actor = crate::house::strong(&standing.actor);
        let session = standing.session;
        let change = async |change: Change| {
            let permit = gate
                .permit::<ChangeSignIn>(&actor, person.account)
                .await
                .unwrap();
            let unit = house.store.unit(permit, move |unit| {
                let change = change.clone();
                async move { account::change_sign_in(&unit, &change, session).await }
            });
            unit.await
        };
        let new = plain("nine rivers and a boat");
        let stored = password::store(&house.store, &new).await.unwrap();
        change(Change::Password { stored }).await.unwrap();
        assert!(matches!(house.find(&elsewhere).await, Found::Nobody));
        assert!(matches!(house.find(&here).await, Found::Live(_)));
        assert!(
            house.sign_in(&person, None).await.is_err(),
            "the old password"
        );
        person.password = new.expose().clone();
        house.sign_in(&person, None).await.unwrap();
        let permit = gate
            .permit::<ChangeSignIn>(&actor, person.account)
            .await
            .unwrap();
        let made = house.store.unit(permit, move |unit| async move {
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
        house
            .sign_in(&person, None)
            .await
            .expect("the old app counts until the new one showed its digits");
        house.clock.advance(30);
        let digits = totp::code(&secret, house.store.world().now());
        let change_by = |session: Id, digits: Plain<String>| {
            let (gate, store, actor) = (&gate, &house.store, &actor);
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
        assert!(house.sign_in(&person, None).await.is_err(), "the old app");
        person.secret = secret;
        house.sign_in(&person, None).await.unwrap();
    })
    .await;
}
