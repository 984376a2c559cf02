//! The keyring: two roots, one key per organisation under its root, one data key per record with
//! one wrap per grant organisation. No key leaves this crate; a unit opens and seals.

use record::{Id, Kind, Root};
use vault::{DataKey, Domain, DomainKey, OrgKey, Plain, RootKey, Wrapped};

use crate::sql::Row;
use crate::unit::Inner;
use crate::{StoreError, args};

crate::statements! {
    INSERT_ORG_KEY = "INSERT INTO org_key (org, world, version, wrapped) VALUES ($1, $2, $3, $4)";
    ORG_KEY = "SELECT world, version, wrapped, (SELECT g.kind FROM guard g WHERE g.record = $2) AS kind \
        FROM org_key WHERE org = $1 ORDER BY version DESC LIMIT 1";
    INSERT_DATA_KEY = "INSERT INTO data_key (record, holder, version, wrapped) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (record, holder) DO NOTHING";
    DATA_KEYS = "SELECT k.holder, k.version, k.wrapped, o.world, o.version AS org_version, \
        o.wrapped AS org_wrapped, (SELECT g.kind FROM guard g WHERE g.record = k.record) AS kind \
        FROM data_key k JOIN org_key o ON o.org = k.holder \
        WHERE k.record = $1 AND (CAST($2 AS TEXT) IS NULL OR k.holder = $2) \
        ORDER BY k.holder, o.version DESC LIMIT 1";
    DROP_WRAP = "DELETE FROM data_key WHERE record = $1 AND holder = $2";
    DROP_WRAPS = "DELETE FROM data_key WHERE record = $1";
    DROP_FACTS = "DELETE FROM fact WHERE record = $1";
    DROP_FOUND_BY = "DELETE FROM person_key WHERE record = $1";
}

/// What destroys a record: every wrap of its key, what is counted of it, and by what it is found.
pub(crate) const SHRED: [&str; 3] = [DROP_WRAPS, DROP_FACTS, DROP_FOUND_BY];

/// The version of every domain key in use.
const DOMAIN_VERSION: u32 = 1;

/// The roots of an installation: care and justice apart.
pub struct Keyring {
    care: RootKey,
    justice: RootKey,
}

impl Keyring {
    /// Takes the two roots; they must differ, or the wall between the worlds would be one of paper.
    pub fn new(care: RootKey, justice: RootKey) -> Result<Self, StoreError> {
        let same = vault::secret_hash::same(care.to_hex().as_bytes(), justice.to_hex().as_bytes());
        if same {
            Err(StoreError::WrongKeys)
        } else {
            Ok(Self { care, justice })
        }
    }

    /// Makes two new roots.
    pub fn generate() -> Self {
        Self {
            care: RootKey::generate(),
            justice: RootKey::generate(),
        }
    }

    /// The text of one root, for its file of mode 0600.
    pub fn root_text(&self, root: Root) -> Plain<String> {
        Plain::new(self.root(root).to_hex().to_string())
    }

    fn root(&self, root: Root) -> &RootKey {
        match root {
            Root::Care => &self.care,
            Root::Justice => &self.justice,
        }
    }

    /// What slow secrets are peppered with: a stolen database alone allows no guessing.
    pub(crate) fn pepper(&self) -> DomainKey {
        self.care.domain(Domain::Intake, DOMAIN_VERSION)
    }

    pub(crate) fn index(&self) -> DomainKey {
        self.care.domain(Domain::Index, DOMAIN_VERSION)
    }

    pub(crate) fn log(&self) -> DomainKey {
        self.care.domain(Domain::Log, DOMAIN_VERSION)
    }

    /// What tells the two roots of one database from those of another, and tells nothing of them.
    pub(crate) fn mark(&self) -> String {
        let mark = |root: &RootKey| {
            let key = root.domain(Domain::Log, DOMAIN_VERSION);
            hex::encode(vault::commitment::commit(&key, "root"))
        };
        format!("{} {}", mark(&self.care), mark(&self.justice))
    }

    /// Makes the key of an organisation under the root of its world.
    pub(crate) async fn add_org(
        &self,
        inner: &mut Inner,
        org: Id,
        world: Root,
    ) -> Result<(), StoreError> {
        let org = org.to_string();
        let wrapped = OrgKey::generate().wrap(self.root(world), &org, world.code(), 1);
        let args = args![org, world.code(), 1_i64, wrapped.into_stored()];
        inner.execute(INSERT_ORG_KEY, args).await.map(drop)
    }

    fn open_org(
        &self,
        org: &str,
        world: Root,
        version: i64,
        wrapped: Vec<u8>,
        domain: Domain,
    ) -> Result<DomainKey, StoreError> {
        let version = u32::try_from(version).map_err(|_| StoreError::Column("version"))?;
        let wrapped = Wrapped::from_stored(wrapped);
        let key = OrgKey::unwrap(&wrapped, self.root(world), org, world.code(), version)
            .map_err(|_| StoreError::WrongKeys)?;
        Ok(key.domain(domain, DOMAIN_VERSION))
    }

    /// Adds a wrap of a record's data key for one more organisation.
    pub(crate) async fn wrap(
        &self,
        inner: &mut Inner,
        key: &DataKey,
        record: Id,
        org: Id,
    ) -> Result<(), StoreError> {
        let row = inner
            .rows(ORG_KEY, args![org, record])
            .await?
            .into_iter()
            .next()
            .ok_or(StoreError::Absent)?;
        let org = org.to_string();
        let under = self.open_org(
            &org,
            row.code("world")?,
            row.int("version")?,
            row.bytes("wrapped")?,
            domain(&row)?,
        )?;
        let wrapped = key.wrap(&under, &record.to_string(), &org);
        let args = args![
            record,
            &org,
            i64::from(key.version()),
            wrapped.into_stored()
        ];
        inner.execute(INSERT_DATA_KEY, args).await?;
        Ok(())
    }

    /// Opens a record's data key by the wrap of `org`, or, where none is named, by any wrap.
    pub(crate) async fn data_key(
        &self,
        inner: &mut Inner,
        record: Id,
        org: Option<Id>,
    ) -> Result<DataKey, StoreError> {
        let rows = inner.rows(DATA_KEYS, args![record, org]).await?;
        let row = rows.into_iter().next().ok_or(StoreError::Sealed)?;
        let holder = row.text("holder")?;
        let under = self.open_org(
            &holder,
            row.code("world")?,
            row.int("org_version")?,
            row.bytes("org_wrapped")?,
            domain(&row)?,
        )?;
        let wrapped = Wrapped::from_stored(row.bytes("wrapped")?);
        DataKey::unwrap(&wrapped, &under, &record.to_string(), &holder)
            .map_err(|_| StoreError::Sealed)
    }
}

/// The domain a record's key hangs under: where an installation is opens with no key of a case.
fn domain(row: &Row) -> Result<Domain, StoreError> {
    let kind = row.maybe_code::<Kind>("kind")?;
    Ok(match kind {
        Some(Kind::Shelter) => Domain::Shelter,
        _ => Domain::Case,
    })
}

/// Takes one organisation's wrap away: it opens nothing of the record any more.
pub(crate) async fn drop_wrap(inner: &mut Inner, record: Id, org: Id) -> Result<(), StoreError> {
    inner.execute(DROP_WRAP, args![record, org]).await.map(drop)
}

/// Destroys every wrap of a record: nothing of it opens again.
pub(crate) async fn drop_wraps(inner: &mut Inner, record: Id) -> Result<(), StoreError> {
    for statement in SHRED {
        inner.execute(statement, args![record]).await?;
    }
    Ok(())
}
