-- Dialogue notes (FL 27 §).

-- Newest first; working material only for who may see it, unless it was kept when the case was closed. Of what was
-- discarded then, only the trace. A note is corrected at most once.
-- name: note_list
SELECT note.id AS id, note.application AS application, note.n AS n, note.measure AS measure, measure.n AS measure_n,
  CASE WHEN f.fate = 'file' THEN 'file' ELSE note.kind END AS kind, note.occurred_on AS occurred_on,
  note.occurred_time AS occurred_time, note.way AS way,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_whom END AS with_whom,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_role END AS with_role,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_name END AS with_name,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.said END AS said,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.changed END AS changed, f.fate AS fate, note.corrects AS corrects, old.n AS corrects_n, new.id AS corrected_by, new.n AS corrected_by_n,
  person.name AS author, note.written_at AS written_at
FROM note JOIN person ON person.id = note.author
  LEFT JOIN measure ON measure.id = note.measure
  LEFT JOIN note_fate AS f ON f.note = note.id
  LEFT JOIN note AS old ON old.id = note.corrects
  LEFT JOIN note AS new ON new.application = note.application AND new.corrects = note.id
WHERE note.application = :application AND (:working OR note.kind = 'file' OR f.fate IN ('archive', 'file'))
ORDER BY note.n DESC;

-- The note that is to be corrected, and the one that has corrected it already.
-- name: note_standing
SELECT note.id AS id, note.kind AS kind, new.n AS corrected_by_n
FROM note LEFT JOIN note AS new ON new.application = note.application AND new.corrects = note.id
WHERE note.application = :application AND note.n = :n;

-- name: note_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM note WHERE application = :application;

-- Is this a measure of the application?
-- name: note_measure
SELECT EXISTS (SELECT 1 FROM measure WHERE id = :measure AND application = :application) AS belongs;

-- name: note_insert
INSERT INTO note (application, n, measure, kind, occurred_on, occurred_time, way, with_whom, with_role, with_name, said,
  changed, corrects, author, written_at)
VALUES (:application, :n, :measure, :kind, :occurred_on, :occurred_time, :way, :with_whom, :with_role, :with_name, :said,
  :changed, :corrects, :author, :written_at);

-- name: note_number
SELECT n FROM note WHERE id = :id;
