//! What a launch has put on paper. The program does not judge it; it refuses to be reached by
//! others while one of these is missing, and shows none of it to strangers.

use record::Kind;

/// The kinds of record for which somebody must be the controller.
pub const KINDS: &[Kind] = &[
    Kind::Report,
    Kind::BedRequest,
    Kind::Right,
    Kind::Held,
    Kind::Screening,
    Kind::Case,
    Kind::Person,
    Kind::Shelter,
    Kind::Interpreter,
    Kind::Account,
    Kind::Ledger,
];

/// What is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// Who runs the machines.
    pub host: String,
    /// The country in which they stand, and whose law they are under.
    pub country: String,
    /// Who decides about each kind of record, in the order of [`KINDS`].
    pub controllers: Vec<String>,
    /// Who holds the keys, and who may ask for them.
    pub key_holders: String,
    /// The independent place where people complain about anybody who works with it.
    pub complaints: String,
    /// The due-diligence policy for support to security forces.
    pub due_diligence: String,
}

/// The keys of the statements that are one text each.
pub(super) const TEXTS: &[&str] = &[
    "host",
    "country",
    "key_holders",
    "complaints",
    "due_diligence",
];

impl Statements {
    /// Every key with what is stated.
    pub fn entries(&self) -> Vec<(String, &str)> {
        let texts = [
            &self.host,
            &self.country,
            &self.key_holders,
            &self.complaints,
            &self.due_diligence,
        ];
        let texts = TEXTS
            .iter()
            .zip(texts)
            .map(|(key, text)| (format!("statements.{key}"), text.as_str()));
        let controllers = KINDS.iter().enumerate().map(|(place, kind)| {
            let text = self.controllers.get(place).map_or("", String::as_str);
            (controller(*kind), text)
        });
        texts.chain(controllers).collect()
    }
}

/// The key of the controller of a kind.
pub(super) fn controller(kind: Kind) -> String {
    format!("statements.controllers.{}", kind.code())
}
