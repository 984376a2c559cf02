//! One request, opened: as much as the reader's part in it shows.

use access::action::ReadBedRequest;
use access::{Actor, Permit};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use clock::Code;
use page::{App, Cannot, Frame, Problem, Visit, Wanting, render, render_as};
use people::organisation;
use record::Id;

use super::request::{Forms, May, OverPage, Read, RequestPage, Told};
use super::words::ask_key;
use crate::bed::actions::{own_parts, read_request};
use crate::bed::{Ask, AskState, BedError, Opened, State as Stands};

/// Opens a request; the ledger keeps that it was read.
pub(super) async fn read(app: &App, permit: Permit<ReadBedRequest>) -> Result<Read, Problem> {
    let may = May::ask(app, permit.actor(), permit.record()).await?;
    let read = app.store.read(permit, move |unit| async move {
        let opened = read_request(&unit).await?;
        let (guard, _) = unit.guard_of(unit.record()).await?;
        let line = match &opened {
            Opened::Team {
                desk: Some(desk), ..
            } => organisation::lines(&*unit, Some(*desk))
                .await?
                .into_iter()
                .next()
                .map(|(_, line)| line),
            _ => None,
        };
        let unseen = match &opened {
            Opened::House { head, .. } if head.state == Stands::Admitted => {
                clock::running_on(&unit, guard.root)
                    .await?
                    .into_iter()
                    .find(|clock| clock.code == Code::T1)
                    .map(|clock| clock.record)
            }
            _ => None,
        };
        Ok::<_, BedError>(Read {
            opened,
            may,
            line,
            unseen,
        })
    });
    read.await.map_err(Cannot::problem)
}

/// The page, or for a house that is out of it by now: that it is, and nothing else.
pub(crate) async fn show(
    State(app): State<App>,
    wanting: Wanting<ReadBedRequest>,
) -> Result<Response, Problem> {
    let visit = &wanting.visit;
    match wanting.permit(&app, &[]).await {
        Ok(permit) => {
            let read = read(&app, permit).await?;
            let forms = Forms::fresh(|| app.world.id(), read.head().revision);
            let frame = visit.frame("bed-title");
            let page = RequestPage::new(frame, read, forms, None, || app.world.id());
            Ok(render(visit.language, &page))
        }
        Err(Problem::NotThere) => {
            let parts = own_parts(&app.store, &wanting.actor, wanting.record).await?;
            let last = parts.last().ok_or(Problem::NotThere)?;
            Ok(render(
                visit.language,
                &over(visit.frame("bed-title"), last),
            ))
        }
        Err(problem) => Err(problem),
    }
}

/// What a house is told that has no part in it any more.
pub(super) fn over(frame: Frame, part: &Ask) -> OverPage {
    match part.state {
        AskState::NotHere => not_here(frame),
        AskState::NotNeeded => not_needed(frame),
        state => OverPage {
            frame,
            icon: "info",
            words: ask_key(state, part.for_judge),
        },
    }
}

/// Another house was first.
pub(super) fn not_needed(frame: Frame) -> OverPage {
    OverPage {
        frame,
        icon: "heart-handshake",
        words: "bed-not-needed",
    }
}

/// Somebody there must not meet this person; the house does not learn it.
pub(super) fn not_here(frame: Frame) -> OverPage {
    OverPage {
        frame,
        icon: "ban",
        words: "bed-not-here",
    }
}

/// The page of a request again, with what is to be said and a form that came back.
pub(super) async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    status: StatusCode,
    told: Option<Told>,
    forms: impl FnOnce(Forms) -> Forms,
) -> Result<Response, Problem> {
    let gate = app.store.gate();
    let permit = gate.permit::<ReadBedRequest>(actor, request).await?;
    let read = read(app, permit).await?;
    let fresh = Forms::fresh(|| app.world.id(), read.head().revision);
    let page = RequestPage::new(visit.frame("bed-title"), read, forms(fresh), told, || {
        app.world.id()
    });
    Ok(render_as(status, visit.language, &page))
}
