-- How many reports nobody has answered yet is counted before another one is taken.
CREATE INDEX report_unread ON report (sent, record)
    WHERE answered IS NULL AND withdrawn IS NULL AND closed_because IS NULL;
