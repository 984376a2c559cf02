-- The shelter board counts who has nowhere to go: from this index alone, in its order, without a look at
-- each request.

CREATE INDEX bed_request_by_need
    ON bed_request (state, governorate, age, sex, family, disability, heads, asked);
