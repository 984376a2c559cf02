//! The desk's list and the page of one report, with what can be done with it.

use std::sync::Arc;

use access::action::{AnswerReport, CloseReport, ListReports, ReadReport, ReassignReport};
use access::{Actor, Permit};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    After, Allowed, AllowedList, App, Both, Cannot, Conflict, Form, PermitRequest, Problem, Sent,
    Visit, render, render_as, submit,
};
use people::member::list_members;
use people::saved;
use record::Id;
use store::StoreError;

use super::filters::{chosen, sentence};
use super::may::May;
use super::view::{HandPage, ListPage, ReportPage};
use super::{Read, read};
use crate::reader::store::fit_members;
use crate::report::actions::{answer_report, close_report, reassign_report};
use crate::report::forms::{Answering, Closing, HandingOn};
use crate::report::list::{Wanted, list_reports};
use crate::report::{ReportError, rules};

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The reports of the desk: those of somebody held apart, the others below, the latest first.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListReports>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "reports").await?;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let code: Option<record::ShortCode> = asked.code("code");
    let after = asked
        .code("after")
        .map(|After(sent, record)| (sent, record));
    let only_held = asked.ticked("held");
    let is_search = code.is_some();
    let sentence = sentence(visit.language, &asked);
    let account = scope.actor().member().map(|member| member.account);
    let chosen = chosen(&sentence, &mut asked, account, visit.now, after);
    let wanted = move |held| Wanted {
        code: code.clone(),
        held,
        after,
        ..Wanted::default()
    };
    let pages = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted, chosen) = (scope.clone(), wanted.clone(), chosen.clone());
        async move {
            if is_search || chosen.is_some() {
                let wanted = chosen.unwrap_or_else(|| wanted(None));
                return Ok((None, Some(list_reports(&unit, &scope, &wanted).await?)));
            }
            let held = if only_held || after.is_none() {
                Some(list_reports(&unit, &scope, &wanted(Some(true))).await?)
            } else {
                None
            };
            let others = if only_held {
                None
            } else {
                Some(list_reports(&unit, &scope, &wanted(Some(false))).await?)
            };
            Ok::<_, StoreError>((held, others))
        }
    });
    let (held, others) = pages.await?;
    let frame = visit.frame("report-list-title").keeping(kept);
    let page = ListPage::new(frame, held, others, asked, sentence);
    Ok(render(visit.language, &page))
}

/// One report, opened: the page itself is the read that the ledger keeps.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadReport>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let read = read(&app, permit).await?;
    let revision = read.opened.head.revision;
    let answer = Form::fresh(app.world.id(), revision);
    let close = Form::fresh(app.world.id(), revision);
    let may = May::ask(&app, &actor, &read).await?;
    let frame = visit.frame("report-title");
    Ok(render(
        visit.language,
        &ReportPage::new(frame, may, read, answer, close, false),
    ))
}

/// The page of a report again, with a form that came back.
async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    report: Id,
    status: StatusCode,
    forms: impl FnOnce(&Read) -> (Form, Form),
) -> Result<Response, Problem> {
    let permit = app.store.gate().permit::<ReadReport>(actor, report).await?;
    let read = read(app, permit).await?;
    let (answer, close) = forms(&read);
    let stale = status == StatusCode::CONFLICT;
    let may = May::ask(app, actor, &read).await?;
    let page = ReportPage::new(visit.frame("report-title"), may, read, answer, close, stale);
    Ok(render_as(status, visit.language, &page))
}

/// Answers the sender.
pub(crate) async fn answer(
    State(app): State<App>,
    attempt: PermitRequest<AnswerReport>,
    form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, report) = (&attempt.visit, &attempt.actor, attempt.record);
    let seen = form.version();
    let act = move |unit, input: Arc<Answering>| async move {
        answer_report(&unit, &input.free_text, seen, &input.form_key).await
    };
    match submit(&app, &attempt, &[], form, act).await? {
        Sent::Done(_) => Ok(visit.redirect_to("report", &report)),
        Sent::Wrong(form) => {
            let fresh = app.world.id();
            let close = |read: &Read| Form::fresh(fresh, read.opened.head.revision);
            let forms = |read: &Read| (form, close(read));
            again(&app, visit, actor, report, WRONG, forms).await
        }
        Sent::Refused(form, ReportError::Stale) => conflict(&app, visit, actor, report, form).await,
        Sent::Refused(_, error) => Err(error.problem()),
    }
}

/// Somebody wrote while this answer was written: what they wrote beside it.
async fn conflict(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    report: Id,
    form: Form,
) -> Result<Response, Problem> {
    let permit = app.store.gate().permit::<ReadReport>(actor, report).await?;
    let read = read(app, permit).await?;
    let opened = read.opened;
    if opened.head.withdrawn.is_some() {
        return Err(ReportError::Withdrawn.problem());
    }
    let theirs = rules::since(&opened.thread, form.version());
    let page = Conflict {
        frame: visit.frame("conflict-title"),
        action: visit.href_to("report-answer", &report),
        form: form.renewed(app.world.id(), opened.head.revision),
        both: vec![Both {
            field: "free_text",
            label: "report-answer-said",
            theirs,
        }],
    };
    Ok(render_as(StatusCode::CONFLICT, visit.language, &page))
}

/// Closes the report for a reason.
pub(crate) async fn close(
    State(app): State<App>,
    attempt: PermitRequest<CloseReport>,
    form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, report) = (&attempt.visit, &attempt.actor, attempt.record);
    let seen = form.version();
    let act = move |unit, input: Arc<Closing>| async move {
        close_report(&unit, input.because, seen, &input.form_key).await
    };
    let (fresh, renewed) = (app.world.id(), app.world.id());
    let blank = |read: &Read| Form::fresh(fresh, read.opened.head.revision);
    match submit(&app, &attempt, &[], form, act).await? {
        Sent::Done(_) => Ok(visit.redirect("reports")),
        Sent::Wrong(form) => {
            let forms = |read: &Read| (blank(read), form);
            again(&app, visit, actor, report, WRONG, forms).await
        }
        Sent::Refused(form, ReportError::Stale) => {
            let forms = |read: &Read| {
                let now = read.opened.head.revision;
                (blank(read), form.renewed(renewed, now))
            };
            again(&app, visit, actor, report, StatusCode::CONFLICT, forms).await
        }
        Sent::Refused(_, error) => Err(error.problem()),
    }
}

/// Who could take the report.
pub(crate) async fn hand(
    State(app): State<App>,
    allowed: Allowed<ReassignReport>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    hand_page(&app, &visit, &permit, None).await
}

async fn hand_page(
    app: &App,
    visit: &Visit,
    permit: &Permit<ReassignReport>,
    form: Option<Form>,
) -> Result<Response, Problem> {
    let (actor, report) = (permit.actor(), permit.record());
    let reading = app.store.gate().permit::<ReadReport>(actor, report).await?;
    let read = read(app, reading).await?;
    let desk = actor.member().map_or(Id::NONE, |member| member.org);
    let fit = app
        .store
        .read_clear(|look| async move { fit_members(&*look, desk).await })
        .await?;
    let named = list_members(&app.store, actor, Some(desk))
        .await
        .map_err(|error| match error {
            people::member::MemberError::Store(error) => error.into(),
            _ => Problem::NotThere,
        })?;
    let head = read.opened.head;
    let (status, form) = match form {
        None => (StatusCode::OK, Form::fresh(app.world.id(), head.revision)),
        Some(form) if form.is_right() => (
            StatusCode::CONFLICT,
            form.renewed(app.world.id(), head.revision),
        ),
        Some(form) => (StatusCode::UNPROCESSABLE_ENTITY, form),
    };
    let stale = status == StatusCode::CONFLICT;
    let frame = visit.frame("report-hand-title");
    let page = HandPage::new(frame, &head, &fit, named, &read.owners, form, stale);
    Ok(render_as(status, visit.language, &page))
}

/// Hands the report to another member of the desk.
pub(crate) async fn reassign(
    State(app): State<App>,
    attempt: PermitRequest<ReassignReport>,
    form: Form,
) -> Result<Response, Problem> {
    let visit = &attempt.visit;
    let seen = form.version();
    let act = move |unit, input: Arc<HandingOn>| async move {
        reassign_report(&unit, input.to, seen, &input.form_key).await
    };
    match submit(&app, &attempt, &[], form, act).await? {
        Sent::Done(_) => Ok(visit.redirect_to("report", &attempt.record)),
        Sent::Wrong(form) | Sent::Refused(form, ReportError::Stale) => {
            let permit = attempt.permit(&app, &[]).await?;
            hand_page(&app, visit, &permit, Some(form)).await
        }
        Sent::Refused(_, error) => Err(error.problem()),
    }
}
