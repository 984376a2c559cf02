//! Basra with a desk of helpers, a desk for the whole country, and police.

use record::{Id, OrgKind, Role};

use crate::house::{BASRA, House, Worker};

/// Basra with a desk of helpers, a desk for the whole country, and police.
pub struct Basra {
    pub desk: Id,
    pub national: Id,
    pub police: Id,
    pub responder: Worker,
    pub supervisor: Worker,
    pub caseworker: Worker,
    pub investigator: Worker,
}

impl Basra {
    pub async fn new(house: &House) -> Self {
        let desk = house.org(OrgKind::Aid, None, &[BASRA]).await;
        let national = house.org(OrgKind::Aid, None, &[]).await;
        let police = house.org(OrgKind::Police, None, &[BASRA]).await;
        let responder = house.worker(desk, OrgKind::Aid, Role::Responder).await;
        let supervisor = house.worker(desk, OrgKind::Aid, Role::Supervisor).await;
        house.readers(Some(BASRA), &[desk]).await;
        house.readers(None, &[national]).await;
        Self {
            desk,
            national,
            police,
            responder,
            supervisor,
            caseworker: house.worker(desk, OrgKind::Aid, Role::Caseworker).await,
            investigator: house
                .worker(police, OrgKind::Police, Role::Investigator)
                .await,
        }
    }

    /// The desk that reads is set below a body: whatever accuses that body shuts the desk out.
    pub async fn desk_falls_under(&self, house: &House, body: Id) {
        house
            .set_org(Some(self.desk), OrgKind::Aid, Some(body), &[BASRA])
            .await;
        house.react().await;
    }
}
