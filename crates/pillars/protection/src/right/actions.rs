//! What people do about a right that is not met.

use access::action::{AnswerUnmetRight, CloseUnmetRight};
use store::{StoreError, Unit};

use super::{Answer, Outcome, RightError};
use crate::report::Done;

/// `AnswerUnmetRight`: what whoever watches did about it. It closes nothing.
pub async fn answer_right(
    _unit: &Unit<AnswerUnmetRight>,
    _answer: Answer,
    _form_key: &str,
) -> Result<Done, RightError> {
    Err(StoreError::Absent.into())
}

/// `CloseUnmetRight`: it is met, and this is how it came out.
pub async fn close_right(
    _unit: &Unit<CloseUnmetRight>,
    _outcome: Outcome,
    _form_key: &str,
) -> Result<Done, RightError> {
    Err(StoreError::Absent.into())
}
