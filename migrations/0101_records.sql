-- The ground that every record stands on: who it belongs to, who has been granted access, its keys, and
-- that it was destroyed. One text for SQLite and PostgreSQL.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE guard (
    record TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    org TEXT,
    jurisdiction TEXT,
    sensitivity TEXT NOT NULL,
    state TEXT NOT NULL,
    root TEXT NOT NULL,
    world TEXT NOT NULL,
    version BIGINT NOT NULL,
    listed BIGINT NOT NULL DEFAULT 0,
    waits TEXT,
    vacant BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX guard_by_root ON guard (root);
CREATE INDEX guard_by_list ON guard (kind, org, state, listed, record);
CREATE INDEX guard_by_wait ON guard (kind, org, waits, state, listed, record) WHERE waits IS NOT NULL;
CREATE INDEX guard_vacant ON guard (kind, state, listed, record) WHERE vacant = TRUE;

-- The copies of the guard's kind, state, order and what it waits for let a page of a list cost what it
-- shows, however long the list grows.
CREATE TABLE access_grant (
    record TEXT NOT NULL,
    holder TEXT NOT NULL,
    relation TEXT NOT NULL,
    purpose TEXT,
    until BIGINT,
    kind TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    listed BIGINT NOT NULL DEFAULT 0,
    waits TEXT,
    PRIMARY KEY (record, holder, relation)
);
CREATE INDEX access_grant_by_holder ON access_grant (holder, relation);
CREATE INDEX access_grant_by_list ON access_grant (holder, kind, relation, state, listed, record);
CREATE INDEX access_grant_by_wait ON access_grant (holder, kind, relation, waits, state, listed, record)
    WHERE waits IS NOT NULL;

CREATE TABLE org_key (
    org TEXT NOT NULL,
    world TEXT NOT NULL,
    version BIGINT NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (org, version)
);

CREATE TABLE data_key (
    record TEXT NOT NULL,
    holder TEXT NOT NULL,
    version BIGINT NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (record, holder)
);

CREATE TABLE tombstone (
    record TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    signed TEXT NOT NULL
);

CREATE TABLE form_key (
    key TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX form_key_by_time ON form_key (at);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
