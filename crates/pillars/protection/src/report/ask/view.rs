//! What the pages of the three entries show.

use askama::Template;
use page::{Choice, Field, Fields as _, Form, Frame, filters, governorates};
use people::organisation::Organisation;
use record::{Id, Language, Moment, OrgKind};
use vault::Plain;

use super::forms::{WhereForm, WordsForm, is_of_held};
use super::{Asked, NOBODY, Reads, UNKNOWN, which_field};
use crate::reader::actions::Country;
use crate::reader::pages::Number;
use crate::report::sending::Reading;
use crate::report::{Contact, Entry, Holder, rules};

/// The first step.
#[derive(Template)]
#[template(path = "report/templates/ask.html")]
pub(crate) struct AskPage {
    pub(super) frame: Frame,
    form: Form,
    entry: &'static str,
    forgotten: bool,
}

impl AskPage {
    pub(super) fn new(frame: Frame, entry: Entry, form: Form) -> Self {
        Self {
            frame,
            form,
            entry: entry.key(),
            forgotten: false,
        }
    }

    const FIELDS: &'static [Field] = WhereForm::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        options(field, self.frame.language)
    }

    /// Says that what was answered before is no longer kept.
    pub(super) fn forgotten(self, forgotten: bool) -> Self {
        Self { forgotten, ..self }
    }

    /// What was typed in a later step, should this one come back.
    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form
            .others(&[&["step"], &*WhereForm::names()].concat())
    }
}

/// The districts of a governorate, to choose from.
pub(in crate::report) fn districts(governorate: &str, language: Language) -> Vec<Choice> {
    let places = record::districts_of(governorate);
    let choices = places.map(|place| Choice::named(&*place.code, place.name(language)));
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// What can be chosen in a field of a report: of a list that is known, that list.
pub(crate) fn options(field: &Field, language: Language) -> Vec<Choice> {
    let kind = |kind: &OrgKind| Choice::labelled(language, kind.code(), kind_key(*kind));
    match field.name {
        "governorate" => {
            let unknown = Choice::labelled(language, UNKNOWN, "unknown");
            governorates(language)
                .into_iter()
                .chain([unknown])
                .collect()
        }
        "reads" => Choice::all::<Reads>(language),
        "accused" => {
            let nobody = Choice::labelled(language, NOBODY, "report-from-nobody");
            let kinds = OrgKind::ACCUSABLE.iter().map(kind);
            [nobody].into_iter().chain(kinds).collect()
        }
        "held_by" => Choice::all::<Holder>(language),
        "contact" => Choice::these(language, &[Contact::Yes, Contact::No]),
        _ => field.options(&language),
    }
}

/// The message that names a kind of body.
pub(crate) const fn kind_key(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Police => "report-kind-police",
        OrgKind::ArmedGroup => "report-kind-armed-group",
        OrgKind::Camp => "report-kind-camp",
        OrgKind::Office => "report-kind-office",
        OrgKind::Shelter => "report-kind-shelter",
        OrgKind::Aid => "report-kind-aid",
        OrgKind::Court => "report-kind-court",
        OrgKind::Committee => "report-kind-committee",
    }
}

/// The bodies of one kind, to say which is meant.
pub(crate) struct Group {
    pub(crate) field: &'static Field,
    pub(crate) options: Vec<Choice>,
}

/// The lists of bodies that may be meant, one for each kind that was ticked.
pub(in crate::report) fn groups(
    asked: &Asked,
    country: &Country,
    language: Language,
) -> Vec<Group> {
    let groups = asked.kinds.iter().filter_map(|kind| {
        let offered = asked.offered(&country.bodies, *kind);
        let field = which_field(*kind).filter(|_| !offered.is_empty())?;
        Some(Group::new(language, field, &offered))
    });
    groups.collect()
}

/// The second step, where a body is meant.
#[derive(Template)]
#[template(path = "report/templates/which.html")]
pub(crate) struct WhichPage {
    pub(super) frame: Frame,
    form: Form,
    entry: &'static str,
    groups: Vec<Group>,
}

impl WhichPage {
    pub(super) fn new(
        frame: Frame,
        entry: Entry,
        asked: &Asked,
        country: &Country,
        mut form: Form,
    ) -> Self {
        let groups = groups(asked, country, frame.language);
        form.fill("step", Plain::new(super::Step::Which.code().to_owned()));
        Self {
            frame,
            form,
            entry: entry.key(),
            groups,
        }
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        let shown: Vec<&str> = self.groups.iter().map(|group| group.field.name).collect();
        self.form.others(&shown)
    }
}

impl Group {
    fn new(language: Language, field: &'static Field, offered: &[&Organisation]) -> Self {
        let name =
            |body: &&Organisation| Choice::named(body.id.to_string(), body.is.names.get(language));
        let mut options: Vec<Choice> = offered.iter().map(name).collect();
        options.sort_by(|a, b| a.label.cmp(&b.label));
        options.push(Choice::labelled(language, UNKNOWN, "unknown"));
        Self { field, options }
    }
}

/// The last step: who reads, and the words.
#[derive(Template)]
#[template(path = "report/templates/write.html")]
pub(crate) struct WritePage {
    pub(super) frame: Frame,
    form: Form,
    entry: &'static str,
    held: bool,
    reader: String,
    police: Option<String>,
    no_police: bool,
    changed: bool,
    districts: Vec<Choice>,
}

impl WritePage {
    pub(super) fn new(
        frame: Frame,
        entry: Entry,
        asked: &Asked,
        country: &Country,
        who: &Reading,
        form: Form,
        changed: bool,
    ) -> Self {
        let language = frame.language;
        let name = |body: Option<Id>| country.name(body?, language);
        let mut form = form;
        form.fill("step", Plain::new(super::Step::Words.code().to_owned()));
        form.fill(
            "told",
            Plain::new(who.reader.unwrap_or(Id::NONE).to_string()),
        );
        let police = name(who.police);
        match who.police.filter(|_| police.is_some()) {
            Some(body) => form.fill("told_police", Plain::new(body.to_string())),
            None => drop(form.take("told_police")),
        }
        Self {
            no_police: asked.with_police && police.is_none(),
            police,
            reader: name(who.reader).unwrap_or_default(),
            changed,
            districts: asked
                .governorate_code()
                .map_or_else(Vec::new, |place| districts(place, language)),
            ..Self::bare(frame, entry, form)
        }
    }

    fn bare(frame: Frame, entry: Entry, form: Form) -> Self {
        Self {
            form,
            entry: entry.key(),
            held: entry == Entry::Held,
            reader: String::new(),
            police: None,
            no_police: false,
            changed: false,
            districts: Vec::new(),
            frame,
        }
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form.others(&WordsForm::names())
    }

    const FIELDS: &'static [Field] = WordsForm::FIELDS;

    /// Whether a field is asked for.
    fn asks(&self, field: &Field) -> bool {
        match field.name {
            "district" => !self.districts.is_empty(),
            name => self.held || !is_of_held(name),
        }
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "district" => self.districts.clone(),
            _ => options(field, self.frame.language),
        }
    }
}

/// The receipt.
#[derive(Template)]
#[template(path = "report/templates/receipt.html")]
pub(crate) struct ReceiptPage {
    pub(super) frame: Frame,
    groups: Vec<Plain<String>>,
    /// Who reads it, and by when.
    reader: String,
    by: Moment,
}

impl ReceiptPage {
    pub(super) fn new(frame: Frame, receipt: &Plain<String>, reader: String, by: Moment) -> Self {
        Self {
            groups: rules::groups(receipt, frame.language),
            reader,
            by,
            frame,
        }
    }
}

/// Nobody is left who may read: the numbers, and what was typed.
#[derive(Template)]
#[template(path = "report/templates/nobody.html")]
pub(crate) struct NobodyPage {
    pub(super) frame: Frame,
    pub(super) numbers: Vec<Number>,
    pub(super) text: Option<Plain<String>>,
}

/// No further report is taken: the numbers, and what was typed, to be sent again later.
#[derive(Template)]
#[template(path = "report/templates/full.html")]
pub(crate) struct FullPage {
    pub(super) frame: Frame,
    pub(super) numbers: Vec<Number>,
    pub(super) form: Form,
}

impl FullPage {
    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form.others(&["text"])
    }
}

/// A browser whose maker reads along: the numbers and a warning instead of a form.
#[derive(Template)]
#[template(path = "report/templates/compressed.html")]
pub(crate) struct CompressedPage {
    pub(crate) frame: Frame,
    pub(crate) numbers: Vec<Number>,
}
