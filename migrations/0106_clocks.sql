-- Clocks that run on records, and people who are held.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE clock (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    follows TEXT NOT NULL,
    root TEXT NOT NULL,
    started BIGINT NOT NULL,
    point BIGINT NOT NULL,
    due BIGINT NOT NULL,
    later TEXT NOT NULL,
    governorate TEXT,
    age_band TEXT NOT NULL,
    state TEXT NOT NULL,
    told BIGINT NOT NULL,
    next_at BIGINT,
    ended BIGINT,
    because TEXT,
    basis TEXT,
    UNIQUE (subject, code)
);
CREATE INDEX clock_by_due ON clock (state, due);
CREATE INDEX clock_by_root ON clock (root);
CREATE INDEX clock_by_follows ON clock (follows, code);
CREATE INDEX clock_by_next ON clock (state, next_at, record);

CREATE TABLE clock_answer (
    record TEXT NOT NULL,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    code TEXT NOT NULL,
    due BIGINT NOT NULL,
    PRIMARY KEY (record, position)
);

CREATE TABLE detention (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    opened BIGINT NOT NULL,
    governorate TEXT,
    held_by TEXT NOT NULL,
    due BIGINT NOT NULL,
    answer TEXT,
    answered BIGINT
);
CREATE INDEX detention_by_due ON detention (due, record);
