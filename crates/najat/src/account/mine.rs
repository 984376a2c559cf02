//! The extractor of pages that are about one's own account.

use access::{Action, Permit};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use http::Method;
use page::{App, Frame, Problem, Visit};
use people::session::Standing;
use record::Id;

/// Somebody who is signed in, on a page about their own account.
pub struct Mine {
    /// The session.
    pub standing: Standing,
    /// The account.
    pub account: Id,
    /// The request.
    pub visit: Visit,
}

impl Mine {
    /// May they do this with their own account?
    pub async fn permit<A: Action>(&self, app: &App) -> Result<Permit<A>, Problem> {
        let gate = app.store.gate();
        Ok(gate.permit::<A>(&self.standing.actor, self.account).await?)
    }

    /// Like [`Mine::permit`], after a step-up only.
    pub async fn strong_permit<A: Action>(&self, app: &App) -> Result<Permit<A>, Problem> {
        match self.standing.stepped_up_until {
            Some(_) => self.permit(app).await,
            None => Err(Problem::StepUp),
        }
    }

    /// The frame of this page.
    pub fn frame(&self, title: &'static str) -> Frame {
        self.visit.frame(title)
    }
}

impl FromRequestParts<App> for Mine {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let standing = parts.extensions.get::<Standing>().cloned();
        let account = standing
            .as_ref()
            .and_then(|standing| standing.actor.member());
        match (account.map(|member| member.account), standing) {
            (Some(account), Some(standing)) => Ok(Self {
                standing,
                account,
                visit,
            }),
            _ if parts.method == Method::POST => Err(Problem::Expired),
            _ => Err(Problem::SignIn),
        }
    }
}
