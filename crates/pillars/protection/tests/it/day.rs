//! Today, as somebody of a site sees it.

use access::Actor;
use access::action::ReadToday;
use record::{Section, Task};

use crate::installation::Installation;

impl Installation {
    /// What Today shows somebody of this pillar.
    pub async fn day(&self, actor: &Actor) -> Vec<Task> {
        let permit = self
            .store
            .gate()
            .permit_new::<ReadToday>(actor, &[])
            .unwrap();
        let read = self
            .store
            .read(permit, |day| async move { protection::tasks(&day).await });
        Box::pin(read).await.unwrap()
    }

    /// What one part of their Today shows.
    pub async fn today(&self, actor: &Actor, section: Section) -> Vec<Task> {
        let mut tasks = self.day(actor).await;
        tasks.retain(|task| task.section == section);
        tasks
    }
}
