//! What a copy of a whole installation says of itself. Signed with the ledger's key, so that a copy
//! cannot be put together from parts of others, and no part of it can be exchanged.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::Moment;

use crate::note::{NoteError, PublicKey, Signer, parts};
use crate::tree::Hash;

/// The only form so far.
const FORMAT: &str = "1";

/// The signed account of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The public key of the ledger that was copied.
    pub key: PublicKey,
    /// What tells the two roots of the installation from others, and tells nothing of them.
    pub roots: String,
    /// When the copy was made.
    pub at: Moment,
    /// The engine of the database, by its code.
    pub engine: String,
    /// The newest migration in it.
    pub schema: i64,
    /// How many leaves its ledger has.
    pub size: u64,
    /// The hash over them.
    pub root: Hash,
    /// The files of the copy.
    pub files: Vec<CopiedFile>,
}

/// A file of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedFile {
    /// Its name in the folder of the copy.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

impl Manifest {
    fn head(origin: &str) -> String {
        format!("{origin}/copy\n")
    }

    fn text(&self) -> String {
        let head = format!(
            "{}format {FORMAT}\nkey {}\nroots {}\nat {}\nengine {}\nschema {}\nsize {}\nroot {}\n",
            Self::head(self.key.origin()),
            self.key,
            self.roots,
            self.at.micros(),
            self.engine,
            self.schema,
            self.size,
            STANDARD.encode(self.root),
        );
        let line = |file: &CopiedFile| {
            let (bytes, hash) = (file.bytes, STANDARD.encode(file.sha256));
            format!("file {bytes} {hash} {}\n", file.name)
        };
        let files: Vec<String> = self.files.iter().map(line).collect();
        head + &files.concat()
    }

    /// Reads what a manifest says of itself, whoever signed it: to find out whose it is.
    pub fn unchecked(note: &str) -> Option<Self> {
        let (text, _) = parts(note).ok()?;
        let mut lines = text.lines();
        let origin = lines.next()?;
        let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        if value("format")? != FORMAT {
            return None;
        }
        let read = Self {
            key: value("key")?.parse().ok()?,
            roots: value("roots")?.to_owned(),
            at: Moment::from_micros(value("at")?.parse().ok()?),
            engine: value("engine")?.to_owned(),
            schema: value("schema")?.parse().ok()?,
            size: value("size")?.parse().ok()?,
            root: STANDARD.decode(value("root")?).ok()?.try_into().ok()?,
            files: lines.map(file).collect::<Option<_>>()?,
        };
        // One spelling only, and the key that it names is that of the ledger it is about.
        (read.text() == text && Self::head(read.key.origin()).trim_end() == origin).then_some(read)
    }
}

fn file(line: &str) -> Option<CopiedFile> {
    let mut parts = line.strip_prefix("file ")?.splitn(3, ' ');
    let (bytes, hash, name) = (parts.next()?, parts.next()?, parts.next()?);
    // A name and not a way out of the folder.
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        return None;
    }
    Some(CopiedFile {
        name: name.to_owned(),
        bytes: bytes.parse().ok()?,
        sha256: STANDARD.decode(hash).ok()?.try_into().ok()?,
    })
}

impl Signer {
    /// The signed note of a copy's account of itself.
    pub fn manifest(&self, manifest: &Manifest) -> String {
        self.sign(&manifest.text())
    }
}

impl PublicKey {
    /// The account in a signed note, if this ledger signed it.
    pub fn manifest(&self, note: &str) -> Result<Manifest, NoteError> {
        self.open(note)?;
        Manifest::unchecked(note)
            .filter(|manifest| manifest.key == *self)
            .ok_or(NoteError::OtherKind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer(seed: u8) -> Signer {
        Signer::from_seed(&[seed; 32], "najat/one").expect("a name")
    }

    fn manifest() -> Manifest {
        Manifest {
            key: signer(1).public_key().clone(),
            roots: "ab cd".to_owned(),
            at: Moment::from_micros(1_795_586_400_000_000),
            engine: "sqlite".to_owned(),
            schema: 5,
            size: 42,
            root: [7; 32],
            files: vec![CopiedFile {
                name: "najat.db".to_owned(),
                bytes: 4096,
                sha256: [9; 32],
            }],
        }
    }

    #[test]
    fn it_is_read_as_it_was_written_and_by_its_own_key_only() {
        let note = signer(1).manifest(&manifest());
        assert_eq!(signer(1).public_key().manifest(&note), Ok(manifest()));
        assert_eq!(Manifest::unchecked(&note), Some(manifest()));
        let other = signer(2);
        assert_eq!(other.public_key().manifest(&note), Err(NoteError::OtherKey));
        let forged = other.manifest(&manifest());
        let read = signer(1).public_key().manifest(&forged);
        assert_eq!(read, Err(NoteError::OtherKey));
    }

    #[test]
    fn no_word_of_it_can_be_changed() {
        let note = signer(1).manifest(&manifest());
        let signed = note.rfind("\n\n").expect("a blank line");
        for at in 0..=signed {
            let mut bytes = note.clone().into_bytes();
            bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert!(signer(1).public_key().manifest(&changed).is_err(), "{at}");
        }
    }

    #[test]
    fn it_is_no_checkpoint_and_names_no_way_out() {
        let note = signer(1).manifest(&manifest());
        assert!(signer(1).public_key().checkpoint(&note).is_err());
        assert!(signer(1).public_key().tombstone(&note).is_err());
        for name in ["../x", "a/b", ".hidden", "", "a b"] {
            let mut wrong = manifest();
            wrong.files[0].name = name.to_owned();
            let note = signer(1).manifest(&wrong);
            assert!(signer(1).public_key().manifest(&note).is_err(), "{name}");
        }
    }
}
