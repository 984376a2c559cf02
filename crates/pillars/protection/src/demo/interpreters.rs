//! Made-up interpreters, for whom each care desk's supervisor vouches, and what was said of some in
//! cases: one helped, one was declined, one is in doubt.

use std::sync::Arc;

use access::action::{AddInterpreter, ListCases, WriteCase};
use anyhow::Result;
use demo::{Scene, in_language, number, spoken};
use record::{Id, Role, Session};
use vault::Plain;

use super::words;
use crate::case::actions::{Wanted, list_cases};
use crate::interpreter::actions::add_interpreter;
use crate::interpreter::said::say_of_interpreter;
use crate::interpreter::{Description, Oath, Sex, Word};

/// Who interprets what, and what they have sworn.
const INTERPRETERS: [(&str, Sex, Oath); 6] = [
    ("bn ar", Sex::Woman, Oath::Court),
    ("bn en", Sex::Man, Oath::Signed),
    ("ckb kmr ar", Sex::Woman, Oath::Court),
    ("am en", Sex::Woman, Oath::Signed),
    ("fa tr ckb", Sex::Man, Oath::Nothing),
    ("ne fil en", Sex::Woman, Oath::Signed),
];

/// Enters them, and says something of them in a case of each desk.
pub(super) async fn enter_all(scene: &Scene<'_>) -> Result<()> {
    let store = scene.store;
    for (at, place) in scene.places.iter().enumerate() {
        (scene.made)(at + 1, scene.places.len());
        let body = format!("care-{}", place.code);
        let Some(supervisor) = scene.country.find(Role::Supervisor, &body) else {
            continue;
        };
        let supervisor = supervisor.actor(Session::Fresh);
        let mut entered = Vec::new();
        for (turn, (languages, sex, oath)) in INTERPRETERS.into_iter().enumerate() {
            let is = Arc::new(Description {
                languages: languages.to_owned(),
                sex,
                governorate: place.code.clone(),
                oath,
                number: Plain::new(number(730, at * INTERPRETERS.len() + turn)),
                links: Plain::new(in_language(words::NO_LINK, spoken(place)).to_owned()),
            });
            let permit = store
                .gate()
                .permit_new::<AddInterpreter>(&supervisor, &[])?;
            let added = store.unit(permit, move |unit| {
                let (is, key) = (is.clone(), unit.id().to_string());
                async move { add_interpreter(&unit, &is, &key).await }
            });
            entered.push(added.await?);
        }
        said(scene, &body, &entered).await?;
    }
    Ok(())
}

/// What the caseworker of a desk says in their first case.
async fn said(scene: &Scene<'_>, body: &str, entered: &[Id]) -> Result<()> {
    let store = scene.store;
    let Some(worker) = scene.country.find(Role::Caseworker, body) else {
        return Ok(());
    };
    let worker = worker.actor(Session::Fresh);
    let scope = store.gate().scope::<ListCases>(&worker)?;
    let read = store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        let open = Wanted {
            state: Some(crate::case::State::Open),
            ..Wanted::default()
        };
        async move { list_cases(&unit, &scope, &open).await }
    });
    let Some(case) = read.await?.lines.first().map(|head| head.record) else {
        return Ok(());
    };
    let said = [Word::Helped, Word::Declined, Word::Employer];
    for (interpreter, word) in entered.iter().copied().zip(said) {
        let permit = store.gate().permit::<WriteCase>(&worker, case).await?;
        let saying = store.unit(permit, move |unit| async move {
            let key = unit.id().to_string();
            say_of_interpreter(&unit, interpreter, word, &key).await
        });
        saying.await?;
    }
    Ok(store.react(scene.reactions).await.map(drop)?)
}
