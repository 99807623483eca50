-- Reports on grants (14 § 5–6, 15 §). A report is known by its measure and number; rows of report_due with the same number
-- are the days it has had, and the one that no other replaces stands.

-- Reports of a measure that stand, when a decision gives new days: whether the day is the decision's own, and if one has
-- been approved.
-- name: reporting_standing_of
SELECT d.id AS id, d.n AS n, d.kind AS kind, d.due_on AS due_on, d.why = '' AS decided,
  EXISTS (SELECT 1 FROM report AS r JOIN report_due AS y ON y.id = r.report_due
    WHERE y.measure = d.measure AND y.n = d.n AND r.outcome = 'approved') AS approved
FROM report_due AS d
WHERE d.measure = :measure AND d.dropped_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id)
ORDER BY d.n;

-- name: reporting_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM report_due WHERE measure = :measure;

-- name: reporting_due_insert
INSERT INTO report_due (measure, n, kind, due_on, decision, replaces, why, made_by, made_at)
VALUES (:measure, :n, :kind, :due_on, :decision, :replaces, :why, :made_by, :made_at);

-- name: reporting_due_drop
UPDATE report_due SET dropped_on = :dropped_on, version = version + 1 WHERE id = :id;

-- A reminder belongs to the report that is due.
-- name: reporting_due_touch
UPDATE report_due SET version = version + 1 WHERE id = :id;

-- name: reporting_reminder_insert
INSERT INTO report_reminder (report_due, sent_on, way, recipient, document)
VALUES (:report_due, :sent_on, :way, :recipient, :document);

-- The valid granting decision of a measure, to which a report by hand belongs, and if a final report stands.
-- name: reporting_granting
SELECT d.id AS decision, d.decided_on AS decided_on, m.application AS application,
  EXISTS (SELECT 1 FROM report_due AS x WHERE x.measure = m.id AND x.kind = 'final' AND x.dropped_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = x.id)) AS final
FROM measure AS m JOIN decision AS d ON d.measure = m.id
WHERE m.id = :measure AND d.outcome IN ('granted', 'partly')
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id);

-- One report as it stands when a change begins, with the newest that came in.
-- name: reporting_one
SELECT d.version AS version, d.measure AS measure, m.application AS application, d.n AS n, d.kind AS kind,
  d.due_on AS due_on, decision.decided_on AS decided_on, a.year AS year, a.n AS application_n, m.n AS measure_n,
  a.lead AS lead, m.title AS title, d.dropped_on AS dropped_on,
  EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id) AS replaced,
  r.id AS report, r.version AS report_version, r.n AS report_n, r.received_on AS received_on, r.progress AS progress,
  r.carried_out AS carried_out, r.total_cost_ore AS total_cost_ore, r.outcome AS outcome, r.outcome_on AS outcome_on
FROM report_due AS d JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
  JOIN decision ON decision.id = d.decision
  LEFT JOIN report AS r ON r.id = (SELECT max(x.id) FROM report AS x JOIN report_due AS y ON y.id = x.report_due
    WHERE y.measure = d.measure AND y.n = d.n)
WHERE d.id = :id;

-- A paper of the case's register by its number, and if it has a file.
-- name: reporting_document
SELECT id, on_day, direction FROM document
WHERE application = :application AND n = :n AND void_why IS NULL AND moved_to IS NULL;

-- name: reporting_insert
INSERT INTO report (report_due, n, received_on, document, recorded_by, recorded_at)
VALUES (:report_due, :n, :received_on, :document, :recorded_by, :recorded_at);

-- name: reporting_update
UPDATE report SET progress = :progress, carried_out = :carried_out, total_cost_ore = :total_cost_ore,
  version = version + 1
WHERE id = :id AND version = :version;

-- name: reporting_touch
UPDATE report SET version = version + 1 WHERE id = :id AND version = :version;

-- name: reporting_rule
UPDATE report SET outcome = :outcome, outcome_on = :outcome_on, outcome_by = :outcome_by, reason = :reason,
  again_on = :again_on, version = version + 1
WHERE id = :id AND version = :version;

-- Those who take part in a measure, the lead first, then Swedish order: their share of what was sought, and what they have
-- told in a report.
-- name: reporting_regions
SELECT region.code AS region, region.short AS short_name, share.ore AS share, told.region IS NOT NULL AS told,
  told.used_ore AS used_ore, told.unused_ore AS unused_ore, coalesce(told.effects, '') AS effects
FROM measure AS m JOIN application AS a ON a.id = m.application
  JOIN region ON region.code = a.lead OR region.code IN (SELECT region FROM participant WHERE application = a.id)
  LEFT JOIN participant AS p ON p.application = a.id AND p.region = region.code
  LEFT JOIN share ON share.participant = p.id AND share.measure = m.id
  LEFT JOIN report_region AS told ON told.report = :report AND told.region = region.code
WHERE m.id = :measure
ORDER BY region.code <> a.lead, region.sort_key, region.code;

-- name: reporting_region_put
INSERT INTO report_region (report, region, used_ore, unused_ore, effects)
VALUES (:report, :region, :used_ore, :unused_ore, :effects)
ON CONFLICT (report, region) DO UPDATE SET used_ore = :used_ore, unused_ore = :unused_ore, effects = :effects;

-- Indicators of a measure with what a report says was achieved: of the whole measure also where nothing is told.
-- name: reporting_effects
SELECT i.id AS indicator, i.n AS n, i.name AS name, i.unit AS unit, i.baseline AS baseline, i.baseline_on AS baseline_on,
  i.target AS target, i.target_on AS target_on, i.method AS method, '' AS region, '' AS short_name,
  e.achieved AS achieved, e.achieved_on AS achieved_on, coalesce(e.note, '') AS note, 0 AS place
FROM indicator AS i LEFT JOIN report_effect AS e ON e.indicator = i.id AND e.report = :report AND e.region = ''
WHERE i.measure = :measure AND (i.dropped_on IS NULL OR e.report IS NOT NULL)
UNION ALL SELECT i.id, i.n, i.name, i.unit, i.baseline, i.baseline_on, i.target, i.target_on, i.method, region.code,
  region.short, e.achieved, e.achieved_on, e.note, region.sort_key
FROM report_effect AS e JOIN indicator AS i ON i.id = e.indicator JOIN region ON region.code = e.region
WHERE e.report = :report AND i.measure = :measure
ORDER BY n, place, region;

-- name: reporting_indicator
SELECT id FROM indicator WHERE measure = :measure AND n = :n AND dropped_on IS NULL;

-- name: reporting_effect_put
INSERT INTO report_effect (report, indicator, region, achieved, achieved_on, note)
VALUES (:report, :indicator, :region, :achieved, :achieved_on, :note)
ON CONFLICT (report, indicator, region) DO UPDATE SET achieved = :achieved, achieved_on = :achieved_on, note = :note;

-- name: reporting_effect_drop
DELETE FROM report_effect WHERE report = :report AND indicator = :indicator AND region = :region;

-- The reports there are, with the newest that came in of each.
-- name: reporting_list
SELECT d.id AS id, d.version AS version, d.measure AS measure, m.application AS application, a.round AS round,
  d.decision AS decision, decision.n AS decision_n, decision.decided_on AS decided_on, a.year AS year,
  a.n AS application_n, m.n AS measure_n, d.n AS n, d.kind AS kind, d.due_on AS planned_on, d.why AS why, m.title AS title,
  lead.short AS lead_short, d.dropped_on AS dropped_on,
  EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id) AS replaced,
  (SELECT count(*) FROM report_reminder AS x JOIN report_due AS y ON y.id = x.report_due
    WHERE y.measure = d.measure AND y.n = d.n) AS reminders,
  (SELECT max(x.sent_on) FROM report_reminder AS x JOIN report_due AS y ON y.id = x.report_due
    WHERE y.measure = d.measure AND y.n = d.n) AS reminded_on,
  r.id AS report, r.version AS report_version, r.n AS report_n, document.n AS document_n, r.received_on AS received_on,
  r.outcome AS outcome, r.outcome_on AS outcome_on, coalesce(r.reason, '') AS reason, r.again_on AS again_on,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = a.id AND reopened_on IS NULL) AS closed
FROM report_due AS d JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
  JOIN region AS lead ON lead.code = a.lead JOIN decision ON decision.id = d.decision
  LEFT JOIN report AS r ON r.id = (SELECT max(x.id) FROM report AS x JOIN report_due AS y ON y.id = x.report_due
    WHERE y.measure = d.measure AND y.n = d.n)
  LEFT JOIN document ON document.id = r.document
WHERE (:id = 0 OR d.id = :id) AND (:measure = 0 OR d.measure = :measure)
  AND (:application = 0 OR m.application = :application) AND (:round = 0 OR a.round = :round)
ORDER BY d.due_on, a.year, a.n, m.n, d.n, d.id;

-- Conditions that are not met of instalments that stand.
-- name: reporting_waiting
SELECT standing.measure AS measure, i.condition AS condition
FROM standing JOIN instalment AS i ON i.id = standing.instalment
WHERE i.condition <> '' AND i.condition_met_on IS NULL AND (:measure = 0 OR standing.measure = :measure);

-- name: reporting_find
SELECT d.id AS id FROM report_due AS d
WHERE d.measure = :measure AND d.n = :n AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id);

-- ---- one report, with all that stands beside it

-- What the measure promises and costs, and what is granted and paid.
-- name: reporting_measure
SELECT m.effect AS effect, coalesce(promise.constant, '') AS constant, m.from_on AS from_on, m.to_on AS to_on,
  (SELECT sum(ore) FROM amount WHERE measure = m.id AND kind = 'cost' AND kind IN ('cost', 'sought')) AS cost,
  (SELECT count(*) FROM amount WHERE measure = m.id AND kind = 'cost' AND kind IN ('cost', 'sought')
    AND ore IS NULL) AS cost_unknown,
  (SELECT coalesce(sum(x.ore), 0) FROM amount AS x JOIN decision ON decision.id = x.decision
    WHERE decision.measure = m.id AND x.kind = 'granted'
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)) AS granted,
  (SELECT coalesce(sum(standing.ore), 0) FROM standing JOIN payment ON payment.instalment = standing.instalment
    WHERE standing.measure = m.id) AS paid
FROM measure AS m LEFT JOIN promise ON promise.measure = m.id
WHERE m.id = :measure;

-- name: reporting_takes
SELECT r.id AS id, r.version AS version, r.n AS n, document.n AS document_n, r.received_on AS received_on,
  r.progress AS progress, r.carried_out AS carried_out, r.total_cost_ore AS total_cost_ore, r.outcome AS outcome,
  r.outcome_on AS outcome_on, ruler.name AS outcome_by, r.reason AS reason, r.again_on AS again_on,
  person.name AS recorded_by, r.recorded_at AS recorded_at
FROM report AS r JOIN report_due AS y ON y.id = r.report_due JOIN person ON person.id = r.recorded_by
  LEFT JOIN person AS ruler ON ruler.id = r.outcome_by LEFT JOIN document ON document.id = r.document
WHERE y.measure = :measure AND y.n = :n
ORDER BY r.id;

-- name: reporting_reminders
SELECT x.sent_on AS sent_on, x.way AS way, region.short AS recipient, document.n AS document_n
FROM report_reminder AS x JOIN report_due AS y ON y.id = x.report_due JOIN region ON region.code = x.recipient
  LEFT JOIN document ON document.id = x.document
WHERE y.measure = :measure AND y.n = :n
ORDER BY x.sent_on, x.id;

-- name: reporting_conditions
SELECT i.id AS instalment, i.version AS version, i.ore AS ore, i.n AS n, i.due_on AS due_on, i.condition AS condition,
  i.condition_met_on AS condition_met_on
FROM standing JOIN instalment AS i ON i.id = standing.instalment
WHERE standing.measure = :measure AND i.condition <> ''
ORDER BY i.due_on, i.n;
