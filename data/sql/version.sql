-- Versions of an application kept side by side.

-- The whole application as it stands, as JSON whose members always come in the same order; what has a number or a code
-- of its own is named by it.
-- name: version_content
SELECT json_object(
  'application', json_object('title', a.title, 'lead', a.lead, 'own_number', a.own_number, 'arrived_on', a.arrived_on,
    'summary', a.summary, 'economy', a.economy, 'needs', a.needs, 'scope', a.scope, 'sources', a.sources,
    'withdrawn_on', a.withdrawn_on, 'withdrawn_why', a.withdrawn_why),
  'sums', (SELECT json_object('sought_ore', CASE WHEN count(*) FILTER (WHERE kind = 'sought' AND ore IS NULL) = 0
        THEN coalesce(sum(ore) FILTER (WHERE kind = 'sought'), 0) END,
      'cost_ore', CASE WHEN count(*) FILTER (WHERE kind = 'cost' AND ore IS NULL) = 0
        THEN coalesce(sum(ore) FILTER (WHERE kind = 'cost'), 0) END)
    FROM measure JOIN amount ON amount.measure = measure.id AND amount.kind IN ('cost', 'sought')
    WHERE measure.application = a.id AND measure.withdrawn_on IS NULL),
  'participants', (SELECT json_group_object(region, json(content)) FROM (
    SELECT p.region AS region, json_object('name', region.short, 'own_number', p.own_number, 'paper', p.paper,
        'paper_on', p.paper_on, 'paper_body', p.paper_body, 'certified_on', p.certified_on,
        'certified_name', x.certified_name, 'certified_title', x.certified_title, 'section', x.section,
        'contribution', x.contribution,
        'shares', (SELECT json_group_object(n, ore) FROM (SELECT m.n AS n, s.ore AS ore
          FROM share AS s JOIN measure AS m ON m.id = s.measure WHERE s.participant = p.id ORDER BY m.n))) AS content
    FROM participant AS p JOIN region ON region.code = p.region LEFT JOIN anchoring AS x ON x.participant = p.id
    WHERE p.application = a.id ORDER BY p.region)),
  'needs', (SELECT json_group_object(n, json(content)) FROM (
    SELECT need.n AS n, json_object('title', need.title, 'text', need.text, 'tag', need.tag) AS content
    FROM need WHERE need.application = a.id AND need.dropped_on IS NULL ORDER BY need.n)),
  'references', (SELECT json_group_object(n, json(content)) FROM (
    SELECT r.n AS n, json_object('title', r.title, 'issuer', r.issuer, 'number', r.number) AS content
    FROM reference AS r WHERE r.application = a.id AND r.dropped_on IS NULL ORDER BY r.n)),
  'measures', (SELECT json_group_object(n, json(content)) FROM (
    SELECT m.n AS n, json_object('title', m.title, 'description', m.description, 'achieve', m.achieve, 'type', m.type,
      'area', m.area, 'effect', m.effect, 'tags', m.tags, 'from_on', m.from_on, 'to_on', m.to_on, 'form', m.form,
      'other_support', m.other_support, 'lasting', m.lasting, 'withdrawn_on', m.withdrawn_on,
      'withdrawn_why', m.withdrawn_why, 'constant', q.constant, 'need_shown', q.need_shown, 'result', q.result,
      'running', q.running, 'transfer', q.transfer, 'otherwise', q.otherwise, 'limits', q.scope,
      'perspective', q.perspective, 'hours', q.hours, 'productivity', q.productivity, 'quality', q.quality,
      'needs', (SELECT group_concat(n, ', ') FROM (SELECT need.n AS n FROM need_measure JOIN need ON need.id = need_measure.need
        WHERE need_measure.measure = m.id AND need.dropped_on IS NULL ORDER BY need.n)),
      'sought_ore', (SELECT json_group_object(year, ore) FROM (SELECT year, ore FROM amount
        WHERE amount.measure = m.id AND kind = 'sought' AND kind IN ('cost', 'sought') ORDER BY year)),
      'cost_ore', (SELECT json_group_object(year, ore) FROM (SELECT year, ore FROM amount
        WHERE amount.measure = m.id AND kind = 'cost' AND kind IN ('cost', 'sought') ORDER BY year)),
      'costs', (SELECT json_group_object(n, json(content)) FROM (SELECT cost.n AS n,
          json_object('year', cost.year, 'kind', cost.kind, 'ore', cost.ore, 'text', cost.text) AS content
        FROM cost WHERE cost.measure = m.id AND cost.dropped_on IS NULL ORDER BY cost.n)),
      'indicators', (SELECT json_group_object(n, json(content)) FROM (SELECT i.n AS n,
          json_object('name', i.name, 'unit', i.unit, 'baseline', i.baseline, 'baseline_on', i.baseline_on,
            'target', i.target, 'target_on', i.target_on, 'method', i.method) AS content
        FROM indicator AS i WHERE i.measure = m.id AND i.dropped_on IS NULL ORDER BY i.n)),
      'supports', (SELECT json_group_object(n, json(content)) FROM (SELECT s.n AS n,
          json_object('name', s.name, 'from_on', s.from_on, 'to_on', s.to_on, 'ore', s.ore, 'source', s.source) AS content
        FROM support AS s WHERE s.measure = m.id AND s.dropped_on IS NULL ORDER BY s.n))) AS content
    FROM measure AS m LEFT JOIN promise AS q ON q.measure = m.id WHERE m.application = a.id ORDER BY m.n))) AS content
FROM application AS a WHERE a.id = :application;

-- Without what they hold.
-- name: version_list
SELECT v.n AS n, v.kept_at AS kept_at, person.name AS kept_by, v.why AS why
FROM application_version AS v JOIN person ON person.id = v.kept_by
WHERE v.application = :application ORDER BY v.n;

-- name: version_one
SELECT content FROM application_version WHERE application = :application AND n = :n;

-- The newest one.
-- name: version_newest
SELECT n, content FROM application_version WHERE application = :application ORDER BY n DESC LIMIT 1;

-- Is there a kept version that holds something else?
-- name: version_other
SELECT EXISTS (SELECT 1 FROM application_version WHERE application = :application AND content <> :content) AS differs;

-- name: version_insert
INSERT INTO application_version (application, n, kept_by, kept_at, why, content, content_hash)
VALUES (:application, :n, :kept_by, :kept_at, :why, :content, :content_hash);
