-- Rules of equal treatment, and what they are held against: who shares a measure, and of what type it is.

-- The rules in force of the round.
-- name: equal_rules
SELECT id, per, code, bound, unit, value, source, put_at, version,
  (SELECT name FROM person WHERE person.id = put_by) AS put_by_name,
  (SELECT short FROM region WHERE region.code = equal_rule.code AND per = 'region') AS region_short
FROM equal_rule
WHERE round = :round AND ended_at IS NULL
ORDER BY id;

-- name: equal_standing
SELECT round, ended_at, version FROM equal_rule WHERE id = :id;

-- Is there such a region, or such a type?
-- name: equal_code
SELECT CASE :per WHEN 'region' THEN EXISTS (SELECT 1 FROM region WHERE code = :code)
  ELSE EXISTS (SELECT 1 FROM word WHERE kind = 'type' AND code = :code) END AS known;

-- name: equal_add
INSERT INTO equal_rule (round, per, code, bound, unit, value, source, put_by, put_at)
VALUES (:round, :per, :code, :bound, :unit, :value, :source, :put_by, :put_at);

-- name: equal_end
UPDATE equal_rule SET ended_at = :ended_at, version = version + 1 WHERE id = :id AND version = :version;

-- Each measure of the round: its type, and its lead.
-- name: equal_measures
SELECT measure.id AS measure, coalesce(measure.type, '') AS type, application.lead AS region
FROM application
JOIN measure ON measure.application = application.id
WHERE application.round = :round
ORDER BY measure.id;

-- What each region has of a measure: the lead first, then Swedish order. A share of nothing is none.
-- name: equal_shares
SELECT share.measure AS measure, region.code AS region, share.ore AS ore
FROM application
JOIN participant ON participant.application = application.id
JOIN region ON region.code = participant.region
JOIN share ON share.participant = participant.id AND share.ore > 0
WHERE application.round = :round
ORDER BY share.measure, participant.region <> application.lead, region.sort_key;

-- Every region and measure that have to do with each other, by lead or share; regions in Swedish order.
-- name: equal_regions
SELECT region.code AS region, region.short AS region_short, measure.id AS measure
FROM application
JOIN participant ON participant.application = application.id
JOIN region ON region.code = participant.region
JOIN measure ON measure.application = application.id
LEFT JOIN share ON share.participant = participant.id AND share.measure = measure.id AND share.ore > 0
WHERE application.round = :round AND (share.ore IS NOT NULL OR application.lead = region.code)
ORDER BY region.sort_key, measure.id;
