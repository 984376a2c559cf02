//! Whether reports that nobody has answered come near the number beyond which none is taken.

use page::Ceilings;
use protection::report::room;
use store::Examined;

use super::{Finding, Weight};

/// The disk is looked at with the files.
pub(super) async fn look(ceilings: &Ceilings, examined: &Examined) -> Option<Finding> {
    if !examined.is_of_this_program() {
        return None;
    }
    let ceilings = Ceilings {
        folder: None,
        ..ceilings.clone()
    };
    // What cannot be read is told by those who look at the database.
    let room = room::room(examined, &ceilings).await.ok()?;
    let weight = match room {
        room if ceilings.is_full(room) => Weight::Broken,
        room if ceilings.is_near(room) => Weight::ToDo,
        _ => return None,
    };
    Some(Finding::new(
        weight,
        format!(
            "{} reports wait that nobody has answered; {} are taken",
            room.unread, ceilings.most_unread
        ),
        "beyond that no report is taken, and its page shows numbers to call",
        "see whether they are a flood, have the desks close what is none, or raise most_unread",
    ))
}
