-- Protection: who reads, duty numbers, reports, what was released to the police, and the clocks
-- that run on records. What each column is for, and why it may stand in clear, is told in
-- docs/data-model.md.

CREATE TABLE reader (
    id TEXT PRIMARY KEY,
    governorate TEXT,
    jurisdiction TEXT NOT NULL,
    org TEXT NOT NULL,
    org_kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    independent BOOLEAN NOT NULL
);
CREATE INDEX reader_by_place ON reader (governorate, position);

CREATE TABLE duty_number (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    governorate TEXT,
    name_en TEXT NOT NULL,
    name_ar TEXT NOT NULL,
    name_ckb TEXT NOT NULL,
    help_en TEXT NOT NULL,
    help_ar TEXT NOT NULL,
    help_ckb TEXT NOT NULL,
    hours TEXT NOT NULL,
    languages TEXT NOT NULL,
    records_calls TEXT NOT NULL,
    duty_to_report TEXT NOT NULL,
    checked_on BIGINT NOT NULL,
    checked_by TEXT NOT NULL,
    hidden BOOLEAN NOT NULL
);
CREATE INDEX duty_number_by_place ON duty_number (governorate, name_en);

CREATE TABLE report (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    sent BIGINT NOT NULL,
    governorate TEXT,
    entry TEXT NOT NULL,
    minor TEXT NOT NULL,
    danger TEXT NOT NULL,
    contact TEXT NOT NULL,
    held_due BIGINT,
    answered BIGINT,
    withdrawn BIGINT,
    closed_because TEXT,
    revision BIGINT NOT NULL,
    selector TEXT UNIQUE,
    verifier TEXT
);
CREATE INDEX report_by_time ON report (sent, record);
CREATE INDEX report_by_code ON report (code);

CREATE TABLE accused (
    record TEXT NOT NULL,
    org TEXT NOT NULL,
    PRIMARY KEY (record, org)
);
CREATE INDEX accused_by_org ON accused (org);

CREATE TABLE report_part (
    record TEXT NOT NULL,
    part TEXT NOT NULL,
    said BYTEA NOT NULL,
    PRIMARY KEY (record, part)
);

CREATE TABLE report_message (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    at BIGINT NOT NULL,
    side TEXT NOT NULL,
    revision BIGINT NOT NULL,
    said BYTEA NOT NULL
);
CREATE INDEX report_message_by_report ON report_message (record, revision);

CREATE TABLE released (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    sent BIGINT NOT NULL,
    governorate TEXT,
    said BYTEA NOT NULL
);
CREATE INDEX released_by_time ON released (sent, record);

CREATE TABLE clock (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    root TEXT NOT NULL,
    started BIGINT NOT NULL,
    point BIGINT NOT NULL,
    due BIGINT NOT NULL,
    governorate TEXT,
    age_band TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (subject, code)
);
CREATE INDEX clock_by_due ON clock (state, due);
CREATE INDEX clock_by_root ON clock (root);
