-- What is asked of somebody outside, and when the answer is due (10–12 §§, FL 25–26 §§).

-- Every clock of an application, in the order they were started.
-- name: clock_list
SELECT clock.id AS id, clock.version AS version, clock.n AS n, clock.kind AS kind, earlier.n AS follows_n,
  clock.measure AS measure, measure.n AS measure_n, measure.title AS measure_title, clock.participant AS participant,
  region.short AS participant_short, clock.asked_whom AS asked_whom, clock.asks AS asks, clock.sent_on AS sent_on,
  clock.way AS way, clock.due_on AS due_on, signer.name AS signed_by, power.role AS power_role,
  power.source AS power_source, clock.power_ref AS power_ref, sent.n AS document_n, clock.answered_on AS answered_on,
  clock.answer AS answer, came.n AS answer_document_n, clock.outcome AS outcome, clock.consequence AS consequence,
  clock.ended_on AS ended_on
FROM clock JOIN person AS signer ON signer.id = clock.signed_by
  LEFT JOIN clock AS earlier ON earlier.id = clock.follows
  LEFT JOIN measure ON measure.id = clock.measure
  LEFT JOIN participant ON participant.id = clock.participant
  LEFT JOIN region ON region.code = participant.region
  LEFT JOIN power ON power.id = clock.power
  LEFT JOIN document AS sent ON sent.id = clock.document
  LEFT JOIN document AS came ON came.id = clock.answer_document
WHERE clock.application = :application
ORDER BY clock.n;

-- name: clock_items
SELECT clock_item.id AS id, clock.n AS clock_n, clock_item.n AS n, clock_item.text AS text, clock_item.gate_answer AS gate_answer,
  gate_answer.gate AS gate, clock_item.met_on AS met_on, document.n AS document_n
FROM clock JOIN clock_item ON clock_item.clock = clock.id
  LEFT JOIN gate_answer ON gate_answer.id = clock_item.gate_answer
  LEFT JOIN document ON document.id = clock_item.document
WHERE clock.application = :application
ORDER BY clock.n, clock_item.n;

-- name: clock_respites
SELECT clock.n AS clock_n, respite.asked_on AS asked_on, respite.old_due_on AS old_due_on, respite.new_due_on AS new_due_on,
  respite.why AS why, person.name AS signed_by, power.role AS power_role, power.source AS power_source,
  respite.power_ref AS power_ref, respite.ruled_at AS ruled_at
FROM clock JOIN respite ON respite.clock = clock.id JOIN person ON person.id = respite.signed_by
  LEFT JOIN power ON power.id = respite.power
WHERE clock.application = :application
ORDER BY clock.n, respite.id;

-- What was judged obviously unnecessary to communicate (FL 25 §), and why.
-- name: clock_uncommunicated
SELECT uncommunicated.id AS id, measure.n AS measure_n, uncommunicated.why AS why, person.name AS judged_by,
  uncommunicated.judged_at AS judged_at
FROM uncommunicated JOIN person ON person.id = uncommunicated.judged_by
  LEFT JOIN measure ON measure.id = uncommunicated.measure
WHERE uncommunicated.application = :application
ORDER BY uncommunicated.id;

-- Answers to control points that stop and lead this way, live measures only; asked: in a clock that still runs.
-- name: clock_candidates
SELECT g.id AS id, g.gate AS gate, gate.name_sv AS name_sv, g.reason AS reason, g.answer AS answer, measure.id AS measure,
  measure.n AS measure_n, participant.id AS participant, region.short AS region_short,
  EXISTS (SELECT 1 FROM clock_item JOIN clock ON clock.id = clock_item.clock
    WHERE clock_item.gate_answer = g.id AND clock.ended_on IS NULL) AS asked
FROM gate_answer AS g JOIN gate ON gate.version = g.gate_version AND gate.id = g.gate
  LEFT JOIN measure ON measure.id = g.measure
  LEFT JOIN participant ON participant.id = g.participant
  LEFT JOIN region ON region.code = participant.region
WHERE g.application = :application AND g.answer IN ('no', 'unclear') AND (:way IS NULL OR g.way = :way)
  AND measure.withdrawn_on IS NULL
ORDER BY gate.sort, measure.n, region.sort_key, g.id;

-- ---- changing ------------------------------------------------------------------------------------------------------

-- What a change has to know of the clock as it stands.
-- name: clock_standing
SELECT c.id AS id, c.version AS version, c.kind AS kind, c.measure AS measure, c.sent_on AS sent_on, c.due_on AS due_on,
  c.answered_on AS answered_on, c.answer AS answer, c.outcome AS outcome, c.ended_on AS ended_on,
  (SELECT count(*) FROM clock_item AS i WHERE i.clock = c.id) AS items,
  (SELECT count(*) FROM clock_item AS i WHERE i.clock = c.id AND i.met_on IS NULL) AS unmet
FROM clock AS c WHERE c.application = :application AND c.n = :n;

-- name: clock_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM clock WHERE application = :application;

-- name: clock_number
SELECT n FROM clock WHERE id = :id;

-- name: clock_measure
SELECT withdrawn_on IS NOT NULL AS withdrawn, EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id)
  OR EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id) AS decided
FROM measure WHERE id = :measure AND application = :application;

-- name: clock_participant
SELECT EXISTS (SELECT 1 FROM participant WHERE id = :participant AND application = :application) AS known;

-- name: clock_document
SELECT id, on_day FROM document WHERE application = :application AND n = :n;

-- name: clock_insert
INSERT INTO clock (application, n, kind, follows, measure, participant, asked_whom, asks, sent_on, way, due_on, signed_by,
  power, power_ref, document, outcome, ended_on)
VALUES (:application, :n, :kind, :follows, :measure, :participant, :asked_whom, :asks, :sent_on, :way, :due_on, :signed_by,
  :power, :power_ref, :document, :outcome, :ended_on);

-- name: clock_item_insert
INSERT INTO clock_item (clock, n, text, gate_answer) VALUES (:clock, :n, :text, :gate_answer);

-- name: clock_item_meet
UPDATE clock_item SET met_on = :met_on, document = coalesce(:document, document) WHERE clock = :clock AND n = :n;

-- name: clock_answer
UPDATE clock SET answered_on = :answered_on, answer = :answer, answer_document = coalesce(:document, answer_document),
  version = version + 1
WHERE id = :id AND version = :version;

-- name: clock_end
UPDATE clock SET outcome = :outcome, consequence = :consequence, ended_on = :ended_on, version = version + 1
WHERE id = :id AND version = :version;

-- name: clock_due_move
UPDATE clock SET due_on = :due_on, version = version + 1 WHERE id = :id AND version = :version;

-- name: clock_respite_insert
INSERT INTO respite (clock, asked_on, old_due_on, new_due_on, why, signed_by, power, power_ref, ruled_at)
VALUES (:clock, :asked_on, :old_due_on, :new_due_on, :why, :signed_by, :power, :power_ref, :ruled_at);

-- name: clock_uncommunicated_insert
INSERT INTO uncommunicated (application, measure, why, judged_by, judged_at)
VALUES (:application, :measure, :why, :judged_by, :judged_at);

-- Those that still run, of the application or (:measure) of one of its measures.
-- name: clock_running
SELECT id, version, consequence FROM clock
WHERE application = :application AND ended_on IS NULL AND (:measure IS NULL OR measure = :measure)
ORDER BY n;
