-- The ledger: entries that wait for their leaf, leaves, checkpoints, and what the ledger is searched by.
-- Every row of the last is made from its leaf and says nothing that the leaf does not say.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

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

CREATE TABLE ledger_fact (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    object BYTEA NOT NULL
);
CREATE INDEX ledger_fact_by_time ON ledger_fact (at, seq);
CREATE INDEX ledger_fact_by_actor ON ledger_fact (actor, at, seq);
CREATE INDEX ledger_fact_by_action ON ledger_fact (action, at, seq);
CREATE INDEX ledger_fact_by_outcome ON ledger_fact (outcome, at, seq);
CREATE INDEX ledger_fact_by_object ON ledger_fact (object, at, seq);
