//! Who a request comes from, as the session layer finds it out on the way in. The layers around it
//! learn it too, so that a page about what went wrong stands in the frame that its reader knows.

use std::sync::{Arc, OnceLock};

use access::Actor;
use axum::extract::Request;
use record::Language;

use crate::frame::Who;

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(crate) actor: Actor,
    pub(crate) who: Who,
    pub(crate) language: Language,
}

/// Where a request says who it comes from, once that is known.
#[derive(Clone, Default)]
pub(crate) struct Known(Arc<OnceLock<Reader>>);

impl Known {
    /// Whoever was found.
    pub(crate) fn reader(&self) -> Option<&Reader> {
        self.0.get()
    }

    /// The place for it in this request.
    pub(crate) fn of(request: &Request) -> Self {
        let known = request.extensions().get::<Self>();
        known.cloned().unwrap_or_default()
    }
}

/// Puts somebody who is signed in into a request: the actor, what the frame shows of them, and
/// their language.
pub fn recognise(request: &mut Request, actor: &Actor, who: Who, language: Language) {
    let reader = Reader {
        actor: actor.clone(),
        who: who.clone(),
        language,
    };
    // One request has one session: what is known stays so.
    let _known = Known::of(request).0.set(reader);
    request.extensions_mut().insert(who);
    request.extensions_mut().insert(language);
    request.extensions_mut().insert(actor.clone());
}
