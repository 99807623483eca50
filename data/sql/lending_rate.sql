-- The state's lending rate, entered with its source (SFS 1993:1138 6 §; 20 §).

-- Every row, the newest day first; `holds`: nothing was entered later for the same day.
-- name: lending_rate_list
SELECT r.id AS id, r.from_on AS from_on, r.rate AS rate, r.source AS source, person.name AS entered_by,
  r.entered_at AS entered_at,
  NOT EXISTS (SELECT 1 FROM lending_rate AS later WHERE later.from_on = r.from_on AND later.id > r.id) AS holds
FROM lending_rate AS r JOIN person ON person.id = r.entered_by
ORDER BY r.from_on DESC, r.id DESC;

-- Those that hold, by day, for calculating.
-- name: lending_rate_holding
SELECT r.from_on AS from_on, r.rate AS rate FROM lending_rate AS r
WHERE NOT EXISTS (SELECT 1 FROM lending_rate AS later WHERE later.from_on = r.from_on AND later.id > r.id)
ORDER BY r.from_on;

-- name: lending_rate_insert
INSERT INTO lending_rate (from_on, rate, source, entered_by, entered_at)
VALUES (:from_on, :rate, :source, :entered_by, :entered_at);
