//! While the clock of the machine is wrong no report is taken: its deadlines would come too late or
//! never. Whoever wants to send one is shown the numbers to call, and keeps what was typed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use page::{App, Form, Frame, NEUTRAL_TITLE, Problem, Visit, filters, render_as};
use vault::Plain;

use crate::reader::pages::{Number, numbers_for};

/// The numbers, and a button that sends the form again.
#[derive(Template)]
#[template(path = "report/templates/closed.html")]
pub(crate) struct ClosedPage {
    pub(crate) frame: Frame,
    pub(crate) numbers: Vec<Number>,
    /// What was typed.
    pub(crate) typed: Option<Form>,
    /// Where it is sent again, by its entry.
    pub(crate) entry: u8,
}

impl ClosedPage {
    fn action(&self) -> String {
        self.frame.href(match self.entry {
            1 => "send-1",
            2 => "send-2",
            _ => "send-3",
        })
    }

    fn text(&self) -> Option<&Plain<String>> {
        self.typed.as_ref()?.value("text")
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.typed
            .as_ref()
            .map_or_else(Vec::new, |form| form.others(&[]))
    }
}

/// The page that says so, if the clock is wrong.
pub(super) async fn closed(
    app: &App,
    visit: &Visit,
    entry: u8,
    typed: Option<&mut Form>,
) -> Result<Option<Response>, Problem> {
    if app.store.wrong_clock().await?.is_none() {
        return Ok(None);
    }
    let page = ClosedPage {
        frame: visit.frame(NEUTRAL_TITLE),
        numbers: numbers_for(app, visit, None).await?,
        typed: typed.map(std::mem::take),
        entry,
    };
    let status = StatusCode::SERVICE_UNAVAILABLE;
    Ok(Some(render_as(status, visit.language, &page)))
}
