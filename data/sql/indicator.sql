-- How a measure's result will be shown: baseline, target, day, method.

-- All of an application.
-- name: indicator_list
SELECT indicator.id AS id, indicator.version AS version, indicator.n AS n, measure.id AS measure,
  measure.n AS measure_n, indicator.name AS name, indicator.unit AS unit, indicator.baseline AS baseline,
  indicator.baseline_on AS baseline_on, indicator.target AS target, indicator.target_on AS target_on,
  indicator.method AS method
FROM indicator JOIN measure ON measure.id = indicator.measure
WHERE measure.application = :application AND indicator.dropped_on IS NULL
ORDER BY measure.n, indicator.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: indicator_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM indicator WHERE measure = :owner) AS next_n,
  indicator.id AS id, indicator.version AS version, indicator.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN indicator ON indicator.measure = :owner AND indicator.n = :n;

-- name: indicator_insert
INSERT INTO indicator (measure, n, name, unit, baseline, baseline_on, target, target_on, method)
VALUES (:owner, :n, :name, :unit, :baseline, :baseline_on, :target, :target_on, :method);

-- name: indicator_update
UPDATE indicator SET name = :name, unit = :unit, baseline = :baseline, baseline_on = :baseline_on, target = :target,
  target_on = :target_on, method = :method, version = version + 1
WHERE id = :id AND version = :version AND measure = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: indicator_drop
UPDATE indicator SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
