//! A site for a test: a store on one engine, bodies, people, and made-up records.

use std::ops::Deref;
use std::path::Path;

use access::action::{AnswerReport, SendReport};
use access::{Actor, Permit};
use fixtures::{Site, Worker};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Sensitivity, Session};
use store::{NewRecord, StoreError, Unit, args};
use vault::{Place, Plain, Sealed};

/// A site with a table of made-up records.
pub struct Installation {
    pub site: Site,
}

impl Deref for Installation {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

/// Opens a store with roots of its own, and makes the table of made-up records.
pub async fn site(url: &str) -> Installation {
    with_made_up(Site::open(url).await).await
}

/// Makes the table of made-up records in a site.
pub async fn with_made_up(site: Site) -> Installation {
    let table = "CREATE TABLE IF NOT EXISTS made_up (record TEXT PRIMARY KEY, said BYTEA, n BIGINT NOT NULL)";
    site.store
        .upkeep(move |upkeep| async move { upkeep.execute(table, args![]).await })
        .await
        .expect("a table of its own");
    Installation { site }
}

impl Installation {
    /// The database file, on SQLite.
    pub fn file(&self) -> &Path {
        Path::new(self.url.strip_prefix("sqlite://").expect("a file"))
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite")
    }

    /// A body with a key.
    pub async fn body(&self) -> Id {
        let org = self.id();
        let made = self.store.unit(self.anybody(), move |unit| async move {
            unit.create_org_key(org, Root::Care).await
        });
        made.await.expect("a body");
        org
    }

    /// A permit to begin something.
    pub fn anybody(&self) -> Permit<SendReport> {
        self.store
            .gate()
            .permit_new::<SendReport>(&Actor::Public, &[])
            .expect("anybody may send")
    }

    /// A record at the desk of a body, with a wrap for it and nothing said.
    pub async fn record(&self, org: Id) -> Id {
        let record = self.id();
        let made = self.store.unit(self.anybody(), move |unit| async move {
            unit.create(new(record, org)).await?;
            unit.execute(
                "INSERT INTO made_up (record, n) VALUES ($1, 0)",
                args![record],
            )
            .await
        });
        made.await.expect("a record");
        record
    }

    /// Who may answer the record at the desk of that body.
    pub async fn may_answer(&self, org: Id, record: Id) -> Permit<AnswerReport> {
        let actor = person(Role::Responder, org, self.id());
        self.store
            .gate()
            .permit::<AnswerReport>(&actor, record)
            .await
            .expect("the desk answers")
    }

    /// Makes somebody something to a record.
    pub async fn grant(&self, record: Id, holder: Id, relation: Relation) {
        let permit = self.reporter(record).await;
        let held = self.store.unit(permit, move |unit| async move {
            unit.grant(record, holder, relation, None, None).await
        });
        held.await.expect("a holding");
    }

    /// A permit of whoever sent the record: it may be changed by it whoever else is excluded.
    pub async fn reporter(&self, record: Id) -> Permit<access::action::AddToReport> {
        let insert = "INSERT INTO access_grant (record, holder, relation) VALUES ($1, $1, 'owner') \
            ON CONFLICT (record, holder, relation) DO NOTHING";
        let owned = self
            .store
            .upkeep(move |upkeep| async move { upkeep.execute(insert, args![record]).await });
        let owned: Result<u64, StoreError> = owned.await;
        owned.expect("a holding of the sender");
        let actor = Actor::Reporter(record);
        self.store
            .gate()
            .permit(&actor, record)
            .await
            .expect("the sender adds to it")
    }

    /// A number that a statement gives in the column `n`.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let rows = self
            .store
            .read_clear(async |look| look.rows(sql, args![]).await);
        rows.await.expect("rows")[0].int("n").expect("a number")
    }

    /// How many leaves the ledger has, with all that waits moved to it.
    pub async fn leaves(&self) -> i64 {
        self.store.sequence().await.expect("moved on");
        self.number("SELECT COUNT(*) AS n FROM ledger_leaf").await
    }

    /// The verdict over the stored rows, against the log.
    pub async fn verdict(&self) -> ledger::Verdict {
        let key = self.store.journal().public_key();
        store::offline::verify(&self.url, &key, Some(&self.checkpoints()))
            .await
            .expect("a verdict")
    }
}

/// A report at the desk of a body.
pub fn new(record: Id, org: Id) -> NewRecord {
    NewRecord {
        record,
        kind: Kind::Report,
        org: Some(org),
        jurisdiction: None,
        sensitivity: Sensitivity::Ordinary,
        state: "open",
        root: None,
        world: Root::Care,
        keys_for: vec![org],
    }
}

/// A person in one membership.
pub fn person(role: Role, org: Id, account: Id) -> Actor {
    let somebody = Worker {
        account,
        org,
        kind: OrgKind::Aid,
        role,
    };
    somebody.in_session(Session::Fresh)
}

/// Seals a text into the record's row.
pub async fn say<A: access::Action>(
    unit: &Unit<A>,
    record: Id,
    text: &str,
) -> Result<(), StoreError> {
    let row = record.to_string();
    let place = Place {
        table: "made_up",
        row: &row,
        column: "said",
    };
    let sealed = unit
        .seal(record, &place, &Plain::new(text.to_owned()))
        .await?;
    let args = args![record, sealed.into_stored()];
    unit.execute("UPDATE made_up SET said = $2 WHERE record = $1", args)
        .await
        .map(drop)
}

/// What the record's row says.
pub async fn said<A: access::Action>(unit: &Unit<A>, record: Id) -> Result<String, StoreError> {
    let row = record.to_string();
    let place = Place {
        table: "made_up",
        row: &row,
        column: "said",
    };
    let sealed: Sealed<String> = sealed(unit, record).await?;
    Ok(unit.open(record, &place, &sealed).await?.expose().clone())
}

/// The sealed bytes of the record's row.
pub async fn sealed<A: access::Action>(
    unit: &Unit<A>,
    record: Id,
) -> Result<Sealed<String>, StoreError> {
    unit.row("SELECT said FROM made_up WHERE record = $1", args![record])
        .await?
        .sealed("said")
}
