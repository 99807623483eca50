-- Matters that are not applications: the round itself, support with an analysis, requests, reports, meetings, referrals.
-- Their numbers are of the applications' series.

-- name: matter_list
SELECT m.id AS id, m.version AS version, m.year AS year, m.n AS n, m.kind AS kind, m.title AS title,
  m.opened_on AS opened_on, m.round AS round, round.name AS round_name, m.region AS region, region.short AS region_short,
  m.party AS party, m.about AS about, m.officer AS officer, officer.name AS officer_name, m.outcome AS outcome,
  person.name AS registered_by, m.registered_at AS registered_at,
  (SELECT closed_on FROM closure WHERE closure.matter = m.id AND reopened_on IS NULL) AS closed_on,
  wrong.why AS wrong_why, coalesce(ta.year, tm.year) AS wrong_year, coalesce(ta.n, tm.n) AS wrong_n,
  (SELECT count(*) FROM document WHERE document.matter = m.id) AS documents
FROM matter AS m LEFT JOIN round ON round.id = m.round LEFT JOIN region ON region.code = m.region
  LEFT JOIN person AS officer ON officer.id = m.officer JOIN person ON person.id = m.registered_by
  LEFT JOIN misregistration AS wrong ON wrong.matter = m.id
  LEFT JOIN application AS ta ON ta.id = wrong.to_application LEFT JOIN matter AS tm ON tm.id = wrong.to_matter
WHERE (:id = 0 OR m.id = :id) AND (:kind IS NULL OR m.kind = :kind)
ORDER BY m.year DESC, m.n DESC;

-- name: matter_standing
SELECT version, year,
  EXISTS (SELECT 1 FROM misregistration WHERE matter = matter.id) AS misregistered,
  EXISTS (SELECT 1 FROM closure WHERE closure.matter = matter.id AND reopened_on IS NULL) AS closed
FROM matter WHERE id = :id;

-- The round's own matter: there is one at most.
-- name: matter_of_round
SELECT year, n FROM matter WHERE kind = 'round' AND round = :round AND id <> :id;

-- name: matter_officer
SELECT EXISTS (SELECT 1 FROM person WHERE id = :id) AS found;

-- name: matter_insert
INSERT INTO matter (year, n, kind, title, opened_on, round, region, party, about, officer, outcome, registered_by,
  registered_at)
VALUES (:year, :n, :kind, :title, :opened_on, :round, :region, :party, :about, :officer, :outcome, :registered_by,
  :registered_at);

-- name: matter_update
UPDATE matter SET kind = :kind, title = :title, opened_on = :opened_on, round = :round, region = :region, party = :party,
  about = :about, officer = :officer, outcome = :outcome, version = version + 1
WHERE id = :id AND version = :version;

-- ---- closing -----------------------------------------------------------------------------------------------------

-- name: matter_closing
SELECT m.version AS version, m.opened_on AS opened_on, closure.id AS closure,
  closure.id IS NOT NULL AND closure.reopened_on IS NULL AS closed,
  EXISTS (SELECT 1 FROM misregistration WHERE matter = m.id) AS misregistered
FROM matter AS m LEFT JOIN closure ON closure.matter = m.id WHERE m.id = :id;

-- What is still open in the matter: a code, and numbers or how many.
-- name: matter_open_ends
SELECT 'unsent' AS what, count(*) AS which FROM document AS d JOIN dispatch ON dispatch.document = d.id
  WHERE d.matter = :matter AND dispatch.sent_on IS NULL AND d.moved_to IS NULL AND d.void_why IS NULL HAVING count(*) > 0
UNION ALL SELECT 'untested', group_concat(n, ', ') FROM release_part WHERE matter = :matter AND outcome IS NULL
  HAVING count(*) > 0
UNION ALL SELECT 'unadjusted', '' FROM sitting WHERE sitting.matter = :matter AND opened_at IS NOT NULL AND adjusted_on IS NULL
UNION ALL SELECT 'unended', '' FROM matter WHERE id = :matter AND outcome = '';

-- name: matter_close
INSERT INTO closure (matter, closed_on, why, closed_by) VALUES (:matter, :closed_on, :why, :closed_by);

-- name: matter_close_again
UPDATE closure SET closed_on = :closed_on, why = :why, closed_by = :closed_by, reopened_on = NULL, reopened_why = NULL,
  version = version + 1
WHERE id = :id AND reopened_on IS NOT NULL;

-- name: matter_reopen
UPDATE closure SET reopened_on = :reopened_on, reopened_why = :why, version = version + 1
WHERE id = :id AND reopened_on IS NULL;

-- ---- finding one ---------------------------------------------------------------------------------------------------

-- name: matter_by_number
SELECT id, year, n FROM matter WHERE n = :n AND year = :year;

-- The number in every year there is.
-- name: matter_by_n
WITH RECURSIVE years (year) AS (SELECT min(year) FROM matter
  UNION ALL SELECT (SELECT min(year) FROM matter WHERE matter.year > years.year) FROM years WHERE years.year IS NOT NULL)
SELECT m.id AS id, m.year AS year, m.n AS n
FROM years CROSS JOIN matter AS m ON m.year = years.year AND m.n = :n
ORDER BY m.year;

-- name: matter_by_own
SELECT m.id AS id, m.year AS year, m.n AS n FROM matter AS m
WHERE m.id IN (SELECT matter FROM cross_number WHERE number_key = :key
  UNION ALL SELECT matter FROM document WHERE own_number_key = :key AND moved_to IS NULL AND void_why IS NULL)
ORDER BY m.year, m.n;

-- ---- cases registered by mistake ------------------------------------------------------------------------------------

-- What keeps a case from being a mistake: it has been decided on or assessed.
-- name: misregistration_bound
SELECT EXISTS (SELECT 1 FROM misregistration WHERE application = :application OR matter = :matter) AS already,
  EXISTS (SELECT 1 FROM measure AS m JOIN decision AS d ON d.measure = m.id WHERE m.application = :application) AS decided,
  EXISTS (SELECT 1 FROM measure AS m JOIN assignment AS x ON x.measure = m.id JOIN assessment AS s ON s.assignment = x.id
    WHERE m.application = :application AND s.submitted_at IS NOT NULL) AS assessed;

-- name: misregistration_insert
INSERT INTO misregistration (application, matter, to_application, to_matter, why, found_by, found_at)
VALUES (:application, :matter, :to_application, :to_matter, :why, :found_by, :found_at);

-- name: misregistration_find
SELECT w.why AS why, w.found_at AS found_at, person.name AS found_by, w.to_application AS to_application,
  w.to_matter AS to_matter, coalesce(a.year, m.year) AS year, coalesce(a.n, m.n) AS n
FROM misregistration AS w JOIN person ON person.id = w.found_by
  LEFT JOIN application AS a ON a.id = w.to_application LEFT JOIN matter AS m ON m.id = w.to_matter
WHERE w.application = :application OR w.matter = :matter;

-- ---- other bodies' numbers for the same thing -------------------------------------------------------------------------

-- name: cross_number_list
SELECT c.id AS id, c.version AS version, c.region AS region, region.short AS region_short, c.number AS number,
  c.about AS about
FROM cross_number AS c LEFT JOIN region ON region.code = c.region
WHERE c.application = :application OR c.matter = :matter ORDER BY c.id;

-- name: cross_number_standing
SELECT version, application, matter FROM cross_number WHERE id = :id;

-- name: cross_number_taken
SELECT EXISTS (SELECT 1 FROM cross_number WHERE number_key = :key AND id <> :id
  AND (application = :application OR matter = :matter)) AS taken;

-- name: cross_number_insert
INSERT INTO cross_number (application, matter, region, number, number_key, about)
VALUES (:application, :matter, :region, :number, :number_key, :about);

-- name: cross_number_update
UPDATE cross_number SET region = :region, number = :number, number_key = :number_key, about = :about, version = version + 1
WHERE id = :id AND version = :version;
