//! What the night of `tonight` and of `newcomer` is walked with: each screen is looked at as it is
//! come to, and what rules do in the background is waited for.

use std::time::Duration;

use fantoccini::Locator;
use record::{Id, Language, Role};
use serde_json::json;
use store::StoreError;
use testkit::{Browser, Viewport};

use super::Person;
use crate::town::Town;

/// How every made-up address of a shelter begins.
pub const ADDRESS: &str = "No such street";
/// How often a page is opened again until rules have done their part: half a minute in all.
const TIMES: u32 = 60;

/// A shelter in the database: its code and whose it is.
pub struct Shelter {
    pub code: String,
    pub org: Id,
    pub record: Id,
}

/// One screen in one language, at which people of the town sit down by turns.
pub struct Night<'n> {
    pub town: &'n Town,
    pub person: Person<'n>,
    /// How its pictures' names begin.
    name: String,
    /// How wide the window is.
    width: u32,
}

impl<'n> Night<'n> {
    pub fn new(
        town: &'n Town,
        browser: &'n Browser,
        language: Language,
        (name, look): (&str, Viewport),
    ) -> Self {
        Self {
            town,
            person: Person {
                browser,
                language,
                url: town.running.url(),
            },
            name: format!("tonight-{name}-{language}"),
            width: look.width,
        }
    }

    pub fn browser(&self) -> &Browser {
        self.person.browser
    }

    /// Looks at the page: a picture, nothing wider than the window, every word there, no address.
    pub async fn look(&self, step: &str) {
        self.picture(step).await;
        let source = self.browser().source().await;
        assert!(!source.contains(ADDRESS), "{step} shows where a shelter is");
    }

    /// The same on the one page that shows where a shelter is.
    pub async fn look_at_the_way(&self, step: &str) {
        self.picture(step).await;
        let source = self.browser().source().await;
        assert_eq!(source.matches(ADDRESS).count(), 1, "{step}: one address");
    }

    /// Looks at the page as it would be printed: the paper, and nothing around it.
    pub async fn look_at_print(&self, step: &str) {
        let media = |media: &str| json!({ "media": media });
        let browser = self.browser();
        browser
            .devtools("Emulation.setEmulatedMedia", media("print"))
            .await;
        for around in [".top", "nav.bar", ".screen", "main > .acts"] {
            let hidden = match browser.client().find(Locator::Css(around)).await {
                Ok(element) => !element.is_displayed().await.unwrap_or(true),
                Err(_) => true,
            };
            assert!(hidden, "{around} is printed");
        }
        browser.step(&format!("{}-{step}", self.name)).await;
        browser
            .devtools("Emulation.setEmulatedMedia", media(""))
            .await;
    }

    async fn picture(&self, step: &str) {
        let name = format!("{}-{step}", self.name);
        self.browser().step(&name).await;
        // A phone makes its own view as wide as the page: what counts is the window's width.
        let metrics = self
            .browser()
            .devtools("Page.getLayoutMetrics", json!({}))
            .await;
        let wide = metrics["cssContentSize"]["width"]
            .as_f64()
            .unwrap_or_default();
        let most = f64::from(self.width);
        assert!(wide < most + 1.0, "{name} is {wide} pixels wide");
        let source = self.browser().source().await;
        assert!(!source.contains('\u{27e6}'), "{name} lacks words");
    }

    /// The text of what a selector names, or nothing.
    pub async fn text(&self, selector: &str) -> String {
        match self.browser().client().find(Locator::Css(selector)).await {
            Ok(element) => element.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// The text of the row of a table in which this code stands.
    pub async fn row(&self, code: &str) -> String {
        let path = format!("//tr[.//bdi[normalize-space(.)='{code}']]");
        let row = self.browser().client().find(Locator::XPath(&path)).await;
        let row = row.unwrap_or_else(|error| panic!("no row of {code}: {error}"));
        row.text().await.unwrap_or_default()
    }

    /// Where the first link that a selector names leads.
    pub async fn address(&self, selector: &str) -> String {
        let link = self.browser().client().find(Locator::Css(selector)).await;
        link.unwrap().attr("href").await.unwrap().unwrap()
    }

    /// The path of the page that is open.
    pub async fn path(&self) -> String {
        let url = self.browser().url().await;
        url.strip_prefix(&self.person.url).unwrap().to_owned()
    }

    /// How many things a selector names.
    pub async fn count(&self, selector: &str) -> usize {
        let found = self.browser().client().find_all(Locator::Css(selector));
        found.await.unwrap_or_default().len()
    }

    /// Opens a page again and again until it shows a text: rules work twice a second.
    pub async fn until(&self, path: &str, text: &str) {
        for _ in 0..TIMES {
            self.person.open(path).await;
            if self.browser().shows(text).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        self.browser().see(text).await;
    }

    /// The same with a message.
    pub async fn until_said(&self, path: &str, key: &str) {
        self.until(path, &self.person.say(key)).await;
    }

    /// Sits down as somebody else and begins at Today.
    pub async fn turn(&self, role: Role, body: &str) {
        self.person.enter(self.town, role, body).await;
        self.person.open("/today").await;
        self.person.sees("today-title").await;
    }

    /// None of these addresses opens, and none of these words stands on any list.
    pub async fn finds_nothing(&self, paths: &[&str], words: &[&str]) {
        for path in paths {
            self.person.open(path).await;
            self.person.sees("problem-not-there-title").await;
        }
        for list in [
            "/today",
            "/reports",
            "/beds",
            "/rights",
            "/clocks",
            "/shelters",
        ] {
            self.person.open(list).await;
            for word in words {
                assert!(!self.browser().shows(word).await, "{list} shows {word}");
            }
        }
    }

    /// Nobody of any role sees where a shelter is, on any list or on the request's own page.
    pub async fn shown_nowhere(&self, bed: &str) {
        let mut seen = std::collections::BTreeSet::new();
        for person in &self.town.country.people {
            if !seen.insert((person.role, person.org_kind)) {
                continue;
            }
            let client = self.town.enter(person.role, &person.body).await;
            for path in [
                "/today",
                "/reports",
                "/beds",
                bed,
                "/shelters",
                "/rights",
                "/clocks",
                "/held",
                "/ledger",
                "/ledger/mine",
                "/account",
            ] {
                let page = client.get(self.town.url(path)).send().await.unwrap();
                let page = page.text().await.unwrap();
                assert!(!page.contains(ADDRESS), "{path} for {}", person.role);
            }
        }
    }

    /// The name of a body in the language of the screen.
    pub async fn body(&self, key: &str) -> String {
        let org = self.town.country.bodies[key].0;
        let found = self
            .town
            .store()
            .read_clear(async |look| people::organisation::find(&*look, org).await);
        let found = found.await.unwrap().unwrap();
        found.is.names.get(self.person.language).to_owned()
    }

    /// Types the six digits that the demo shows to whoever has no telephone.
    pub async fn step_up(&self) {
        self.person.sees("account-step-up-text").await;
        let note = self.text(".note.due").await;
        let digits: String = note.chars().filter(|sign| sign.is_numeric()).collect();
        assert_eq!(digits.chars().count(), 6, "six digits in {note:?}");
        let completes = self.browser().source().await.contains("step_up_digits");
        let field = if completes { "step_up_digits" } else { "code" };
        self.browser().fill(field, &digits).await;
        self.person.press("account-step-up").await;
    }
}

/// The code of a report by its path.
pub async fn code_of(town: &Town, path: &str) -> String {
    const CODE: &str = "SELECT code FROM report WHERE record = $1";
    let id = path.trim_start_matches("/reports/").to_owned();
    town.store()
        .read_clear(async |look| -> Result<String, StoreError> {
            look.rows(CODE, store::args![&id]).await?[0].text("code")
        })
        .await
        .unwrap()
}

/// The shelters of Basra that somebody of this age and sex, or of any, is declared for.
pub async fn shelters(town: &Town, sex: &str, age: &str) -> Vec<Shelter> {
    const SHELTERS: &str = "SELECT DISTINCT s.record, s.code, s.org FROM shelter s \
        JOIN shelter_places p ON p.shelter = s.record \
        WHERE s.governorate = 'IQG02' AND p.sex = $1 AND p.age = $2 ORDER BY s.code";
    town.store()
        .read_clear(async |look| -> Result<Vec<Shelter>, StoreError> {
            let rows = look.rows(SHELTERS, store::args![sex, age]).await?;
            let shelter = |row: &store::Row| {
                Ok(Shelter {
                    record: row.id("record")?,
                    code: row.text("code")?,
                    org: row.id("org")?,
                })
            };
            rows.iter().map(shelter).collect()
        })
        .await
        .unwrap()
}
