-- What happened before, and related matters elsewhere; the date as it was given.

-- All of an application.
-- name: background_list
SELECT background.id AS id, background.version AS version, background.n AS n, background.given AS given,
  background.what AS what, background.who AS who, background.number AS number, background.outcome AS outcome,
  background.first_on AS first_on, background.last_on AS last_on
FROM background
WHERE background.application = :application AND background.dropped_on IS NULL
ORDER BY background.first_on IS NULL, background.first_on, background.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: background_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM background WHERE application = :owner) AS next_n,
  background.id AS id, background.version AS version, background.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN background ON background.application = :owner AND background.n = :n;

-- name: background_insert
INSERT INTO background (application, n, given, what, who, number, outcome, first_on, last_on)
VALUES (:owner, :n, :given, :what, :who, :number, :outcome, :first_on, :last_on);

-- name: background_update
UPDATE background SET given = :given, what = :what, who = :who, number = :number, outcome = :outcome,
  first_on = :first_on, last_on = :last_on, version = version + 1
WHERE id = :id AND version = :version AND application = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: background_drop
UPDATE background SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;
