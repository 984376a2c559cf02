-- Reports: who reads them, duty numbers, what was written and answered, notes and promises of a desk, who
-- stepped back, what was released to the police, and searches of justice.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

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
    verifier TEXT,
    taken TEXT,
    taken_at BIGINT
);
CREATE INDEX report_by_time ON report (sent, record);
CREATE INDEX report_by_code ON report (code);
CREATE INDEX report_by_held ON report (sent, record) WHERE held_due IS NOT NULL;
-- How many reports nobody has answered yet is counted before another one is taken.
CREATE INDEX report_unread ON report (sent, record)
    WHERE answered IS NULL AND withdrawn IS NULL AND closed_because IS NULL;

CREATE TABLE accused (
    record TEXT NOT NULL,
    org TEXT NOT NULL,
    PRIMARY KEY (record, org)
);
CREATE INDEX accused_by_org ON accused (org);

CREATE TABLE report_part (
    record TEXT NOT NULL,
    part TEXT NOT NULL,
    free_text BYTEA NOT NULL,
    PRIMARY KEY (record, part)
);

CREATE TABLE report_message (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    at BIGINT NOT NULL,
    side TEXT NOT NULL,
    revision BIGINT NOT NULL,
    free_text BYTEA NOT NULL
);
CREATE INDEX report_message_by_report ON report_message (record, revision);

CREATE TABLE report_note (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    free_text BYTEA NOT NULL
);
CREATE INDEX report_note_by_report ON report_note (record, org, at);

CREATE TABLE promise (
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    due BIGINT NOT NULL,
    made BIGINT NOT NULL,
    PRIMARY KEY (record, kind)
);
CREATE INDEX promise_by_desk ON promise (org, due, record);

CREATE TABLE step_back (
    record TEXT NOT NULL,
    account TEXT NOT NULL,
    why TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (record, account)
);

CREATE TABLE released (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    sent BIGINT NOT NULL,
    governorate TEXT,
    free_text BYTEA NOT NULL
);
CREATE INDEX released_by_time ON released (sent, record);

-- Whether anybody knows a person, asked by justice. What was asked is sealed; the answer is always the
-- same.
CREATE TABLE asked (
    id TEXT PRIMARY KEY,
    org TEXT NOT NULL,
    at BIGINT NOT NULL,
    about BYTEA NOT NULL
);
CREATE INDEX asked_by_org ON asked (org, at, id);
