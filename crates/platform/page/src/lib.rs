//! The design system: layout, components, forms, languages, problems, routes.
//!
//! # How a page is made
//!
//! A pillar's crate has an `askama.toml`:
//!
//! ```toml
//! [general]
//! dirs = ["src", "../../platform/page/templates"]
//! whitespace = "minimize"
//! ```
//!
//! **Words** stand in `locales/{en,ar,ckb}/PILLAR.ftl`, with the same keys and arguments in all
//! three; the file's name is added to the list at the top of `language.rs`.
//!
//! **The template**, `src/report/templates/answer.html`, extends `public.html`, `staff.html` or
//! `bare.html` and is made of the pieces in `parts.html` (the base imports them as `parts`):
//!
//! ```html
//! {% extends "staff.html" %}
//! {% block content %}
//! <h1>{{ frame.title }}</h1>
//! {{ parts::summary(form) }}
//! <p>{{ "report-sent"|t }} {{ sent|when }} ({{ sent|ago(frame.now) }})</p>
//! <p>{{ text|plain }}</p>
//! <form method="post" action="{{ frame.href_to("answer-report", id) }}" novalidate>
//! {{ parts::hidden(form) }}
//! {{ parts::area(form, "answer", "report-answer", "report-answer-hint", 6) }}
//! {{ parts::send("report-answer-send") }}
//! </form>
//! {% endblock %}
//! ```
//!
//! | Filter | Prints |
//! |---|---|
//! | `"key"\|t`, `"key"\|t\|with("count", n)` | a message |
//! | `n\|num`, `text\|code` | a number; a code, phone number or receipt, in the reader's digits |
//! | `moment\|date`, `\|when`, `\|hour`, `\|ago(frame.now)`, `\|due(frame.now)` | time |
//! | `text\|plain` | a `Plain<String>`: escaped, lines kept, its direction its own |
//! | `name\|called` | a `Plain<String>` among other words, in its own direction |
//! | `name\|own` | a name that is no secret, in its own direction |
//! | `text\|typed` | a `Plain<String>` in the field it was typed into, and nowhere else |
//! | `"house"\|icon`, `"najat.css"\|asset` | an icon; a static file's address |
//!
//! Pieces: `hidden summary line phone date digits secret area choice several answer tick select
//! send why empty mark note onward`. A label or hint is a message's key, an empty hint is none;
//! options are [`Choice`]s. Icons are the `symbol`s of `static/icons.svg`.
//! A file of macros that uses them says `{%- import "parts.html" as parts -%}` itself. Tones of `mark` and `note`: `safe`, `due`, `danger`.
//!
//! **The page** is a struct that holds `frame`; its module says `use page::filters;`:
//!
//! ```ignore
//! use page::{Allowed, App, Form, Frame, FrameKind, Problem, Route, Sampled, filters};
//!
//! #[derive(askama::Template)]
//! #[template(path = "report/templates/answer.html")]
//! struct AnswerPage { frame: Frame, form: Form, id: Id, sent: Moment, text: Plain<String> }
//!
//! async fn answer(
//!     State(app): State<App>,
//!     allowed: Allowed<AnswerReport>,
//!     mut form: Form,
//! ) -> Result<Response, Problem> {
//!     let answer = form.needed_text("answer", "report-answer-missing", 5000);
//!     let (Some(answer), true) = (answer, form.is_right()) else {
//!         let page = AnswerPage { frame: allowed.frame("report-title"), form, .. };
//!         return Ok(page::render_as(StatusCode::UNPROCESSABLE_ENTITY, allowed.visit.language, &page));
//!     };
//!     actions::answer(&app.store, allowed.permit, form.key(), form.version(), answer).await?;
//!     Ok(allowed.visit.redirect_to("read-report", &id))
//! }
//!
//! pub fn routes() -> Vec<Route> {
//!     vec![Route::post::<AnswerReport, _>(
//!         "/reports/{id}/answer", "answer-report", FrameKind::Staff, samples, answer,
//!     )]
//! }
//!
//! fn samples(language: Language) -> Vec<Sampled> {
//!     let frame = Frame::sample(language, FrameKind::Staff, "report-title");
//!     vec![page::sampled("errors", language, &AnswerPage { frame, .. })]
//! }
//! ```
//!
//! A stale form is answered with a [`Conflict`]. Whatever else goes wrong is a [`Problem`].
//! Five names of routes are known here: `start`, `today`, `sign-in`, `step-up`, `choose-language`.

pub mod asset;
pub mod filters;
pub mod language;
pub mod number;
mod ordered;
pub mod time;

mod about;
mod act;
mod after;
mod allowed;
mod app;
mod bar;
mod choice;
mod client;
mod confirm;
mod conflict;
mod cookie;
mod field;
mod fold;
mod form;
mod frame;
mod guard;
mod leave;
mod page;
mod panel;
mod pause;
mod pending;
mod place;
mod plain;
mod problem;
mod read;
mod reader;
mod room;
mod route;
mod sample;
mod sentence;
mod sheet;
mod submit;
mod table;
mod typed;
mod visit;

pub use record::digits;

pub use about::{About, FormAbout, Lists};
pub use after::{After, Onward};
pub use allowed::{Allowed, AllowedList, PermitRequest, once};
pub use app::{App, Settings};
pub use bar::{Bar, Entry};
pub use choice::Choice;
pub use client::{Client, Seen};
pub use confirm::done_key;
pub use conflict::{Both, Conflict};
pub use cookie::{cookie, set_cookie};
pub use field::{Field, Fields, Shape, reading};
pub use fold::Folded;
pub use form::{Form, KEY, VERSION, Wrong};
pub use frame::{Frame, FrameKind, NEUTRAL_TITLE, Switch, Who};
pub use guard::{BODY_LIMIT, Came, Compressing};
pub use language::{Message, words};
pub use page::{html, render, render_as, sampled};
pub use panel::{Filled, Grown, Panel, Reading, Sees};
pub use pause::{Pause, Seat};
pub use pending::{Pending, ticket};
pub use place::{governorates, place_name};
pub use plain::in_digits;
pub use problem::Problem;
pub use read::NotAnAnswer;
pub use reader::recognise;
pub use room::{Ceilings, Looked, Room};
pub use route::{Named, Route, Sampled, Verb, no_sample, router};
pub use sample::samples;
pub use sentence::{Filter, Kept, Older, Sentence};
pub use sheet::{FromPaper, Sheet, SheetPage, copies, fill};
pub use submit::{Cannot, FormPage, Sent, submit};
pub use table::{BadTable, NavEntry, Row, Table};
pub use typed::{comes_back, typed_instead};
pub use visit::Visit;
