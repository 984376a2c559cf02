-- What a desk promised about a report: a call at a time, or to look at it again. What each column is
-- for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE promise (
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    due BIGINT NOT NULL,
    made BIGINT NOT NULL,
    PRIMARY KEY (record, kind)
);
CREATE INDEX promise_by_desk ON promise (org, due, record);
