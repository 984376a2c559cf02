use zeroize::Zeroizing;

use crate::bound::bound;
use crate::domain::{Domain, DomainKey};
use crate::sealed::OpenError;
use crate::secret::Secret;
use crate::wrapped::Wrapped;

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
