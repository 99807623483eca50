-- Conflict of interest, jäv (FL 16–18 §§): who has been asked, has answered, has reported, and how it was tried. Who is
-- barred from what is the view `bar`, and per application `barred`; whose work no longer counts is `set_aside`.

-- ---- who is barred -------------------------------------------------------------------------------------------------

-- What one person is barred from: few rows, read once for each list.
-- name: bar_list
SELECT bar.application AS application, bar.round AS round, (SELECT name FROM round WHERE id = bar.round) AS round_name,
  bar.answered_at AS answered_at, bar.tried_on AS tried_on, bar.recorded_by AS recorded_by
FROM bar WHERE bar.person = :person;

-- The same for one application, by itself or with its round.
-- name: bar_of_application
SELECT bar.application AS application, bar.round AS round, NULL AS round_name, bar.answered_at AS answered_at,
  bar.tried_on AS tried_on, bar.recorded_by AS recorded_by
FROM bar WHERE bar.person = :person AND bar.application = :application
UNION ALL SELECT bar.application, bar.round, round.name, bar.answered_at, bar.tried_on, bar.recorded_by
FROM bar CROSS JOIN round ON round.id = bar.round
WHERE bar.person = :person AND bar.round = (SELECT round FROM application WHERE id = :application);

-- name: bar_of_round
SELECT bar.application AS application, bar.round AS round, round.name AS round_name, bar.answered_at AS answered_at,
  bar.tried_on AS tried_on, bar.recorded_by AS recorded_by
FROM bar CROSS JOIN round ON round.id = bar.round WHERE bar.person = :person AND bar.round = :round;

-- The number a sentence about an application begins with.
-- name: bar_number
SELECT year, n FROM application WHERE id = :application;

-- ---- the process ---------------------------------------------------------------------------------------------------

-- About one application and its round, or with :application NULL about a round and all its applications. With it what the person has in hand there, and whether the person's home region takes part.
-- name: disqualification_list
SELECT q.id AS id, q.version AS version, q.person AS person, person.name AS person_name, person.login AS login,
  q.application AS application, q.round AS round, a.year AS year, a.n AS n, a.title AS title, round.name AS round_name,
  q.asked_on AS asked_on, (SELECT name FROM person WHERE person.id = q.asked_by) AS asked_by, q.answer AS answer,
  q.answered_at AS answered_at, q.ground AS ground, q.what AS what, q.later AS later, q.tried_on AS tried_on,
  q.tried_by AS tried_by, q.took_part AS took_part, q.outcome AS outcome, q.reasons AS reasons, q.work AS work,
  q.work_why AS work_why, (SELECT name FROM person WHERE person.id = q.recorded_by) AS recorded_by,
  q.recorded_by = q.person AS own,
  (SELECT short FROM region WHERE code = person.region AND EXISTS (SELECT 1 FROM participant AS p
    CROSS JOIN application AS other ON other.id = p.application
    WHERE p.region = person.region AND (other.id = q.application OR other.round = q.round))) AS region,
  (SELECT count(*) FROM application AS other WHERE other.officer = q.person
    AND (other.id = q.application OR other.round = q.round)) AS officer_of,
  (SELECT count(*) FROM assignment AS x CROSS JOIN measure AS m ON m.id = x.measure
    CROSS JOIN application AS other ON other.id = m.application LEFT JOIN assessment AS s ON s.assignment = x.id
    WHERE x.person = q.person AND x.ended_at IS NULL AND s.submitted_at IS NULL
      AND (other.id = q.application OR other.round = q.round)) AS owing,
  (SELECT count(*) FROM assignment AS x CROSS JOIN measure AS m ON m.id = x.measure
    CROSS JOIN application AS other ON other.id = m.application CROSS JOIN assessment AS s ON s.assignment = x.id
    WHERE x.person = q.person AND x.ended_at IS NULL AND s.submitted_at IS NOT NULL
      AND (other.id = q.application OR other.round = q.round)) AS submitted
FROM disqualification AS q JOIN person ON person.id = q.person LEFT JOIN application AS a ON a.id = q.application
  LEFT JOIN round ON round.id = coalesce(q.round, a.round)
WHERE q.id IN (SELECT id FROM disqualification WHERE application = :application
    UNION SELECT id FROM disqualification WHERE round = :round
    UNION SELECT d.id FROM application AS other CROSS JOIN disqualification AS d ON d.application = other.id
      WHERE :application IS NULL AND other.round = :round)
ORDER BY person.sort_key, person.id, q.round IS NULL, a.year, a.n;

-- Whose home region takes part, and who has not been asked: a hint to ask, never a bar.
-- name: disqualification_hints
SELECT person.id AS person, person.name AS person_name, person.login AS login, region.short AS region
FROM person JOIN region ON region.code = person.region
WHERE EXISTS (SELECT 1 FROM appointment WHERE appointment.person = person.id
    AND appointment.role IN ('officer', 'member', 'chair') AND from_on <= :today AND (to_on IS NULL OR to_on >= :today))
  AND EXISTS (SELECT 1 FROM participant AS p CROSS JOIN application AS a ON a.id = p.application
    WHERE p.region = person.region AND (a.id = :application OR (:application IS NULL AND a.round = :round)))
  AND NOT EXISTS (SELECT 1 FROM disqualification AS q WHERE q.person = person.id
    AND (q.application = :application OR q.round = :round))
ORDER BY person.sort_key, person.id;

-- name: disqualification_application
SELECT round, year, n FROM application WHERE id = :application;

-- name: disqualification_round
SELECT name FROM round WHERE id = :round;

-- The person's row about the application or the round, as a change finds it.
-- name: disqualification_find
SELECT id, version, asked_on, asked_by, answer, answered_at, ground, what, later, tried_on, tried_by, took_part, outcome,
  reasons, work, work_why, recorded_by
FROM disqualification WHERE id = coalesce(
  (SELECT id FROM disqualification WHERE person = :person AND application = :application),
  (SELECT id FROM disqualification WHERE person = :person AND round = :round));

-- A person, and the roles that have to do with it on this day.
-- name: disqualification_person
SELECT name, EXISTS (SELECT 1 FROM appointment WHERE appointment.person = person.id AND role <> 'administrator'
    AND from_on <= :today AND (to_on IS NULL OR to_on >= :today)) AS serves,
  EXISTS (SELECT 1 FROM appointment WHERE appointment.person = person.id AND role = 'chair'
    AND from_on <= :today AND (to_on IS NULL OR to_on >= :today)) AS chairs
FROM person WHERE id = :person;

-- Has the person done anything in it already: scored, answered a control point, written a note?
-- name: disqualification_worked
SELECT EXISTS (SELECT 1 FROM assignment AS x CROSS JOIN measure AS m ON m.id = x.measure
    CROSS JOIN application AS a ON a.id = m.application CROSS JOIN assessment AS s ON s.assignment = x.id
    WHERE x.person = :person AND (a.id = :application OR a.round = :round))
  OR EXISTS (SELECT 1 FROM application AS a CROSS JOIN gate_answer AS g ON g.application = a.id
    WHERE g.answered_by = :person AND (a.id = :application OR a.round = :round))
  OR EXISTS (SELECT 1 FROM application AS a CROSS JOIN note ON note.application = a.id
    WHERE note.author = :person AND (a.id = :application OR a.round = :round)) AS worked;

-- The delegation: members and chair on this day.
-- name: disqualification_delegation
SELECT DISTINCT person FROM appointment
WHERE role IN ('member', 'chair') AND from_on <= :today AND (to_on IS NULL OR to_on >= :today) ORDER BY person;

-- name: disqualification_add
INSERT INTO disqualification (person, application, round, asked_on, asked_by, answer, answered_at, ground, what, later,
  tried_on, tried_by, took_part, outcome, reasons, work, work_why, recorded_by)
VALUES (:person, :application, :round, :asked_on, :asked_by, :answer, :answered_at, :ground, :what, :later,
  :tried_on, :tried_by, :took_part, :outcome, :reasons, :work, :work_why, :recorded_by);

-- name: disqualification_put
UPDATE disqualification SET asked_on = :asked_on, asked_by = :asked_by, answer = :answer, answered_at = :answered_at,
  ground = :ground, what = :what, later = :later, tried_on = :tried_on, tried_by = :tried_by, took_part = :took_part,
  outcome = :outcome, reasons = :reasons, work = :work, work_why = :work_why, recorded_by = :recorded_by,
  version = version + 1
WHERE id = :id AND version = :version;
