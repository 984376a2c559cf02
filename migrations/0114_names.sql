-- By what people are found: keyed hashes of how the parts of a name sound, and of numbers.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE person_key (
    record TEXT NOT NULL,
    place BIGINT NOT NULL,
    key BYTEA NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (record, place, key)
);
CREATE INDEX person_key_by_key ON person_key (key, record);
