//! The application to the investigating judge, where a house asks for a letter.

use access::action::PrintJudgeApplication;
use store::{StoreError, Unit};

use super::{Application, BedError};

/// `PrintJudgeApplication`: what stands on the page.
pub async fn print_judge_application(
    _unit: &Unit<PrintJudgeApplication>,
) -> Result<Application, BedError> {
    Err(StoreError::Absent.into())
}
