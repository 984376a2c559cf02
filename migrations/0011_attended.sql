-- Nothing lies where nobody is: what a rule cannot do is kept with since when and how often it was
-- tried; who stepped back from a report and why; organisations that ended and who came after them.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE stuck (
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    since BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (rule, subject)
);

CREATE TABLE step_back (
    record TEXT NOT NULL,
    account TEXT NOT NULL,
    why TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (record, account)
);

ALTER TABLE organisation ADD COLUMN ended BIGINT;
ALTER TABLE organisation ADD COLUMN successor TEXT;
