//! Somebody who has never seen the program is told one sentence: "a 15-year-old boy is in a workshop
//! in Basra and his passport was taken". From the sign-in page to a request for a place that was
//! sent, each press, choice and filled field is counted.

use fantoccini::Locator;
use record::Language;
use testkit::{Browser, Viewport};

use super::night::Night;
use crate::town::Town;

/// The most that a newcomer has to do.
const MOST: u32 = 25;

/// Counts what is done.
struct Newcomer<'n> {
    night: Night<'n>,
    done: u32,
}

impl Newcomer<'_> {
    async fn press(&mut self, key: &str) {
        self.night.person.press(key).await;
        self.done += 1;
    }

    async fn choose(&mut self, name: &str, value: &str) {
        self.night.browser().choose(name, value).await;
        self.done += 1;
    }

    async fn fill(&mut self, name: &str, text: &str) {
        self.night.browser().fill(name, text).await;
        self.done += 1;
    }

    async fn press_on(&mut self, selector: &str) {
        let found = self.night.browser().client().find(Locator::Css(selector));
        found.await.unwrap().click().await.unwrap();
        self.done += 1;
    }
}

async fn asks(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let Some(browser) = Browser::start(look.in_language(language.code())).await else {
        return;
    };
    let called = format!("newcomer-{name}");
    let night = Night::new(&town, &browser, language, (&called, look));
    let mut newcomer = Newcomer { night, done: 0 };
    let sign_in = format!("/sign-in?language={language}");
    newcomer.night.person.open(&sign_in).await;
    newcomer.night.look("1-sign-in").await;
    // Whom a newcomer should be first stands first: the duty responder of Basra's own desk.
    newcomer.press_on("form.people button").await;
    // The page of the door may be in the language that the next page is not in.
    let inside = browser.client().wait();
    let inside = inside.for_element(Locator::Css("#hide")).await;
    inside.expect("whoever is signed in can hide the screen");
    if newcomer
        .night
        .count(&format!("html[lang='{language}']"))
        .await
        == 0
    {
        let tongue = format!("button[name='language'][value='{language}']");
        newcomer.press_on(&tongue).await;
    }
    newcomer.night.person.sees("today-title").await;
    newcomer.night.look("2-today").await;
    newcomer.press("bed-list-title").await;
    newcomer.night.person.sees("bed-list-caption").await;
    newcomer.night.look("3-beds").await;
    newcomer.press("bed-ask-open").await;
    newcomer.night.person.sees("bed-ask-lead").await;
    newcomer.choose("sex", "male").await;
    newcomer.choose("age", "from_13").await;
    newcomer.choose("family", "alone").await;
    let basra = newcomer.night.person.place("IQG02");
    newcomer.fill("governorate", &basra).await;
    newcomer.choose("danger", "yes").await;
    newcomer.night.look("4-ask").await;
    newcomer.press("bed-ask-send").await;
    newcomer.night.person.sees("bed-now-asked").await;
    newcomer.night.look("5-asked").await;
    eprintln!(
        "{name}, {language}: a place is asked for in {} actions",
        newcomer.done
    );
    assert!(newcomer.done <= MOST, "{} actions", newcomer.done);
    town.running.stop().await;
}

#[tokio::test]
async fn asks_for_a_place_in_arabic_on_a_phone() {
    asks(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn asks_for_a_place_in_english_at_a_desk() {
    asks(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn asks_for_a_place_in_kurdish_without_script() {
    if testkit::place::is_long() {
        asks(Language::Ckb, Viewport::PHONE.without_script(), "bare").await;
    }
}
