//! The administrator's page of long work: what there is, how far it is, cancelling it, and asking for
//! the index of sign-in names to be made anew.

use access::action::{BackUp, CancelJob, ListJobs, RebuildIndex};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{After, Allowed, App, Fields, Form, FrameKind, Problem, Route, no_sample, render};
use record::{Id, PAGE};
use store::jobs::JobKind;
use store::{StoreError, one_more};

use super::samples;
use super::view::{JobsPage, Line};

page::fields! {
    /// A form that cancels a job.
    pub struct Cancelling {
        /// Which.
        pub job: Id = unseen(),
    }
}

/// The pages of this room.
pub fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListJobs, _>("/jobs", "jobs", staff, samples::jobs, list)
            .in_nav("jobs-title", "clock"),
        Route::post::<CancelJob, _>("/jobs/cancel", "cancel-job", staff, no_sample, cancel)
            .takes::<Cancelling>(),
        Route::post::<RebuildIndex, _>("/jobs/rebuild", "rebuild-index", staff, no_sample, rebuild),
    ]
}

async fn list(
    State(app): State<App>,
    allowed: Allowed<ListJobs>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked.code("after").map(|After(at, id)| (at, id));
    let actor = permit.actor().clone();
    let read = app.store.read(permit, move |unit| async move {
        let jobs = unit.jobs(after, one_more(PAGE)).await?;
        Ok::<_, StoreError>(unit.page(jobs, PAGE, |job| (job.asked_at, job.id)).await)
    });
    let jobs = read.await?;
    let gate = app.store.gate();
    let (me, cancels) = (actor.pseudonym(), gate.ever::<CancelJob>(&actor));
    let lines = jobs
        .lines
        .iter()
        .map(|job| Line::new(job, &me, visit.now, cancels));
    let page = JobsPage {
        lines: lines.collect(),
        next: jobs.next,
        copies: gate.ever::<BackUp>(&actor),
        rebuilds: gate.ever::<RebuildIndex>(&actor),
        form: Form::fresh(app.world.id(), 0),
        frame: visit.frame("jobs-title"),
    };
    Ok(render(visit.language, &page))
}

/// Cancels a job. One that is over already is shown as it ended.
async fn cancel(
    State(app): State<App>,
    allowed: Allowed<CancelJob>,
    mut form: Form,
) -> Result<Response, Problem> {
    if let Some(Cancelling { job, .. }) = Cancelling::read(&mut form) {
        let cancelled = app.store.unit(allowed.permit, move |unit| async move {
            unit.cancel_job(job).await
        });
        cancelled.await?;
    }
    Ok(allowed.visit.redirect("jobs"))
}

async fn rebuild(
    State(app): State<App>,
    allowed: Allowed<RebuildIndex>,
    form: Form,
) -> Result<Response, Problem> {
    if form.key().is_empty() {
        return Err(Problem::NotThere);
    }
    let key = form.key().to_owned();
    let asked = app.store.unit(allowed.permit, move |unit| {
        let key = key.clone();
        async move { unit.ask_job_once(&key, JobKind::RebuildIndex).await }
    });
    asked.await?;
    Ok(allowed.visit.redirect("jobs"))
}
