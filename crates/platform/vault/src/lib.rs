//! Keys, sealed values, blind indexes. No I/O.
//!
//! A value that tells who somebody is exists in two forms only: [`Plain`] in hand and [`Sealed`]
//! at rest. What opens the second is a tree of keys, each made by the operating system's random
//! source or derived from the one above it:
//!
//! ```text
//! RootKey            one for care, one for justice; in a file that only the service reads
//!  ├─ DomainKey      what the whole installation shares: receipts' pepper, account names' index, the log's seed
//!  └─ OrgKey         one per organisation, wrapped under the root
//!      └─ DomainKey  one per use (case, shelter, evidence, …) and version, derived
//!          └─ DataKey  one per report, person, case or account, wrapped once per holding organisation
//!              └─ a sub-key per table, which seals single values
//! ```
//!
//! A sealed value is bound to its table, row, column and key version: carried elsewhere, it does
//! not open. Destroying every wrap of a data key erases what it sealed.
//!
//! Only `store` calls the functions that take keys; the other crates pass `Plain` and `Sealed` on.

mod bound;
pub mod commitment;
mod data;
mod domain;
pub mod index;
mod key;
mod plain;
mod sealed;
mod secret;
pub mod secret_hash;
mod wrapped;

pub use data::DataKey;
pub use domain::{Domain, DomainKey};
pub use key::{NotAKey, OrgKey, RootKey};
pub use plain::{Plain, Sealable};
pub use sealed::{OpenError, Place, Sealed};
pub use wrapped::Wrapped;
