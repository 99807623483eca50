-- Applications. What is worked out of an application (counts, sums, facts for its status) is asked of a range of ids,
-- :first to :last: one id for a row on the screen, the whole office for a filter, by the same statement in both cases.
-- CROSS JOIN keeps the order of the tables: a range is always walked from the application, never from a table beside it.

-- Every application, newest number first: one covering index and nothing else.
-- name: application_index
SELECT id FROM application ORDER BY year DESC, n DESC;

-- The same for one round.
-- name: application_index_round
SELECT id FROM application WHERE round = :round ORDER BY year DESC, n DESC;

-- What the list shows of the application itself.
-- name: application_rows
SELECT a.id AS id, a.version AS version, a.year AS year, a.n AS n, a.round AS round, a.lead AS lead,
  region.short AS lead_short, a.title AS title, a.own_number AS own_number, round.name AS round_name,
  round.gate_version AS gate_version, a.officer AS officer,
  (SELECT name FROM person WHERE person.id = a.officer) AS officer_name, a.arrived_on AS arrived_on,
  a.arrived_on > round.closes_on AS late, a.withdrawn_on IS NOT NULL AS withdrawn,
  (SELECT ruled.kind FROM ruled_application AS ruled WHERE ruled.application = a.id) AS ruling,
  (SELECT r.kind FROM ruled JOIN ruling AS r ON r.id = ruled.ruling WHERE ruled.application = a.id
    ORDER BY r.n DESC LIMIT 1) AS part_ruling,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = a.id AND closure.reopened_on IS NULL) AS closed,
  EXISTS (SELECT 1 FROM misregistration WHERE application = a.id) AS misregistered,
  EXISTS (SELECT 1 FROM misregistration WHERE application = a.id
    AND (to_application IS NOT NULL OR to_matter IS NOT NULL)) AS moved
FROM application AS a CROSS JOIN region ON region.code = a.lead CROSS JOIN round ON round.id = a.round
WHERE a.id BETWEEN :first AND :last
ORDER BY a.id;

-- How many regions apply.
-- name: application_participants
SELECT application, count(*) AS participants FROM participant
WHERE application BETWEEN :first AND :last
GROUP BY application;

-- Live measures and their money. A measure with an unknown part, or with no row, is unknown as a whole: counted, never
-- summed.
-- name: application_money
SELECT application, count(*) AS measures, coalesce(sum(sought), 0) AS sought_ore, sum(sought IS NULL) AS sought_unknown,
  coalesce(sum(cost), 0) AS cost_ore, sum(cost IS NULL) AS cost_unknown
FROM (SELECT m.application AS application, m.n AS n,
    CASE WHEN sum(a.kind = 'sought') = count(CASE a.kind WHEN 'sought' THEN a.ore END)
      THEN sum(CASE a.kind WHEN 'sought' THEN a.ore END) END AS sought,
    CASE WHEN sum(a.kind = 'cost') = count(CASE a.kind WHEN 'cost' THEN a.ore END)
      THEN sum(CASE a.kind WHEN 'cost' THEN a.ore END) END AS cost
  FROM measure AS m LEFT JOIN amount AS a ON a.measure = m.id AND a.kind IN ('cost', 'sought')
  WHERE m.application BETWEEN :first AND :last AND m.withdrawn_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
  GROUP BY m.application, m.n)
GROUP BY application;

-- How many control points a version has of each subject.
-- name: application_gates_wanted
SELECT version, sum(subject = 'application') AS of_application, sum(subject = 'measure') AS of_measure,
  sum(subject = 'participant') AS of_participant
FROM gate GROUP BY version;

-- Answers under the round's version, those about withdrawn measures left out. Open: the applicant has been asked and
-- the day set has not passed. Due: the nearest day set, of those not passed if there is one. What a clock has asked
-- about is the clock's.
-- name: application_gates
SELECT a.id AS application, count(*) AS answered, sum(g.answer IN ('no', 'unclear')) AS bad,
  coalesce(sum(g.answer IN ('no', 'unclear') AND (g.way = 'completion' OR g.due_on IS NOT NULL)
    AND (g.due_on IS NULL OR g.due_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM clock_item AS i WHERE i.gate_answer = g.id)), 0) AS open,
  coalesce(min(CASE WHEN g.due_on >= :today AND NOT EXISTS (SELECT 1 FROM clock_item AS i WHERE i.gate_answer = g.id)
      THEN g.due_on END),
    min(CASE WHEN g.due_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clock_item AS i WHERE i.gate_answer = g.id)
      THEN g.due_on END)) AS due
FROM application AS a CROSS JOIN round ON round.id = a.round
  CROSS JOIN gate_answer AS g ON g.application = a.id AND g.gate_version = round.gate_version
  LEFT JOIN measure AS m ON m.id = g.measure
WHERE a.id BETWEEN :first AND :last AND m.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
GROUP BY a.id;

-- Clocks that run.
-- name: application_clocks
SELECT application, kind, due_on, answered_on FROM clock
WHERE application BETWEEN :first AND :last AND ended_on IS NULL
ORDER BY application;

-- Assessors of live measures and what they have handed in, but for what is set aside; mine and owing are about the one
-- who looks.
-- name: application_assessments
SELECT application, sum(assigned) AS assignments, sum(submitted) AS submitted, sum(assigned = submitted) AS assessed,
  max(mine) AS mine, max(owing) AS owing
FROM (SELECT m.application AS application, m.n AS n, count(*) AS assigned, count(s.submitted_at) AS submitted,
    max(x.person = :actor) AS mine, max(x.person = :actor AND s.submitted_at IS NULL) AS owing
  FROM measure AS m CROSS JOIN assignment AS x ON x.measure = m.id AND x.ended_at IS NULL
    LEFT JOIN assessment AS s ON s.assignment = x.id
  WHERE m.application BETWEEN :first AND :last AND m.withdrawn_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
    AND NOT EXISTS (SELECT 1 FROM set_aside
    WHERE set_aside.person = x.person AND set_aside.application = m.application)
  GROUP BY m.application, m.n)
GROUP BY application;

-- How far live measures have come: in the round's newest proposal locked for a meeting, decided, granted, paid. Valid is the decision
-- that no other replaces; rows of the plan as they stand, but for those that are never to be paid (17 §), and the first day
-- of those that wait for no decision.
-- name: application_outcomes
SELECT application, sum(proposed) AS proposed, count(decision) AS decided, coalesce(sum(granted), 0) AS granted,
  sum(instalments) AS instalments, sum(paid) AS paid, min(due) AS due, coalesce(sum(granted AND reported), 0) AS reported
FROM (SELECT m.application AS application, m.n AS n,
    EXISTS (SELECT 1 FROM proposal_row AS r WHERE r.measure = m.id AND r.points IS NOT NULL
      AND r.proposal = (SELECT p.id FROM proposal AS p WHERE p.round = a.round AND p.locked_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM proposal_purpose AS s WHERE s.proposal = p.id AND s.purpose = 'saved')
        ORDER BY p.n DESC LIMIT 1)) AS proposed,
    d.id AS decision, d.outcome <> 'refused' AS granted,
    (SELECT count(*) FROM standing AS s WHERE s.measure = m.id
      AND NOT EXISTS (SELECT 1 FROM withheld AS w WHERE w.instalment = s.instalment AND w.final = 1))
      + (SELECT count(*) FROM instalment AS i WHERE i.decision = d.id AND i.until IS NULL
        AND EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = i.id)) AS instalments,
    (SELECT count(*) FROM standing AS s CROSS JOIN payment ON payment.instalment = s.instalment
      WHERE s.measure = m.id) AS paid,
    EXISTS (SELECT 1 FROM report_due AS r JOIN report ON report.report_due = r.id WHERE r.measure = m.id AND r.kind = 'final'
      AND report.outcome = 'approved') AS reported,
    (SELECT min(i.due_on) FROM standing AS s CROSS JOIN instalment AS i ON i.id = s.instalment WHERE s.measure = m.id
      AND NOT EXISTS (SELECT 1 FROM withheld AS w WHERE w.instalment = i.id)
      AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = i.id)) AS due
  FROM measure AS m CROSS JOIN application AS a ON a.id = m.application
    LEFT JOIN decision AS d ON d.measure = m.id
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
  WHERE m.application BETWEEN :first AND :last AND m.withdrawn_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id))
GROUP BY application;

-- What a filter's words match in, beside the row's own: names and numbers of those who take part, titles of measures.
-- name: application_words_participants
SELECT p.application AS application, region.name AS name, region.short AS short, p.own_number AS own_number
FROM participant AS p CROSS JOIN region ON region.code = p.region
WHERE p.application BETWEEN :first AND :last
ORDER BY p.application;

-- name: application_words_measures
SELECT application, title FROM measure
WHERE application BETWEEN :first AND :last
ORDER BY application;

-- Each control point's answers, for a filter that asks for one; a participant's and a measure's are counted.
-- name: application_words_gates
SELECT a.id AS application, g.gate AS gate, gate.subject AS subject, count(*) AS answered,
  sum(g.answer = 'no') AS no, sum(g.answer = 'unclear') AS unclear, sum(g.answer = 'yes') AS yes
FROM application AS a CROSS JOIN round ON round.id = a.round
  CROSS JOIN gate_answer AS g ON g.application = a.id AND g.gate_version = round.gate_version
  CROSS JOIN gate ON gate.version = g.gate_version AND gate.id = g.gate
  LEFT JOIN measure AS m ON m.id = g.measure
WHERE a.id BETWEEN :first AND :last AND m.withdrawn_on IS NULL
GROUP BY a.id, g.gate;

-- What the detail shows beside the row.
-- name: application_detail
SELECT a.arrived_time AS arrived_time, a.way AS way, a.summary AS summary, a.economy AS economy, a.needs AS needs,
  a.scope AS scope, a.sources AS sources, a.invented AS invented, a.registered_at AS registered_at,
  person.name AS registered_by, a.assigned_on AS assigned_on, a.withdrawn_on AS withdrawn_on,
  a.withdrawn_why AS withdrawn_why, region.name AS lead_name
FROM application AS a JOIN region ON region.code = a.lead JOIN person ON person.id = a.registered_by
WHERE a.id = :id;

-- ---- finding one ---------------------------------------------------------------------------------------------------

-- How many years have applications, by steps in the index of numbers.
-- name: application_years
WITH RECURSIVE years (year) AS (SELECT min(year) FROM application
  UNION ALL SELECT (SELECT min(year) FROM application WHERE application.year > years.year) FROM years
    WHERE years.year IS NOT NULL)
SELECT count(year) AS years FROM years;

-- name: application_by_number
SELECT id, year, n FROM application WHERE n = :n AND year = :year;

-- The number in every year there is.
-- name: application_by_n
WITH RECURSIVE years (year) AS (SELECT min(year) FROM application
  UNION ALL SELECT (SELECT min(year) FROM application WHERE application.year > years.year) FROM years
    WHERE years.year IS NOT NULL)
SELECT a.id AS id, a.year AS year, a.n AS n
FROM years CROSS JOIN application AS a ON a.year = years.year AND a.n = :n
ORDER BY a.year;

-- By an applicant's own number, whoever of those who take part has given it, or one noted as the same thing's.
-- name: application_by_own
SELECT id, year, n FROM application WHERE own_number_key = :key
UNION SELECT a.id, a.year, a.n FROM participant AS p CROSS JOIN application AS a ON a.id = p.application
WHERE p.own_number_key = :key
UNION SELECT a.id, a.year, a.n FROM cross_number AS c CROSS JOIN application AS a ON a.id = c.application
WHERE c.number_key = :key
ORDER BY year, n;

-- ---- changing ------------------------------------------------------------------------------------------------------

-- What a change has to know of the application as it stands.
-- name: application_standing
SELECT a.version AS version, a.year AS year, a.n AS n, a.round AS round, a.lead AS lead, a.arrived_on AS arrived_on,
  a.withdrawn_on AS withdrawn_on,
  EXISTS (SELECT 1 FROM measure AS m JOIN decision AS d ON d.measure = m.id WHERE m.application = a.id)
    OR EXISTS (SELECT 1 FROM ruled WHERE ruled.application = a.id) AS decided
FROM application AS a WHERE a.id = :id;

-- Applications and matters of other kinds share one series of numbers.
-- name: application_next_n
SELECT max(coalesce((SELECT max(n) FROM application WHERE year = :year), 0),
  coalesce((SELECT max(n) FROM matter WHERE year = :year), 0)) + 1 AS n;

-- The same applicant's same own number, on another application.
-- name: application_own_taken
SELECT year, n FROM application WHERE lead = :lead AND own_number_key = :key AND id <> :id;

-- name: application_round
SELECT id, criteria_version, gate_version FROM round WHERE name = :name;

-- name: application_round_names
SELECT name FROM round ORDER BY year DESC, name DESC;

-- What stands under the versions of criteria and control points that another round does not have, or is already
-- assessed or proposed in the round it is in.
-- name: application_round_bound
SELECT EXISTS (SELECT 1 FROM measure AS m JOIN assignment AS x ON x.measure = m.id JOIN assessment AS s ON s.assignment = x.id
    WHERE m.application = :application AND (s.submitted_at IS NOT NULL OR s.criteria_version <> :criteria_version)) AS assessed,
  EXISTS (SELECT 1 FROM gate_answer WHERE application = :application AND gate_version <> :gate_version) AS answered,
  EXISTS (SELECT 1 FROM measure AS m JOIN proposal AS p JOIN proposal_row AS r ON r.proposal = p.id AND r.measure = m.id
    WHERE m.application = :application AND p.round = :round) AS proposed;

-- name: application_insert
INSERT INTO application (year, n, round, lead, title, own_number, own_number_key, arrived_on, arrived_time, way, summary,
  economy, needs, scope, sources, invented, registered_by, registered_at)
VALUES (:year, :n, :round, :lead, :title, :own_number, :own_number_key, :arrived_on, :arrived_time, :way, :summary,
  :economy, :needs, :scope, :sources, :invented, :registered_by, :registered_at);

-- name: application_update
UPDATE application SET round = :round, lead = :lead, title = :title, own_number = :own_number,
  own_number_key = :own_number_key, arrived_on = :arrived_on, arrived_time = :arrived_time, way = :way,
  summary = :summary, economy = :economy, needs = :needs, scope = :scope, sources = :sources, invented = :invented,
  version = version + 1
WHERE id = :id AND version = :version;

-- name: application_assign
UPDATE application SET officer = :officer, assigned_on = :assigned_on, version = version + 1
WHERE id = :id AND version = :version;

-- Does the person hold the case officer's role on this day, and is barred from the application?
-- name: application_officer
SELECT name, EXISTS (SELECT 1 FROM appointment WHERE appointment.person = person.id AND role = 'officer'
  AND from_on <= :today AND (to_on IS NULL OR to_on >= :today)) AS holds,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = person.id AND barred.application = :application) AS barred
FROM person WHERE id = :id;

-- name: application_withdraw
UPDATE application SET withdrawn_on = :withdrawn_on, withdrawn_why = :withdrawn_why, version = version + 1
WHERE id = :id AND version = :version;
