-- How firm a ranking was, kept as it was calculated.

-- The next one of the round.
-- name: firmness_add
INSERT INTO firmness (round, n, proposal, year, method, method_version, rule, seed, draws, criteria_version, input,
  tried, portfolios, made_by, made_at)
VALUES (:round, (SELECT coalesce(max(n), 0) + 1 FROM firmness WHERE round = :round), :proposal, :year, :method,
  :method_version, :rule, :seed, :draws, :criteria_version, :input, :tried, :portfolios, :made_by, :made_at);

-- name: firmness_row_add
INSERT INTO firmness_row (firmness, measure, inside, best, worst, low, high, core, without_best, without_worst,
  without_lost, favour)
VALUES (:firmness, :measure, :inside, :best, :worst, :low, :high, :core, :without_best, :without_worst, :without_lost,
  :favour);

-- The same question about the same input: its answer is the same.
-- name: firmness_same
SELECT n FROM firmness
WHERE round = :round AND input = :input AND rule = :rule AND seed = :seed AND draws = :draws
  AND method_version = :method_version AND tried = :tried
ORDER BY n DESC LIMIT 1;

-- The round's, newest first; whether :viewer has something left to hand in on a measure in it, or is barred from one that
-- is not decided; and whether there is any such measure.
-- name: firmness_list
SELECT firmness.id AS id, firmness.n AS n, proposal.n AS proposal_n, firmness.year AS year, method, method_version, rule,
  seed, draws, criteria_version, input, tried, portfolios, person.name AS made_by, firmness.made_at AS made_at,
  EXISTS (SELECT 1 FROM firmness_row AS r
    JOIN assignment ON assignment.measure = r.measure AND assignment.person = :viewer AND assignment.ended_at IS NULL
    LEFT JOIN assessment ON assessment.assignment = assignment.id
    WHERE r.firmness = firmness.id AND assessment.submitted_at IS NULL) AS unsubmitted,
  EXISTS (SELECT 1 FROM firmness_row AS r JOIN measure ON measure.id = r.measure
    JOIN barred ON barred.person = :viewer AND barred.application = measure.application
    WHERE r.firmness = firmness.id
      AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = r.measure)) AS barred,
  EXISTS (SELECT 1 FROM firmness_row AS r WHERE r.firmness = firmness.id
    AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = r.measure)) AS undecided
FROM firmness
JOIN person ON person.id = firmness.made_by
LEFT JOIN proposal ON proposal.id = firmness.proposal
WHERE firmness.round = :round
ORDER BY firmness.n DESC;

-- name: firmness_rows
SELECT r.measure AS measure, application.year AS year, application.n AS application_n, measure.n AS n,
  region.short AS lead_short, measure.title AS title, r.inside AS inside, r.best AS best, r.worst AS worst, r.low AS low,
  r.high AS high, r.core AS core, r.without_best AS without_best, r.without_worst AS without_worst,
  r.without_lost AS without_lost, r.favour AS favour
FROM firmness_row AS r
JOIN measure ON measure.id = r.measure
JOIN application ON application.id = measure.application
JOIN region ON region.code = application.lead
WHERE r.firmness = :firmness
ORDER BY application.year, application.n, measure.n;
