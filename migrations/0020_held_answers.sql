-- What a lawyer said about somebody held, and when. What each column is for, and why it may stand in clear,
-- is told in docs/data-model.md.

ALTER TABLE held ADD COLUMN answer TEXT;
ALTER TABLE held ADD COLUMN answered BIGINT;
