//! Tickets: a short proof that a receipt was shown a moment ago, so that each page of a sender's
//! visit need not ask for twenty digits again. Nothing of it is stored; no cookie is set.

use record::{Id, Moment};

use crate::Store;

impl Store {
    /// A ticket for a record, good until a moment.
    pub fn ticket(&self, record: Id, until: Moment) -> String {
        let body = format!("{record}.{}", until.micros());
        let seal = hex::encode(self.blind_index("ticket", &body));
        format!("{body}.{seal}")
    }

    /// The record of a ticket, if it is ours and its time is not over.
    pub fn ticket_record(&self, ticket: &str) -> Option<Id> {
        let (body, seal) = ticket.rsplit_once('.')?;
        let seal = hex::decode(seal).ok()?;
        if !vault::secret_hash::same(&seal, &self.blind_index("ticket", body)) {
            return None;
        }
        let (record, until) = body.split_once('.')?;
        let until = Moment::from_micros(until.parse().ok()?);
        if self.world().now() < until {
            record.parse().ok()
        } else {
            None
        }
    }
}
