//! Thirty-two secret bytes and the four things done with them. All keys are made of this, so what
//! wipes, derives, encrypts and authenticates stands here once.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::bound::bound;

/// Bytes of a nonce of XChaCha20-Poly1305: long enough to be drawn at random for ever.
pub(crate) const NONCE: usize = 24;

/// Names this program and this generation of derivations; a change here is a new set of keys.
const SALT: &[u8] = b"najat vault 1";

/// Secret bytes that are wiped when dropped and never copied, printed or compared.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Secret([u8; 32]);

impl Secret {
    pub(crate) fn generate() -> Self {
        let mut secret = Self([0; 32]);
        fill(&mut secret.0);
        secret
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another secret, which tells nothing of this one.
    pub(crate) fn derive(&self, label: &str, parts: &[&[u8]]) -> Self {
        let mut derived = Self([0; 32]);
        Hkdf::<Sha256>::new(Some(SALT), &self.0)
            .expand(&bound(label, parts), &mut derived.0)
            .expect("HKDF gives up to 255 blocks and one is asked for");
        derived
    }

    /// A nonce and the ciphertext, which opens only beside the same `associated` bytes.
    pub(crate) fn encrypt(&self, plain: &[u8], associated: &[u8]) -> ([u8; NONCE], Vec<u8>) {
        let mut nonce = [0; NONCE];
        fill(&mut nonce);
        let text = XChaCha20Poly1305::new((&self.0).into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: plain,
                    aad: associated,
                },
            )
            .expect("a value that fits in memory is shorter than the cipher's 256 GiB");
        (nonce, text)
    }

    pub(crate) fn decrypt(
        &self,
        nonce: [u8; NONCE],
        text: &[u8],
        associated: &[u8],
    ) -> Option<Vec<u8>> {
        XChaCha20Poly1305::new((&self.0).into())
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: text,
                    aad: associated,
                },
            )
            .ok()
    }

    /// HMAC-SHA-256 over the label and the parts.
    pub(crate) fn mac(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any size");
        mac.update(&bound(label, parts));
        mac.finalize().into_bytes().into()
    }
}

/// Fills from the operating system's random source: keys and nonces know no other.
pub(crate) fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("a system without randomness runs no service that keeps secrets");
}
