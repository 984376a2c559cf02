//! The first steps of the night: a neighbour reports, the responder finds it and asks for a place.

use record::Role;

use super::night::{Night, code_of};
use crate::town::Town;

/// What the neighbour writes.
pub const TEXT: &str = "boys in a workshop, Basra · أولاد في ورشة، البصرة";
/// What the night is about, as it becomes known.
pub struct Asked {
    pub report: String,
    pub clock: String,
    pub bed: String,
    pub code: String,
}

/// 0:00: a neighbour writes to helpers only, with a policeman among those who do it.
pub async fn reported(town: &Town, phone: &Night<'_>) -> String {
    let (neighbour, browser) = (&phone.person, phone.browser());
    neighbour.open(&format!("/{}", neighbour.language)).await;
    neighbour.press("entry-2").await;
    neighbour.sees("report-traces").await;
    let place = neighbour.place("IQG02");
    browser.fill("governorate", &place).await;
    browser.choose("reads", "helpers").await;
    browser.choose("accused", "police").await;
    phone.look("0a-where").await;
    neighbour.press("report-go-on").await;
    neighbour.sees("report-which-lead").await;
    browser.choose("which_police", "unknown").await;
    neighbour.press("report-go-on").await;
    neighbour.sees("report-who-reads").await;
    browser.see(&phone.body("care-IQG02").await).await;
    assert_eq!(phone.count("input[type=file]").await, 0, "no pictures");
    browser.fill("text", TEXT).await;
    browser.choose("minor", "yes").await;
    browser.choose("danger", "yes").await;
    phone.look("0b-words").await;
    neighbour.press("report-send").await;
    neighbour.receipt().await;
    phone.look("0c-receipt").await;
    town.newest(true).await
}

/// 1:00: the responder finds it on Today; the child's clock began with the report; a place is asked
/// for before anything else.
pub async fn asked(town: &Town, desk: &Night<'_>, report: String) -> Asked {
    let (worker, browser) = (&desk.person, desk.browser());
    let report_code = code_of(town, &report).await;
    desk.turn(Role::Responder, "care-IQG02").await;
    browser.see(&report_code).await;
    desk.look("1a-today").await;
    browser.click(&report_code).await;
    worker.sees("report-reach-title").await;
    desk.look("1b-report").await;
    let sent = desk.text("dl.facts dd").await;
    worker.press("clock-see-clock").await;
    worker.sees("clock-since").await;
    browser.see(&sent).await;
    worker.sees("clock-state-running").await;
    desk.look("1c-clock").await;
    let clock = desk.path().await;

    worker.open(&report).await;
    worker.press("bed-ask-open").await;
    worker.sees("bed-ask-lead").await;
    assert_eq!(
        browser.value("governorate").await,
        "IQG02",
        "what the report says is filled in"
    );
    browser.choose("sex", "male").await;
    browser.choose("age", "from_13").await;
    browser.choose("family", "alone").await;
    desk.look("1d-ask").await;
    worker.press("bed-ask-send").await;
    worker.sees("bed-now-asked").await;
    let code = desk.text("p.receipt bdi").await;
    assert_eq!(code.len(), 6, "a code name: {code}");
    desk.look("1e-asked").await;
    let bed = desk.path().await;
    Asked {
        report,
        clock,
        bed,
        code,
    }
}
