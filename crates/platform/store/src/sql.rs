//! SQL for both engines: values in, rows out. Text is always a constant, never pasted together.

use futures::stream::{BoxStream, StreamExt as _, TryStreamExt as _};
use sqlx::{Column as _, Postgres, Row as _, Sqlite, Transaction, TypeInfo as _, ValueRef as _};

use tokio::sync::OwnedSemaphorePermit;

use crate::StoreError;

/// A value bound to a statement.
#[derive(Clone)]
pub enum Value {
    /// Text, an id, a code.
    Text(Option<String>),
    /// A number, a moment in microseconds.
    Int(Option<i64>),
    /// Sealed or hashed bytes.
    Bytes(Option<Vec<u8>>),
    /// A yes or no.
    Bool(Option<bool>),
}

macro_rules! values {
    ($($variant:ident: $type:ty, $from:ty => $into:expr;)+) => {
        $(
            impl From<$from> for Value {
                fn from(value: $from) -> Self {
                    let into: fn($from) -> $type = $into;
                    Self::$variant(Some(into(value)))
                }
            }
            impl From<Option<$from>> for Value {
                fn from(value: Option<$from>) -> Self {
                    let into: fn($from) -> $type = $into;
                    Self::$variant(value.map(into))
                }
            }
        )+
    };
}

values! {
    Text: String, String => |text| text;
    Text: String, &str => str::to_owned;
    Text: String, &String => Clone::clone;
    Text: String, record::Id => |id| id.to_string();
    Int: i64, i64 => |number| number;
    Int: i64, record::Moment => record::Moment::micros;
    Bytes: Vec<u8>, Vec<u8> => |bytes| bytes;
    Bytes: Vec<u8>, &[u8] => <[u8]>::to_vec;
    Bool: bool, bool => |yes| yes;
}

/// Values in the order of `$1`, `$2`, …
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// Names the statements of a `store.rs`, and lists them all so that a test prepares each one on
/// both engines.
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$meta])* const $name: &str = $sql;)+
        /// Every statement of this file.
        pub const STATEMENTS: &[&str] = &[$($name),+];
    };
}

/// A row of either engine.
pub struct Row(Engine);

enum Engine {
    Sqlite(sqlx::sqlite::SqliteRow),
    Postgres(sqlx::postgres::PgRow),
}

macro_rules! getters {
    ($($(#[$meta:meta])* $get:ident, $maybe:ident: $type:ty;)+) => {
        $(
            $(#[$meta])*
            pub fn $get(&self, column: &'static str) -> Result<$type, StoreError> {
                self.$maybe(column)?.ok_or(StoreError::Column(column))
            }
            #[doc = concat!("Like [`Row::", stringify!($get), "`], where the column may be empty.")]
            pub fn $maybe(&self, column: &'static str) -> Result<Option<$type>, StoreError> {
                match &self.0 {
                    // SQLite keeps a type with each value and not with the column.
                    Engine::Sqlite(row) => {
                        let value = row.try_get_raw(column).map_err(|_| StoreError::Column(column))?;
                        if value.is_null() { return Ok(None); }
                        row.try_get_unchecked::<$type, _>(column).map(Some)
                    }
                    Engine::Postgres(row) => row.try_get::<Option<$type>, _>(column),
                }
                .map_err(|_| StoreError::Column(column))
            }
        )+
    };
}

impl Row {
    getters! {
        /// The text of a column.
        text, maybe_text: String;
        /// The number of a column.
        int, maybe_int: i64;
        /// The bytes of a column.
        bytes, maybe_bytes: Vec<u8>;
        /// The yes or no of a column.
        yes, maybe_yes: bool;
    }

    /// Whether nothing stands in a column.
    pub(crate) fn is_empty(&self, column: &'static str) -> bool {
        match &self.0 {
            Engine::Sqlite(row) => row.try_get_raw(column).is_ok_and(|value| value.is_null()),
            Engine::Postgres(row) => row.try_get_raw(column).is_ok_and(|value| value.is_null()),
        }
    }

    /// Whether a column holds a value of this sort. To SQLite, which keeps a sort with each value, the
    /// bytes of a word are not that word: whoever searches for it passes them by.
    pub(crate) fn is_kept_as(&self, column: &'static str, sort: &str) -> bool {
        match &self.0 {
            Engine::Sqlite(row) => row
                .try_get_raw(column)
                .is_ok_and(|value| value.type_info().name() == sort),
            Engine::Postgres(_) => true,
        }
    }

    /// The id of a column.
    pub fn id(&self, column: &'static str) -> Result<record::Id, StoreError> {
        self.text(column)?
            .parse()
            .map_err(|_| StoreError::Column(column))
    }

    /// The id of a column, where it may be empty.
    pub fn maybe_id(&self, column: &'static str) -> Result<Option<record::Id>, StoreError> {
        self.maybe_text(column)?
            .map(|id| id.parse().map_err(|_| StoreError::Column(column)))
            .transpose()
    }

    /// The moment of a column.
    pub fn moment(&self, column: &'static str) -> Result<record::Moment, StoreError> {
        Ok(record::Moment::from_micros(self.int(column)?))
    }

    /// The moment of a column, where it may be empty.
    pub fn maybe_moment(&self, column: &'static str) -> Result<Option<record::Moment>, StoreError> {
        Ok(self.maybe_int(column)?.map(record::Moment::from_micros))
    }

    /// The code of a column.
    pub fn code<T: std::str::FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.text(column)?
            .parse()
            .map_err(|_| StoreError::Column(column))
    }

    /// The code of a column, where it may be empty.
    pub fn maybe_code<T: std::str::FromStr>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        self.maybe_text(column)?
            .map(|code| code.parse().map_err(|_| StoreError::Column(column)))
            .transpose()
    }

    /// The sealed value of a column.
    pub fn sealed<T: vault::Sealable>(
        &self,
        column: &'static str,
    ) -> Result<vault::Sealed<T>, StoreError> {
        Ok(vault::Sealed::from_stored(self.bytes(column)?))
    }

    /// The sealed value of a column, where it may be empty.
    pub fn maybe_sealed<T: vault::Sealable>(
        &self,
        column: &'static str,
    ) -> Result<Option<vault::Sealed<T>>, StoreError> {
        Ok(self.maybe_bytes(column)?.map(vault::Sealed::from_stored))
    }
}

/// A connection of either engine in a transaction, held for the length of one piece of work.
/// Dropped half-way, the transaction is rolled back before anybody else gets the connection.
pub(crate) enum Conn {
    /// SQLite's one writer, held in turn.
    Writer(crate::writer::Turn),
    /// A reader of SQLite.
    Reader(Transaction<'static, Sqlite>),
    /// A connection to PostgreSQL, with a writer's seat where it writes.
    Postgres(Transaction<'static, Postgres>, Option<OwnedSemaphorePermit>),
}

/// Where a statement runs.
pub(crate) enum On<'c> {
    Sqlite(&'c mut sqlx::SqliteConnection),
    Postgres(&'c mut sqlx::PgConnection),
}

macro_rules! bound {
    ($sql:expr, $args:expr) => {
        $args
            .into_iter()
            .fold(sqlx::query($sql), |query, value| match value {
                Value::Text(text) => query.bind(text),
                Value::Int(number) => query.bind(number),
                Value::Bytes(bytes) => query.bind(bytes),
                Value::Bool(yes) => query.bind(yes),
            })
    };
}

impl Conn {
    pub(crate) fn on(&mut self) -> On<'_> {
        match self {
            Self::Writer(turn) => On::Sqlite(turn.conn()),
            Self::Reader(reader) => On::Sqlite(reader),
            Self::Postgres(postgres, _) => On::Postgres(postgres),
        }
    }

    /// Ends what was only read.
    pub(crate) async fn leave(self) -> Result<(), StoreError> {
        match self {
            // The writer undoes an unfinished unit when the next one takes its turn.
            Self::Writer(turn) => drop(turn),
            Self::Reader(reader) => reader.rollback().await?,
            Self::Postgres(postgres, _seat) => postgres.rollback().await?,
        }
        Ok(())
    }
}

impl On<'_> {
    pub(crate) async fn rows(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(conn) => {
                let rows = bound!(sql, args).fetch_all(&mut **conn).await?;
                rows.into_iter()
                    .map(|row| Row(Engine::Sqlite(row)))
                    .collect()
            }
            Self::Postgres(conn) => {
                let rows = bound!(sql, args).fetch_all(&mut **conn).await?;
                rows.into_iter()
                    .map(|row| Row(Engine::Postgres(row)))
                    .collect()
            }
        })
    }

    /// Rows one by one, for those too many to hold at once.
    pub(crate) fn stream(&mut self, sql: &'static str) -> BoxStream<'_, Result<Row, StoreError>> {
        match self {
            Self::Sqlite(conn) => sqlx::query(sql)
                .fetch(&mut **conn)
                .map_ok(|row| Row(Engine::Sqlite(row)))
                .map_err(StoreError::from)
                .boxed(),
            Self::Postgres(conn) => sqlx::query(sql)
                .fetch(&mut **conn)
                .map_ok(|row| Row(Engine::Postgres(row)))
                .map_err(StoreError::from)
                .boxed(),
        }
    }

    pub(crate) async fn execute(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(conn) => bound!(sql, args)
                .execute(&mut **conn)
                .await?
                .rows_affected(),
            Self::Postgres(conn) => bound!(sql, args)
                .execute(&mut **conn)
                .await?
                .rows_affected(),
        })
    }

    /// Prepares a statement. PostgreSQL gives each column one type: a number that is no `BIGINT` (what
    /// `CASE WHEN … THEN 1` and `SUM` make) is read by no [`Row::int`], and is refused here.
    pub(crate) async fn prepare(&mut self, sql: &'static str) -> Result<(), StoreError> {
        use sqlx::{Executor as _, SqlSafeStr as _, Statement as _};
        match self {
            Self::Sqlite(conn) => drop((&mut **conn).prepare(sql.into_sql_str()).await?),
            Self::Postgres(conn) => {
                let prepared = (&mut **conn).prepare(sql.into_sql_str()).await?;
                let mut columns = prepared.columns().iter();
                let is_read = |column: &sqlx::postgres::PgColumn| {
                    ["TEXT", "INT8", "BYTEA", "BOOL"].contains(&column.type_info().name())
                };
                if !columns.all(is_read) {
                    return Err(StoreError::Column("of a type that no row is read by"));
                }
            }
        }
        Ok(())
    }
}
