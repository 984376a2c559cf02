use record::Moment;

/// The spelling of an entry's bytes; leaves of an older spelling stay readable for ever.
const FORMAT: u8 = 1;

/// One act, as the ledger keeps it. Nothing in it tells who a person is: the actor is a pseudonym,
/// the object a commitment that only the key's holders can make again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was done.
    pub at: Moment,
    /// The pseudonym of who did it.
    pub actor: String,
    /// The action's name.
    pub action: String,
    /// The purpose's code.
    pub purpose: String,
    /// The commitment to the record, or to all records shown.
    pub object: [u8; 32],
    /// How it ended, as a code.
    pub outcome: String,
    /// The reason's code, where one was asked for.
    pub reason: Option<String>,
    /// How many records were shown.
    pub shown: u32,
}

/// Bytes that are no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ledger entry")]
pub struct NotAnEntry;

impl Entry {
    /// The bytes that become a leaf: one spelling for each entry, each text behind its length.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![FORMAT];
        bytes.extend_from_slice(&self.at.micros().to_be_bytes());
        for text in [&self.actor, &self.action, &self.purpose] {
            put(&mut bytes, text);
        }
        bytes.extend_from_slice(&self.object);
        put(&mut bytes, &self.outcome);
        match &self.reason {
            None => bytes.push(0),
            Some(reason) => {
                bytes.push(1);
                put(&mut bytes, reason);
            }
        }
        bytes.extend_from_slice(&self.shown.to_be_bytes());
        bytes
    }

    /// The entry that [`Entry::encode`] gave these bytes for; any other bytes are refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotAnEntry> {
        let read = Read::decode(bytes)?;
        Ok(Self {
            at: read.at,
            actor: read.actor.to_owned(),
            action: read.action.to_owned(),
            purpose: read.purpose.to_owned(),
            object: *read.object,
            outcome: read.outcome.to_owned(),
            reason: read.reason.map(str::to_owned),
            shown: read.shown,
        })
    }
}

/// An entry as it stands in its bytes: a check reads each of a whole ledger, and keeps none.
pub(crate) struct Read<'a> {
    pub(crate) at: Moment,
    pub(crate) actor: &'a str,
    pub(crate) action: &'a str,
    purpose: &'a str,
    pub(crate) object: &'a [u8; 32],
    pub(crate) outcome: &'a str,
    reason: Option<&'a str>,
    shown: u32,
}

impl<'a> Read<'a> {
    pub(crate) fn decode(bytes: &'a [u8]) -> Result<Self, NotAnEntry> {
        let mut rest = Rest(bytes);
        rest.entry().filter(|_| rest.0.is_empty()).ok_or(NotAnEntry)
    }
}

fn put(bytes: &mut Vec<u8>, text: &str) {
    let length = u32::try_from(text.len()).expect("names and codes are shorter than 4 GiB");
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(text.as_bytes());
}

/// What is not yet read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn entry(&mut self) -> Option<Read<'a>> {
        let [FORMAT] = *self.take()? else { return None };
        Some(Read {
            at: Moment::from_micros(i64::from_be_bytes(*self.take()?)),
            actor: self.text()?,
            action: self.text()?,
            purpose: self.text()?,
            object: self.take()?,
            outcome: self.text()?,
            reason: match self.take()? {
                [0] => None,
                [1] => Some(self.text()?),
                _ => return None,
            },
            shown: u32::from_be_bytes(*self.take()?),
        })
    }

    fn take<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(taken)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(u32::from_be_bytes(*self.take()?)).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}
