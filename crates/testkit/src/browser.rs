//! A person at a browser: looks at a page, fills in fields by their labels, presses what a button
//! says. A step that cannot be done panics with the page's text.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

pub use fantoccini::key::Key;

use crate::driver::Driver;
use crate::place;

/// How a person looks at the pages.
#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// The language that the browser asks for.
    pub language: &'static str,
    /// Whether scripts run.
    pub script: bool,
    /// Whether the person prefers dark pages.
    pub dark: bool,
}

impl Viewport {
    /// A desk: 1280 pixels wide, in English.
    pub const DESK: Self = Self {
        width: 1280,
        height: 900,
        language: "en",
        script: true,
        dark: false,
    };
    /// A cheap phone: 360 pixels wide, in English.
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
        ..Self::DESK
    };

    /// The same in another language.
    #[must_use]
    pub const fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// The same without script.
    #[must_use]
    pub const fn without_script(self) -> Self {
        Self {
            script: false,
            ..self
        }
    }

    /// The same for a person who prefers dark pages.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }
}

/// A browser with a fresh profile. Dropping it ends its processes.
pub struct Browser {
    client: Client,
    driver: Driver,
    session: String,
    http: reqwest::Client,
}

/// What can be pressed.
const PRESSABLE: &str =
    "self::a or self::button or self::summary or self::label or self::input[@type='submit']";
/// What can be filled in.
const FIELD: &str = "self::textarea or self::select or \
     self::input[not(@type='hidden' or @type='submit' or @type='radio' or @type='checkbox')]";
/// What stands on the page, as the browser itself puts it: the driver's own way goes through every
/// element and takes ten times as long.
const TEXT: &str = "return document.body ? document.body.innerText : '';";
/// Into the middle of the window, as a person scrolls who is about to press it: at its edge it may
/// lie under a bar that stays in view.
const MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center' });";
const PATIENCE: Duration = Duration::from_secs(10);

impl Browser {
    /// Starts one, or gives nothing back where none is installed and the test may be skipped.
    pub async fn start(look: Viewport) -> Option<Self> {
        let mut driver = match Driver::start() {
            Ok(driver) => driver,
            Err(why) => return place::missing(why),
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(driver.capabilities(look))
            .connect(&driver.url())
            .await
            .expect("chromium starts");
        let session = client.session_id().await.expect("the driver answers");
        let session = session.expect("a connected client has a session");
        driver.adopt(session.clone());
        let browser = Self {
            client,
            driver,
            session,
            http: reqwest::Client::new(),
        };
        browser.resize(look.width, look.height).await;
        if look.dark {
            let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
            browser.devtools("Emulation.setEmulatedMedia", dark).await;
        }
        Some(browser)
    }

    /// The WebDriver client, for what no helper here does.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address.
    pub async fn goto(&self, url: &str) {
        self.client
            .goto(url)
            .await
            .unwrap_or_else(|why| panic!("{url} does not open: {why}"));
    }

    /// The address of the page that is open.
    pub async fn url(&self) -> String {
        self.client
            .current_url()
            .await
            .expect("a page is open")
            .to_string()
    }

    /// What a person can read on the page.
    pub async fn text(&self) -> String {
        let text = self.client.execute(TEXT, Vec::new()).await;
        text.ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// The page's HTML as the browser holds it.
    pub async fn source(&self) -> String {
        self.client.source().await.expect("a page is open")
    }

    /// Waits until the page shows a text.
    pub async fn see(&self, text: &str) {
        let seen = self
            .within(async || self.text().await.contains(text).then_some(()))
            .await;
        if seen.is_none() {
            self.stuck(&format!("never showed {text:?}")).await;
        }
    }

    /// Whether the page shows a text now.
    pub async fn shows(&self, text: &str) -> bool {
        self.text().await.contains(text)
    }

    /// Types into the field with this label or name, in place of what stood there; in a list of
    /// choices, chooses the one of that text.
    pub async fn fill(&self, field: &str, text: &str) {
        let element = self.field(field).await;
        let tag = element.tag_name().await.unwrap_or_default();
        let done = if tag == "select" {
            let option = format!(".//option[normalize-space(.)={}]", quote(text));
            match element.find(Locator::XPath(&option)).await {
                Ok(option) => option.click().await,
                Err(why) => Err(why),
            }
        } else {
            match element.clear().await {
                Ok(()) => element.send_keys(text).await,
                Err(why) => Err(why),
            }
        };
        if let Err(why) = done {
            self.stuck(&format!("does not take {text:?} in {field:?}: {why}"))
                .await;
        }
    }

    /// What stands in the field with this label or name.
    pub async fn value(&self, field: &str) -> String {
        self.field(field)
            .await
            .prop("value")
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Presses the link, button or label of this text (whole text first, else part of it).
    pub async fn click(&self, text: &str) {
        let said = quote(text);
        let whole = format!(
            "//*[{PRESSABLE}][normalize-space(.)={said} or @value={said} or @aria-label={said}]"
        );
        let part = format!("//*[{PRESSABLE}][contains(normalize-space(.),{said})]");
        let pressed = self
            .within(async || {
                for path in [&whole, &part] {
                    if let Some(element) = self.first_displayed(path).await {
                        return self.touch(&element).await.then_some(());
                    }
                }
                None
            })
            .await;
        if pressed.is_none() {
            self.stuck(&format!("has nothing to press that says {text:?}"))
                .await;
        }
    }

    /// Chooses a radio button or ticks a box by its name and value, as a person does: by its
    /// label where the box itself is drawn by the style sheet.
    pub async fn choose(&self, name: &str, value: &str) {
        let (name, said) = (quote(name), quote(value));
        let own = format!("//input[@name={name}][@value={said}]");
        let label = format!("//label[@for={own}/@id] | {own}/ancestor::label");
        let chosen = self
            .within(async || {
                for path in [&label, &own] {
                    if let Some(element) = self.first_displayed(path).await
                        && self.touch(&element).await
                    {
                        return Some(());
                    }
                }
                None
            })
            .await;
        if chosen.is_none() {
            self.stuck(&format!("has no choice {name} = {said}")).await;
        }
    }

    /// Presses everything that a CSS selector names, from the top down.
    pub async fn press_all(&self, selector: &str) {
        let found = self
            .client
            .find_all(Locator::Css(selector))
            .await
            .unwrap_or_default();
        for element in found {
            let pressed = self
                .within(async || self.touch(&element).await.then_some(()))
                .await;
            if pressed.is_none() {
                self.stuck(&format!("does not let {selector:?} be pressed"))
                    .await;
            }
        }
    }

    /// Presses one thing, and says whether nothing lay over it.
    async fn touch(&self, element: &Element) -> bool {
        let it = serde_json::to_value(element).expect("an element has an id");
        let scrolled = self.client.execute(MIDDLE, vec![it]).await;
        scrolled.is_ok() && element.click().await.is_ok()
    }

    /// Presses one key wherever the focus is.
    pub async fn press(&self, key: impl Into<char>) {
        let value = key.into();
        let stroke = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.client
            .perform_actions(stroke)
            .await
            .expect("the driver presses keys");
    }

    /// The tag, name and text of what has the focus: `a#skip "Skip to the page"`.
    pub async fn focus(&self) -> String {
        let Ok(element) = self.client.active_element().await else {
            return String::new();
        };
        let tag = element.tag_name().await.unwrap_or_default();
        let mut said = tag;
        for (mark, attribute) in [("#", "id"), ("@", "name")] {
            if let Ok(Some(value)) = element.attr(attribute).await {
                said = format!("{said}{mark}{value}");
            }
        }
        format!("{said} {:?}", element.text().await.unwrap_or_default())
    }

    /// Goes back one page.
    pub async fn back(&self) {
        self.client.back().await.expect("the driver goes back");
    }

    /// Runs a script in the page and gives its value back (needs scripts).
    pub async fn script(&self, script: &str) -> Value {
        let value = self.client.execute(script, Vec::new()).await;
        value.unwrap_or_else(|why| panic!("the script fails: {why}"))
    }

    /// Runs a script at the beginning of every page that is opened from now on.
    pub(crate) async fn bring(&self, script: &str) {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await;
    }

    /// Gives the window another size; below 500 pixels as a phone.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    /// Takes a picture of a step, where somebody wants pictures.
    pub async fn step(&self, name: &str) {
        if place::wants_pictures() {
            self.picture(name).await;
        }
    }

    /// Takes a picture of the whole page as `NAME.png` in [`place::pictures`].
    pub async fn picture(&self, name: &str) -> PathBuf {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let side = |of: &str, side: &str| {
            let size = metrics[of][side]
                .as_f64()
                .unwrap_or_default()
                .clamp(1.0, 12_000.0);
            format!("{size:.0}").parse::<u32>().unwrap_or_default()
        };
        let (width, height) = (
            side("cssLayoutViewport", "clientWidth"),
            side("cssLayoutViewport", "clientHeight"),
        );
        self.resize(width, side("cssContentSize", "height").max(height))
            .await;
        let file = self.view(name).await;
        self.resize(width, height).await;
        file
    }

    /// Takes a picture of what the window shows as `NAME.png` in [`place::pictures`].
    pub async fn view(&self, name: &str) -> PathBuf {
        let png = self
            .client
            .screenshot()
            .await
            .expect("the driver takes pictures");
        let file = place::pictures().join(format!("{name}.png"));
        fs::create_dir_all(place::pictures()).expect("the pictures' folder can be made");
        fs::write(&file, png).expect("the picture can be written");
        file
    }

    /// Sends a command of Chromium's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let url = format!(
            "{}/session/{}/goog/cdp/execute",
            self.driver.url(),
            self.session
        );
        let body = json!({ "cmd": command, "params": parameters }).to_string();
        let answer = self
            .http
            .post(url)
            .body(body)
            .send()
            .await
            .expect("the driver answers");
        let status = answer.status();
        let answer = answer.text().await.expect("the driver answers in full");
        assert!(status.is_success(), "{command}: {answer}");
        let mut answer: Value = serde_json::from_str(&answer).expect("the driver speaks JSON");
        answer["value"].take()
    }

    async fn field(&self, field: &str) -> Element {
        let said = quote(field);
        let exact = format!(
            "//*[{FIELD}][@name={said} or @id={said} or @aria-label={said} \
             or @id=//label[normalize-space(.)={said}]/@for or ancestor::label[normalize-space(.)={said}]]"
        );
        let part = format!(
            "//*[{FIELD}][@id=//label[contains(normalize-space(.),{said})]/@for \
             or ancestor::label[contains(normalize-space(.),{said})]]"
        );
        let found = self
            .within(async || match self.first_displayed(&exact).await {
                Some(element) => Some(element),
                None => self.first_displayed(&part).await,
            })
            .await;
        match found {
            Some(element) => element,
            None => self.stuck(&format!("has no field {field:?}")).await,
        }
    }

    async fn first_displayed(&self, path: &str) -> Option<Element> {
        for element in self.client.find_all(Locator::XPath(path)).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    /// Tries until it works or the patience of a person is over.
    async fn within<T>(&self, mut attempt: impl AsyncFnMut() -> Option<T>) -> Option<T> {
        let tries = async {
            loop {
                if let Some(value) = attempt().await {
                    return value;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, tries).await.ok()
    }

    async fn stuck(&self, what: &str) -> ! {
        let picture = self.picture("stuck").await;
        let (url, text) = (self.url().await, self.text().await);
        panic!("{url} {what} (picture: {})\n{text}", picture.display());
    }
}

/// A text as an XPath expression, whatever quotes it holds.
fn quote(text: &str) -> String {
    if text.contains('\'') {
        let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
        format!("concat({})", parts.join(", \"'\", "))
    } else {
        format!("'{text}'")
    }
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn quotes_survive_in_a_path() {
        assert_eq!(quote("plain"), "'plain'");
        assert_eq!(quote("Mada'in"), "concat('Mada', \"'\", 'in')");
    }
}
