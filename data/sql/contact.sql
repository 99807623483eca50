-- Contact persons, of the application or of one participant.

-- All of an application.
-- name: contact_list
SELECT contact.id AS id, contact.version AS version, contact.n AS n, contact.name AS name, contact.title AS title,
  contact.email AS email, contact.phone AS phone, contact.until_on AS until_on,
  (SELECT participant.region FROM participant WHERE participant.id = contact.participant) AS region
FROM contact
WHERE contact.application = :application AND contact.dropped_on IS NULL
ORDER BY contact.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: contact_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM contact WHERE application = :owner) AS next_n,
  contact.id AS id, contact.version AS version, contact.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN contact ON contact.application = :owner AND contact.n = :n;

-- name: contact_insert
INSERT INTO contact (application, n, name, title, email, phone, until_on, participant)
VALUES (:owner, :n, :name, :title, :email, :phone, :until_on,
  (SELECT id FROM participant WHERE application = :owner AND region = :region));

-- name: contact_update
UPDATE contact SET name = :name, title = :title, email = :email, phone = :phone, until_on = :until_on,
  participant = (SELECT id FROM participant WHERE application = :owner AND region = :region), version = version + 1
WHERE id = :id AND version = :version AND application = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: contact_drop
UPDATE contact SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;

-- Is the region one of those who apply?
-- name: contact_participant
SELECT EXISTS (SELECT 1 FROM participant WHERE application = :application AND region = :region) AS there;
