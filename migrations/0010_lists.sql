-- A page of a list costs what the page holds, however long the list grew: what lists are bounded and
-- ordered by stands in one index for each way in. The copies beside a holding are the guard's.

ALTER TABLE guard ADD COLUMN listed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE holding ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE holding ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE holding ADD COLUMN listed BIGINT NOT NULL DEFAULT 0;

UPDATE guard SET listed = (SELECT r.sent FROM report r WHERE r.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM report r WHERE r.record = guard.record);
UPDATE guard SET listed = (SELECT r.asked FROM bed_request r WHERE r.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM bed_request r WHERE r.record = guard.record);
UPDATE guard SET listed = (SELECT r.opened FROM unmet_right r WHERE r.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM unmet_right r WHERE r.record = guard.record);
UPDATE guard SET listed = (SELECT r.due FROM clock r WHERE r.record = guard.record)
    WHERE EXISTS (SELECT 1 FROM clock r WHERE r.record = guard.record);
UPDATE holding SET
    kind = (SELECT g.kind FROM guard g WHERE g.record = holding.record),
    state = (SELECT g.state FROM guard g WHERE g.record = holding.record),
    listed = (SELECT g.listed FROM guard g WHERE g.record = holding.record)
    WHERE EXISTS (SELECT 1 FROM guard g WHERE g.record = holding.record);

DROP INDEX guard_by_org;
CREATE INDEX guard_by_list ON guard (kind, org, state, listed, record);
CREATE INDEX holding_by_list ON holding (holder, kind, state, listed, record);

-- One house's part in one request; declines that wait for a review; clocks of one sort; reports of
-- somebody held, and those in danger that nobody answered yet.
CREATE INDEX bed_ask_by_part ON bed_ask (request, state, org);
CREATE INDEX bed_ask_to_review ON bed_ask (review_due, id)
    WHERE decline = 'other' AND reviewed IS NULL AND review_due IS NOT NULL;
CREATE INDEX clock_by_code ON clock (code, due, record) WHERE state <> 'stopped';
CREATE INDEX report_by_held ON report (sent, record) WHERE held_due IS NOT NULL;
CREATE INDEX report_in_danger ON report (sent, record) WHERE danger = 'yes'
    AND answered IS NULL AND withdrawn IS NULL AND closed_because IS NULL;
