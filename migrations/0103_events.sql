-- What follows by itself: events and who still waits for them, what a rule could not do yet, and long
-- work that goes on when the program was stopped in the middle of it.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

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

-- Events for which somebody still waits, and who waits for what: a pass of the rules reads these and not
-- every event that ever was.
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

CREATE TABLE stuck (
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    since BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (rule, subject)
);

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT,
    cursor TEXT,
    fault TEXT,
    began BIGINT,
    cancel_at BIGINT,
    ended BIGINT
);
-- One of a kind at a time, whoever asks in the same moment.
CREATE UNIQUE INDEX job_open ON job (kind) WHERE state IN ('waiting', 'running');
CREATE INDEX job_failed ON job (kind, asked_at) WHERE state = 'failed';
CREATE INDEX job_listed ON job (asked_at, id);
