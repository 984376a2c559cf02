//! What the pages of the three entries show.

use askama::Template;
use page::{Choice, Form, Frame, filters, governorates};
use people::organisation::Organisation;
use record::{Id, Language, OrgKind};
use vault::Plain;

use super::{Asked, NOBODY, UNKNOWN, WORDS, which_field};
use crate::reader::actions::Country;
use crate::reader::pages::Number;
use crate::report::sending::Reading;
use crate::report::{Entry, Holder, rules};

/// The first step.
#[derive(Template)]
#[template(path = "report/templates/ask.html")]
pub(crate) struct AskPage {
    pub(super) frame: Frame,
    form: Form,
    entry: &'static str,
    places: Vec<Choice>,
    reads: Vec<Choice>,
    bodies: Vec<Choice>,
    forgotten: bool,
}

impl AskPage {
    pub(super) fn new(frame: Frame, entry: Entry, form: Form) -> Self {
        let language = frame.language;
        let mut places = governorates(language);
        places.push(Choice::said(language, UNKNOWN, "unknown"));
        let mut bodies = vec![Choice::said(language, NOBODY, "report-from-nobody")];
        let kinds = OrgKind::ACCUSABLE.iter();
        bodies.extend(kinds.map(|kind| Choice::said(language, kind.code(), kind_key(*kind))));
        let reads = vec![
            Choice::said(
                language,
                super::Reads::Helpers.code(),
                "report-reads-helpers",
            ),
            Choice::said(language, super::Reads::Police.code(), "report-reads-police"),
        ];
        Self {
            frame,
            form,
            entry: entry.key(),
            places,
            reads,
            bodies,
            forgotten: false,
        }
    }

    /// Says that what was answered before is no longer kept.
    pub(super) fn forgotten(self, forgotten: bool) -> Self {
        Self { forgotten, ..self }
    }

    /// What was typed in a later step, should this one come back.
    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form
            .others(&["step", "governorate", "reads", "accused"])
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
pub(super) struct Group {
    field: &'static str,
    label: &'static str,
    options: Vec<Choice>,
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
        let groups = asked.kinds.iter().filter_map(|kind| {
            let offered = asked.offered(&country.bodies, *kind);
            (!offered.is_empty()).then(|| Group::new(frame.language, *kind, &offered))
        });
        let groups = groups.collect();
        form.fill("step", Plain::new(super::Step::Which.code().to_owned()));
        Self {
            frame,
            form,
            entry: entry.key(),
            groups,
        }
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        let shown: Vec<&str> = self.groups.iter().map(|group| group.field).collect();
        self.form.others(&shown)
    }
}

impl Group {
    fn new(language: Language, kind: OrgKind, offered: &[&Organisation]) -> Self {
        let name =
            |body: &&Organisation| Choice::named(body.id.to_string(), body.is.names.get(language));
        let mut options: Vec<Choice> = offered.iter().map(name).collect();
        options.sort_by(|a, b| a.label.cmp(&b.label));
        options.push(Choice::said(language, UNKNOWN, "unknown"));
        Self {
            field: which_field(kind),
            label: kind_key(kind),
            options,
        }
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
    contacts: Vec<Choice>,
    holders: Vec<Choice>,
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
        let name = |id: Option<Id>| {
            let body = country.bodies.iter().find(|body| Some(body.id) == id);
            body.map(|body| body.is.names.get(language).to_owned())
        };
        let places = asked
            .governorate_code()
            .into_iter()
            .flat_map(record::districts_of);
        let districts = places.map(|place| Choice::named(&*place.code, place.name(language)));
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
        let page = Self {
            no_police: asked.with_police && police.is_none(),
            police,
            reader: name(who.reader).unwrap_or_default(),
            changed,
            districts: districts.collect(),
            ..Self::bare(frame, entry, form)
        };
        page.sorted()
    }

    fn sorted(mut self) -> Self {
        self.districts.sort_by(|a, b| a.label.cmp(&b.label));
        self
    }

    fn bare(frame: Frame, entry: Entry, form: Form) -> Self {
        let language = frame.language;
        let holders = [
            (Holder::Judge, "report-held-by-judge"),
            (Holder::Residence, "report-held-by-residence"),
            (Holder::Court, "report-held-by-court"),
            (Holder::Unknown, "unknown"),
        ];
        let contacts = [("yes", "report-contact-yes"), ("no", "report-contact-no")];
        Self {
            form,
            entry: entry.key(),
            held: entry == Entry::Held,
            reader: String::new(),
            police: None,
            no_police: false,
            changed: false,
            districts: Vec::new(),
            contacts: contacts
                .map(|(code, key)| Choice::said(language, code, key))
                .to_vec(),
            holders: holders
                .map(|(code, key)| Choice::said(language, code.code(), key))
                .to_vec(),
            frame,
        }
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form.others(&WORDS)
    }
}

/// The receipt.
#[derive(Template)]
#[template(path = "report/templates/receipt.html")]
pub(crate) struct ReceiptPage {
    pub(super) frame: Frame,
    groups: Vec<Plain<String>>,
}

impl ReceiptPage {
    pub(super) fn new(frame: Frame, receipt: &Plain<String>) -> Self {
        Self {
            groups: rules::groups(receipt, frame.language),
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
