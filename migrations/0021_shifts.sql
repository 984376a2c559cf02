-- Who took over at a desk, and when. What each column is for, and why it may stand in clear, is told in
-- docs/data-model.md.

CREATE TABLE shift (
    id TEXT NOT NULL PRIMARY KEY,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX shift_by_desk ON shift (org, at, id);
