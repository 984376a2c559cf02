//! The administrator's page: the copies that there are, and one more.

use std::path::Path;

use access::action::BackUp;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use ledger::PublicKey;
use page::{Allowed, App, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{filters, no_sample, render, render_as, sampled};
use record::{Id, Language, Moment};
use store::backup;
use store::jobs::JobKind;

/// How many copies are shown, the newest first.
const SHOWN: usize = 20;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<BackUp, _>("/backup", "backup", staff, samples, read),
        Route::post::<BackUp, _>("/backup", "back-up", staff, no_sample, make),
    ]
}

/// A copy in the folder.
struct Line {
    name: String,
    at: Moment,
    entries: u64,
}

#[derive(Template)]
#[template(path = "backup/templates/backup.html")]
struct BackupPage {
    frame: Frame,
    form: Form,
    /// Whether the operator has named a folder.
    has_folder: bool,
    under_way: bool,
    lines: Vec<Line>,
}

impl BackupPage {
    fn new(app: &App, frame: Frame, form: Form) -> Self {
        let key = app.store.journal().public_key();
        let found = app.settings.backup_to.as_deref().map(|to| found(to, &key));
        let has_folder = found.is_some();
        let (lines, under_way) = found.unwrap_or_default();
        Self {
            frame,
            form,
            has_folder,
            under_way,
            lines,
        }
    }
}

/// The whole copies in a folder, and whether one is being made.
fn found(folder: &Path, key: &PublicKey) -> (Vec<Line>, bool) {
    let mut lines = Vec::new();
    let mut under_way = false;
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(out) = name.strip_suffix(".partial") {
            under_way |= backup::is_under_way(&folder.join(out));
        } else if let Some(manifest) = backup::look_over(&entry.path(), key) {
            lines.push(Line {
                name,
                at: manifest.at,
                entries: manifest.size,
            });
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(SHOWN);
    (lines, under_way)
}

async fn read(State(app): State<App>, allowed: Allowed<BackUp>) -> Response {
    let form = Form::fresh(app.world.id(), 0);
    let page = BackupPage::new(&app, allowed.frame("backup-title"), form);
    render(allowed.visit.language, &page)
}

/// Asks for a copy, which is made by whoever runs jobs.
async fn make(
    State(app): State<App>,
    allowed: Allowed<BackUp>,
    mut form: Form,
) -> Result<Response, Problem> {
    if form.key().is_empty() {
        return Err(Problem::NotThere);
    }
    if app.settings.backup_to.is_none() {
        form.wrong("backup", Wrong::new("backup-no-folder"));
        let language = allowed.visit.language;
        let page = BackupPage::new(&app, allowed.visit.frame("backup-title"), form);
        return Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page));
    }
    let key = form.key().to_owned();
    let asked = app.store.unit(allowed.permit, move |unit| {
        let key = key.clone();
        async move { unit.ask_job_once(&key, JobKind::BackUp).await }
    });
    asked.await?;
    Ok(allowed.visit.redirect("jobs"))
}

fn samples(language: Language) -> Vec<Sampled> {
    let page = |has_folder, under_way, count: i64| {
        let frame = Frame::sample(language, FrameKind::Staff, "backup-title");
        let now = frame.now;
        BackupPage {
            frame,
            form: Form::fresh(Id::NONE, 0),
            has_folder,
            under_way,
            lines: (1..=count)
                .map(|day| Line {
                    name: format!("najat-2026112{day}-030000-0a1b2c3d"),
                    at: now.plus_seconds(-86_400 * day),
                    entries: 120_000,
                })
                .collect(),
        }
    };
    let mut wrong = page(false, false, 0);
    let what = Wrong::new("backup-no-folder");
    wrong.form.wrong("backup", what);
    vec![
        sampled("empty", language, &page(true, false, 0)),
        sampled("full", language, &page(true, true, 5)),
        sampled("no-folder", language, &page(false, false, 0)),
        sampled("errors", language, &wrong),
    ]
}
