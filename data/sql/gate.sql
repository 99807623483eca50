-- Control points: what a round asks of an application, its measures and its participants, and the answers. An answer
-- counts for the version of the control points it was given under.

-- Which control points are asked of the application.
-- name: gate_subject
SELECT application.year AS year, application.n AS n, round.gate_version AS gate_version,
  application.withdrawn_on IS NOT NULL AS withdrawn
FROM application JOIN round ON round.id = application.round
WHERE application.id = :application;

-- Every question of the application, answered or not: by control point, then measure by number or participant with the
-- lead first.
-- name: gate_rows
SELECT asked.gate AS gate, asked.measure AS measure, asked.measure_n AS measure_n, asked.participant AS participant,
  asked.about AS about, gate_answer.id AS id, gate_answer.version AS version, gate_answer.answer AS answer, gate_answer.reason AS reason,
  gate_answer.way AS way, gate_answer.due_on AS due_on, person.name AS answered_by,
  gate_answer.answered_at AS answered_at
FROM (
  SELECT application.id AS application, gate.version AS gate_version, gate.id AS gate, gate.sort AS sort,
    NULL AS measure, NULL AS measure_n, NULL AS participant, NULL AS about, 0 AS place, NULL AS sort_key
  FROM application JOIN round ON round.id = application.round
  JOIN gate ON gate.version = round.gate_version AND gate.subject = 'application'
  WHERE application.id = :application
  UNION ALL
  SELECT application.id, gate.version, gate.id, gate.sort, measure.id, measure.n, NULL, measure.title, measure.n, NULL
  FROM application JOIN round ON round.id = application.round
  JOIN gate ON gate.version = round.gate_version AND gate.subject = 'measure'
  JOIN measure ON measure.application = application.id AND measure.withdrawn_on IS NULL
  WHERE application.id = :application
  UNION ALL
  SELECT application.id, gate.version, gate.id, gate.sort, NULL, NULL, participant.id, region.short,
    participant.region <> application.lead, region.sort_key
  FROM application JOIN round ON round.id = application.round
  JOIN gate ON gate.version = round.gate_version AND gate.subject = 'participant'
  JOIN participant ON participant.application = application.id
  JOIN region ON region.code = participant.region
  WHERE application.id = :application
) AS asked
LEFT JOIN gate_answer ON gate_answer.application = asked.application AND gate_answer.gate = asked.gate
  AND gate_answer.gate_version = asked.gate_version AND gate_answer.measure IS asked.measure
  AND gate_answer.participant IS asked.participant
LEFT JOIN person ON person.id = gate_answer.answered_by
ORDER BY asked.sort, asked.gate, asked.place, asked.sort_key, asked.participant;

-- One control point: what it is asked of, and where a no leads.
-- name: gate_find
SELECT id, subject, way_no FROM gate WHERE version = :version AND id = :gate COLLATE NOCASE;

-- name: gate_measure
SELECT withdrawn_on IS NOT NULL AS withdrawn FROM measure WHERE id = :measure AND application = :application;

-- :participant NULL: all of them. :rest: only those whose question has no answer under this version.
-- name: gate_participants
SELECT id FROM participant WHERE application = :application AND (:participant IS NULL OR id = :participant)
  AND (NOT :rest OR NOT EXISTS (SELECT 1 FROM gate_answer WHERE gate_answer.application = participant.application
    AND gate_answer.participant = participant.id AND gate_answer.gate = :gate
    AND gate_answer.gate_version = :gate_version)) ORDER BY id;

-- The answer there is, whatever version of the control point it was given under.
-- name: gate_answer_find
SELECT id, version FROM gate_answer
WHERE application = :application AND gate = :gate AND measure IS :measure AND participant IS :participant;

-- name: gate_answer_add
INSERT INTO gate_answer (application, measure, participant, gate_version, gate, answer, reason, way, due_on, answered_by,
  answered_at)
VALUES (:application, :measure, :participant, :gate_version, :gate, :answer, :reason, :way, :due_on, :answered_by,
  :answered_at);

-- name: gate_answer_change
UPDATE gate_answer SET gate_version = :gate_version, answer = :answer, reason = :reason, way = :way, due_on = :due_on,
  answered_by = :answered_by, answered_at = :answered_at, version = version + 1
WHERE id = :id AND version = :version;
