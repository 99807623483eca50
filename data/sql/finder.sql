-- The index of words beside a large office: which texts may hold a word. No facts: it is made from the office, and made
-- again whenever it is missing or another office's. Whoever asks it looks in the text itself afterwards.
-- words: the pieces of three letters each text has. A row's number says which text it is: its place, then the newest
-- first; below 2^40 it is a text that has changed, which `changed` knows the number of.
-- stamp: the office it belongs to, its newest event when the index was made, how many papers' contents were removed
-- then; and every letter there is, for words of two letters.

-- name: make
CREATE VIRTUAL TABLE words USING fts5 (text, content='', detail=none, tokenize="trigram case_sensitive 1");
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
CREATE TABLE changed (number INTEGER NOT NULL PRIMARY KEY, thing INTEGER NOT NULL) STRICT;
CREATE TABLE stamp (only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL, office TEXT NOT NULL,
  seq INTEGER NOT NULL, hash BLOB NOT NULL, removals INTEGER NOT NULL, letters TEXT NOT NULL) STRICT;
-- name: making
PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -16000;
-- name: using
PRAGMA synchronous = normal; PRAGMA busy_timeout = 200;
-- name: begin
BEGIN IMMEDIATE;
-- name: commit
COMMIT;
-- name: rollback
ROLLBACK;
-- name: merge
INSERT INTO words (words) VALUES ('optimize');
-- name: stamp_get
SELECT version, office, seq, hash, removals, letters, (SELECT count(*) FROM changed) FROM stamp;
-- name: stamp_put
INSERT OR REPLACE INTO stamp VALUES (1, ?, ?, ?, ?, ?, ?);
-- name: there
SELECT 1 FROM words_docsize WHERE id = ?;
-- name: put
INSERT INTO words (rowid, text) VALUES (?, ?);
-- name: changed_put
INSERT INTO changed (thing) VALUES (?);
-- name: ask
SELECT words.rowid, changed.thing FROM words LEFT JOIN changed ON changed.number = words.rowid
WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid;
-- name: after
SELECT min(id) FROM words_docsize WHERE id > ?;
