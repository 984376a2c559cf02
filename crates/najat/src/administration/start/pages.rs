//! The administrator's first page.

use std::collections::BTreeSet;

use access::action::ListOrganisations;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{AllowedList, App, Ceilings, Frame, FrameKind, Message, Problem, Route, Sampled};
use page::{filters, render, sampled};
use people::account::WaitingReset;
use people::organisation::Organisation;
use people::{account, desk, member, organisation};
use protection::reader::DutyNumber;
use protection::reader::actions::{all_numbers, readers};
use protection::report::room;
use record::{Jurisdiction, Language, Moment};
use store::{ClearReader, StoreError};

use super::super::member::ResetWaits;
use super::super::{parts, samples};
use super::rules::{self, Has, Where};

/// The route of the first page.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ListOrganisations, _>(
            "/administration",
            "administration",
            FrameKind::Staff,
            pages,
            read,
        )
        .in_nav("admin-title", "list-checks"),
    ]
}

/// A line of the list in words.
struct Line {
    need: &'static str,
    page: &'static str,
    missing: Vec<String>,
    is_done: bool,
}

#[derive(Template)]
#[template(path = "administration/start/templates/start.html")]
struct StartPage {
    frame: Frame,
    clock_is_wrong: bool,
    recovered: Vec<Moment>,
    waiting: i64,
    resets: Vec<ResetWaits>,
    is_near: bool,
    is_full: bool,
    lines: Vec<Line>,
}

/// What else an administrator is told on the first page.
struct Told {
    clock_is_wrong: bool,
    recovered: Vec<Moment>,
    waiting: i64,
    resets: Vec<WaitingReset>,
    is_near: bool,
    is_full: bool,
}

impl StartPage {
    fn new(frame: Frame, has: &Has, told: Told) -> Self {
        let language = frame.language;
        let said = |missing: &Where| match missing {
            Where::Everywhere => None,
            Where::In(there) => {
                let key = parts::jurisdiction_key(Some(*there));
                Some(Message::new(language, key).to_string())
            }
            Where::Place(code) => Some(parts::place_name(code, language)),
            Where::Body(org) => Some(parts::name_of(&has.bodies, *org, language)),
            Where::Number(id) => number_of(&has.numbers, *id, language),
        };
        let lines = rules::lines(has)
            .into_iter()
            .map(|line| Line {
                need: line.need,
                page: line.page,
                is_done: line.missing.is_empty(),
                missing: line.missing.iter().filter_map(said).collect(),
            })
            .collect();
        let resets = told.resets.iter();
        Self {
            frame,
            clock_is_wrong: told.clock_is_wrong,
            recovered: told.recovered,
            waiting: told.waiting,
            is_near: told.is_near,
            is_full: told.is_full,
            resets: resets
                .map(|one| ResetWaits::new(one, &has.bodies, language))
                .collect(),
            lines,
        }
    }

    fn left(&self) -> usize {
        self.lines.iter().filter(|line| !line.is_done).count()
    }
}

fn number_of(numbers: &[DutyNumber], id: record::Id, language: Language) -> Option<String> {
    let number = numbers.iter().find(|number| number.id == id)?;
    Some(number.names.get(language).to_owned())
}

/// Reads what the list stands on. All of it stands in clear.
async fn look(
    look: &ClearReader,
    now: Moment,
    ceilings: &Ceilings,
) -> Result<(Has, Told), StoreError> {
    let lines = organisation::lines(look, None).await?;
    let has = Has {
        bodies: organisation::all(look).await?,
        posts: member::posts(look).await?,
        readers: readers(look).await?,
        numbers: all_numbers(look, None).await?,
        desks: desk::all(look).await?,
        lines: lines.into_iter().map(|(org, _)| org).collect(),
        now,
    };
    let room = room::room(look, ceilings).await?;
    let told = Told {
        clock_is_wrong: false,
        is_near: ceilings.is_near(room),
        is_full: ceilings.is_full(room),
        recovered: account::recovered_since(look, now).await?,
        waiting: member::count_waiting(look).await?,
        resets: account::waiting_resets(look, now).await?,
    };
    Ok((has, told))
}

async fn read(
    State(app): State<App>,
    allowed: AllowedList<ListOrganisations>,
) -> Result<Response, Problem> {
    let now = allowed.visit.now;
    let ceilings = &app.settings.ceilings;
    let (has, mut told) = app
        .store
        .read_clear(async |at| look(&at, now, ceilings).await)
        .await?;
    told.clock_is_wrong = app.store.wrong_clock().await?.is_some();
    let page = StartPage::new(allowed.frame("admin-title"), &has, told);
    Ok(render(allowed.visit.language, &page))
}

fn pages(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-title");
    let has = |bodies: Vec<Organisation>| Has {
        bodies,
        posts: Vec::new(),
        readers: Vec::new(),
        numbers: Vec::new(),
        desks: Vec::new(),
        lines: BTreeSet::new(),
        now: frame().now,
    };
    let told = Told {
        clock_is_wrong: false,
        recovered: Vec::new(),
        waiting: 0,
        resets: Vec::new(),
        is_near: true,
        is_full: true,
    };
    let empty = StartPage::new(frame(), &has(Vec::new()), told);
    let told = Told {
        clock_is_wrong: true,
        recovered: vec![frame().now.plus_seconds(-3600)],
        waiting: 3,
        is_near: true,
        is_full: false,
        resets: vec![samples::reset(frame().now)],
    };
    let mut full = StartPage::new(frame(), &has(samples::bodies()), told);
    for (at, line) in full.lines.iter_mut().enumerate() {
        line.is_done = at % 2 == 0;
    }
    let key = parts::jurisdiction_key(Some(Jurisdiction::Federal));
    if let Some(line) = full.lines.last_mut() {
        line.missing = vec![Message::new(language, key).to_string()];
    }
    vec![
        sampled("full", language, &full),
        sampled("empty", language, &empty),
    ]
}
