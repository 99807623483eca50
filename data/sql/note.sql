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
  person.name AS author, note.written_at AS written_at, about.gate AS gate, about.criterion AS criterion,
  coalesce(about.communicate, 0) AS communicate, about.follow_on AS follow_on, follow_up.done_on AS followed_on,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE follow_up.how END AS followed_how,
  (SELECT name FROM person WHERE id = follow_up.done_by) AS followed_by
FROM note JOIN person ON person.id = note.author
  LEFT JOIN note_about AS about ON about.note = note.id
  LEFT JOIN follow_up ON follow_up.note = note.id
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

-- The versions an application's control points and criteria are of, and whether these two are among them.
-- name: note_versions
SELECT round.gate_version AS gate_version, round.criteria_version AS criteria_version,
  EXISTS (SELECT 1 FROM gate WHERE version = round.gate_version AND id = :gate) AS gate_there,
  EXISTS (SELECT 1 FROM criterion WHERE version = round.criteria_version AND id = :criterion) AS criterion_there
FROM application JOIN round ON round.id = application.round WHERE application.id = :application;

-- name: note_about_insert
INSERT INTO note_about (note, gate_version, gate, criteria_version, criterion, communicate, follow_on)
VALUES (:note, :gate_version, :gate, :criteria_version, :criterion, :communicate, :follow_on);

-- Is the note to be followed up, and has that been done?
-- name: note_follow
SELECT note.id AS id, note.kind = 'working' AS working, about.follow_on AS follow_on, follow_up.done_on AS done_on
FROM note LEFT JOIN note_about AS about ON about.note = note.id LEFT JOIN follow_up ON follow_up.note = note.id
WHERE note.application = :application AND note.n = :n;

-- name: note_follow_insert
INSERT INTO follow_up (note, done_on, how, done_by) VALUES (:note, :done_on, :how, :done_by);
