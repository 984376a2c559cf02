//! When a case is due, and how its words are sealed.

use record::{Moment, UnknownCode};
use vault::Plain;

use super::{Because, Need};

/// When something is due next: the next contact or the first task; at once, while no contact is
/// planned, so that nobody is forgotten.
pub(super) fn due(
    begun: Moment,
    next_contact: Option<Moment>,
    tasks: impl Iterator<Item = Moment>,
) -> Moment {
    tasks
        .chain([next_contact.unwrap_or(begun)])
        .min()
        .unwrap_or(begun)
}

/// What is needed, as the text that is sealed.
pub(super) fn needs_text(needs: &[Need]) -> Plain<String> {
    let codes: Vec<&str> = needs.iter().map(|need| need.code()).collect();
    Plain::new(codes.join(" "))
}

/// What is needed, read from it.
pub(super) fn needs(text: &Plain<String>) -> Result<Vec<Need>, UnknownCode> {
    text.expose().split_whitespace().map(str::parse).collect()
}

/// Why a case is closed and whatever was written of it, as the text that is sealed: neither stands in
/// clear.
pub(super) fn closing_text(because: Because, told: Option<&Plain<String>>) -> Plain<String> {
    let told = told.map_or("", |told| told.expose().as_str());
    Plain::new(format!("{because}\n{told}"))
}

/// Why a case was closed, and what was written of it.
pub(super) fn closing(text: &Plain<String>) -> (Option<Because>, Option<Plain<String>>) {
    let (because, told) = text
        .expose()
        .split_once('\n')
        .unwrap_or((text.expose(), ""));
    let told = (!told.is_empty()).then(|| Plain::new(told.to_owned()));
    (Because::from_code(because).ok(), told)
}

/// A colleague in a list of choices: by name and role, by role and code for whoever may see no names.
pub(super) fn called(name: Option<&Plain<String>>, role: &str, code: &str) -> String {
    match name {
        Some(name) => format!("{} · {role}", name.expose()),
        None => format!("{role} · {code}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_without_a_planned_contact_is_due_at_once() {
        let at = Moment::from_micros;
        // begun, next contact, tasks, due
        for (next, tasks, wanted) in [
            (None, vec![], 10),
            (None, vec![50, 20], 10),
            (Some(40), vec![], 40),
            (Some(40), vec![50, 20], 20),
            (Some(40), vec![5], 5),
        ] {
            let tasks = tasks.into_iter().map(at);
            assert_eq!(due(at(10), next.map(at), tasks), at(wanted));
        }
    }

    #[test]
    fn needs_are_read_as_they_were_sealed() {
        for some in [&[][..], &[Need::Health], Need::ALL] {
            assert_eq!(needs(&needs_text(some)).as_deref(), Ok(some));
        }
        assert!(needs(&Plain::new("shame".to_owned())).is_err());
    }

    #[test]
    fn why_a_case_is_closed_is_sealed_with_its_words() {
        let words = Plain::new("went home\nwith her aunt".to_owned());
        let (because, told) = closing(&closing_text(Because::Moved, Some(&words)));
        assert_eq!(because, Some(Because::Moved));
        assert!(told.is_some_and(|told| told.expose() == words.expose()));
        let (because, told) = closing(&closing_text(Because::Died, None));
        assert!(because == Some(Because::Died) && told.is_none());
    }
}
