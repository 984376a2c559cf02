-- Clocks with several due points, that are followed, answered and escalated; and records of somebody
-- held. What each column is for, and why it may stand in clear, is told in docs/data-model.md.

ALTER TABLE clock ADD COLUMN follows TEXT NOT NULL DEFAULT '';
ALTER TABLE clock ADD COLUMN later TEXT NOT NULL DEFAULT '';
ALTER TABLE clock ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
ALTER TABLE clock ADD COLUMN next_at BIGINT;
ALTER TABLE clock ADD COLUMN ended BIGINT;
ALTER TABLE clock ADD COLUMN because TEXT;
ALTER TABLE clock ADD COLUMN basis TEXT;
UPDATE clock SET follows = subject, next_at = due;
CREATE INDEX clock_by_follows ON clock (follows, code);
CREATE INDEX clock_by_next ON clock (state, next_at, record);

-- Clocks that run already get the holders of what they run on.
INSERT INTO holding (record, holder, relation, purpose, until)
    SELECT c.record, h.holder, h.relation, h.purpose, h.until
    FROM clock c JOIN holding h ON h.record = c.subject
    WHERE h.relation IN ('owner', 'team', 'supervising') AND h.holder <> c.subject;

CREATE TABLE clock_answer (
    record TEXT NOT NULL,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    code TEXT NOT NULL,
    due BIGINT NOT NULL,
    PRIMARY KEY (record, position)
);

CREATE TABLE held (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    opened BIGINT NOT NULL,
    governorate TEXT,
    held_by TEXT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX held_by_due ON held (due, record);
