-- The least amount that makes sense to grant a measure, one row a measure.

-- name: least_standing
SELECT version, ore, source FROM least_amount WHERE measure = :measure;

-- name: least_put
INSERT INTO least_amount (measure, ore, source, put_by, put_at) VALUES (:measure, :ore, :source, :put_by, :put_at)
ON CONFLICT (measure) DO UPDATE SET ore = excluded.ore, source = excluded.source, put_by = excluded.put_by,
  put_at = excluded.put_at, version = version + 1;

-- What is sought for the measure: NULL while a year is unknown, or nothing is stated.
-- name: least_sought
SELECT CASE WHEN count(*) = count(ore) THEN sum(ore) END AS ore
FROM amount WHERE measure = :measure AND kind IN ('cost', 'sought') AND kind = 'sought';
