-- Decisions per measure (7, 13, 14 §§). The valid one is the one that no other replaces.

-- What a decision is about: the measure, its application, and how the applicant is named in the decision's words.
-- name: decision_measure
SELECT measure.version AS version, measure.n AS n, measure.title AS title, measure.from_on AS from_on,
  measure.to_on AS to_on, measure.withdrawn_on AS withdrawn_on, application.id AS application, application.year AS year,
  application.arrived_on AS arrived_on,
  application.n AS application_n, application.round AS round, application.own_number AS own_number,
  application.withdrawn_on AS application_withdrawn_on,
  (SELECT r.n FROM ruled JOIN ruling AS r ON r.id = ruled.ruling WHERE ruled.measure = measure.id
    ORDER BY r.n DESC LIMIT 1) AS ruling
FROM measure JOIN application ON application.id = measure.application
WHERE measure.id = :measure;

-- Who applies, and so who can receive: the lead first, then Swedish order.
-- name: decision_regions
SELECT region.code AS code, region.statute_name AS name
FROM application JOIN region ON region.code = application.lead OR region.code IN
  (SELECT participant.region FROM participant WHERE participant.application = application.id)
WHERE application.id = :application
ORDER BY region.code <> application.lead, region.sort_key, region.code;

-- What the measure costs and what is sought, per payment year.
-- name: decision_applied
SELECT kind, year, ore FROM amount WHERE measure = :measure AND kind IN ('cost', 'sought') ORDER BY year, kind;

-- The valid decision on a measure.
-- name: decision_valid
SELECT decision.id AS id, decision.n AS n, decision.outcome AS outcome, decision.decided_on AS decided_on
FROM decision
WHERE decision.measure = :measure
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id);

-- Rows of a measure's plan that stay when its decision is replaced: authorised, and not taken back.
-- name: decision_standing
SELECT instalment.n AS n, standing.year AS year, standing.ore AS ore, payment.instalment IS NOT NULL AS paid,
  (SELECT coalesce(max(withheld.final) + 1, 0) FROM withheld WHERE withheld.instalment = standing.instalment) AS withheld
FROM standing JOIN instalment ON instalment.id = standing.instalment
JOIN attest ON attest.instalment = standing.instalment
LEFT JOIN payment ON payment.instalment = standing.instalment
WHERE standing.measure = :measure
  AND NOT EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = standing.instalment)
ORDER BY instalment.n, instalment.id;

-- Rows of its plan that the delegation has decided to withhold (17 §) and that no attest holds: they are withheld in the
-- plan of the decision that replaces it too.
-- name: decision_held
SELECT i.id AS id, i.n AS n, i.due_on AS due_on, i.year AS year, i.ore AS ore, i.recipient AS recipient,
  i.condition AS condition, i.condition_met_on AS condition_met_on, withheld.withholding AS withholding,
  withheld.final AS final
FROM instalment AS i JOIN withheld ON withheld.instalment = i.id
WHERE i.decision = :decision AND i.until IS NULL
  AND (NOT EXISTS (SELECT 1 FROM attest WHERE attest.instalment = i.id)
    OR EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = i.id))
ORDER BY i.n;

-- name: decision_point_texts
SELECT point.key AS key, decision_point.text AS text
FROM decision_point JOIN point ON point.number = decision_point.point
WHERE decision_point.decision = :decision;

-- Regions that have left a joint measure receive nothing more.
-- name: decision_left
SELECT form.region AS region
FROM decision_form AS form JOIN decision ON decision.id = form.decision
WHERE decision.measure = :measure AND form.region IS NOT NULL;

-- What a granting decision shall contain (14 §).
-- name: decision_wanted
SELECT number, key, title_sv, title_en, source, standard_sv FROM point ORDER BY number;

-- name: decision_insert
INSERT INTO decision (measure, n, outcome, decided_on, meeting, ground, provisions, reasons, replaces, recorded_by,
  recorded_at)
VALUES (:measure, :n, :outcome, :decided_on, :meeting, :ground, :provisions, :reasons, :replaces, :recorded_by,
  :recorded_at);

-- name: decision_form_insert
INSERT INTO decision_form (decision, kind, provision, region, item, deciders, presenter, others)
VALUES (:decision, :kind, :provision, :region, :item, :deciders, :presenter, :others);

-- name: decision_point_insert
INSERT INTO decision_point (decision, point, text) VALUES (:decision, :point, :text);

-- name: decision_amount_insert
INSERT INTO amount (measure, year, kind, decision, ore) VALUES (:measure, :year, 'granted', :decision, :ore);

-- Every decision on a measure, newest first.
-- name: decision_list
SELECT decision.id AS id, decision.n AS n, decision.outcome AS outcome, decision.decided_on AS decided_on,
  decision.meeting AS meeting, decision.ground AS ground, decision.provisions AS provisions,
  decision.reasons AS reasons, coalesce(decision.replaces, 0) AS replaces, person.name AS recorded_by,
  decision.recorded_at AS recorded_at,
  NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id) AS valid,
  (SELECT p.document FROM decision_paper AS p JOIN document AS d ON d.id = p.document
    WHERE p.decision = decision.id AND d.void_why IS NULL) AS document,
  (SELECT d.n FROM decision_paper AS p JOIN document AS d ON d.id = p.document
    WHERE p.decision = decision.id AND d.void_why IS NULL) AS document_n,
  (SELECT count(*) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.decision = decision.id) AS listed,
  (SELECT count(x.sent_on) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.decision = decision.id) AS sent,
  (SELECT max(x.sent_on) FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
    WHERE p.decision = decision.id) AS sent_on,
  coalesce(form.kind, '') AS kind, coalesce(form.provision, '') AS provision, form.region AS region,
  region.short AS region_short, coalesce(form.item, 0) AS item, coalesce(form.deciders, '') AS deciders,
  coalesce(form.presenter, '') AS presenter, coalesce(form.others, '') AS others
FROM decision JOIN person ON person.id = decision.recorded_by
LEFT JOIN decision_form AS form ON form.decision = decision.id LEFT JOIN region ON region.code = form.region
WHERE decision.measure = :measure
ORDER BY decision.n DESC;

-- name: decision_amounts
SELECT year, ore FROM amount WHERE kind = 'granted' AND decision = :decision ORDER BY year;

-- name: decision_points
SELECT point.number AS number, point.title_sv AS title_sv, point.title_en AS title_en, decision_point.text AS text
FROM decision_point JOIN point ON point.number = decision_point.point
WHERE decision_point.decision = :decision
ORDER BY point.number;

-- Granted for one payment year by valid decisions: in all, in one round, and by rounds meant for an earlier year.
-- name: decision_year
SELECT coalesce(sum(amount.ore), 0) AS decided,
  coalesce(sum(CASE application.round WHEN :round THEN amount.ore END), 0) AS decided_round,
  coalesce(sum(CASE WHEN round.year < :year THEN amount.ore END), 0) AS committed
FROM amount
JOIN measure ON measure.id = amount.measure
JOIN application ON application.id = measure.application
JOIN round ON round.id = application.round
WHERE amount.kind = 'granted' AND amount.year = :year
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = amount.decision);
