use zeroize::Zeroizing;

use crate::bound::bound;
use crate::sealed::OpenError;
use crate::secret::{NONCE, Secret};

/// The spelling of wrapped keys: this byte, nonce, ciphertext with its tag.
const FORMAT: u8 = 1;

/// The key above all of one world: care has one and justice has another.
///
/// It is made once, kept in a file that only the service reads, and never printed:
///
/// ```
/// let root = vault::RootKey::generate();
/// println!("{}", root.to_hex().len());
/// ```
///
/// ```compile_fail,E0277
/// let root = vault::RootKey::generate();
/// println!("{}", root);
/// ```
///
/// It is handed on, never copied:
///
/// ```
/// let root = vault::RootKey::generate();
/// let held: vault::RootKey = root;
/// # drop(held.to_hex());
/// ```
///
/// ```compile_fail,E0599
/// let root = vault::RootKey::generate();
/// let held: vault::RootKey = root.clone();
/// # drop(held.to_hex());
/// ```
pub struct RootKey(Secret);

/// A text that is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 64 hexadecimal digits")]
pub struct NotAKey;

impl RootKey {
    /// A new key from the operating system's random source.
    pub fn generate() -> Self {
        Self(Secret::generate())
    }

    /// From the text of a key file.
    pub fn from_hex(text: &str) -> Result<Self, NotAKey> {
        let bytes = Zeroizing::new(hex::decode(text.trim()).map_err(|_| NotAKey)?);
        Secret::from_slice(&bytes).map(Self).ok_or(NotAKey)
    }

    /// The text for a key file, wiped when dropped.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.bytes()))
    }

    /// What the whole installation shares for one use.
    pub fn domain(&self, domain: Domain, version: u32) -> DomainKey {
        DomainKey::derive(&self.0, domain, version)
    }

    fn wrapping(&self) -> Secret {
        self.0.derive("organisations", &[])
    }
}

/// The key of one organisation; without its root's key it is bytes that open nothing.
///
/// ```
/// let key = vault::OrgKey::generate();
/// let use_of_it = key.domain(vault::Domain::Case, 1);
/// # drop(use_of_it);
/// ```
///
/// Nobody takes it out:
///
/// ```compile_fail,E0616
/// let key = vault::OrgKey::generate();
/// let use_of_it = key.0;
/// # drop(use_of_it);
/// ```
///
/// Nor copies it:
///
/// ```compile_fail,E0599
/// let key = vault::OrgKey::generate();
/// let use_of_it = key.clone();
/// # drop(use_of_it);
/// ```
pub struct OrgKey(Secret);

impl OrgKey {
    /// A new key from the operating system's random source.
    pub fn generate() -> Self {
        Self(Secret::generate())
    }

    /// Wraps it for storing, bound to the organisation, the root's name and the version.
    pub fn wrap(&self, under: &RootKey, org: &str, root: &str, version: u32) -> Wrapped {
        Wrapped::close(
            &under.wrapping(),
            self.0.bytes(),
            &org_bound(org, root, version),
        )
    }

    /// Unwraps what was stored for this organisation, root and version.
    pub fn unwrap(
        wrapped: &Wrapped,
        under: &RootKey,
        org: &str,
        root: &str,
        version: u32,
    ) -> Result<Self, OpenError> {
        let key = wrapped.open(&under.wrapping(), &org_bound(org, root, version))?;
        Secret::from_slice(&key)
            .map(Self)
            .ok_or(OpenError::Malformed)
    }

    /// What this organisation uses for one kind of thing.
    pub fn domain(&self, domain: Domain, version: u32) -> DomainKey {
        DomainKey::derive(&self.0, domain, version)
    }
}

fn org_bound(org: &str, root: &str, version: u32) -> Vec<u8> {
    bound(
        "organisation",
        &[org.as_bytes(), root.as_bytes(), &version.to_be_bytes()],
    )
}

/// What a domain key is for; keys of two domains have nothing in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Reports, persons and cases.
    Case,
    /// Shelters and their addresses.
    Shelter,
    /// Evidence.
    Evidence,
    /// Blind indexes.
    Index,
    /// Backups.
    Backup,
    /// Receipts and what comes in before a record exists.
    Intake,
    /// The ledger: commitments and the seed that signs.
    Log,
    /// Accounts: passwords, codes, drafts.
    Account,
}

impl Domain {
    // Spelled here and not taken from the variant's name: renaming a variant must not change keys.
    const fn label(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Shelter => "shelter",
            Self::Evidence => "evidence",
            Self::Index => "index",
            Self::Backup => "backup",
            Self::Intake => "intake",
            Self::Log => "log",
            Self::Account => "account",
        }
    }
}

/// A key for one use and one version of it, derived from an organisation's or the root's key.
///
/// ```
/// let key = vault::RootKey::generate().domain(vault::Domain::Index, 1);
/// let index = vault::index::index(&key, "phone", "9647700000000");
/// # drop(index);
/// ```
///
/// ```compile_fail,E0616
/// let key = vault::RootKey::generate().domain(vault::Domain::Index, 1);
/// let index = key.secret;
/// # drop(index);
/// ```
pub struct DomainKey {
    secret: Secret,
}

impl DomainKey {
    fn derive(from: &Secret, domain: Domain, version: u32) -> Self {
        let secret = from.derive(
            "domain",
            &[domain.label().as_bytes(), &version.to_be_bytes()],
        );
        Self { secret }
    }

    /// A key of its own for one use within the domain, so that no two uses share one.
    pub(crate) fn purpose(&self, label: &str) -> Secret {
        self.secret.derive(label, &[])
    }

    /// The seed of the key pair that signs the ledger's checkpoints.
    pub fn signing_seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.purpose("signing seed").bytes())
    }
}

/// The key of one record: a report, a person, a case or an account.
///
/// It has one wrap per organisation that holds the record. When the last wrap is destroyed, what
/// the key sealed is gone.
///
/// ```
/// let key = vault::DataKey::generate();
/// let next = key.renewed();
/// # drop(next);
/// ```
///
/// ```compile_fail,E0599
/// let key = vault::DataKey::generate();
/// let next = key.clone();
/// # drop(next);
/// ```
pub struct DataKey {
    secret: Secret,
    version: u32,
}

impl DataKey {
    /// A new key of version 1 from the operating system's random source.
    pub fn generate() -> Self {
        Self {
            secret: Secret::generate(),
            version: 1,
        }
    }

    /// The key that follows this one; what the old one sealed opens only with the old one.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self {
            secret: Secret::generate(),
            version: self.version.saturating_add(1),
        }
    }

    /// Which key of its record this is; each sealed value carries it.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Wraps it for one organisation that holds the record.
    pub fn wrap(&self, under: &DomainKey, record: &str, org: &str) -> Wrapped {
        let mut content = Zeroizing::new([0; 36]);
        let (version, key) = content.split_at_mut(4);
        version.copy_from_slice(&self.version.to_be_bytes());
        key.copy_from_slice(self.secret.bytes());
        Wrapped::close(
            &under.purpose("data keys"),
            &*content,
            &data_bound(record, org),
        )
    }

    /// Unwraps what was stored for this record and organisation.
    pub fn unwrap(
        wrapped: &Wrapped,
        under: &DomainKey,
        record: &str,
        org: &str,
    ) -> Result<Self, OpenError> {
        let content = wrapped.open(&under.purpose("data keys"), &data_bound(record, org))?;
        let (&version, key) = content.split_first_chunk().ok_or(OpenError::Malformed)?;
        let secret = Secret::from_slice(key).ok_or(OpenError::Malformed)?;
        Ok(Self {
            secret,
            version: u32::from_be_bytes(version),
        })
    }

    pub(crate) fn table(&self, table: &str) -> Secret {
        self.secret.derive("table", &[table.as_bytes()])
    }
}

fn data_bound(record: &str, org: &str) -> Vec<u8> {
    bound("record", &[record.as_bytes(), org.as_bytes()])
}

/// A key at rest, closed under the key above it and bound to what it belongs to.
#[derive(Clone)]
pub struct Wrapped(Vec<u8>);

impl Wrapped {
    /// From a column's bytes.
    pub const fn from_stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes a column keeps.
    pub fn stored(&self) -> &[u8] {
        &self.0
    }

    /// The bytes a column keeps, handed over.
    pub fn into_stored(self) -> Vec<u8> {
        self.0
    }

    fn close(under: &Secret, content: &[u8], associated: &[u8]) -> Self {
        let (nonce, text) = under.encrypt(content, associated);
        Self([[FORMAT].as_slice(), &nonce, &text].concat())
    }

    fn open(&self, under: &Secret, associated: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (nonce, text) = self.parts().ok_or(OpenError::Malformed)?;
        under
            .decrypt(nonce, text, associated)
            .map(Zeroizing::new)
            .ok_or(OpenError::Refused)
    }

    fn parts(&self) -> Option<([u8; NONCE], &[u8])> {
        let (&format, rest) = self.0.split_first()?;
        let (&nonce, text) = rest.split_first_chunk()?;
        (format == FORMAT).then_some((nonce, text))
    }
}

#[cfg(test)]
mod tests {
    use super::{DataKey, Secret};
    use crate::{OpenError, Place, Plain, Sealed};

    #[test]
    fn a_value_is_bound_to_the_version_of_its_key() {
        let twin = |version| DataKey {
            secret: Secret::from_slice(&[7; 32]).unwrap(),
            version,
        };
        let place = Place {
            table: "person",
            row: "r",
            column: "name",
        };
        let sealed = twin(1).seal(&place, &Plain::new(String::from("Zahra")));
        assert_eq!(
            twin(2).open(&place, &sealed).err(),
            Some(OpenError::OtherVersion(1))
        );

        // The same secret and a version written over by hand: the associated data still tell.
        let mut forged = sealed.into_stored();
        forged[4] = 2;
        let forged = Sealed::<String>::from_stored(forged);
        assert_eq!(
            twin(2).open(&place, &forged).err(),
            Some(OpenError::Refused)
        );
    }
}
