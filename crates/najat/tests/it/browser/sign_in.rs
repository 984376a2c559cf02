//! Signing in with a password and six digits, without script and by keyboard alone.

use fantoccini::key::Key;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::Person;
use crate::town::Town;

#[tokio::test]
async fn without_script_in_the_digits_of_the_script() {
    let town = Town::small().await;
    let look = Viewport::PHONE.in_language("ar").without_script();
    let Some(browser) = Browser::start(look).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language: Language::Ar,
        url: town.running.url(),
    };
    let responder = town.country.find(Role::Responder, "care-IQG02").unwrap();
    let code = people::totp::code(&responder.secret, town.store().world().now());
    person.open("/sign-in?language=ar").await;
    browser.fill("name", &responder.sign_in_name).await;
    browser.fill("password", "not the password at all").await;
    browser.fill("code", &person.typed(code.expose())).await;
    person.press("account-sign-in").await;
    person.sees("account-refused").await;
    assert_eq!(
        browser.value("name").await,
        responder.sign_in_name,
        "what was typed comes back"
    );
    assert_eq!(browser.value("password").await, "", "a password does not");
    browser.fill("password", &responder.password).await;
    browser.fill("code", &person.typed(code.expose())).await;
    person.press("account-sign-in").await;
    person.sees("hide-screen").await;
    person.open("/reports").await;
    person.sees("report-list-title").await;
}

#[tokio::test]
async fn by_keyboard_alone() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let person = Person {
        browser: &browser,
        language: Language::En,
        url: town.running.url(),
    };
    let responder = town.country.find(Role::Responder, "care-IQG02").unwrap();
    let code = people::totp::code(&responder.secret, town.store().world().now());
    person.open("/sign-in?language=en").await;
    for (field, text) in [
        ("name", responder.sign_in_name.as_str()),
        ("password", responder.password.as_str()),
        ("code", code.expose().as_str()),
    ] {
        super::keyboard::tab_to(&browser, &format!("input[name='{field}']")).await;
        super::keyboard::type_in(&browser, text).await;
    }
    browser.press(Key::Enter).await;
    let wait = browser.client().wait();
    let staff = wait.for_element(fantoccini::Locator::Css("#hide")).await;
    staff.expect("whoever signed in sees a staff page");
}
