-- Assessment: who scores what, the drafts and the assessments handed in. An assignment with ended_at is over.

-- What a verb must know of a measure before it touches its assessment, and how :person stands to it.
-- name: assess_subject
SELECT measure.application AS application, application.year AS year, application.n AS application_n, measure.n AS n,
  application.round AS round, round.criteria_version AS round_criteria,
  application.withdrawn_on IS NOT NULL OR measure.withdrawn_on IS NOT NULL AS withdrawn,
  EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id) AS decided,
  assignment.id AS assignment, assessment.id AS assessment, assessment.version AS version,
  assessment.criteria_version AS own_criteria, assessment.submitted_at AS submitted_at,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = :person AND barred.application = measure.application) AS barred
FROM measure
JOIN application ON application.id = measure.application
JOIN round ON round.id = application.round
LEFT JOIN assignment ON assignment.measure = measure.id AND assignment.person = :person AND assignment.ended_at IS NULL
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE measure.id = :measure;

-- name: assessor_list
SELECT assignment.id AS assignment, assignment.person AS person, person.name AS name, person.login AS login,
  assessment.submitted_at AS submitted_at,
  (SELECT count(points) FROM score WHERE score.assessment = assessment.id) AS scored,
  EXISTS (SELECT 1 FROM barred
    WHERE barred.person = assignment.person AND barred.application = measure.application) AS barred,
  EXISTS (SELECT 1 FROM set_aside
    WHERE set_aside.person = assignment.person AND set_aside.application = measure.application) AS set_aside
FROM assignment
JOIN measure ON measure.id = assignment.measure
JOIN person ON person.id = assignment.person
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE assignment.measure = :measure AND assignment.ended_at IS NULL
ORDER BY person.sort_key, assignment.id;

-- Who may assess: officers, members and the chair; barred from the application or not.
-- name: assessor_may
SELECT person.name AS name,
  EXISTS (SELECT 1 FROM appointment
    WHERE appointment.person = person.id AND appointment.role IN ('officer', 'member', 'chair')
      AND appointment.from_on <= :today AND (appointment.to_on IS NULL OR appointment.to_on >= :today)) AS assesses,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = person.id AND barred.application = :application) AS barred
FROM person WHERE person.id = :person;

-- name: assessor_count
SELECT count(*) AS count FROM assignment WHERE measure = :measure AND ended_at IS NULL;

-- name: assignment_find
SELECT assignment.id AS id, assignment.version AS version, assignment.ended_at IS NOT NULL AS ended,
  assessment.submitted_at IS NOT NULL AS submitted
FROM assignment LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE assignment.measure = :measure AND assignment.person = :person;

-- name: assignment_add
INSERT INTO assignment (measure, person, assigned_by, assigned_at) VALUES (:measure, :person, :assigned_by, :assigned_at);

-- A relieved assessor is assigned again; the draft goes on.
-- name: assignment_again
UPDATE assignment SET ended_at = NULL, assigned_by = :assigned_by, assigned_at = :assigned_at, version = version + 1
WHERE id = :id AND version = :version;

-- name: assignment_end
UPDATE assignment SET ended_at = :ended_at, version = version + 1 WHERE id = :id AND version = :version;

-- The first score makes the assessment.
-- name: assessment_add
INSERT INTO assessment (assignment, criteria_version) VALUES (:assignment, :criteria_version);

-- name: assessment_touch
UPDATE assessment SET version = version + 1 WHERE id = :id AND version = :version AND submitted_at IS NULL;

-- name: assessment_submit
UPDATE assessment SET submitted_at = :submitted_at, version = version + 1
WHERE id = :id AND version = :version AND submitted_at IS NULL;

-- One sheet: every criterion of the version in order, with what :assessment says of it.
-- name: score_list
SELECT criterion.id AS criterion, score.points AS points, score.low AS low, score.high AS high, score.reason AS reason
FROM criterion
LEFT JOIN score ON score.criterion = criterion.id AND score.criteria_version = criterion.version
  AND score.assessment = :assessment
WHERE criterion.version = :version
ORDER BY criterion.sort, criterion.id;

-- name: score_write
INSERT INTO score (assessment, criteria_version, criterion, points, low, high, reason)
VALUES (:assessment, :criteria_version, :criterion, :points, :low, :high, :reason)
ON CONFLICT (assessment, criterion) DO UPDATE SET points = excluded.points, low = excluded.low, high = excluded.high,
  reason = excluded.reason;

-- How one person has used the scale on each criterion over a round.
-- name: score_distribution
SELECT score.criterion AS criterion, score.points AS points, count(*) AS times
FROM assignment
JOIN measure ON measure.id = assignment.measure
JOIN application ON application.id = measure.application AND application.round = :round
JOIN assessment ON assessment.assignment = assignment.id AND assessment.criteria_version = :version
JOIN score ON score.assessment = assessment.id
WHERE assignment.person = :person AND assignment.ended_at IS NULL AND score.points IS NOT NULL
GROUP BY score.criterion, score.points;

-- All that is handed in on a measure, sheet by sheet.
-- name: score_views
SELECT assessment.id AS assessment, assessment.criteria_version AS criteria_version, person.name AS name,
  score.criterion AS criterion, score.points AS points, score.reason AS reason, criterion.weight AS weight,
  EXISTS (SELECT 1 FROM set_aside
    WHERE set_aside.person = assignment.person AND set_aside.application = measure.application) AS set_aside
FROM assignment
JOIN measure ON measure.id = assignment.measure
JOIN person ON person.id = assignment.person
JOIN assessment ON assessment.assignment = assignment.id AND assessment.submitted_at IS NOT NULL
JOIN score ON score.assessment = assessment.id
JOIN criterion ON criterion.version = score.criteria_version AND criterion.id = score.criterion
WHERE assignment.measure = :measure AND assignment.ended_at IS NULL
ORDER BY person.sort_key, assignment.id, criterion.sort, criterion.id;

-- What :person shall score: not handed in first; nothing that the person is barred from.
-- name: score_todo
SELECT measure.id AS measure, application.id AS application, application.year AS year,
  application.n AS application_n, measure.n AS n, measure.title AS title, region.short AS lead_short,
  assessment.submitted_at AS submitted_at,
  (SELECT count(points) FROM score WHERE score.assessment = assessment.id) AS scored,
  (SELECT count(*) FROM criterion
    WHERE criterion.version = coalesce(assessment.criteria_version, round.criteria_version)) AS wanted
FROM assignment
JOIN measure ON measure.id = assignment.measure AND measure.withdrawn_on IS NULL
JOIN application ON application.id = measure.application AND application.withdrawn_on IS NULL
JOIN round ON round.id = application.round
JOIN region ON region.code = application.lead
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE assignment.person = :person AND assignment.ended_at IS NULL
  AND (assessment.submitted_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id))
  AND NOT EXISTS (SELECT 1 FROM barred WHERE barred.person = :person AND barred.application = application.id)
ORDER BY assessment.submitted_at IS NOT NULL, application.year, application.n, measure.n;
