//! A desk that asks a shelter by hand, through its page.

use http::StatusCode;
use protection::bed::{Decline, InquiryState};
use record::{Id, Language};

use crate::bed_web::Visit;

/// A shelter that said no is offered again, says so, and is asked by the page's own form.
#[tokio::test]
async fn the_desk_asks_a_shelter_again_by_the_form_of_its_page() {
    let visit = Visit::new().await;
    let at = visit.asked().await;
    let request: Id = at.rsplit('/').next().unwrap().parse().unwrap();
    let (site, first) = (&visit.site, visit.first);
    let said_no = site.decline(first, request, Decline::Full, None);
    said_no.await.unwrap();
    let desk = visit.country.placing.actor();
    visit.web.act(desk.clone());
    let page = visit.web.get(&at).await;
    let shelter = first.shelter.to_string();
    assert!(
        page.html
            .contains(&format!("name=\"shelter\" value=\"{shelter}\""))
    );
    assert!(page.says(Language::En, "bed-shelter-state-declined"));
    let chosen = [("shelter", shelter.as_str())];
    let sent = visit.press(desk, &at, "ask", &chosen).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
    let (_, state) = site.part(request, first).await.unwrap();
    assert_eq!(state, InquiryState::Asked);
}
