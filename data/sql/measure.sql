-- Measures (9 § 3): what support is given to.

-- name: measure_by_number
SELECT id FROM measure WHERE application = :application AND n = :n;

-- name: measure_live
SELECT id, n FROM measure WHERE application = :application AND withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id) ORDER BY n;

-- Measures of one application, or one measure: :measure NULL is all. :actor is the one who looks.
-- name: measure_list
SELECT m.id AS id, m.version AS version, m.application AS application, a.year AS year, a.n AS application_n, m.n AS n,
  m.title AS title, m.description AS description, m.achieve AS achieve, m.type AS type, m.area AS area,
  m.effect AS effect, m.tags AS tags, m.from_on AS from_on, m.to_on AS to_on, m.form AS form,
  m.other_support AS other_support, m.lasting AS lasting, m.invented AS invented, m.withdrawn_on AS withdrawn_on,
  m.withdrawn_why AS withdrawn_why,
  (SELECT r.kind FROM ruled JOIN ruling AS r ON r.id = ruled.ruling WHERE ruled.measure = m.id) AS ruling,
  (SELECT f.kind FROM decision AS d JOIN decision_form AS f ON f.decision = d.id WHERE d.measure = m.id
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)) AS decision_kind,
  (SELECT outcome FROM decision AS d WHERE d.measure = m.id
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)) AS outcome,
  (SELECT count(*) FROM assignment AS x WHERE x.measure = m.id AND x.ended_at IS NULL AND NOT EXISTS
    (SELECT 1 FROM set_aside WHERE set_aside.person = x.person AND set_aside.application = m.application)) AS assignments,
  (SELECT count(*) FROM assignment AS x JOIN assessment AS s ON s.assignment = x.id
    WHERE x.measure = m.id AND x.ended_at IS NULL AND s.submitted_at IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM set_aside WHERE set_aside.person = x.person AND set_aside.application = m.application)) AS submitted,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = :actor AND barred.application = m.application) AS barred,
  EXISTS (SELECT 1 FROM assignment AS x WHERE x.measure = m.id AND x.person = :actor AND x.ended_at IS NULL) AS mine,
  EXISTS (SELECT 1 FROM assignment AS x LEFT JOIN assessment AS s ON s.assignment = x.id
    WHERE x.measure = m.id AND x.person = :actor AND x.ended_at IS NULL AND s.submitted_at IS NULL) AS owing
FROM measure AS m JOIN application AS a ON a.id = m.application
WHERE m.application = :application AND (:measure IS NULL OR m.id = :measure)
ORDER BY m.n;

-- name: measure_application
SELECT application FROM measure WHERE id = :id;

-- What a change has to know of the measure as it stands.
-- name: measure_standing
SELECT m.version AS version, m.application AS application, m.n AS n, m.withdrawn_on AS withdrawn_on,
  EXISTS (SELECT 1 FROM decision AS d WHERE d.measure = m.id)
    OR EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id) AS decided
FROM measure AS m WHERE m.id = :id;

-- name: measure_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM measure WHERE application = :application;

-- name: measure_insert
INSERT INTO measure (application, n, title, description, achieve, type, area, effect, tags, from_on, to_on, form,
  other_support, lasting, invented)
VALUES (:application, :n, :title, :description, :achieve, :type, :area, :effect, :tags, :from_on, :to_on, :form,
  :other_support, :lasting, :invented);

-- name: measure_update
UPDATE measure SET title = :title, description = :description, achieve = :achieve, type = :type, area = :area,
  effect = :effect, tags = :tags, from_on = :from_on, to_on = :to_on, form = :form, other_support = :other_support,
  lasting = :lasting, invented = :invented, version = version + 1
WHERE id = :id AND version = :version;

-- name: measure_withdraw
UPDATE measure SET withdrawn_on = :withdrawn_on, withdrawn_why = :withdrawn_why, version = version + 1
WHERE id = :id AND version = :version;

-- Live measures of other live applications in which a region of this one takes part: the newest two thousand.
-- name: measure_elsewhere
SELECT m.n AS measure_n, m.title AS title, m.type AS type, m.area AS area, m.effect AS effect, m.tags AS tags,
  a.year AS year, a.n AS n, min(region.short) AS region
FROM participant AS mine JOIN participant AS other ON other.region = mine.region AND other.application <> mine.application
JOIN region ON region.code = mine.region JOIN application AS a ON a.id = other.application
JOIN measure AS m ON m.application = a.id
WHERE mine.application = :application AND a.withdrawn_on IS NULL AND m.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
GROUP BY m.id ORDER BY m.id DESC LIMIT 2000;
