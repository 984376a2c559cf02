//! The terminal in front of which somebody sits: questions, and answers that are not shown.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};

use anyhow::{Context as _, Result, bail};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use vault::Plain;
use zeroize::Zeroizing;

/// A terminal. Questions go to it even where the results of a command go into a file.
pub struct Terminal {
    reads: BufReader<File>,
    writes: File,
}

impl Terminal {
    /// The terminal of this process, if it has one.
    pub fn open() -> Option<Self> {
        let open = || OpenOptions::new().read(true).write(true).open("/dev/tty");
        Some(Self {
            reads: BufReader::new(open().ok()?),
            writes: open().ok()?,
        })
    }

    /// Asks, and reads one line; blanks around it are left out.
    pub fn ask(&mut self, question: &str) -> Result<String> {
        Ok(self.line(question)?.trim().to_owned())
    }

    /// Asks for what must not be shown, and reads one line of it.
    pub fn ask_hidden(&mut self, question: &str) -> Result<Plain<String>> {
        let hidden = Hidden::new(&self.writes)?;
        let line = self.line(question);
        drop(hidden);
        writeln!(self.writes).context("the terminal takes nothing")?;
        Ok(Plain::new(line?.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// Says something on the terminal alone.
    pub fn say(&mut self, text: &str) -> Result<()> {
        writeln!(self.writes, "{text}").context("the terminal takes nothing")
    }

    fn line(&mut self, question: &str) -> Result<Zeroizing<String>> {
        write!(self.writes, "{question}: ")
            .and_then(|()| self.writes.flush())
            .context("the terminal takes nothing")?;
        let mut line = Zeroizing::new(String::new());
        let read = self.reads.read_line(&mut line);
        if read.context("the terminal cannot be read")? == 0 {
            bail!("the terminal was closed before the answer");
        }
        Ok(line)
    }
}

/// A terminal that shows nothing of what is typed, until this is dropped.
struct Hidden {
    terminal: File,
    before: Termios,
}

impl Hidden {
    fn new(terminal: &File) -> Result<Self> {
        let about = "the terminal cannot hide what is typed";
        let before = tcgetattr(terminal).context(about)?;
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        tcsetattr(terminal, OptionalActions::Flush, &hidden).context(about)?;
        Ok(Self {
            terminal: terminal.try_clone().context(about)?,
            before,
        })
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // Nothing better can be done where the terminal is gone.
        let _shown = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
    }
}
