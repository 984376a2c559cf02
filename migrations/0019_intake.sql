-- A report that somebody took down for whoever told it: how, and when they told it. What each column is
-- for, and why it may stand in clear, is told in docs/data-model.md.

ALTER TABLE report ADD COLUMN taken TEXT;
ALTER TABLE report ADD COLUMN taken_at BIGINT;

-- Whoever stands before the desk that answers for it is spoken to: such a report waits for no answer.
UPDATE report SET answered = sent WHERE entry = 'desk' AND answered IS NULL
    AND EXISTS (SELECT 1 FROM holding o WHERE o.record = report.record AND o.relation = 'owner'
        AND o.holder <> report.record);
UPDATE guard SET waits = (SELECT CASE WHEN r.danger = 'yes' THEN 'risk' END FROM report r
        WHERE r.record = guard.record)
    WHERE waits IN ('danger', 'first') AND EXISTS (SELECT 1 FROM report r
        WHERE r.record = guard.record AND r.entry = 'desk' AND r.answered IS NOT NULL);
UPDATE holding SET waits = (SELECT g.waits FROM guard g WHERE g.record = holding.record)
    WHERE waits IN ('danger', 'first');
-- Whom a receipt made the owner answered for nothing: where they delete their report nobody is missing.
UPDATE guard SET vacant = FALSE WHERE vacant = TRUE AND EXISTS (SELECT 1 FROM report r
    WHERE r.record = guard.record AND (r.answered IS NULL OR r.withdrawn IS NOT NULL));
