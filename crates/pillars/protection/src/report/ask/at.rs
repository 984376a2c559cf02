//! Where somebody is: which entry, where what was answered is kept, and whether a page of ours made
//! the request.

use page::{App, Came, Client, Fields as _, Form, Frame, NEUTRAL_TITLE, Visit};
use record::Language;

use super::forms::WordsForm;
use super::view::AskPage;
use super::{Reads, Step};
use crate::report::Entry;

/// The field of the mark: a page that was made for this place carries it.
const MARK: &str = "mark";

/// Where somebody is.
pub(super) struct At {
    number: u8,
    /// None, where nobody says that a page of ours made the request: then each page carries all
    /// that was answered, and nothing is kept under an address.
    ticket: Option<String>,
    /// What tells a phone that says nothing of where its forms come from from a site that plants
    /// one: that site cannot know what our page said to this place.
    mark: String,
}

impl At {
    pub(super) fn new(
        app: &App,
        number: u8,
        (came, client): (Came, Client),
        ticket: Option<String>,
    ) -> Self {
        let place = client.place().unwrap_or_default();
        let ticket = ticket.unwrap_or_else(page::ticket);
        Self {
            number,
            ticket: (came == Came::Here).then_some(ticket),
            mark: hex::encode(app.store.blind_index("mark", &place)),
        }
    }

    pub(super) const fn entry(&self) -> Entry {
        match self.number {
            1 => Entry::Help,
            2 => Entry::Worry,
            _ => Entry::Held,
        }
    }

    /// Whether answers are kept under an address.
    pub(super) const fn is_kept(&self) -> bool {
        self.ticket.is_some()
    }

    /// The address of a step.
    pub(super) fn path(&self, language: Language, step: Step) -> String {
        let (language, number, step) = (language.code(), self.number, step.code());
        match &self.ticket {
            Some(ticket) => format!("/{language}/{number}/{step}/{ticket}"),
            None => format!("/{language}/{number}"),
        }
    }

    pub(super) fn frame(&self, visit: &Visit) -> Frame {
        visit.frame(NEUTRAL_TITLE).with_ticket(self.ticket.clone())
    }

    /// The first step, with nothing answered yet.
    pub(super) fn empty(&self, app: &App, visit: &Visit) -> AskPage {
        let form = Form::fresh(app.world.id(), 0)
            .put("reads", Reads::Helpers.code())
            .put(MARK, self.mark.clone());
        AskPage::new(self.frame(visit), self.entry(), form)
    }

    /// What was answered so far.
    pub(super) fn found(&self, app: &App) -> Option<Form> {
        app.pending.find(self.ticket.as_deref()?)
    }

    /// Keeps what was answered, so that the step is found again.
    pub(super) fn keep(&self, app: &App, form: &Form) {
        if let Some(ticket) = &self.ticket {
            app.pending.keep(ticket, form.clone());
        }
    }

    /// Forgets it: it was sent.
    pub(super) fn forget(&self, app: &App) {
        if let Some(ticket) = &self.ticket {
            app.pending.forget(ticket);
        }
    }

    /// A form that may go on as it is: one of a page of ours.
    pub(super) fn taken(&self, form: Form) -> Option<Form> {
        let is_ours = self.is_kept() || form.open(MARK) == self.mark;
        is_ours.then_some(form)
    }

    /// A form from nobody knows where: of all that is in it only the words stay, to be looked at.
    /// Who reads and who is meant is answered here or not at all.
    pub(super) fn begun_anew(&self, app: &App, form: Form) -> Form {
        form.only(&WordsForm::names())
            .renewed(app.world.id(), 0)
            .put("reads", Reads::Helpers.code())
            .put(MARK, self.mark.clone())
    }

    /// A form that is shown again. The key of one from nobody knows where is not carried on.
    pub(super) fn again(&self, app: &App, form: Form) -> Form {
        if self.is_kept() {
            return form;
        }
        form.with_key(app.world.id())
    }
}
