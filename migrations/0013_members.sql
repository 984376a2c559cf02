-- A further role is a matter of the body where it counts; an authenticator that is being set up belongs
-- to the one who sets it up; its person is told when and on what it was set up.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

INSERT INTO holding (record, holder, relation, kind, state, listed)
    SELECT DISTINCT g.record, m.org, 'referred_to', g.kind, g.state, g.listed
    FROM membership m JOIN guard g ON g.record = m.account
    WHERE m.ended IS NULL AND m.org <> g.org;

ALTER TABLE one_time_code ADD COLUMN totp BYTEA;
UPDATE one_time_code SET ticket = NULL, ticket_until = NULL;

ALTER TABLE account ADD COLUMN totp_next_session TEXT;
UPDATE account SET totp_next = NULL, totp_next_until = NULL;

ALTER TABLE account ADD COLUMN factor_at BIGINT;
ALTER TABLE account ADD COLUMN factor_on TEXT;
UPDATE account SET factor_at = enrolled WHERE totp IS NOT NULL;
