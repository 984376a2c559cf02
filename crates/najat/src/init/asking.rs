//! What must be known to begin: said as words of the command, or asked at the terminal.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use people::member::{Founding, NewMember};
use people::organisation::{Description, Names};
use record::{Id, Role};
use vault::Plain;

use crate::terminal::Terminal;

/// How to begin. What is not said is asked at the terminal; a password never is.
#[derive(Args, Debug)]
pub struct Init {
    /// The data folder to make
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Lets the only administrator in again, who lost password or authenticator
    #[arg(long)]
    pub recover: bool,
    /// The name of the organisation that runs it, in English
    #[arg(long, value_name = "NAME")]
    pub name_en: Option<String>,
    /// The same in Arabic
    #[arg(long, value_name = "NAME")]
    pub name_ar: Option<String>,
    /// The same in Central Kurdish
    #[arg(long, value_name = "NAME")]
    pub name_ckb: Option<String>,
    /// What it is: committee, office, aid, shelter, camp
    #[arg(long, value_name = "KIND", default_value = "committee")]
    pub kind: record::OrgKind,
    /// The first administrator, by the name to sign in with
    #[arg(long, value_name = "NAME")]
    pub administrator: Option<String>,
    /// What colleagues call the first administrator
    #[arg(long, value_name = "NAME")]
    pub administrator_name: Option<String>,
    /// The first data-protection officer, by the name to sign in with
    #[arg(long, value_name = "NAME")]
    pub data_protection: Option<String>,
    /// What colleagues call the first data-protection officer
    #[arg(long, value_name = "NAME")]
    pub data_protection_name: Option<String>,
    /// The language of their pages: en, ar, ckb
    #[arg(long, value_name = "LANGUAGE", default_value = "ar")]
    pub language: record::Language,
}

/// The first body and its first two people.
pub(super) fn founding(said: &Init) -> Result<Founding> {
    let mut asks = Asks {
        terminal: None,
        missing: Vec::new(),
    };
    let names = Names {
        en: asks.word(
            said.name_en.as_ref(),
            "--name-en",
            "Name of the organisation, in English",
        ),
        ar: asks.word(said.name_ar.as_ref(), "--name-ar", "The same in Arabic"),
        ckb: asks.word(
            said.name_ckb.as_ref(),
            "--name-ckb",
            "The same in Central Kurdish",
        ),
    };
    let mut person = |role, name: Option<&String>, word, sign_in: Option<&String>, sign_in_word| {
        let who = match role {
            Role::Administrator => "first administrator",
            _ => "first data-protection officer",
        };
        let name = asks.word(name, word, &format!("Name of the {who}"));
        let sign_in = asks.word(sign_in, sign_in_word, &format!("Sign-in name of the {who}"));
        NewMember {
            name: Plain::new(name),
            sign_in_name: Plain::new(sign_in),
            role,
            org: Id::NONE,
            language: said.language,
        }
    };
    let administrator = person(
        Role::Administrator,
        said.administrator_name.as_ref(),
        "--administrator-name",
        said.administrator.as_ref(),
        "--administrator",
    );
    let data_protection = person(
        Role::DataProtection,
        said.data_protection_name.as_ref(),
        "--data-protection-name",
        said.data_protection.as_ref(),
        "--data-protection",
    );
    if !asks.missing.is_empty() {
        bail!(
            "there is no terminal to ask: say {} too",
            asks.missing.join(", ")
        );
    }
    if said.kind.is_force() {
        bail!("police, armed groups and courts administer no installation: say another --kind");
    }
    Ok(Founding {
        organisation: Description {
            names,
            kind: said.kind,
            jurisdiction: None,
            parent: None,
            governorates: Vec::new(),
            independent: false,
        },
        administrator,
        data_protection,
    })
}

struct Asks {
    terminal: Option<Terminal>,
    missing: Vec<&'static str>,
}

impl Asks {
    /// What was said, else what is answered; asked again while it is blank.
    fn word(&mut self, said: Option<&String>, word: &'static str, question: &str) -> String {
        if let Some(said) = said.map(|said| said.trim()).filter(|said| !said.is_empty()) {
            return said.to_owned();
        }
        if self.terminal.is_none() {
            self.terminal = Terminal::open();
        }
        while let Some(terminal) = &mut self.terminal {
            match terminal.ask(question) {
                Ok(answer) if answer.is_empty() => {}
                Ok(answer) => return answer,
                Err(_) => break,
            }
        }
        self.missing.push(word);
        String::new()
    }
}
