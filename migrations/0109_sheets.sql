-- Sheets of paper that were typed in, so that each counts once. A number says nothing of anybody.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE sheet (
    number TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
