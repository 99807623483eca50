-- Those who may apply.

-- Is there a region with this code?
-- name: region_known
SELECT EXISTS (SELECT 1 FROM region WHERE code = :code) AS known;
