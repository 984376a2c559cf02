-- What an account is besides its name: when it began to sign in, how long a new authenticator's
-- secret waits, in which session a role's day is told, when an administrator was let in again from
-- the console; and the number under which colleagues of other bodies reach a desk.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

ALTER TABLE account ADD COLUMN totp_next_until BIGINT;
ALTER TABLE account ADD COLUMN enrolled BIGINT;
UPDATE account SET enrolled = began WHERE password IS NOT NULL;

ALTER TABLE membership ADD COLUMN first_session TEXT;
CREATE INDEX membership_waiting ON membership (org) WHERE confirmed IS NULL AND ended IS NULL;

-- Devices that nobody used for long are forgotten by the day.
CREATE INDEX device_by_time ON device (last_seen);

CREATE TABLE recovered (
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, at)
);
CREATE INDEX recovered_by_time ON recovered (at);

CREATE TABLE desk_line (
    org TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    hours TEXT NOT NULL
);
