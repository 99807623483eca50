-- Where regions are paid: made by one, checked by another, in force from a day, never changed.

-- All of a region's, or everybody's where :region is NULL; in force is the newest checked one whose day has come.
-- name: payee_account_list
SELECT a.id AS id, a.version AS version, a.region AS region, region.short AS region_short, region.name AS region_name,
  a.kind AS kind, a.number AS number, a.from_on AS from_on, a.source AS source, a.made_by AS maker_id,
  maker.name AS made_by, a.made_at AS made_at, checker.name AS checked_by, a.checked_at AS checked_at,
  a.id = (SELECT f.id FROM payee_account AS f
    WHERE f.region = a.region AND f.checked_by IS NOT NULL AND f.from_on <= :today
    ORDER BY f.from_on DESC, f.checked_at DESC, f.id DESC LIMIT 1) AS in_force
FROM payee_account AS a JOIN region ON region.code = a.region JOIN person AS maker ON maker.id = a.made_by
LEFT JOIN person AS checker ON checker.id = a.checked_by
WHERE :region IS NULL OR a.region = :region
ORDER BY region.sort_key, a.from_on DESC, a.checked_at DESC, a.id DESC;

-- The account in force on a day, and the one before it; and the one the region was last paid to.
-- name: payee_account_of
SELECT a.id AS id, a.kind AS kind, a.number AS number, a.from_on AS from_on, maker.name AS made_by, checker.name AS checked_by,
  coalesce((SELECT p.account FROM batch_row AS p JOIN instalment AS i ON i.id = p.instalment WHERE i.recipient = :region
    ORDER BY p.batch DESC, p.n DESC LIMIT 1), 0) AS paid_to
FROM payee_account AS a JOIN person AS maker ON maker.id = a.made_by JOIN person AS checker ON checker.id = a.checked_by
WHERE a.region = :region AND a.from_on <= :on
ORDER BY a.from_on DESC, a.checked_at DESC, a.id DESC LIMIT 2;

-- name: payee_account_same
SELECT count(*) AS same FROM payee_account
WHERE region = :region AND kind = :kind AND number = :number AND from_on = :from_on;

-- name: payee_account_insert
INSERT INTO payee_account (region, kind, number, from_on, source, made_by, made_at)
VALUES (:region, :kind, :number, :from_on, :source, :made_by, :made_at);

-- name: payee_account_standing
SELECT a.version AS version, a.made_by AS maker_id, a.number AS number, maker.name AS made_by, checker.name AS checked_by,
  a.checked_at AS checked_at
FROM payee_account AS a JOIN person AS maker ON maker.id = a.made_by
LEFT JOIN person AS checker ON checker.id = a.checked_by
WHERE a.id = :id;

-- name: payee_account_check
UPDATE payee_account SET checked_by = :checked_by, checked_at = :checked_at, version = version + 1
WHERE id = :id AND version = :version;
