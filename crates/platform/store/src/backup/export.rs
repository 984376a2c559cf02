//! PostgreSQL's tables in a file of our own: one after the other, each as the engine's `COPY` puts
//! it, so that no row is ever held longer than it takes to pass on.
//!
//! ```text
//! najat tables 1
//! table NAME COLUMN COLUMN …
//! one line for each row, its values parted by tabs
//! \.
//! end
//! ```

use std::path::Path;

use futures::TryStreamExt as _;
use sqlx::PgConnection;
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, BufWriter};

use super::CopyError;
use super::files::private_file;
use crate::sql::On;

const HEAD: &str = "najat tables 1\n";
const TABLE: &str = "table ";
const TABLE_ENDS: &[u8] = b"\\.\n";
const END: &str = "end\n";

/// How many bytes of rows are sent at once.
const PIECE: usize = 1 << 16;

const COLUMNS: &str = "SELECT CAST(c.table_name AS TEXT) AS of, CAST(c.column_name AS TEXT) AS is \
    FROM information_schema.columns c JOIN information_schema.tables t \
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name \
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
    AND c.is_generated = 'NEVER' AND c.table_name <> '_sqlx_migrations' \
    ORDER BY c.table_name, c.ordinal_position";

/// A table and its columns, in whose order the values stand.
struct Table {
    name: String,
    columns: Vec<String>,
}

impl Table {
    /// Reads `NAME COLUMN COLUMN …`; only plain names are ever put into a statement.
    fn read(line: &str) -> Result<Self, CopyError> {
        let is_plain = |word: &&str| {
            let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
            !word.is_empty() && word.chars().all(|letter| plain(letter) || letter == '_')
        };
        let words: Vec<&str> = line.split(' ').collect();
        let columns = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        match words.split_first() {
            Some((name, rest)) if !rest.is_empty() && words.iter().all(is_plain) => Ok(Self {
                name: (*name).to_owned(),
                columns: columns(rest),
            }),
            _ => Err(CopyError::Tables("a table has no plain name")),
        }
    }

    fn line(&self) -> String {
        format!("{TABLE}{} {}\n", self.name, self.columns.join(" "))
    }

    /// The statement that moves its rows one way or the other.
    fn copy(&self, which_way: &str) -> String {
        let columns = self.columns.join("\", \"");
        format!("COPY \"{}\" (\"{columns}\") {which_way}", self.name)
    }
}

/// Every table but that of the migrations.
async fn tables(conn: &mut PgConnection) -> Result<Vec<Table>, CopyError> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for row in On::Postgres(conn).rows(COLUMNS, Vec::new()).await? {
        let (of, is) = (row.text("of")?, row.text("is")?);
        match lines.last_mut() {
            Some((name, line)) if *name == of => *line = format!("{line} {is}"),
            _ => lines.push((of.clone(), format!("{of} {is}"))),
        }
    }
    lines.iter().map(|(_, line)| Table::read(line)).collect()
}

/// Whether there is no table at all.
pub(super) async fn is_bare(conn: &mut PgConnection) -> Result<bool, CopyError> {
    Ok(tables(conn).await?.is_empty())
}

/// Writes every table as the transaction sees it.
pub(super) async fn write(conn: &mut PgConnection, to: &Path) -> Result<(), CopyError> {
    let unusable = || CopyError::file(to);
    let tables = tables(conn).await?;
    let file = private_file(to).map_err(unusable())?;
    let mut file = BufWriter::with_capacity(PIECE, File::from_std(file));
    file.write_all(HEAD.as_bytes()).await.map_err(unusable())?;
    for table in tables {
        let line = table.line();
        file.write_all(line.as_bytes()).await.map_err(unusable())?;
        let copy = table.copy("TO STDOUT");
        let mut rows = conn.copy_out_raw(&copy).await?;
        while let Some(piece) = rows.try_next().await? {
            file.write_all(&piece).await.map_err(unusable())?;
        }
        drop(rows);
        file.write_all(TABLE_ENDS).await.map_err(unusable())?;
    }
    file.write_all(END.as_bytes()).await.map_err(unusable())?;
    file.flush().await.map_err(unusable())
}

/// Puts every table of the file into the database, in the transaction given.
pub(super) async fn read(conn: &mut PgConnection, from: &Path) -> Result<(), CopyError> {
    let unusable = || CopyError::file(from);
    let file = File::open(from).await.map_err(unusable())?;
    let mut file = BufReader::with_capacity(PIECE, file);
    let mut line = String::new();
    file.read_line(&mut line).await.map_err(unusable())?;
    if line != HEAD {
        return Err(CopyError::Tables("another form of file"));
    }
    loop {
        line.clear();
        file.read_line(&mut line).await.map_err(unusable())?;
        if line == END {
            return Ok(());
        }
        let table = line
            .strip_prefix(TABLE)
            .ok_or(CopyError::Tables("a table was expected"))?;
        let table = Table::read(table.trim_end())?;
        // What a migration put there stands in the copy as it was by then.
        let empty = sqlx::AssertSqlSafe(format!("DELETE FROM \"{}\"", table.name));
        sqlx::query(empty).execute(&mut *conn).await?;
        rows(conn, &table, &mut file, from).await?;
    }
}

async fn rows(
    conn: &mut PgConnection,
    table: &Table,
    file: &mut BufReader<File>,
    from: &Path,
) -> Result<(), CopyError> {
    let mut copying = conn.copy_in_raw(&table.copy("FROM STDIN")).await?;
    let mut piece = Vec::with_capacity(2 * PIECE);
    loop {
        let begins = piece.len();
        let read = file.read_until(b'\n', &mut piece).await;
        if read.map_err(CopyError::file(from))? == 0 {
            return Err(CopyError::Tables("a table does not end"));
        }
        let ends = piece.get(begins..) == Some(TABLE_ENDS);
        if ends {
            piece.truncate(begins);
        }
        if ends || piece.len() >= PIECE {
            copying.send(piece.as_slice()).await?;
            piece.clear();
        }
        if ends {
            copying.finish().await?;
            return Ok(());
        }
    }
}
