//! Looking a copy over before anything of it is used.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use ledger::{CopiedFile, Manifest, PublicKey, Signer};
use record::Root;

use super::files::{pass_on, private_file};
use super::{CopyError, DATABASE, LOG, MANIFEST, TABLES};
use crate::Keyring;
use crate::migrate::{MIGRATIONS, refuse_unreadable};

/// Reads the manifest of a copy: it must be signed by the key that these roots give, and the files
/// must be there in their length. Their bytes are checked when they are read.
pub fn manifest(copy: &Path, keys: &Keyring) -> Result<Manifest, CopyError> {
    let path = copy.join(MANIFEST);
    let text = fs::read_to_string(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => CopyError::NoManifest(copy.to_owned()),
        io::ErrorKind::InvalidData => CopyError::ManifestChanged,
        _ => CopyError::File {
            path: path.clone(),
            why: error,
        },
    })?;
    let said = Manifest::unchecked(&text).ok_or(CopyError::ManifestChanged)?;
    let signer = Signer::from_seed(&keys.log().signing_seed(), said.key.origin())
        .map_err(|_| CopyError::ManifestChanged)?;
    let (ours, theirs) = (keys.mark(), said.roots.as_str());
    let mut marks = ours.split(' ').zip(theirs.split(' '));
    for root in [Root::Care, Root::Justice] {
        if marks.next().is_none_or(|(ours, theirs)| ours != theirs) {
            return Err(CopyError::WrongKey(root));
        }
    }
    let manifest = signer
        .public_key()
        .manifest(&text)
        .map_err(|_| CopyError::ManifestChanged)?;
    refuse_unreadable(manifest.schema, &MIGRATIONS)?;
    for name in [data(&manifest)?, LOG] {
        let file = file(&manifest, name)?;
        let path = copy.join(name);
        let found = fs::metadata(&path).map_err(CopyError::file(&path))?.len();
        if found < file.bytes {
            return Err(CopyError::Truncated {
                name: name.to_owned(),
                found,
                expected: file.bytes,
            });
        }
    }
    Ok(manifest)
}

/// What a whole copy says of itself, for whoever only shows it; nothing, if the folder is none of
/// this ledger's. Its files are not looked at.
pub fn look_over(copy: &Path, key: &PublicKey) -> Option<Manifest> {
    let text = fs::read_to_string(copy.join(MANIFEST)).ok()?;
    key.manifest(&text).ok()
}

/// The file that holds the data of such a copy.
pub(super) fn data(manifest: &Manifest) -> Result<&'static str, CopyError> {
    match manifest.engine.as_str() {
        "sqlite" => Ok(DATABASE),
        "postgres" => Ok(TABLES),
        _ => Err(CopyError::ManifestChanged),
    }
}

fn file<'m>(manifest: &'m Manifest, name: &str) -> Result<&'m CopiedFile, CopyError> {
    let mut files = manifest.files.iter();
    files
        .find(|file| file.name == name)
        .ok_or(CopyError::ManifestChanged)
}

/// Makes sure that a file of the copy is as it was signed, and writes it somewhere if asked to.
pub(super) fn whole(
    copy: &Path,
    manifest: &Manifest,
    name: &str,
    to: Option<&Path>,
) -> Result<(), CopyError> {
    let signed = file(manifest, name)?;
    let path = copy.join(name);
    let mut from = File::open(&path).map_err(CopyError::file(&path))?;
    let (bytes, sha256) = match to {
        None => pass_on(&mut from, |_| Ok(())).map_err(CopyError::file(&path))?,
        Some(to) => {
            let passed = private_file(to).and_then(|mut file| {
                let passed = pass_on(&mut from, |part| file.write_all(part))?;
                file.sync_all()?;
                Ok(passed)
            });
            passed.map_err(CopyError::file(to))?
        }
    };
    if (bytes, sha256) == (signed.bytes, signed.sha256) {
        Ok(())
    } else {
        Err(CopyError::Changed(name.to_owned()))
    }
}
