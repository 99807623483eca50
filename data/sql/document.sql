-- The register (OSL 5 kap. 1–2 and 5 §§): papers of an application, of a matter of another kind, or of none yet.

-- What every list of papers shows. One statement for all of them, so that lists cannot differ: one by its id, those of an
-- application or of a matter, those registered in some days, or the inbox; what is not asked for is NULL.
-- name: document_list
SELECT d.id AS id, d.version AS version, d.application AS application, d.matter AS matter, d.n AS n,
  coalesce(a.year, m.year) AS year, coalesce(a.n, m.n) AS case_n, coalesce(a.title, m.title) AS case_title,
  d.direction AS direction, d.kind AS kind, d.on_day AS on_day, d.on_time AS on_time, d.found_on AS found_on,
  d.arrival_rule AS arrival_rule, d.dated_on AS dated_on, d.way AS way, d.region AS region, region.short AS region_short,
  d.party AS party, d.subject AS subject, d.open_subject AS open_subject, d.pages AS pages, d.incomplete AS incomplete,
  d.file_name AS file_name, d.file_hash AS file_hash, d.file_bytes AS file_bytes, d.own_number AS own_number,
  d.secret_ground AS secret_ground, d.secret_on AS secret_on, d.secret_by AS secret_by, d.void_why AS void_why,
  d.moved_to AS moved_to, there.n AS moved_n, coalesce(ta.year, tm.year) AS moved_year, coalesce(ta.n, tm.n) AS moved_case_n,
  (SELECT id FROM document AS here WHERE here.moved_to = d.id) AS moved_from,
  d.direction = 'in' AND d.kind = 'application' AND d.on_day > round.closes_on AS late,
  person.name AS registered_by, d.registered_at AS registered_at,
  removal.kind AS removed, removal.ground AS removed_ground, removal.removed_at AS removed_at, remover.name AS removed_by,
  (SELECT count(*) FROM dispatch WHERE dispatch.document = d.id) AS listed,
  (SELECT count(sent_on) FROM dispatch WHERE dispatch.document = d.id) AS sent,
  (SELECT count(received_on) FROM dispatch WHERE dispatch.document = d.id) AS received
FROM document AS d
  LEFT JOIN application AS a ON a.id = d.application LEFT JOIN round ON round.id = a.round
  LEFT JOIN matter AS m ON m.id = d.matter
  LEFT JOIN region ON region.code = d.region
  LEFT JOIN document AS there ON there.id = d.moved_to
  LEFT JOIN application AS ta ON ta.id = there.application LEFT JOIN matter AS tm ON tm.id = there.matter
  JOIN person ON person.id = d.registered_by
  LEFT JOIN removal ON removal.document = d.id LEFT JOIN person AS remover ON remover.id = removal.removed_by
WHERE d.id IN (SELECT id FROM document WHERE id = :id
  UNION ALL SELECT id FROM document WHERE application = :application
  UNION ALL SELECT id FROM document WHERE matter = :matter
  UNION ALL SELECT id FROM document WHERE registered_at >= :first AND registered_at < :last
  UNION ALL SELECT id FROM document WHERE :inbox AND n IS NULL AND void_why IS NULL)
ORDER BY d.n IS NULL, year, case_n, d.n, d.on_day, d.id;

-- What a change has to know of a paper as it stands.
-- name: document_standing
SELECT d.version AS version, d.application AS application, d.matter AS matter, d.n AS n, d.direction AS direction,
  d.on_day AS on_day, d.subject AS subject, d.file_hash AS file_hash, d.moved_to AS moved_to, d.void_why AS void_why,
  d.secret_ground AS secret_ground,
  EXISTS (SELECT 1 FROM removal WHERE removal.document = d.id) AS removed
FROM document AS d WHERE d.id = :id;

-- The case a paper is to belong to, and whether it is one that was registered by mistake.
-- name: document_case
SELECT a.year AS year, a.n AS n, a.title AS title,
  EXISTS (SELECT 1 FROM misregistration WHERE application = a.id) AS misregistered
FROM application AS a WHERE a.id = :application
UNION ALL SELECT m.year, m.n, m.title, EXISTS (SELECT 1 FROM misregistration WHERE matter = m.id)
FROM matter AS m WHERE m.id = :matter;

-- name: document_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM (SELECT max(n) AS n FROM document WHERE application = :application
  UNION ALL SELECT max(n) FROM document WHERE matter = :matter);

-- name: document_by_number
SELECT id FROM document WHERE application = :application AND n = :n
UNION ALL SELECT id FROM document WHERE matter = :matter AND n = :n;

-- A paper of the inbox, by its key there.
-- name: document_untied
SELECT id FROM document WHERE id = :id AND n IS NULL;

-- name: document_insert
INSERT INTO document (application, matter, n, direction, kind, on_day, on_time, found_on, arrival_rule, dated_on, way,
  region, party, subject, open_subject, pages, incomplete, file_name, file_hash, file_bytes, own_number, own_number_key,
  secret_ground, secret_on, secret_by, registered_by, registered_at)
VALUES (:application, :matter, :n, :direction, :kind, :on_day, :on_time, :found_on, :arrival_rule, :dated_on, :way,
  :region, :party, :subject, :open_subject, :pages, :incomplete, :file_name, :file_hash, :file_bytes, :own_number,
  :own_number_key, :secret_ground, :secret_on, :secret_by, :registered_by, :registered_at);

-- name: document_update
UPDATE document SET direction = :direction, kind = :kind, on_day = :on_day, on_time = :on_time, found_on = :found_on,
  arrival_rule = :arrival_rule, dated_on = :dated_on, way = :way, region = :region, party = :party, subject = :subject,
  open_subject = :open_subject, pages = :pages, incomplete = :incomplete, own_number = :own_number,
  own_number_key = :own_number_key, secret_ground = :secret_ground, secret_on = :secret_on, secret_by = :secret_by,
  version = version + 1
WHERE id = :id AND version = :version;

-- A paper of the inbox gets its case and with it its number.
-- name: document_tie
UPDATE document SET application = :application, matter = :matter, n = :n, version = version + 1
WHERE id = :id AND version = :version;

-- name: document_attach
UPDATE document SET file_name = :file_name, file_hash = :file_hash, file_bytes = :file_bytes, version = version + 1
WHERE id = :id AND version = :version;

-- The same paper in another case: what it is stays as it was, its number and who registered it there do not.
-- name: document_copy
INSERT INTO document (application, matter, n, direction, kind, on_day, on_time, found_on, arrival_rule, dated_on, way,
  region, party, subject, open_subject, pages, incomplete, file_name, file_hash, file_bytes, own_number, own_number_key,
  secret_ground, secret_on, secret_by, registered_by, registered_at)
SELECT :application, :matter, :n, direction, kind, on_day, on_time, found_on, arrival_rule, dated_on, way, region, party,
  subject, open_subject, pages, incomplete, file_name, file_hash, file_bytes, own_number, own_number_key, secret_ground,
  secret_on, secret_by, :registered_by, :registered_at
FROM document WHERE id = :id;

-- name: document_copy_text
INSERT INTO document_text (document, text) SELECT :to, text FROM document_text WHERE document = :from;

-- name: document_moved
UPDATE document SET moved_to = :moved_to, version = version + 1 WHERE id = :id AND version = :version;

-- name: document_void
UPDATE document SET void_why = :void_why, version = version + 1 WHERE id = :id AND version = :version;

-- Papers of a case that are neither moved nor void.
-- name: document_live
SELECT id, n FROM document WHERE application = :application AND moved_to IS NULL AND void_why IS NULL
UNION ALL SELECT id, n FROM document WHERE matter = :matter AND moved_to IS NULL AND void_why IS NULL
ORDER BY n;

-- ---- content -------------------------------------------------------------------------------------------------------

-- name: document_text_find
SELECT text FROM document_text WHERE document = :document;

-- name: document_text_put
INSERT INTO document_text (document, text) VALUES (:document, :text) ON CONFLICT (document) DO UPDATE SET text = excluded.text;

-- name: document_text_drop
DELETE FROM document_text WHERE document = :document;

-- Does another paper still have the file? One that was moved has it where it stands now.
-- name: document_sharing
SELECT EXISTS (SELECT 1 FROM document AS d WHERE d.file_hash = :hash AND d.moved_to IS NULL
  AND NOT EXISTS (SELECT 1 FROM removal WHERE removal.document = d.id)) AS shared;

-- name: document_removal
INSERT INTO removal (document, kind, ground, removed_by, removed_at)
VALUES (:document, :kind, :ground, :removed_by, :removed_at);

-- ---- reading of marked papers ----------------------------------------------------------------------------------------

-- name: reading_insert
INSERT INTO reading (document, person, read_at) VALUES (:document, :person, :read_at);

-- name: reading_list
SELECT person.name AS person, reading.read_at AS read_at
FROM reading JOIN person ON person.id = reading.person
WHERE reading.document = :document ORDER BY reading.id DESC;

-- ---- distribution lists ----------------------------------------------------------------------------------------------

-- name: dispatch_list
SELECT d.id AS id, d.version AS version, d.region AS region, region.short AS region_short, d.name AS name, d.way AS way,
  d.sent_on AS sent_on, d.received_on AS received_on
FROM dispatch AS d LEFT JOIN region ON region.code = d.region
WHERE d.document = :document ORDER BY region.sort_key IS NULL, region.sort_key, d.id;

-- name: dispatch_standing
SELECT document, version, sent_on, received_on FROM dispatch WHERE id = :id;

-- name: dispatch_named
SELECT EXISTS (SELECT 1 FROM dispatch WHERE document = :document AND region = :region) AS named;

-- name: dispatch_insert
INSERT INTO dispatch (document, region, name, way, sent_on, received_on)
VALUES (:document, :region, :name, :way, :sent_on, :received_on);

-- name: dispatch_update
UPDATE dispatch SET sent_on = :sent_on, received_on = :received_on, version = version + 1
WHERE id = :id AND version = :version;

-- name: dispatch_regions
SELECT code FROM region ORDER BY sort_key;

-- ---- finding the case of a paper that arrives alone --------------------------------------------------------------------

-- Cases that carry the number a paper carries: the applicant's own, a participant's, a number noted as the same thing's,
-- or that of another paper there.
-- name: inbox_by_number
SELECT a.id AS application, NULL AS matter, a.year AS year, a.n AS n, a.title AS title FROM application AS a
WHERE a.own_number_key = :key AND NOT EXISTS (SELECT 1 FROM misregistration WHERE application = a.id)
UNION SELECT a.id, NULL, a.year, a.n, a.title FROM participant AS p JOIN application AS a ON a.id = p.application
WHERE p.own_number_key = :key AND NOT EXISTS (SELECT 1 FROM misregistration WHERE application = a.id)
UNION SELECT a.id, NULL, a.year, a.n, a.title FROM cross_number AS c JOIN application AS a ON a.id = c.application
WHERE c.number_key = :key AND NOT EXISTS (SELECT 1 FROM misregistration WHERE application = a.id)
UNION SELECT NULL, m.id, m.year, m.n, m.title FROM cross_number AS c JOIN matter AS m ON m.id = c.matter
WHERE c.number_key = :key AND NOT EXISTS (SELECT 1 FROM misregistration WHERE matter = m.id)
UNION SELECT a.id, NULL, a.year, a.n, a.title FROM document AS d JOIN application AS a ON a.id = d.application
WHERE d.own_number_key = :key AND d.moved_to IS NULL AND d.void_why IS NULL
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE application = a.id)
UNION SELECT NULL, m.id, m.year, m.n, m.title FROM document AS d JOIN matter AS m ON m.id = d.matter
WHERE d.own_number_key = :key AND d.moved_to IS NULL AND d.void_why IS NULL
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE matter = m.id)
ORDER BY 3 DESC, 4 DESC;

-- Cases the sender takes part in; those that still lack its decision first, then the newest.
-- name: inbox_by_region
SELECT application, matter, year, n, title FROM (
  SELECT a.id AS application, NULL AS matter, a.year AS year, a.n AS n, a.title AS title, p.paper <> 'decision' AS waits
  FROM participant AS p JOIN application AS a ON a.id = p.application
  WHERE p.region = :region AND a.withdrawn_on IS NULL
  UNION ALL SELECT NULL, m.id, m.year, m.n, m.title, 0 FROM matter AS m
  WHERE m.region = :region AND NOT EXISTS (SELECT 1 FROM misregistration WHERE matter = m.id)
    AND NOT EXISTS (SELECT 1 FROM closure WHERE matter = m.id AND reopened_on IS NULL))
ORDER BY waits DESC, year DESC, n DESC;
