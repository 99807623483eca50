-- Other state support for a measure (5 §).

-- All of an application.
-- name: support_list
SELECT support.id AS id, support.version AS version, support.n AS n, measure.id AS measure, measure.n AS measure_n,
  support.name AS name, support.from_on AS from_on, support.to_on AS to_on, CAST(support.ore AS TEXT) AS ore,
  support.source AS source
FROM support JOIN measure ON measure.id = support.measure
WHERE measure.application = :application AND support.dropped_on IS NULL
ORDER BY measure.n, support.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: support_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM support WHERE measure = :owner) AS next_n,
  support.id AS id, support.version AS version, support.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN support ON support.measure = :owner AND support.n = :n;

-- name: support_insert
INSERT INTO support (measure, n, name, from_on, to_on, ore, source)
VALUES (:owner, :n, :name, :from_on, :to_on, :ore, :source);

-- name: support_update
UPDATE support SET name = :name, from_on = :from_on, to_on = :to_on, ore = :ore, source = :source, version = version + 1
WHERE id = :id AND version = :version AND measure = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: support_drop
UPDATE support SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
