//! Basra with a desk of helpers, a desk for the whole country, and police.

use record::{Id, OrgKind, Role};

use crate::installation::{BASRA, Installation, Worker};

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
    pub async fn new(site: &Installation) -> Self {
        let desk = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let national = site.org(OrgKind::Aid, None, &[]).await;
        let police = site.org(OrgKind::Police, None, &[BASRA]).await;
        let responder = site.worker(desk, OrgKind::Aid, Role::Responder).await;
        let supervisor = site.worker(desk, OrgKind::Aid, Role::Supervisor).await;
        site.readers(Some(BASRA), &[desk]).await;
        site.readers(None, &[national]).await;
        Self {
            desk,
            national,
            police,
            responder,
            supervisor,
            caseworker: site.worker(desk, OrgKind::Aid, Role::Caseworker).await,
            investigator: site
                .worker(police, OrgKind::Police, Role::Investigator)
                .await,
        }
    }

    /// The desk that reads is set below a body: whatever accuses that body shuts the desk out.
    pub async fn desk_falls_under(&self, site: &Installation, body: Id) {
        site.set_org(Some(self.desk), OrgKind::Aid, Some(body), &[BASRA])
            .await;
        site.react().await;
    }
}
