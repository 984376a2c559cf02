use zeroize::Zeroizing;

use crate::bound::bound;
use crate::domain::DomainKey;
use crate::sealed::OpenError;
use crate::secret::Secret;
use crate::wrapped::Wrapped;

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
