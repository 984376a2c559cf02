//! The forms of a person's book, each as a list of fields.

use access::Actor;
use access::action::{
    ConfirmSharing, NameChildDecider, ProposeSharing, ReadConsents, ReadIdentity, RecordConsent,
    WriteAge, WriteIdentity,
};
use clock::AgeBand;
use consent::{
    Agreed, Basis, Consent, Decider, Exception, Manner, Packet, Period, Purpose, Question, Telling,
};
use page::{About, App, Choice, Field, Form, FormAbout, Frame, Lists, Problem};
use people::organisation;
use record::{Id, Language, OrgKind};
use store::Unit;
use vault::Plain;

use super::rules::recipient;
use super::{Part, PersonError, Written, actions};
use crate::shelter::language::Spoken;

/// The longest words of a packet or a reason, in letters.
const LONGEST: usize = 6000;
/// The longest name of somebody who is not in the directory.
const NAME: usize = 200;

const BACK: (&str, &str) = ("person", "person-back-to");

/// The bodies of the directory that may be named: all but shelters.
pub(super) async fn bodies(app: &App, language: Language) -> Result<Vec<Choice>, Problem> {
    let all = app
        .store
        .read_clear(|look| async move { organisation::all(&*look).await })
        .await?;
    let named = all
        .iter()
        .filter(|body| body.is.kind != OrgKind::Shelter && !body.ended);
    let choice = |body: &organisation::Organisation| {
        Choice::named(body.id.to_string(), body.is.names.get(language))
    };
    let mut bodies: Vec<Choice> = named.map(choice).collect();
    bodies.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(bodies)
}

page::fields! {
    /// The person's own answers, as many as were asked.
    pub(crate) struct Asking {
        /// May we talk.
        pub talk: Option<Agreed> = may pick("consent-question-talk", "consent-question-talk-hint"),
        /// May we write it down.
        pub write: Option<Agreed> = may pick("consent-question-write", "consent-question-write-hint"),
        /// May others be told.
        pub share: Option<Agreed> = may pick("consent-question-share", "consent-question-share-hint"),
        /// Do they fear their own State.
        pub fear: Option<Agreed> = may pick("consent-question-fear", "consent-question-fear-hint"),
    }
}

impl FormAbout for Asking {
    type Action = RecordConsent;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-ask-title",
        lead: "person-ask-lead",
        send: "person-ask-send",
        back: BACK,
        onward: None,
    };

    fn options(_: &Field, frame: &Frame) -> Vec<Choice> {
        Choice::all::<Agreed>(frame.language)
    }

    async fn act(&self, unit: &Unit<RecordConsent>) -> Result<(), PersonError> {
        let all = [
            (Question::Talk, self.talk),
            (Question::Write, self.write),
            (Question::Share, self.share),
            (Question::Fear, self.fear),
        ];
        let said = all.into_iter().filter_map(|(of, said)| Some((of, said?)));
        let said: Vec<_> = said.collect();
        actions::record_answers(unit, &said, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// A consent.
    pub(crate) struct Consenting {
        /// For what.
        pub purpose: Purpose = choice("consent-purpose", "consent-purpose-hint", "error-choose"),
        /// To which body.
        pub body: Option<Id> = may select("consent-body", "consent-body-hint"),
        /// To whom, if it is none of the list.
        pub named: Option<Plain<String>> = may name("consent-named", "consent-named-hint", NAME),
        /// How much.
        pub packet: Packet = choice("consent-packet", "consent-packet-hint", "error-choose"),
        /// For how long.
        pub period: Period = choice("consent-period", "consent-period-hint", "error-choose"),
        /// In which language it was explained.
        pub language: Spoken = listed("consent-language", "", "error-choose"),
        /// How it was given.
        pub manner: Manner = choice("consent-manner", "", "error-choose"),
        /// For an embassy.
        pub asylum: bool = tick("consent-asylum", "consent-asylum-hint"),
        /// For a child.
        pub both: bool = tick("consent-both", "consent-both-hint"),
    }
}

impl FormAbout for Consenting {
    type Action = RecordConsent;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-consent-title",
        lead: "person-consent-lead",
        send: "person-consent-send",
        back: BACK,
        onward: None,
    };

    async fn lists(app: &App, _: &Actor, _: Id, language: Language) -> Result<Lists, Problem> {
        Ok(vec![("body", bodies(app, language).await?)])
    }

    async fn act(&self, unit: &Unit<RecordConsent>) -> Result<(), PersonError> {
        let consent = Consent {
            purpose: self.purpose,
            recipient: recipient(self.body, self.named.clone())?,
            packet: self.packet,
            until: self.period.until(unit.now()),
            language: self.language.code().to_owned(),
            manner: self.manner,
            asylum_explained: self.asylum,
            both_agree: self.both,
        };
        actions::record_consent(unit, &consent, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Who decides for a child, and what the conflict check found.
    pub(crate) struct Deciding {
        /// Who.
        pub who: Decider = choice("consent-decider", "consent-decider-hint", "error-choose"),
        /// Has no part in it.
        pub no_part: bool = tick("consent-no-part", "consent-no-part-hint"),
        /// Gains nothing by it.
        pub no_gain: bool = tick("consent-no-gain", "consent-no-gain-hint"),
    }
}

impl FormAbout for Deciding {
    type Action = NameChildDecider;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-decider-title",
        lead: "person-decider-lead",
        send: "person-decider-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<NameChildDecider>) -> Result<(), PersonError> {
        let is_free = self.no_part && self.no_gain;
        actions::name_child_decider(unit, self.who, is_free, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Something that is to leave without a consent.
    pub(crate) struct Proposing {
        /// On what ground.
        pub basis: Basis = choice("consent-basis", "consent-basis-hint", "error-choose"),
        /// For what.
        pub purpose: Purpose = choice("consent-purpose", "", "error-choose"),
        /// To which body.
        pub body: Option<Id> = may select("consent-body", "consent-body-hint"),
        /// To whom, if it is none of the list.
        pub named: Option<Plain<String>> = may name("consent-named", "consent-named-hint", NAME),
        /// Whether the person is told.
        pub telling: Telling = choice("consent-telling", "consent-telling-hint", "error-choose"),
        /// Why.
        pub reason: Plain<String> = area("consent-reason", "consent-reason-hint", "error-write", LONGEST, 4),
    }
}

impl FormAbout for Proposing {
    type Action = ProposeSharing;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-without-title",
        lead: "person-without-lead",
        send: "person-without-send",
        back: BACK,
        onward: None,
    };

    async fn lists(app: &App, _: &Actor, _: Id, language: Language) -> Result<Lists, Problem> {
        Ok(vec![("body", bodies(app, language).await?)])
    }

    async fn act(&self, unit: &Unit<ProposeSharing>) -> Result<(), PersonError> {
        let exception = Exception {
            basis: self.basis,
            purpose: self.purpose,
            recipient: recipient(self.body, self.named.clone())?,
            telling: self.telling,
            reason: self.reason.clone(),
        };
        actions::propose_sharing(unit, &exception, &self.form_key)
            .await
            .map(drop)
    }
}

record::codes! {
    /// What a second person says.
    Verdict labelled "consent-verdict" {
        Agrees = "agrees",
        Refuses = "refuses",
    }
}

page::fields! {
    /// A second person agrees that it leaves without a consent.
    pub(crate) struct Confirming {
        /// The proposal that was seen.
        pub proposal: i64 = unseen(),
        /// Agrees, or does not.
        pub verdict: Verdict = choice("consent-verdict", "consent-verdict-hint", "error-choose"),
    }
}

impl FormAbout for Confirming {
    type Action = ConfirmSharing;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-confirm-title",
        lead: "person-confirm-lead",
        send: "person-confirm-send",
        back: BACK,
        onward: None,
    };

    async fn fill(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
        if form.is_filled("proposal") {
            return Ok(form);
        }
        let gate = app.store.gate();
        let permit = gate.permit::<ReadConsents>(actor, record).await?;
        let read = app.store.read(
            permit,
            |unit| async move { actions::read_consents(&unit).await },
        );
        let opened = read.await.map_err(page::Cannot::problem)?;
        let waits = opened.book.waits().ok_or(Problem::NotThere)?;
        Ok(form.put("proposal", waits.to_string()))
    }

    async fn act(&self, unit: &Unit<ConfirmSharing>) -> Result<(), PersonError> {
        let agrees = self.verdict == Verdict::Agrees;
        actions::confirm_sharing(unit, self.proposal, agrees, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// Who the person is. Nothing must be said.
    pub(crate) struct Naming {
        /// The revision that was seen.
        pub revision: i64 = unseen(),
        /// Their own name.
        pub given: Option<Plain<String>> = may name("person-given", "person-given-hint", NAME),
        /// Their father's.
        pub father: Option<Plain<String>> = may name("person-father", "", NAME),
        /// Their grandfather's.
        pub grandfather: Option<Plain<String>> = may name("person-grandfather", "", NAME),
        /// The family's.
        pub family: Option<Plain<String>> = may name("person-family", "", NAME),
        /// What else they are called.
        pub called: Option<Plain<String>> = may name("person-called", "person-called-hint", NAME),
        /// When they were born.
        pub born: Option<Plain<String>> = may text("person-born", "person-born-hint", NAME),
        /// A number.
        pub phone: Option<Plain<String>> = may phone("person-phone", "person-phone-hint"),
        /// When it is safe.
        pub when: Option<Plain<String>> = may text("person-when", "", NAME),
        /// What is said first.
        pub words: Option<Plain<String>> = may text("person-words", "person-words-hint", NAME),
        /// Who may pick up.
        pub others: Option<Plain<String>> = may text("person-others", "person-others-hint", NAME),
    }
}

impl Naming {
    fn written(&self) -> Vec<Written> {
        let all = [
            (Part::Given, &self.given),
            (Part::Father, &self.father),
            (Part::Grandfather, &self.grandfather),
            (Part::Family, &self.family),
            (Part::Called, &self.called),
            (Part::Born, &self.born),
            (Part::Phone, &self.phone),
            (Part::When, &self.when),
            (Part::Words, &self.words),
            (Part::Others, &self.others),
        ];
        let written = all.into_iter().filter_map(|(part, told)| {
            let told = told.clone()?;
            Some((part, told))
        });
        written.collect()
    }
}

impl FormAbout for Naming {
    type Action = WriteIdentity;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-name-title",
        lead: "person-name-lead",
        send: "person-name-send",
        back: BACK,
        onward: None,
    };

    /// Filled in with what stands there. A form that comes back stays as it was typed; where somebody wrote
    /// meanwhile, what it says of that is read first, and sending it again is meant.
    async fn fill(app: &App, actor: &Actor, record: Id, form: Form) -> Result<Form, Problem> {
        let is_typed = form.is_filled("revision");
        if is_typed && !form.is_right() {
            return Ok(form);
        }
        let gate = app.store.gate();
        let permit = gate.permit::<ReadIdentity>(actor, record).await?;
        let read = app.store.read(
            permit,
            |unit| async move { actions::read_identity(&unit).await },
        );
        let (head, parts) = read.await.map_err(page::Cannot::problem)?;
        let form = form.put("revision", head.revision.to_string());
        if is_typed {
            return Ok(form);
        }
        let with = |form: Form, (part, told): Written| form.with(part.code(), told);
        Ok(parts.into_iter().fold(form, with))
    }

    async fn act(&self, unit: &Unit<WriteIdentity>) -> Result<(), PersonError> {
        let written = self.written();
        actions::write_identity(unit, &written, self.revision, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// How old the person is, as it is known now.
    pub(crate) struct Aging {
        /// How old.
        pub age: AgeBand = choice("case-age", "person-age-hint", "error-choose"),
    }
}

impl FormAbout for Aging {
    type Action = WriteAge;
    type Error = PersonError;
    const ABOUT: About = About {
        title: "person-age-title",
        lead: "person-age-lead",
        send: "person-age-send",
        back: BACK,
        onward: None,
    };

    async fn act(&self, unit: &Unit<WriteAge>) -> Result<(), PersonError> {
        actions::write_age(unit, self.age, &self.form_key)
            .await
            .map(drop)
    }
}

page::fields! {
    /// The press about one consent.
    pub(crate) struct Pressing {
        /// Its number.
        pub consent: i64 = unseen(),
    }
}

page::fields! {
    /// A packet that is printed.
    pub(crate) struct Printing {
        /// Under which consent.
        pub under: i64 = select("packet-under", "packet-under-hint", "error-choose"),
        /// How much.
        pub packet: Packet = choice("consent-packet", "packet-how-much-hint", "error-choose"),
        /// What is needed.
        pub need: Plain<String> = area("packet-need", "packet-need-hint", "error-write", LONGEST, 3),
        /// What is dangerous.
        pub risk: Option<Plain<String>> = may area("packet-risk", "packet-risk-hint", LONGEST, 3),
        /// A summary.
        pub summary: Option<Plain<String>> = may area("packet-summary", "packet-summary-hint", LONGEST, 5),
    }
}
