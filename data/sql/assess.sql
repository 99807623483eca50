-- Assessment: who scores what, the drafts and the assessments handed in. An assignment with ended_at is over.

-- What a verb must know of a measure before it touches its assessment, and how :person stands to it.
-- name: assess_subject
SELECT measure.application AS application, application.year AS year, application.n AS application_n, measure.n AS n,
  application.round AS round, round.criteria_version AS round_criteria, measure.title AS title,
  application.withdrawn_on IS NOT NULL OR measure.withdrawn_on IS NOT NULL AS withdrawn,
  EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id) AS ruled,
  EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id) AS decided,
  assignment.id AS assignment, assessment.id AS assessment,
  assessment.version + (SELECT count(*) FROM rescore WHERE rescore.assessment = assessment.id) AS version,
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
  (SELECT count(points) FROM score WHERE score.assessment = assessment.id)
    + (SELECT count(*) FROM abstention WHERE abstention.assessment = assessment.id) AS scored,
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

-- One sheet: every criterion of the version in order, with what :assessment says of it. The latest word on the same steps
-- counts; `late` is its number when it came after handing in.
-- name: score_list
SELECT c.id AS criterion,
  CASE WHEN later.id IS NULL THEN score.points ELSE later.points END AS points,
  CASE WHEN later.id IS NULL THEN score.low ELSE later.low END AS low,
  CASE WHEN later.id IS NULL THEN score.high ELSE later.high END AS high,
  CASE WHEN later.id IS NULL THEN score.reason WHEN later.points IS NULL THEN '' ELSE later.reason END AS reason,
  CASE WHEN later.id IS NULL THEN abstention.reason WHEN later.points IS NULL THEN later.reason END AS abstention,
  later.n AS late
FROM criterion AS c
LEFT JOIN rescore AS later ON later.id = (SELECT r.id FROM rescore AS r
  WHERE r.assessment = :assessment AND r.criterion = c.id AND EXISTS (SELECT 1 FROM same_steps
    WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = r.criteria_version)
  ORDER BY r.n DESC LIMIT 1)
LEFT JOIN score ON score.assessment = :assessment AND score.criterion = c.id AND EXISTS (SELECT 1 FROM same_steps
  WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = score.criteria_version)
LEFT JOIN abstention ON abstention.assessment = :assessment AND abstention.criterion = c.id AND EXISTS (SELECT 1
  FROM same_steps WHERE same_steps.criterion = c.id AND same_steps.one = c.version
    AND same_steps.other = abstention.criteria_version)
WHERE c.version = :version
ORDER BY c.sort, c.id;

-- name: score_write
INSERT INTO score (assessment, criteria_version, criterion, points, low, high, reason)
VALUES (:assessment, :criteria_version, :criterion, :points, :low, :high, :reason)
ON CONFLICT (assessment, criterion) DO UPDATE SET points = excluded.points, low = excluded.low, high = excluded.high,
  reason = excluded.reason;

-- name: abstention_put
INSERT INTO abstention (assessment, criteria_version, criterion, reason)
VALUES (:assessment, :criteria_version, :criterion, :reason)
ON CONFLICT (assessment, criterion) DO UPDATE SET reason = excluded.reason;

-- name: abstention_drop
DELETE FROM abstention WHERE assessment = :assessment AND criterion = :criterion;

-- A later word on a criterion, by its number.
-- name: rescore_add
INSERT INTO rescore (assessment, criterion, n, criteria_version, points, low, high, reason, why, scored_by, scored_at)
SELECT :assessment, :criterion, coalesce(max(n), 0) + 1, :criteria_version, :points, :low, :high, :reason, :why, :scored_by,
  :scored_at
FROM rescore WHERE assessment = :assessment AND criterion = :criterion;

-- name: consensus_add
INSERT INTO consensus (measure, criterion, n, criteria_version, points, discussion, on_day, recorded_by, recorded_at)
SELECT :measure, :criterion, coalesce(max(n), 0) + 1, :criteria_version, :points, :discussion, :on_day, :recorded_by,
  :recorded_at
FROM consensus WHERE measure = :measure AND criterion = :criterion;

-- How many have handed in a word on the criterion that counts, who has not, and how often it has been talked over.
-- name: consensus_ground
SELECT (SELECT count(*) FROM counted_score AS c WHERE c.measure = :measure AND c.criterion = :criterion) AS said,
  (SELECT count(*) FROM assignment AS a JOIN measure ON measure.id = a.measure
    LEFT JOIN assessment AS s ON s.assignment = a.id
    WHERE a.measure = :measure AND a.ended_at IS NULL AND s.submitted_at IS NULL AND NOT EXISTS (SELECT 1 FROM set_aside
      WHERE set_aside.person = a.person AND set_aside.application = measure.application)) AS waiting,
  (SELECT id FROM criterion WHERE criterion.version = :version AND criterion.id = :criterion) AS criterion,
  (SELECT count(*) FROM consensus WHERE measure = :measure AND criterion = :criterion) AS n,
  (SELECT max(id) FROM consensus WHERE measure = :measure AND criterion = :criterion) AS last;

-- All that has been said of what a measure's assessors agree on, first to last.
-- name: consensus_list
SELECT k.criterion AS criterion, k.n AS n, k.points AS points, k.discussion AS discussion, k.on_day AS on_day,
  person.name AS recorded_by, k.recorded_at AS recorded_at,
  (SELECT agreed.n FROM agreed_step AS agreed WHERE agreed.measure = k.measure AND agreed.criterion = k.criterion) = k.n
    AS counts
FROM consensus AS k JOIN person ON person.id = k.recorded_by
WHERE k.measure = :measure ORDER BY k.criterion, k.n;

-- How one person has used the scale on each criterion over a round: drafts and what counts now.
-- name: score_distribution
SELECT c.id AS criterion, CASE WHEN later.id IS NULL THEN score.points ELSE later.points END AS points, count(*) AS times
FROM assignment
JOIN measure ON measure.id = assignment.measure
JOIN application ON application.id = measure.application AND application.round = :round
JOIN assessment ON assessment.assignment = assignment.id
JOIN criterion AS c ON c.version = :version
LEFT JOIN rescore AS later ON later.id = (SELECT r.id FROM rescore AS r
  WHERE r.assessment = assessment.id AND r.criterion = c.id AND EXISTS (SELECT 1 FROM same_steps
    WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = r.criteria_version)
  ORDER BY r.n DESC LIMIT 1)
LEFT JOIN score ON score.assessment = assessment.id AND score.criterion = c.id AND EXISTS (SELECT 1 FROM same_steps
  WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = score.criteria_version)
WHERE assignment.person = :person AND assignment.ended_at IS NULL
  AND CASE WHEN later.id IS NULL THEN score.points ELSE later.points END IS NOT NULL
GROUP BY 1, 2;

-- All that is handed in on a measure, sheet by sheet: what stood at handing in (n 0), and each later word. `same`: of the
-- steps the round asks by now.
-- name: score_views
SELECT s.id AS assessment, person.name AS name, a.person = :viewer AS own,
  g.criterion AS criterion, g.n AS n, g.points AS points, g.low AS low, g.high AS high, g.reason AS reason, g.why AS why,
  coalesce(g.at, s.submitted_at) AS at, coalesce((SELECT name FROM person WHERE id = g.by), person.name) AS by,
  EXISTS (SELECT 1 FROM same_steps WHERE same_steps.criterion = g.criterion AND same_steps.one = :version
    AND same_steps.other = g.criteria_version) AS same,
  EXISTS (SELECT 1 FROM set_aside WHERE set_aside.person = a.person AND set_aside.application = measure.application)
    AS set_aside
FROM assignment AS a
JOIN measure ON measure.id = a.measure
JOIN person ON person.id = a.person
JOIN assessment AS s ON s.assignment = a.id AND s.submitted_at IS NOT NULL
JOIN (SELECT assessment, criteria_version, criterion, 0 AS n, points, low, high, reason, NULL AS why, NULL AS at,
      NULL AS by FROM score WHERE points IS NOT NULL AND assessment IN (SELECT assessment.id FROM assignment
        JOIN assessment ON assessment.assignment = assignment.id WHERE assignment.measure = :measure)
    UNION ALL SELECT assessment, criteria_version, criterion, 0, NULL, NULL, NULL, reason, NULL, NULL, NULL FROM abstention
      WHERE assessment IN (SELECT assessment.id FROM assignment
        JOIN assessment ON assessment.assignment = assignment.id WHERE assignment.measure = :measure)
    UNION ALL SELECT assessment, criteria_version, criterion, n, points, low, high, reason, why, scored_at, scored_by
      FROM rescore WHERE assessment IN (SELECT assessment.id FROM assignment
        JOIN assessment ON assessment.assignment = assignment.id WHERE assignment.measure = :measure)) AS g
  ON g.assessment = s.id
WHERE a.measure = :measure AND a.ended_at IS NULL
ORDER BY person.sort_key, a.id, g.criterion, g.n;

-- What :person shall score: not handed in first; nothing that the person is barred from.
-- name: score_todo
SELECT measure.id AS measure, application.id AS application, application.year AS year,
  application.n AS application_n, measure.n AS n, measure.title AS title, region.short AS lead_short,
  assessment.submitted_at AS submitted_at,
  (SELECT count(points) FROM score WHERE score.assessment = assessment.id)
    + (SELECT count(*) FROM abstention WHERE abstention.assessment = assessment.id) AS scored,
  (SELECT count(*) FROM criterion
    WHERE criterion.version = coalesce(assessment.criteria_version, round.criteria_version)) AS wanted
FROM assignment
JOIN measure ON measure.id = assignment.measure AND measure.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id)
JOIN application ON application.id = measure.application AND application.withdrawn_on IS NULL
JOIN round ON round.id = application.round
JOIN region ON region.code = application.lead
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE assignment.person = :person AND assignment.ended_at IS NULL
  AND (assessment.submitted_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id))
  AND NOT EXISTS (SELECT 1 FROM barred WHERE barred.person = :person AND barred.application = application.id)
ORDER BY assessment.submitted_at IS NOT NULL, application.year, application.n, measure.n;
