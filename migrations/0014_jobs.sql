-- Long work that goes on when the program was stopped in the middle of it: who asked for what, how far it
-- is, when it is tried again. What each column is for, and why it may stand in clear, is told in
-- docs/data-model.md.

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT,
    cursor TEXT,
    fault TEXT,
    began BIGINT,
    cancel_at BIGINT,
    ended BIGINT
);

-- One of a kind at a time, whoever asks in the same moment.
CREATE UNIQUE INDEX job_open ON job (kind) WHERE state IN ('waiting', 'running');
CREATE INDEX job_failed ON job (kind, asked_at) WHERE state = 'failed';
CREATE INDEX job_listed ON job (asked_at, id);

-- How the sign-in name was folded when its index was made: where folding changed since, a job makes it anew.
ALTER TABLE account ADD COLUMN index_version BIGINT NOT NULL DEFAULT 1;
