//! How much an installation takes in: a flood of reports ends before the disk does, and before
//! nobody can find the true ones among them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

/// For so long an answer is believed.
const BELIEVED: Duration = Duration::from_secs(5);

/// The ceilings, as the operator has set them.
#[derive(Clone, Debug)]
pub struct Ceilings {
    /// So many reports may wait that nobody has answered.
    pub most_unread: u32,
    /// So many bytes must be free on the disk.
    pub least_free: u64,
    /// A folder on that disk.
    pub folder: Option<PathBuf>,
    /// How the free space of a folder is learnt.
    pub space: fn(&Path) -> Option<u64>,
}

impl Default for Ceilings {
    fn default() -> Self {
        Self {
            most_unread: 20_000,
            least_free: 512 << 20,
            folder: None,
            space: |_| None,
        }
    }
}

/// What there is, beside what there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many reports wait that nobody has answered.
    pub unread: u64,
    /// How many bytes are free, where that is known.
    pub free: Option<u64>,
}

impl Ceilings {
    /// The room there is, with so many reports that wait.
    pub fn room(&self, unread: u64) -> Room {
        let free = self.folder.as_deref().and_then(self.space);
        Room { unread, free }
    }

    /// Whether nothing more is taken.
    pub fn is_full(&self, room: Room) -> bool {
        room.unread >= u64::from(self.most_unread)
            || room.free.is_some_and(|free| free < self.least_free)
    }

    /// Whether somebody should see to it before nothing more is taken.
    pub fn is_near(&self, room: Room) -> bool {
        room.unread.saturating_mul(5) >= u64::from(self.most_unread).saturating_mul(4)
            || room.free.is_some_and(|free| free / 2 < self.least_free)
    }
}

/// What was looked at a moment ago: a flood does not count all reports for each of its own.
#[derive(Default)]
pub struct Looked(Mutex<Option<(Instant, Room)>>);

impl Looked {
    /// The room there is, looked at anew where the last look is too old.
    pub async fn room<E>(&self, look: impl Future<Output = Result<Room, E>>) -> Result<Room, E> {
        let mut last = self.0.lock().await;
        if let Some((at, room)) = *last
            && at.elapsed() < BELIEVED
        {
            return Ok(room);
        }
        let room = look.await?;
        *last = Some((Instant::now(), room));
        Ok(room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_near_before_it_is_full() {
        let ceilings = Ceilings {
            most_unread: 100,
            least_free: 1000,
            ..Ceilings::default()
        };
        // reports that wait, bytes that are free, near, full
        for (unread, free, near, full) in [
            (0, None, false, false),
            (79, Some(2000), false, false),
            (80, Some(5000), true, false),
            (100, None, true, true),
            (0, Some(1999), true, false),
            (0, Some(999), true, true),
        ] {
            let room = Room { unread, free };
            assert_eq!(ceilings.is_near(room), near, "{room:?}");
            assert_eq!(ceilings.is_full(room), full, "{room:?}");
        }
    }
}
