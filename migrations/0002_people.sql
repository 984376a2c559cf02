-- Organisations, the people who work in them, and how they sign in.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    jurisdiction TEXT,
    parent TEXT,
    independent BOOLEAN NOT NULL,
    name_en TEXT NOT NULL,
    name_ar TEXT NOT NULL,
    name_ckb TEXT NOT NULL,
    began BIGINT NOT NULL
);
CREATE INDEX organisation_by_parent ON organisation (parent);

CREATE TABLE organisation_place (
    org TEXT NOT NULL,
    governorate TEXT NOT NULL,
    PRIMARY KEY (org, governorate)
);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    pseudonym TEXT NOT NULL UNIQUE,
    sign_in_index BYTEA NOT NULL UNIQUE,
    sign_in_name BYTEA NOT NULL,
    name BYTEA NOT NULL,
    language TEXT NOT NULL,
    password TEXT,
    totp BYTEA,
    totp_next BYTEA,
    totp_step BIGINT NOT NULL,
    began BIGINT NOT NULL
);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    org TEXT NOT NULL,
    role TEXT NOT NULL,
    began BIGINT NOT NULL,
    confirmed BIGINT,
    ended BIGINT
);
CREATE INDEX membership_by_account ON membership (account, began, id);
CREATE INDEX membership_by_org ON membership (org, role, began, id);

CREATE TABLE one_time_code (
    account TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    until BIGINT NOT NULL,
    ticket BYTEA,
    ticket_until BIGINT
);
CREATE INDEX one_time_code_by_ticket ON one_time_code (ticket);

CREATE TABLE recovery_code (
    account TEXT NOT NULL,
    code BYTEA NOT NULL,
    used BIGINT,
    PRIMARY KEY (account, code)
);

CREATE TABLE factor_reset (
    account TEXT PRIMARY KEY,
    proposer TEXT NOT NULL,
    until BIGINT NOT NULL
);

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    token BYTEA NOT NULL,
    system TEXT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    ended BIGINT,
    UNIQUE (account, token)
);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    membership TEXT NOT NULL,
    device TEXT NOT NULL,
    token BYTEA NOT NULL UNIQUE,
    began BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    stepped_up BIGINT,
    ended BIGINT
);
CREATE INDEX session_by_account ON session (account, device);
CREATE INDEX session_by_time ON session (began);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    content BYTEA NOT NULL,
    opened BIGINT
);
CREATE INDEX draft_by_account ON draft (account, at, id);
CREATE INDEX draft_by_time ON draft (at);

CREATE TABLE guess (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    key BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX guess_by_key ON guess (kind, key, at);
CREATE INDEX guess_by_time ON guess (at);
