-- Closing a case, and what becomes of its working notes (TF 2 kap. 12 §).

-- Is the case closed? Asked of every change that tells of a case.
-- name: closure_stands
SELECT closed_on FROM closure WHERE application = :application AND reopened_on IS NULL;

-- How the case was closed last, if it ever was.
-- name: closure_of
SELECT closure.id AS id, closure.version AS version, closure.closed_on AS closed_on, closure.why AS why,
  person.name AS closed_by, closure.reopened_on AS reopened_on, closure.reopened_why AS reopened_why
FROM closure JOIN person ON person.id = closure.closed_by
WHERE closure.application = :application;

-- What is still open in the case: a code, and numbers or how many.
-- name: closure_open
SELECT 'undecided' AS what, group_concat(n, ', ') AS which
  FROM (SELECT n FROM measure WHERE application = :application AND withdrawn_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id)
      AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = measure.id) ORDER BY n)
  WHERE NOT EXISTS (SELECT 1 FROM application WHERE id = :application AND withdrawn_on IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM misregistration WHERE misregistration.application = :application)
  HAVING count(*) > 0
UNION ALL SELECT 'unplanned', group_concat(m.n, ', ')
  FROM measure AS m JOIN decision AS d ON d.measure = m.id
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
  WHERE m.application = :application AND d.outcome <> 'refused'
    AND NOT EXISTS (SELECT 1 FROM instalment AS i WHERE i.decision = d.id AND i.until IS NULL)
  HAVING count(*) > 0
UNION ALL SELECT 'unpaid', CAST(count(*) AS TEXT)
  FROM (SELECT s.instalment FROM measure AS m JOIN standing AS s ON s.measure = m.id
      WHERE m.application = :application AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = s.instalment)
        AND NOT EXISTS (SELECT 1 FROM withheld AS w WHERE w.instalment = s.instalment AND w.final = 1)
    UNION ALL SELECT i.id FROM measure AS m JOIN decision AS d ON d.measure = m.id
        AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
      JOIN instalment AS i ON i.decision = d.id AND i.until IS NULL
      JOIN payment_return AS back ON back.instalment = i.id
      WHERE m.application = :application)
  HAVING count(*) > 0
UNION ALL SELECT 'claimed', group_concat(n, ', ')
  FROM (SELECT m.n || ' (' || c.n || ')' AS n FROM measure AS m JOIN claim AS c ON c.measure = m.id
      JOIN claim_line AS l ON l.claim = c.id
    WHERE m.application = :application AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id)
      AND l.net_ore > (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part
        JOIN claim_line AS paid ON paid.claim = part.claim
        WHERE paid.first = l.first AND part.kind = 'principal' AND part.taken_back_at IS NULL)
    ORDER BY m.n, c.n)
  HAVING count(*) > 0
UNION ALL SELECT 'unreported', group_concat(n, ', ')
  FROM (SELECT m.n || ' (' || d.due_on || ')' AS n FROM measure AS m JOIN report_due AS d ON d.measure = m.id
    WHERE m.application = :application AND d.dropped_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id)
      AND NOT EXISTS (SELECT 1 FROM report AS r JOIN report_due AS y ON y.id = r.report_due
        WHERE y.measure = d.measure AND y.n = d.n AND r.outcome = 'approved')
    ORDER BY m.n, d.due_on)
  HAVING count(*) > 0
UNION ALL SELECT 'clock', group_concat(n, ', ')
  FROM (SELECT n FROM clock WHERE application = :application AND ended_on IS NULL AND due_on IS NOT NULL ORDER BY n)
  HAVING count(*) > 0
UNION ALL SELECT 'reported', CAST(count(*) AS TEXT)
  FROM disqualification WHERE application = :application AND answer = 'reported' AND outcome IS NULL
  HAVING count(*) > 0
UNION ALL SELECT 'work', CAST(count(*) AS TEXT)
  FROM disqualification WHERE application = :application AND later = 1 AND outcome IS NOT 'free' AND work IS NULL
  HAVING count(*) > 0
UNION ALL SELECT 'unsent', CAST(count(*) AS TEXT)
  FROM document JOIN dispatch ON dispatch.document = document.id
  WHERE document.application = :application AND document.void_why IS NULL AND document.moved_to IS NULL
    AND dispatch.sent_on IS NULL
  HAVING count(*) > 0
UNION ALL SELECT 'follow', group_concat(n, ', ')
  FROM (SELECT note.n AS n FROM note JOIN note_about ON note_about.note = note.id
    WHERE note.application = :application AND note_about.follow_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.note = note.id) ORDER BY note.n)
  HAVING count(*) > 0;

-- Working notes whose fate is not settled yet.
-- name: closure_notes
SELECT note.id AS id, note.n AS n, note.occurred_on AS occurred_on, note.said AS said, person.name AS author
FROM note JOIN person ON person.id = note.author
WHERE note.application = :application AND note.kind = 'working'
  AND NOT EXISTS (SELECT 1 FROM note_fate WHERE note_fate.note = note.id)
ORDER BY note.n;

-- name: closure_insert
INSERT INTO closure (application, closed_on, why, closed_by) VALUES (:application, :closed_on, :why, :closed_by);

-- name: closure_again
UPDATE closure SET closed_on = :closed_on, why = :why, closed_by = :closed_by, reopened_on = NULL, reopened_why = NULL,
  version = version + 1
WHERE id = :id AND reopened_on IS NOT NULL;

-- name: closure_reopen
UPDATE closure SET reopened_on = :reopened_on, reopened_why = :why, version = version + 1
WHERE id = :id AND reopened_on IS NULL;

-- name: closure_fate
INSERT INTO note_fate (note, fate, fated_by, fated_at) VALUES (:note, :fate, :fated_by, :fated_at);
