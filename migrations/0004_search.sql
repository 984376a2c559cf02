-- Requests of justice: whether anybody knows a person. What was asked is sealed; the answer is
-- always the same.
CREATE TABLE asked (
    id TEXT PRIMARY KEY,
    org TEXT NOT NULL,
    at BIGINT NOT NULL,
    about BYTEA NOT NULL
);
CREATE INDEX asked_by_org ON asked (org, at, id);
