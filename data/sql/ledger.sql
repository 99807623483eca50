-- The ledger: what was moved from which account to which. Written by the verbs that move money, never changed.

-- name: ledger_insert
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
VALUES (:at, :measure, :year, :source, :target, :ore, :cause, :cause_id);

-- What a decision that is about to be replaced holds: planned rows that will not stand, on the account where each is, and
-- last what it granted.
-- name: ledger_held
SELECT year, account, sum(ore) AS ore
FROM (SELECT i.year AS year, i.ore AS ore, 0 AS last,
    CASE (SELECT final FROM withheld WHERE withheld.instalment = i.id) WHEN 1 THEN 'withdrawn' WHEN 0 THEN 'stopped' ELSE 'due' END AS account
  FROM instalment AS i
  WHERE i.decision = :decision AND i.until IS NULL
    AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = i.id)
    AND (NOT EXISTS (SELECT 1 FROM attest WHERE attest.instalment = i.id)
      OR EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = i.id))
  UNION ALL SELECT year, ore, 1, 'frame' FROM amount WHERE kind = 'granted' AND decision = :decision)
GROUP BY last, year, account
ORDER BY last, year, account;

-- A case taken in from another office is booked as it stands: granted, planned, and then where each row of the plan is.
-- name: ledger_open_granted
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
SELECT :at, m.id, a.year, 'frame', 'unplanned', a.ore, 'opening', a.decision
FROM measure AS m JOIN decision AS d ON d.measure = m.id JOIN amount AS a ON a.decision = d.id
WHERE m.application = :application AND a.kind = 'granted' AND a.ore > 0
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = a.decision)
ORDER BY a.decision, a.year;

-- name: ledger_open_due
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
SELECT :at, m.id, s.year, 'unplanned', 'due', s.ore, 'opening', s.instalment
FROM measure AS m JOIN standing AS s ON s.measure = m.id
WHERE m.application = :application
ORDER BY s.instalment;

-- name: ledger_open_ends
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
SELECT :at, measure, year, 'due', account, ore, 'opening', instalment
FROM (SELECT m.id AS measure, s.year AS year, s.ore AS ore, s.instalment AS instalment,
    CASE WHEN EXISTS (SELECT 1 FROM payment WHERE payment.instalment = s.instalment) THEN 'paid'
      ELSE CASE (SELECT max(final) FROM withheld WHERE withheld.instalment = s.instalment) WHEN 1 THEN 'withdrawn' WHEN 0 THEN 'stopped' END END AS account
  FROM measure AS m JOIN standing AS s ON s.measure = m.id
  WHERE m.application = :application)
WHERE account IS NOT NULL
ORDER BY instalment;

-- What is claimed back, decision by decision, on the year of the claim's first.
-- name: ledger_open_claimed
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
SELECT :at, measure, year, CASE WHEN net > before THEN 'liability' ELSE 'claimed' END,
  CASE WHEN net > before THEN 'claimed' ELSE 'remitted' END, abs(net - before), 'opening', claim
FROM (SELECT c.measure AS measure, c.id AS claim, CAST(substr(first.decided_on, 1, 4) AS INTEGER) AS year, l.net_ore AS net,
    lag(l.net_ore, 1, 0) OVER (PARTITION BY l.first ORDER BY c.n) AS before
  FROM measure AS m JOIN claim AS c ON c.measure = m.id JOIN claim_line AS l ON l.claim = c.id
    JOIN claim AS first ON first.id = l.first
  WHERE m.application = :application)
WHERE net <> before
ORDER BY claim;

-- name: ledger_open_money_in
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
SELECT :at, part.measure, part.year, CASE part.kind WHEN 'principal' THEN 'claimed' ELSE 'inflow' END,
  CASE part.kind WHEN 'principal' THEN 'repaid' ELSE part.kind END, part.ore, 'opening', part.money_in
FROM measure AS m JOIN money_in_part AS part ON part.measure = m.id
WHERE m.application = :application AND part.taken_back_at IS NULL AND part.kind IN ('principal', 'interest', 'voluntary')
ORDER BY part.money_in, part.n;

-- What stands on each account per measure and payment year, of what was booked until :until; beside it, as the accounts
-- 'by decisions' and 'by plans', what those say. Of one application, one measure, one round, or (0) of all.
-- name: ledger_balances
SELECT m.id AS measure, a.year AS application_year, a.n AS application_n, m.n AS measure_n, m.title AS title,
  region.short AS lead_short, side.year AS year, side.account AS account, sum(side.ore) AS ore
FROM (SELECT measure, year, source AS account, -ore AS ore FROM ledger WHERE at <= :until
  UNION ALL SELECT measure, year, target, ore FROM ledger WHERE at <= :until
  UNION ALL SELECT amount.measure, amount.year, 'by decisions', amount.ore
    FROM amount JOIN decision AS d ON d.id = amount.decision
    WHERE amount.kind = 'granted' AND d.recorded_at <= :until
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until)
  UNION ALL SELECT measure, year, 'by plans', ore FROM standing) AS side
JOIN measure AS m ON m.id = side.measure JOIN application AS a ON a.id = m.application
JOIN region ON region.code = a.lead
WHERE (:measure = 0 OR m.id = :measure) AND (:application = 0 OR a.id = :application) AND (:round = 0 OR a.round = :round)
GROUP BY m.id, side.year, side.account
ORDER BY a.year, a.n, m.n, side.year;

-- What stands on an account, of all measures and years.
-- name: ledger_balance
SELECT coalesce(sum(CASE WHEN target = :account THEN ore ELSE -ore END), 0) AS ore
FROM ledger WHERE :account IN (source, target);
