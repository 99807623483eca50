-- Money in from regions, and what each part of it is for.

-- name: money_in_insert
INSERT INTO money_in (n, region, on_day, ore, reference, recorded_by, recorded_at)
VALUES ((SELECT coalesce(max(n), 0) + 1 FROM money_in), :region, :on_day, :ore, :reference, :recorded_by, :recorded_at);

-- One, with what is placed of it.
-- name: money_in_one
SELECT m.n AS n, m.region AS region, m.on_day AS on_day, m.ore AS ore, m.version AS version,
  (SELECT at FROM money_in_void AS v WHERE v.money_in = m.id) AS void_at,
  (SELECT coalesce(sum(ore), 0) FROM money_in_part AS part WHERE part.money_in = m.id AND part.taken_back_at IS NULL) AS placed_ore,
  (SELECT group_concat(n, ', ') FROM (SELECT n FROM money_in_part AS part
    WHERE part.money_in = m.id AND part.taken_back_at IS NULL ORDER BY n)) AS placed_parts,
  EXISTS (SELECT 1 FROM money_in_part AS part WHERE part.money_in = m.id AND part.kind = 'elsewhere') AS elsewhere,
  (SELECT coalesce(max(n), 0) + 1 FROM money_in_part AS part WHERE part.money_in = m.id) AS next_n
FROM money_in AS m WHERE m.id = :id;

-- name: money_in_payer
UPDATE money_in SET region = :region, version = version + 1 WHERE id = :id;

-- name: money_in_touch
UPDATE money_in SET version = version + 1 WHERE id = :id;

-- name: money_in_part_insert
INSERT INTO money_in_part (money_in, n, kind, claim, measure, year, ore, why, made_by, made_at)
VALUES (:money_in, :n, :kind, :claim, :measure, :year, :ore, :why, :made_by, :made_at);

-- name: money_in_part_one
SELECT part.kind AS kind, part.measure AS measure, part.year AS year, part.ore AS ore,
  part.taken_back_at AS taken_back_at, measure.application AS application
FROM money_in_part AS part LEFT JOIN measure ON measure.id = part.measure
WHERE part.money_in = :money_in AND part.n = :n;

-- name: money_in_part_back
UPDATE money_in_part SET taken_back_at = :at, taken_back_why = :why WHERE money_in = :money_in AND n = :n;

-- The last of a claim's line, with what is left of its principal.
-- name: money_in_claim
SELECT c.measure AS measure, c.region AS region, region.short AS region_short,
  measure.application AS application, CAST(substr(first.decided_on, 1, 4) AS INTEGER) AS year,
  l.net_ore - (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part JOIN claim_line AS paid ON paid.claim = part.claim
    WHERE paid.first = l.first AND part.kind = 'principal' AND part.taken_back_at IS NULL) AS unpaid_ore,
  EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id) AS replaced
FROM claim AS c JOIN claim_line AS l ON l.claim = c.id JOIN claim AS first ON first.id = l.first
JOIN region ON region.code = c.region JOIN measure ON measure.id = c.measure
WHERE c.id = :id;

-- A measure that money comes back of without a claim: what has been paid to the region and is neither claimed nor back.
-- name: money_in_voluntary
SELECT measure.application AS application,
  (SELECT coalesce(sum(i.ore), 0) FROM payment AS p JOIN instalment AS i ON i.id = p.instalment
    JOIN decision AS d ON d.id = i.decision
    WHERE d.measure = measure.id AND i.recipient = :region
      AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = p.instalment))
  - (SELECT coalesce(sum(l.net_ore), 0) FROM claim AS c JOIN claim_line AS l ON l.claim = c.id
    WHERE c.measure = measure.id AND c.region = :region
      AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id))
  - (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part JOIN money_in AS m ON m.id = part.money_in
    WHERE part.measure = measure.id AND part.kind = 'voluntary' AND part.taken_back_at IS NULL AND m.region = :region) AS room_ore
FROM measure WHERE measure.id = :measure;

-- Every payment in, the newest day first.
-- name: money_in_list
SELECT m.id AS id, m.version AS version, m.n AS n, m.region AS region, region.short AS region_short, m.on_day AS on_day,
  m.ore AS ore, m.reference AS reference, person.name AS recorded_by, m.recorded_at AS recorded_at,
  v.at AS void_at, v.why AS void_why, (SELECT name FROM person AS p WHERE p.id = v.person) AS void_by
FROM money_in AS m LEFT JOIN region ON region.code = m.region JOIN person ON person.id = m.recorded_by
LEFT JOIN money_in_void AS v ON v.money_in = m.id
ORDER BY m.on_day DESC, m.n DESC;

-- Their parts, in the same order.
-- name: money_in_parts
SELECT part.money_in AS money_in, part.n AS n, part.kind AS kind, part.claim AS claim, claim.n AS claim_n,
  part.measure AS measure, measure.n AS measure_n, application.year AS application_year, application.n AS application_n,
  part.year AS year, part.ore AS ore, part.why AS why, person.name AS made_by, part.taken_back_at AS taken_back_at,
  part.taken_back_why AS taken_back_why
FROM money_in_part AS part JOIN money_in AS m ON m.id = part.money_in JOIN person ON person.id = part.made_by
LEFT JOIN claim ON claim.id = part.claim LEFT JOIN measure ON measure.id = part.measure
LEFT JOIN application ON application.id = measure.application
ORDER BY m.on_day DESC, m.n DESC, part.n;

-- name: money_in_void_insert
INSERT INTO money_in_void (money_in, why, person, at) VALUES (:id, :why, :person, :at);

-- name: money_in_number
SELECT n FROM money_in WHERE id = :id;
