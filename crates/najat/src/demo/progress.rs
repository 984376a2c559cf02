//! What is being made, told to whoever waits: on a terminal one line that changes, elsewhere one line
//! for each kind of thing.

use std::cell::RefCell;
use std::io::{IsTerminal as _, Write};

/// Writes the lines.
pub(super) struct Progress<W> {
    in_place: bool,
    lines: RefCell<Lines<W>>,
}

struct Lines<W> {
    to: W,
    /// What the last line was about.
    about: String,
}

impl Progress<std::io::Stderr> {
    /// On standard error.
    pub fn on_stderr() -> Self {
        let to = std::io::stderr();
        Self::new(to.is_terminal(), to)
    }
}

impl<W: Write> Progress<W> {
    fn new(in_place: bool, to: W) -> Self {
        let about = String::new();
        let lines = RefCell::new(Lines { to, about });
        Self { in_place, lines }
    }

    /// Tells that so many of all are made.
    pub fn tell(&self, what: &str, done: usize, all: usize) {
        let mut lines = self.lines.borrow_mut();
        let is_new = lines.about != what;
        let line = match (self.in_place, is_new) {
            (false, false) => return,
            (false, true) => format!("najat: making {all} {what} …\n"),
            (true, _) => {
                let last = if is_new && !lines.about.is_empty() {
                    "\n"
                } else {
                    ""
                };
                // The rest of a longer line before is cleared.
                format!("{last}\rnajat: making {what} … {done} of {all}\x1b[K")
            }
        };
        if is_new {
            what.clone_into(&mut lines.about);
        }
        lines.write(&line);
    }

    /// Nothing more is made.
    pub fn end(self) {
        let mut lines = self.lines.into_inner();
        if self.in_place && !lines.about.is_empty() {
            lines.write("\n");
        }
    }
}

impl<W: Write> Lines<W> {
    /// Where nobody can read it any more, the country is made all the same.
    fn write(&mut self, text: &str) {
        let _unread = self.to.write_all(text.as_bytes());
        let _unread = self.to.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(in_place: bool) -> String {
        let mut said = Vec::new();
        let progress = Progress::new(in_place, &mut said);
        for (what, done) in [("people", 1), ("people", 2), ("reports", 1)] {
            progress.tell(what, done, 2);
        }
        progress.end();
        String::from_utf8(said).unwrap()
    }

    #[test]
    fn a_file_gets_a_line_for_each_kind_and_a_terminal_one_that_changes() {
        let plain = "najat: making 2 people …\nnajat: making 2 reports …\n";
        assert_eq!(told(false), plain);
        let clear = "\x1b[K";
        let first = format!("\rnajat: making people … 1 of 2{clear}");
        let second = format!("\rnajat: making people … 2 of 2{clear}\n");
        let third = format!("\rnajat: making reports … 1 of 2{clear}\n");
        assert_eq!(told(true), first + &second + &third);
    }
}
