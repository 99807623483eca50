-- Other bodies' numbers for the same matter, as text, with a key that finds them without separators.

-- All of an application.
-- name: cross_number_list
SELECT cross_number.id AS id, cross_number.version AS version, cross_number.n AS n, cross_number.number AS number,
  cross_number.region AS region, cross_number.about AS about, cross_number.number_key AS number_key
FROM cross_number
WHERE cross_number.application = :application AND cross_number.dropped_on IS NULL
ORDER BY cross_number.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: cross_number_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM cross_number WHERE application = :owner) AS next_n,
  cross_number.id AS id, cross_number.version AS version, cross_number.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN cross_number ON cross_number.application = :owner AND cross_number.n = :n;

-- name: cross_number_insert
INSERT INTO cross_number (application, n, number, region, about, number_key)
VALUES (:owner, :n, :number, :region, :about, :number_key);

-- name: cross_number_update
UPDATE cross_number SET number = :number, region = :region, about = :about, number_key = :number_key,
  version = version + 1
WHERE id = :id AND version = :version AND application = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: cross_number_drop
UPDATE cross_number SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
