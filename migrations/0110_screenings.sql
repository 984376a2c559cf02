-- Screenings: what was answered, each saving whole and sealed, and what was decided.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE screening (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    begun BIGINT NOT NULL,
    begun_by TEXT,
    governorate TEXT,
    age TEXT NOT NULL,
    danger BOOLEAN NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX screening_by_code ON screening (code);

CREATE TABLE screening_saved (
    record TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    told BYTEA NOT NULL,
    PRIMARY KEY (record, number)
);

CREATE TABLE screening_decision (
    record TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    step TEXT NOT NULL,
    found BYTEA NOT NULL,
    reasons BYTEA NOT NULL,
    law28 BYTEA NOT NULL,
    PRIMARY KEY (record, number)
);
