-- A safe place: shelters with their places, requests, what each shelter answered, stays, people who must
-- not meet, and rights not yet met.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE shelter (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    org TEXT NOT NULL,
    governorate TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    hours TEXT NOT NULL,
    languages TEXT NOT NULL,
    closed BOOLEAN NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX shelter_by_place ON shelter (governorate, code);
CREATE INDEX shelter_by_jurisdiction ON shelter (jurisdiction, governorate);
CREATE INDEX shelter_by_code ON shelter (code, record);

CREATE TABLE shelter_places (
    id TEXT PRIMARY KEY,
    shelter TEXT NOT NULL,
    sex TEXT NOT NULL,
    age TEXT NOT NULL,
    family BOOLEAN NOT NULL,
    disability BOOLEAN NOT NULL,
    places BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
CREATE INDEX shelter_places_by_shelter ON shelter_places (shelter);

CREATE TABLE shelter_address (
    record TEXT PRIMARY KEY,
    address BYTEA NOT NULL
);

CREATE TABLE bed_request (
    record TEXT PRIMARY KEY,
    root TEXT NOT NULL,
    code TEXT NOT NULL,
    asked BIGINT NOT NULL,
    governorate TEXT NOT NULL,
    sex TEXT NOT NULL,
    age TEXT NOT NULL,
    family BOOLEAN NOT NULL,
    heads BIGINT NOT NULL,
    disability BOOLEAN NOT NULL,
    languages TEXT NOT NULL,
    danger BOOLEAN NOT NULL,
    round BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,
    free_text BYTEA
);
CREATE INDEX bed_request_by_time ON bed_request (asked, record);
CREATE INDEX bed_request_by_code ON bed_request (code);
CREATE INDEX bed_request_by_root ON bed_request (root);
CREATE INDEX bed_request_by_state ON bed_request (state, governorate, sex, age);

CREATE TABLE shelter_inquiry (
    id TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    shelter TEXT NOT NULL,
    org TEXT NOT NULL,
    places_row TEXT NOT NULL,
    asked BIGINT NOT NULL,
    due BIGINT NOT NULL,
    state TEXT NOT NULL,
    hold_until BIGINT,
    for_judge BOOLEAN NOT NULL,
    decline TEXT,
    condition_body TEXT,
    answered BIGINT,
    because TEXT,
    review_due BIGINT,
    reviewed BIGINT
);
CREATE INDEX shelter_inquiry_by_request ON shelter_inquiry (request, asked);
CREATE INDEX shelter_inquiry_by_org ON shelter_inquiry (request, state, org);
CREATE INDEX shelter_inquiry_by_shelter ON shelter_inquiry (shelter, state);
CREATE INDEX shelter_inquiry_by_hold ON shelter_inquiry (state, hold_until);
CREATE INDEX shelter_inquiry_by_due ON shelter_inquiry (state, due);
CREATE INDEX shelter_inquiry_to_review ON shelter_inquiry (review_due, id)
    WHERE decline = 'other' AND reviewed IS NULL AND review_due IS NOT NULL;

CREATE TABLE bed_stay (
    inquiry TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    shelter TEXT NOT NULL,
    began BIGINT NOT NULL,
    emergency_until BIGINT NOT NULL,
    ended BIGINT,
    exit TEXT,
    address_known BOOLEAN
);
CREATE INDEX bed_stay_by_request ON bed_stay (request, began);

CREATE TABLE keep_apart (
    id TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    pair BYTEA NOT NULL,
    at BIGINT NOT NULL,
    code BYTEA,
    free_text BYTEA
);
CREATE INDEX keep_apart_by_pair ON keep_apart (pair);
CREATE INDEX keep_apart_by_request ON keep_apart (request, at);

CREATE TABLE unmet_right (
    record TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    inquiry TEXT,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    charged TEXT,
    governorate TEXT NOT NULL,
    child BOOLEAN NOT NULL,
    opened BIGINT NOT NULL,
    due BIGINT NOT NULL,
    met BIGINT,
    answer TEXT,
    answered BIGINT,
    outcome TEXT,
    closed BIGINT
);
CREATE INDEX unmet_right_by_time ON unmet_right (opened, record);
CREATE INDEX unmet_right_by_request ON unmet_right (request, kind);
