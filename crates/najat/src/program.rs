//! The program: reads the words, does the work, answers with the exit status.
//!
//! 0: done. 1: the work failed, or what was checked does not hold. 2: the words were wrong.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use crate::cli::{Cli, Command};
use crate::config::Environment;
use crate::jobs::words::Index;
use crate::ledger::Ledger;
use crate::world::system;
use clap::Parser as _;

/// Does what the words of the command line say.
#[tokio::main]
pub async fn run() -> ExitCode {
    // Whatever is written here is for its owner alone: databases, copies, logs of checkpoints.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let status = if error.use_stderr() { 2 } else { 0 };
            // Where nobody can read the answer any more, the status still tells.
            let _unread = error.print();
            return ExitCode::from(status);
        }
    };
    let level = tracing_subscriber::EnvFilter::new("warn,najat=info");
    tracing_subscriber::fmt()
        .with_env_filter(level)
        .with_writer(std::io::stderr)
        // What is written to a file or a journal is text, without signs that colour it.
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let mut out = std::io::stdout();
    let done = match &cli.command {
        Command::Demo(words) => crate::demo::run(words, &mut out).await.map(|()| true),
        Command::Init(words) => {
            crate::init::run(words, &Environment::of_process(), system(), &mut out)
                .await
                .map(|()| true)
        }
        Command::Serve(words) => crate::serving::run(words, system(), &mut out)
            .await
            .map(|()| true),
        Command::Backup(words) => crate::backup::back_up(words, system(), &mut out)
            .await
            .map(|()| true),
        Command::Restore(words) => crate::backup::restore(words, system(), &mut out)
            .await
            .map(|()| true),
        Command::Index(Index::Rebuild(words)) => crate::jobs::rebuild(words, system(), &mut out)
            .await
            .map(|()| true),
        Command::Doctor(words) => crate::doctor::run(words, &system(), &mut out).await,
        Command::Screen(words) => crate::screen::run(words, &mut out).map(|()| true),
        Command::Ledger(Ledger::Verify(words)) => crate::ledger::verify(words, &mut out).await,
        Command::Ledger(Ledger::Prove(words)) => crate::ledger::prove(words).await.map(|()| true),
        Command::Ledger(Ledger::Export(words)) => crate::ledger::take_out(words, system())
            .await
            .map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("najat: {error:#}");
            ExitCode::FAILURE
        }
    }
}
