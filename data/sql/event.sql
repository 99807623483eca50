-- What happened.

-- Is this operation already in the file, and as the same action? Without an action any is the same.
-- name: event_operation
SELECT object_id, :action IS NULL OR EXISTS (SELECT 1 FROM event AS told
  WHERE told.operation = :operation AND told.action = :action) AS same
FROM event WHERE operation = :operation AND part = 1;

-- The chain's newest link.
-- name: event_newest
SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1;

-- name: event_insert
INSERT INTO event (seq, at, actor, role, operation, part, action, object, object_id, application, cause, before, after, hash)
VALUES (:seq, :at, :actor, :role, :operation, :part, :action, :object, :object_id, :application, :cause, :before, :after, :hash);

-- Who last changed a thing, for the sentence of a conflict.
-- name: event_last_of
SELECT event.at AS at, person.name AS name
FROM event JOIN person ON person.id = event.actor
WHERE event.object = :object AND event.object_id = :id
ORDER BY event.seq DESC LIMIT 1;

-- The chain from its first link, for verification.
-- name: event_chain
SELECT seq, at, actor, role, operation, part, action, object, object_id, application, cause, before, after, hash
FROM event ORDER BY seq;

-- The log, newest first; :application 0 means the whole office, :most -1 all.
-- name: event_list
SELECT event.seq AS seq, event.at AS at, person.name AS actor, event.role AS role, event.operation AS operation,
  event.part AS part, event.action AS action, event.object AS object, event.object_id AS object_id,
  event.application AS application, event.cause AS cause, event.before AS before, event.after AS after,
  application.year AS application_year, application.n AS application_n, application.title AS application_title,
  application.round AS application_round
FROM event
JOIN person ON person.id = event.actor
LEFT JOIN application ON application.id = event.application
WHERE (:application = 0 OR event.application = :application)
  AND (:since IS NULL OR event.at >= :since)
ORDER BY event.seq DESC
LIMIT :most;

-- The same for one application, by its own index.
-- name: event_list_of
SELECT event.seq AS seq, event.at AS at, person.name AS actor, event.role AS role, event.operation AS operation,
  event.part AS part, event.action AS action, event.object AS object, event.object_id AS object_id,
  event.application AS application, event.cause AS cause, event.before AS before, event.after AS after,
  application.year AS application_year, application.n AS application_n, application.title AS application_title,
  application.round AS application_round
FROM event
JOIN person ON person.id = event.actor
LEFT JOIN application ON application.id = event.application
WHERE event.application = :application
  AND (:since IS NULL OR event.at >= :since)
ORDER BY event.seq DESC
LIMIT :most;

-- The same for a matter of another kind: its own, its papers', their lists', its numbers, closing, tested parts, and what
-- happened at the sitting it is.
-- name: event_list_matter
SELECT event.seq AS seq, event.at AS at, person.name AS actor, event.role AS role, event.operation AS operation,
  event.part AS part, event.action AS action, event.object AS object, event.object_id AS object_id,
  event.application AS application, event.cause AS cause, event.before AS before, event.after AS after,
  application.year AS application_year, application.n AS application_n, application.title AS application_title,
  application.round AS application_round
FROM event JOIN person ON person.id = event.actor
LEFT JOIN application ON application.id = event.application AND event.object = 'sitting_item'
WHERE event.seq IN (SELECT seq FROM event WHERE object = 'matter' AND object_id = :matter
    UNION ALL SELECT e.seq FROM document AS d JOIN event AS e ON e.object = 'document' AND e.object_id = d.id WHERE d.matter = :matter
    UNION ALL SELECT e.seq FROM document AS d JOIN dispatch AS x ON x.document = d.id
      JOIN event AS e ON e.object = 'dispatch' AND e.object_id = x.id WHERE d.matter = :matter
    UNION ALL SELECT e.seq FROM cross_number AS c JOIN event AS e ON e.object = 'cross_number' AND e.object_id = c.id WHERE c.matter = :matter
    UNION ALL SELECT e.seq FROM closure AS c JOIN event AS e ON e.object = 'closure' AND e.object_id = c.id WHERE c.matter = :matter
    UNION ALL SELECT e.seq FROM misregistration AS c JOIN event AS e ON e.object = 'misregistration' AND e.object_id = c.id WHERE c.matter = :matter
    UNION ALL SELECT e.seq FROM release_part AS c JOIN event AS e ON e.object = 'release_part' AND e.object_id = c.id WHERE c.matter = :matter
    UNION ALL SELECT e.seq FROM sitting AS c JOIN event AS e ON e.object = 'sitting' AND e.object_id = c.id WHERE c.matter = :matter
    UNION ALL SELECT e.seq FROM sitting AS c JOIN sitting_item AS i ON i.sitting = c.id
      JOIN event AS e ON e.object = 'sitting_item' AND e.object_id = i.id WHERE c.matter = :matter)
  AND (:since IS NULL OR event.at >= :since)
ORDER BY event.seq DESC
LIMIT :most;

-- Measures on which the viewer has not handed in: what others scored there is not shown, in the log either.
-- name: event_hidden_assessments
SELECT assessment.id AS id, assignment.person AS person,
  EXISTS (SELECT 1 FROM assignment AS own
    LEFT JOIN assessment AS mine ON mine.assignment = own.id
    WHERE own.measure = assignment.measure AND own.person = :viewer AND own.ended_at IS NULL
      AND mine.submitted_at IS NULL) AS unsubmitted,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = :viewer AND barred.application = measure.application) AS barred,
  assessment.submitted_at IS NOT NULL AS submitted
FROM assessment JOIN assignment ON assignment.id = assessment.assignment
  JOIN measure ON measure.id = assignment.measure
WHERE assessment.id = :id;

-- The same of a kept firmness.
-- name: event_hidden_firmness
SELECT EXISTS (SELECT 1 FROM assignment LEFT JOIN assessment ON assessment.assignment = assignment.id
  WHERE assignment.person = :viewer AND assignment.ended_at IS NULL AND assessment.submitted_at IS NULL
    AND assignment.measure IN (SELECT measure FROM firmness_row WHERE firmness = :id)) AS unsubmitted,
  EXISTS (SELECT 1 FROM measure JOIN barred ON barred.person = :viewer AND barred.application = measure.application
    WHERE measure.id IN (SELECT measure FROM firmness_row WHERE firmness = :id)) AS barred;

-- A later score: whose it is, and how the viewer stands to the measure.
-- name: event_hidden_rescores
SELECT assignment.person AS person,
  EXISTS (SELECT 1 FROM assignment AS own LEFT JOIN assessment AS mine ON mine.assignment = own.id
    WHERE own.measure = assignment.measure AND own.person = :viewer AND own.ended_at IS NULL
      AND mine.submitted_at IS NULL) AS unsubmitted,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = :viewer AND barred.application = measure.application) AS barred
FROM rescore JOIN assessment ON assessment.id = rescore.assessment
  JOIN assignment ON assignment.id = assessment.assignment JOIN measure ON measure.id = assignment.measure
WHERE rescore.id = :id;

-- What was agreed is nobody's own.
-- name: event_hidden_consensus
SELECT 0 AS person,
  EXISTS (SELECT 1 FROM assignment AS own LEFT JOIN assessment AS mine ON mine.assignment = own.id
    WHERE own.measure = consensus.measure AND own.person = :viewer AND own.ended_at IS NULL
      AND mine.submitted_at IS NULL) AS unsubmitted,
  EXISTS (SELECT 1 FROM barred WHERE barred.person = :viewer AND barred.application = measure.application) AS barred
FROM consensus JOIN measure ON measure.id = consensus.measure WHERE consensus.id = :id;

-- Does the proposal say anything of a measure on which the viewer has not handed in, or is barred from? Places tell of
-- points.
-- name: event_hidden_proposals
SELECT EXISTS (SELECT 1 FROM assignment LEFT JOIN assessment ON assessment.assignment = assignment.id
  WHERE assignment.person = :viewer AND assignment.ended_at IS NULL AND assessment.submitted_at IS NULL
    AND assignment.measure IN (SELECT measure FROM proposal_row WHERE proposal = :id
      UNION SELECT measure FROM proposal_skip WHERE proposal = :id
      UNION SELECT measure FROM amount WHERE kind = 'proposed' AND proposal = :id)) AS unsubmitted,
  EXISTS (SELECT 1 FROM measure JOIN barred ON barred.person = :viewer AND barred.application = measure.application
    WHERE measure.id IN (SELECT measure FROM proposal_row WHERE proposal = :id
      UNION SELECT measure FROM proposal_skip WHERE proposal = :id
      UNION SELECT measure FROM amount WHERE kind = 'proposed' AND proposal = :id)) AS barred;
