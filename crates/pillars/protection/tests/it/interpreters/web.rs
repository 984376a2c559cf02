//! The pages of interpreters as they are sent.

use clock::AgeBand;
use http::StatusCode;
use record::Language;

use super::acts::NUMBER;
use crate::installation::{BASRA, Basra, Installation};
use crate::web::{Web, field};

const EN: Language = Language::En;
const NEW: &str = "/interpreters/new";

#[tokio::test]
async fn one_is_entered_found_called_and_declined_by_hand() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    web.act(basra.supervisor.actor());
    let page = web.get(NEW).await;
    let mut fields = page.hidden(NEW);
    fields.extend([
        field("languages", "bn"),
        field("languages", "ar"),
        field("sex", "female"),
        field("governorate", BASRA),
        field("number", NUMBER),
        field("oath", "court"),
    ]);
    let missing = web.post(NEW, &fields).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.says(EN, "interpreter-links-missing"));
    assert!(missing.html.contains(NUMBER), "nothing typed is lost");
    fields.push(field("links", "none known"));
    let added = web.post(NEW, &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.html);
    let one = added.to.unwrap();
    let again = web.get(NEW).await;
    let mut same: Vec<_> = again.hidden(NEW);
    same.extend(
        fields
            .iter()
            .filter(|(name, _)| name != "form_key" && name != "version")
            .cloned(),
    );
    let known = web.post(NEW, &same).await;
    assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(known.says(EN, "interpreter-known"));

    web.act(basra.caseworker.actor());
    let worker = basra.caseworker.actor();
    let report = site.entrusted(&basra).await;
    let case = site
        .open_case(&worker, Some(report), AgeBand::Adult)
        .await
        .unwrap();
    let page = web.get(&format!("/cases/{case}")).await;
    let find = format!("/interpreters?of={case}");
    assert!(
        page.html.contains(&format!("href=\"{find}\"")),
        "{}",
        page.html
    );
    let list = web.get(&format!("{find}&spoken=bn")).await;
    let called = format!("{one}?of={case}");
    assert!(
        list.html.contains(&format!("href=\"{called}\"")),
        "{}",
        list.html
    );
    assert!(!list.html.contains("730"), "no number on a list");
    let nobody = web.get(&format!("{find}&spoken=fa")).await;
    assert!(nobody.says(EN, "interpreter-list-none-such"));
    let page = web.get(&called).await;
    assert!(
        page.html.contains("href=\"tel:+999730123456\""),
        "{}",
        page.html
    );
    let say = format!("/cases/{case}/interpreter");
    let mut fields = page.hidden(&say);
    fields.push(field("word", "declined"));
    let said = web.post(&say, &fields).await;
    assert_eq!(said.to.as_deref(), Some(&*format!("/cases/{case}")));
    let page = web.get(&format!("/cases/{case}")).await;
    assert!(page.says(EN, "interpreter-word-declined"));
    let list = web.get(&find).await;
    assert!(!list.html.contains(&one), "{}", list.html);
    let page = web.get(&called).await;
    assert!(page.says(EN, "interpreter-not-offered"));
    assert!(!page.html.contains("value=\"helped\""), "{}", page.html);
    // A record that is not theirs changes nothing of what they see.
    let others = web.get(&format!("/interpreters?of={}", site.id())).await;
    assert!(others.html.contains(&one) && !others.says(EN, "interpreter-list-of"));
    assert_eq!(web.get(NEW).await.status, StatusCode::NOT_FOUND);
}
