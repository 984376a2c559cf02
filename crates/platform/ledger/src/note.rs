//! Signed notes (c2sp.org/signed-note): a text, a blank line, signatures that name their key. Any
//! tool that knows the format can check ours, and a witness can add a signature of its own.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use sha2::{Digest, Sha256};

const ED25519: u8 = 1;

/// A name that no key can have: it is empty or holds white space, a control character or a plus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key's name has no white space and no plus sign")]
pub struct NotAName;

/// Why a note or a key was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The text is no public key.
    #[error("not a public key of the form name+id+key")]
    Key,
    /// It is not spelled as a signed note.
    #[error("not a signed note")]
    Malformed,
    /// The key that is trusted did not sign it.
    #[error("not signed by this key")]
    OtherKey,
    /// A signature says it is of the key, and is not.
    #[error("the signature is not of this text")]
    Forged,
    /// It is signed, and speaks of something else than was asked for.
    #[error("signed, but of another kind")]
    OtherKind,
}

/// Signs checkpoints and tombstones. The seed comes from the vault; only the public key goes out.
pub struct Signer {
    secret: SigningKey,
    public: PublicKey,
}

impl Signer {
    /// The key pair of a seed, under the ledger's name (its origin).
    pub fn from_seed(seed: &[u8; 32], origin: &str) -> Result<Self, NotAName> {
        if !is_name(origin) {
            return Err(NotAName);
        }
        let secret = SigningKey::from_bytes(seed);
        let public = PublicKey::new(origin.to_owned(), secret.verifying_key());
        Ok(Self { secret, public })
    }

    /// What to give to everybody who should be able to check.
    pub const fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// The signed note of a text of whole lines.
    pub(crate) fn sign(&self, text: &str) -> String {
        let signature = self.secret.sign(text.as_bytes()).to_bytes();
        let named = [self.public.id.as_slice(), &signature].concat();
        format!(
            "{text}\n— {} {}\n",
            self.public.origin,
            STANDARD.encode(named)
        )
    }
}

/// The public key of a ledger, printed and read as one line: `origin+id+key`.
///
/// ```
/// let signer = ledger::Signer::from_seed(&[7; 32], "najat.example/ledger")?;
/// let line = signer.public_key().to_string();
/// assert_eq!(&line.parse::<ledger::PublicKey>()?, signer.public_key());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    origin: String,
    id: [u8; 4],
    key: VerifyingKey,
}

impl PublicKey {
    fn new(origin: String, key: VerifyingKey) -> Self {
        let digest = Sha256::new()
            .chain_update(&origin)
            .chain_update([b'\n', ED25519])
            .chain_update(key.as_bytes())
            .finalize();
        let (&id, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
        Self { origin, id, key }
    }

    /// The name of the ledger that signs with it.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The text of a note, if this key signed it. Signatures of other keys are passed over.
    pub(crate) fn open<'a>(&self, note: &'a str) -> Result<&'a str, NoteError> {
        let (text, signatures) = parts(note)?;
        self.signed(text, signatures)?;
        Ok(text)
    }

    /// Whether this key is among those that signed a text, and each signature under its name fits.
    pub(crate) fn signed(&self, text: &str, signatures: Vec<Named<'_>>) -> Result<(), NoteError> {
        let mut signed = false;
        for (name, id, bytes) in signatures {
            if (name, id) != (&self.origin, self.id) {
                continue;
            }
            let signature = Signature::from_slice(&bytes).map_err(|_| NoteError::Malformed)?;
            self.key
                .verify(text.as_bytes(), &signature)
                .map_err(|_| NoteError::Forged)?;
            signed = true;
        }
        if signed {
            Ok(())
        } else {
            Err(NoteError::OtherKey)
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.id);
        let key = [&[ED25519], self.key.as_bytes().as_slice()].concat();
        write!(f, "{}+{id:08x}+{}", self.origin, STANDARD.encode(key))
    }
}

impl FromStr for PublicKey {
    type Err = NoteError;

    fn from_str(line: &str) -> Result<Self, NoteError> {
        let read = || {
            // The key itself may hold plus signs; name and id may not.
            let mut parts = line.trim().splitn(3, '+');
            let (origin, id, key) = (parts.next()?, parts.next()?, parts.next()?);
            let bytes = STANDARD.decode(key).ok()?;
            let (&ED25519, key) = bytes.split_first()? else {
                return None;
            };
            let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
            let read = Self::new(origin.to_owned(), key);
            // A weak key would accept signatures that nobody made.
            let named = !key.is_weak() && format!("{:08x}", u32::from_be_bytes(read.id)) == id;
            (is_name(origin) && named).then_some(read)
        };
        read().ok_or(NoteError::Key)
    }
}

/// The name a signature is under, the key's id, and the signature itself.
pub(crate) type Named<'a> = (&'a str, [u8; 4], Vec<u8>);

/// A note's text and its signatures with their names, none of them checked.
pub(crate) fn parts(note: &str) -> Result<(&str, Vec<Named<'_>>), NoteError> {
    if note.contains(|c: char| c < ' ' && c != '\n') {
        return Err(NoteError::Malformed);
    }
    // The last blank line: a text may hold blank lines of its own, signatures may not.
    let blank = note.rfind("\n\n").ok_or(NoteError::Malformed)?;
    let (text, rest) = note.split_at(blank + 1);
    let signatures = rest
        .strip_prefix('\n')
        .and_then(|lines| lines.strip_suffix('\n'))
        .and_then(|lines| lines.split('\n').map(signature).collect())
        .ok_or(NoteError::Malformed)?;
    Ok((text, signatures))
}

fn signature(line: &str) -> Option<Named<'_>> {
    let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = STANDARD.decode(bytes).ok()?;
    let (&id, signature) = bytes.split_first_chunk()?;
    (is_name(name) && !signature.is_empty()).then(|| (name, id, signature.to_vec()))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}
