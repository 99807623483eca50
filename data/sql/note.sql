-- Dialogue notes (FL 27 §).

-- Newest first; working material only for who may see it. A note is corrected at most once.
-- name: note_list
SELECT note.id AS id, note.application AS application, note.n AS n, note.measure AS measure, measure.n AS measure_n,
  note.kind AS kind, note.occurred_on AS occurred_on, note.occurred_time AS occurred_time, note.way AS way,
  note.with_whom AS with_whom, note.with_role AS with_role, note.with_name AS with_name, note.said AS said,
  note.changed AS changed, note.corrects AS corrects, old.n AS corrects_n, new.id AS corrected_by, new.n AS corrected_by_n,
  person.name AS author, note.written_at AS written_at
FROM note JOIN person ON person.id = note.author
  LEFT JOIN measure ON measure.id = note.measure
  LEFT JOIN note AS old ON old.id = note.corrects
  LEFT JOIN note AS new ON new.application = note.application AND new.corrects = note.id
WHERE note.application = :application AND (:working OR note.kind = 'file')
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
