//! The data folder: the database, the two roots in files of mode 0600, the public key with which
//! anybody can verify, and the checkpoints beside them.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use record::Root;
use store::Keyring;
use vault::RootKey;

/// A data folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A folder that is there already, or nothing.
    pub fn existing(path: &Path) -> Option<Self> {
        path.join("care.key")
            .exists()
            .then(|| Self(path.to_owned()))
    }

    /// A folder, whatever is in it.
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Makes a folder that only its owner can enter, with two new roots in it.
    pub fn create(path: &Path) -> Result<Self> {
        if path
            .read_dir()
            .is_ok_and(|mut entries| entries.next().is_some())
        {
            bail!(
                "{} is not empty and holds no data of this program: name another folder",
                path.display()
            );
        }
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| {
                format!(
                    "{} cannot be made: name a folder you may write to",
                    path.display()
                )
            })?;
        let folder = Self(path.to_owned());
        let keys = Keyring::generate();
        for root in Root::ALL {
            let text = keys.root_text(*root);
            write_secret(&folder.key_file(*root), text.expose())?;
        }
        Ok(folder)
    }

    /// The file of a root.
    pub fn key_file(&self, root: Root) -> PathBuf {
        self.0.join(format!("{root}.key"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.0.join("najat.db")
    }

    /// The log of checkpoints.
    pub fn checkpoints(&self) -> PathBuf {
        self.0.join("checkpoints.log")
    }

    /// The file with the public key of the ledger.
    pub fn public_key(&self) -> PathBuf {
        self.0.join("ledger.pub")
    }

    /// The address under which the store opens the database file.
    pub fn url(&self) -> String {
        format!("sqlite:{}", self.database().display())
    }

    /// Reads the two roots; refuses a file that others may read.
    pub fn keys(&self) -> Result<Keyring> {
        let read = |root: Root| -> Result<RootKey> {
            let file = self.key_file(root);
            let about = || format!("the key file {} cannot be used", file.display());
            let mode = fs::metadata(&file)
                .with_context(about)?
                .permissions()
                .mode();
            if mode & 0o077 != 0 {
                bail!("others may read {}: say chmod 600 on it", file.display());
            }
            let text = zeroize::Zeroizing::new(fs::read_to_string(&file).with_context(about)?);
            RootKey::from_hex(text.trim()).with_context(about)
        };
        Ok(Keyring::new(read(Root::Care)?, read(Root::Justice)?)?)
    }

    /// Writes the public key for whoever wants to verify.
    pub fn write_public_key(&self, key: &str) -> Result<()> {
        fs::write(self.public_key(), format!("{key}\n")).context("ledger.pub cannot be written")
    }
}

/// The room left in the file system of a folder, in bytes.
pub fn free(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_frsize.checked_mul(told.f_bavail)
}

fn write_secret(path: &Path, text: &str) -> Result<()> {
    let about = || format!("{} cannot be written", path.display());
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(about)?;
    writeln!(file, "{text}")
        .and_then(|()| file.sync_all())
        .with_context(about)
}
