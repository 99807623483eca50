-- Repayment and recovery (18–20 §§): claims, their line of decisions, what has been paid on them, demands sent.

-- What a claim is about: the measure, the region that is to be liable, and how much can be claimed of it. Paid to the
-- region and not come back, less what is claimed of it by other lines and what came back without a claim.
-- name: claim_room
SELECT application.id AS application, application.lead AS lead,
  (SELECT short FROM region WHERE code = :region) AS region_short,
  (SELECT coalesce(max(c.n), 0) + 1 FROM claim AS c WHERE c.measure = measure.id) AS next_n,
  (SELECT min(decided_on) FROM decision WHERE decision.measure = measure.id AND outcome <> 'refused') AS decided_on,
  (SELECT coalesce(sum(i.ore), 0) FROM payment AS p JOIN instalment AS i ON i.id = p.instalment
    JOIN decision AS d ON d.id = i.decision
    WHERE d.measure = measure.id AND i.recipient = :region
      AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = p.instalment)) AS paid_ore,
  (SELECT coalesce(sum(c.ore), 0) FROM claim AS c JOIN claim_line AS l ON l.claim = c.id
    WHERE c.measure = measure.id AND c.region = :region AND c.lifted = 0 AND l.first <> :first
      AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id)) AS claimed_ore,
  (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part JOIN money_in AS m ON m.id = part.money_in
    WHERE part.measure = measure.id AND part.kind = 'voluntary' AND part.taken_back_at IS NULL
      AND m.region = :region) AS voluntary_ore
FROM measure JOIN application ON application.id = measure.application
WHERE measure.id = :measure;

-- name: claim_insert
INSERT INTO claim (measure, n, region, ground, evidence, ore, lifted, reduced_ore, interest_cut, special_reasons, decided_on,
  item, deciders, presenter, others, reasons, pay_by, day_count, replaces, provision, recorded_by, recorded_at)
VALUES (:measure, :n, :region, :ground, :evidence, :ore, :lifted, :reduced_ore, :interest_cut, :special_reasons, :decided_on,
  :item, :deciders, :presenter, :others, :reasons, :pay_by, :day_count, :replaces, :provision, :recorded_by, :recorded_at);

-- Claims of a measure, or of a case, or all (0), each with its line's first day and what has been paid on the line.
-- name: claim_list
SELECT c.id AS id, l.first AS first, c.measure AS measure, c.n AS n, c.region AS region, region.short AS region_short,
  region.name AS region_name, region.statute_name AS region_statute, c.ground AS ground, c.evidence AS evidence, c.ore AS ore, c.lifted AS lifted,
  c.reduced_ore AS reduced_ore, l.net_ore AS net_ore, c.interest_cut AS interest_cut,
  c.special_reasons AS special_reasons, c.decided_on AS decided_on, c.deciders AS deciders, c.presenter AS presenter,
  c.others AS others, c.reasons AS reasons, c.pay_by AS pay_by, c.day_count AS day_count, c.provision AS provision,
  old.n AS replaces_n, old.decided_on AS replaces_on, item.section AS section, first.decided_on AS first_on, person.name AS recorded_by, c.recorded_at AS recorded_at,
  measure.n AS measure_n, measure.title AS title, application.id AS application, application.year AS year,
  application.n AS application_n, application.round AS round,
  EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id) AS replaced,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL) AS closed,
  (SELECT coalesce(sum(CASE part.kind WHEN 'principal' THEN part.ore END), 0) FROM money_in_part AS part
    JOIN claim_line AS paid ON paid.claim = part.claim
    WHERE paid.first = l.first AND part.taken_back_at IS NULL) AS repaid_ore,
  (SELECT coalesce(sum(CASE part.kind WHEN 'interest' THEN part.ore END), 0) FROM money_in_part AS part
    JOIN claim_line AS paid ON paid.claim = part.claim
    WHERE paid.first = l.first AND part.taken_back_at IS NULL) AS interest_paid_ore
FROM claim AS c JOIN claim_line AS l ON l.claim = c.id JOIN claim AS first ON first.id = l.first
JOIN region ON region.code = c.region JOIN person ON person.id = c.recorded_by
JOIN measure ON measure.id = c.measure JOIN application ON application.id = measure.application
LEFT JOIN claim AS old ON old.id = c.replaces LEFT JOIN sitting_item AS item ON item.id = c.item
WHERE :claim IN (0, c.id) AND :measure IN (0, c.measure) AND :application IN (0, application.id)
ORDER BY application.year, application.n, measure.n, c.n;

-- name: claim_find
SELECT id FROM claim WHERE measure = :measure AND n = :n;

-- Money that came in on a claim's line, by day.
-- name: claim_payments
SELECT m.n AS n, m.on_day AS on_day, part.kind AS kind, part.ore AS ore
FROM money_in_part AS part JOIN claim_line AS l ON l.claim = part.claim JOIN money_in AS m ON m.id = part.money_in
WHERE l.first = :first AND part.taken_back_at IS NULL
ORDER BY m.on_day, m.n, part.n;

-- What is to be paid to the region, whatever it is for: nothing is set off.
-- name: claim_due
SELECT coalesce(sum(i.ore), 0) AS ore, min(i.due_on) AS first_on
FROM standing AS s JOIN instalment AS i ON i.id = s.instalment
WHERE i.recipient = :region AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = i.id)
  AND NOT EXISTS (SELECT 1 FROM withheld WHERE withheld.instalment = i.id);

-- name: demand_insert
INSERT INTO demand (claim, n, sent_on, through_on, principal_ore, interest_ore, text, hash, document, made_by, made_at)
VALUES (:claim, :n, :sent_on, :through_on, :principal_ore, :interest_ore, :text, :hash, :document, :made_by, :made_at);

-- name: demand_row_insert
INSERT INTO demand_row (demand, n, from_on, through_on, days, base, balance_ore, lending, rate)
VALUES (:demand, :n, :from_on, :through_on, :days, :base, :balance_ore, :lending, :rate);

-- Demands of a line of claims, as they were sent.
-- name: demand_list
SELECT demand.id AS id, demand.n AS n, claim.n AS claim_n, demand.sent_on AS sent_on, demand.through_on AS through_on,
  demand.principal_ore AS principal_ore, demand.interest_ore AS interest_ore, demand.text AS text, demand.hash AS hash,
  document.n AS document_n, person.name AS made_by, demand.made_at AS made_at
FROM demand JOIN claim ON claim.id = demand.claim JOIN claim_line AS l ON l.claim = claim.id
JOIN person ON person.id = demand.made_by LEFT JOIN document ON document.id = demand.document
WHERE l.first = :first ORDER BY demand.id;

-- name: demand_next
SELECT coalesce(max(n), 0) + 1 AS n FROM demand WHERE claim = :claim;

-- name: demand_of_document
SELECT demand.id AS id
FROM document AS d JOIN measure AS m ON m.application = d.application JOIN claim AS c ON c.measure = m.id
JOIN demand ON demand.claim = c.id
WHERE d.id = :document AND demand.document = d.id;

-- name: demand_document
SELECT id FROM document WHERE application = :application AND n = :n AND moved_to IS NULL;
