-- The attest list: who may review and who may authorise, from a day to a day and up to an amount.

-- name: attest_power_list
SELECT p.id AS id, p.version AS version, p.person AS person, person.login AS login, person.name AS name, p.step AS step,
  p.from_on AS from_on, p.to_on AS to_on, p.most_ore AS most_ore, p.source AS source,
  p.from_on <= :today AND (p.to_on IS NULL OR p.to_on >= :today) AS in_force
FROM attest_power AS p JOIN person ON person.id = p.person
ORDER BY p.step DESC, person.sort_key, p.from_on, p.id;

-- What a person may on a day: the highest amount, NULL where one row says any.
-- name: attest_power_held
SELECT count(*) AS rows, iif(count(*) = count(most_ore), max(most_ore), NULL) AS most_ore
FROM attest_power
WHERE person = :person AND step = :step AND from_on <= :on AND (to_on IS NULL OR to_on >= :on);

-- Who may that day, for the sentence that refuses.
-- name: attest_power_holders
SELECT person.name AS name, p.most_ore AS most_ore
FROM attest_power AS p JOIN person ON person.id = p.person
WHERE p.step = :step AND p.from_on <= :on AND (p.to_on IS NULL OR p.to_on >= :on)
ORDER BY person.sort_key, p.id;

-- name: attest_power_overlaps
SELECT count(*) AS overlaps FROM attest_power
WHERE person = :person AND step = :step
  AND (to_on IS NULL OR to_on >= :from_on) AND (:to_on IS NULL OR from_on <= :to_on);

-- name: attest_power_insert
INSERT INTO attest_power (person, step, from_on, to_on, most_ore, source)
VALUES (:person, :step, :from_on, :to_on, :most_ore, :source);

-- name: attest_power_standing
SELECT version, person, from_on FROM attest_power WHERE id = :id;

-- name: attest_power_end
UPDATE attest_power SET to_on = :to_on, version = version + 1 WHERE id = :id AND version = :version;
