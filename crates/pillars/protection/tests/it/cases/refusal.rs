//! A no is a whole path: what was written is taken away, nothing leaves, and help goes on under the
//! code. And what somebody else says for a person is never their answer.

use clock::AgeBand;
use consent::{
    Agreed, Consent, ConsentError, Exception, Manner, Packet, Purpose, Question, Recipient, Telling,
};
use protection::case::CaseError;
use protection::case::actions::Writing;
use protection::person::{Part, PersonError};
use record::{OrgKind, Role};

use super::acts::is_hidden;
use crate::installation::{Basra, Installation, plain};

const PARTS: &str = "SELECT part FROM person_part WHERE record = $1";
const TO_CONFIRM: &str = "SELECT record FROM guard WHERE record = $1 AND waits = 'confirm'";
const HOW: &str = "SELECT record FROM case_file WHERE record = $1 AND how IS NOT NULL";
const TO_TELL: &str = "SELECT record FROM guard WHERE record = $1 AND waits = 'told'";

fn consent(site: &Installation, purpose: Purpose, packet: Packet) -> Consent {
    Consent {
        purpose,
        recipient: Recipient::Named(plain("the clinic")),
        packet,
        until: site.store.world().now().plus_seconds(30 * 24 * 3600),
        language: "ar".to_owned(),
        manner: Manner::Spoken,
        asylum_explained: true,
        both_agree: true,
    }
}

#[tokio::test]
async fn the_name_opens_by_the_persons_own_answers_alone() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let name = || {
            vec![
                (Part::Given, plain("Zaynab")),
                (Part::Phone, plain("+999 770 123 4567")),
            ]
        };
        let write = async || site.names(&worker, person, name(), 0).await;
        for (question, said) in [
            (Question::Talk, Agreed::Yes),
            (Question::Share, Agreed::No),
            // What somebody else tells is written down as that, and opens nothing.
            (Question::Write, Agreed::Other),
        ] {
            site.says(&worker, person, &[(question, said)])
                .await
                .unwrap();
            assert!(is_hidden(&write().await));
        }
        let book = site.book(&worker, person).await.unwrap().book;
        assert!(book.is_told_by_others(Question::Write));
        site.says(&worker, person, &[(Question::Write, Agreed::Yes)])
            .await
            .unwrap();
        write().await.unwrap();
        assert!(matches!(write().await, Err(PersonError::Stale)));
        assert_eq!(site.name(&worker, person).await.unwrap().len(), 2);
        assert!(site.name(&basra.supervisor.actor(), person).await.is_ok());

        let next = site.store.world().now().plus_seconds(3600);
        let contact = Writing::Contact(next, plain("her own number"), None);
        site.write(&worker, case, contact).await.unwrap();
        // The no: nothing of it is left, nor how she is reached, and help goes on.
        site.says(&worker, person, &[(Question::Write, Agreed::No)])
            .await
            .unwrap();
        assert_eq!(site.count(PARTS, person).await, 0);
        assert_eq!(site.count(HOW, case).await, 0);
        assert!(is_hidden(&write().await));
        assert!(is_hidden(&site.name(&worker, person).await));
        assert!(site.case(&worker, case).await.is_ok());
        // A yes later begins with nothing, and a form made before the no writes nothing back.
        site.says(&worker, person, &[(Question::Write, Agreed::Yes)])
            .await
            .unwrap();
        assert!(site.name(&worker, person).await.unwrap().is_empty());
        let before = site.names(&worker, person, name(), 1).await;
        assert!(matches!(before, Err(PersonError::Stale)));
    })
    .await;
}

#[tokio::test]
async fn what_left_is_told_to_whoever_has_it_when_it_is_withdrawn() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let clinic = || consent(&site, Purpose::Help, Packet::B);
        let refused = site.consents(&worker, person, clinic()).await;
        assert!(matches!(
            refused,
            Err(PersonError::Consent(ConsentError::NotShared))
        ));
        site.says_yes(&worker, person).await;
        let name = vec![
            (Part::Given, plain("Zaynab")),
            (Part::Phone, plain("+999 770 123 4567")),
        ];
        site.names(&worker, person, name, 0).await.unwrap();
        site.consents(&worker, person, clinic()).await.unwrap();
        let given = site.book(&worker, person).await.unwrap().book;
        let number = given.given(site.store.world().now())[0].number;
        let more = site.prints(&worker, person, number, Packet::C).await;
        assert!(matches!(
            more,
            Err(PersonError::Consent(ConsentError::TooMuch))
        ));
        let paper = site
            .prints(&worker, person, number, Packet::B)
            .await
            .unwrap();
        let parts: Vec<Part> = paper.who.iter().map(|(part, _)| *part).collect();
        assert_eq!(
            parts,
            [Part::Given],
            "the first name, and how to reach nobody"
        );
        assert!(paper.risk.is_some() && paper.summary.is_none());
        let paper = site
            .prints(&worker, person, number, Packet::A)
            .await
            .unwrap();
        assert!(paper.who.is_empty() && paper.risk.is_none() && paper.summary.is_none());

        // One step, by a supervisor too; the case says that somebody is to be told, and does not close.
        site.withdraws(&basra.supervisor.actor(), person, number)
            .await
            .unwrap();
        let again = site.prints(&worker, person, number, Packet::A).await;
        assert!(matches!(
            again,
            Err(PersonError::Consent(ConsentError::Withdrawn))
        ));
        assert_eq!(site.count(TO_TELL, case).await, 1);
        let closed = site.close_case(&worker, case).await;
        assert!(matches!(closed, Err(CaseError::ToTell)));
        site.tells(&worker, person, number).await.unwrap();
        assert_eq!(site.count(TO_TELL, case).await, 0);
        site.close_case(&worker, case).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn without_a_consent_it_takes_two_and_a_ground() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
        let person = site.person_of(&worker, case).await;
        let exception = |basis| Exception {
            basis,
            purpose: Purpose::Help,
            recipient: Recipient::Named(plain("the clinic")),
            telling: Telling::Later,
            reason: plain("she does not wake"),
        };
        let child = site
            .proposes(&worker, person, exception(consent::Basis::Child))
            .await;
        assert!(matches!(
            child,
            Err(PersonError::Consent(ConsentError::NotAChild))
        ));
        let embassy = Exception {
            purpose: Purpose::Embassy,
            ..exception(consent::Basis::Life)
        };
        let embassy = site.proposes(&worker, person, embassy).await;
        assert!(matches!(
            embassy,
            Err(PersonError::Consent(ConsentError::Embassy))
        ));
        site.proposes(&worker, person, exception(consent::Basis::Life))
            .await
            .unwrap();
        site.react().await;
        assert_eq!(
            site.count(TO_CONFIRM, case).await,
            1,
            "Today tells the supervisor"
        );
        let number = site
            .book(&worker, person)
            .await
            .unwrap()
            .book
            .waits()
            .unwrap();
        let early = site.prints(&worker, person, number, Packet::A).await;
        assert!(early.is_err());
        assert!(is_hidden(
            &site.confirms(basra.caseworker, person, number).await
        ));
        site.confirms(basra.supervisor, person, number)
            .await
            .unwrap();
        let more = site.prints(&worker, person, number, Packet::B).await;
        assert!(more.is_err(), "the smallest part");
        let paper = site
            .prints(&worker, person, number, Packet::A)
            .await
            .unwrap();
        assert!(paper.who.is_empty());
        assert!(
            site.prints(&worker, person, number, Packet::A)
                .await
                .is_err(),
            "once"
        );
    })
    .await;
}

#[tokio::test]
async fn a_child_needs_somebody_who_decides_and_has_no_part_in_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let officer = site
            .worker(basra.desk, OrgKind::Aid, Role::ChildOfficer)
            .await;
        let child = officer.actor();
        let case = site
            .open_case(&child, None, AgeBand::Unknown)
            .await
            .unwrap();
        let person = site.person_of(&child, case).await;
        site.says_yes(&child, person).await;
        assert!(
            is_hidden(&site.name(&child, person).await),
            "nobody decides yet"
        );
        site.decides(&child, person, false).await.unwrap();
        let book = site.book(&child, person).await.unwrap().book;
        assert!(book.has_conflict() && book.decider().is_none());
        let refused = site
            .consents(&child, person, consent(&site, Purpose::Help, Packet::A))
            .await;
        assert!(matches!(
            refused,
            Err(PersonError::Consent(ConsentError::NoDecider))
        ));
        site.decides(&child, person, true).await.unwrap();
        assert!(site.name(&child, person).await.is_ok());
        let alone = Consent {
            both_agree: false,
            ..consent(&site, Purpose::Help, Packet::A)
        };
        let alone = site.consents(&child, person, alone).await;
        assert!(matches!(
            alone,
            Err(PersonError::Consent(ConsentError::NotBoth))
        ));
        site.consents(&child, person, consent(&site, Purpose::Help, Packet::A))
            .await
            .unwrap();
        // An embassy: only after the person's own no to fear.
        let embassy = || consent(&site, Purpose::Embassy, Packet::A);
        let feared = site.consents(&child, person, embassy()).await;
        assert!(matches!(
            feared,
            Err(PersonError::Consent(ConsentError::Embassy))
        ));
        site.says(&child, person, &[(Question::Fear, Agreed::No)])
            .await
            .unwrap();
        site.consents(&child, person, embassy()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_is_a_recipient_whom_the_report_shuts_out_or_for_whom_it_is_not() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[]).await;
        let accused = protection::reader::Accused::Named(camp);
        let letter = site.letter(&[accused], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let supervisor = basra.supervisor.actor();
        let seen = site.read(&supervisor, report).await.unwrap().head.revision;
        site.hand(&supervisor, report, basra.caseworker.account, seen)
            .await
            .unwrap();
        let worker = basra.caseworker.actor();
        let case = site.open_case(&worker, Some(report), AgeBand::Adult).await;
        let person = site.person_of(&worker, case.unwrap()).await;
        site.says_yes(&worker, person).await;
        let shelter = site.org(OrgKind::Shelter, None, &[]).await;
        let helps = site.org(OrgKind::Aid, None, &[]).await;
        let to = |body, purpose| Consent {
            recipient: Recipient::Body(body),
            ..consent(&site, purpose, Packet::A)
        };
        for (body, purpose, suits) in [
            (camp, Purpose::Help, false),
            (shelter, Purpose::Help, false),
            (basra.police, Purpose::Help, false),
            (record::Id::NONE, Purpose::Help, false),
            (helps, Purpose::Police, false),
            (basra.police, Purpose::Police, true),
            (helps, Purpose::Help, true),
        ] {
            let taken = site.consents(&worker, person, to(body, purpose)).await;
            assert_eq!(taken.is_ok(), suits, "{purpose}");
            assert!(suits || matches!(taken, Err(PersonError::NotThem)));
        }
        // Research and statistics: nobody is named.
        let named = consent(&site, Purpose::Statistics, Packet::B);
        let named = site.consents(&worker, person, named).await;
        assert!(matches!(
            named,
            Err(PersonError::Consent(ConsentError::Nameless))
        ));
    })
    .await;
}
