//! What is answered over HTTP: headers, problems, languages, and that hidden looks like absent.

use std::sync::Arc;

use access::action::{ListReports, ReadPublicPage, ReadReport, SendReport};
use access::{Actor, Member};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use page::{Allowed, AllowedList, App, Form, FrameKind, Problem, Route, Settings, no_sample};
use record::{Id, Language, OrgKind, Role, Session};
use tower::ServiceExt as _;

struct Installation {
    router: Router,
    _site: fixtures::Site,
}

#[derive(askama::Template)]
#[template(source = "{{ frame.title }}", ext = "html")]
struct Plain {
    frame: page::Frame,
}

async fn public(allowed: Allowed<ReadPublicPage>) -> Response {
    let page = Plain {
        frame: allowed.frame("yes"),
    };
    page::render(allowed.visit.language, &page)
}

async fn send(
    State(_): State<App>,
    allowed: Allowed<SendReport>,
    mut form: Form,
) -> Result<Response, Problem> {
    match form.open("text") {
        "wait" => return Err(Problem::TooMany(90)),
        "busy now" => return Err(Problem::Busy),
        _ => {}
    }
    form.needed_text("text", "error-write", 100);
    if form.is_right() {
        return Ok(allowed.visit.redirect("public"));
    }
    let page = Plain {
        frame: allowed.frame("no"),
    };
    Ok(page::render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        allowed.visit.language,
        &page,
    ))
}

async fn report(allowed: Allowed<ReadReport>) -> Response {
    page::render(
        allowed.visit.language,
        &Plain {
            frame: allowed.frame("yes"),
        },
    )
}

async fn reports(allowed: AllowedList<ListReports>) -> Response {
    page::render(
        allowed.visit.language,
        &Plain {
            frame: allowed.frame("yes"),
        },
    )
}

fn routes() -> Vec<Route> {
    let (open, staff) = (FrameKind::Public, FrameKind::Staff);
    vec![
        Route::get::<ReadPublicPage, _>("/{language}/1", "public", open, no_sample, public),
        Route::post::<SendReport, _>("/{language}/1", "send", open, no_sample, send),
        Route::get::<ReadReport, _>("/reports/{id}", "report", staff, no_sample, report),
        Route::post::<SendReport, _>("/reports/answer", "answer", staff, no_sample, send),
        Route::get::<ListReports, _>("/reports", "reports", staff, no_sample, reports),
        Route::get::<ReadPublicPage, _>("/sign-in", "sign-in", FrameKind::Bare, no_sample, public),
        Route::get::<ReadPublicPage, _>("/", "start", FrameKind::Bare, no_sample, public),
    ]
}

async fn site(actor: Actor) -> Installation {
    let (app, site) = crate::app().await;
    let actor = Arc::new(actor);
    let session = move |_: &App, router: Router<App>| {
        router.layer(axum::middleware::map_request(
            move |mut request: Request| {
                let actor = actor.clone();
                async move {
                    request.extensions_mut().insert((*actor).clone());
                    request
                }
            },
        ))
    };
    let (router, _) = page::router(routes(), app, session).unwrap();
    Installation {
        router,
        _site: site,
    }
}

fn responder() -> Actor {
    let id = |n: u8| Id::from_bytes([n; 16]);
    Actor::Person(Member {
        account: id(1),
        pseudonym: id(2),
        org: id(3),
        org_kind: OrgKind::Aid,
        role: Role::Responder,
        session: Session::Fresh,
        memberships: vec![id(3)],
        manages: Vec::new(),
    })
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Installation {
    async fn ask(&self, method: &str, path: &str, extra: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header("host", "localhost:8440");
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
    }

    async fn send(&self, body: &str) -> Answer {
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.ask("POST", "/en/1", &kind, body).await
    }
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn pages_may_do_only_what_they_use_and_nothing_is_kept() {
    let site = site(responder()).await;
    let public = site.get("/ar/1").await;
    assert_eq!(public.status, StatusCode::OK);
    let policy = header(&public, "content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.ends_with("trusted-types 'none'"));
    let staff = site.get("/reports").await;
    assert!(header(&staff, "content-security-policy").ends_with("trusted-types default"));
    for answer in [&public, &staff, &site.get("/nowhere").await] {
        assert_eq!(header(answer, "cache-control"), "no-store");
        assert_eq!(header(answer, "referrer-policy"), "same-origin");
        assert_eq!(header(answer, "x-content-type-options"), "nosniff");
        assert_eq!(header(answer, "cross-origin-opener-policy"), "same-origin");
        assert!(header(answer, "content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(header(answer, "etag"), "");
        assert_eq!(header(answer, "set-cookie"), "");
    }
}

#[tokio::test]
async fn files_are_kept_for_ever_under_the_name_of_their_bytes() {
    let site = site(Actor::Public).await;
    for name in page::asset::names() {
        let answer = site.get(page::asset::path(name).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(header(&answer, "cache-control").ends_with("immutable"));
    }
    let absent = site.get("/static/najat-0000000000000000.css").await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    assert_eq!(header(&absent, "cache-control"), "no-store");
}

#[tokio::test]
async fn hidden_and_absent_are_the_same_bytes() {
    let site = site(responder()).await;
    let absent = site
        .get(&format!("/reports/{}", Id::from_bytes([9; 16])))
        .await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    for path in [
        "/reports/no-id",
        "/reports/00000000-0000-0000-0000-000000000000",
        "/nowhere",
    ] {
        let other = site.get(path).await;
        assert_eq!(other.status, absent.status, "{path}");
        assert_eq!(other.body, absent.body, "{path}");
        assert_eq!(other.headers, absent.headers, "{path}");
    }
}

#[tokio::test]
async fn without_a_session_staff_pages_lead_to_sign_in_whatever_they_name() {
    let site = site(Actor::Public).await;
    for path in ["/reports", "/reports/no-id"] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(header(&answer, "location"), "/sign-in");
    }
}

#[tokio::test]
async fn problems_speak_the_readers_language() {
    let site = site(Actor::Public).await;
    let title = |language| page::words(language, "problem-not-there-title", &[]);
    let arabic = site.get("/nowhere").await;
    assert!(arabic.body.contains(&title(Language::Ar)));
    let by_path = site.get("/ckb/nowhere").await;
    assert!(by_path.body.contains(&title(Language::Ckb)));
    let asked = site
        .ask("GET", "/nowhere", &[("accept-language", "en-GB")], "")
        .await;
    assert!(asked.body.contains(&title(Language::En)));
    // A first segment that is no language is no page.
    assert_eq!(site.get("/xx/1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_refusal_is_a_page_in_words() {
    let site = site(Actor::Public).await;
    let long = "x".repeat(page::BODY_LIMIT + 1);
    let form = ("content-type", "application/x-www-form-urlencoded");
    let elsewhere = [form, ("sec-fetch-site", "cross-site")];
    for (answer, status, key) in [
        (
            site.ask("POST", "/reports", &[form], "").await,
            405,
            "problem-wrong-way",
        ),
        (
            site.ask("DELETE", "/en/1", &[], "").await,
            405,
            "problem-wrong-way",
        ),
        (
            site.ask("POST", "/en/1", &[("content-type", "text/plain")], "a")
                .await,
            405,
            "problem-wrong-way",
        ),
        (
            site.ask("POST", "/en/1", &elsewhere, "text=a").await,
            403,
            "problem-refused",
        ),
        // Longer than it says it is: found while it is read.
        (
            site.send(&format!("text={long}")).await,
            413,
            "problem-too-large",
        ),
        (
            site.ask("GET", "/en/1", &[("x-forwarded-for", "1.1.1.1")], "")
                .await,
            403,
            "problem-refused",
        ),
    ] {
        assert_eq!(answer.status.as_u16(), status);
        let words = [Language::En, Language::Ar].map(|language| page::words(language, key, &[]));
        assert!(
            words.iter().any(|words| answer.body.contains(words)),
            "{key}"
        );
        assert!(header(&answer, "content-security-policy").starts_with("default-src 'none'"));
    }
}

#[tokio::test]
async fn a_form_is_read_or_comes_back() {
    let site = site(Actor::Public).await;
    let wrong = site.send("text=").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = site.send("text=help").await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert_eq!(header(&right, "location"), "/en/1");
}

#[tokio::test]
async fn the_way_out_leads_away_and_makes_the_browser_forget() {
    let site = site(Actor::Public).await;
    let answer = site.get("/leave").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(header(&answer, "location"), Settings::default().leave_to);
    assert!(header(&answer, "clear-site-data").contains("\"storage\""));
    // From another site it leads away and takes nothing from anybody.
    for (from, clears) in [("same-origin", true), ("none", true), ("cross-site", false)] {
        let said = [("sec-fetch-site", from)];
        let answer = site.ask("GET", "/leave", &said, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let cleared = answer.headers.contains_key("clear-site-data");
        assert_eq!(cleared, clears, "{from}");
    }
    assert_eq!(site.get("/hidden").await.status, StatusCode::OK);
}

#[tokio::test]
async fn waiting_is_told_to_programs_too() {
    let answer = site(Actor::Public).await.send("text=wait").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers["retry-after"], "90");
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_went_wrong() {
    let site = site(Actor::Public).await;
    let body = "text=busy+now&form_key=k&version=4&accused=camp&how=%D9%86%D8%B9%D9%85+now";
    let busy = site.send(body).await;
    assert_eq!(busy.status, StatusCode::SERVICE_UNAVAILABLE);
    for part in [
        "name=\"text\"",
        "busy now</textarea>",
        "نعم now</textarea>",
        "name=\"form_key\" value=\"k\"",
        "name=\"version\" value=\"4\"",
        "name=\"accused\" value=\"camp\"",
        &page::words(Language::En, "problem-send-again", &[]),
    ] {
        assert!(busy.body.contains(part), "{part} in {}", busy.body);
    }
    // Too long: all of it, to be made shorter.
    let long = format!("a {}", "x".repeat(page::BODY_LIMIT));
    let large = site.send(&format!("text={long}")).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains(&format!("{long}</textarea>")));
    // Nobody's session, on a page for staff.
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let lost = site
        .ask(
            "POST",
            "/reports/answer",
            &[kind],
            "said=two+words&form_key=k",
        )
        .await;
    assert_eq!(lost.status, StatusCode::FORBIDDEN);
    assert!(lost.body.contains("two words</textarea>"));
    // What another site sent is not shown as anybody's words.
    let elsewhere = [kind, ("sec-fetch-site", "cross-site")];
    let refused = site.ask("POST", "/en/1", &elsewhere, body).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.body.contains("busy now"));
}

#[tokio::test]
async fn what_was_begun_is_finished_without_the_client() {
    let (done, mut finished) = tokio::sync::mpsc::channel(1);
    let act = move |_: Allowed<SendReport>, _: Form| {
        let done = done.clone();
        async move {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            done.send(()).await.unwrap();
            Problem::Busy
        }
    };
    let (app, _folder) = crate::app().await;
    let routes = vec![
        Route::post::<SendReport, _>("/{language}/1", "send", FrameKind::Public, no_sample, act),
        Route::get::<ReadPublicPage, _>("/", "start", FrameKind::Bare, no_sample, public),
    ];
    let acts = app.acts.clone();
    let (pages, _) = page::router(routes, app, |_, pages| pages).unwrap();
    let request = Request::builder()
        .method("POST")
        .uri("/en/1")
        .header("host", "localhost:8440")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("text=help"))
        .unwrap();
    // The connection goes away while the answer is waited for.
    let short = std::time::Duration::from_millis(20);
    assert!(
        tokio::time::timeout(short, pages.oneshot(request))
            .await
            .is_err()
    );
    assert!(finished.try_recv().is_err());
    acts.settle().await;
    assert_eq!(finished.try_recv(), Ok(()));
}

#[test]
fn a_table_with_a_fault_is_refused() {
    use page::BadTable::{Form, Name, Path, Secret};
    use page::Field;
    const HUSH: &[Field] = &[Field::line::<String>("new_password", "code", "", "")];
    let twice = |path, name| {
        Route::get::<ReadPublicPage, _>(path, name, FrameKind::Public, no_sample, public)
    };
    let fault = |routes: Vec<Route>| {
        page::Table::new(routes.iter().map(|route| route.row().clone()).collect()).err()
    };
    assert_eq!(
        fault(vec![
            twice("/{language}/1", "a"),
            twice("/{language}/2", "a")
        ]),
        Some(Name("a"))
    );
    assert_eq!(
        fault(vec![
            twice("/{language}/1", "a"),
            twice("/{language}/1", "b")
        ]),
        Some(Path("/{language}/1"))
    );
    assert_eq!(fault(vec![twice("/help", "a")]), Some(Form("/help")));
    let mut hush = twice("/{language}/1", "a").row().clone();
    hush.forms = vec![HUSH];
    assert_eq!(
        page::Table::new(vec![hush]).err(),
        Some(Secret("/{language}/1")),
        "what may never be shown again stands in no list"
    );
}
