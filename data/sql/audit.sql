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

-- What was decided, ruled, planned, authorised, sealed, paid, withheld, lifted, claimed and demanded, whose account was
-- entered and checked, what money came in, was placed, taken back and voided, what was noted of a line read in and not
-- recorded; and the roles whoever did it held that day. Of one
-- case: accounts of whom it pays too. Who recorded a lifting, or took money back, stands in the event of it alone; of a
-- case from another office that is not told, and a lifting then has the day it was decided.
-- name: audit_acts
SELECT act.at AS at, coalesce(person.name, '') AS person, act.what AS what, a.year AS year, a.n AS n, m.n AS measure_n,
  act.part AS part, act.ore AS ore, region.short AS region,
  coalesce((SELECT group_concat(role, ' ') FROM (SELECT role FROM appointment WHERE appointment.person = act.person
    AND from_on <= substr(act.at, 1, 10) AND (to_on IS NULL OR to_on >= substr(act.at, 1, 10)) ORDER BY role)), '') AS roles
FROM (SELECT recorded_at AS at, recorded_by AS person, 'decision' AS what, NULL AS application, measure, NULL AS region,
    n AS part, (SELECT coalesce(sum(ore), 0) FROM amount WHERE kind = 'granted' AND amount.decision = decision.id) AS ore
    FROM decision
  UNION ALL SELECT recorded_at, recorded_by, iif(lifted, 'tried', kind), application, measure, NULL, n, NULL FROM ruling
  UNION ALL SELECT p.made_at, p.made_by, 'plan', NULL, d.measure, NULL, p.version, NULL
    FROM plan AS p JOIN decision AS d ON d.id = p.decision
  UNION ALL SELECT r.at, r.person, 'review', NULL, d.measure, NULL, i.n, i.ore
    FROM review AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.at, r.person, 'attest', NULL, d.measure, NULL, i.n, i.ore
    FROM attest AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.at, r.person, 'revoke', NULL, d.measure, NULL, i.n, i.ore
    FROM attest_revoked AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT b.sealed_at, b.sealed_by, 'seal', NULL, d.measure, NULL, i.n, i.ore
    FROM batch_row AS r JOIN batch AS b ON b.id = r.batch JOIN instalment AS i ON i.id = r.instalment
    JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.recorded_at, r.recorded_by, 'payment', NULL, d.measure, NULL, i.n, i.ore
    FROM payment AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT r.recorded_at, r.recorded_by, 'return', NULL, d.measure, NULL, i.n, i.ore
    FROM payment_return AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
  UNION ALL SELECT recorded_at, recorded_by, 'withholding', NULL, measure, NULL, n, ore FROM withholding
  UNION ALL SELECT coalesce(e.at, w.lifted_on), e.actor, 'lifting', NULL, w.measure, NULL, w.n, w.ore
    FROM withholding AS w LEFT JOIN event AS e ON e.object = 'withholding' AND e.object_id = w.id
      AND e.action = 'withholding-lift' WHERE w.lifted_on IS NOT NULL
  UNION ALL SELECT recorded_at, recorded_by, 'claim', NULL, measure, NULL, n, ore - reduced_ore FROM claim
  UNION ALL SELECT r.made_at, r.made_by, 'demand', NULL, c.measure, NULL, r.n, r.principal_ore + r.interest_ore
    FROM demand AS r JOIN claim AS c ON c.id = r.claim
  UNION ALL SELECT made_at, made_by, 'account', NULL, NULL, region, NULL, NULL FROM payee_account
  UNION ALL SELECT checked_at, checked_by, 'account_check', NULL, NULL, region, NULL, NULL FROM payee_account
    WHERE checked_by IS NOT NULL
  UNION ALL SELECT recorded_at, recorded_by, 'money_in', NULL, NULL, region, n, ore FROM money_in
  UNION ALL SELECT p.made_at, p.made_by, 'placed', NULL, p.measure, money.region, money.n, p.ore
    FROM money_in_part AS p JOIN money_in AS money ON money.id = p.money_in WHERE p.kind <> 'elsewhere'
  UNION ALL SELECT p.taken_back_at, (SELECT e.actor FROM event AS e WHERE e.object = 'money_in' AND e.object_id = p.money_in
      AND e.action = 'money-in-take-back' AND e.at = p.taken_back_at), 'taken_back', NULL, p.measure, money.region, money.n, p.ore
    FROM money_in_part AS p JOIN money_in AS money ON money.id = p.money_in WHERE p.taken_back_at IS NOT NULL
  UNION ALL SELECT v.at, v.person, 'voided', NULL, NULL, money.region, money.n, money.ore
    FROM money_in_void AS v JOIN money_in AS money ON money.id = v.money_in
  UNION ALL SELECT t.at, t.person, 'paid_note', NULL, d.measure, NULL, t.line, l.ore
    FROM paid_line_note AS t JOIN paid_line AS l ON l.paid_file = t.paid_file AND l.line = t.line
    LEFT JOIN instalment AS i ON i.id = l.instalment LEFT JOIN decision AS d ON d.id = i.decision) AS act
LEFT JOIN person ON person.id = act.person LEFT JOIN measure AS m ON m.id = act.measure
LEFT JOIN application AS a ON a.id = coalesce(m.application, act.application)
LEFT JOIN region ON region.code = act.region
WHERE act.at <= :until AND (:application = 0 OR a.id = :application OR (act.what IN ('account', 'account_check')
  AND EXISTS (SELECT 1 FROM instalment AS i JOIN decision AS d ON d.id = i.decision
    JOIN measure AS paid ON paid.id = d.measure WHERE paid.application = :application AND i.recipient = act.region)))
ORDER BY act.at, a.year, a.n, m.n, act.what, act.part, region.short;

-- Papers with a secrecy mark that were read, and by whom.
-- name: audit_readings
SELECT reading.read_at AS at, person.name AS person, coalesce(a.year, x.year) AS year, coalesce(a.n, x.n) AS n,
  document.n AS document_n
FROM reading JOIN document ON document.id = reading.document JOIN person ON person.id = reading.person
LEFT JOIN application AS a ON a.id = document.application LEFT JOIN matter AS x ON x.id = document.matter
WHERE reading.read_at <= :until
ORDER BY reading.read_at, reading.id;
