//! The board of a placement desk, and a manager's own shelters.

use std::collections::BTreeSet;
use std::str::FromStr;

use access::action::{AskHouses, ListShelters};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    AllowedList, App, Choice, Folded, Form, Frame, Onward, Problem, filters, governorates, number,
    render,
};
use record::{Id, Moment};
use store::StoreError;

use super::matrix::Matrix;
use super::words::{Sort, place};
use crate::shelter::board::{Page, Wanted, board, list_shelters};
use crate::shelter::forms::{ALWAYS, Place};
use crate::shelter::language::spoken_words;
use crate::shelter::who_key;
use crate::shelter::{Board, Demand, Shelter, Supply};

/// How many lines of each of its lists the board shows at once.
const SEEN: usize = 6;

/// A shelter in the list.
struct Line {
    id: Id,
    code: String,
    place: String,
    hours: Option<String>,
    languages: Option<String>,
    closed: bool,
    has_address: bool,
    kinds: Vec<Sort>,
}

impl Line {
    fn new(shelter: &Shelter, frame: &Frame) -> Self {
        let hours = shelter.hours.trim();
        Self {
            id: shelter.record,
            code: shelter.code.clone(),
            place: place(&shelter.governorate, frame),
            hours: (!hours.is_empty() && hours != ALWAYS)
                .then(|| number::digits(frame.language, hours)),
            languages: spoken_words(frame.language, &shelter.languages),
            closed: shelter.closed,
            has_address: shelter.has_address,
            kinds: shelter
                .places
                .iter()
                .map(|row| Sort::new(&row.declared, row.taken))
                .collect(),
        }
    }
}

/// People who have nowhere to go.
struct Gap {
    place: String,
    who: &'static str,
    family: bool,
    disability: bool,
    people: i64,
    since: Moment,
    /// Why they have no place.
    lack: &'static str,
}

/// Places of one sort in one governorate.
struct Row {
    place: String,
    kind: Sort,
}

/// What there is in the country, for a desk.
struct Country {
    matrix: Matrix,
    gaps: Folded<Gap>,
    supply: Folded<Row>,
}

impl Country {
    /// Its own governorates in front.
    fn new(board: &Board, own: &BTreeSet<String>, frame: &Frame) -> Self {
        let mut demand: Vec<&Demand> = board.demand.iter().collect();
        demand.sort_by_key(|demand| !own.contains(&demand.governorate));
        let mut supply: Vec<&Supply> = board.supply.iter().collect();
        supply.sort_by_key(|supply| !own.contains(&supply.governorate));
        let gaps = demand.into_iter().map(|demand| Gap {
            place: place(&demand.governorate, frame),
            who: who_key(demand.sex, demand.age),
            family: demand.family,
            disability: demand.disability,
            people: demand.people,
            since: demand.since,
            lack: demand.lack.key(),
        });
        let supply = supply.into_iter().map(|supply| Row {
            place: place(&supply.governorate, frame),
            kind: Sort::new(&supply.declared, supply.taken),
        });
        Self {
            matrix: Matrix::new(&board.supply, own, frame),
            gaps: Folded::new(gaps.collect(), SEEN),
            supply: Folded::new(supply.collect(), SEEN),
        }
    }
}

/// The board.
#[derive(Template)]
#[template(path = "shelter/templates/board.html")]
pub(crate) struct BoardPage {
    frame: Frame,
    board: Option<Country>,
    is_desk: bool,
    shelters: Folded<Line>,
    more: Option<Onward>,
    places: Vec<Choice>,
    asked: Form,
}

impl BoardPage {
    pub(super) fn new(
        frame: Frame,
        is_desk: bool,
        board: Option<(&Board, &BTreeSet<String>)>,
        page: &Page,
        asked: Form,
    ) -> Self {
        let more = page.next.as_ref().map(|(code, record)| {
            let here = asked.open("governorate");
            let after = After(code.clone(), *record);
            let list = frame.href("shelters");
            Onward {
                href: format!("{list}?governorate={here}&after={after}"),
                looks_on: false,
            }
        });
        let shelters = page
            .shelters
            .iter()
            .map(|shelter| Line::new(shelter, &frame));
        Self {
            is_desk,
            board: board.map(|(board, own)| Country::new(board, own, &frame)),
            shelters: Folded::new(shelters.collect(), SEEN),
            more,
            places: governorates(frame.language),
            asked,
            frame,
        }
    }
}

/// Where a page of shelters begins, as an address carries it.
struct After(String, Id);

impl FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (code, record) = text.split_once('.').ok_or(())?;
        Ok(Self(code.to_owned(), record.parse().map_err(|_| ())?))
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

/// The governorates in which a body works.
pub(crate) async fn own_places(app: &App, org: Id) -> Result<BTreeSet<String>, StoreError> {
    let body = app
        .store
        .read_clear(async |look| people::organisation::find(&*look, org).await);
    let places = body.await?.map(|body| body.is.governorates);
    Ok(places.into_iter().flatten().collect())
}

/// Shelters and, for a desk, what is free and who has nowhere to go.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListShelters>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(code, record)| (code, record));
    let is_desk = app.store.gate().ever::<AskHouses>(scope.actor());
    let own = match scope.actor().member() {
        Some(member) if is_desk => own_places(&app, member.org).await?,
        _ => BTreeSet::new(),
    };
    // A desk of one governorate sees the shelters there first, and asks for the others.
    if asked.value("governorate").is_none()
        && let [only] = own.iter().collect::<Vec<_>>().as_slice()
    {
        asked = asked.put("governorate", only.to_owned().clone());
    }
    let governorate = asked.code("governorate").map(|Place(code)| code);
    if governorate.is_none() {
        drop(asked.take("governorate"));
    }
    let is_first = after.is_none();
    let wanted = Wanted { governorate, after };
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move {
            let country = if is_desk && is_first {
                Some(board(&unit).await?)
            } else {
                None
            };
            let page = list_shelters(&unit, &scope, &wanted).await?;
            Ok::<_, StoreError>((country, page))
        }
    });
    let (country, page) = read.await?;
    let title = if is_desk {
        "shelter-board-title"
    } else {
        "shelter-list"
    };
    let page = BoardPage::new(
        visit.frame(title),
        is_desk,
        country.as_ref().map(|board| (board, &own)),
        &page,
        asked,
    );
    Ok(render(visit.language, &page))
}
