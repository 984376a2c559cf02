//! The administrator's page: what is found, what their own request shows, what takes how long.

use std::time::Duration;

use access::action::ExamineInstallation;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Frame, FrameKind, Message, Route, Seen, done_key, filters, render};
use record::Language;
use store::{Examined, Timed};

use super::database::MADE_UP;
use super::{Depth, Finding, Weight, database, files, inside, log_length, request, samples};
use crate::config::Configuration;
use crate::folder::Folder;

/// How many actions are shown, those that took longest in all first.
const SHOWN: usize = 20;
/// What was done less often is not shown: that it was done at all may say something of somebody.
const OFTEN: u64 = 10;

/// The page of this room.
pub fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ExamineInstallation, _>("/doctor", "doctor", staff, samples::doctor, show)
            .in_nav("doctor-title", "list-checks"),
    ]
}

/// What one action cost since the program began; how often it was done is for nobody here.
pub(super) struct Line {
    name: String,
    again: u64,
    failed: u64,
    mean: u128,
    longest: u128,
}

impl Line {
    pub(super) fn new(language: Language, action: &str, timed: &Timed) -> Self {
        let key = done_key(action);
        let is_known = page::language::is_known(&key);
        Self {
            name: if is_known {
                Message::new(language, key).to_string()
            } else {
                action.to_owned()
            },
            again: timed.again,
            failed: timed.failed,
            mean: in_all(timed.all) / u128::from(timed.units.max(1)),
            longest: in_all(timed.longest),
        }
    }
}

fn in_all(took: Duration) -> u128 {
    took.as_millis()
}

#[derive(Template)]
#[template(path = "doctor/templates/doctor.html")]
pub(super) struct DoctorPage {
    pub(super) frame: Frame,
    pub(super) found: Vec<Finding>,
    /// The address under which others reach it.
    pub(super) origin: Option<String>,
    pub(super) seen: Seen,
    pub(super) lines: Vec<Line>,
}

impl DoctorPage {
    /// What is worst comes first.
    fn sorted(&self) -> Vec<&Finding> {
        let mut found: Vec<&Finding> = self.found.iter().collect();
        found.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
        found
    }

    fn words(&self, finding: &Finding) -> [Message; 3] {
        finding.words(self.frame.language)
    }

    fn mark(finding: &Finding) -> (&'static str, &'static str, &'static str) {
        match finding.weight {
            Weight::ToDo => ("due", "clock", "doctor-to-do"),
            Weight::Broken | Weight::Fatal => ("danger", "triangle-alert", "doctor-broken"),
        }
    }

    fn client(&self) -> Option<String> {
        self.seen.client.map(|address| address.to_string())
    }
}

/// What is found while people work.
async fn running(app: &App) -> Vec<Finding> {
    let ceilings = &app.settings.ceilings;
    let data = ceilings.folder.clone().unwrap_or_default();
    // What it serves by was right when it began: only where it lies is asked.
    let set = Configuration {
        database_url: app.store.is_postgres().then(String::new),
        backup: app.settings.backup_to.clone(),
        most_unread: ceilings.most_unread,
        least_free: u32::try_from(ceilings.least_free >> 20).unwrap_or(u32::MAX),
        ..Configuration::of(&data)
    };
    // A configuration that names a server may hold its password.
    let may_hold_secret = app.store.is_postgres();
    let mut found = files::look(&set, &Folder::at(&data), ceilings.space, may_hold_secret);
    let length = log_length(&set);
    match Examined::beside(&app.store).await {
        Ok(examined) => {
            found.extend(inside(&set, &examined, length, &app.world, Depth::Running).await);
        }
        Err(error) => found.push(database::unreachable(&set, &error)),
    }
    // A demo's pages say so themselves.
    found.retain(|finding| !(app.settings.demo && finding.key() == MADE_UP));
    found
}

async fn show(
    State(app): State<App>,
    allowed: Allowed<ExamineInstallation>,
    seen: Seen,
) -> Response {
    let mut found = running(&app).await;
    let origin = app.settings.public_origin.clone();
    found.extend(
        origin
            .as_deref()
            .and_then(|origin| request::look(&seen, origin)),
    );
    let language = allowed.visit.language;
    let mut timed: Vec<_> = app.store.timings().into_iter().collect();
    timed.sort_by_key(|(_, timed)| std::cmp::Reverse(timed.all));
    timed.retain(|(_, timed)| timed.units >= OFTEN);
    let lines = timed.iter().take(SHOWN);
    let page = DoctorPage {
        frame: allowed.frame("doctor-title"),
        found,
        origin,
        seen,
        lines: lines
            .map(|(action, timed)| Line::new(language, action, timed))
            .collect(),
    };
    render(language, &page)
}
