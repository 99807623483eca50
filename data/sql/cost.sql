-- Costs of a measure by year and kind (9 § 3).

-- All of an application.
-- name: cost_list
SELECT cost.id AS id, cost.version AS version, cost.n AS n, measure.id AS measure, measure.n AS measure_n,
  CAST(cost.year AS TEXT) AS year, cost.kind AS kind, CAST(cost.ore AS TEXT) AS ore, cost.text AS text
FROM cost JOIN measure ON measure.id = cost.measure
WHERE measure.application = :application AND cost.dropped_on IS NULL
ORDER BY measure.n, cost.year, cost.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: cost_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM cost WHERE measure = :owner) AS next_n,
  cost.id AS id, cost.version AS version, cost.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN cost ON cost.measure = :owner AND cost.n = :n;

-- name: cost_insert
INSERT INTO cost (measure, n, year, kind, ore, text)
VALUES (:owner, :n, :year, :kind, :ore, :text);

-- name: cost_update
UPDATE cost SET year = :year, kind = :kind, ore = :ore, text = :text, version = version + 1
WHERE id = :id AND version = :version AND measure = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: cost_drop
UPDATE cost SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
