-- How far the assessors of a round have come, and who is to assess what. A withdrawn application or measure is not in it.

-- name: progress_round
SELECT name FROM round WHERE id = :round;

-- Everybody who has been assigned in the round, or may be today, by name.
-- name: progress_persons
SELECT person.id AS person, person.name AS name, person.login AS login,
  EXISTS (SELECT 1 FROM appointment
    WHERE appointment.person = person.id AND appointment.role IN ('officer', 'member', 'chair')
      AND appointment.from_on <= :today AND (appointment.to_on IS NULL OR appointment.to_on >= :today)) AS assesses
FROM person ORDER BY person.sort_key, person.id;

-- Every assignment of the round, measure by measure. Of a draft only whether anything is said.
-- name: progress_sheets
SELECT measure.id AS measure, application.id AS application, assignment.person AS person,
  assignment.ended_at IS NOT NULL AS relieved, assessment.submitted_at IS NOT NULL AS submitted,
  EXISTS (SELECT 1 FROM score WHERE score.assessment = assessment.id AND score.points IS NOT NULL)
    OR EXISTS (SELECT 1 FROM abstention WHERE abstention.assessment = assessment.id) AS begun,
  EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id) AS decided,
  EXISTS (SELECT 1 FROM barred
    WHERE barred.person = assignment.person AND barred.application = application.id) AS barred,
  EXISTS (SELECT 1 FROM set_aside
    WHERE set_aside.person = assignment.person AND set_aside.application = application.id) AS set_aside
FROM application
JOIN measure ON measure.application = application.id AND measure.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id)
JOIN assignment ON assignment.measure = measure.id
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE application.round = :round AND application.withdrawn_on IS NULL
ORDER BY measure.id, assignment.person;

-- What has been asked and said about conflicts of interest, about the round or one of its applications.
-- name: progress_conflicts
SELECT q.person AS person, q.round IS NOT NULL AS whole, q.answer IS NOT NULL AS answered,
  q.answer IS 'reported' AND (q.outcome IS NULL OR q.outcome = 'barred') AS bars
FROM disqualification AS q
WHERE q.id IN (SELECT id FROM disqualification WHERE round = :round
  UNION SELECT d.id FROM application AS a CROSS JOIN disqualification AS d ON d.application = a.id
    WHERE a.round = :round);

-- The measures there is something to assess in, and how many assess each whose work will count.
-- name: progress_measures
SELECT measure.id AS measure, application.id AS application, application.year AS year,
  application.n AS application_n, measure.n AS n, measure.title AS title, region.short AS lead_short,
  (SELECT count(*) FROM assignment WHERE assignment.measure = measure.id AND assignment.ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM set_aside
      WHERE set_aside.person = assignment.person AND set_aside.application = application.id)
    AND NOT EXISTS (SELECT 1 FROM barred
      WHERE barred.person = assignment.person AND barred.application = application.id)) AS assessors
FROM application
JOIN region ON region.code = application.lead
JOIN measure ON measure.application = application.id AND measure.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id)
WHERE application.round = :round AND application.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id)
  AND NOT EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL)
ORDER BY application.year, application.n, measure.n;

-- How one person stands to assessing one measure of :application: roles, what is said of conflicts of interest.
-- name: assign_standing
SELECT person.name AS name,
  EXISTS (SELECT 1 FROM appointment
    WHERE appointment.person = person.id AND appointment.role IN ('officer', 'member', 'chair')
      AND appointment.from_on <= :today AND (appointment.to_on IS NULL OR appointment.to_on >= :today)) AS assesses,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = person.id AND barred.application = :application) AS barred,
  EXISTS (SELECT 1 FROM assignment
    WHERE assignment.measure = :measure AND assignment.person = person.id AND assignment.ended_at IS NULL) AS already,
  EXISTS (SELECT 1 FROM disqualification AS q WHERE q.person = person.id AND q.application = :application)
    OR EXISTS (SELECT 1 FROM disqualification AS q WHERE q.person = person.id AND q.round = :round) AS asked,
  EXISTS (SELECT 1 FROM disqualification AS q
      WHERE q.person = person.id AND q.application = :application AND q.answer IS NULL)
    OR EXISTS (SELECT 1 FROM disqualification AS q
      WHERE q.person = person.id AND q.round = :round AND q.answer IS NULL) AS owing
FROM person WHERE person.id = :person;
