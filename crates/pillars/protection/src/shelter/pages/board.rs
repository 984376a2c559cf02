//! The board of a placement desk, and a manager's own houses.

use std::str::FromStr;

use access::action::{AskHouses, ListShelters};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    AllowedList, App, Choice, Folded, Form, Frame, Problem, filters, governorates, number, render,
};
use record::{Id, Moment};
use store::StoreError;

use super::words::{Sort, place};
use crate::shelter::board::{Page, Wanted, board, list_houses};
use crate::shelter::forms::{ALWAYS, Place};
use crate::shelter::language::spoken_words;
use crate::shelter::who_key;
use crate::shelter::{Board, House};

/// How many lines of each of its lists the board shows at once.
const SEEN: usize = 6;

/// A house in the list.
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
    fn new(house: &House, frame: &Frame) -> Self {
        let hours = house.hours.trim();
        Self {
            id: house.record,
            code: house.code.clone(),
            place: place(&house.governorate, frame),
            hours: (!hours.is_empty() && hours != ALWAYS)
                .then(|| number::digits(frame.language, hours)),
            languages: spoken_words(frame.language, &house.languages),
            closed: house.closed,
            has_address: house.has_address,
            kinds: house
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
}

/// Places of one sort in one governorate.
struct Row {
    place: String,
    kind: Sort,
}

/// What there is in the country, for a desk.
struct Country {
    gaps: Folded<Gap>,
    supply: Folded<Row>,
}

impl Country {
    fn new(board: &Board, frame: &Frame) -> Self {
        let gaps = board.demand.iter().map(|demand| Gap {
            place: place(&demand.governorate, frame),
            who: who_key(demand.sex, demand.age),
            family: demand.family,
            disability: demand.disability,
            people: demand.people,
            since: demand.since,
        });
        let supply = board.supply.iter().map(|supply| Row {
            place: place(&supply.governorate, frame),
            kind: Sort::new(&supply.declared, supply.taken),
        });
        Self {
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
    houses: Folded<Line>,
    more: Option<String>,
    places: Vec<Choice>,
    asked: Form,
}

impl BoardPage {
    pub(super) fn new(frame: Frame, board: Option<&Board>, page: &Page, asked: Form) -> Self {
        let more = page.next.as_ref().map(|(code, record)| {
            let here = asked.open("governorate");
            let after = After(code.clone(), *record);
            format!(
                "{}?governorate={here}&after={after}",
                frame.href("shelters")
            )
        });
        let houses = page.houses.iter().map(|house| Line::new(house, &frame));
        Self {
            board: board.map(|board| Country::new(board, &frame)),
            houses: Folded::new(houses.collect(), SEEN),
            more,
            places: governorates(frame.language),
            asked,
            frame,
        }
    }
}

/// Where a page of houses begins, as an address carries it.
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

/// Houses and, for a desk, what is free and who has nowhere to go.
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
    let governorate = asked.code("governorate").map(|Place(code)| code);
    if governorate.is_none() {
        drop(asked.take("governorate"));
    }
    let is_desk = app.store.gate().ever::<AskHouses>(scope.actor());
    let is_first = after.is_none();
    let wanted = Wanted { governorate, after };
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move {
            let country = if is_desk && is_first {
                Some(board(&unit).await?)
            } else {
                is_desk.then(Board::default)
            };
            let page = list_houses(&unit, &scope, &wanted).await?;
            Ok::<_, StoreError>((country, page))
        }
    });
    let (country, page) = read.await?;
    let title = if is_desk {
        "shelter-board-title"
    } else {
        "shelter-houses"
    };
    let page = BoardPage::new(visit.frame(title), country.as_ref(), &page, asked);
    Ok(render(visit.language, &page))
}
