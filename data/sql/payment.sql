-- Payment plans and instalments (14 § 2, 16 §). Only the plan of a valid decision counts; a row stands in the newest
-- version while its until is NULL.

-- The plan of a measure: its valid granting decision and newest version.
-- name: plan_head
SELECT decision.id AS decision, decision.decided_on AS decided_on, measure.n AS n, application.id AS application,
  application.year AS year, application.n AS application_n, application.round AS round,
  (SELECT max(plan.version) FROM plan WHERE plan.decision = decision.id) AS version
FROM measure JOIN application ON application.id = measure.application
LEFT JOIN decision ON decision.measure = measure.id AND decision.outcome <> 'refused'
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)
WHERE measure.id = :measure;

-- name: plan_insert
INSERT INTO plan (decision, version, made_by, made_at, why) VALUES (:decision, :version, :made_by, :made_at, :why);

-- The rows that stand in the newest version, as plan_put weighs them.
-- name: plan_rows
SELECT instalment.id AS id, instalment.n AS n, instalment.due_on AS due_on, instalment.year AS year,
  instalment.ore AS ore, instalment.recipient AS recipient, instalment.condition AS condition,
  instalment.condition_met_on AS condition_met_on,
  attest.instalment IS NOT NULL OR review.instalment IS NOT NULL AS locked, attest.instalment IS NOT NULL AS attested,
  revoked.instalment IS NOT NULL AS revoked, back.instalment IS NOT NULL AS returned,
  EXISTS (SELECT 1 FROM withheld WHERE withheld.instalment = instalment.id) AS withheld
FROM instalment LEFT JOIN attest ON attest.instalment = instalment.id
LEFT JOIN review ON review.instalment = instalment.id
LEFT JOIN attest_revoked AS revoked ON revoked.instalment = instalment.id
LEFT JOIN payment_return AS back ON back.instalment = instalment.id
WHERE instalment.decision = :decision AND instalment.until IS NULL
ORDER BY instalment.n;

-- Rows of replaced decisions that stand in the measure's plan.
-- name: plan_earlier
SELECT year, ore FROM standing WHERE measure = :measure AND decision <> :decision;

-- The highest number a row has had in any plan of the measure.
-- name: plan_last_n
SELECT coalesce(max(n), 0) AS n FROM instalment
WHERE decision IN (SELECT id FROM decision WHERE measure = (SELECT measure FROM decision WHERE id = :decision));

-- name: instalment_insert
INSERT INTO instalment (decision, n, since, due_on, year, ore, recipient, condition, condition_met_on, made_by)
VALUES (:decision, :n, :since, :due_on, :year, :ore, :recipient, :condition, :met_on, :made_by);

-- Whoever changes a row has made it; another condition is one that has not been met yet.
-- name: instalment_update
UPDATE instalment SET due_on = :due_on, year = :year, ore = :ore, recipient = :recipient,
  condition_met_on = CASE WHEN condition = :condition THEN condition_met_on END, condition = :condition,
  made_by = :made_by, version = version + 1
WHERE id = :id;

-- name: instalment_end
UPDATE instalment SET until = :until, version = version + 1 WHERE id = :id;

-- name: instalment_find
SELECT instalment.id AS id, instalment.until AS until
FROM instalment JOIN decision ON decision.id = instalment.decision
WHERE decision.measure = :measure AND instalment.n = :n
ORDER BY EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)
  AND NOT EXISTS (SELECT 1 FROM standing WHERE standing.instalment = instalment.id), decision.n DESC
LIMIT 1;

-- One row with what decides whether it may be authorised or paid.
-- name: instalment_one
SELECT instalment.n AS n, instalment.version AS version, instalment.made_by AS made_by,
  maker.name AS maker, instalment.until AS until, instalment.condition AS condition,
  instalment.condition_met_on AS condition_met_on, instalment.year AS year, instalment.ore AS ore,
  instalment.recipient AS recipient, decision.decided_on AS decided_on, decision.measure AS measure, measure.application AS application,
  attest.at AS attested_at, attester.name AS attested_by, payment.paid_on AS paid_on, review.person AS reviewer_id,
  reviewer.name AS reviewed_by, review.at AS reviewed_at, revoked.at AS revoked_at, revoker.name AS revoked_by,
  batch.n AS batch_n, batch.sealed_at AS sealed_at, back.returned_on AS returned_on,
  (SELECT max(final) FROM withheld WHERE withheld.instalment = instalment.id) AS withheld,
  EXISTS (SELECT 1 FROM standing WHERE standing.instalment = instalment.id) AS stands,
  EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id) AS replaced
FROM instalment
JOIN person AS maker ON maker.id = instalment.made_by
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure
LEFT JOIN attest ON attest.instalment = instalment.id
LEFT JOIN person AS attester ON attester.id = attest.person
LEFT JOIN payment ON payment.instalment = instalment.id
LEFT JOIN review ON review.instalment = instalment.id
LEFT JOIN person AS reviewer ON reviewer.id = review.person
LEFT JOIN attest_revoked AS revoked ON revoked.instalment = instalment.id
LEFT JOIN person AS revoker ON revoker.id = revoked.person
LEFT JOIN batch_row ON batch_row.instalment = instalment.id
LEFT JOIN batch ON batch.id = batch_row.batch
LEFT JOIN payment_return AS back ON back.instalment = instalment.id
WHERE instalment.id = :id;

-- NULL takes back that a condition is met.
-- name: instalment_meet
UPDATE instalment SET condition_met_on = :met_on, version = version + 1 WHERE id = :id;

-- name: attest_insert
INSERT INTO attest (instalment, maker, person, at) VALUES (:instalment, :maker, :person, :at);

-- name: review_insert
INSERT INTO review (instalment, maker, person, at) VALUES (:instalment, :maker, :person, :at);

-- name: attest_revoke
INSERT INTO attest_revoked (instalment, person, at, why) VALUES (:instalment, :person, :at, :why);

-- name: payment_insert
INSERT INTO payment (instalment, paid_on, reference, recorded_by, recorded_at)
VALUES (:instalment, :paid_on, :reference, :recorded_by, :recorded_at);

-- The plan of a measure as it stands, by day; and what came back, until another row takes its place.
-- name: instalment_of_measure
SELECT instalment.id AS id, instalment.version AS version, decision.measure AS measure, decision.id AS decision,
  instalment.ore AS ore, application.round AS round, instalment.made_by AS maker_id, instalment.year AS year,
  application.year AS application_year, application.n AS application_n, measure.n AS measure_n, instalment.n AS n,
  instalment.due_on AS due_on, instalment.recipient AS recipient, recipient.short AS recipient_short,
  recipient.name AS recipient_name, recipient.orgnr AS recipient_orgnr, instalment.condition AS condition,
  instalment.condition_met_on AS condition_met_on, maker.name AS maker, attester.name AS attested_by,
  attest.at AS attested_at, payment.paid_on AS paid_on, payment.reference AS reference, measure.title AS title,
  lead.short AS lead_short, decision.decided_on AS decided_on, application.id AS application,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL) AS closed,
  reviewer.name AS reviewed_by, review.person AS reviewer_id, review.at AS reviewed_at, revoked.at AS revoked_at,
  revoked.why AS revoked_why, revoker.name AS revoked_by, batch.n AS batch_n, elsewhere.batch AS elsewhere_n,
  back.returned_on AS returned_on, back.why AS returned_why, (SELECT max(final) FROM withheld WHERE withheld.instalment = instalment.id) AS withheld
FROM instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure
JOIN application ON application.id = measure.application
JOIN region AS lead ON lead.code = application.lead
JOIN region AS recipient ON recipient.code = instalment.recipient
JOIN person AS maker ON maker.id = instalment.made_by
LEFT JOIN attest ON attest.instalment = instalment.id
LEFT JOIN person AS attester ON attester.id = attest.person
LEFT JOIN payment ON payment.instalment = instalment.id
LEFT JOIN review ON review.instalment = instalment.id
LEFT JOIN person AS reviewer ON reviewer.id = review.person
LEFT JOIN attest_revoked AS revoked ON revoked.instalment = instalment.id
LEFT JOIN person AS revoker ON revoker.id = revoked.person
LEFT JOIN batch_row ON batch_row.instalment = instalment.id
LEFT JOIN batch ON batch.id = batch_row.batch
LEFT JOIN sealed_elsewhere AS elsewhere ON elsewhere.instalment = instalment.id
LEFT JOIN payment_return AS back ON back.instalment = instalment.id
WHERE decision.measure = :measure AND (instalment.id IN (SELECT instalment FROM standing WHERE standing.measure = :measure)
  OR (instalment.until IS NULL AND back.instalment IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)))
ORDER BY instalment.due_on, instalment.n, decision.n;

-- The same of every measure; :round 0 and :year 0 mean all.
-- name: instalment_list
SELECT instalment.id AS id, instalment.version AS version, decision.measure AS measure, decision.id AS decision,
  instalment.ore AS ore, application.round AS round, instalment.made_by AS maker_id, instalment.year AS year,
  application.year AS application_year, application.n AS application_n, measure.n AS measure_n, instalment.n AS n,
  instalment.due_on AS due_on, instalment.recipient AS recipient, recipient.short AS recipient_short,
  recipient.name AS recipient_name, recipient.orgnr AS recipient_orgnr, instalment.condition AS condition,
  instalment.condition_met_on AS condition_met_on, maker.name AS maker, attester.name AS attested_by,
  attest.at AS attested_at, payment.paid_on AS paid_on, payment.reference AS reference, measure.title AS title,
  lead.short AS lead_short, decision.decided_on AS decided_on, application.id AS application,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL) AS closed,
  reviewer.name AS reviewed_by, review.person AS reviewer_id, review.at AS reviewed_at, revoked.at AS revoked_at,
  revoked.why AS revoked_why, revoker.name AS revoked_by, batch.n AS batch_n, elsewhere.batch AS elsewhere_n,
  back.returned_on AS returned_on, back.why AS returned_why, (SELECT max(final) FROM withheld WHERE withheld.instalment = instalment.id) AS withheld
FROM instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure
JOIN application ON application.id = measure.application
JOIN region AS lead ON lead.code = application.lead
JOIN region AS recipient ON recipient.code = instalment.recipient
JOIN person AS maker ON maker.id = instalment.made_by
LEFT JOIN attest ON attest.instalment = instalment.id
LEFT JOIN person AS attester ON attester.id = attest.person
LEFT JOIN payment ON payment.instalment = instalment.id
LEFT JOIN review ON review.instalment = instalment.id
LEFT JOIN person AS reviewer ON reviewer.id = review.person
LEFT JOIN attest_revoked AS revoked ON revoked.instalment = instalment.id
LEFT JOIN person AS revoker ON revoker.id = revoked.person
LEFT JOIN batch_row ON batch_row.instalment = instalment.id
LEFT JOIN batch ON batch.id = batch_row.batch
LEFT JOIN sealed_elsewhere AS elsewhere ON elsewhere.instalment = instalment.id
LEFT JOIN payment_return AS back ON back.instalment = instalment.id
WHERE instalment.until IS NULL
  AND (NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)
    OR EXISTS (SELECT 1 FROM standing WHERE standing.instalment = instalment.id))
  AND (:round = 0 OR application.round = :round)
  AND (:year = 0 OR instalment.year = :year)
ORDER BY instalment.due_on, application.year, application.n, measure.n, instalment.n;
