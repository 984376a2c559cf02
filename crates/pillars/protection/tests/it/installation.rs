//! A site with organisations, members and readers, and what people do in it.

use std::ops::Deref;
use std::sync::Arc;

use access::Actor;
use access::action::{
    AddToReport, AnswerReport, CloseReport, DeleteReport, ListReleases, ListReports, ReadOwnReport,
    ReadRelease, ReadReport, ReassignReport, SendReport, SetOrganisation, SetReaderOrder,
    StopContact,
};
use fixtures::Site;
pub use fixtures::{Worker, plain};
use people::organisation::{Description, Names, set_organisation};
use protection::reader::actions::{Order, country, set_reader_order};
use protection::release::actions::{list_releases, read_release};
use protection::report::actions::{answer_report, close_report, read_report, reassign_report};
use protection::report::list::{Wanted, list_reports};
use protection::report::sending::{Reading, Sending, Sent, reading, send};
use protection::report::thread::{
    self, add_to_report, delete_report, read_own_report, stop_contact,
};
use protection::report::{
    Accused, Because, Contact, Done, Entry, Head, Opened, Part, ReportError, YesNoUnknown,
};
use record::{Id, Jurisdiction, OrgKind, Role};
use store::{StoreError, args};
use vault::Plain;

pub use crate::basra::Basra;

pub const BASRA: &str = "IQG02";

pub struct Installation {
    site: Site,
}

pub fn administrator() -> Actor {
    let nobody = Id::from_bytes([1; 16]);
    Worker {
        account: nobody,
        org: nobody,
        kind: OrgKind::Committee,
        role: Role::Administrator,
    }
    .actor()
}

impl Deref for Installation {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl Installation {
    /// On a file of its own, where the engine makes no difference.
    pub async fn on_sqlite() -> Self {
        let site = Site::on_sqlite().await;
        Self { site }
    }

    pub async fn open(url: &str) -> Self {
        let site = Site::open(url).await;
        Self { site }
    }

    pub async fn org(&self, kind: OrgKind, parent: Option<Id>, places: &[&str]) -> Id {
        let org = self.set_org(None, kind, parent, places).await;
        self.react().await;
        org
    }

    pub async fn set_org(
        &self,
        org: Option<Id>,
        kind: OrgKind,
        parent: Option<Id>,
        places: &[&str],
    ) -> Id {
        let name = format!("{} of somewhere", kind.code());
        let is = Arc::new(Description {
            names: Names {
                en: name.clone(),
                ar: name.clone(),
                ckb: name,
            },
            kind,
            jurisdiction: Some(Jurisdiction::Federal),
            parent,
            governorates: places.iter().map(|place| (*place).to_owned()).collect(),
            independent: kind == OrgKind::Aid,
        });
        let gate = self.store.gate();
        let permit = match org {
            None => gate
                .permit_new::<SetOrganisation>(&administrator(), &[])
                .expect("a permit"),
            Some(org) => gate
                .permit::<SetOrganisation>(&administrator(), org)
                .await
                .expect("a permit"),
        };
        self.store
            .unit(permit, move |unit| {
                let is = is.clone();
                async move { set_organisation(&unit, &is).await }
            })
            .await
            .expect("an organisation")
    }

    pub async fn react(&self) {
        self.store
            .react(&protection::reactions())
            .await
            .expect("rules act");
    }

    pub async fn readers(&self, governorate: Option<&str>, orgs: &[Id]) {
        let order = Arc::new(Order {
            governorate: governorate.map(str::to_owned),
            jurisdiction: Jurisdiction::Federal,
            orgs: orgs.to_vec(),
        });
        let gate = self.store.gate();
        let permit = gate
            .permit_new::<SetReaderOrder>(&administrator(), &[])
            .expect("a permit");
        self.store
            .unit(permit, move |unit| {
                let order = order.clone();
                async move { set_reader_order(&unit, &order).await }
            })
            .await
            .expect("an order");
        for org in orgs {
            // Where nobody can read, nobody is sent to: somebody sits at each desk.
            let there = "SELECT id FROM membership WHERE org = $1 AND ended IS NULL";
            if self.count(there, *org).await == 0 {
                self.worker(*org, OrgKind::Aid, Role::Responder).await;
            }
        }
    }

    /// Somebody with a membership, as the tables have it; how people join is another crate's test.
    pub async fn worker(&self, org: Id, kind: OrgKind, role: Role) -> Worker {
        let account = self.store.world().id();
        self.join(account, org, role).await;
        Worker {
            account,
            org,
            kind,
            role,
        }
    }

    pub async fn join(&self, account: Id, org: Id, role: Role) {
        const MEMBER: &str = "INSERT INTO membership (id, account, org, role, began, confirmed) \
            VALUES ($1, $2, $3, $4, $5, $5)";
        const GUARD: &str = "INSERT INTO guard (record, kind, org, sensitivity, state, root, \
            world, version) VALUES ($1, 'account', $2, 'ordinary', 'active', $1, 'care', 1) \
            ON CONFLICT (record) DO NOTHING";
        let (id, now) = (self.store.world().id(), self.store.world().now());
        self.store
            .upkeep(move |upkeep| async move {
                upkeep
                    .execute(MEMBER, args![id, account, org, role.code(), now])
                    .await?;
                upkeep.execute(GUARD, args![account, org]).await?;
                Ok::<_, StoreError>(())
            })
            .await
            .expect("a member");
    }

    /// Puts a record into a state, as another crate's action would.
    pub async fn state(&self, record: Id, state: &'static str) {
        const STATE: &str = "UPDATE guard SET state = $2 WHERE record = $1";
        self.store
            .upkeep(move |upkeep| async move {
                upkeep.execute(STATE, args![record, state]).await.map(drop)
            })
            .await
            .expect("a state");
    }

    pub async fn reading(&self, accused: &[Accused], with_police: bool) -> Reading {
        let country = self
            .store
            .read_clear(async |look| country(&*look).await)
            .await;
        reading(
            &country.expect("a country"),
            accused,
            Some(BASRA),
            with_police,
        )
    }

    /// What a sender of Basra would send, as the page would put it together.
    pub async fn letter(&self, accused: &[Accused], with_police: bool) -> Option<Sending> {
        let who = self.reading(accused, with_police).await;
        Some(Sending {
            entry: Entry::Worry,
            governorate: Some(BASRA.to_owned()),
            with_police,
            accused: accused.to_vec(),
            minor: YesNoUnknown::Yes,
            danger: YesNoUnknown::No,
            contact: Contact::Yes,
            parts: vec![
                (Part::Text, plain("boys in a workshop")),
                (Part::How, plain("+999 770 123 4567")),
            ],
            told: who.reader?,
            told_police: who.police,
            taken: None,
            form_key: self.key(),
        })
    }

    pub async fn send(&self, sending: Sending) -> Result<Sent, ReportError> {
        let gate = self.store.gate();
        let permit = gate
            .permit_new::<SendReport>(&Actor::Public, &[])
            .expect("anybody may");
        send(&self.store, &permit, sending).await
    }

    pub async fn sent(&self, sending: Sending) -> (Id, Plain<String>) {
        match self.send(sending).await.expect("it is sent") {
            Sent::Receipt { report, digits, .. } => (report, digits.expect("a receipt")),
            Sent::OtherReader => panic!("another reader"),
            Sent::NoReader => panic!("no reader"),
        }
    }

    /// The report that a receipt opens, if it opens one.
    pub async fn opened_by(&self, receipt: &Plain<String>) -> Option<Id> {
        let shown = thread::show(&self.store, receipt, "198.51.100.1")
            .await
            .unwrap()?;
        thread::find(&self.store, shown).await.unwrap()
    }

    pub async fn list(&self, actor: &Actor, wanted: Wanted) -> Vec<Head> {
        let Ok(scope) = self.store.gate().scope::<ListReports>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let (scope, wanted) = (scope.clone(), wanted.clone());
            async move { list_reports(&unit, &scope, &wanted).await }
        });
        page.await.expect("a list").lines
    }

    pub async fn lists(&self, actor: &Actor, report: Id) -> bool {
        let found = self.list(actor, Wanted::default()).await;
        found.iter().any(|head| head.record == report)
    }

    pub async fn read(&self, actor: &Actor, report: Id) -> Result<Opened, ReportError> {
        let permit = self
            .store
            .gate()
            .permit::<ReadReport>(actor, report)
            .await?;
        self.store
            .read(permit, |unit| async move { read_report(&unit).await })
            .await
    }

    pub async fn own(&self, report: Id) -> Result<Opened, ReportError> {
        let sender = Actor::Reporter(report);
        let permit = self
            .store
            .gate()
            .permit::<ReadOwnReport>(&sender, report)
            .await?;
        self.store
            .read(permit, |unit| async move { read_own_report(&unit).await })
            .await
    }

    pub async fn releases(&self, actor: &Actor) -> Vec<Id> {
        let Ok(scope) = self.store.gate().scope::<ListReleases>(actor) else {
            return Vec::new();
        };
        let page = self.store.read(scope.permit().clone(), move |unit| {
            let scope = scope.clone();
            async move { list_releases(&unit, &scope, None).await }
        });
        page.await
            .expect("a list")
            .lines
            .iter()
            .map(|line| line.record)
            .collect()
    }

    pub async fn release(&self, actor: &Actor, record: Id) -> Result<Plain<String>, StoreError> {
        let permit = self
            .store
            .gate()
            .permit::<ReadRelease>(actor, record)
            .await?;
        let opened = self
            .store
            .read(permit, |unit| async move { read_release(&unit).await });
        Ok(opened.await?.free_text)
    }

    pub async fn answer(
        &self,
        actor: &Actor,
        report: Id,
        free_text: &str,
        seen: i64,
        key: &str,
    ) -> Result<Done, ReportError> {
        let permit = self
            .store
            .gate()
            .permit::<AnswerReport>(actor, report)
            .await?;
        let (free_text, key) = (Arc::new(plain(free_text)), key.to_owned());
        self.store
            .unit(permit, move |unit| {
                let (free_text, key) = (free_text.clone(), key.clone());
                async move { answer_report(&unit, &free_text, seen, &key).await }
            })
            .await
    }

    pub async fn close(&self, actor: &Actor, report: Id, seen: i64) -> Result<Done, ReportError> {
        let permit = self
            .store
            .gate()
            .permit::<CloseReport>(actor, report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { close_report(&unit, Because::Helped, seen, &key).await }
            })
            .await
    }

    pub async fn hand(
        &self,
        actor: &Actor,
        report: Id,
        to: Id,
        seen: i64,
    ) -> Result<Done, ReportError> {
        let permit = self
            .store
            .gate()
            .permit::<ReassignReport>(actor, report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { reassign_report(&unit, to, seen, &key).await }
            })
            .await
    }

    pub async fn add(&self, report: Id, free_text: &str, key: &str) -> Result<Done, ReportError> {
        let sender = Actor::Reporter(report);
        let permit = self
            .store
            .gate()
            .permit::<AddToReport>(&sender, report)
            .await?;
        let (free_text, key) = (Arc::new(plain(free_text)), key.to_owned());
        self.store
            .unit(permit, move |unit| {
                let (free_text, key) = (free_text.clone(), key.clone());
                async move { add_to_report(&unit, &free_text, &key).await }
            })
            .await
    }

    pub async fn stop(&self, report: Id) -> Result<Done, ReportError> {
        let sender = Actor::Reporter(report);
        let permit = self
            .store
            .gate()
            .permit::<StopContact>(&sender, report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { stop_contact(&unit, &key).await }
            })
            .await
    }

    pub async fn delete(&self, report: Id) -> Result<Done, ReportError> {
        let sender = Actor::Reporter(report);
        let permit = self
            .store
            .gate()
            .permit::<DeleteReport>(&sender, report)
            .await?;
        let key = self.key();
        self.store
            .unit(permit, move |unit| {
                let key = key.clone();
                async move { delete_report(&unit, &key).await }
            })
            .await
    }
}

/// The texts of a thread, in their order.
pub fn free_text(opened: &Opened) -> Vec<String> {
    opened
        .thread
        .iter()
        .map(|message| message.free_text.expose().clone())
        .collect()
}
