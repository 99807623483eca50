-- What is to be done, each source by one statement with the same columns: the kind of task, whose case it is, who acts
-- (NULL: whoever has the role), the day it is due. Cases that are withdrawn ask for nothing more.

-- Time limits that run, those that have passed and those with an answer to try.
-- name: todo_clocks
SELECT iif(clock.answered_on IS NOT NULL, 'clock_answered', iif(clock.due_on < :today, 'clock_passed',
    iif(clock.kind = 'referral', 'referral_runs', 'clock_runs'))) AS kind,
  clock.id AS id, clock.application AS application, a.round AS round, a.year AS year, a.n AS n, region.short AS lead,
  clock.measure AS measure, measure.n AS measure_n, clock.n AS item_n, a.officer AS person,
  coalesce(clock.answered_on, clock.due_on) AS due_on, clock.asks AS text
FROM clock JOIN application AS a ON a.id = clock.application JOIN region ON region.code = a.lead
  LEFT JOIN measure ON measure.id = clock.measure
WHERE clock.ended_on IS NULL AND clock.due_on IS NOT NULL AND a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled_application AS ruled WHERE ruled.application = a.id);

-- Answers to control points with a day for the applicant, but for those a time limit asks or has asked about, and those
-- about what is decided already.
-- name: todo_gates
SELECT iif(g.due_on < :today, 'gate_passed', 'gate_runs') AS kind, g.id AS id, g.application AS application,
  a.round AS round, a.year AS year, a.n AS n, region.short AS lead, g.measure AS measure, measure.n AS measure_n,
  NULL AS item_n, a.officer AS person, g.due_on AS due_on, g.gate || ': ' || g.reason AS text
FROM gate_answer AS g JOIN application AS a ON a.id = g.application JOIN region ON region.code = a.lead
  LEFT JOIN measure ON measure.id = g.measure
WHERE g.due_on IS NOT NULL AND a.withdrawn_on IS NULL AND measure.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled_application AS ruled WHERE ruled.application = a.id)
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = g.measure)
  AND NOT EXISTS (SELECT 1 FROM clock_item WHERE clock_item.gate_answer = g.id)
  AND (EXISTS (SELECT 1 FROM measure AS m WHERE m.application = g.application AND m.withdrawn_on IS NULL
      AND m.id = coalesce(g.measure, m.id) AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = m.id))
    OR NOT EXISTS (SELECT 1 FROM measure AS m JOIN decision ON decision.measure = m.id WHERE m.application = g.application));

-- Follow-ups that notes ask for; of working material only for who may see it.
-- name: todo_notes
SELECT iif(note.kind = 'working', 'follow_working', 'follow') AS kind, note.id AS id, note.application AS application,
  a.round AS round, a.year AS year, a.n AS n, region.short AS lead, note.measure AS measure, measure.n AS measure_n,
  note.n AS item_n, note.author AS person, about.follow_on AS due_on, note.said AS text
FROM note_about AS about JOIN note ON note.id = about.note JOIN application AS a ON a.id = note.application
  JOIN region ON region.code = a.lead LEFT JOIN measure ON measure.id = note.measure
WHERE about.follow_on IS NOT NULL AND a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.note = note.id)
  AND NOT EXISTS (SELECT 1 FROM note_fate WHERE note_fate.note = note.id AND fate = 'discard')
  AND NOT EXISTS (SELECT 1 FROM note AS later WHERE later.application = note.application AND later.corrects = note.id);

-- Instalments of the newest plans that are not paid, up to a day.
-- name: todo_instalments
SELECT CASE WHEN back.instalment IS NOT NULL OR revoked.instalment IS NOT NULL THEN 'replan'
    WHEN batch_row.instalment IS NOT NULL THEN 'pay' WHEN attest.instalment IS NOT NULL THEN 'seal'
    WHEN review.instalment IS NOT NULL THEN 'attest' WHEN i.condition <> '' AND i.condition_met_on IS NULL THEN 'condition'
    ELSE 'review' END AS kind,
  i.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n, region.short AS lead,
  m.id AS measure, m.n AS measure_n, i.n AS item_n, NULL AS person, i.due_on AS due_on, m.title AS text
FROM instalment AS i JOIN decision ON decision.id = i.decision JOIN measure AS m ON m.id = decision.measure
  JOIN application AS a ON a.id = m.application JOIN region ON region.code = a.lead
  LEFT JOIN attest ON attest.instalment = i.id LEFT JOIN review ON review.instalment = i.id
  LEFT JOIN batch_row ON batch_row.instalment = i.id LEFT JOIN attest_revoked AS revoked ON revoked.instalment = i.id
  LEFT JOIN payment_return AS back ON back.instalment = i.id
WHERE i.due_on <= :until AND i.until IS NULL
  AND (NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)
    OR EXISTS (SELECT 1 FROM standing WHERE standing.instalment = i.id))
  AND (NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = i.id) OR back.instalment IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM withheld WHERE withheld.instalment = i.id);

-- Papers without a case that came in before a day.
-- name: todo_post
SELECT 'post' AS kind, d.id AS id, NULL AS application, NULL AS round, NULL AS year, NULL AS n, coalesce(region.short, d.party) AS lead,
  NULL AS measure, NULL AS measure_n, NULL AS item_n, NULL AS person, d.on_day AS due_on,
  iif(d.secret_ground IS NULL, d.subject, d.open_subject) AS text
FROM document AS d LEFT JOIN region ON region.code = d.region
WHERE d.n IS NULL AND d.on_day < :before AND d.moved_to IS NULL AND d.void_why IS NULL;

-- Assessments not handed in, one for each assessor and application.
-- name: todo_assessments
SELECT 'assess' AS kind, min(x.id) AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n,
  region.short AS lead, min(m.id) AS measure, min(m.n) AS measure_n, NULL AS item_n, x.person AS person, NULL AS due_on,
  group_concat(m.title, ', ') AS text
FROM assignment AS x JOIN measure AS m ON m.id = x.measure JOIN application AS a ON a.id = m.application
  JOIN region ON region.code = a.lead LEFT JOIN assessment AS s ON s.assignment = x.id
WHERE x.ended_at IS NULL AND s.submitted_at IS NULL AND m.withdrawn_on IS NULL AND a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.measure = m.id)
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
  AND NOT EXISTS (SELECT 1 FROM barred WHERE barred.person = x.person AND barred.application = a.id)
GROUP BY x.person, m.application;

-- Questions about conflicts of interest that nobody has answered, and reports that nobody has tried.
-- name: todo_conflicts
SELECT iif(q.answer IS NULL, 'conflict_asked', 'conflict_reported') AS kind, q.id AS id, q.application AS application,
  coalesce(q.round, a.round) AS round, a.year AS year, a.n AS n, coalesce(region.short, round.name) AS lead,
  NULL AS measure, NULL AS measure_n, NULL AS item_n, iif(q.answer IS NULL, q.person, NULL) AS person,
  coalesce(date(q.answered_at), q.asked_on) AS due_on, person.name AS text
FROM disqualification AS q JOIN person ON person.id = q.person LEFT JOIN application AS a ON a.id = q.application
  LEFT JOIN region ON region.code = a.lead LEFT JOIN round ON round.id = q.round
WHERE (q.asked_on IS NOT NULL AND q.answer IS NULL) OR (q.answer = 'reported' AND q.outcome IS NULL);

-- Known meetings of the regions that a running time limit asks, up to a day: what is to be decided there must be ready.
-- name: todo_meetings
SELECT 'region_meeting' AS kind, meeting.id AS id, clock.application AS application, a.round AS round, a.year AS year,
  a.n AS n, region.short AS lead, NULL AS measure, NULL AS measure_n, clock.n AS item_n, a.officer AS person,
  meeting.on_day AS due_on, meeting.body AS text
FROM clock JOIN application AS a ON a.id = clock.application LEFT JOIN participant ON participant.id = clock.participant
  JOIN region_meeting AS meeting ON meeting.region = coalesce(participant.region, a.lead)
    AND meeting.on_day BETWEEN :today AND :until
  JOIN region ON region.code = meeting.region
WHERE clock.ended_on IS NULL AND clock.due_on IS NOT NULL AND clock.answered_on IS NULL AND clock.kind <> 'referral'
  AND a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled_application AS ruled WHERE ruled.application = a.id);

-- Reports that are due by a day or have been sent back, and those that have come in and wait for a ruling.
-- name: todo_reports
SELECT CASE WHEN r.id IS NULL THEN 'report_due' WHEN r.outcome IS NULL THEN 'report_received' ELSE 'report_back' END AS kind,
  d.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n, region.short AS lead, m.id AS measure,
  m.n AS measure_n, d.n AS item_n, a.officer AS person,
  iif(r.outcome IS NOT NULL, max(coalesce(r.again_on, d.due_on), d.due_on), iif(r.id IS NULL, d.due_on, r.received_on)) AS due_on,
  m.title AS text
FROM report_due AS d JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
  JOIN region ON region.code = a.lead
  LEFT JOIN report AS r ON r.id = (SELECT max(x.id) FROM report AS x JOIN report_due AS y ON y.id = x.report_due
    WHERE y.measure = d.measure AND y.n = d.n)
WHERE d.dropped_on IS NULL AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = d.id)
  AND r.outcome IS NOT 'approved' AND (r.id IS NOT NULL OR d.due_on <= :until)
  AND NOT EXISTS (SELECT 1 FROM closure WHERE closure.application = a.id AND closure.reopened_on IS NULL);

-- Instalments after a day whose condition is not met, where a report has been approved: whether the condition names its
-- kind is seen by the words.
-- name: todo_report_conditions
SELECT 'report_condition' AS kind, i.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n,
  region.short AS lead, m.id AS measure, m.n AS measure_n, i.n AS item_n, NULL AS person, NULL AS due_on,
  i.condition AS text, d.kind AS report
FROM standing JOIN instalment AS i ON i.id = standing.instalment JOIN measure AS m ON m.id = standing.measure
  JOIN application AS a ON a.id = m.application JOIN region ON region.code = a.lead
  JOIN (SELECT DISTINCT y.measure AS measure, y.kind AS kind FROM report_due AS y JOIN report AS r ON r.report_due = y.id
    WHERE r.outcome = 'approved') AS d ON d.measure = m.id
WHERE i.condition <> '' AND i.condition_met_on IS NULL AND i.due_on > :until
  AND NOT EXISTS (SELECT 1 FROM withheld WHERE withheld.instalment = i.id)
ORDER BY i.id;

-- Granted measures with no report planned, from before decisions planned them, whose period ends by a day.
-- name: todo_unplanned_reports
SELECT 'report_unplanned' AS kind, m.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n,
  region.short AS lead, m.id AS measure, m.n AS measure_n, NULL AS item_n, a.officer AS person, m.to_on AS due_on,
  m.title AS text
FROM measure AS m JOIN application AS a ON a.id = m.application JOIN region ON region.code = a.lead
WHERE m.to_on <= :until AND m.withdrawn_on IS NULL AND a.withdrawn_on IS NULL
  AND EXISTS (SELECT 1 FROM decision WHERE decision.measure = m.id AND outcome IN ('granted', 'partly')
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id))
  AND NOT EXISTS (SELECT 1 FROM report_due WHERE report_due.measure = m.id)
  AND NOT EXISTS (SELECT 1 FROM closure WHERE closure.application = a.id AND closure.reopened_on IS NULL);

-- Claims that hold, are not paid whole and are to be paid by a day.
-- name: todo_claims
SELECT 'claim_due' AS kind, c.id AS id, a.id AS application, a.round AS round, a.year AS year, a.n AS n, region.short AS lead,
  m.id AS measure, m.n AS measure_n, c.n AS item_n, a.officer AS person, c.pay_by AS due_on, m.title AS text
FROM claim AS c JOIN claim_line AS l ON l.claim = c.id JOIN measure AS m ON m.id = c.measure
  JOIN application AS a ON a.id = m.application JOIN region ON region.code = c.region
WHERE c.pay_by <= :until AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id)
  AND l.net_ore > (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part JOIN claim_line AS paid ON paid.claim = part.claim
    WHERE paid.first = l.first AND part.kind = 'principal' AND part.taken_back_at IS NULL);

-- Money in that nobody has said what it is for.
-- name: todo_money_in
SELECT 'money_in' AS kind, money.id AS id, NULL AS application, NULL AS round, NULL AS year, NULL AS n, region.short AS lead,
  NULL AS measure, NULL AS measure_n, money.n AS item_n, NULL AS person, money.on_day AS due_on, money.reference AS text
FROM money_in AS money LEFT JOIN region ON region.code = money.region
WHERE money.ore > (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part
  WHERE part.money_in = money.id AND part.taken_back_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM money_in_void AS v WHERE v.money_in = money.id);

-- Accounts that wait for a second person, but for those that the region has had checked a later one in place of; not those
-- the asker entered and so may not check.
-- name: todo_accounts
SELECT 'account_check' AS kind, a.id AS id, NULL AS application, NULL AS round, NULL AS year, NULL AS n, region.short AS lead,
  NULL AS measure, NULL AS measure_n, NULL AS item_n, NULL AS person, a.from_on AS due_on, a.number AS text
FROM payee_account AS a JOIN region ON region.code = a.region
WHERE a.checked_by IS NULL AND a.made_by <> :not_by
  AND NOT EXISTS (SELECT 1 FROM payee_account AS later
    WHERE later.region = a.region AND later.id > a.id AND later.checked_by IS NOT NULL);

-- Files of what has been paid with lines that were not recorded, that nobody has looked into, and whose money is not found
-- since: the row is not paid, and for an unknown number no other row was paid that amount on that day.
-- name: todo_paid_lines
SELECT 'paid_odd' AS kind, f.id AS id, NULL AS application, NULL AS round, NULL AS year, NULL AS n, NULL AS lead,
  NULL AS measure, NULL AS measure_n, count(*) AS item_n, NULL AS person, date(f.read_at) AS due_on, f.name AS text
FROM paid_line AS l JOIN paid_file AS f ON f.id = l.paid_file
WHERE l.match IN ('partial', 'more', 'unsealed', 'unknown')
  AND NOT EXISTS (SELECT 1 FROM paid_line_note AS t WHERE t.paid_file = l.paid_file AND t.line = l.line)
  AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.instalment = l.instalment)
  AND NOT EXISTS (SELECT 1 FROM payment AS p JOIN instalment AS i ON i.id = p.instalment
    WHERE l.instalment IS NULL AND p.paid_on = l.on_day AND i.ore = l.ore
      AND NOT EXISTS (SELECT 1 FROM paid_line AS same WHERE same.paid_file = l.paid_file AND same.instalment = i.id))
GROUP BY f.id;

-- Open matters that somebody waits for: requests for documents, meetings with the day of the sitting, reports to the
-- government.
-- name: todo_matters
SELECT 'matter_' || m.kind AS kind, m.id AS id, NULL AS application, NULL AS round, m.year AS year, m.n AS n,
  coalesce(region.short, m.party) AS lead, NULL AS measure, NULL AS measure_n, NULL AS item_n, m.officer AS person,
  CASE WHEN m.kind = 'request' THEN m.opened_on WHEN sitting.closed_at IS NULL THEN sitting.on_day END AS due_on, m.title AS text
FROM matter AS m LEFT JOIN sitting ON sitting.matter = m.id LEFT JOIN region ON region.code = m.region
WHERE m.kind IN ('request', 'report', 'meeting')
  AND NOT EXISTS (SELECT 1 FROM closure WHERE closure.matter = m.id AND closure.reopened_on IS NULL)
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE misregistration.matter = m.id);

-- Names of those who act.
-- name: todo_persons
SELECT id, name FROM person;
