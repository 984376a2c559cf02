//! The pages of a case and its person as they are sent: a case opened from a report, the questions, a
//! name, a no; and that the name stands on no page afterwards.

use clock::AgeBand;
use http::StatusCode;
use record::Language;

use crate::installation::{BASRA, Basra, Installation};
use crate::web::{Web, field};

const EN: Language = Language::En;
const NEW: &str = "/cases/new";

#[tokio::test]
async fn a_case_is_opened_planned_and_found_in_its_list() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let report = site.entrusted(&basra).await;
    let web = Web::open(&site);
    web.act(basra.caseworker.actor());
    let page = web.get(&format!("/reports/{report}")).await;
    assert!(
        page.html.contains(&format!("/cases/new?report={report}")),
        "{}",
        page.html
    );
    let page = web.get(&format!("{NEW}?report={report}")).await;
    let mut fields = page.hidden(NEW);
    // Nothing chosen: the form comes back, and says what is missing.
    let missing = web.post(NEW, &fields).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.says(EN, "error-choose"));
    fields.extend([field("age", "adult"), field("needs", "health")]);
    let opened = web.post(NEW, &fields).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
    let case = opened.to.unwrap();
    let page = web.get(&case).await;
    for key in [
        "case-unplanned",
        "case-consent-asked",
        "case-bed-none",
        "case-need-health",
    ] {
        assert!(page.says(EN, key), "{key}");
    }
    assert!(
        page.html.contains(&format!("/beds/new?report={report}")),
        "a place, from the first second"
    );
    // The same form sent twice opens one.
    assert_eq!(web.post(NEW, &fields).await.to.as_deref(), Some(&*case));
    let list = web
        .get("/cases?age=adult&missing=no_place&whose=mine")
        .await;
    assert!(
        list.html.contains(&format!("href=\"{case}\"")),
        "{}",
        list.html
    );
    for other in ["age=child", "governorate=IQG15", "state=closed"] {
        let list = web.get(&format!("/cases?{other}")).await;
        assert!(list.says(EN, "case-list-none-such"), "{other}");
    }
    assert_ne!(BASRA, "IQG15");

    let contact = format!("{case}/contact");
    let page = web.get(&contact).await;
    let mut fields = page.hidden(&contact);
    fields.push(field("how", "by the neighbour"));
    let half = web.post(&contact, &fields).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        half.html.contains("by the neighbour"),
        "nothing typed is lost"
    );
    web.act(basra.responder.actor());
    for path in [case.as_str(), "/cases", NEW] {
        assert_eq!(web.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn after_a_no_the_name_stands_on_no_page() {
    const PLANTED: [&str; 3] = ["Zaynab-planted", "1 May 2001 planted", "+9647701234567"];
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let actor = basra.caseworker.actor();
    let case = site.open_case(&actor, None, AgeBand::Adult).await.unwrap();
    let person = site.person_of(&actor, case).await;
    web.act(actor);
    let (book, write) = (
        format!("/people/{person}"),
        format!("/people/{person}/name/write"),
    );
    assert_eq!(
        web.get(&write).await.status,
        StatusCode::NOT_FOUND,
        "before the answers"
    );
    let answers = format!("{book}/answers");
    let says = async |write: &str| {
        let page = web.get(&answers).await;
        let mut fields = page.hidden(&answers);
        fields.extend([
            field("talk", "yes"),
            field("write", write),
            field("share", "yes"),
        ]);
        let said = web.post(&answers, &fields).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.html);
    };
    says("yes").await;
    let page = web.get(&write).await;
    let mut fields = page.hidden(&write);
    fields.extend([
        field("given", PLANTED[0]),
        field("born", PLANTED[1]),
        field("phone", PLANTED[2]),
    ]);
    assert_eq!(
        web.post(&write, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let name = format!("{book}/name");
    let page = web.get(&name).await;
    assert!(page.html.contains(PLANTED[0]) && page.html.contains(PLANTED[1]));
    // Not on the case, nor in the book, nor in the list.
    for path in [format!("/cases/{case}"), book.clone(), "/cases".to_owned()] {
        let page = web.get(&path).await;
        assert!(
            PLANTED.iter().all(|planted| !page.html.contains(planted)),
            "{path}"
        );
    }
    says("no").await;
    assert_eq!(web.get(&name).await.status, StatusCode::NOT_FOUND);
    let again = web.post(&write, &fields).await;
    assert!(PLANTED.iter().all(|planted| !again.html.contains(planted)));
    let page = web.get(&book).await;
    assert!(page.says(EN, "person-no-writing"));
    let page = web.get(&format!("/cases/{case}")).await;
    assert!(page.says(EN, "case-consent-no") && page.says(EN, "bed-ask-open"));
    // A packet goes all the same, if the person agrees to it: a need and a code.
    let consent = format!("{book}/consent");
    let page = web.get(&consent).await;
    let mut fields = page.hidden(&consent);
    fields.extend([
        field("purpose", "help"),
        field("named", "the clinic"),
        field("packet", "a"),
        field("period", "month"),
        field("language", "bn"),
        field("manner", "spoken"),
    ]);
    assert_eq!(
        web.post(&consent, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let print = format!("{book}/packet");
    let page = web.get(&print).await;
    let mut fields = page.hidden(&print);
    fields.extend([
        field("packet", "a"),
        field("need", "a doctor"),
        field("summary", PLANTED[0]),
    ]);
    let given = site.book(&basra.caseworker.actor(), person).await.unwrap();
    let number = given.book.entries().last().unwrap().number;
    fields.push(field("under", &number.to_string()));
    let paper = web.post(&print, &fields).await;
    assert_eq!(paper.status, StatusCode::OK, "{}", paper.html);
    assert!(paper.says(EN, "packet-only-for") && paper.html.contains("a doctor"));
    assert!(!paper.html.contains(PLANTED[0]), "packet A has no summary");
    let twice = web.post(&print, &fields).await;
    assert!(twice.says(EN, "packet-printed"));
    // And in no file of the installation, in clear.
    for file in std::fs::read_dir(site.folder()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let has = |planted: &&str| {
            bytes
                .windows(planted.len())
                .any(|at| at == planted.as_bytes())
        };
        assert!(!PLANTED.iter().any(has));
    }
}
