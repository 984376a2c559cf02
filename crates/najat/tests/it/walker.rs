//! Somebody at a screen without script, who knows nothing but what stands on it: opens the start,
//! follows links by their words, fills in a form's fields as they are offered and sends it.

use record::Language;
use reqwest::{Client, Response};

use crate::installed::{Enrolled, Installed, client, sign_in};
use crate::sheet::{Form, attribute, tags, text_of};

/// How far a page leads on by itself.
const HOPS: usize = 6;

/// Somebody at a screen, in English.
pub struct Walker<'h> {
    site: &'h Installed,
    url: String,
    client: Client,
    /// Who is signed in.
    who: Option<Enrolled>,
    /// Where they are.
    pub path: String,
    /// The page they see.
    pub html: String,
    /// The status with which it was answered.
    pub status: u16,
}

/// The words of a message in English.
pub fn say(key: &str) -> String {
    page::words(Language::En, key, &[])
}

impl<'h> Walker<'h> {
    /// Somebody without an account, at the start.
    pub async fn anybody(site: &'h Installed, url: &str) -> Self {
        let mut walker = Self {
            site,
            url: url.to_owned(),
            client: client(url),
            who: None,
            path: String::new(),
            html: String::new(),
            status: 0,
        };
        walker.open("/en").await;
        walker
    }

    /// Somebody who signs in and sees where they are led.
    pub async fn signed_in(site: &'h Installed, url: &str, who: &Enrolled) -> Self {
        let (client, to) = sign_in(site, url, who).await;
        let mut walker = Self {
            site,
            url: url.to_owned(),
            client,
            who: Some(who.clone()),
            path: String::new(),
            html: String::new(),
            status: 0,
        };
        walker.open(&to).await;
        walker
    }

    /// Opens a page, the second factor shown where it is asked for.
    pub async fn open(&mut self, path: &str) {
        let answer = self.get(path).await;
        self.arrive(path.to_owned(), answer).await;
        assert_eq!(self.status, 200, "{path}: {}", self.seen());
    }

    /// What an address answers to them, by itself.
    pub async fn knocks(&self, path: &str) -> (u16, String) {
        let answer = self.get(path).await;
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn get(&self, path: &str) -> Response {
        let url = format!("{}{path}", self.url);
        self.client.get(url).send().await.unwrap()
    }

    /// Goes where an answer leads, until there is a page.
    async fn arrive(&mut self, mut path: String, mut answer: Response) {
        for _ in 0..HOPS {
            self.status = answer.status().as_u16();
            if self.status != 303 {
                self.path = path;
                self.html = answer.text().await.unwrap();
                return;
            }
            answer.headers()["location"]
                .to_str()
                .unwrap()
                .clone_into(&mut path);
            answer = self.get(&path).await;
            if path.starts_with("/step-up") {
                answer = self.step_up(answer).await;
            }
        }
        panic!("{path} leads round and round");
    }

    async fn step_up(&self, asked: Response) -> Response {
        let html = asked.text().await.unwrap();
        let who = self.who.as_ref().unwrap();
        let mut form = Form::with_button(&html, &say("account-step-up"));
        let field = form.digits_field();
        form.fill(field, &self.site.digits(who));
        self.post(&form).await
    }

    async fn post(&self, form: &Form) -> Response {
        let url = format!("{}{}", self.url, form.action);
        let post = self.client.post(url).form(&form.fields);
        post.send().await.unwrap()
    }

    /// Follows the link with these words.
    pub async fn follow(&mut self, words: &str) {
        let links = || tags(&self.html, "a");
        let exact = links().find(|(_, said)| said == words);
        let found = exact.or_else(|| links().find(|(_, said)| said.contains(words)));
        let (tag, _) = found.unwrap_or_else(|| panic!("no link {words} on {}", self.seen()));
        let href = attribute(&tag, "href").unwrap();
        let to = if href.starts_with('?') {
            let path = self.path.split('?').next().unwrap_or_default();
            format!("{path}{href}")
        } else {
            href
        };
        self.open(&to).await;
    }

    /// Follows the link that a message names.
    pub async fn go(&mut self, key: &str) {
        self.follow(&say(key)).await;
    }

    /// Fills in the form with this button and sends it.
    pub async fn send(&mut self, button: &str, fields: &[(&str, &str)]) {
        self.try_to_send(button, fields).await;
        assert_eq!(self.status, 200, "{}: {}", self.path, self.seen());
    }

    /// The same, whatever is answered.
    pub async fn try_to_send(&mut self, button: &str, fields: &[(&str, &str)]) {
        let form = Form::with_button(&self.html, &say(button));
        self.fill_and_send(form, fields).await;
    }

    /// Presses the button in the line of a table in which all these words stand.
    pub async fn send_in_line(&mut self, words: &[&str], button: &str) {
        let form = Form::with_button(&self.line(words), &say(button));
        self.fill_and_send(form, &[]).await;
        assert_eq!(self.status, 200, "{}: {}", self.path, self.seen());
    }

    /// Follows the first link in the line of a table in which all these words stand.
    pub async fn follow_in_line(&mut self, words: &[&str]) {
        let line = self.line(words);
        let (tag, _) = tags(&line, "a").next().unwrap();
        self.open(&attribute(&tag, "href").unwrap()).await;
    }

    /// Where the first link leads that begins so.
    pub fn first_link(&self, begins: &str) -> String {
        let links = tags(&self.html, "a").filter_map(|(tag, _)| attribute(&tag, "href"));
        let mut found = links.filter(|href| href.starts_with(begins));
        found.next().unwrap_or_else(|| panic!("no link {begins}"))
    }

    fn line(&self, words: &[&str]) -> String {
        let lines = self.html.split("<tr>").skip(1);
        let mut lines = lines.map(|line| line.split("</tr>").next().unwrap_or_default());
        let line = lines.find(|line| {
            let seen = text_of(line);
            words.iter().all(|word| seen.contains(word))
        });
        let line = line.unwrap_or_else(|| panic!("no line of {words:?} in {}", self.seen()));
        line.to_owned()
    }

    async fn fill_and_send(&mut self, mut form: Form, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            form.fill(name, value);
        }
        if form.action.is_empty() {
            self.path.clone_into(&mut form.action);
        }
        let answer = self.post(&form).await;
        self.arrive(form.action.clone(), answer).await;
        // What was typed is kept while the digits are asked for, and sent from there.
        if self.seen().contains(&say("account-draft-sent")) {
            let kept = Form::with_button(&self.html, &say("account-draft-send"));
            let answer = self.post(&kept).await;
            self.arrive(kept.action.clone(), answer).await;
        }
    }

    /// Everything that can be read on the page.
    pub fn seen(&self) -> String {
        text_of(&self.html)
    }

    pub fn sees(&self, words: &str) {
        let seen = self.seen();
        assert!(seen.contains(words), "{words:?} on {}: {seen}", self.path);
    }

    pub fn sees_said(&self, key: &str) {
        self.sees(&say(key));
    }

    /// Comes back to a page until it shows something: rules work by themselves.
    pub async fn until(&mut self, path: &str, words: &str) {
        for _ in 0..100 {
            self.open(path).await;
            if self.seen().contains(words) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        self.sees(words);
    }
}
