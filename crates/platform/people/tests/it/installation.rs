//! A small site to test in: founded, with an administrator and a data-protection officer.

use std::ops::Deref;

use access::Actor;
use access::action::SetOrganisation;
use fixtures::Site;
pub use fixtures::plain;
use people::account::{self, Enrolment};
use people::member::{self, Founding, NewMember};
use people::organisation::{Description, Names, set_organisation};
use people::session::{self, Attempt, SignInError, SignedIn, Standing, System};
use people::totp;
use record::{Id, Language, OrgKind, Role, Session};
use store::Store;
use vault::Plain;

/// The site.
pub struct Installation {
    site: Site,
    pub body: Id,
    pub administrator: Person,
    pub data_protection: Person,
}

/// Somebody who enrolled.
pub struct Person {
    pub account: Id,
    pub name: String,
    pub password: String,
    pub secret: Plain<Vec<u8>>,
    pub recovery: Vec<Plain<String>>,
}

pub fn body(name: &str, kind: OrgKind) -> Description {
    let names = Names {
        en: name.to_owned(),
        ar: format!("{name} ar"),
        ckb: format!("{name} ckb"),
    };
    Description {
        names,
        kind,
        jurisdiction: None,
        parent: None,
        governorates: Vec::new(),
        independent: false,
    }
}

pub fn newcomer(name: &str, role: Role, org: Id) -> NewMember {
    NewMember {
        name: plain(&format!("Name of {name}")),
        sign_in_name: plain(name),
        role,
        org,
        language: Language::Ckb,
    }
}

impl Deref for Installation {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl Installation {
    pub async fn new(url: &str) -> Self {
        let site = Site::open(url).await;
        let store = &site.store;
        let founding = Founding {
            organisation: body("House", OrgKind::Office),
            administrator: newcomer("administrator", Role::Administrator, Id::NONE),
            data_protection: newcomer("protection", Role::DataProtection, Id::NONE),
        };
        let founded = member::init(store, founding).await.unwrap();
        let administrator = enrol(store, founded.administrator, "administrator").await;
        let data_protection = enrol(store, founded.data_protection, "protection").await;
        let body = founded.organisation;
        Self {
            site,
            body,
            administrator,
            data_protection,
        }
    }

    /// The same person with a strong session, without going through the door.
    pub async fn strong(&self, person: &Person) -> Actor {
        let standing = self.enter(person).await;
        strong(&standing.actor)
    }

    /// Signs in from a new device.
    pub async fn enter(&self, person: &Person) -> Standing {
        let signed = self.sign_in(person, None).await.unwrap();
        self.standing(&signed).await
    }

    /// Signs in with the right password and the digits of now.
    pub async fn sign_in(
        &self,
        person: &Person,
        device: Option<&Plain<String>>,
    ) -> Result<SignedIn, SignInError> {
        self.clock.advance(30);
        let second = totp::code(&person.secret, self.store.world().now());
        self.attempt(&person.name, &person.password, &second, device)
            .await
    }

    pub async fn attempt(
        &self,
        name: &str,
        password: &str,
        second: &Plain<String>,
        device: Option<&Plain<String>>,
    ) -> Result<SignedIn, SignInError> {
        let asked = session::ask(&self.store, &plain(name), device).await?;
        let attempt = Attempt {
            password: plain(password),
            second: second.clone(),
            system: System::Android,
        };
        session::sign_in(&self.store, asked, attempt).await
    }

    pub async fn standing(&self, signed: &SignedIn) -> Standing {
        self.find(signed).await.live().unwrap()
    }

    pub async fn find(&self, signed: &SignedIn) -> session::Found {
        session::find(&self.store, signed.token.expose())
            .await
            .unwrap()
    }

    /// Enters an organisation.
    pub async fn organisation(&self, is: Description) -> Id {
        let actor = self.strong(&self.administrator).await;
        let permit = self
            .store
            .gate()
            .permit_new::<SetOrganisation>(&actor, &[])
            .unwrap();
        let unit = self.store.unit(permit, move |unit| {
            let is = is.clone();
            async move { set_organisation(&unit, &is).await }
        });
        unit.await.unwrap()
    }

    /// Invites, confirms and enrols; the first of an organisation is confirmed by data protection.
    pub async fn hire(&self, name: &str, role: Role, org: Id, by: Option<&Person>) -> Person {
        let administrator = self.strong(&self.administrator).await;
        let invited = member::invite(&self.store, &administrator, newcomer(name, role, org)).await;
        let invited = invited.unwrap();
        let confirmer = self.strong(by.unwrap_or(&self.data_protection)).await;
        member::confirm(&self.store, &confirmer, invited.account, invited.membership)
            .await
            .unwrap();
        enrol(&self.store, invited, name).await
    }
}

pub fn strong(actor: &Actor) -> Actor {
    let mut member = actor.member().unwrap().clone();
    member.session = Session::SteppedUp;
    Actor::Person(member)
}

pub async fn enrol(store: &Store, invited: member::Invited, name: &str) -> Person {
    enrol_with(store, invited.account, &invited.code.unwrap(), name).await
}

pub async fn enrol_with(store: &Store, account: Id, code: &Plain<String>, name: &str) -> Person {
    let password = format!("eleven goats of {name}");
    let begun = account::begin_enrolment(store, &plain(name), code)
        .await
        .unwrap();
    let digits = totp::code(&begun.secret, store.world().now());
    let form = Enrolment {
        ticket: begun.ticket,
        password: plain(&password),
        digits,
        system: System::Android,
    };
    let codes = account::enrol(store, form).await.unwrap();
    Person {
        account,
        name: name.to_owned(),
        password,
        secret: begun.secret,
        recovery: codes.digits,
    }
}
