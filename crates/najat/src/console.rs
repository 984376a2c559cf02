//! Who sits at the server's own console. A command that touches records asks for an account, its
//! password and its second factor, as the door of the installation does, and acts as that person.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use access::Actor;
use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;
use people::session::{SignInError, at_console};
use people::totp;
use record::{Role, World};
use store::{BeforeMigrating, Store, StoreError};
use vault::Plain;
use zeroize::Zeroizing;

use crate::config::Configuration;
use crate::folder::Folder;
use crate::terminal::Terminal;

/// How long the digits of an authenticator stand.
const STEP: Duration = Duration::from_secs(30);

/// As whom a command acts that touches records.
#[derive(Args, Debug)]
pub struct As {
    /// The account, by the name with which it signs in; its password and its digits are asked for
    #[arg(long = "as", value_name = "ACCOUNT")]
    pub account: String,
    /// For scripts: a file of mode 0600 with `password = "…"` and `authenticator = "BASE32"`
    #[arg(long, value_name = "FILE")]
    pub credentials: Option<PathBuf>,
    /// The role to act in, where the account has several; the first one without it
    #[arg(long, value_name = "ROLE")]
    pub role: Option<Role>,
}

/// Acts at the console of an installation, while another process serves it or none: opens it, makes
/// sure of the person, in this role where they named none, and closes it whatever became of it.
pub async fn acting<T>(
    set: &Configuration,
    world: World,
    who: &As,
    role: Role,
    act: impl AsyncFnOnce(&Store, &Actor) -> Result<T>,
) -> Result<T> {
    let folder = Folder::at(&set.data);
    let settings = store::Settings {
        url: set.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys()?,
        world,
    };
    // The program that serves may be an older one: nothing is migrated under it.
    let store = Store::open_with(settings, BeforeMigrating::Refuse)
        .await
        .with_context(|| format!("{} cannot be opened", set.data.display()))?;
    let who = As {
        account: who.account.clone(),
        credentials: who.credentials.clone(),
        role: who.role.or(Some(role)),
    };
    let done = match ask_actor(&store, &who).await {
        Ok(actor) => act(&store, &actor).await,
        Err(refused) => Err(refused),
    };
    store.close().await;
    done
}

/// Makes sure of the person that a command was told to act as. What was wrong is not said.
pub async fn ask_actor(store: &Store, said: &As) -> Result<Actor> {
    let name = Plain::new(said.account.clone());
    let Some(file) = &said.credentials else {
        let Some(mut terminal) = Terminal::open() else {
            bail!("there is no terminal to ask for a password: say --credentials FILE");
        };
        let password = terminal.ask_hidden("Password")?;
        let second = terminal.ask_hidden("Six digits of the authenticator, or a recovery code")?;
        let asked = at_console(store, &name, &password, &second, said.role).await;
        return asked.map_err(|error| plainly(&error));
    };
    let kept = Credentials::read(file)?;
    let digits = || totp::code(&kept.secret, store.world().now());
    match at_console(store, &name, &kept.password, &digits(), said.role).await {
        Err(SignInError::Refused) => {
            // Digits count once: another command may have used those of this half minute.
            tokio::time::sleep(STEP).await;
            let again = at_console(store, &name, &kept.password, &digits(), said.role).await;
            again.map_err(|error| plainly(&error))
        }
        asked => asked.map_err(|error| plainly(&error)),
    }
}

fn plainly(error: &SignInError) -> anyhow::Error {
    match error {
        SignInError::Refused | SignInError::Store(StoreError::Absent) => anyhow!(
            "refused: the account, the password or the digits are not right, \
             or the account acts in no such role"
        ),
        SignInError::Later(until) => anyhow!(
            "too many guesses: try again after {}",
            until.local().strftime("%H:%M")
        ),
        SignInError::Store(error) => anyhow!("the store cannot look: {error}"),
    }
}

/// A password and the secret of an authenticator, in a file for scripts.
struct Credentials {
    password: Plain<String>,
    secret: Plain<Vec<u8>>,
}

impl Credentials {
    /// Reads two lines, `password = "…"` and `authenticator = "…"`; nothing of them is ever said.
    fn read(file: &Path) -> Result<Self> {
        let shown = file.display();
        let about = || format!("the credentials file {shown} cannot be read");
        let mode = fs::metadata(file).with_context(about)?.permissions().mode();
        if mode & 0o077 != 0 {
            bail!("others may read {shown}: say chmod 600 on it");
        }
        let text = Zeroizing::new(fs::read_to_string(file).with_context(about)?);
        let wrong = || {
            anyhow!("{shown} holds not two lines: password = \"…\" and authenticator = \"BASE32\"")
        };
        // The parser's own words would show the line that is wrong.
        let table: toml::Table = text.parse().map_err(|_| wrong())?;
        let word = |key: &str| table.get(key).and_then(toml::Value::as_str);
        let (Some(password), Some(secret), 2) =
            (word("password"), word("authenticator"), table.len())
        else {
            return Err(wrong());
        };
        Ok(Self {
            password: Plain::new(password.to_owned()),
            secret: totp::from_base32(secret).ok_or_else(wrong)?,
        })
    }
}
