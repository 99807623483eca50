-- What an application leans on: reports, plans, reviews.

-- All of an application.
-- name: reference_list
SELECT reference.id AS id, reference.version AS version, reference.n AS n, reference.title AS title,
  reference.issuer AS issuer, reference.number AS number, CAST(reference.incomplete AS TEXT) AS incomplete
FROM reference
WHERE reference.application = :application AND reference.dropped_on IS NULL
ORDER BY reference.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: reference_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM reference WHERE application = :owner) AS next_n,
  reference.id AS id, reference.version AS version, reference.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN reference ON reference.application = :owner AND reference.n = :n;

-- name: reference_insert
INSERT INTO reference (application, n, title, issuer, number, incomplete)
VALUES (:owner, :n, :title, :issuer, :number, :incomplete);

-- name: reference_update
UPDATE reference SET title = :title, issuer = :issuer, number = :number, incomplete = :incomplete, version = version + 1
WHERE id = :id AND version = :version AND application = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: reference_drop
UPDATE reference SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
