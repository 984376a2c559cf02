//! What stands on the pages of the door beside their forms.

use std::net::SocketAddr;

use page::{App, Problem};
use record::Language;

use super::Mine;

/// HTML of a template of its own, in the reader's language; empty, where there is nothing.
pub type Panel = String;

/// What whoever puts the installation together shows beside the forms of its door.
pub trait Beside: 'static {
    /// Beside the form that signs in.
    fn sign_in(
        app: &App,
        language: Language,
    ) -> impl Future<Output = Result<Panel, Problem>> + Send;

    /// Beside the form that asks once more, for whoever asks from this address.
    fn step_up(
        app: &App,
        mine: &Mine,
        peer: SocketAddr,
    ) -> impl Future<Output = Result<Panel, Problem>> + Send;

    /// Both with made-up data; nothing, where nothing is ever shown.
    fn samples(language: Language) -> Option<[Panel; 2]>;
}

/// Nothing but the forms: an installation of real people.
pub struct Nothing;

impl Beside for Nothing {
    async fn sign_in(_: &App, _: Language) -> Result<Panel, Problem> {
        Ok(Panel::new())
    }

    async fn step_up(_: &App, _: &Mine, _: SocketAddr) -> Result<Panel, Problem> {
        Ok(Panel::new())
    }

    fn samples(_: Language) -> Option<[Panel; 2]> {
        None
    }
}
