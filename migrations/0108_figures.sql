-- What is counted: codes, places, age bands and times, written in the unit that did it and taken out with
-- its record's key.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE fact (
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    record TEXT NOT NULL,
    at BIGINT NOT NULL,
    since BIGINT,
    governorate TEXT,
    sex TEXT,
    age TEXT,
    code TEXT,
    PRIMARY KEY (what, subject)
);
CREATE INDEX fact_by_time ON fact (what, at);
CREATE INDEX fact_by_record ON fact (record);
