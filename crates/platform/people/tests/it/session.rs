//! Sessions: idle, absolute, stronger, ended, on devices, in memberships.

use access::action::{ChooseLanguage, EndOwnSession, EndSessions, InviteMember, ReadOwnAccount};
use people::account::{self, AccountError};
use people::member::{self, Invitation, OneTimeCode};
use people::password;
use people::session::{self, Ending, Found, SignInError};
use people::totp;
use record::{Language, OrgKind, Role, Session};
use store::StoreError;
use vault::Plain;

use crate::installation::{Installation, Person, body};

async fn end(
    site: &Installation,
    standing: &session::Standing,
    ending: Ending,
) -> Result<(), StoreError> {
    let account = standing.actor.member().unwrap().account;
    let permit = site
        .store
        .gate()
        .permit::<EndOwnSession>(&standing.actor, account)
        .await?;
    let unit = site.store.unit(permit, move |unit| async move {
        session::end_own_session(&unit, ending).await
    });
    unit.await
}

#[tokio::test]
async fn a_session_ends_when_idle_and_after_ten_hours() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        site.clock.advance(14 * 60);
        let standing = site.standing(&signed).await;
        session::seen(&site.store, &standing).await.unwrap();
        site.clock.advance(14 * 60);
        let standing = site.standing(&signed).await;
        session::seen(&site.store, &standing).await.unwrap();
        site.clock.advance(15 * 60);
        assert!(
            matches!(site.find(&signed).await, Found::Expired(_)),
            "idle"
        );
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        for _ in 0..59 {
            site.clock.advance(10 * 60);
            let standing = site.standing(&signed).await;
            session::seen(&site.store, &standing).await.unwrap();
        }
        site.clock.advance(10 * 60);
        assert!(
            matches!(site.find(&signed).await, Found::Expired(_)),
            "ten hours"
        );
        site.clock.advance(3 * 24 * 3600);
        session::forget_old(&site.store).await.unwrap();
        assert!(
            matches!(site.find(&signed).await, Found::Nobody),
            "forgotten"
        );
        let nobody = session::find(&site.store, "no token").await.unwrap();
        assert!(matches!(nobody, Found::Nobody));
    })
    .await;
}

#[tokio::test]
async fn a_password_is_one_whatever_keyboard_wrote_it() {
    let database = testkit::Engine::Sqlite.database().unwrap();
    let site = Installation::new(database.url()).await;
    let plain = |text: &str| Plain::new(text.to_owned());
    let is_right = async |typed: &str, stored: Option<String>| {
        let typed = plain(typed);
        let right = password::is_right(&site.store, &typed, stored).await;
        right.unwrap()
    };
    let pairs = [
        ("أربعة قوارب وجسر", "ا\u{654}ربعة قوارب وجسر"),
        (
            "\u{623}حمد by the bridge",
            "\u{627}\u{654}حمد by the bridge",
        ),
    ];
    for (composed, apart) in pairs {
        for (set, typed) in [(composed, apart), (apart, composed), (apart, apart)] {
            let stored = password::store(&site.store, &plain(set)).await.unwrap();
            assert!(is_right(typed, Some(stored.clone())).await);
            assert!(!is_right("cafe by the bridge", Some(stored)).await);
        }
        // What was set before passwords were composed is known as it was typed.
        let old = site.store.slow().store(apart.to_owned()).await.unwrap();
        assert!(is_right(apart, Some(old)).await);
        assert!(!is_right(apart, None).await, "nobody's");
    }
}

#[tokio::test]
async fn a_session_ends_though_the_clock_is_set_back() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        // While the program runs it knows how long it has run.
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        site.clock.advance(-3600);
        site.clock.advance(14 * 60);
        assert!(matches!(site.find(&signed).await, Found::Live(_)));
        site.clock.advance(60);
        assert!(
            matches!(site.find(&signed).await, Found::Expired(_)),
            "idle"
        );
        // Started anew it does not, and lets nobody stay. The six digits of a time that was used up
        // already open nothing, so that the clock goes right first.
        site.clock.advance(3600);
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        assert!(matches!(site.find(&signed).await, Found::Live(_)));
        site.clock.advance(-3600);
        site.clock.restart();
        assert!(
            matches!(site.find(&signed).await, Found::Expired(_)),
            "anew"
        );
    })
    .await;
}

#[tokio::test]
async fn a_last_sight_is_written_once_a_minute() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        let commits = site.store.commits();
        for _ in 0..5 {
            site.clock.advance(10);
            session::seen(&site.store, &site.standing(&signed).await)
                .await
                .unwrap();
        }
        assert_eq!(site.store.commits(), commits);
        site.clock.advance(10);
        session::seen(&site.store, &site.standing(&signed).await)
            .await
            .unwrap();
        assert!(site.store.is_postgres() || site.store.commits() == commits + 1);
    })
    .await;
}

#[tokio::test]
async fn a_step_up_lasts_five_minutes_and_its_digits_count_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let signed = site.sign_in(person, None).await.unwrap();
        let standing = site.standing(&signed).await;
        let step_up = async |digits| {
            let wait = session::ask_step_up(&site.store, &standing).await.unwrap();
            session::step_up(&site.store, wait, &standing, digits).await
        };
        let used = totp::code(&person.secret, site.store.world().now());
        assert!(
            matches!(step_up(used).await, Err(SignInError::Refused)),
            "used at the door"
        );
        site.clock.advance(30);
        step_up(totp::code(&person.secret, site.store.world().now()))
            .await
            .unwrap();
        let strength = async || site.standing(&signed).await.actor.member().unwrap().session;
        assert_eq!(strength().await, Session::SteppedUp);
        site.clock.advance(5 * 60 - 1);
        assert_eq!(strength().await, Session::SteppedUp);
        site.clock.advance(1);
        assert_eq!(strength().await, Session::Fresh);
        step_up(person.recovery[0].clone()).await.unwrap();
        assert_eq!(strength().await, Session::SteppedUp);
    })
    .await;
}

#[tokio::test]
async fn people_end_their_sessions_and_devices() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let desk = site.sign_in(person, None).await.unwrap();
        let phone = site.sign_in(person, None).await.unwrap();
        let again = site.sign_in(person, Some(&phone.device)).await.unwrap();
        assert_eq!(
            again.device.expose(),
            phone.device.expose(),
            "the same device stays the same"
        );
        let at_desk = site.standing(&desk).await;
        let on_phone = site.standing(&again).await;
        let devices = devices(&site, &at_desk).await;
        assert_eq!(devices.len(), 2);
        assert!(devices.iter().all(|device| device.signed_in));
        end(&site, &at_desk, Ending::Device(on_phone.device))
            .await
            .unwrap();
        for ended in [&phone, &again] {
            assert!(
                matches!(site.find(ended).await, Found::Nobody),
                "the device is ended"
            );
        }
        let strange = end(&site, &at_desk, Ending::Device(on_phone.device)).await;
        assert!(
            matches!(strange, Err(StoreError::Absent)),
            "no such device any more"
        );
        let back = site.sign_in(person, Some(&phone.device)).await.unwrap();
        assert_ne!(
            back.device.expose(),
            phone.device.expose(),
            "an ended device comes back as a new one"
        );
        let third = site.sign_in(person, None).await.unwrap();
        end(&site, &at_desk, Ending::AllBut(at_desk.session))
            .await
            .unwrap();
        assert!(matches!(site.find(&third).await, Found::Nobody));
        end(&site, &at_desk, Ending::Session(at_desk.session))
            .await
            .unwrap();
        assert!(matches!(site.find(&desk).await, Found::Nobody));
    })
    .await;
}

async fn devices(site: &Installation, standing: &session::Standing) -> Vec<session::Device> {
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
    let own: Result<account::OwnAccount, AccountError> = read.await;
    own.unwrap().devices
}

#[tokio::test]
async fn nobody_ends_the_sessions_of_others_but_a_supervisor_of_their_own() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let org = site.organisation(body("Desk", OrgKind::Office)).await;
        let other = site.organisation(body("Other", OrgKind::Office)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, org, None).await;
        let stranger = site.hire("stranger", Role::Supervisor, other, None).await;
        let worker = site
            .hire("worker", Role::Responder, org, Some(&supervisor))
            .await;
        let signed = site.sign_in(&worker, None).await.unwrap();
        let at_work = site.standing(&signed).await;
        let gate = site.store.gate();
        for person in [&stranger, &site.administrator, &worker] {
            let actor = site.enter(person).await.actor;
            assert!(
                gate.permit::<EndSessions>(&actor, worker.account)
                    .await
                    .is_err(),
                "{}",
                person.name
            );
        }
        let stranger = site.enter(&stranger).await.actor;
        assert!(
            gate.permit::<EndOwnSession>(&stranger, worker.account)
                .await
                .is_err()
        );
        assert!(
            gate.permit::<EndOwnSession>(&at_work.actor, supervisor.account)
                .await
                .is_err()
        );
        let actor = site.enter(&supervisor).await.actor;
        let permit = gate
            .permit::<EndSessions>(&actor, worker.account)
            .await
            .unwrap();
        let ended = site.store.unit(
            permit,
            |unit| async move { member::end_sessions(&unit).await },
        );
        ended.await.unwrap();
        assert!(matches!(site.find(&signed).await, Found::Nobody));
        let back = site.sign_in(&worker, Some(&signed.device)).await.unwrap();
        assert_ne!(
            back.device.expose(),
            signed.device.expose(),
            "a lost device is known no more"
        );
    })
    .await;
}

async fn further(
    site: &Installation,
    person: &Person,
    role: Role,
    org: record::Id,
) -> Result<(), member::MemberError> {
    let administrator = site.strong(&site.administrator).await;
    let permit = site
        .store
        .gate()
        .permit::<InviteMember>(&administrator, person.account)
        .await
        .unwrap();
    let code = OneTimeCode::new(&site.store).await.unwrap();
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

#[tokio::test]
async fn a_session_acts_in_one_membership_and_all_of_them_exclude() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let desk = site.organisation(body("Desk", OrgKind::Office)).await;
        let shelter = site.organisation(body("Shelter", OrgKind::Shelter)).await;
        let supervisor = site.hire("supervisor", Role::Supervisor, desk, None).await;
        let worker = site
            .hire("worker", Role::Responder, desk, Some(&supervisor))
            .await;
        further(&site, &worker, Role::ShelterManager, shelter)
            .await
            .unwrap();
        let signed = site.sign_in(&worker, None).await.unwrap();
        let before = site.standing(&signed).await;
        assert_eq!(
            before.actor.member().unwrap().memberships,
            vec![desk],
            "not confirmed yet"
        );
        let held = site
            .store
            .read_clear(async |look| member::memberships_of(&*look, worker.account).await)
            .await
            .unwrap();
        let second = held.iter().find(|held| held.org == shelter).unwrap().id;
        let confirmer = site.strong(&site.data_protection).await;
        member::confirm(&site.store, &confirmer, worker.account, second)
            .await
            .unwrap();
        site.store.react(&people::reactions()).await.unwrap();
        let standing = site.standing(&signed).await;
        let session = standing.session;
        let permit = site
            .store
            .gate()
            .permit::<EndOwnSession>(&standing.actor, worker.account)
            .await
            .unwrap();
        let acting = site.store.unit(permit, move |unit| async move {
            session::act_in(&unit, session, second).await
        });
        let token: Result<_, StoreError> = acting.await;
        let found = session::find(&site.store, token.unwrap().expose())
            .await
            .unwrap();
        let there = found.live().unwrap();
        let member = there.actor.member().unwrap();
        assert_eq!((member.org, member.role), (shelter, Role::ShelterManager));
        let mut all = vec![desk, shelter];
        all.sort();
        let mut excluded = member.memberships.clone();
        excluded.sort();
        assert_eq!(excluded, all);
        assert!(
            matches!(site.find(&signed).await, Found::Nobody),
            "the first session is over"
        );
        // Own account opens by the key of the second organisation, too.
        assert_eq!(devices(&site, &there).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_language_is_kept_with_the_account() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        assert_eq!(signed.language, Language::Ckb);
        let standing = site.standing(&signed).await;
        let account = site.administrator.account;
        let permit = site
            .store
            .gate()
            .permit::<ChooseLanguage>(&standing.actor, account)
            .await
            .unwrap();
        let chosen = site.store.unit(permit, |unit| async move {
            account::choose_language(&unit, Language::En).await
        });
        chosen.await.unwrap();
        assert_eq!(site.standing(&signed).await.language, Language::En);
    })
    .await;
}

#[tokio::test]
async fn another_session_on_the_device_begins_no_new_count_of_guesses() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let first = site.sign_in(person, None).await.unwrap();
        for _ in 0..3 {
            let standing = site.standing(&first).await;
            session::ask_step_up(&site.store, &standing).await.unwrap();
        }
        site.clock.advance(60);
        let again = site.sign_in(person, Some(&first.device)).await.unwrap();
        let standing = site.standing(&again).await;
        let wait = session::ask_step_up(&site.store, &standing).await.unwrap();
        assert!(
            !wait.delay.is_zero(),
            "the fourth guess waits, whatever the session"
        );
    })
    .await;
}
