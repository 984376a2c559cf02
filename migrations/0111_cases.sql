-- Cases, the people they are about, and the book of what each person said and agreed to.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE person (
    record TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    age TEXT NOT NULL,
    to_tell BOOLEAN NOT NULL,
    to_confirm BOOLEAN NOT NULL,
    revision BIGINT NOT NULL
);

CREATE TABLE person_part (
    record TEXT NOT NULL,
    part TEXT NOT NULL,
    told BYTEA NOT NULL,
    PRIMARY KEY (record, part)
);

CREATE TABLE consent_entry (
    record TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    entry BYTEA NOT NULL,
    PRIMARY KEY (record, number)
);

CREATE TABLE case_file (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    person TEXT NOT NULL,
    screening TEXT,
    begun BIGINT NOT NULL,
    governorate TEXT,
    age TEXT NOT NULL,
    needs BYTEA NOT NULL,
    next_contact BIGINT,
    how BYTEA,
    due BIGINT NOT NULL
);
CREATE INDEX case_file_by_code ON case_file (code);
CREATE UNIQUE INDEX case_file_by_screening ON case_file (screening) WHERE screening IS NOT NULL;

CREATE TABLE case_entry (
    record TEXT NOT NULL,
    number BIGINT NOT NULL,
    what TEXT NOT NULL,
    at BIGINT NOT NULL,
    happened BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    due BIGINT,
    done BIGINT,
    told BYTEA,
    PRIMARY KEY (record, number)
);

-- A group is counted before anybody is asked for a name; each head is a person once somebody talks with them.
CREATE TABLE report_head (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    at BIGINT NOT NULL,
    sex TEXT NOT NULL,
    age TEXT NOT NULL,
    language TEXT,
    person TEXT
);
CREATE INDEX report_head_by_report ON report_head (record, at);
