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

-- Whoever was named before is found by nothing yet: the job that folds names makes this row anew.
INSERT INTO person_key (record, place, key, version)
SELECT p.record, -1, p.told, 0 FROM person_part p
WHERE p.part = (SELECT MIN(q.part) FROM person_part q WHERE q.record = p.record);
