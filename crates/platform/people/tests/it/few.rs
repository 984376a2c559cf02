//! Lost factors where few are left: one colleague and the administrator, nobody but data
//! protection, and the only administrator at the server's console.

use access::Actor;
use people::account::{self, AccountError};
use people::member::{self, Invitation, Leaving, MemberError};
use people::session::Found;
use record::{Id, OrgKind, Role};
use store::StoreError;

use crate::installation::{Installation, body, enrol_with, newcomer};

fn is_absent<T>(result: &Result<T, AccountError>) -> bool {
    matches!(result, Err(AccountError::Store(StoreError::Absent)))
}

async fn propose(site: &Installation, actor: &Actor, account: Id) -> Result<(), AccountError> {
    account::propose_reset(&site.store, actor, account).await
}

#[tokio::test]
async fn of_two_one_proposes_and_the_administrator_confirms() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        let administrator = site.strong(&site.administrator).await;
        let officer = site.strong(&site.data_protection).await;
        assert!(
            is_absent(&propose(&site, &administrator, worker.account).await),
            "somebody who works there can propose"
        );
        let chief = site.strong(&supervisor).await;
        propose(&site, &chief, worker.account).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&site.store, actor, worker.account).await;
        assert!(is_absent(&confirm(&officer).await));
        assert!(is_absent(&confirm(&chief).await));
        let third = site
            .hire("third", Role::Responder, desk, Some(&supervisor))
            .await;
        assert!(
            is_absent(&confirm(&administrator).await),
            "with three, it is theirs alone"
        );
        member::end(&site.store, &chief, third.account, None, Leaving::Known)
            .await
            .unwrap();
        let code = confirm(&administrator).await.unwrap();
        enrol_with(&site.store, worker.account, &code, "worker").await;
    })
    .await;
}

#[tokio::test]
async fn of_one_the_administrator_proposes_and_data_protection_confirms() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let only = site.hire("only", Role::Supervisor, desk, None).await;
        let administrator = site.strong(&site.administrator).await;
        let officer = site.strong(&site.data_protection).await;
        assert!(is_absent(&propose(&site, &officer, only.account).await));
        propose(&site, &administrator, only.account).await.unwrap();
        let confirm =
            async |actor: &Actor| account::confirm_reset(&site.store, actor, only.account).await;
        assert!(is_absent(&confirm(&administrator).await));
        let code = confirm(&officer).await.unwrap();
        enrol_with(&site.store, only.account, &code, "only").await;
    })
    .await;
}

#[tokio::test]
async fn the_only_administrator_is_let_in_from_the_console_and_all_are_told() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        let recovered = account::recover(&site.store).await.unwrap();
        assert_eq!(recovered.sign_in_name.expose(), "administrator");
        assert!(matches!(site.find(&signed).await, Found::Nobody));
        let told = async |site: &Installation| {
            let now = site.store.world().now();
            let look = site
                .store
                .read_clear(async |look| account::recovered_since(&*look, now).await);
            look.await.unwrap().len()
        };
        let again = enrol_with(
            &site.store,
            site.administrator.account,
            &recovered.code,
            "administrator",
        )
        .await;
        assert_eq!(told(&site).await, 1);
        site.clock.advance(29 * 24 * 3600);
        assert_eq!(told(&site).await, 1);
        let actor = site.strong(&again).await;
        let second = newcomer("second", Role::Administrator, site.body);
        let second = member::invite(&site.store, &actor, second).await.unwrap();
        let officer = site.strong(&site.data_protection).await;
        member::confirm(&site.store, &officer, second.account, second.membership)
            .await
            .unwrap();
        assert!(
            is_absent(&account::recover(&site.store).await),
            "there are two"
        );
        site.clock.advance(2 * 24 * 3600);
        assert_eq!(told(&site).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays_and_nobody_ends_themselves() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let own = member::end(
            &site.store,
            &administrator,
            site.administrator.account,
            None,
            Leaving::Known,
        );
        assert!(matches!(own.await, Err(MemberError::Oneself)));
        let supervisor = site
            .hire("supervisor", Role::Supervisor, site.body, None)
            .await;
        let chief = site.strong(&supervisor).await;
        let last = member::end(
            &site.store,
            &chief,
            site.administrator.account,
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
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let new = newcomer("new", Role::Analyst, site.body);
        let invited = member::invite(&site.store, &administrator, new)
            .await
            .unwrap();
        let officer = site.strong(&site.data_protection).await;
        member::confirm(&site.store, &officer, invited.account, invited.membership)
            .await
            .unwrap();
        let again = async || {
            let account = invited.account;
            member::invite_again(&site.store, &administrator, account, Invitation::Again).await
        };
        let code = again().await.unwrap().code.unwrap();
        site.clock.advance(60);
        enrol_with(&site.store, invited.account, &code, "new").await;
        assert!(again().await.is_err());
        // After a reset it is the colleagues' code, and the administrator gives no other.
        let officer = site.strong(&site.data_protection).await;
        propose(&site, &officer, invited.account).await.unwrap();
        let reset = account::confirm_reset(&site.store, &administrator, invited.account).await;
        reset.unwrap();
        assert!(again().await.is_err());
    })
    .await;
}

#[tokio::test]
async fn the_secret_of_a_new_authenticator_lapses() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let new = newcomer("new", Role::Analyst, site.body);
        let invited = member::invite(&site.store, &administrator, new)
            .await
            .unwrap();
        let officer = site.strong(&site.data_protection).await;
        member::confirm(&site.store, &officer, invited.account, invited.membership)
            .await
            .unwrap();
        let code = invited.code.unwrap();
        let name = crate::installation::plain("new");
        let first = account::begin_enrolment(&site.store, &name, &code)
            .await
            .unwrap();
        site.clock.advance(1799);
        let kept = account::resume(&site.store, &first.ticket).await.unwrap();
        assert_eq!(kept.secret.expose(), first.secret.expose(), "half an hour");
        site.clock.advance(1800);
        let late = account::resume(&site.store, &first.ticket).await;
        assert!(matches!(late, Err(AccountError::Refused)));
    })
    .await;
}
