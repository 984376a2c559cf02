-- What waits is found by what it waits for, and not among all that stands beside it: a desk's Today
-- passes nothing that it does not show, nor what somebody holds by a relation that does not count. A
-- record is vacant when nobody at its desk answers for it any more.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

ALTER TABLE guard ADD COLUMN waits TEXT;
ALTER TABLE guard ADD COLUMN vacant BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE holding ADD COLUMN waits TEXT;

UPDATE guard SET waits = (SELECT CASE WHEN r.withdrawn IS NOT NULL THEN NULL
        WHEN r.answered IS NULL AND r.danger = 'yes' THEN 'danger'
        WHEN r.answered IS NULL AND r.held_due IS NOT NULL THEN 'held'
        WHEN r.answered IS NULL THEN 'first'
        WHEN r.danger = 'yes' AND n.side = 'sender' THEN 'risk_wrote'
        WHEN r.danger = 'yes' THEN 'risk' WHEN n.side = 'sender' THEN 'wrote' END
        FROM report r LEFT JOIN report_message n ON n.id =
        (SELECT m.id FROM report_message m WHERE m.record = r.record ORDER BY m.revision DESC LIMIT 1)
        WHERE r.record = guard.record)
    WHERE kind = 'report' AND state = 'open';
UPDATE guard SET waits = 'safety' WHERE kind = 'clock' AND state <> 'stopped'
    AND EXISTS (SELECT 1 FROM clock c WHERE c.record = guard.record AND c.code = 'T1');
UPDATE guard SET vacant = TRUE WHERE kind = 'report' AND state = 'open'
    AND EXISTS (SELECT 1 FROM report r WHERE r.record = guard.record AND r.answered IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM holding o WHERE o.record = guard.record AND o.relation = 'owner'
        AND o.holder <> guard.record);
UPDATE guard SET listed = (SELECT l.due FROM held l WHERE l.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM held l WHERE l.record = guard.record);
UPDATE guard SET listed = (SELECT r.sent FROM released r WHERE r.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM released r WHERE r.record = guard.record);
UPDATE holding SET listed = (SELECT g.listed FROM guard g WHERE g.record = holding.record)
    WHERE kind IN ('held', 'release');
UPDATE holding SET waits = (SELECT g.waits FROM guard g WHERE g.record = holding.record)
    WHERE kind IN ('report', 'clock');

DROP INDEX holding_by_list;
DROP INDEX clock_by_code;
DROP INDEX report_in_danger;
CREATE INDEX guard_by_wait ON guard (kind, org, waits, state, listed, record) WHERE waits IS NOT NULL;
CREATE INDEX holding_by_list ON holding (holder, kind, relation, state, listed, record);
CREATE INDEX holding_by_wait ON holding (holder, kind, relation, waits, state, listed, record)
    WHERE waits IS NOT NULL;
CREATE INDEX guard_vacant ON guard (kind, state, listed, record) WHERE vacant = TRUE;
