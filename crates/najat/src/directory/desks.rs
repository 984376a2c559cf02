//! The directory, for whoever works here: which body does what, in which roles, and the number of
//! its desk.

use std::collections::HashMap;

use access::action::ReadDirectory;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use page::{Allowed, App, Choice, Form, Frame, FrameKind, Message, Problem, Route, Sampled};
use page::{filters, render, sampled};
use people::member::{self, Post};
use people::organisation::{self, Line, Organisation};
use record::{Id, Language};
use store::StoreError;

use super::rules;
use crate::administration::parts;

/// The route of the directory.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ReadDirectory, _>("/directory", "directory", FrameKind::Staff, samples, read)
            .in_bar("directory-title", "phone"),
    ]
}

/// A body in the directory.
struct Row {
    name: String,
    kind: &'static str,
    places: Vec<String>,
    roles: Vec<String>,
    number: Option<(String, String)>,
}

impl Row {
    /// The number as it is dialled.
    fn dial(&self) -> String {
        let is_dialled = |sign: &char| sign.is_ascii_digit() || *sign == '+';
        let number = self.number.iter().flat_map(|(number, _)| number.chars());
        number.filter(is_dialled).collect()
    }
}

#[derive(Template)]
#[template(path = "directory/templates/directory.html")]
struct DirectoryPage {
    frame: Frame,
    form: Form,
    places: Vec<Choice>,
    rows: Vec<Row>,
    houses: Vec<String>,
}

impl DirectoryPage {
    fn new(
        frame: Frame,
        place: Option<&str>,
        bodies: &[Organisation],
        posts: &[Post],
        lines: &[(Id, Line)],
    ) -> Self {
        let language = frame.language;
        let works_there = |body: &&Organisation| {
            let places = &body.is.governorates;
            place.is_none_or(|code| places.is_empty() || places.iter().any(|one| one == code))
        };
        let row = |body: &Organisation| Row {
            name: body.is.names.get(language).to_owned(),
            kind: parts::kind_key(body.is.kind),
            places: body
                .is
                .governorates
                .iter()
                .map(|code| parts::place_name(code, language))
                .collect(),
            roles: posts
                .iter()
                .filter(|post| post.org == body.id)
                .map(|post| parts::role_name(post.role, language))
                .collect(),
            number: lines
                .iter()
                .find(|(org, _)| *org == body.id)
                .map(|(_, line)| (line.number.clone(), line.hours.clone())),
        };
        let mut rows: Vec<Row> = rules::named(bodies)
            .filter(works_there)
            .map(row)
            // Where nobody works yet, there is nobody to reach.
            .filter(|row| !row.roles.is_empty() || row.number.is_some())
            .collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        let houses = rules::with_house(bodies);
        Self {
            form: Form::fresh(Id::NONE, 0).put("place", place.unwrap_or_default()),
            places: parts::place_choices(language),
            rows,
            houses: houses
                .iter()
                .map(|code| parts::place_name(code, language))
                .collect(),
            frame,
        }
    }
}

async fn read(
    State(app): State<App>,
    allowed: Allowed<ReadDirectory>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let (bodies, posts, lines) = app
        .store
        .look(async |look| -> Result<_, StoreError> {
            let bodies = organisation::all(&*look).await?;
            let posts = member::posts(&*look).await?;
            Ok((bodies, posts, organisation::lines(&*look, None).await?))
        })
        .await?;
    let place = asked
        .get("place")
        .filter(|code| record::governorate(code).is_some());
    let page = DirectoryPage::new(
        allowed.frame("directory-title"),
        place.map(String::as_str),
        &bodies,
        &posts,
        &lines,
    );
    Ok(render(allowed.visit.language, &page))
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "directory-title");
    let row = |name: &str, number: Option<&str>| Row {
        name: name.to_owned(),
        kind: "admin-kind-aid",
        places: vec![parts::place_name("IQG02", language)],
        roles: vec![
            Message::new(language, "role-responder").to_string(),
            Message::new(language, "role-supervisor").to_string(),
        ],
        number: number.map(|number| (number.to_owned(), "24/7".to_owned())),
    };
    let mut full = DirectoryPage::new(frame(), Some("IQG02"), &[], &[], &[]);
    full.rows = vec![
        row("Bridge of Hope, Basra (made up)", Some("+999 700 0100")),
        row(
            "مديرية شرطة محافظة البصرة لشؤون حماية الأسرة والطفل من العنف الأسري",
            None,
        ),
    ];
    full.houses = vec![parts::place_name("IQG02", language)];
    let empty = DirectoryPage::new(frame(), None, &[], &[], &[]);
    vec![
        sampled("full", language, &full),
        sampled("empty", language, &empty),
    ]
}
