//! Somebody leaves a house.

use access::Actor;
use access::action::EndStay;
use page::{About, App, Form, FormAbout, Problem};
use record::Id;
use store::Unit;

use crate::bed::actions::{end_stay, own_parts};
use crate::bed::{AskState, BedError, Ending};

impl FormAbout for Ending {
    type Action = EndStay;
    type Error = BedError;
    const ABOUT: About = About {
        title: "bed-end-title",
        lead: "bed-end-text",
        send: "bed-end-send",
        back: ("bed", "bed-title"),
        onward: "beds",
    };

    async fn fill(app: &App, actor: &Actor, request: Id, form: Form) -> Result<Form, Problem> {
        let parts = own_parts(&app.store, actor, request).await?;
        let part = parts.iter().find(|part| part.state == AskState::Admitted);
        let part = part.ok_or(Problem::Words("bed-cannot-now"))?;
        Ok(form.put("ask", part.id.to_string()))
    }

    async fn act(&self, unit: &Unit<EndStay>) -> Result<(), BedError> {
        end_stay(unit, self).await.map(drop)
    }
}
