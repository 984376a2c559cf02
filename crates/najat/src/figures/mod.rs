//! Figures: what the pillars count of their facts, put together as Today puts their tasks together.
//! Only the bodies that answer for the whole country see them: small counts are not withheld from
//! them, so nobody else is shown any.

mod pages;
mod view;

pub use pages::routes;

use record::{Counted, Measure};
use store::{StoreError, Work};

/// The measures of each pillar, in their order.
const PILLARS: &[&[Measure]] = &[protection::MEASURES];

/// Counts every measure as it stands at this moment.
pub async fn count(work: &Work) -> Result<Vec<(&'static Measure, Vec<Counted>)>, StoreError> {
    let mut figures = Vec::new();
    for pillar in PILLARS {
        for measure in *pillar {
            figures.push((measure, work.counted(measure).await?));
        }
    }
    Ok(figures)
}
