//! SQLite is compiled as `.cargo/config.toml` says: the pages' speed stands on it.

use crate::ground::site;

#[tokio::test]
async fn sqlite_is_compiled_as_the_program_needs_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("najat.db").display());
    let site = site(&url).await;
    let rows = site
        .store
        .read_clear(async |look| look.rows("PRAGMA compile_options", store::args![]).await)
        .await
        .unwrap();
    let has = |option: &str| {
        let named = |row: &store::Row| row.text("compile_options").unwrap() == option;
        rows.iter().any(named)
    };
    // A plan is made once and not again for each value.
    assert!(has("ENABLE_QPSG"));
    // Readers on several threads share no lock for their caches.
    assert!(!has("ENABLE_MEMORY_MANAGEMENT"));
    assert!(has("DEFAULT_MEMSTATUS=0"));
    assert!(has("THREADSAFE=1"));
}
