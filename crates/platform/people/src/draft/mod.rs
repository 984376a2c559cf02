//! Drafts: a form that was sent when the session was over is kept sealed for its person for a day,
//! and offered again after they sign in. Nothing typed is lost.

mod actions;
mod rules;
mod store;

use ::store::{StoreError, Work};
use record::{Id, Moment};
use vault::Plain;

pub use self::store::STATEMENTS;
pub use actions::{Why, drop_draft, drop_old, keep, keep_draft, read_own_draft, read_own_drafts};

/// How long a draft is kept, in seconds.
pub const KEPT_SECONDS: i64 = 24 * 3600;
/// How many drafts somebody has at most; an older one makes place.
pub const MOST: usize = 10;

/// A form as it was sent.
#[derive(Clone)]
pub struct Content {
    /// The path to which it was sent.
    pub path: Plain<String>,
    /// Every field with what was typed.
    pub fields: Vec<(String, Plain<String>)>,
}

/// A form that was kept.
pub struct Draft {
    /// Its id.
    pub id: Id,
    /// When it was sent.
    pub at: Moment,
    /// What was sent.
    pub content: Content,
}

/// The draft to offer after signing in: the newest that was not opened yet.
pub(crate) async fn waiting_for(work: &Work, account: Id) -> Result<Option<Id>, StoreError> {
    store::waiting(work, account, work.now().plus_seconds(-KEPT_SECONDS)).await
}
