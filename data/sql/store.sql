-- The store's own statements: how a write begins and ends, and how a whole file is copied and checked. Only these may
-- use PRAGMA, BEGIN and VACUUM; the authorizer refuses them everywhere else.

-- Never plain BEGIN before a write: a reader that turns writer can lose its place and waiting does not help it.
-- name: store_begin
BEGIN IMMEDIATE;

-- name: store_look
BEGIN;

-- name: store_commit
COMMIT;

-- name: store_rollback
ROLLBACK;

-- Changes when another connection has committed.
-- name: store_data_version
PRAGMA data_version;

-- name: store_version
PRAGMA user_version;

-- name: store_application
PRAGMA application_id;

-- name: store_integrity
PRAGMA integrity_check;

-- name: store_references
PRAGMA foreign_key_check;

-- name: store_copy
VACUUM INTO :target;

-- What the file is made of, to be compared with schema.sql. SQLite's own tables and indexes have no text.
-- name: store_shape
SELECT type || ' ' || name AS part, sql
FROM sqlite_schema
WHERE name NOT GLOB 'sqlite_*'
ORDER BY type, name;
