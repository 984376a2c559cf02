//! How entries of a plan are sealed, and read again.

use record::Moment;
use vault::Plain;

use super::{Recognised, Recognition, Served};
use crate::case::Entry;

/// A service as an entry tells it.
pub(super) struct ServedEntry {
    pub(super) key: String,
    pub(super) number: i64,
    pub(super) served: Served,
    pub(super) happened: Moment,
    pub(super) told: Option<Plain<String>>,
}

/// A service, as the text that is sealed.
pub(crate) fn served_text(
    key: &str,
    served: Served,
    told: Option<&Plain<String>>,
) -> Plain<String> {
    let told = told.map_or("", |told| told.expose().as_str());
    Plain::new(format!("{key} {served}\n{told}"))
}

/// A service, read from it.
pub(super) fn served(entry: &Entry) -> Option<ServedEntry> {
    let text = entry.told.as_ref()?.expose();
    let (head, told) = text.split_once('\n').unwrap_or((text, ""));
    let (key, served) = head.split_once(' ')?;
    Some(ServedEntry {
        key: key.to_owned(),
        number: entry.number,
        served: Served::from_code(served).ok()?,
        happened: entry.happened,
        told: filled(told),
    })
}

/// A step of a recognition, as the text that is sealed.
pub(crate) fn recognised_text(
    step: Recognition,
    court: &Plain<String>,
    number: Option<&Plain<String>>,
) -> Plain<String> {
    let number = number.map_or("", |number| number.expose().as_str());
    Plain::new(format!("{step}\n{}\n{number}", court.expose()))
}

/// A step of a recognition, read from it.
pub(super) fn recognised(entry: &Entry) -> Option<Recognised> {
    let mut lines = entry.told.as_ref()?.expose().splitn(3, '\n');
    let mut next = || lines.next().unwrap_or_default();
    Some(Recognised {
        step: Recognition::from_code(next()).ok()?,
        happened: entry.happened,
        court: Plain::new(next().to_owned()),
        number: filled(next()),
    })
}

fn filled(text: &str) -> Option<Plain<String>> {
    (!text.is_empty()).then(|| Plain::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use record::{Language, Role};

    use super::super::{Plan, duties};
    use super::*;
    use crate::case::What;

    fn entry(number: i64, what: What, told: Plain<String>) -> Entry {
        Entry {
            number,
            what,
            at: Moment::from_micros(number),
            happened: Moment::from_micros(number),
            role: Role::Caseworker,
            due: None,
            done: None,
            told: Some(told),
        }
    }

    #[test]
    fn the_checklist_is_article_11() {
        assert_eq!(duties().len(), 12);
        for duty in duties() {
            for language in Language::ALL {
                assert!(!duty.words(*language).is_empty() && !duty.owes(*language).is_empty());
            }
        }
    }

    #[test]
    fn a_plan_says_how_far_each_duty_is_by_what_was_entered_last() {
        let words = Plain::new("the clinic\nat the corner".to_owned());
        let court = Plain::new("Basra".to_owned());
        let entries = [
            entry(
                4,
                What::Recognition,
                recognised_text(Recognition::NotRecognised, &court, Some(&court)),
            ),
            entry(
                3,
                What::Service,
                served_text("A11-MED", Served::NotAvailable, Some(&words)),
            ),
            entry(
                2,
                What::Service,
                served_text("A11-LEGAL", Served::Refused, None),
            ),
            entry(
                1,
                What::Service,
                served_text("A11-MED", Served::Offered, None),
            ),
        ];
        let plan = Plan::of(&entries, true);
        let of = |key: &str| plan.duties.iter().find(|one| one.duty.key == key).unwrap();
        assert_eq!(
            of("A11-MED").served,
            Some((Served::NotAvailable, Moment::from_micros(3)))
        );
        assert!(
            of("A11-MED")
                .told
                .as_ref()
                .is_some_and(|told| told.expose() == words.expose())
        );
        assert_eq!(
            of("A11-LEGAL").served.map(|(served, _)| served),
            Some(Served::Refused)
        );
        assert_eq!(of("A11-STAY").served, None);
        // What the person does not want is no gap; what is not there is one, and so is what nobody offered.
        assert_eq!(plan.gaps(), 11);
        assert_eq!(plan.recognition.len(), 1);
        assert_eq!(plan.recognition[0].step, Recognition::NotRecognised);
    }
}
