//! The steps of sending, as pages: what each asks, what comes back, what is never lost.

use http::StatusCode;
use protection::report::list::Wanted;
use record::{Language, OrgKind};

use crate::installation::{BASRA, Basra, Installation};
use crate::web::{Answer, Fields, Web, field};

const EN: Language = Language::En;
const WORDS: &str = "Boys in a workshop <behind> the market";

/// The first step filled in.
fn first(answer: &Answer, reads: &str, accused: &[&str]) -> Fields {
    let mut fields = answer.hidden("/en/2");
    fields.push(field("governorate", BASRA));
    fields.push(field("reads", reads));
    fields.extend(accused.iter().map(|kind| field("accused", kind)));
    fields
}

/// The last page, for a sender who accuses nobody.
async fn last_page(web: &Web) -> Answer {
    let page = web.get("/en/2").await;
    web.post("/en/2", &first(&page, "helpers", &["no"])).await
}

async fn sqlite() -> (Installation, Basra, Web) {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    (site, basra, web)
}

#[tokio::test]
async fn an_empty_first_step_comes_back_with_what_is_missing() {
    let (_site, _, web) = sqlite().await;
    let page = web.get("/en/2").await;
    assert_eq!(page.status, StatusCode::OK);
    let mut fields = page.hidden("/en/2");
    fields.push(field("reads", "police"));
    let back = web.post("/en/2", &fields).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.says(EN, "report-wrong-where") && back.says(EN, "report-wrong-from"));
    assert!(
        back.html.contains("value=\"police\" checked"),
        "what was chosen stays chosen"
    );
    let odd = web.post("/en/2", &vec![field("step", "9")]).await;
    assert_eq!(odd.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_named_body_is_asked_for_and_left_out() {
    let (site, basra, web) = sqlite().await;
    let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
    site.readers(Some(BASRA), &[camp, basra.desk]).await;
    let page = web.get("/en/2").await;
    let which = web
        .post("/en/2", &first(&page, "helpers", &["camp", "armed_group"]))
        .await;
    assert_eq!(which.status, StatusCode::OK);
    assert!(which.html.contains(&camp.to_string()));
    assert!(
        !which.html.contains("which_armed_group"),
        "no armed group is on record there"
    );
    // Nothing ticked: asked again. One that is not of that kind: refused.
    let mut fields = which.hidden("/en/2");
    let back = web.post("/en/2", &fields).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.says(EN, "report-wrong-which"));
    let mut odd = fields.clone();
    odd.push(field("which_camp", &basra.desk.to_string()));
    assert_eq!(
        web.post("/en/2", &odd).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    fields.push(field("which_camp", &camp.to_string()));
    let write = web.post("/en/2", &fields).await;
    assert_eq!(write.status, StatusCode::OK);
    assert!(
        write
            .hidden("/en/2")
            .contains(&field("told", &basra.desk.to_string()))
    );
    assert!(write.says(EN, "report-law") && write.says(EN, "report-no-photos"));
    assert!(write.says(EN, "report-police-never"));
}

#[tokio::test]
async fn a_form_sent_twice_shows_one_receipt_and_loses_no_changed_word() {
    let (site, basra, web) = sqlite().await;
    let write = last_page(&web).await;
    let mut fields = write.hidden("/en/2");
    let empty = web.post("/en/2", &fields).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.says(EN, "report-wrong-text"));
    fields.push(field("text", WORDS));
    fields.push(field("how", "+999 770 1"));
    let sent = web.post("/en/2", &fields).await;
    assert_eq!(sent.status, StatusCode::OK);
    let receipt = sent.receipt();
    assert_eq!(receipt.len(), 20);
    let again = web.post("/en/2", &fields).await;
    assert_eq!(again.receipt(), receipt);
    let heads = site.list(&basra.responder.actor(), Wanted::default()).await;
    assert_eq!(heads.len(), 1);
    // The key alone gives nobody that receipt: other words are another report with its own.
    let last = fields.len() - 2;
    fields[last] = field("text", "They have moved");
    let changed = web.post("/en/2", &fields).await;
    assert_ne!(changed.receipt(), receipt);
    let both = site.list(&basra.responder.actor(), Wanted::default()).await;
    assert_eq!(both.len(), 2);
    assert_eq!(
        heads[0].contact,
        protection::report::Contact::Yes,
        "who says how may be reached"
    );
}

#[tokio::test]
async fn another_reader_is_named_before_anything_is_sent() {
    let (site, basra, web) = sqlite().await;
    let write = last_page(&web).await;
    let mut fields = write.hidden("/en/2");
    fields.push(field("text", WORDS));
    site.readers(Some(BASRA), &[basra.national]).await;
    let back = web.post("/en/2", &fields).await;
    assert_eq!(back.status, StatusCode::CONFLICT);
    assert!(back.says(EN, "report-reader-changed"));
    assert!(
        back.html
            .contains("Boys in a workshop &lt;behind&gt; the market")
    );
    assert!(
        back.hidden("/en/2")
            .contains(&field("told", &basra.national.to_string()))
    );
    assert!(
        site.list(&basra.responder.actor(), Wanted::default())
            .await
            .is_empty()
    );
    let mut fields = back.hidden("/en/2");
    fields.push(field("text", WORDS));
    assert_eq!(web.post("/en/2", &fields).await.receipt().len(), 20);
}

#[tokio::test]
async fn where_nobody_is_left_the_page_says_so_and_shows_the_numbers() {
    let (site, basra, web) = sqlite().await;
    let write = last_page(&web).await;
    let mut fields = write.hidden("/en/2");
    fields.push(field("text", WORDS));
    let page = web.get("/en/2").await;
    let mut steps = first(&page, "helpers", &["aid"]);
    steps.retain(|(name, _)| name != "step");
    steps.push(field("step", "2"));
    steps.push(field("which_aid", "unknown"));
    let nobody = web.post("/en/2", &steps).await;
    assert!(nobody.says(EN, "report-nobody-title") && nobody.says(EN, "duty-none"));
    assert!(!nobody.html.contains("<form"));
    // And when the last reader goes while somebody writes, their words are shown to them.
    site.readers(Some(BASRA), &[]).await;
    site.readers(None, &[]).await;
    let nobody = web.post("/en/2", &fields).await;
    assert!(nobody.says(EN, "report-nobody-words") && nobody.html.contains("Boys in a workshop"));
    assert!(
        site.list(&basra.responder.actor(), Wanted::default())
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn whoever_does_not_know_the_place_is_read_by_the_desk_of_the_whole_country() {
    let (_site, basra, web) = sqlite().await;
    let page = web.get("/en/2").await;
    let mut fields = first(&page, "police", &["no"]);
    fields.retain(|(name, _)| name != "governorate");
    fields.push(field("governorate", "unknown"));
    let write = web.post("/en/2", &fields).await;
    assert!(
        write
            .hidden("/en/2")
            .contains(&field("told", &basra.national.to_string()))
    );
    assert!(
        write.says(EN, "report-police-get-none"),
        "no police body of nowhere gets a copy"
    );
    let mut fields = write.hidden("/en/2");
    fields.push(field("text", WORDS));
    assert_eq!(web.post("/en/2", &fields).await.receipt().len(), 20);
}

#[tokio::test]
async fn browsers_whose_maker_reads_along_get_numbers_and_no_form() {
    let (_site, _, web) = sqlite().await;
    for path in ["/en/1", "/en/2", "/en/3", "/en/4"] {
        let page = web.get_compressed(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.says(EN, "report-compressed-text") && !page.html.contains("<form"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn somebody_signed_in_sends_as_anybody() {
    let (_site, basra, web) = sqlite().await;
    web.act(basra.responder.actor());
    let write = last_page(&web).await;
    let mut fields = write.hidden("/en/2");
    fields.push(field("text", WORDS));
    assert_eq!(web.post("/en/2", &fields).await.receipt().len(), 20);
}

#[tokio::test]
async fn nothing_is_carried_on_from_outside() {
    let (site, _, web) = sqlite().await;
    let planted = site.store.world().id().to_string();
    let fields = vec![
        field("form_key", &planted),
        field("step", "3"),
        field("governorate", "IQG02"),
        field("reads", "police"),
        field("accused", "no"),
        field("how", "a number"),
    ];
    // A form that no page of ours made: all of it is asked again, under another key.
    let first = web.post("/en/2", &fields).await;
    assert!(first.says(EN, "report-ask-lead"));
    assert!(!first.html.contains(&planted));
    assert!(!first.html.contains("value=\"police\" checked"));
    assert!(!first.html.contains("value=\"no\" checked"));
    assert!(!first.html.contains("value=\"IQG02\" selected"));
    assert!(first.html.contains("a number"), "words are not lost");
    // One of ours goes on, but its key is not carried on where nobody says that it is from here.
    let write = last_page(&web).await;
    let mut ours = write.hidden("/en/2");
    for (name, value) in &mut ours {
        if name == "form_key" {
            value.clone_from(&planted);
        }
    }
    let again = web.post("/en/2", &ours).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says(EN, "report-wrong-text") && !again.html.contains(&planted));
    // An address that somebody made up shows nothing and keeps nothing.
    let odd = format!("/en/2/3/{}", "ab".repeat(32));
    let begun = web.get(&odd).await;
    assert!(begun.says(EN, "report-forgotten"));
}
