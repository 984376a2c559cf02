//! What keys do in a real browser, under the very headers that pages are sent with.

use std::time::Duration;

use access::action::ReadPublicPage;
use access::{Actor, Member};
use axum::Router;
use axum::extract::{Path, Request};
use axum::response::{Html, IntoResponse, Response};
use page::{App, FrameKind, Problem, Route, no_sample};
use record::{Id, Language, OrgKind, Role, Session};
use testkit::{Browser, Key, Viewport};

/// Answers with a sample by its name.
async fn sample(Path((language, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let language = Language::from_code(&language).map_err(|_| Problem::NotThere)?;
    let samples = page::samples(language);
    let sample = samples.into_iter().find(|sample| sample.name == name);
    let html = sample.ok_or(Problem::NotThere)?.html;
    // A button that asks for a part of a page, so that the policy of staff pages is tried.
    let ask = "<p id=\"part\">before</p><button type=\"button\" id=\"ask\" \
        data-hx-get=\"/en/3/part\" data-hx-target=\"#part\">ask</button></main>";
    Ok(Html(html.replace("</main>", ask)).into_response())
}

async fn part() -> Html<&'static str> {
    Html("<b>after</b>")
}

async fn open(app: App) -> (String, tokio::task::JoinHandle<()>) {
    let kind =
        |frame, path, name| Route::get::<ReadPublicPage, _>(path, name, frame, no_sample, sample);
    let routes = vec![
        kind(FrameKind::Public, "/{language}/1/{name}", "public"),
        kind(FrameKind::Staff, "/{language}/2/{name}", "staff"),
        Route::get::<ReadPublicPage, _>("/en/3/part", "part", FrameKind::Staff, no_sample, part),
    ];
    let member = Member {
        account: Id::from_bytes([1; 16]),
        pseudonym: Id::from_bytes([2; 16]),
        org: Id::from_bytes([3; 16]),
        org_kind: OrgKind::Aid,
        role: Role::Responder,
        session: Session::Fresh,
        memberships: Vec::new(),
        manages: Vec::new(),
    };
    let session = move |_: &App, router: Router<App>| {
        router.layer(axum::middleware::map_request(
            move |mut request: Request| {
                request
                    .extensions_mut()
                    .insert(Actor::Person(member.clone()));
                async { request }
            },
        ))
    };
    let (pages, _) = page::router(routes, app, session).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    let task = tokio::spawn(async move {
        axum::serve(listener, pages).await.unwrap();
    });
    (url, task)
}

async fn covered(browser: &Browser) -> bool {
    let script = "return !document.getElementById('cover').hidden";
    browser.script(script).await.as_bool().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_hide_staff_pages_and_leave_public_ones() {
    let (app, _folder) = crate::app().await;
    let (url, server) = open(app).await;
    let Some(browser) = Browser::start(Viewport::DESK).await else {
        return;
    };

    // Staff: Escape twice covers all, the button uncovers it; one Escape does nothing.
    browser.goto(&format!("{url}/en/2/staff-full")).await;
    let title = browser.script("return document.title").await;
    browser.press(Key::Escape).await;
    assert!(!covered(&browser).await);
    browser.press(Key::Escape).await;
    assert!(covered(&browser).await);
    assert_eq!(browser.script("return document.title").await, "Notes");
    let on_top = "return document.elementFromPoint(innerWidth / 2, innerHeight / 2).id";
    assert_eq!(browser.script(on_top).await, "cover");
    assert_eq!(
        browser.script("return document.activeElement.id").await,
        "uncover"
    );
    browser.press(Key::Enter).await;
    assert!(!covered(&browser).await);
    assert_eq!(browser.script("return document.title").await, title);
    browser.click("Hide the screen").await;
    assert!(covered(&browser).await);
    browser.press(Key::Enter).await;

    // htmx puts a part in, through the one policy.
    browser.click("ask").await;
    browser.see("after").await;
    // What that policy was not made for is refused.
    let refused = "try { document.body.insertAdjacentHTML('beforeend', '<script src=x>'); \
        return document.scripts.length } catch (error) { return -1 }";
    let scripts = browser.script("return document.scripts.length").await;
    assert_eq!(browser.script(refused).await, scripts);
    assert_eq!(testkit::axe(&browser).await, []);

    // Public: no policy can be made, and Escape twice goes away for good.
    browser.goto(&format!("{url}/ar/1/public-errors")).await;
    let made = "try { trustedTypes.createPolicy('default', {}); return true } \
        catch (error) { return false }";
    assert_eq!(browser.script(made).await, false);
    let icons = "return document.querySelector('.icon').getBoundingClientRect().width > 0 \
        && [...document.fonts].every(font => font.status === 'loaded')";
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(browser.script(icons).await, true);
    let goes = "window.left = null; document.getElementById('leave').dataset.to = \
        location.origin + '/hidden'";
    browser.script(goes).await;
    browser.press(Key::Escape).await;
    browser.press(Key::Escape).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(browser.url().await.ends_with("/hidden"));
    browser.back().await;
    assert!(
        browser.url().await.ends_with("/staff-full"),
        "the page left no entry behind"
    );

    server.abort();
}
