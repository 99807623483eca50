-- Money per payment year, added up. Only valid decisions (that nobody replaces) count, with their newest plans.

-- Limits in force on :today: the latest row not after it. Of the rounds' own, only :round's.
-- name: budget_limits
SELECT kind, year, ore FROM money_limit AS this
WHERE valid_from <= :today AND (round IS NULL OR round = :round)
  AND NOT EXISTS (SELECT 1 FROM money_limit AS later
    WHERE later.kind = this.kind AND later.year = this.year AND later.round IS this.round
      AND later.valid_from <= :today AND later.valid_from > this.valid_from);

-- Granted per round and payment year.
-- name: budget_granted
SELECT application.round AS round, round.year AS round_year, amount.year AS year, sum(amount.ore) AS ore
FROM amount
JOIN decision ON decision.id = amount.decision
JOIN measure ON measure.id = decision.measure
JOIN application ON application.id = measure.application
JOIN round ON round.id = application.round
WHERE amount.kind = 'granted' AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)
GROUP BY application.round, amount.year;

-- Instalments that stand, per round and payment year.
-- name: budget_planned
SELECT application.round AS round, standing.year AS year, sum(standing.ore) AS planned,
  coalesce(sum(CASE WHEN attest.instalment IS NOT NULL AND revoked.instalment IS NULL THEN standing.ore END), 0) AS attested,
  coalesce(sum(CASE WHEN payment.instalment IS NOT NULL THEN standing.ore END), 0) AS paid
FROM standing
JOIN measure ON measure.id = standing.measure
JOIN application ON application.id = measure.application
LEFT JOIN attest ON attest.instalment = standing.instalment
LEFT JOIN attest_revoked AS revoked ON revoked.instalment = standing.instalment
LEFT JOIN payment ON payment.instalment = standing.instalment
GROUP BY application.round, standing.year;

-- What the ledger has on the accounts that plans do not show, per payment year.
-- name: budget_ledger
SELECT year, account, sum(ore) AS ore
FROM (SELECT year, source AS account, -ore AS ore FROM ledger UNION ALL SELECT year, target, ore FROM ledger)
WHERE account IN ('unplanned', 'due', 'stopped', 'withdrawn', 'claimed', 'repaid', 'voluntary')
GROUP BY year, account;

-- The rounds, newest first, and whether a ranking has been proposed.
-- name: budget_rounds
SELECT id, name, EXISTS (SELECT 1 FROM proposal WHERE proposal.round = round.id) AS proposed
FROM round ORDER BY year DESC, name DESC;
