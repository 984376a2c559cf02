//! Forms that could not be sent, and what comes back of them: parts of the test of what is behind
//! the door.

use record::{Id, Language, Role};
use reqwest::{Client, StatusCode};

use crate::account::{BODY, digits, get, known, known_as, location, post, sign_in, text};
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
    // The reason of a shelter that says no is none of the secrets, though its field is a code.
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

/// What was sent is done by the digits themselves, on the page it was going to.
pub async fn a_step_up_completes_what_was_sent(town: &Town) {
    let mut people = town.country.people.iter();
    let administrator = people.find(|person| person.role == Role::Administrator);
    let person = known_as(administrator.unwrap());
    let client = town.client();
    sign_in(town, &client, &person).await;
    let path = "/organisations/new";
    let made = "Clinic of the reeds";
    let form = [
        ("name_en", made),
        ("name_ar", "عيادة القصب"),
        ("name_ckb", "کلینیکی قامیش"),
        ("kind", "aid"),
        ("jurisdiction", "federal"),
        ("parent", "none"),
        ("place", "IQG02"),
        ("independent", "yes"),
        ("form_key", "k2"),
        ("version", "0"),
    ];
    let answer = post(town, &client, path, &form).await;
    let to = location(&answer).to_owned();
    assert!(
        to.starts_with("/step-up?to=/account/drafts/") && to.ends_with("&whole=1"),
        "{to}"
    );
    let page = text(get(town, &client, &to).await).await;
    assert!(page.contains(&format!("action=\"{path}\"")), "{page}");
    let draft = page
        .split("name=\"step_up_draft\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let wrong = [("step_up_draft", draft), ("step_up_digits", "000000")];
    let answer = post(town, &client, path, &wrong).await;
    let again = location(&answer).to_owned();
    assert!(again.ends_with("&wrong=1"), "{again}");
    assert_eq!(
        get(town, &client, &again).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let code = digits(town, &person.secret);
    let right = [("step_up_draft", draft), ("step_up_digits", code.as_str())];
    let answer = post(town, &client, path, &right).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert!(
        !location(&answer).starts_with("/step-up"),
        "{}",
        location(&answer)
    );
    // The page that follows says what was done, once.
    let confirmed = "class=\"note safe\" role=\"status\"";
    let list = text(get(town, &client, "/organisations").await).await;
    assert!(list.contains(made) && list.contains(confirmed));
    let list = text(get(town, &client, "/organisations").await).await;
    assert!(list.contains(made) && !list.contains(confirmed));
    let listed = list.matches(made).count();
    // Pressed twice, it is the same form: it is done once, and nobody is told of wrong digits.
    let answer = post(town, &client, path, &right).await;
    let to = answer.headers().get("location");
    assert!(
        to.is_none_or(|to| !to.to_str().unwrap().contains("wrong")),
        "{to:?}"
    );
    let list = text(get(town, &client, "/organisations").await).await;
    assert_eq!(list.matches(made).count(), listed);
}

/// How many forms are kept for somebody.
async fn page_of_drafts(town: &Town, client: &Client) -> usize {
    let page = text(get(town, client, "/account").await).await;
    page.matches("/account/drafts/").count()
}
