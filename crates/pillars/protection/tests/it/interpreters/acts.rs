//! What people do with interpreters, through the actions.

use std::sync::Arc;

use access::Actor;
use access::action::{AddInterpreter, ListInterpreters, WriteCase, WriteInterpreter};
use protection::interpreter::actions::{
    Wanted, Writing, add_interpreter, list_interpreters, read_interpreter, write_interpreter,
};
use protection::interpreter::said::say_of_interpreter;
use protection::interpreter::{Description, InterpreterError, Oath, Opened, Sex, Word};
use record::{Done, Id};
use store::StoreError;

use crate::installation::{BASRA, Installation, plain};

pub const NUMBER: &str = "+999 730 123 456";
pub const KEYS: &str = "SELECT holder FROM data_key WHERE record = $1";

pub fn description(number: &str, languages: &str, sex: Sex) -> Description {
    Description {
        languages: languages.to_owned(),
        sex,
        governorate: BASRA.to_owned(),
        oath: Oath::Court,
        number: plain(number),
        links: plain("none known"),
    }
}

pub fn is_absent<T>(result: &Result<T, InterpreterError>) -> bool {
    matches!(result, Err(InterpreterError::Store(StoreError::Absent)))
}

impl Installation {
    pub async fn interpreter(
        &self,
        actor: &Actor,
        is: Description,
    ) -> Result<Id, InterpreterError> {
        let permit = self.store.gate().permit_new::<AddInterpreter>(actor, &[]);
        let permit = permit.map_err(StoreError::from)?;
        let (is, key) = (Arc::new(is), self.key());
        self.store
            .unit(permit, move |unit| {
                let (is, key) = (is.clone(), key.clone());
                async move { add_interpreter(&unit, &is, &key).await }
            })
            .await
    }

    pub async fn opens_interpreter(
        &self,
        actor: &Actor,
        entry: Id,
    ) -> Result<Opened, InterpreterError> {
        let gate = self.store.gate();
        let permit = gate.permit::<ListInterpreters>(actor, entry).await?;
        self.store
            .read(permit, |unit| async move { read_interpreter(&unit).await })
            .await
    }

    pub async fn writes_interpreter(
        &self,
        actor: &Actor,
        entry: Id,
        writing: Writing,
    ) -> Result<Done, InterpreterError> {
        self.by::<WriteInterpreter, _, _, _, _>(actor, entry, move |unit, key| {
            let writing = writing.clone();
            async move { write_interpreter(&unit, &writing, &key).await }
        })
        .await
    }

    /// Those whom somebody finds.
    pub async fn interpreters(&self, actor: &Actor, wanted: Wanted) -> Vec<Id> {
        let Ok(scope) = self.store.gate().scope::<ListInterpreters>(actor) else {
            return Vec::new();
        };
        let read = self.store.read(scope.permit().clone(), move |unit| {
            let (scope, wanted) = (scope.clone(), wanted.clone());
            async move { list_interpreters(&unit, &scope, &wanted).await }
        });
        let lines = read.await.unwrap().lines.into_iter();
        lines.map(|line| line.record).collect()
    }

    /// Those who may be offered to the people of a record.
    pub async fn offered(&self, actor: &Actor, of: Id) -> Vec<Id> {
        let wanted = Wanted {
            of: Some(of),
            ..Wanted::default()
        };
        self.interpreters(actor, wanted).await
    }

    pub async fn says_of(
        &self,
        actor: &Actor,
        case: Id,
        entry: Id,
        what: Word,
    ) -> Result<Done, InterpreterError> {
        self.by::<WriteCase, _, _, _, _>(actor, case, move |unit, key| async move {
            say_of_interpreter(&unit, entry, what, &key).await
        })
        .await
    }
}

pub fn not_offered(result: &Result<Done, InterpreterError>) -> bool {
    matches!(result, Err(InterpreterError::NotOffered))
}
