//! By keyboard alone, from Today to a place that is held.

use fantoccini::key::Key;
use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::keyboard::{arrow_to, tab_to};
use super::night::Night;
use crate::sender::{self, Words};
use crate::town::Town;

#[tokio::test]
async fn a_place_is_found_without_a_mouse() {
    let town = Town::small().await;
    let Some(browser) = Browser::start(Viewport::DESK.in_language("en")).await else {
        return;
    };
    let night = Night::new(&town, &browser, Language::En, ("keys", Viewport::DESK));
    let person = &night.person;
    let words = Words {
        accused: &["police"],
        danger: "yes",
        ..Words::default()
    };
    sender::send(&town.client(), &town.running.url(), &words).await;
    let report = town.newest(true).await;

    night.turn(Role::Responder, "care-IQG02").await;
    tab_to(&browser, &format!("a[href='{report}']")).await;
    browser.press(Key::Enter).await;
    person.sees("report-reach-title").await;
    tab_to(&browser, "a[href^='/beds/new?report=']").await;
    browser.press(Key::Enter).await;
    person.sees("bed-ask-lead").await;
    arrow_to(&browser, "sex", "male").await;
    arrow_to(&browser, "age", "from_13").await;
    arrow_to(&browser, "family", "alone").await;
    tab_to(&browser, "form[action='/beds/new'] button.act").await;
    browser.press(Key::Enter).await;
    person.sees("bed-now-asked").await;
    let code = night.text("p.receipt bdi").await;
    let bed = night.path().await;

    night.turn(Role::ShelterManager, "youth-IQG02").await;
    night.until("/today", &code).await;
    tab_to(&browser, &format!("a[href='{bed}']")).await;
    browser.press(Key::Enter).await;
    person.sees("bed-hold-send").await;
    tab_to(&browser, &format!("form[action='{bed}/hold'] button")).await;
    browser.press(Key::Enter).await;
    person.sees("bed-shelter-held").await;
    town.running.stop().await;
}
