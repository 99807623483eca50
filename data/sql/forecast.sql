-- Forecasts: the plans as they stand, row by row, and where each row is.

-- name: forecast_rows
SELECT a.year AS application_year, a.n AS application_n, m.n AS measure_n, i.n AS n, region.short AS region,
  i.due_on AS due_on, s.year AS year, s.ore AS ore, p.recorded_at AS paid_at,
  (SELECT max(final) FROM withheld WHERE withheld.instalment = i.id) AS withheld,
  i.condition <> '' AND i.condition_met_on IS NULL AS waits
FROM standing AS s JOIN instalment AS i ON i.id = s.instalment
JOIN measure AS m ON m.id = s.measure JOIN application AS a ON a.id = m.application
JOIN region ON region.code = i.recipient
LEFT JOIN payment AS p ON p.instalment = i.id
ORDER BY i.due_on, a.year, a.n, m.n, i.n;
