//! An interpreter is entered: no name, and a number that is sealed.

use std::sync::Arc;

use access::action::AddInterpreter;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    Allowed, App, Cannot as _, Choice, Field, Fields as _, Form, Frame, Problem, Wrong, filters,
    render, render_as,
};

use crate::interpreter::InterpreterError;
use crate::interpreter::actions::add_interpreter;
use crate::interpreter::forms::{Entry, options};

/// The page.
#[derive(Template)]
#[template(path = "interpreter/templates/add.html")]
pub(super) struct AddPage {
    pub(super) frame: Frame,
    pub(super) form: Form,
}

impl AddPage {
    const FIELDS: &'static [Field] = Entry::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        options(field, self.frame.language)
    }
}

/// The form.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: Allowed<AddInterpreter>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let frame = allowed.frame("interpreter-add-title");
    Ok(render(allowed.visit.language, &AddPage { frame, form }))
}

/// Enters them.
pub(super) async fn send(
    State(app): State<App>,
    allowed: Allowed<AddInterpreter>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    if let Some(adding) = Entry::read(&mut form) {
        let key = adding.form_key.clone();
        let is = Arc::new(adding.said());
        let added = app.store.unit(permit, move |unit| {
            let (is, key) = (is.clone(), key.clone());
            async move { add_interpreter(&unit, &is, &key).await }
        });
        match added.await {
            Ok(entry) => return Ok(visit.redirect_to("interpreter", &entry)),
            Err(InterpreterError::Known) => form.wrong("number", Wrong::new("interpreter-known")),
            Err(error) => return Err(error.problem()),
        }
    }
    let frame = visit.frame("interpreter-add-title");
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &AddPage { frame, form },
    ))
}
