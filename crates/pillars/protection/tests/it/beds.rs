//! What people do for a safe place: helpers of the tests over requests, sites and rights.

use std::sync::Arc;

use access::action::{
    AskForBed, DeclarePlaces, ListShelters, ReadShelterAddress, RegisterShelter, SetDesk,
    WriteShelterAddress,
};
use access::{Action, Actor};
use people::desk::{Desk, DeskError, set_desk};
use protection::bed::actions as act;
use protection::bed::{Age, Asked, Asking, BedError, Done, Needs, Sex, read};
use protection::shelter::{
    Declared, Declaring, PlaceAge, PlaceSex, Registering, ShelterError, actions as shelters,
    address, board,
};
use record::{Duty, Id, Jurisdiction, OrgKind, Role};
use store::{StoreError, Unit};
use vault::Plain;

use crate::installation::{BASRA, Basra, Installation, Worker, administrator, plain};

/// Somewhere else in the same jurisdiction.
pub const BAGHDAD: &str = "IQG08";

/// A shelter and who runs it.
#[derive(Clone, Copy)]
pub struct Home {
    pub shelter: Id,
    pub manager: Worker,
}

/// Places of one sort.
pub const fn places(sex: PlaceSex, age: PlaceAge, places: i64) -> Declared {
    Declared {
        sex,
        age,
        family: false,
        disability: false,
        places,
    }
}

/// Places for women.
pub const WOMEN: Declared = places(PlaceSex::Female, PlaceAge::Adult, 2);

/// A woman in Basra who needs a place.
pub fn woman() -> Needs {
    Needs {
        governorate: BASRA.to_owned(),
        sex: Sex::Female,
        age: Age::Adult,
        family: false,
        heads: 1,
        disability: false,
        languages: "ar bn".to_owned(),
        danger: false,
        free_text: plain("insulin, somebody who speaks Bangla"),
    }
}

/// Basra with its readers, a placement desk, oversight and the state's duty officers.
pub struct Country {
    pub basra: Basra,
    pub placing: Worker,
    pub oversight: Worker,
    pub state_duty: Worker,
}

impl Country {
    pub async fn new(site: &Installation) -> Self {
        let basra = Basra::new(site).await;
        let placing = site.org(OrgKind::Office, None, &[BASRA]).await;
        let oversight = site.org(OrgKind::Aid, None, &[]).await;
        let state = site.org(OrgKind::Office, None, &[]).await;
        site.desk(Duty::Placement, Some(BASRA), &[placing]).await;
        site.desk(Duty::Oversight, None, &[oversight]).await;
        site.desk(Duty::StateDuty, None, &[state]).await;
        Self {
            basra,
            placing: site
                .worker(placing, OrgKind::Office, Role::PlacementDesk)
                .await,
            oversight: site
                .worker(oversight, OrgKind::Aid, Role::OversightOfficer)
                .await,
            state_duty: site.worker(state, OrgKind::Office, Role::StateDuty).await,
        }
    }

    /// The desk's worker who asks for places.
    pub fn asker(&self) -> Actor {
        self.basra.responder.actor()
    }
}

impl Installation {
    pub async fn desk(&self, duty: Duty, governorate: Option<&str>, orgs: &[Id]) {
        let desk = Arc::new(Desk {
            duty,
            governorate: governorate.map(str::to_owned),
            jurisdiction: Some(Jurisdiction::Federal),
            orgs: orgs.to_vec(),
        });
        let gate = self.store.gate();
        let permit = gate.permit_new::<SetDesk>(&administrator(), &[]).unwrap();
        let set = self.store.unit(permit, move |unit| {
            let desk = desk.clone();
            async move { set_desk(&unit, &desk).await.map_err(Wrapped) }
        });
        assert!(set.await.is_ok(), "a desk");
    }

    /// A shelter of a body of its own.
    pub async fn home(&self, declared: &[Declared], governorate: &str) -> Home {
        let org = self.org(OrgKind::Shelter, None, &[governorate]).await;
        let manager = self
            .worker(org, OrgKind::Shelter, Role::ShelterManager)
            .await;
        let shelter = self
            .register(&manager.actor(), declared, governorate)
            .await
            .unwrap();
        Home { shelter, manager }
    }

    pub async fn register(
        &self,
        actor: &Actor,
        declared: &[Declared],
        governorate: &str,
    ) -> Result<Id, ShelterError> {
        let registering = Arc::new(Registering {
            governorate: governorate.to_owned(),
            hours: "24/7".to_owned(),
            languages: "ar".to_owned(),
            places: declared.to_vec(),
            form_key: self.key(),
        });
        let gate = self.store.gate();
        let permit = gate
            .permit_new::<RegisterShelter>(actor, &[])
            .map_err(StoreError::from)?;
        self.store
            .unit(permit, move |unit| {
                let registering = registering.clone();
                async move { shelters::register_shelter(&unit, &registering).await }
            })
            .await
    }

    pub async fn declare(
        &self,
        home: Home,
        places: Vec<(Option<Id>, Declared)>,
        seen: i64,
        closed: bool,
    ) -> Result<Done, ShelterError> {
        let declaring = Declaring {
            seen,
            hours: "24/7".to_owned(),
            languages: "ar ckb".to_owned(),
            closed,
            places,
            form_key: self.key(),
        };
        self.on::<DeclarePlaces, _, _, _, _>(
            &home.manager.actor(),
            home.shelter,
            &[],
            move |unit| {
                let declaring = declaring.clone();
                async move { shelters::declare_places(&unit, &declaring).await }
            },
        )
        .await
    }

    pub async fn shelter_of(&self, home: Home) -> protection::shelter::Shelter {
        let actor = home.manager.actor();
        self.on::<DeclarePlaces, _, _, _, _>(&actor, home.shelter, &[], |unit| async move {
            shelters::shelter(&unit).await
        })
        .await
        .unwrap()
    }

    /// How many places of a shelter are taken.
    pub async fn taken(&self, home: Home) -> i64 {
        let shelter = self.shelter_of(home).await;
        shelter.places.iter().map(|one| one.taken).sum()
    }

    pub async fn write_address(&self, home: Home, text: &str) -> Result<Done, ShelterError> {
        let (text, key) = (Arc::new(plain(text)), self.key());
        let actor = home.manager.actor();
        self.on::<WriteShelterAddress, _, _, _, _>(&actor, home.shelter, &[], move |unit| {
            let (text, key) = (text.clone(), key.clone());
            async move { address::write_address(&unit, &text, &key).await }
        })
        .await
    }

    /// The address as a desk is shown it; nothing, where it may not be.
    pub async fn address(&self, actor: &Actor, shelter: Id) -> Option<String> {
        let states = address::address_states(&self.store, actor, shelter)
            .await
            .unwrap();
        let read =
            self.on::<ReadShelterAddress, _, _, _, _>(actor, shelter, &states, |unit| async move {
                address::read_address(&unit).await
            });
        let read: Result<Option<Plain<String>>, ShelterError> = read.await;
        read.ok()?.map(|address| address.expose().clone())
    }

    pub async fn board(&self, actor: &Actor) -> Result<protection::shelter::Board, StoreError> {
        let scope = self.store.gate().scope::<ListShelters>(actor)?;
        self.store
            .read(scope.permit().clone(), |unit| async move {
                board::board(&unit).await
            })
            .await
    }

    pub async fn shelters(&self, actor: &Actor) -> Vec<Id> {
        let Ok(scope) = self.store.gate().scope::<ListShelters>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let scope = scope.clone();
            async move { board::list_shelters(&unit, &scope, &board::Wanted::default()).await }
        });
        let page = page.await.unwrap();
        page.shelters.iter().map(|shelter| shelter.record).collect()
    }

    /// Asks for a place, and lets the rules act.
    pub async fn ask(
        &self,
        actor: &Actor,
        report: Option<Id>,
        needs: Needs,
    ) -> Result<Asked, BedError> {
        let asked = self.ask_only(actor, report, needs, &self.key()).await;
        self.react().await;
        asked
    }

    pub async fn ask_only(
        &self,
        actor: &Actor,
        report: Option<Id>,
        needs: Needs,
        key: &str,
    ) -> Result<Asked, BedError> {
        let asking = Arc::new(Asking {
            case: None,
            sheet: None,
            report,
            needs,
            form_key: key.to_owned(),
        });
        let gate = self.store.gate();
        let permit = gate
            .permit_new::<AskForBed>(actor, &[])
            .map_err(StoreError::from)?;
        self.store
            .unit(permit, move |unit| {
                let asking = asking.clone();
                async move { act::ask_for_bed(&unit, &asking).await }
            })
            .await
    }

    /// One unit on a record.
    pub async fn on<A, T, E, F, Fut>(
        &self,
        actor: &Actor,
        record: Id,
        states: &[&str],
        body: F,
    ) -> Result<T, E>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let gate = self.store.gate();
        let permit = gate.permit_when::<A>(actor, record, states).await?;
        self.store.unit(permit, body).await
    }

    /// One unit on a request, with the states that the moment tells.
    pub async fn on_request<A, T, F, Fut>(
        &self,
        actor: &Actor,
        request: Id,
        body: F,
    ) -> Result<T, BedError>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, BedError>> + Send + 'static,
        T: Send + 'static,
    {
        let states = read::states(&self.store, request).await?;
        self.on::<A, _, _, _, _>(actor, request, &states, body)
            .await
    }
}

/// The error of setting a desk, in a test.
struct Wrapped(#[allow(dead_code, reason = "only that it failed matters")] DeskError);

impl From<StoreError> for Wrapped {
    fn from(error: StoreError) -> Self {
        Self(error.into())
    }
}
