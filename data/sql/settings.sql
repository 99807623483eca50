-- How every connection is set. Each line is applied when a file is opened and read back; a value is therefore written
-- the way SQLite reads it back (1 for on, 2 for FULL). A value that did not take stops the opening.

-- First, so that nothing below fails because somebody else is opening the file too.
PRAGMA busy_timeout = 5000;
-- Text is UTF-8; a file in another encoding is not ours.
PRAGMA encoding = 'UTF-8';
-- Readers never wait for the writer. Only in a file, and only where this connection may write.
PRAGMA journal_mode = wal;
-- FULL: a power cut takes nothing that was answered "saved". NORMAL lost such changes in tests.
PRAGMA synchronous = 2;
PRAGMA foreign_keys = 1;
-- Without it INSERT OR REPLACE walks past a trigger that forbids deletion.
PRAGMA recursive_triggers = 1;
-- Functions with side effects may not be called from the file's own views and triggers.
PRAGMA trusted_schema = 0;
PRAGMA cell_size_check = 1;
PRAGMA ignore_check_constraints = 0;
-- A stray pointer must not be able to write into the file; a failing disk must answer an error, not a signal.
PRAGMA mmap_size = 0;
-- Sorted lists of cases never become files in a shared temporary folder.
PRAGMA temp_store = 2;
-- What is deleted is overwritten.
PRAGMA secure_delete = 1;
-- The write-ahead file is cut to 16 MB when a long reader has let it grow.
PRAGMA journal_size_limit = 16777216;
