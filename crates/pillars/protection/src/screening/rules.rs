//! What was said in a talk, what follows from it, and how it is sealed: one text, a line for each
//! thing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clock::AgeBand;
use consent::Agreed;
use record::UnknownCode;
use vault::Plain;

use super::code::{Danger, LastContact, Then};
use super::rule::{Answer, Basis, Fact, Indicator, Outcome, Told, When, indicator};

/// What a sealed decision found.
pub(super) fn found(sealed: &Plain<String>) -> Result<Outcome, UnknownCode> {
    Outcome::from_code(sealed.expose())
}

/// One row as it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// What it rests on.
    pub basis: Basis,
    /// When it was so; it matters for a yes alone.
    pub when: When,
}

/// How the talk was, and who sits there. Four ticks make it safe.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Whether they were under 18 at any time of the exploitation.
    pub then: Then,
    /// Nobody else hears it.
    pub alone: bool,
    /// It is in their own language.
    pub own_language: bool,
    /// Whoever interprets has no link to those who are feared; true where nobody does.
    pub no_link: bool,
    /// The place is safe.
    pub safe_place: bool,
    /// When they last had to do with whoever exploits them.
    pub contact: LastContact,
    /// What means danger besides the answers.
    pub dangers: Vec<Danger>,
    /// Whoever asks found that the person was recruited, taken, handed over, lodged or received.
    pub act_found: bool,
}

impl Setting {
    /// Whether it was safe to talk.
    pub const fn is_safe(&self) -> bool {
        self.alone && self.own_language && self.no_link && self.safe_place
    }
}

/// All of a talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// What the person says to being talked with.
    pub to_talk: Agreed,
    /// What the person says to its being written down.
    pub to_write: Agreed,
    /// How old the person is now.
    pub age: AgeBand,
    /// How it was; none, before anything was asked.
    pub setting: Option<Setting>,
    /// The rows that were answered, by their names.
    pub answers: BTreeMap<String, Given>,
}

impl Talk {
    /// One that begins.
    pub const fn begun(to_talk: Agreed, to_write: Agreed, age: AgeBand) -> Self {
        Self {
            to_talk,
            to_write,
            age,
            setting: None,
            answers: BTreeMap::new(),
        }
    }

    /// Whether the rows for children are open: by the age now, or by the age then.
    pub fn is_of_child(&self) -> bool {
        let then = self.setting.as_ref().map(|setting| setting.then);
        self.age != AgeBand::Adult || then == Some(Then::Yes)
    }

    /// What the rule looks at. Rows of a branch that is dead by now are not among it.
    pub fn told(&self) -> Told {
        let is_of_child = self.is_of_child();
        let open: Vec<(&'static Indicator, Given)> = self
            .answers
            .iter()
            .filter_map(|(id, given)| Some((indicator(id)?, *given)))
            .filter(|(row, _)| is_of_child || !row.child_only)
            .collect();
        let facts = open.iter().filter(|(_, given)| given.answer == Answer::Yes);
        let setting = self.setting.as_ref();
        Told {
            facts: facts
                .map(|(row, given)| Fact {
                    row,
                    basis: given.basis,
                    when: given.when,
                })
                .collect(),
            answered: open
                .iter()
                .filter(|(_, given)| given.answer.is_answered())
                .count(),
            child: self.age != AgeBand::Adult,
            under_18_during: is_of_child,
            safe_setting: setting.is_some_and(Setting::is_safe),
            act_found: setting.is_some_and(|setting| setting.act_found),
            danger: setting.is_some_and(|setting| !setting.dangers.is_empty()),
        }
    }

    /// As the text that is sealed.
    pub fn text(&self) -> Plain<String> {
        let mut text = String::new();
        let mut line = |name: &str, what: &str| {
            // Writing to a text cannot fail.
            let _written = writeln!(text, "{name} {what}");
        };
        line("talk", self.to_talk.code());
        line("write", self.to_write.code());
        line("age", self.age.code());
        if let Some(setting) = &self.setting {
            line("then", setting.then.code());
            line("contact", setting.contact.code());
            for (name, holds) in [
                ("alone", setting.alone),
                ("own_language", setting.own_language),
                ("no_link", setting.no_link),
                ("safe_place", setting.safe_place),
                ("act_found", setting.act_found),
            ] {
                line(name, if holds { "yes" } else { "no" });
            }
            for danger in &setting.dangers {
                line("danger", danger.code());
            }
        }
        for (id, given) in &self.answers {
            let Given {
                answer,
                basis,
                when,
            } = given;
            line(id, &format!("{answer} {basis} {when}"));
        }
        Plain::new(text)
    }

    /// Read from the text that was sealed.
    pub fn read(text: &Plain<String>) -> Result<Self, UnknownCode> {
        let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in text.expose().lines() {
            if let Some((name, what)) = line.split_once(' ') {
                lines.entry(name).or_default().push(what);
            }
        }
        let mut take = |name: &str| lines.remove(name).unwrap_or_default();
        let one = |found: Vec<&str>| found.first().copied().unwrap_or_default().to_owned();
        let to_talk = one(take("talk")).parse()?;
        let to_write = one(take("write")).parse()?;
        let age = one(take("age")).parse()?;
        let then = take("then");
        let setting = if then.is_empty() {
            None
        } else {
            let mut ticked = |name: &str| one(take(name)) == "yes";
            let (alone, own_language) = (ticked("alone"), ticked("own_language"));
            let (no_link, safe_place) = (ticked("no_link"), ticked("safe_place"));
            let act_found = ticked("act_found");
            let dangers = take("danger");
            Some(Setting {
                then: one(then).parse()?,
                contact: one(take("contact")).parse()?,
                alone,
                own_language,
                no_link,
                safe_place,
                act_found,
                dangers: dangers
                    .into_iter()
                    .map(str::parse)
                    .collect::<Result<_, _>>()?,
            })
        };
        let answers = lines.into_iter().map(|(id, given)| {
            let mut given = given.first().copied().unwrap_or_default().split(' ');
            let mut next = || given.next().unwrap_or_default();
            let given = Given {
                answer: next().parse()?,
                basis: next().parse()?,
                when: next().parse()?,
            };
            Ok((id.to_owned(), given))
        });
        Ok(Self {
            to_talk,
            to_write,
            age,
            setting,
            answers: answers.collect::<Result<_, UnknownCode>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::rule::{indicators, propose};

    fn talk() -> Talk {
        let given = |answer| Given {
            answer,
            basis: Basis::Said,
            when: When::LastFiveDays,
        };
        Talk {
            to_talk: Agreed::Yes,
            to_write: Agreed::Yes,
            age: AgeBand::Adult,
            setting: Some(Setting {
                then: Then::Yes,
                alone: true,
                own_language: true,
                no_link: false,
                safe_place: true,
                contact: LastContact::Week,
                dangers: vec![Danger::Near, Danger::Threat],
                act_found: false,
            }),
            answers: indicators()
                .iter()
                .zip(Answer::ALL.iter().cycle())
                .map(|(row, answer)| (row.id.clone(), given(*answer)))
                .collect(),
        }
    }

    #[test]
    fn what_is_sealed_is_read_as_it_was() {
        let begun = Talk::begun(Agreed::Yes, Agreed::No, AgeBand::Child);
        for talk in [talk(), begun] {
            assert_eq!(Talk::read(&talk.text()), Ok(talk));
        }
        assert!(Talk::read(&Plain::new("talk perhaps\nwrite yes\n".to_owned())).is_err());
    }

    #[test]
    fn answers_of_a_dead_branch_stay_and_reach_no_finding() {
        let yes = Given {
            answer: Answer::Yes,
            basis: Basis::Said,
            when: When::Now,
        };
        let mut talk = talk();
        talk.answers = ["C07", "C09"].map(|id| (id.to_owned(), yes)).into();
        assert_eq!(propose(&talk.told()).outcome, Outcome::ReasonableGrounds);
        // The person was grown up then: rows for children are of no branch any more.
        let setting = talk.setting.as_mut().expect("it was asked");
        setting.then = Then::No;
        let told = talk.told();
        assert!(told.facts.is_empty() && told.answered == 0);
        assert_eq!(propose(&told).outcome, Outcome::MoreInformation);
        assert_eq!(
            Talk::read(&talk.text()).map(|read| read.answers.len()),
            Ok(2)
        );
    }
}
