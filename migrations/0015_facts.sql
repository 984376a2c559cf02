-- What is counted: codes, places, age bands and times, written in the unit that did it and taken out with
-- its record's key. What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE fact (
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    record TEXT NOT NULL,
    at BIGINT NOT NULL,
    since BIGINT,
    governorate TEXT,
    sex TEXT,
    age TEXT,
    code TEXT,
    PRIMARY KEY (what, subject)
);
CREATE INDEX fact_by_time ON fact (what, at);
CREATE INDEX fact_by_record ON fact (record);

INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code)
    SELECT 'bed_placed', s.ask, r.record, s.began, r.asked, r.governorate, r.sex, r.age, NULL
    FROM bed_stay s JOIN bed_request r ON r.record = s.request
    WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.record = r.record);

INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code)
    SELECT 'bed_refused', a.id, r.record, a.answered, NULL, r.governorate, r.sex, r.age, a.decline
    FROM bed_ask a JOIN bed_request r ON r.record = a.request
    WHERE a.decline IS NOT NULL AND a.answered IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.record = r.record);

INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code)
    SELECT 'child_safe', c.record, c.record, c.ended, c.started, c.governorate, NULL, c.age_band, c.because
    FROM clock c WHERE c.code = 'T1' AND c.ended IS NOT NULL
    AND c.because IN ('kin', 'foster', 'shelter', 'hospital', 'interim');

INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code)
    SELECT 'right_opened', u.record, u.record, u.opened, NULL, u.governorate, NULL,
    CASE WHEN u.child THEN 'child' ELSE 'adult' END, u.kind
    FROM unmet_right u;

INSERT INTO fact (what, subject, record, at, since, governorate, sex, age, code)
    SELECT 'right_met', u.record, u.record, COALESCE(u.met, u.closed), u.opened, u.governorate, NULL,
    CASE WHEN u.child THEN 'child' ELSE 'adult' END, u.kind
    FROM unmet_right u WHERE u.met IS NOT NULL OR u.closed IS NOT NULL;
