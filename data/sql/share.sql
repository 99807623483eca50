-- A participant's share of a joint measure's sought amount.

-- By measure, then the lead first and Swedish order.
-- name: share_list
SELECT p.id AS participant, p.region AS region, region.short AS region_short, m.id AS measure, m.n AS measure_n,
  share.ore AS ore
FROM application AS a JOIN participant AS p ON p.application = a.id JOIN region ON region.code = p.region
JOIN share ON share.participant = p.id JOIN measure AS m ON m.id = share.measure
WHERE a.id = :application
ORDER BY m.n, p.region <> a.lead, region.sort_key;

-- Those who may have a share of a measure: the lead first, then Swedish order; ore is NULL where no share is written.
-- name: share_sharers
SELECT p.id AS participant, p.version AS version, p.region AS region, share.ore AS ore
FROM measure AS m JOIN application AS a ON a.id = m.application JOIN participant AS p ON p.application = a.id
JOIN region ON region.code = p.region LEFT JOIN share ON share.participant = p.id AND share.measure = m.id
WHERE m.id = :measure
ORDER BY p.region <> a.lead, region.sort_key;

-- Who is paid how much of each krona of a joint measure, in the same order: the lead too where nobody else applies.
-- name: share_weights
SELECT region.code AS region, share.ore AS ore
FROM measure AS m JOIN application AS a ON a.id = m.application
JOIN region ON region.code = a.lead OR region.code IN (SELECT p.region FROM participant AS p WHERE p.application = a.id)
LEFT JOIN participant AS p ON p.application = a.id AND p.region = region.code
LEFT JOIN share ON share.participant = p.id AND share.measure = m.id
WHERE m.id = :measure
ORDER BY region.code <> a.lead, region.sort_key, region.code;

-- name: share_put
INSERT INTO share (participant, measure, ore) VALUES (:participant, :measure, :ore)
ON CONFLICT (participant, measure) DO UPDATE SET ore = excluded.ore;

-- name: share_clear
DELETE FROM share WHERE participant = :participant AND measure = :measure;

-- What is sought for a measure: NULL while a year is unknown.
-- name: share_sought
SELECT CASE WHEN count(*) = count(ore) THEN sum(ore) END AS ore
FROM amount WHERE measure = :measure AND kind IN ('cost', 'sought') AND kind = 'sought';
