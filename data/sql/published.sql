-- The list of granted measures (15 f § of the instruction): as it stands, and as it was made known.

-- Grants that stand, or those of one publication; :publication 0: as it stands now, :round 0 all rounds. `available`:
-- sent to somebody or made known already.
-- name: published_list
SELECT d.id AS decision, a.id AS application, a.round AS round, a.year AS year, a.n AS n, round.name AS round_name,
  region.statute_name AS lead,
  (SELECT count(*) FROM participant AS p WHERE p.application = a.id) AS participants, m.n AS measure_n, m.title AS title,
  coalesce(m.from_on, '') AS from_on, coalesce(m.to_on, '') AS to_on, d.n AS decision_n, d.outcome AS outcome, d.decided_on AS decided_on,
  (SELECT sum(x.ore) FROM amount AS x WHERE x.measure = m.id AND x.kind IN ('cost', 'sought')
    AND x.kind = 'sought') AS sought_ore,
  (SELECT sum(x.ore) FROM amount AS x WHERE x.measure = m.id AND x.kind = 'granted' AND x.decision = d.id) AS granted_ore,
  EXISTS (SELECT 1 FROM publication_row AS p WHERE p.decision = d.id)
    OR EXISTS (SELECT 1 FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
      WHERE p.decision = d.id AND x.sent_on IS NOT NULL) AS available
FROM decision AS d JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
  JOIN round ON round.id = a.round JOIN region ON region.code = a.lead
WHERE (:round = 0 OR a.round = :round) AND d.outcome <> 'refused'
  AND CASE :publication WHEN 0 THEN NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
    ELSE EXISTS (SELECT 1 FROM publication_row AS p WHERE p.publication = :publication AND p.decision = d.id) END
ORDER BY a.year, a.n, m.n;

-- name: publication_insert
INSERT INTO publication (round, on_day, way, hash, made_by, made_at) VALUES (:round, :on_day, :way, :hash, :made_by, :made_at);

-- name: publication_row_insert
INSERT INTO publication_row (publication, decision) VALUES (:publication, :decision);

-- Newest first.
-- name: publication_list
SELECT p.id AS id, round.name AS round, p.on_day AS on_day, p.way AS way, p.hash AS hash, person.name AS made_by,
  p.made_at AS made_at, (SELECT count(*) FROM publication_row AS r WHERE r.publication = p.id) AS rows
FROM publication AS p JOIN person ON person.id = p.made_by LEFT JOIN round ON round.id = p.round
ORDER BY p.id DESC;
