//! Lost factors where few are left: one colleague and the administrator, nobody but data
//! protection, and the only administrator at the server's console.

use access::Actor;
use people::account::{self, AccountError};
use people::member::{self, Invitation, Leaving, MemberError};
use people::session::Found;
use record::{Id, OrgKind, Role};
use store::StoreError;

use crate::house::{House, body, enrol_with, newcomer};

fn is_absent<T>(result: &Result<T, AccountError>) -> bool {
    matches!(result, Err(AccountError::Store(StoreError::Absent)))
}

async fn propose(house: &House, actor: &Actor, account: Id) -> Result<(), AccountError> {
    account::propose_reset(&house.store, actor, account).await
}

#[tokio::test]
async fn of_two_one_proposes_and_the_administrator_confirms() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let desk = house.organisation(body("Desk", OrgKind::Office)).await;
        let supervisor = house.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = house
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let administrator = house.strong(&house.administrator).await;
        let officer = house.strong(&house.data_protection).await;
        assert!(
            is_absent(&propose(&house, &administrator, worker.account).await),
            "somebody who works there can propose"
        );
        let chief = house.strong(&supervisor).await;
        propose(&house, &chief, worker.account).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&house.store, actor, worker.account).await;
        assert!(is_absent(&confirm(&officer).await));
        assert!(is_absent(&confirm(&chief).await));
        let third = house
            .hire("third", Role::Responder, desk, Some(&supervisor))
            .await;
        assert!(
            is_absent(&confirm(&administrator).await),
            "with three, it is theirs alone"
        );
        member::end(&house.store, &chief, third.account, None, Leaving::Known)
            .await
            .unwrap();
        let code = confirm(&administrator).await.unwrap();
        enrol_with(&house.store, worker.account, &code, "worker").await;
    })
    .await;
}

#[tokio::test]
async fn of_one_the_administrator_proposes_and_data_protection_confirms() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let desk = house.organisation(body("Desk", OrgKind::Office)).await;
        let only = house.hire("only", Role::Supervisor, desk, None).await;
        let administrator = house.strong(&house.administrator).await;
        let officer = house.strong(&house.data_protection).await;
        assert!(is_absent(&propose(&house, &officer, only.account).await));
        propose(&house, &administrator, only.account).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&house.store, actor, only.account).await;
        assert!(is_absent(&confirm(&administrator).await));
        let code = confirm(&officer).await.unwrap();
        enrol_with(&house.store, only.account, &code, "only").await;
    })
    .await;
}

#[tokio::test]
async fn the_only_administrator_is_let_in_from_the_console_and_all_are_told() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let signed = house.sign_in(&house.administrator, None).await.unwrap();
        let recovered = account::recover(&house.store).await.unwrap();
        assert_eq!(recovered.sign_in_name.expose(), "administrator");
        assert!(matches!(house.find(&signed).await, Found::Nobody));
        let told = async |house: &House| {
            let now = house.store.world().now();
            let look = house
                .store
                .look(async |look| account::recovered_since(&*look, now).await);
            look.await.unwrap().len()
        };
        let again = enrol_with(
            &house.store,
            house.administrator.account,
            &recovered.code,
            "administrator",
        )
        .await;
        assert_eq!(told(&house).await, 1);
        house.clock.advance(29 * 24 * 3600);
        assert_eq!(told(&house).await, 1);
        let actor = house.strong(&again).await;
        let second = newcomer("second", Role::Administrator, house.body);
        let second = member::invite(&house.store, &actor, second).await.unwrap();
        let officer = house.strong(&house.data_protection).await;
        member::confirm(&house.store, &officer, second.account, second.membership)
            .await
            .unwrap();
        assert!(
            is_absent(&account::recover(&house.store).await),
            "there are two"
        );
        house.clock.advance(2 * 24 * 3600);
        assert_eq!(told(&house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays_and_nobody_ends_themselves() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let administrator = house.strong(&house.administrator).await;
        let own = member::end(
            &house.store,
            &administrator,
            house.administrator.account,
            None,
            Leaving::Known,
        );
        assert!(matches!(own.await, Err(MemberError::Oneself)));
        let supervisor = house
            .hire("supervisor", Role::Supervisor, house.body, None)
            .await;
        let chief = house.strong(&supervisor).await;
        let last = member::end(
            &house.store,
            &chief,
            house.administrator.account,
            None,
            Leaving::Known,
        );
        assert!(matches!(last.await, Err(MemberError::LastAdministrator)));
    })
    .await;
}

#[tokio::test]
async fn a_new_code_is_given_only_before_the_first_sign_in() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let administrator = house.strong(&house.administrator).await;
        let new = newcomer("new", Role::Analyst, house.body);
        let invited = member::invite(&house.store, &administrator, new)
            .await
            .unwrap();
        let officer = house.strong(&house.data_protection).await;
        member::confirm(&house.store, &officer, invited.account, invited.membership)
            .await
            .unwrap();
        let again = async || {
            let account = invited.account;
            member::invite_again(&house.store, &administrator, account, Invitation::Again).await
        };
        let code = again().await.unwrap().code.unwrap();
        house.clock.advance(60);
        enrol_with(&house.store, invited.account, &code, "new").await;
        assert!(again().await.is_err());
        // After a reset it is the colleagues' code, and the administrator gives no other.
        let officer = house.strong(&house.data_protection).await;
        propose(&house, &officer, invited.account).await.unwrap();
        let reset = account::confirm_reset(&house.store, &administrator, invited.account).await;
        reset.unwrap();
        assert!(again().await.is_err());
    })
    .await;
}

#[tokio::test]
async fn the_secret_of_a_new_authenticator_lapses() {
    testkit::on_both_engines(async |url: String| {
        let house = House::new(&url).await;
        let administrator = house.strong(&house.administrator).await;
        let new = newcomer("new", Role::Analyst, house.body);
        let invited = member::invite(&house.store, &administrator, new)
            .await
            .unwrap();
        let officer = house.strong(&house.data_protection).await;
        member::confirm(&house.store, &officer, invited.account, invited.membership)
            .await
            .unwrap();
        let code = invited.code.unwrap();
        let name = crate::house::plain("new");
        let first = account::begin_enrolment(&house.store, &name, &code)
            .await
            .unwrap();
        house.clock.advance(1799);
        let kept = account::resume(&house.store, &first.ticket).await.unwrap();
        assert_eq!(kept.secret.expose(), first.secret.expose(), "half an hour");
        house.clock.advance(1800);
        let late = account::resume(&house.store, &first.ticket).await;
        assert!(matches!(late, Err(AccountError::Refused)));
    })
    .await;
}
