-- Persons and roles.

-- name: person_by_login
SELECT id, name FROM person WHERE login = :login;

-- name: person_list
SELECT id, version, login, name, region FROM person ORDER BY sort_key, login;

-- name: person_insert
INSERT INTO person (login, name, sort_key, region) VALUES (:login, :name, :sort_key, :region);

-- name: person_update
UPDATE person SET login = :login, name = :name, sort_key = :sort_key, region = :region, version = version + 1
WHERE id = :id;

-- name: person_version
SELECT version FROM person WHERE id = :id;

-- name: appointment_of
SELECT id, role, from_on, to_on FROM appointment WHERE person = :person ORDER BY from_on, id;

-- Roles held on a day.
-- name: appointment_held
SELECT DISTINCT role FROM appointment
WHERE person = :person AND from_on <= :today AND (to_on IS NULL OR to_on >= :today);

-- name: appointment_insert
INSERT INTO appointment (person, role, from_on, to_on) VALUES (:person, :role, :from_on, :to_on);

-- Overlapping appointments to the same role.
-- name: appointment_overlaps
SELECT count(*) AS overlaps FROM appointment
WHERE person = :person AND role = :role
  AND (to_on IS NULL OR to_on >= :from_on) AND (:to_on IS NULL OR from_on <= :to_on);

-- name: appointment_holding
SELECT id, from_on FROM appointment
WHERE person = :person AND role = :role AND from_on <= :last AND (to_on IS NULL OR to_on >= :last);

-- name: appointment_end
UPDATE appointment SET to_on = :last, version = version + 1 WHERE id = :id;

-- Other persons who hold the administrator's right on a day.
-- name: appointment_other_administrators
SELECT count(DISTINCT person) AS others FROM appointment
WHERE role = 'administrator' AND person <> :person AND from_on <= :today AND (to_on IS NULL OR to_on >= :today);
