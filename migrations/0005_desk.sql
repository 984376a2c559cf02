-- Who answers for what, where: placement desks, legal aid, oversight, the state's duty officers and
-- the committee's focal point. What each column is for is told in docs/data-model.md.

CREATE TABLE desk (
    id TEXT PRIMARY KEY,
    duty TEXT NOT NULL,
    governorate TEXT,
    jurisdiction TEXT,
    org TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX desk_by_duty ON desk (duty, position);
CREATE INDEX desk_by_org ON desk (org, duty);
