//! Files and folders of a copy: private, whole, on the disk before their names say so.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use ledger::CopiedFile;
use sha2::{Digest as _, Sha256};

use super::CopyError;
use crate::migrate::beside;

/// How much of a file is in memory at once.
const PIECE: usize = 1 << 16;

/// The file whose lock says that a copy is being made.
const MAKING: &str = "making";

/// A new file that only its owner may read.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options.open(path)
}

/// Makes sure that a rename in the folder of this path outlives a power cut, as far as the file
/// system knows how.
pub(crate) fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let _as_good_as_it_gets = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Passes all of a file on, piece by piece, and tells its length and hash.
pub(super) fn pass_on(
    from: &mut impl Read,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<(u64, [u8; 32])> {
    let (mut piece, mut hash, mut bytes) = (vec![0; PIECE], Sha256::new(), 0);
    loop {
        let read = from.read(&mut piece)?;
        let Some(part) = piece.get(..read).filter(|part| !part.is_empty()) else {
            return Ok((bytes, hash.finalize().into()));
        };
        hash.update(part);
        bytes += part.len() as u64;
        each(part)?;
    }
}

/// The account of a file in the folder of a copy, which is on the disk afterwards.
pub(super) fn account(folder: &Path, name: &str) -> Result<CopiedFile, CopyError> {
    let path = folder.join(name);
    let told = File::open(&path).and_then(|mut file| {
        file.sync_all()?;
        pass_on(&mut file, |_| Ok(()))
    });
    let (bytes, sha256) = told.map_err(CopyError::file(&path))?;
    Ok(CopiedFile {
        name: name.to_owned(),
        bytes,
        sha256,
    })
}

/// Whether a copy is being made that will have this name.
pub fn is_under_way(out: &Path) -> bool {
    let making = File::open(beside(out, ".partial").join(MAKING));
    making.is_ok_and(|file| matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)))
}

/// A copy that is being made: a folder under another name, with a lock that tells the living from
/// the dead.
pub(super) struct Making {
    out: PathBuf,
    partial: PathBuf,
    /// Held as long as this lives.
    _lock: File,
    finished: bool,
}

impl Making {
    /// Begins a copy in a new folder. What a killed one left behind is removed.
    pub(super) fn begin(out: &Path) -> Result<Self, CopyError> {
        let is_taken = match out.read_dir() {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(_) if out.exists() => true,
            // Where it goes cannot be looked at, let alone written to.
            Err(error) => return Err(CopyError::file(out)(error)),
        };
        if is_taken {
            return Err(CopyError::NotEmpty(out.display().to_string()));
        }
        Self::instead_of(out)
    }

    /// Begins a copy that replaces an earlier one of that name once it is whole.
    pub(super) fn instead_of(out: &Path) -> Result<Self, CopyError> {
        let partial = beside(out, ".partial");
        let unusable = CopyError::file(&partial);
        let mut folder = DirBuilder::new();
        folder.recursive(true).mode(0o700);
        let lock = folder.create(&partial).and_then(|()| {
            let mut options = OpenOptions::new();
            options.create(true).append(true).mode(0o600);
            options.open(partial.join(MAKING))
        });
        let lock = lock.map_err(unusable)?;
        if matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) {
            return Err(CopyError::UnderWay(partial));
        }
        let making = Self {
            out: out.to_owned(),
            partial,
            _lock: lock,
            finished: false,
        };
        making.clear().map_err(CopyError::file(&making.partial))?;
        Ok(making)
    }

    fn clear(&self) -> io::Result<()> {
        for entry in self.partial.read_dir()? {
            let entry = entry?;
            if entry.file_name() != MAKING {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Where its files go.
    pub(super) fn folder(&self) -> &Path {
        &self.partial
    }

    /// Gives the copy its name.
    pub(super) fn finish(mut self, manifest: &str) -> Result<(), CopyError> {
        let path = self.partial.join(super::MANIFEST);
        let written = private_file(&path).and_then(|mut file| {
            file.write_all(manifest.as_bytes())?;
            file.sync_all()
        });
        written.map_err(CopyError::file(&path))?;
        sync_folder(&path);
        let earlier = beside(&self.out, ".earlier");
        let named = || {
            let _left_by_a_kill = fs::remove_dir_all(&earlier);
            if self.out.exists() {
                fs::rename(&self.out, &earlier)?;
            }
            fs::rename(&self.partial, &self.out)
        };
        named().map_err(CopyError::file(&self.out))?;
        self.finished = true;
        sync_folder(&self.out);
        // The copy has its name: what is left to tidy up harms nobody.
        let _tidied = fs::remove_dir_all(&earlier);
        let _tidied = fs::remove_file(self.out.join(MAKING));
        Ok(())
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if !self.finished {
            // A copy that failed takes no room; one that was killed is removed by the next.
            let _cleared = fs::remove_dir_all(&self.partial);
        }
    }
}
