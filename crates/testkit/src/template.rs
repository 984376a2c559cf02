//! A database with every migration in it and nothing else, from which a test's own is copied: one
//! server's copy takes a third of the time in which all migrations run.
//!
//! It is made on the throw-away server alone, so that nothing stays behind on anybody's own. Its
//! name tells what is in it: whoever has other migrations makes another one.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::place;
use crate::postgres::Postgres;

/// The migrations by their names, in their order, as the program that is tested carries them.
const MIGRATIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// As the store's library keeps which migrations a database has; the store checks it when it opens.
const APPLIED: &str = "CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMPTZ NOT NULL DEFAULT now(),
    success BOOLEAN NOT NULL,
    checksum BYTEA NOT NULL,
    execution_time BIGINT NOT NULL
);\n";

/// The template's name, and what makes it.
pub(crate) struct Template {
    pub(crate) name: String,
    script: String,
}

impl Template {
    /// Of the migrations that were carried along.
    pub(crate) fn of_this_program() -> Self {
        let migration = |(name, sql): &(&str, &str)| {
            let (version, description) = name.split_once('_').unwrap_or((name, ""));
            let description = description.replace('_', " ");
            format!(
                "{sql}\nINSERT INTO _sqlx_migrations \
                 (version, description, success, checksum, execution_time) \
                 VALUES ({version}, '{description}', true, \
                 sha384(convert_to($migration${sql}$migration$, 'UTF8')), 0);\n",
            )
        };
        let all: String = MIGRATIONS.iter().map(migration).collect();
        let script = APPLIED.to_owned() + &all;
        let mut hasher = DefaultHasher::new();
        script.hash(&mut hasher);
        Self {
            name: format!("najat_template_{:016x}", hasher.finish()),
            script,
        }
    }

    /// Makes it under a name of this process and then gives it its own: it is there whole or not at
    /// all, and where two made it at once, the second throws its own away.
    pub(crate) fn make(&self, server: &Postgres) -> Result<(), String> {
        let mine = format!("najat_template_of_{}", std::process::id());
        let drop = format!("DROP DATABASE IF EXISTS {mine} WITH (FORCE)");
        let folder = place::folder();
        let file = folder.path().join("template.sql");
        fs::write(&file, &self.script).map_err(|why| why.to_string())?;
        server.sql(&[&drop, &format!("CREATE DATABASE {mine}")])?;
        server.script(&mine, &file)?;
        let rename = format!("ALTER DATABASE {mine} RENAME TO {}", self.name);
        server.sql(&[&rename]).or_else(|_| server.sql(&[&drop]))
    }
}

#[cfg(test)]
mod tests {
    use super::{MIGRATIONS, Template};

    #[test]
    fn every_migration_is_in_it_in_its_order() {
        let template = Template::of_this_program();
        let kept = template.script.matches("INSERT INTO _sqlx_migrations");
        assert_eq!(kept.count(), MIGRATIONS.len());
        assert!(MIGRATIONS.len() > 5 && MIGRATIONS.is_sorted());
        assert_eq!(template.name, Template::of_this_program().name);
    }
}
