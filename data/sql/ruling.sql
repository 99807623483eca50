-- Rulings: an application or a measure of it written off or dismissed, never tried (avskrivning, avvisning).

-- What a ruling is about, and what bars it: the measures it would cover that are decided, and a ruling that stands.
-- :measure NULL: all of the application.
-- name: ruling_subject
SELECT a.year AS year, a.n AS application_n, a.arrived_on AS arrived_on,
  EXISTS (SELECT 1 FROM misregistration WHERE misregistration.application = a.id) AS misregistered,
  (SELECT m.n FROM measure AS m WHERE m.id = :measure AND m.application = a.id) AS measure_n,
  (SELECT group_concat(n, ', ') FROM (SELECT m.n AS n FROM measure AS m WHERE m.application = a.id
      AND (:measure IS NULL OR m.id = :measure) AND EXISTS (SELECT 1 FROM decision AS d WHERE d.measure = m.id)
    ORDER BY m.n)) AS decided,
  (SELECT max(r.n) FROM ruling AS r WHERE r.application = a.id AND r.lifted = 0 AND (r.measure IS NULL OR r.measure = :measure)
    AND NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id)) AS stands,
  (SELECT coalesce(max(r.n), 0) + 1 FROM ruling AS r WHERE r.application = a.id) AS next_n
FROM application AS a WHERE a.id = :application;

-- The one that is replaced.
-- name: ruling_before
SELECT r.application AS application, r.measure AS measure, r.n AS n, r.kind AS kind, r.decided_on AS decided_on,
  r.lifted AS lifted, EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id) AS replaced
FROM ruling AS r WHERE r.id = :ruling;

-- name: ruling_insert
INSERT INTO ruling (application, measure, n, kind, decided_on, item, deciders, presenter, others, provisions, reasons,
  replaces, provision, lifted, recorded_by, recorded_at)
VALUES (:application, :measure, :n, :kind, :decided_on, :item, :deciders, :presenter, :others, :provisions, :reasons,
  :replaces, :provision, :lifted, :recorded_by, :recorded_at);

-- Rulings of one application, newest first; with one id, that one.
-- name: ruling_list
SELECT r.id AS id, r.application AS application, a.year AS year, a.n AS application_n, r.measure AS measure, m.n AS measure_n,
  m.title AS title, a.title AS case_title,
  region.statute_name AS lead, r.n AS n, r.kind AS kind, r.decided_on AS decided_on, r.item AS item,
  sitting.on_day AS sitting_on, item.section AS section, item.year AS section_year, r.deciders AS deciders,
  r.presenter AS presenter, r.others AS others, r.provisions AS provisions, r.reasons AS reasons,
  old.n AS earlier_n, old.decided_on AS earlier_on, later.n AS later_n, later.decided_on AS later_on,
  (SELECT p.document FROM decision_paper AS p JOIN document AS d ON d.id = p.document
    WHERE p.ruling = r.id AND d.void_why IS NULL) AS document,
  (SELECT d.n FROM decision_paper AS p JOIN document AS d ON d.id = p.document
    WHERE p.ruling = r.id AND d.void_why IS NULL) AS document_n,
  (SELECT count(*) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.ruling = r.id) AS listed,
  (SELECT count(x.sent_on) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.ruling = r.id) AS sent,
  (SELECT max(x.sent_on) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.ruling = r.id) AS sent_on,
  r.provision AS provision, r.lifted AS lifted, person.name AS recorded_by, r.recorded_at AS recorded_at
FROM ruling AS r JOIN application AS a ON a.id = r.application JOIN region ON region.code = a.lead
  LEFT JOIN measure AS m ON m.id = r.measure JOIN person ON person.id = r.recorded_by LEFT JOIN ruling AS old ON old.id = r.replaces
  LEFT JOIN ruling AS later ON later.replaces = r.id LEFT JOIN sitting_item AS item ON item.id = r.item
  LEFT JOIN sitting ON sitting.id = item.sitting
WHERE r.application = :application AND (:ruling IS NULL OR r.id = :ruling)
ORDER BY r.n DESC;

-- name: ruling_find
SELECT id FROM ruling WHERE application = :application AND (:n = 0 OR n = :n) ORDER BY n DESC LIMIT 1;
