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
    let found = Finding::new(
        weight,
        "doctor-unanswered",
        "doctor-unanswered-why",
        "doctor-unanswered-do",
    );
    Some(
        found
            .with("unread", room.unread)
            .with("most", ceilings.most_unread),
    )
}
