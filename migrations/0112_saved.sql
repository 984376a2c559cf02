-- What somebody chose in the sentence above a list and wants to find again, for them alone.
CREATE TABLE saved_list (
    account TEXT NOT NULL,
    list TEXT NOT NULL,
    asked TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, list, asked)
);
