//! What people do, in a real browser: the sender on a cheap phone, the responder at a desk, the
//! police who find nothing; with and without script; by keyboard alone.

mod axe;
mod cased;
mod drawn;
mod height;
mod idle;
mod journey;
mod keyboard;
mod newcomer;
mod night;
mod phone;
mod screened;
mod sign_in;
mod steps;
mod told;
mod tonight;
mod tonight_asked;
mod tonight_keys;

use fantoccini::Locator;
use record::{Language, Role};
use testkit::Browser;

use crate::town::Town;

/// A message in a language.
pub fn say(language: Language, key: &str) -> String {
    page::words(language, key, &[])
}

/// What a person in front of this browser does.
pub struct Person<'b> {
    pub browser: &'b Browser,
    pub language: Language,
    pub url: String,
}

impl Person<'_> {
    pub fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    pub async fn press(&self, key: &str) {
        self.browser.click(&self.say(key)).await;
    }

    pub async fn sees(&self, key: &str) {
        self.browser.see(&self.say(key)).await;
    }

    /// Opens a path.
    pub async fn open(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.url)).await;
    }

    /// The name of a governorate in this person's language.
    pub fn place(&self, code: &str) -> String {
        record::governorate(code)
            .unwrap()
            .name(self.language)
            .to_owned()
    }

    /// Signs in as a made-up person by the button of the sign-in page.
    pub async fn enter(&self, town: &Town, role: Role, body: &str) {
        self.open(&format!("/sign-in?language={}", self.language))
            .await;
        let button = format!("//button[@value='{}']", town.membership(role, body));
        let client = self.browser.client();
        // Whoever is not among the first is folded under their role.
        let fold = format!("{button}/ancestor::details/summary");
        for fold in client.find_all(Locator::XPath(&fold)).await.unwrap() {
            fold.click().await.unwrap();
        }
        let found = client.find(Locator::XPath(&button)).await;
        found
            .expect("the sign-in page has a button for everybody")
            .click()
            .await
            .unwrap();
        let wait = self
            .browser
            .client()
            .wait()
            .for_element(Locator::Css("#hide"));
        wait.await
            .expect("whoever is signed in can hide the screen");
        self.choose_language().await;
        self.sees("hide-screen").await;
    }

    async fn choose_language(&self) {
        let asked = format!("html[lang='{}']", self.language);
        if self
            .browser
            .client()
            .find(Locator::Css(&asked))
            .await
            .is_err()
        {
            let button = format!("button[name='language'][value='{}']", self.language);
            let found = self.browser.client().find(Locator::Css(&button)).await;
            found
                .expect("a staff page offers the languages")
                .click()
                .await
                .unwrap();
        }
    }

    /// Fills in the first step and goes on: Basra, helpers only, the police accused.
    pub async fn ask(&self) {
        self.browser.fill("governorate", &self.place("IQG02")).await;
        self.browser.choose("accused", "police").await;
        self.press("report-go-on").await;
        self.sees("report-which-lead").await;
        self.browser.choose("which_police", "unknown").await;
        self.press("report-go-on").await;
        self.sees("report-who-reads").await;
    }

    /// The twenty digits on the page, in Western form.
    pub async fn receipt(&self) -> String {
        self.sees("report-sent-title").await;
        let source = self.browser.source().await;
        crate::sender::receipt_of(&source).expect("a receipt of twenty digits")
    }

    /// The digits as this person would type them.
    pub fn typed(&self, digits: &str) -> String {
        let shown = page::number::digits(self.language, digits);
        let signs: Vec<char> = shown.chars().collect();
        signs
            .chunks(4)
            .map(|group| group.iter().collect::<String>())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
