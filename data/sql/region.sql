-- Those who may apply.

-- Is there a region with this code?
-- name: region_known
SELECT EXISTS (SELECT 1 FROM region WHERE code = :code) AS known;

-- Every region that may apply, and how many live applications it leads alone, leads with others, and takes part in.
-- :round NULL is all rounds. A region that has not applied has three noughts.
-- name: region_counts
SELECT region.code AS code, region.name AS name, region.short AS short,
  count(CASE WHEN a.lead = region.code AND NOT EXISTS (SELECT 1 FROM participant AS q
    WHERE q.application = a.id AND q.region <> a.lead) THEN 1 END) AS alone,
  count(CASE WHEN a.lead = region.code AND EXISTS (SELECT 1 FROM participant AS q
    WHERE q.application = a.id AND q.region <> a.lead) THEN 1 END) AS led,
  count(CASE WHEN a.lead <> region.code THEN 1 END) AS joined
FROM region LEFT JOIN participant AS p ON p.region = region.code
LEFT JOIN application AS a ON a.id = p.application AND a.withdrawn_on IS NULL AND (:round IS NULL OR a.round = :round)
GROUP BY region.code ORDER BY region.sort_key;

-- The applications a region takes part in, the newest first, withdrawn ones too.
-- name: region_cases
SELECT a.id AS application, p.id AS participant, a.lead = p.region AS lead, p.own_number AS own_number, p.paper AS paper,
  p.paper_on AS paper_on, p.certified_on AS certified_on,
  (SELECT count(*) FROM participant AS q WHERE q.application = a.id) AS participants,
  (SELECT sum(share.ore) FROM share JOIN measure ON measure.id = share.measure
    WHERE share.participant = p.id AND measure.withdrawn_on IS NULL) AS share_ore,
  (SELECT group_concat(x.number, ', ') FROM cross_number AS x
    WHERE x.application = a.id AND x.region = p.region) AS numbers
FROM participant AS p JOIN application AS a ON a.id = p.application
WHERE p.region = :region
ORDER BY a.year DESC, a.n DESC;
