-- Who may sign what: delegated powers from a day to a day, each with its source.

-- name: power_list
SELECT id, version, what, role, from_on, to_on, source,
  from_on <= :today AND (to_on IS NULL OR to_on >= :today) AS in_force
FROM power ORDER BY what, from_on, role, id;

-- The power that a person's roles of a day give for a signature on that day; the latest given comes first.
-- name: power_held
SELECT power.id AS id, power.role AS role FROM power
WHERE power.what = :what AND power.from_on <= :on AND (power.to_on IS NULL OR power.to_on >= :on)
  AND power.role IN (SELECT role FROM appointment
    WHERE person = :person AND from_on <= :on AND (to_on IS NULL OR to_on >= :on))
ORDER BY power.from_on DESC, power.id DESC LIMIT 1;

-- Who may sign it on a day, for the sentence that refuses.
-- name: power_holders
SELECT role, source FROM power
WHERE what = :what AND from_on <= :on AND (to_on IS NULL OR to_on >= :on)
ORDER BY role, id;

-- name: power_overlaps
SELECT count(*) AS overlaps FROM power
WHERE what = :what AND role = :role
  AND (to_on IS NULL OR to_on >= :from_on) AND (:to_on IS NULL OR from_on <= :to_on);

-- name: power_insert
INSERT INTO power (what, role, from_on, to_on, source) VALUES (:what, :role, :from_on, :to_on, :source);

-- Adopted with the law as data, unless the same power from the same day is there already.
-- name: power_put
INSERT INTO power (what, role, from_on, source)
SELECT :what, :role, :from_on, :source
WHERE NOT EXISTS (SELECT 1 FROM power WHERE what = :what AND role = :role AND from_on = :from_on);

-- name: power_standing
SELECT version, NULL AS person, from_on FROM power WHERE id = :id;

-- name: power_end
UPDATE power SET to_on = :to_on, version = version + 1 WHERE id = :id AND version = :version;
