use zeroize::Zeroizing;

use crate::secret::Secret;

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
    pub(crate) fn derive(from: &Secret, domain: Domain, version: u32) -> Self {
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
