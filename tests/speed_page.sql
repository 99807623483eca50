-- The first page of the list as somebody at the sqlite3 shell would ask for it: the newest 20 applications with what the
-- list shows of each, and the facts its status is worked out from. The anchor of the start of the program.
WITH page AS (SELECT * FROM application ORDER BY year DESC, n DESC LIMIT 20)
SELECT a.n || '-' || a.year, region.short, a.title,
  (SELECT count(*) FROM participant AS p WHERE p.application = a.id),
  (SELECT count(*) FROM measure AS m WHERE m.application = a.id AND m.withdrawn_on IS NULL),
  (SELECT sum(CASE s.kind WHEN 'sought' THEN s.ore END)
    FROM measure AS m CROSS JOIN amount AS s ON s.measure = m.id AND s.kind IN ('cost', 'sought')
    WHERE m.application = a.id AND m.withdrawn_on IS NULL),
  (SELECT count(*) || ' ' || coalesce(sum(g.answer IN ('no', 'unclear')), 0) || ' ' || coalesce(min(g.due_on), '')
    FROM gate_answer AS g WHERE g.application = a.id),
  (SELECT name FROM person WHERE person.id = a.officer), a.withdrawn_on,
  (SELECT count(*) || '/' || count(s.submitted_at)
    FROM measure AS m JOIN assignment AS x ON x.measure = m.id AND x.ended_at IS NULL
    LEFT JOIN assessment AS s ON s.assignment = x.id WHERE m.application = a.id AND m.withdrawn_on IS NULL),
  (SELECT count(*) || '/' || sum(d.outcome <> 'refused') FROM measure AS m JOIN decision AS d ON d.measure = m.id
    WHERE m.application = a.id),
  (SELECT min(i.due_on) FROM measure AS m JOIN decision AS d ON d.measure = m.id
    JOIN instalment AS i ON i.decision = d.id AND i.until IS NULL
    WHERE m.application = a.id AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = i.id))
FROM page AS a JOIN region ON region.code = a.lead
ORDER BY a.year DESC, a.n DESC;
