//! Running the installation through HTTP: an administrator makes an organisation, a member, a reader, a
//! number and a desk; colleagues confirm, reset, hand over.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use people::{account, totp};
use record::{Id, Role};
use reqwest::{Client, Response, StatusCode};
use store::StoreError;
use vault::Plain;

use crate::sender::hidden_of;
use crate::town::Town;

/// Where the people of these tests work.
const DESK: &str = "care-IQG02";

/// Somebody with a session.
struct Session<'t> {
    town: &'t Town,
    client: Client,
    secret: Plain<Vec<u8>>,
}

impl Session<'_> {
    async fn get(&self, path: &str) -> Response {
        self.client.get(self.town.url(path)).send().await.unwrap()
    }

    /// A page in English.
    async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.text().await.unwrap()
    }

    /// Sends a form as the page on which it stands made it.
    async fn send(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Response {
        let html = self.page(page).await;
        let mut form = hidden_of(&html, action);
        form.dedup_by(|a, b| a.0 == b.0);
        assert!(!form.is_empty(), "{action} stands on {page}");
        for (name, value) in fields {
            form.retain(|(known, _)| known != name);
            form.push(((*name).to_owned(), (*value).to_owned()));
        }
        let post = self.client.post(self.town.url(action));
        post.form(&form).send().await.unwrap()
    }

    /// Like [`Session::send`], where some fields take several values.
    async fn send_all(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Response {
        let form = self.filled(page, action, fields).await;
        self.post(action, &form).await
    }

    /// The form of a page with these answers.
    async fn filled(
        &self,
        page: &str,
        action: &str,
        fields: &[(&str, &str)],
    ) -> Vec<(String, String)> {
        let html = self.page(page).await;
        let mut form = hidden_of(&html, action);
        let given = fields.iter();
        form.extend(given.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        form
    }

    async fn post(&self, action: &str, form: &[(String, String)]) -> Response {
        let post = self.client.post(self.town.url(action));
        post.form(form).send().await.unwrap()
    }

    /// Shows the second factor once more.
    async fn step_up(&self) {
        let code = digits(self.town, &self.secret);
        let form = [("code", code.as_str()), ("to", "/account")];
        let post = self.client.post(self.town.url("/step-up"));
        let answer = post.form(&form).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "stepped up");
    }
}

fn digits(town: &Town, secret: &Plain<Vec<u8>>) -> String {
    town.clock.advance(30);
    totp::code(secret, town.store().world().now())
        .expose()
        .clone()
}

/// The body in which somebody of this role works; there is one such role.
fn body_of(town: &Town, role: Role) -> String {
    let mut people = town.country.people.iter();
    people.find(|one| one.role == role).unwrap().body.clone()
}

/// A person of the demo, in English.
async fn enter<'t>(town: &'t Town, role: Role, body: &str) -> Session<'t> {
    let client = town.enter(role, body).await;
    let secret = town.country.find(role, body).unwrap().secret.clone();
    in_english(town, client, secret).await
}

async fn in_english(town: &Town, client: Client, secret: Plain<Vec<u8>>) -> Session<'_> {
    let form = [("language", "en"), ("back", "/account")];
    let post = client.post(town.url("/account/language"));
    assert_eq!(post.form(&form).send().await.unwrap().status(), 303);
    Session {
        town,
        client,
        secret,
    }
}

/// Sixteen digits on the page that shows a one-time code.
fn code_on(html: &str) -> Plain<String> {
    let codes = html.split("class=\"codes\"").nth(1).unwrap();
    let inside = codes.split("<bdo dir=\"ltr\">").nth(1).unwrap();
    let code = inside.split("</bdo>").next().unwrap();
    Plain::new(code.chars().filter(char::is_ascii_digit).collect())
}

/// Enrols with a one-time code, then signs in.
async fn begin<'t>(town: &'t Town, name: &str, code: &Plain<String>) -> Session<'t> {
    let name = Plain::new(name.to_owned());
    let store = town.store();
    let begun = account::begin_enrolment(store, &name, code).await.unwrap();
    let password = Plain::new("eleven goats on the roof".to_owned());
    let form = account::Enrolment {
        ticket: begun.ticket,
        password: password.clone(),
        digits: totp::code(&begun.secret, store.world().now()),
        system: people::session::System::Android,
    };
    account::enrol(store, form).await.unwrap();
    let client = town.client();
    let code = digits(town, &begun.secret);
    let form = [
        ("name", name.expose().as_str()),
        ("password", password.expose().as_str()),
        ("code", code.as_str()),
    ];
    let post = client.post(town.url("/sign-in"));
    let answer = post.form(&form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{}", name.expose());
    in_english(town, client, begun.secret).await
}

async fn ids(town: &Town, sql: &'static str, column: &'static str, of: &str) -> Vec<Id> {
    town.store()
        .read_clear(async |look| -> Result<Vec<Id>, StoreError> {
            let rows = look.rows(sql, store::args![of]).await?;
            rows.iter().map(|row| row.id(column)).collect()
        })
        .await
        .unwrap()
}

async fn organisation(town: &Town, name: &str) -> Id {
    let sql = "SELECT id FROM organisation WHERE name_en = $1";
    ids(town, sql, "id", name).await[0]
}

/// The newest account of an organisation.
async fn newest(town: &Town, org: Id) -> Id {
    let sql = "SELECT account FROM membership WHERE org = $1 ORDER BY began DESC, id DESC";
    ids(town, sql, "account", &org.to_string()).await[0]
}

#[tokio::test]
async fn from_nothing_an_administrator_fills_the_site() {
    let town = Town::small().await;
    let admin = enter(
        &town,
        Role::Administrator,
        &body_of(&town, Role::Administrator),
    )
    .await;
    assert!(
        admin
            .page("/administration")
            .await
            .contains("A reader in every governorate"),
        "what is missing is said"
    );
    let answer = admin.get("/organisations/new").await;
    assert_eq!(answer.status(), 303, "first a second factor");
    admin.step_up().await;

    // An organisation, with everything that is wrong said at once.
    let path = "/organisations/new";
    let wrong = admin
        .send_all(path, path, &[("name_en", "House of reeds")])
        .await;
    assert_eq!(wrong.status(), 422);
    let wrong = wrong.text().await.unwrap();
    assert!(
        wrong.contains("House of reeds"),
        "what was typed comes back"
    );
    let fields = [
        ("name_en", "House of reeds"),
        ("name_ar", "دار القصب"),
        ("name_ckb", "ماڵی قامیش"),
        ("kind", "aid"),
        ("jurisdiction", "federal"),
        ("parent", "none"),
        ("place", "IQG02"),
        ("place", "IQG08"),
        ("independent", "yes"),
        ("number", "0770 123 4567"),
        ("hours", "24/7"),
    ];
    let form = admin.filled(path, path, &fields).await;
    for press in ["first", "second"] {
        assert_eq!(admin.post(path, &form).await.status(), 303, "{press}");
    }
    assert!(
        admin
            .page("/organisations")
            .await
            .contains("House of reeds")
    );
    let org = organisation(&town, "House of reeds").await;
    let change = format!("/organisations/{org}");
    assert!(admin.page(&change).await.contains("07701234567"));

    // Its first member is confirmed by data protection, and by nobody else.
    admin.step_up().await;
    let to = org.to_string();
    let invite = "/members/new";
    let supervisor = [
        ("org", to.as_str()),
        ("role", "supervisor"),
        ("name", "Hawraa of the reeds"),
        ("sign_in_name", "hawraa"),
        ("language", "en"),
    ];
    let shown = admin.send(invite, invite, &supervisor).await;
    assert_eq!(shown.status(), 200);
    let code = code_on(&shown.text().await.unwrap());
    let chief = newest(&town, org).await;
    let list = admin.page(&format!("/members?org={org}")).await;
    assert!(!list.contains("Hawraa"), "an administrator sees no name");
    let officer = enter(
        &town,
        Role::DataProtection,
        &body_of(&town, Role::DataProtection),
    )
    .await;
    assert_eq!(officer.get("/members").await.status(), 404);
    officer.step_up().await;
    assert!(officer.page("/waiting").await.contains("House of reeds"));
    let confirm = format!("/members/{chief}/confirm");
    assert_eq!(officer.send("/waiting", &confirm, &[]).await.status(), 303);
    assert!(!officer.page("/waiting").await.contains("House of reeds"));
    let supervisor = begin(&town, "hawraa", &code).await;
    let members = supervisor.page("/members").await;
    assert!(
        members.contains("Hawraa of the reeds"),
        "a supervisor sees names"
    );

    // The second is confirmed by the supervisor.
    admin.step_up().await;
    let responder = [
        ("org", to.as_str()),
        ("role", "responder"),
        ("name", "Rusul of the reeds"),
        ("sign_in_name", "rusul"),
        ("language", "en"),
    ];
    let shown = admin.send(invite, invite, &responder).await;
    let first = code_on(&shown.text().await.unwrap());
    let worker = newest(&town, org).await;
    let of_worker = format!("/members/{worker}");
    supervisor.step_up().await;
    let confirm = format!("{of_worker}/confirm");
    assert_eq!(
        supervisor.send(&of_worker, &confirm, &[]).await.status(),
        303
    );
    // The first code was lost: while nobody enrolled, another takes its place.
    admin.step_up().await;
    let again = format!("{of_worker}/code");
    let shown = admin.send(&of_worker, &again, &[]).await;
    let code = code_on(&shown.text().await.unwrap());
    assert_ne!(first.expose(), code.expose());
    let responder = begin(&town, "rusul", &code).await;
    assert_eq!(responder.get("/members").await.status(), 404);

    // They read in Basra, and for the whole country.
    for place in ["IQG02", "federal"] {
        admin.step_up().await;
        let page = format!("/readers/change?place={place}");
        let set = admin
            .send(&page, "/readers/change", &[("first", to.as_str())])
            .await;
        assert_eq!(set.status(), 303, "{place}");
    }
    let anybody = town.client().get(town.url("/en/9")).send().await.unwrap();
    let services = anybody.text().await.unwrap();
    assert!(services.contains("House of reeds"));

    // A number is shown as soon as it was rung up, and hidden at once.
    let path = "/numbers/change";
    let fields = [
        ("number", "+964 770 000 1111"),
        ("place", "IQG02"),
        ("name_en", "Line of reeds"),
        ("name_ar", "خط القصب"),
        ("name_ckb", "هێڵی قامیش"),
        ("help_en", "A place tonight"),
        ("help_ar", "مكان الليلة"),
        ("help_ckb", "شوێنێک بۆ ئەمشەو"),
        ("hours", "24/7"),
        ("languages", "ar"),
        ("languages", "ckb"),
        ("records_calls", "no"),
        ("duty_to_report", "unknown"),
        ("checked_by", "secretariat"),
    ];
    assert_eq!(admin.send_all(path, path, &[]).await.status(), 422);
    assert_eq!(admin.send_all(path, path, &fields).await.status(), 303);
    let services = async || {
        let answer = town.client().get(town.url("/en/9")).send().await.unwrap();
        answer.text().await.unwrap()
    };
    assert!(services().await.contains("Line of reeds"));
    let sql = "SELECT id FROM duty_number WHERE name_en = $1";
    let number = ids(&town, sql, "id", "Line of reeds").await[0].to_string();
    let hide = [("id", number.as_str()), ("hidden", "yes")];
    let hidden = admin.send("/numbers", "/numbers/hide", &hide).await;
    assert_eq!(hidden.status(), 303);
    assert!(!services().await.contains("Line of reeds"));

    // A desk answers for placement.
    admin.step_up().await;
    let page = "/desks/change?duty=placement";
    let fields = [("place", "IQG02"), ("first", to.as_str())];
    let set = admin.send(page, "/desks/change", &fields).await;
    assert_eq!(set.status(), 303);
    assert!(admin.page("/desks").await.contains("House of reeds"));

    // The directory names the desk and its number, and nobody.
    let directory = responder.page("/directory").await;
    assert!(directory.contains("House of reeds") && directory.contains("tel:07701234567"));
    assert!(!directory.contains("Rusul") && !directory.contains("Hawraa"));
    town.running.stop().await;
}

#[tokio::test]
async fn colleagues_help_each_other() {
    let town = Town::small().await;
    let people: Vec<&demo::Person> = town
        .country
        .people
        .iter()
        .filter(|person| person.body == DESK)
        .collect();
    assert!(people.len() >= 3, "{} people", people.len());
    let supervisor = enter(&town, Role::Supervisor, DESK).await;
    let worker = town.country.find(Role::Responder, DESK).unwrap();
    let caseworker = enter(&town, Role::Caseworker, DESK).await;

    // Two of them begin a third anew, by the name that the third tells them.
    supervisor.step_up().await;
    let name = [("name", worker.sign_in_name.as_str())];
    let proposed = supervisor
        .send("/colleague", "/colleague/propose", &name)
        .await;
    assert_eq!(proposed.status(), 200);
    let alone = supervisor.client.post(town.url("/colleague/confirm"));
    assert_eq!(alone.form(&name).send().await.unwrap().status(), 422);
    caseworker.step_up().await;
    let confirm = caseworker.client.post(town.url("/colleague/confirm"));
    let shown = confirm.form(&name).send().await.unwrap();
    assert_eq!(shown.status(), 200);
    let code = code_on(&shown.text().await.unwrap());
    let responder = begin(&town, &worker.sign_in_name, &code).await;
    let stranger = [("name", "nobody of that name")];
    let unknown = caseworker
        .send("/colleague", "/colleague/propose", &stranger)
        .await;
    assert_eq!(unknown.status(), 422);

    // The responder hands everything over in one step.
    let chief = &town
        .country
        .find(Role::Supervisor, DESK)
        .unwrap()
        .sign_in_name;
    let to = [("name", chief.as_str())];
    let done = responder.send("/hand-over", "/hand-over", &to).await;
    assert_eq!(done.status(), 200);
    let unfit = [("name", "nobody of that name")];
    let refused = responder.send("/hand-over", "/hand-over", &unfit).await;
    assert_eq!(refused.status(), 422);

    // A lost device: signed out everywhere. Who leaves is out at once, and on no list.
    let page = format!("/members/{}", worker.account);
    let lost = format!("{page}/sessions");
    assert_eq!(supervisor.send(&page, &lost, &[]).await.status(), 303);
    assert_eq!(responder.get("/account").await.status(), 303, "signed out");
    supervisor.step_up().await;
    let end = format!("{page}/end");
    assert_eq!(
        supervisor.send(&page, &end, &[]).await.status(),
        422,
        "not by chance"
    );
    let sure = [("sure", "yes")];
    assert_eq!(supervisor.send(&page, &end, &sure).await.status(), 303);
    assert_eq!(supervisor.get(&page).await.status(), 404);
    town.running.stop().await;
}

#[tokio::test]
async fn the_independent_body_opens_a_name_with_a_reason() {
    let town = Town::small().await;
    let body = body_of(&town, Role::OversightOfficer);
    let admin = enter(
        &town,
        Role::Administrator,
        &body_of(&town, Role::Administrator),
    )
    .await;
    let officer = town.country.find(Role::OversightOfficer, &body).unwrap();
    admin.step_up().await;
    let office = officer.org.to_string();
    let fields = [("place", "none"), ("first", office.as_str())];
    let page = "/desks/change?duty=oversight&place=none";
    let set = admin.send(page, "/desks/change", &fields).await;
    assert_eq!(set.status(), 303);
    town.store().react(&people::reactions()).await.unwrap();
    let watcher = enter(&town, Role::OversightOfficer, &body).await;
    assert_eq!(
        watcher.get("/staff-name").await.status(),
        303,
        "a second factor first"
    );
    watcher.step_up().await;
    let worker = town.country.find(Role::Responder, DESK).unwrap();
    let shown: String = worker.pseudonym.to_string().chars().take(8).collect();
    let fields = [("pseudonym", shown.as_str()), ("reason", "complaint")];
    let opened = watcher.send("/staff-name", "/staff-name", &fields).await;
    assert_eq!(opened.status(), 200);
    assert!(opened.text().await.unwrap().contains("class=\"facts\""));
    let own: String = officer.pseudonym.to_string().chars().take(8).collect();
    let fields = [("pseudonym", own.as_str()), ("reason", "complaint")];
    let refused = watcher.send("/staff-name", "/staff-name", &fields).await;
    assert_eq!(refused.status(), 422, "never one of its own");
    town.running.stop().await;
}
