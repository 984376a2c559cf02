use zeroize::Zeroizing;

use crate::sealed::OpenError;
use crate::secret::{NONCE, Secret};

/// The spelling of wrapped keys: this byte, nonce, ciphertext with its tag.
const FORMAT: u8 = 1;

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

    pub(crate) fn close(under: &Secret, content: &[u8], associated: &[u8]) -> Self {
        let (nonce, text) = under.encrypt(content, associated);
        Self([[FORMAT].as_slice(), &nonce, &text].concat())
    }

    pub(crate) fn open(
        &self,
        under: &Secret,
        associated: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
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
