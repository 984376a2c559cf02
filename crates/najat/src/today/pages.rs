//! The page of the day: it is where everybody's work begins.

use access::action::{ReadToday, TakeOverShift};
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, FrameKind, Problem, Route, no_sample, render};

use super::unbuilt::unbuilt;
use super::view::TodayPage;
use super::{handover, installation, rules, samples};
use crate::first_day::Welcome;

/// The page of this room.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get::<ReadToday, _>("/today", "today", FrameKind::Staff, samples::today, today)
            .in_nav("today-title", "house"),
        Route::get::<TakeOverShift, _>(
            "/handover",
            "handover",
            FrameKind::Staff,
            handover::samples,
            handover::show,
        ),
        Route::post::<TakeOverShift, _>(
            "/handover",
            "take-over",
            FrameKind::Staff,
            no_sample,
            handover::take_over,
        )
        .takes::<handover::TakingOver>(),
    ]
}

async fn today(
    State(app): State<App>,
    allowed: Allowed<ReadToday>,
    Welcome(first_day): Welcome,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let calm = match rules::calm(&app.store.gate(), &actor) {
        calm if app.table.find(calm.1).is_some() => calm,
        _ => rules::ACCOUNT,
    };
    let unbuilt = unbuilt(&app.store.gate(), &actor);
    // One look at all lists, and one entry for whatever it shows.
    let (mut tasks, shelter) = tokio::try_join!(
        app.store
            .read(permit, |day| async move { protection::tasks(&day).await }),
        installation::tasks(&app.store, &actor),
    )?;
    tasks.extend(shelter);
    let hands_over = app.store.gate().ever::<TakeOverShift>(&actor);
    let page = TodayPage::new(visit.frame("today-title"), first_day, tasks, calm)
        .saying(unbuilt)
        .handing_over(hands_over);
    Ok(render(visit.language, &page))
}
