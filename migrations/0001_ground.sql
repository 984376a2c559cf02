-- The ground that every record stands on. One text for SQLite and PostgreSQL.
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
    version BIGINT NOT NULL
);
CREATE INDEX guard_by_org ON guard (kind, org, state);
CREATE INDEX guard_by_root ON guard (root);

CREATE TABLE holding (
    record TEXT NOT NULL,
    holder TEXT NOT NULL,
    relation TEXT NOT NULL,
    purpose TEXT,
    until BIGINT,
    PRIMARY KEY (record, holder, relation)
);
CREATE INDEX holding_by_holder ON holding (holder, relation);

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

CREATE TABLE ledger_pending (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    body BYTEA NOT NULL
);
CREATE INDEX ledger_pending_by_time ON ledger_pending (at, id);

CREATE TABLE ledger_leaf (
    seq BIGINT PRIMARY KEY,
    body BYTEA NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE ledger_head (
    one BIGINT PRIMARY KEY,
    size BIGINT NOT NULL,
    tree BYTEA NOT NULL
);

CREATE TABLE ledger_checkpoint (
    size BIGINT PRIMARY KEY,
    note TEXT NOT NULL
);

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    record TEXT NOT NULL,
    root TEXT NOT NULL,
    world TEXT NOT NULL,
    at BIGINT NOT NULL,
    code TEXT
);
CREATE INDEX event_by_time ON event (name, at, id);

CREATE TABLE event_delivery (
    event TEXT NOT NULL,
    handler TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (event, handler)
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
