-- Texts to search in, each kind by one statement: what it belongs to, and its fields parted by U+001F. Newest first.

-- What a case is called by: its number, title and own number.
-- name: hit_case
SELECT application.id AS id, application.round AS round, application.year AS year, application.n AS n, application.title AS title,
  application.own_number AS own_number, application.own_number_key AS own_number_key, region.short AS lead
FROM application JOIN region ON region.code = application.lead
ORDER BY application.id DESC;

-- Those who apply together, and their own numbers.
-- name: hit_case_participants
SELECT participant.application AS application, region.name AS name, region.short AS short,
  participant.own_number AS own_number, participant.own_number_key AS own_number_key
FROM participant JOIN region ON region.code = participant.region
ORDER BY participant.application DESC, participant.id;

-- Other bodies' numbers for the case.
-- name: hit_case_numbers
SELECT application, number, number_key FROM cross_number WHERE application IS NOT NULL
ORDER BY application DESC, id;

-- name: hit_text
SELECT id, id AS application, NULL AS matter, NULL AS measure, NULL AS n, 0 AS working, 0 AS marked, arrived_on AS on_day,
  summary || char(31) || economy || char(31) || needs || char(31) || scope || char(31) || sources AS text
FROM application WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- name: hit_need
SELECT id, application, NULL AS matter, NULL AS measure, n, 0 AS working, 0 AS marked, NULL AS on_day,
  title || char(31) || text AS text
FROM need WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- name: hit_reference
SELECT id, application, NULL AS matter, NULL AS measure, NULL AS n, 0 AS working, 0 AS marked, NULL AS on_day,
  title || char(31) || issuer || char(31) || number AS text
FROM reference WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- name: hit_background
SELECT id, application, NULL AS matter, NULL AS measure, NULL AS n, 0 AS working, 0 AS marked, NULL AS on_day,
  given || char(31) || what || char(31) || who || char(31) || number || char(31) || outcome AS text
FROM background WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- name: hit_measure
SELECT id, application, NULL AS matter, id AS measure, n, 0 AS working, 0 AS marked, NULL AS on_day,
  title || char(31) || description || char(31) || achieve || char(31) || other_support || char(31) || lasting AS text
FROM measure WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- name: hit_promise
SELECT promise.measure AS id, measure.application AS application, NULL AS matter, measure.id AS measure,
  measure.n AS n, 0 AS working, 0 AS marked, NULL AS on_day,
  promise.need_shown || char(31) || promise.running || char(31) || promise.transfer || char(31) || promise.otherwise
  || char(31) || promise.scope || char(31) || promise.perspective AS text
FROM promise JOIN measure ON measure.id = promise.measure
WHERE promise.measure BETWEEN :first AND :last
ORDER BY promise.measure DESC;

-- name: hit_indicator
SELECT indicator.id AS id, measure.application AS application, NULL AS matter, measure.id AS measure,
  measure.n AS n, 0 AS working, 0 AS marked, NULL AS on_day,
  indicator.name || char(31) || indicator.baseline || char(31) || indicator.target || char(31) || indicator.method AS text
FROM indicator JOIN measure ON measure.id = indicator.measure
WHERE indicator.id BETWEEN :first AND :last
ORDER BY indicator.id DESC;

-- name: hit_matter
SELECT id, NULL AS application, id AS matter, NULL AS measure, NULL AS n, 0 AS working, 0 AS marked, opened_on AS on_day,
  n || '-' || year || ' ' || title || char(31) || party || char(31) || about || char(31) || outcome AS text
FROM matter WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- What was moved, differed and decided at an item of a sitting; what was registered by mistake is not there. Who is barred
-- from the case does not find it before the minutes are approved.
-- name: hit_item
SELECT i.id AS id, i.application AS application, iif(i.application IS NULL, s.matter, NULL) AS matter,
  i.measure AS measure, i.section AS n, 0 AS working, 0 AS marked, s.adjusted_on IS NULL AND NOT i.immediate AS kept,
  s.on_day AS on_day,
  i.title || char(31) || i.proposes || char(31) || i.outcome_why || char(31) || i.ruling || char(31)
  || coalesce((SELECT group_concat(text, char(10)) FROM (SELECT text FROM motion_standing AS m WHERE m.item = i.id
    ORDER BY m.n)), '') || char(31)
  || coalesce((SELECT group_concat(text, char(10)) FROM (SELECT text FROM reservation_standing AS r WHERE r.item = i.id
    ORDER BY r.id)), '') AS text
FROM sitting_item AS i JOIN sitting AS s ON s.id = i.sitting WHERE i.id BETWEEN :first AND :last
ORDER BY i.id DESC;

-- A marked paper is known to all by the public register's words for it.
-- name: hit_document
SELECT id, application, matter, NULL AS measure, n, 0 AS working, 0 AS marked, on_day,
  iif(secret_ground IS NULL, subject, open_subject) || char(31) || party || char(31) || coalesce(own_number, '')
  || char(31) || coalesce(file_name, '') AS text
FROM document WHERE id BETWEEN :first AND :last
ORDER BY id DESC;

-- What was discarded when the case was closed is gone; what was kept then is open to all.
-- name: hit_note
SELECT note.id AS id, application, NULL AS matter, measure, n,
  kind = 'working' AND coalesce(fate, '') NOT IN ('archive', 'file') AS working, 0 AS marked, occurred_on AS on_day,
  iif(fate IS 'discard', '', said || char(31) || changed || char(31) || with_whom || char(31) || with_role || char(31)
    || with_name) AS text
FROM note LEFT JOIN note_fate ON note_fate.note = note.id
WHERE note.id BETWEEN :first AND :last
ORDER BY note.id DESC;

-- What stands in a paper; of a marked one also its subject.
-- name: hit_inside
SELECT document.id AS id, document.application AS application, document.matter AS matter, NULL AS measure,
  document.n AS n, 0 AS working, document.secret_ground IS NOT NULL AS marked, document.on_day AS on_day,
  coalesce(document_text.text, '') || char(31) || iif(document.secret_ground IS NULL, '', document.subject) AS text
FROM document LEFT JOIN document_text ON document_text.document = document.id
WHERE document.id BETWEEN :first AND :last
ORDER BY document.id DESC;

-- What has happened since: which things may read otherwise than they did.
-- name: hit_changed
SELECT object, object_id FROM event WHERE seq > :seq ORDER BY seq;

-- Words that mean the same, each list parted by commas.
-- name: hit_synonyms
SELECT name_sv, name_en FROM word WHERE kind = 'synonym' ORDER BY sort, code;

-- The event a search was made ready at is still the same one.
-- name: hit_event
SELECT hash FROM event WHERE seq = :seq;

-- Papers and notes whose content is gone: nothing of it may stand in what was made ready.
-- name: hit_removals
SELECT (SELECT count(*) FROM removal) + (SELECT count(*) FROM note_fate WHERE fate = 'discard') AS removals;

-- About how many texts there are, for saying how far one has come.
-- name: hit_things
SELECT 2 * coalesce((SELECT max(id) FROM measure), 0) + coalesce((SELECT max(id) FROM application), 0)
  + coalesce((SELECT max(id) FROM note), 0) + coalesce((SELECT max(id) FROM sitting_item), 0)
  + 2 * coalesce((SELECT max(id) FROM document), 0) AS things;

-- Names of the case and the matter that a hit stands in.
-- name: hit_matter_name
SELECT year, n, title FROM matter WHERE id = :id;
-- name: hit_measure_n
SELECT n FROM measure WHERE id = :id;
