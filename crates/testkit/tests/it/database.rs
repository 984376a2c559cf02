//! Databases are fresh, apart from each other, and gone afterwards.

use testkit::{Engine, on_both_engines};

#[tokio::test]
async fn a_body_runs_on_each_engine() {
    let urls = std::cell::RefCell::new(Vec::new());
    on_both_engines(async |url: String| urls.borrow_mut().push(url)).await;
    let urls = urls.into_inner();
    assert!(
        urls.iter().any(|url| url.starts_with("sqlite://")),
        "{urls:?}"
    );
    if testkit::postgres().is_some() {
        assert!(
            urls.iter().any(|url| url.starts_with("postgres://")),
            "{urls:?}"
        );
    }
}

#[tokio::test]
async fn a_database_for_the_store_has_its_tables_and_no_record() {
    // On a server that somebody named nothing is prepared.
    if testkit::place::setting("NAJAT_TEST_POSTGRES_ADMIN").is_some()
        || !testkit::place::has("psql")
    {
        return;
    }
    let names = std::fs::read_dir(testkit::place::repository().join("migrations")).unwrap();
    let is_sql = |name: &std::path::Path| name.extension().is_some_and(|end| end == "sql");
    let migrations = names
        .filter(|name| is_sql(&name.as_ref().unwrap().path()))
        .count();
    on_both_engines(async |url: String| {
        if url.starts_with("postgres://") {
            let asked = "SELECT (SELECT count(*) FROM _sqlx_migrations) || ' ' || \
                (SELECT count(*) FROM setting)";
            let mut psql = std::process::Command::new("psql");
            let told = psql.args(["-XAtc", asked]).arg(&url).output().unwrap();
            assert_eq!(
                String::from_utf8_lossy(&told.stdout).trim(),
                format!("{migrations} 0")
            );
        }
    })
    .await;
}

#[test]
fn two_databases_are_two() {
    for engine in Engine::ALL {
        let (Some(one), Some(other)) = (engine.database(), engine.database()) else {
            return;
        };
        assert_ne!(one.url(), other.url());
    }
}

#[test]
fn a_file_goes_with_its_database() {
    let database = Engine::Sqlite.database().expect("SQLite needs no server");
    let folder = database.folder().expect("SQLite is a file").to_path_buf();
    assert!(folder.is_dir());
    drop(database);
    assert!(!folder.exists());
}

#[test]
fn a_server_database_answers() {
    let Some(database) = Engine::Postgres.database() else {
        return;
    };
    let port: u16 = database
        .url()
        .split(['/', ':'])
        .find_map(|part| part.parse().ok())
        .expect("the address names a port");
    std::net::TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
}
