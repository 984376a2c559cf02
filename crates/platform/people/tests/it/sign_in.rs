//! The door: alike for everybody who may not pass, once for each code, never shut on a known device.

use std::time::Duration;

use access::action::{ChangeSignIn, ReadOwnAccount};
use fixtures::Site;
use futures::future::join_all;
use people::account::{self, AccountError, Change, OwnAccount};
use people::member::{self, Leaving};
use people::session::{self, Attempt, SignInError, System};
use people::throttle::{self, Kind, Wait};
use people::{password, totp};
use record::{Id, Role};

use crate::installation::{Installation, newcomer, plain};

fn is_refused<T>(result: &Result<T, SignInError>) -> bool {
    matches!(result, Err(SignInError::Refused))
}

#[tokio::test]
async fn everybody_who_may_not_pass_is_answered_alike() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let right = &site.administrator;
        let administrator = site.strong(right).await;
        let invited = newcomer("invited", Role::Analyst, site.body);
        member::invite(&site.store, &administrator, invited)
            .await
            .unwrap();
        let ended = site.hire("ended", Role::Supervisor, site.body, None).await;
        let permit = site
            .store
            .gate()
            .permit(&administrator, ended.account)
            .await
            .unwrap();
        let end = site.store.unit(permit, |unit| async move {
            member::end_member(&unit, None, Leaving::Known).await
        });
        end.await.unwrap();
        site.clock.advance(30);
        let now = site.store.world().now();
        let digits = totp::code(&right.secret, now);
        let digits_of_ended = totp::code(&ended.secret, now);
        let rows = [
            ("nobody", right.password.as_str(), &digits),
            (right.name.as_str(), "wrong wrong wrong", &digits),
            (
                right.name.as_str(),
                right.password.as_str(),
                &plain("000000"),
            ),
            (
                right.name.as_str(),
                right.password.as_str(),
                &plain("no digits"),
            ),
            (
                right.name.as_str(),
                right.password.as_str(),
                &plain("1234567890123456"),
            ),
            ("invited", "", &digits),
            (
                ended.name.as_str(),
                ended.password.as_str(),
                &digits_of_ended,
            ),
        ];
        for (name, password, second) in rows {
            let answer = site.attempt(name, password, second, None).await;
            assert!(is_refused(&answer), "{name} {password} {}", second.expose());
        }
        site.attempt(&right.name, &right.password, &digits, None)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn digits_count_once_in_any_script() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        site.clock.advance(60);
        let now = site.store.world().now();
        let eastern = |digits: &str, zero: char| -> String {
            let shifted = |c: char| char::from_u32(zero as u32 + c.to_digit(10).unwrap()).unwrap();
            format!(
                "\u{200f}{} ",
                digits.chars().map(shifted).collect::<String>()
            )
        };
        let digits = totp::code(&person.secret, now);
        let typed = plain(&eastern(digits.expose(), '\u{660}'));
        site.attempt("ADMINISTRATOR ", &person.password, &typed, None)
            .await
            .unwrap();
        for again in [&digits, &typed] {
            let answer = site
                .attempt(&person.name, &person.password, again, None)
                .await;
            assert!(is_refused(&answer), "digits were used before");
        }
        let before = totp::code(&person.secret, now.plus_seconds(-30));
        let answer = site
            .attempt(&person.name, &person.password, &before, None)
            .await;
        assert!(is_refused(&answer), "older digits than the ones used");
        site.clock.advance(30);
        let next = totp::code(&person.secret, site.store.world().now());
        let typed = plain(&eastern(next.expose(), '\u{6f0}'));
        site.attempt(&person.name, &person.password, &typed, None)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_counts_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.data_protection;
        assert_eq!(person.recovery.len(), account::RECOVERY_CODES);
        let code = &person.recovery[3];
        let signed = site
            .attempt(&person.name, &person.password, code, None)
            .await
            .unwrap();
        let again = site
            .attempt(&person.name, &person.password, code, None)
            .await;
        assert!(is_refused(&again));
        let of_another = &site.administrator.recovery[0];
        let answer = site
            .attempt(&person.name, &person.password, of_another, None)
            .await;
        assert!(is_refused(&answer), "somebody else's code");
        let standing = site.standing(&signed).await;
        let own = read(&site, &standing).await;
        assert_eq!(own.recovery_left, account::RECOVERY_CODES - 1);
        assert_eq!(own.name.expose(), "Name of protection");
        let mut strong = standing.clone();
        strong.actor = crate::installation::strong(&standing.actor);
        let codes = account::renew_codes(&site.store, &strong.actor)
            .await
            .unwrap();
        let old = &person.recovery[4];
        let answer = site
            .attempt(&person.name, &person.password, old, None)
            .await;
        assert!(is_refused(&answer), "renewed codes end the old ones");
        let new = &codes.digits[0];
        site.attempt(&person.name, &person.password, new, None)
            .await
            .unwrap();
    })
    .await;
}

async fn read(site: &Installation, standing: &session::Standing) -> OwnAccount {
    let account = standing.actor.member().unwrap().account;
    let permit = site
        .store
        .gate()
        .permit::<ReadOwnAccount>(&standing.actor, account)
        .await
        .unwrap();
    let read = site.store.read(permit, |unit| async move {
        account::read_own_account(&unit).await
    });
    let own: Result<OwnAccount, AccountError> = read.await;
    own.unwrap()
}

#[tokio::test]
async fn strangers_never_shut_the_door_on_a_known_device() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let device = site.sign_in(person, None).await.unwrap().device;
        let ask = async |name: &str| {
            session::ask(&site.store, &plain(name), None)
                .await
                .unwrap()
                .wait
        };
        for n in 0..20 {
            let (known, unknown) = (ask(&person.name).await, ask("nobody").await);
            assert_eq!(known, unknown, "guess {n}");
            assert_eq!(known.refused_until, None, "guess {n}");
            assert_eq!(known.delay.is_zero(), n < 3, "guess {n}");
            assert!(known.delay <= Duration::from_secs(8));
        }
        let (known, unknown) = (ask(&person.name).await, ask("nobody").await);
        assert_eq!(known, unknown);
        let until = known.refused_until.expect("the 21st in an hour waits");
        let refused = site.sign_in(person, None).await;
        assert!(
            matches!(refused, Err(SignInError::Later(_))),
            "a stranger's device waits, right or not"
        );
        let asked = session::ask(&site.store, &plain(&person.name), Some(&device))
            .await
            .unwrap();
        assert_eq!(
            asked.wait,
            Wait::NONE,
            "the known device has a count of its own"
        );
        site.sign_in(person, Some(&device)).await.unwrap();
        let elsewhere = &site.data_protection;
        site.sign_in(elsewhere, None).await.unwrap();
        let strange = site.sign_in(elsewhere, Some(&device)).await;
        strange.expect("a device known to one account is a stranger to another, and may come in");
        site.clock.set(until);
        assert_eq!(ask(&person.name).await.refused_until, None, "an hour later");
    })
    .await;
}

#[tokio::test]
async fn guesses_side_by_side_are_all_counted() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let asked =
            join_all((0..40).map(|_| throttle::ask(&site.store, Kind::Console, "12345678"))).await;
        let answered = asked
            .iter()
            .filter(|wait| wait.as_ref().unwrap().refused_until.is_none());
        assert_eq!(answered.count(), 20);
        let other = throttle::ask(&site.store, Kind::Console, "87654321")
            .await
            .unwrap();
        assert_eq!(other, Wait::NONE);
        throttle::succeeded(&site.store, Kind::Console, "12345678")
            .await
            .unwrap();
        let forgiven = throttle::ask(&site.store, Kind::Console, "12345678")
            .await
            .unwrap();
        assert_eq!(forgiven, Wait::NONE);
    })
    .await;
}

#[tokio::test]
async fn a_right_receipt_among_many_forgives_one_guess_and_reports_are_never_refused() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let report = async || {
            throttle::ask(&site.store, Kind::Report, "192.0.2.1")
                .await
                .unwrap()
        };
        for _ in 0..5 {
            assert!(report().await.delay.is_zero());
        }
        let slowed = report().await;
        assert!(slowed.refused_until.is_none() && !slowed.delay.is_zero());
        throttle::succeeded(&site.store, Kind::Report, "192.0.2.1")
            .await
            .unwrap();
        assert_eq!(
            report().await.delay,
            slowed.delay,
            "one was forgiven, not all"
        );
        site.clock.advance(3601);
        assert_eq!(throttle::forget_old(&site.store).await.unwrap(), 6);
    })
    .await;
}

#[tokio::test]
async fn a_restart_forgets_no_guess() {
    let site = Site::on_sqlite().await;
    let store = &site.store;
    for _ in 0..20 {
        throttle::ask(store, Kind::SignIn, "zainab").await.unwrap();
    }
    let site = site.restarted().await;
    let store = &site.store;
    assert!(
        throttle::ask(store, Kind::SignIn, "zainab")
            .await
            .unwrap()
            .refused_until
            .is_some()
    );
}

#[tokio::test]
async fn an_attempt_that_waited_meets_the_account_as_it_is_then() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = site.hire("worker", Role::Responder, site.body, None).await;
        let wait = async || {
            session::ask(&site.store, &plain(&person.name), None)
                .await
                .unwrap()
        };
        let attempt = |password: &str| Attempt {
            password: plain(password),
            second: totp::code(&person.secret, site.store.world().now()),
            system: System::Android,
        };
        site.clock.advance(60);
        let (old, new) = (wait().await, wait().await);
        // While both wait, the password becomes another one.
        let actor = site.strong(&person).await;
        let gate = site.store.gate();
        let permit = gate.permit::<ChangeSignIn>(&actor, person.account).await;
        let other = "nine rivers and a boat";
        let stored = password::store(&site.store, &plain(other)).await.unwrap();
        let changed = site.store.unit(permit.unwrap(), move |unit| {
            let change = Change::Password {
                stored: stored.clone(),
            };
            async move { account::change_sign_in(&unit, &change, Id::NONE).await }
        });
        changed.await.unwrap();
        site.clock.advance(60);
        let refused = session::sign_in(&site.store, old, attempt(&person.password)).await;
        assert!(matches!(refused, Err(SignInError::Refused)));
        session::sign_in(&site.store, new, attempt(other))
            .await
            .expect("the password of now");
        // And while one waits, the account is over.
        let late = wait().await;
        let administrator = site.strong(&site.administrator).await;
        let store = &site.store;
        member::end(store, &administrator, person.account, None, Leaving::Known)
            .await
            .unwrap();
        site.clock.advance(60);
        let refused = session::sign_in(&site.store, late, attempt(other)).await;
        assert!(matches!(refused, Err(SignInError::Refused)));
    })
    .await;
}

#[tokio::test]
async fn enrolling_asks_for_the_code_the_digits_and_a_password_that_will_do() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let administrator = site.strong(&site.administrator).await;
        let new = newcomer("zainab", Role::Supervisor, site.body);
        let invited = member::invite(&site.store, &administrator, new)
            .await
            .unwrap();
        let code = invited.code.unwrap();
        let first_form = async |name: &str, code| {
            account::begin_enrolment(&site.store, &plain(name), code).await
        };
        assert!(
            first_form("zainab", &code).await.is_err(),
            "nobody confirmed her yet"
        );
        let officer = site.strong(&site.data_protection).await;
        member::confirm(&site.store, &officer, invited.account, invited.membership)
            .await
            .unwrap();
        let wrong = plain("0000000000000000");
        assert!(first_form("zainab", &wrong).await.is_err());
        assert!(first_form("nobody", &code).await.is_err());
        let given = first_form("Zainab", &code).await.unwrap();
        let kept = account::resume(&site.store, &given.ticket).await.unwrap();
        assert_eq!(
            given.secret.expose(),
            kept.secret.expose(),
            "a form that comes back wrong"
        );
        let again = first_form("zainab", &code).await.unwrap();
        assert_ne!(
            given.secret.expose(),
            again.secret.expose(),
            "whoever entered the code before saw another's authenticator"
        );
        let now = site.store.world().now();
        let enrol = async |ticket, password: &str, digits| {
            let form = account::Enrolment {
                ticket,
                password: plain(password),
                digits,
                system: System::Android,
            };
            account::enrol(&site.store, form).await
        };
        let digits = totp::code(&again.secret, now);
        let resume = async |ticket| account::resume(&site.store, ticket).await.unwrap().ticket;
        assert!(
            enrol(given.ticket, "a long good sentence", digits.clone())
                .await
                .is_err(),
            "an old ticket"
        );
        let weak = enrol(again.ticket.clone(), "password1234", digits.clone()).await;
        assert!(matches!(weak, Err(AccountError::Weak(_))));
        // Each look at the form gives a ticket of its own.
        let ticket = first_form("zainab", &code).await.unwrap().ticket;
        let wrong = enrol(
            resume(&ticket).await,
            "a long good sentence",
            plain("000000"),
        )
        .await;
        assert!(matches!(wrong, Err(AccountError::Digits)));
        let last = first_form("zainab", &code).await.unwrap();
        let ticket = last.ticket;
        for seen in [&given.secret, &again.secret] {
            let digits = totp::code(seen, now);
            let copied = enrol(ticket.clone(), "a long good sentence", digits).await;
            assert!(matches!(copied, Err(AccountError::Digits)));
        }
        enrol(
            ticket.clone(),
            "a long good sentence",
            totp::code(&last.secret, now),
        )
        .await
        .unwrap();
        assert!(
            first_form("zainab", &code).await.is_err(),
            "the code counts once"
        );
        assert!(account::resume(&site.store, &ticket).await.is_err());
    })
    .await;
}
