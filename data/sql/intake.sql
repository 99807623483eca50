-- Taking in a file's worth.

-- The numbers an operation gave, by year.
-- name: intake_numbers
SELECT application.year AS year, min(application.n) AS first_n, max(application.n) AS last_n
FROM event JOIN application ON application.id = event.object_id
WHERE event.operation = :operation AND event.object = 'application' AND event.action = 'application-register'
GROUP BY application.year
ORDER BY application.year;
