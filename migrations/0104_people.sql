-- Organisations, the people who work in them, how they sign in, and who answers for what, where.
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
    began BIGINT NOT NULL,
    ended BIGINT,
    successor TEXT
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
    index_version BIGINT NOT NULL DEFAULT 1,
    sign_in_name BYTEA NOT NULL,
    name BYTEA NOT NULL,
    language TEXT NOT NULL,
    password TEXT,
    totp BYTEA,
    totp_next BYTEA,
    totp_next_until BIGINT,
    totp_next_session TEXT,
    totp_step BIGINT NOT NULL,
    factor_at BIGINT,
    factor_on TEXT,
    began BIGINT NOT NULL,
    enrolled BIGINT
);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    org TEXT NOT NULL,
    role TEXT NOT NULL,
    began BIGINT NOT NULL,
    confirmed BIGINT,
    ended BIGINT,
    first_session TEXT
);
CREATE INDEX membership_by_account ON membership (account, began, id);
CREATE INDEX membership_by_org ON membership (org, role, began, id);
CREATE INDEX membership_waiting ON membership (org) WHERE confirmed IS NULL AND ended IS NULL;

CREATE TABLE one_time_code (
    account TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    until BIGINT NOT NULL,
    ticket BYTEA,
    ticket_until BIGINT,
    totp BYTEA
);
CREATE INDEX one_time_code_by_ticket ON one_time_code (ticket);

CREATE TABLE recovery_code (
    account TEXT NOT NULL,
    code BYTEA NOT NULL,
    used BIGINT,
    PRIMARY KEY (account, code)
);

CREATE TABLE recovered (
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, at)
);
CREATE INDEX recovered_by_time ON recovered (at);

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
-- Devices that nobody used for long are forgotten by the day.
CREATE INDEX device_by_time ON device (last_seen);

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

-- Placement desks, legal aid, oversight, the state's duty officers and the committee's focal point.
CREATE TABLE desk (
    id TEXT PRIMARY KEY,
    duty TEXT NOT NULL,
    governorate TEXT,
    jurisdiction TEXT,
    org TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX desk_by_duty ON desk (duty, position);
CREATE INDEX desk_by_org ON desk (org, duty);

CREATE TABLE desk_line (
    org TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    hours TEXT NOT NULL
);

CREATE TABLE shift (
    id TEXT NOT NULL PRIMARY KEY,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX shift_by_desk ON shift (org, at, id);
