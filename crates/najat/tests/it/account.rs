//! Accounts through HTTP: the door, cookies, devices, step-up, forms that came too late.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use people::{account, totp};
use record::{Id, Role};
use reqwest::{Client, Response, StatusCode};
use vault::Plain;

use crate::kept;
use crate::town::Town;

pub const BODY: &str = "care-IQG02";

pub async fn post(town: &Town, client: &Client, path: &str, form: &[(&str, &str)]) -> Response {
    client.post(town.url(path)).form(form).send().await.unwrap()
}

pub async fn get(town: &Town, client: &Client, path: &str) -> Response {
    client.get(town.url(path)).send().await.unwrap()
}

#[track_caller]
pub fn location(answer: &Response) -> &str {
    let to = answer.headers().get("location");
    to.unwrap_or_else(|| panic!("no way on, {}", answer.status()))
        .to_str()
        .unwrap()
}

// Peopling a town takes longer than all that is tried in it: one town for the door, one for what
// is behind it.

#[tokio::test]
async fn the_door() {
    let town = Town::small().await;
    signing_in_needs_all_three_and_says_nothing_of_which_was_wrong(&town).await;
    every_field_that_is_missing_is_said_at_once(&town).await;
    the_door_leads_back_to_where_one_wanted_to_go_and_nowhere_else(&town).await;
    a_page_of_another_site_comes_in_with_its_cookie_the_second_time(&town).await;
    pages_for_anybody_do_not_look_who_asks(&town).await;
    strangers_guesses_are_slowed_and_never_keep_the_owner_out(&town).await;
    town.running.stop().await;
}

#[tokio::test]
async fn behind_the_door() {
    let town = Town::small().await;
    people_sign_out_choose_their_language_and_end_devices(&town).await;
    kept::a_form_sent_too_late_comes_back_after_signing_in(&town).await;
    kept::a_form_that_needs_a_step_up_comes_back_after_it(&town).await;
    kept::a_step_up_completes_what_was_sent(&town).await;
    what_is_strong_is_done_after_a_step_up_only(&town).await;
    somebody_new_enrols_without_script(&town).await;
    town.running.stop().await;
}

/// What an authenticator shows, a step after everything before.
pub fn digits(town: &Town, secret: &Plain<Vec<u8>>) -> String {
    town.clock.advance(30);
    totp::code(secret, town.store().world().now())
        .expose()
        .clone()
}

pub struct Known {
    pub name: String,
    pub password: String,
    pub secret: Plain<Vec<u8>>,
    pub account: Id,
}

pub fn known(town: &Town, role: Role) -> Known {
    known_as(town.country.find(role, BODY).unwrap())
}

pub fn known_as(person: &demo::Person) -> Known {
    Known {
        name: person.sign_in_name.clone(),
        password: person.password.clone(),
        secret: person.secret.clone(),
        account: person.account,
    }
}

pub async fn sign_in(town: &Town, client: &Client, person: &Known) -> Response {
    let code = digits(town, &person.secret);
    let form = [
        ("name", person.name.as_str()),
        ("password", &person.password),
        ("code", &code),
    ];
    post(town, client, "/sign-in", &form).await
}

/// The page without what a form key or the time makes different.
pub async fn text(answer: Response) -> String {
    answer.text().await.unwrap()
}

async fn signing_in_needs_all_three_and_says_nothing_of_which_was_wrong(town: &Town) {
    let person = known(town, Role::Responder);
    let client = town.client();
    let page = text(get(town, &client, "/sign-in").await).await;
    assert!(page.contains("one-time-code"));
    let code = digits(town, &person.secret);
    let tries = [
        ("nobody at all", person.password.as_str(), code.as_str()),
        (&person.name, "not this password", &code),
        (&person.name, &person.password, "000000"),
    ];
    let mut answers = Vec::new();
    for (name, password, code) in tries {
        let form = [("name", name), ("password", password), ("code", code)];
        let answer = post(town, &town.client(), "/sign-in?language=en", &form).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.headers().get("set-cookie").is_none());
        let page = text(answer).await;
        assert!(!page.contains(password), "a password is not shown again");
        assert!(page.contains(name), "the name comes back");
        answers.push(page.replace(name, "NAME"));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[1], answers[2]);
    let answer = sign_in(town, &client, &person).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let cookies: Vec<_> = answer.headers().get_all("set-cookie").iter().collect();
    assert_eq!(cookies.len(), 2);
    for cookie in cookies {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for word in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(word), "{word} is missing");
        }
    }
    let landing = location(&answer).to_owned();
    assert_eq!(
        get(town, &client, &landing).await.status(),
        StatusCode::OK,
        "{landing}"
    );
    let own = text(get(town, &client, "/account").await).await;
    assert!(own.contains(&person.name));
}

async fn every_field_that_is_missing_is_said_at_once(town: &Town) {
    let form = [("name", ""), ("password", ""), ("code", "")];
    let answer = post(town, &town.client(), "/sign-in?language=en", &form).await;
    let page = text(answer).await;
    for field in ["#name", "#password", "#code"] {
        assert!(page.contains(&format!("href=\"{field}\"")), "{field}");
    }
}

async fn the_door_leads_back_to_where_one_wanted_to_go_and_nowhere_else(town: &Town) {
    let person = known(town, Role::Responder);
    let client = town.client();
    let answer = get(town, &client, "/account?x=1").await;
    assert_eq!(location(&answer), "/sign-in?to=/account%3Fx%3D1");
    let page = text(get(town, &client, "/sign-in?to=/account%3Fx%3D1&language=en").await).await;
    assert!(page.contains("name=\"to\" value=\"/account?x=1\""));
    for (to, lands) in [
        ("/account?x=1", "/account?x=1"),
        ("//evil.example", ""),
        ("https://evil.example", ""),
    ] {
        let code = digits(town, &person.secret);
        let form = [
            ("name", person.name.as_str()),
            ("password", &person.password),
            ("code", &code),
            ("to", to),
        ];
        let answer = post(town, &client, "/sign-in", &form).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let there = location(&answer);
        assert!(
            if lands.is_empty() {
                !there.contains("evil")
            } else {
                there == lands
            },
            "{there}"
        );
    }
}

async fn a_page_of_another_site_comes_in_with_its_cookie_the_second_time(town: &Town) {
    let person = known(town, Role::Responder);
    let from_elsewhere = |client: &Client, path: &str| {
        let request = client
            .get(town.url(path))
            .header("sec-fetch-site", "cross-site");
        request.header("sec-fetch-mode", "navigate").send()
    };
    // What a browser does with a strict cookie: it stays at home.
    let answer = from_elsewhere(&town.client(), "/account").await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    assert!(page.contains("http-equiv=\"refresh\"") && page.contains("/account?again=1"));
    let answer = from_elsewhere(&town.client(), "/account?again=1")
        .await
        .unwrap();
    assert!(location(&answer).starts_with("/sign-in"), "once only");
    let client = town.client();
    sign_in(town, &client, &person).await;
    assert_eq!(
        get(town, &client, "/account?again=1").await.status(),
        StatusCode::OK
    );
}

async fn people_sign_out_choose_their_language_and_end_devices(town: &Town) {
    let person = known(town, Role::Responder);
    let (desk, phone) = (town.client(), town.client());
    sign_in(town, &desk, &person).await;
    sign_in(town, &phone, &person).await;
    let form = [("language", "en"), ("back", "/account?a=1")];
    let answer = post(town, &desk, "/account/language", &form).await;
    assert_eq!(location(&answer), "/account?a=1");
    let page = text(get(town, &desk, "/account").await).await;
    assert!(page.contains("<html lang=\"en\""));
    let ends: Vec<&str> = page
        .split("action=\"/account/devices/")
        .skip(1)
        .filter_map(|rest| rest.split('/').next())
        .collect();
    assert_eq!(ends.len(), 2, "two devices");
    // The one used last stands first: the phone's.
    let answer = post(
        town,
        &desk,
        &format!("/account/devices/{}/end", ends[0]),
        &[],
    )
    .await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert!(location(&get(town, &phone, "/account").await).starts_with("/sign-in"));
    assert_eq!(get(town, &desk, "/account").await.status(), StatusCode::OK);
    let answer = post(town, &desk, "/sign-out", &[]).await;
    assert_eq!(location(&answer), "/sign-in");
    assert!(location(&get(town, &desk, "/account").await).starts_with("/sign-in"));
    assert_eq!(
        post(town, &desk, "/sign-out", &[]).await.status(),
        StatusCode::FORBIDDEN
    );
}

async fn what_is_strong_is_done_after_a_step_up_only(town: &Town) {
    let person = known(town, Role::Caseworker);
    let client = town.client();
    sign_in(town, &client, &person).await;
    for path in [
        "/account/password",
        "/account/authenticator",
        "/account/recovery-codes",
    ] {
        let answer = get(town, &client, path).await;
        assert_eq!(location(&answer), format!("/step-up?to={path}"));
    }
    let form = [
        ("password", "five boats and a bridge"),
        ("again", "five boats and a bridge"),
    ];
    let answer = post(town, &client, "/account/password", &form).await;
    assert_eq!(location(&answer), "/step-up");
    let wrong = [("code", "000000"), ("to", "/account/password")];
    assert_eq!(post(town, &client, "/step-up", &wrong).await.status(), 422);
    let code = digits(town, &person.secret);
    let right = [("code", code.as_str()), ("to", "/account/password")];
    let answer = post(town, &client, "/step-up", &right).await;
    assert_eq!(location(&answer), "/account/password");
    let wrong = [("password", "short"), ("again", "")];
    let answer = post(town, &client, "/account/password", &wrong).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        post(town, &client, "/account/password", &form)
            .await
            .status(),
        303
    );
    let changed = Known {
        password: "five boats and a bridge".to_owned(),
        ..person
    };
    assert_eq!(sign_in(town, &town.client(), &changed).await.status(), 303);
    let page = text(post(town, &client, "/account/recovery-codes", &[]).await).await;
    let shown = page.split("class=\"codes\"").nth(1).unwrap();
    assert_eq!(
        shown.split("</ul>").next().unwrap().matches("<li>").count(),
        10
    );
    town.clock.advance(5 * 60);
    let answer = get(town, &client, "/account/password").await;
    assert!(
        location(&answer).starts_with("/step-up"),
        "five minutes later"
    );
}

async fn somebody_new_enrols_without_script(town: &Town) {
    let code = reset(town).await;
    let person = known(town, Role::Responder);
    let client = town.client();
    let wrong = [
        ("name", person.name.as_str()),
        ("code", "0000 0000 0000 0000"),
    ];
    assert_eq!(post(town, &client, "/enrol", &wrong).await.status(), 422);
    let right = [("name", person.name.as_str()), ("code", code.as_str())];
    let page = text(post(town, &client, "/enrol?language=en", &right).await).await;
    assert!(page.contains("<svg role=\"img\"") && page.contains("otpauth://totp/Najat:"));
    let value = |page: &str, name: &str| {
        let start = page
            .split(&format!("name=\"{name}\" value=\""))
            .nth(1)
            .unwrap();
        start.split('"').next().unwrap().to_owned()
    };
    let secret = page
        .split("?secret=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap()
        .to_owned();
    let ticket = value(&page, "ticket");
    let shown = testkit::totp_code(&secret, town.store().world().now());
    let set_up = |again: &str, digits: &str| {
        let form = [
            ("password", "five boats and a bridge"),
            ("again", again),
            ("digits", digits),
            ("ticket", &ticket),
        ];
        let form: Vec<(String, String)> = form
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
        client
            .post(town.url("/enrol?language=en"))
            .form(&form)
            .send()
    };
    let answer = set_up("five boats", "000000").await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains(&secret), "the same secret stands there again");
    assert!(!page.contains("five boats"));
    let answer = set_up("five boats and a bridge", "000000").await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let answer = set_up("five boats and a bridge", &shown).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    let first = page.split("class=\"codes\"").nth(1).unwrap();
    let first = first
        .split("<bdo dir=\"ltr\">")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    let form = [
        ("name", person.name.as_str()),
        ("password", "five boats and a bridge"),
        ("code", first.as_str()),
    ];
    assert_eq!(
        post(town, &client, "/sign-in", &form).await.status(),
        303,
        "a recovery code lets in"
    );
    assert_eq!(
        post(town, &client, "/sign-in", &form).await.status(),
        422,
        "once"
    );
}

/// Two colleagues reset the responder's factors; gives the one-time code.
async fn reset(town: &Town) -> String {
    let store = town.store();
    let responder = known(town, Role::Responder).account;
    let strong = |role| {
        let person = town.country.find(role, BODY).unwrap();
        person.actor(record::Session::SteppedUp)
    };
    let (first, second) = (strong(Role::Supervisor), strong(Role::Caseworker));
    let permit = store.gate().permit(&first, responder).await.unwrap();
    let proposed = store.unit(permit, |unit| async move {
        account::propose_factor_reset(&unit).await
    });
    proposed.await.unwrap();
    account::confirm_reset(store, &second, responder)
        .await
        .unwrap()
        .expose()
        .clone()
}

async fn strangers_guesses_are_slowed_and_never_keep_the_owner_out(town: &Town) {
    let person = known(town, Role::Responder);
    let owner = town.client();
    sign_in(town, &owner, &person).await;
    let store = Arc::new(town.store().clone());
    for _ in 0..20 {
        let key = account::throttle_key(&Plain::new(person.name.clone()));
        people::throttle::ask(&store, people::throttle::Kind::SignIn, &key)
            .await
            .unwrap();
    }
    let answer = sign_in(town, &town.client(), &person).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    let seconds: i64 = answer.headers()["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=3601).contains(&seconds), "{seconds}");
    assert_eq!(
        sign_in(town, &owner, &person).await.status(),
        303,
        "a known device"
    );
    town.clock.advance(seconds);
    assert_eq!(
        sign_in(town, &town.client(), &person).await.status(),
        303,
        "an hour later"
    );
}

async fn pages_for_anybody_do_not_look_who_asks(town: &Town) {
    let person = known(town, Role::Responder);
    let client = town.client();
    sign_in(town, &client, &person).await;
    let plain = text(get(town, &town.client(), "/en").await).await;
    let signed = text(get(town, &client, "/en").await).await;
    assert_eq!(plain, signed);
}
