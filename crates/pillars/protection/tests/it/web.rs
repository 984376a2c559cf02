//! The pillar's pages as somebody's browser asks for them.

use std::sync::{Arc, Mutex};

use access::Actor;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use http::StatusCode;
use page::{App, Settings};
use tower::ServiceExt as _;

use crate::installation::Installation;

/// The fields of a form, in the order they are sent.
pub type Fields = Vec<(String, String)>;

pub struct Web {
    router: Router,
    actor: Arc<Mutex<Actor>>,
}

pub struct Answer {
    pub status: StatusCode,
    pub html: String,
    pub to: Option<String>,
}

impl Web {
    pub fn open(site: &Installation) -> Self {
        let world = site.store.world().clone();
        let app = App::new(site.store.clone(), world, Settings::default())
            .with_panels(protection::PANELS);
        let actor = Arc::new(Mutex::new(Actor::Public));
        let who = actor.clone();
        let session = move |_: &App, router: Router<App>| {
            router.layer(axum::middleware::map_request(
                move |mut request: Request| {
                    let actor = who.lock().unwrap().clone();
                    async move {
                        request.extensions_mut().insert(actor);
                        request
                    }
                },
            ))
        };
        let (router, _) =
            page::router(protection::routes(), app, session).expect("the table is right");
        Self { router, actor }
    }

    /// Whoever asks from now on.
    pub fn act(&self, actor: Actor) {
        *self.actor.lock().unwrap() = actor;
    }

    async fn ask(&self, request: http::request::Builder, body: String) -> Answer {
        let request = request
            .header("host", "localhost")
            .header("accept-language", "en");
        let request = request.body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        // What was done is said on the next page; no other cookie is set.
        for cookie in response.headers().get_all("set-cookie") {
            assert!(
                cookie.to_str().unwrap().starts_with("__Host-done="),
                "{cookie:?}"
            );
        }
        let to = response
            .headers()
            .get("location")
            .map(|to| to.to_str().unwrap().to_owned());
        let body = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        Answer {
            status,
            html: String::from_utf8(body.to_vec()).unwrap(),
            to,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path), String::new()).await
    }

    pub async fn get_compressed(&self, path: &str) -> Answer {
        let mini = "Opera/9.80 (Android; Opera Mini/36.2; U; ar)";
        let request = Request::get(path).header("user-agent", mini);
        self.ask(request, String::new()).await
    }

    pub async fn post(&self, path: &str, fields: &Fields) -> Answer {
        let request =
            Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.ask(request, encoded(fields)).await
    }
}

fn encoded(fields: &Fields) -> String {
    let safe = |text: &str| -> String {
        text.bytes()
            .map(|b| {
                if b.is_ascii_alphanumeric() {
                    char::from(b).to_string()
                } else {
                    format!("%{b:02X}")
                }
            })
            .collect()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", safe(name), safe(value)));
    pairs.collect::<Vec<_>>().join("&")
}

pub fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

impl Answer {
    pub fn says(&self, language: record::Language, key: &str) -> bool {
        let words = page::words(language, key, &[])
            .replace('\'', "&#39;")
            .replace('"', "&#34;");
        self.html.contains(&words)
    }

    /// The hidden fields of the form that is sent to this address.
    pub fn hidden(&self, action: &str) -> Fields {
        let start = format!("action=\"{action}\"");
        let form = self
            .html
            .split("<form")
            .find(|form| form.contains(&start))
            .expect("a form");
        let form = form.split("</form>").next().unwrap_or_default();
        let inputs = form
            .split("<input")
            .skip(1)
            .filter(|tag| tag.contains("type=\"hidden\""));
        let attribute = |tag: &str, name: &str| {
            let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
            Some(tag[start..].split('"').next()?.to_owned())
        };
        inputs
            .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)))
            .collect()
    }

    /// The digits of the receipt shown.
    pub fn receipt(&self) -> String {
        let shown = self
            .html
            .split("class=\"receipt\"")
            .nth(1)
            .expect("a receipt");
        let shown = shown.split("</p>").next().unwrap_or_default();
        let groups = shown.split("<bdi dir=\"ltr\">").skip(1);
        groups
            .filter_map(|group| group.split("</bdi>").next())
            .map(str::trim)
            .collect()
    }
}
