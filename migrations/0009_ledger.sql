-- What the ledger is searched by: who, what, when, how it ended, and on which record. Every row is
-- made from its leaf and says nothing that the leaf does not say. What each column is for is told in
-- docs/data-model.md.

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

-- Events for which somebody still waits, and who waits for what: a turn of the rules reads these and
-- not everything that ever happened.

CREATE TABLE event_handler (
    event TEXT NOT NULL,
    handler TEXT NOT NULL,
    PRIMARY KEY (event, handler)
);

CREATE TABLE event_open (
    event TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX event_open_by_name ON event_open (name, at, event);
