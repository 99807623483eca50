-- Obstacles to payment (17 §): instalments the delegation has decided to withhold, for the time being or for good.

-- What a decision to withhold is about.
-- name: withholding_measure
SELECT measure.application AS application,
  (SELECT coalesce(max(w.n), 0) + 1 FROM withholding AS w WHERE w.measure = measure.id) AS next_n,
  (SELECT coalesce(max(i.n), 0) + 1 FROM instalment AS i JOIN decision AS d ON d.id = i.decision
    WHERE d.measure = measure.id) AS next_row,
  (SELECT min(decided_on) FROM decision WHERE measure = :measure AND outcome <> 'refused') AS decided_on
FROM measure WHERE measure.id = :measure;

-- A row that stands in the plan, with what stops it from being withheld.
-- name: withholding_row
SELECT i.id AS id, i.decision AS decision, i.due_on AS due_on, i.year AS year, i.ore AS ore, i.recipient AS recipient,
  i.condition AS condition, i.condition_met_on AS condition_met_on,
  (SELECT max(version) FROM plan WHERE plan.decision = i.decision) AS plan_version,
  EXISTS (SELECT 1 FROM attest WHERE attest.instalment = i.id) OR EXISTS (SELECT 1 FROM review WHERE review.instalment = i.id) AS attested,
  EXISTS (SELECT 1 FROM batch_row WHERE batch_row.instalment = i.id) AS sealed,
  EXISTS (SELECT 1 FROM payment WHERE payment.instalment = i.id) AS paid,
  EXISTS (SELECT 1 FROM withheld WHERE withheld.instalment = i.id) AS withheld
FROM standing AS s JOIN instalment AS i ON i.id = s.instalment
WHERE s.measure = :measure AND i.n = :n;

-- name: withholding_insert
INSERT INTO withholding (measure, n, ground, evidence, final, ore, decided_on, item, deciders, presenter, others, reasons,
  recorded_by, recorded_at)
VALUES (:measure, :n, :ground, :evidence, :final, :ore, :decided_on, :item, :deciders, :presenter, :others, :reasons,
  :recorded_by, :recorded_at);

-- name: withholding_row_insert
INSERT INTO withholding_row (withholding, instalment) VALUES (:withholding, :instalment);

-- What is withheld stands in the plan of the decision that replaces the one it was planned under.
-- name: withholding_row_move
UPDATE withholding_row SET instalment = :instalment WHERE withholding = :withholding AND instalment = :earlier;

-- One, to be lifted.
-- name: withholding_one
SELECT w.measure AS measure, w.version AS version, w.n AS n, w.final AS final, w.decided_on AS decided_on,
  w.lifted_on AS lifted_on, measure.application AS application
FROM withholding AS w JOIN measure ON measure.id = w.measure
WHERE w.id = :id;

-- Its rows, by year, for the ledger: those that still stand in the plan.
-- name: withholding_years
SELECT s.year AS year, sum(s.ore) AS ore
FROM withholding_row AS r JOIN standing AS s ON s.instalment = r.instalment
WHERE r.withholding = :withholding GROUP BY s.year ORDER BY s.year;

-- name: withholding_lift
UPDATE withholding SET lifted_on = :lifted_on, lifted_why = :lifted_why, lifted_item = :lifted_item,
  lifted_deciders = :lifted_deciders, lifted_presenter = :lifted_presenter, lifted_others = :lifted_others,
  version = version + 1
WHERE id = :id;

-- Of a measure, or with :measure 0 all, the newest last.
-- name: withholding_list
SELECT w.id AS id, w.version AS version, w.measure AS measure, w.n AS n, w.ground AS ground, w.evidence AS evidence,
  w.final AS final, w.ore AS ore, w.decided_on AS decided_on, w.deciders AS deciders, w.presenter AS presenter,
  w.others AS others, w.reasons AS reasons, person.name AS recorded_by, w.recorded_at AS recorded_at,
  w.lifted_on AS lifted_on, w.lifted_why AS lifted_why, w.lifted_deciders AS lifted_deciders,
  w.lifted_presenter AS lifted_presenter, w.lifted_others AS lifted_others, item.section AS section,
  lifting.section AS lifted_section, measure.n AS measure_n, application.id AS application,
  application.year AS year, application.n AS application_n, application.round AS round,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL) AS closed,
  (SELECT group_concat(n, ', ') FROM (SELECT i.n AS n FROM withholding_row AS r JOIN instalment AS i ON i.id = r.instalment
    WHERE r.withholding = w.id ORDER BY i.n)) AS rows
FROM withholding AS w JOIN person ON person.id = w.recorded_by
JOIN measure ON measure.id = w.measure JOIN application ON application.id = measure.application
LEFT JOIN sitting_item AS item ON item.id = w.item
LEFT JOIN sitting_item AS lifting ON lifting.id = w.lifted_item
WHERE :measure IN (0, w.measure)
ORDER BY application.year, application.n, measure.n, w.n;
