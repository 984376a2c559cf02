//! Forms that could not be sent, and what comes back of them: parts of the test of what is behind
//! the door.

use record::{Id, Language, Role};
use reqwest::{Client, StatusCode};

use crate::account::{BODY, digits, get, known, location, post, sign_in, text};
use crate::town::Town;

pub async fn a_form_sent_too_late_comes_back_after_signing_in(town: &Town) {
    let person = known(town, Role::Responder);
    let client = town.client();
    sign_in(town, &client, &person).await;
    let routes = najat::demo::routes();
    let route = routes
        .iter()
        .find(|route| route.row().name == "report-answer")
        .unwrap();
    let path = route
        .row()
        .path
        .replace("{id}", &Id::from_bytes([7; 16]).to_string());
    town.clock.advance(20 * 60);
    let form = [
        ("text", "نتصل بك غداً"),
        ("password", "hush"),
        ("form_key", "k"),
        ("version", "3"),
    ];
    let answer = post(town, &client, &path, &form).await;
    assert_eq!(location(&answer), "/sign-in?kept=1");
    let answer = sign_in(town, &client, &person).await;
    let draft = location(&answer).to_owned();
    assert!(draft.starts_with("/account/drafts/"), "{draft}");
    let page = text(get(town, &client, &draft).await).await;
    assert!(page.contains("نتصل بك غداً") && page.contains(&format!("action=\"{path}\"")));
    assert!(
        page.contains("name=\"version\" value=\"3\""),
        "the version that was seen"
    );
    assert!(!page.contains("hush"), "no password is kept");
    let stranger = town.enter(Role::Supervisor, BODY).await;
    assert_eq!(
        get(town, &stranger, &draft).await.status(),
        StatusCode::NOT_FOUND
    );
    let answer = sign_in(town, &client, &person).await;
    assert!(
        !location(&answer).starts_with("/account/drafts/"),
        "offered once by itself"
    );
    let page = text(get(town, &client, "/account").await).await;
    assert!(page.contains(&draft), "and kept on the list for a day");
    // The reason of a house that says no is none of the secrets, though its field is a code.
    sign_in(town, &client, &person).await;
    town.clock.advance(20 * 60);
    let decline = path_of("bed-decline-send");
    let reason = [("code", "papers"), ("form_key", "k"), ("version", "0")];
    post(town, &client, &decline, &reason).await;
    let answer = sign_in(town, &client, &person).await;
    let page = text(get(town, &client, location(&answer)).await).await;
    assert!(page.contains("name=\"code\" value=\"papers\""));
    for key in ["bed-decline-code", "bed-decline-papers"] {
        let words = page::words(Language::En, key, &[]);
        assert!(page.contains(&words), "in words, as on its page: {key}");
    }
    // Nobody's session: nothing is kept.
    let answer = post(town, &town.client(), &path, &form).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
}

/// The path of a form, about somebody.
fn path_of(name: &str) -> String {
    let routes = najat::demo::routes();
    let route = routes.iter().find(|route| route.row().name == name);
    let about = Id::from_bytes([7; 16]).to_string();
    route.unwrap().row().path.replace("{id}", &about)
}

pub async fn a_form_that_needs_a_step_up_comes_back_after_it(town: &Town) {
    let person = known(town, Role::Caseworker);
    let client = town.client();
    sign_in(town, &client, &person).await;
    let path = path_of("propose-member-reset");
    let form = [
        ("reason", "her phone is at the bottom of the canal"),
        ("digits", "123456"),
        ("form_key", "k"),
        ("version", "3"),
    ];
    let answer = post(town, &client, &path, &form).await;
    let to = location(&answer).to_owned();
    let draft = to.strip_prefix("/step-up?to=").expect("a step-up first");
    assert!(draft.starts_with("/account/drafts/"), "{draft}");
    assert!(get(town, &client, &to).await.status().is_success());
    let code = digits(town, &person.secret);
    let right = [("code", code.as_str()), ("to", draft)];
    let answer = post(town, &client, "/step-up", &right).await;
    assert_eq!(location(&answer), draft);
    let page = text(get(town, &client, draft).await).await;
    assert!(page.contains("bottom of the canal"));
    assert!(page.contains(&format!("action=\"{path}\"")));
    assert!(page.contains("name=\"version\" value=\"3\""));
    assert!(!page.contains("123456"), "no secret is kept");
    // A form that may go on at once is not kept.
    let before = page_of_drafts(town, &client).await;
    let answer = post(town, &client, &path, &form).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(page_of_drafts(town, &client).await, before);
}

/// How many forms are kept for somebody.
async fn page_of_drafts(town: &Town, client: &Client) -> usize {
    let page = text(get(town, client, "/account").await).await;
    page.matches("/account/drafts/").count()
}
