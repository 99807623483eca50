-- Money per measure and payment year.

-- What a measure costs, what is sought, and what the valid decision grants.
-- name: amount_list
SELECT year, kind, ore FROM amount
WHERE measure = :measure AND kind IN ('cost', 'sought')
UNION ALL
SELECT a.year, a.kind, a.ore FROM decision AS d JOIN amount AS a ON a.decision = d.id AND a.kind = 'granted'
WHERE d.measure = :measure AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
ORDER BY year, kind;

-- An application's cost and sought amounts are replaced as a whole.
-- name: amount_clear
DELETE FROM amount WHERE measure = :measure AND kind IN ('cost', 'sought');

-- name: amount_insert
INSERT INTO amount (measure, year, kind, ore) VALUES (:measure, :year, :kind, :ore);
