-- Interpreters, and what people say of one in a talk.
-- What each column is for, and why it may stand in clear, is told in docs/data-model.md.

CREATE TABLE interpreter (
    record TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    languages TEXT NOT NULL,
    sex TEXT NOT NULL,
    governorate TEXT NOT NULL,
    oath TEXT NOT NULL,
    number BYTEA,
    links BYTEA,
    number_index BYTEA UNIQUE,
    revision BIGINT NOT NULL
);

CREATE TABLE interpreter_word (
    record TEXT NOT NULL,
    root TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    word TEXT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (record, interpreter, word)
);
CREATE INDEX interpreter_word_by_root ON interpreter_word (root, interpreter);
CREATE INDEX interpreter_word_by_interpreter ON interpreter_word (interpreter);
