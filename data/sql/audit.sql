-- For the auditor: who had which role when, who did what with money, who read marked papers.

-- On a day, or ('' ) over all time; entered by whom and when.
-- name: audit_roles
SELECT person.name AS person, person.login AS login, a.role AS role, a.from_on AS from_on, a.to_on AS to_on,
  entry.at AS entered_at, clerk.name AS entered_by
FROM appointment AS a JOIN person ON person.id = a.person
LEFT JOIN event AS entry ON entry.seq = (SELECT min(seq) FROM event WHERE object = 'appointment' AND object_id = a.id)
LEFT JOIN person AS clerk ON clerk.id = entry.actor
WHERE :on = '' OR (a.from_on <= :on AND (a.to_on IS NULL OR a.to_on >= :on))
ORDER BY person.sort_key, a.from_on, a.role;

-- What was decided, planned, authorised, sealed, paid, withheld and claimed, and the roles whoever did it held that day.
-- name: audit_acts
SELECT act.at AS at, person.name AS person, act.what AS what, a.year AS year, a.n AS n, m.n AS measure_n, act.part AS part,
  act.ore AS ore,
  coalesce((SELECT group_concat(role, ' ') FROM (SELECT role FROM appointment WHERE appointment.person = act.person
    AND from_on <= substr(act.at, 1, 10) AND (to_on IS NULL OR to_on >= substr(act.at, 1, 10)) ORDER BY role)), '') AS roles
FROM (SELECT recorded_at AS at, recorded_by AS person, 'decision' AS what, measure, n AS part,
    (SELECT coalesce(sum(ore), 0) FROM amount WHERE kind = 'granted' AND amount.decision = decision.id) AS ore FROM decision
  UNION ALL SELECT p.made_at, p.made_by, 'plan', d.measure, p.version, NULL FROM plan AS p JOIN decision AS d ON d.id = p.decision
  UNION ALL SELECT r.at, r.person, 'review', d.measure, i.n, i.ore
    FROM review AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.at, r.person, 'attest', d.measure, i.n, i.ore
    FROM attest AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.at, r.person, 'revoke', d.measure, i.n, i.ore
    FROM attest_revoked AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT b.sealed_at, b.sealed_by, 'seal', d.measure, i.n, i.ore
    FROM batch_row AS r JOIN batch AS b ON b.id = r.batch JOIN instalment AS i ON i.id = r.instalment
    JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.recorded_at, r.recorded_by, 'payment', d.measure, i.n, i.ore
    FROM payment AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.recorded_at, r.recorded_by, 'return', d.measure, i.n, i.ore
    FROM payment_return AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT recorded_at, recorded_by, 'withholding', measure, n, ore FROM withholding
  UNION ALL SELECT recorded_at, recorded_by, 'claim', measure, n, ore - reduced_ore FROM claim) AS act
JOIN person ON person.id = act.person
JOIN measure AS m ON m.id = act.measure JOIN application AS a ON a.id = m.application
WHERE act.at <= :until AND (:application = 0 OR a.id = :application)
ORDER BY act.at, a.year, a.n, m.n, act.what, act.part;

-- Papers with a secrecy mark that were read, and by whom.
-- name: audit_readings
SELECT reading.read_at AS at, person.name AS person, coalesce(a.year, x.year) AS year, coalesce(a.n, x.n) AS n,
  document.n AS document_n
FROM reading JOIN document ON document.id = reading.document JOIN person ON person.id = reading.person
LEFT JOIN application AS a ON a.id = document.application LEFT JOIN matter AS x ON x.id = document.matter
WHERE reading.read_at <= :until
ORDER BY reading.read_at, reading.id;
