//! From nothing: a data folder with keys and a first configuration, the body that runs the
//! installation, its first administrator and its first data-protection officer. The one-time codes
//! are shown once, on the terminal; each person chooses a password at the first sign-in.

mod asking;

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use people::account;
use people::member::{self, Founded, MemberError};
use record::World;
use store::{Store, StoreError};
use vault::Plain;

use crate::config::{Configuration, Environment, FILE, first_file};
use crate::folder::Folder;

pub use asking::Init;

/// The command.
pub async fn run(
    said: &Init,
    environment: &Environment,
    world: World,
    out: &mut impl Write,
) -> Result<()> {
    if said.recover {
        return recover(said, environment, world, out).await;
    }
    let founding = asking::founding(said)?;
    let folder = folder(&said.data)?;
    let set = Configuration::load(Some(&said.data), None, environment)?;
    let store = open(&set, &folder, world).await?;
    let founded = member::init(&store, founding.clone()).await;
    let key = store.journal().public_key().to_string();
    store.close().await;
    let founded = founded.map_err(|error| plainly(&error))?;
    folder.write_public_key(&key)?;
    say(&folder, &founding, &founded, out)
}

/// A new folder, or one in which an earlier try ended before anybody had an account.
fn folder(path: &Path) -> Result<Folder> {
    let folder = match Folder::existing(path) {
        Some(folder) => folder,
        None => Folder::create(path)?,
    };
    let file = path.join(FILE);
    if !file.exists() {
        let about = || format!("{} cannot be written", file.display());
        let mut options = fs::OpenOptions::new();
        let options = options.write(true).create_new(true).mode(0o600);
        let mut made = options.open(&file).with_context(about)?;
        made.write_all(first_file().as_bytes())
            .and_then(|()| made.sync_all())
            .with_context(about)?;
    }
    Ok(folder)
}

async fn open(set: &Configuration, folder: &Folder, world: World) -> Result<Store> {
    let opened = Store::open(store::Settings {
        url: set.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys()?,
        world,
    });
    opened.await.context("the database cannot be opened")
}

fn plainly(error: &MemberError) -> anyhow::Error {
    match error {
        MemberError::Begun | MemberError::Store(StoreError::Absent) => anyhow::anyhow!(
            "somebody has an account here already: further people are invited on the page Members. \
             If the only administrator lost password and authenticator, say --recover"
        ),
        MemberError::NameTaken => {
            anyhow::anyhow!("the two people need two different sign-in names")
        }
        error => anyhow::anyhow!("the installation was not begun: {error}"),
    }
}

fn say(
    folder: &Folder,
    founding: &member::Founding,
    founded: &Founded,
    out: &mut impl Write,
) -> Result<()> {
    let path = folder.path().display();
    writeln!(out, "{} begins in {path}.", founding.organisation.names.en)?;
    writeln!(out)?;
    for (who, member, invited) in [
        (
            "Administrator",
            &founding.administrator,
            &founded.administrator,
        ),
        (
            "Data-protection officer",
            &founding.data_protection,
            &founded.data_protection,
        ),
    ] {
        let code = invited
            .code
            .as_ref()
            .context("a first account has a code")?;
        say_code(who, member.sign_in_name.expose(), code, out)?;
    }
    writeln!(out)?;
    writeln!(
        out,
        "The codes are shown this once and hold for a week. Each person opens /enrol with"
    )?;
    writeln!(
        out,
        "name and code, and chooses a password and an authenticator there."
    )?;
    writeln!(out)?;
    writeln!(
        out,
        "Keep care.key and justice.key of {path} apart from every copy of the data: without"
    )?;
    writeln!(out, "them nothing opens, and nobody can make them anew.")?;
    writeln!(out)?;
    writeln!(out, "Next: najat serve --data {path}")?;
    out.flush()?;
    Ok(())
}

/// Digits in groups, as people copy them.
fn say_code(who: &str, name: &str, code: &Plain<String>, out: &mut impl Write) -> Result<()> {
    let digits: Vec<char> = code.expose().chars().collect();
    let groups: Vec<String> = digits
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    writeln!(
        out,
        "{who}: sign-in name {name}, one-time code {}",
        groups.join(" ")
    )?;
    Ok(())
}

/// Lets the only administrator in again.
async fn recover(
    said: &Init,
    environment: &Environment,
    world: World,
    out: &mut impl Write,
) -> Result<()> {
    let Some(folder) = Folder::existing(&said.data) else {
        bail!("{} holds no installation", said.data.display());
    };
    let set = Configuration::load(Some(&said.data), None, environment)?;
    let store = open(&set, &folder, world).await?;
    let recovered = account::recover(&store).await;
    store.close().await;
    let recovered = recovered.map_err(|error| match error {
        account::AccountError::Store(StoreError::Absent) => anyhow::anyhow!(
            "there is not exactly one administrator: where there are more, one of them resets another"
        ),
        error => anyhow::anyhow!("nobody was let in: {error}"),
    })?;
    let name = recovered.sign_in_name.expose();
    say_code("Administrator", name, &recovered.code, out)?;
    writeln!(
        out,
        "The code is shown this once and holds for a week: open /enrol with it."
    )?;
    writeln!(
        out,
        "The ledger tells of it, and every administrator sees it for thirty days."
    )?;
    Ok(())
}
