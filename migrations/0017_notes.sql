-- What a desk notes among itself about a report. What each column is for, and why it may stand in
-- clear, is told in docs/data-model.md.

CREATE TABLE report_note (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    said BYTEA NOT NULL
);
CREATE INDEX report_note_by_report ON report_note (record, org, at);
