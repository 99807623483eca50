-- Follow-up: what has come of the grant, as known at the end of :until (a moment). Sought amounts are as they stand.

-- Every measure with what was sought, decided and booked. A measure is withdrawn with its application. Misregistered
-- applications are not in it.
-- name: follow_measures
WITH booked (measure, planned, unplanned, paid, stopped, withdrawn, claimed, repaid, remitted, voluntary, interest) AS (
  SELECT measure, sum(CASE WHEN account IN ('due', 'paid', 'stopped', 'withdrawn') THEN ore ELSE 0 END),
    sum(CASE account WHEN 'unplanned' THEN ore ELSE 0 END), sum(CASE account WHEN 'paid' THEN ore ELSE 0 END),
    sum(CASE account WHEN 'stopped' THEN ore ELSE 0 END), sum(CASE account WHEN 'withdrawn' THEN ore ELSE 0 END),
    sum(CASE account WHEN 'claimed' THEN ore ELSE 0 END), sum(CASE account WHEN 'repaid' THEN ore ELSE 0 END),
    sum(CASE account WHEN 'remitted' THEN ore ELSE 0 END), sum(CASE account WHEN 'voluntary' THEN ore ELSE 0 END),
    sum(CASE account WHEN 'interest' THEN ore ELSE 0 END)
  FROM (SELECT measure, source AS account, -ore AS ore FROM ledger WHERE at <= :until
    UNION ALL SELECT measure, target, ore FROM ledger WHERE at <= :until)
  GROUP BY measure
), asked (measure, ore, unknown) AS (
  SELECT measure, coalesce(sum(ore), 0), sum(ore IS NULL) FROM amount WHERE kind = 'sought' GROUP BY measure
)
SELECT m.id AS measure, a.id AS application, a.lead AS lead, coalesce(m.type, '') AS type, coalesce(m.area, '') AS area,
  coalesce(m.effect, '') AS effect, a.arrived_on AS arrived_on,
  coalesce(m.withdrawn_on, a.withdrawn_on) <= substr(:until, 1, 10) AS withdrawn,
  coalesce(asked.ore, 0) AS sought, coalesce(asked.unknown, 0) AS unknown,
  (SELECT d.outcome FROM decision AS d WHERE d.measure = m.id AND d.recorded_at <= :until
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until)) AS outcome,
  (SELECT min(d.decided_on) FROM decision AS d WHERE d.measure = m.id AND d.recorded_at <= :until) AS decided_on,
  (SELECT min(r.decided_on) FROM ruling AS r WHERE (r.measure = m.id OR (r.measure IS NULL AND r.application = a.id))
    AND r.lifted = 0 AND r.recorded_at <= :until
    AND NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id AND later.recorded_at <= :until)) AS ruled_on,
  (SELECT coalesce(sum(g.ore), 0) FROM amount AS g JOIN decision AS d ON d.id = g.decision
    WHERE g.kind = 'granted' AND g.measure = m.id AND d.recorded_at <= :until
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until)) AS granted,
  coalesce(b.planned, 0) AS planned, coalesce(b.unplanned, 0) AS unplanned, coalesce(b.paid, 0) AS paid,
  coalesce(b.stopped, 0) AS stopped, coalesce(b.withdrawn, 0) AS withheld, coalesce(b.claimed, 0) AS claimed,
  coalesce(b.repaid, 0) AS repaid, coalesce(b.remitted, 0) AS remitted, coalesce(b.voluntary, 0) AS voluntary,
  coalesce(b.interest, 0) AS interest, (SELECT hours FROM promise WHERE promise.measure = m.id) AS hours
FROM measure AS m JOIN application AS a ON a.id = m.application
LEFT JOIN booked AS b ON b.measure = m.id LEFT JOIN asked ON asked.measure = m.id
WHERE a.registered_at <= :until AND (:round = 0 OR a.round = :round)
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE misregistration.application = a.id)
ORDER BY a.year, a.n, m.n;

-- What was sought for each payment year by measures that are not withdrawn.
-- name: follow_sought
SELECT amount.year AS year, coalesce(sum(amount.ore), 0) AS ore, sum(amount.ore IS NULL) AS unknown
FROM amount JOIN measure AS m ON m.id = amount.measure JOIN application AS a ON a.id = m.application
WHERE amount.kind = 'sought' AND a.registered_at <= :until AND (:round = 0 OR a.round = :round)
  AND coalesce(m.withdrawn_on, a.withdrawn_on, '9999') > substr(:until, 1, 10)
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE misregistration.application = a.id)
GROUP BY amount.year ORDER BY amount.year;

-- What each region has in the plans as they stand, what of it is paid, and its shares of granted joint measures.
-- name: follow_recipients
SELECT region, sum(planned) AS planned, sum(paid) AS paid, sum(share) AS share, sum(part) AS part
FROM (SELECT i.recipient AS region, s.ore AS planned, 0 AS share, 0 AS part, s.measure AS measure,
    CASE WHEN p.recorded_at <= :until THEN s.ore ELSE 0 END AS paid
    FROM standing AS s JOIN instalment AS i ON i.id = s.instalment LEFT JOIN payment AS p ON p.instalment = s.instalment
  UNION ALL SELECT participant.region, 0, share.ore, 0, share.measure, 0
    FROM share JOIN participant ON participant.id = share.participant
    WHERE EXISTS (SELECT 1 FROM decision AS d WHERE d.measure = share.measure AND d.outcome <> 'refused'
      AND d.recorded_at <= :until
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until))
  UNION ALL SELECT participant.region, 0, 0, 1, (SELECT min(id) FROM measure WHERE application = participant.application), 0
    FROM participant) AS side
JOIN measure AS m ON m.id = side.measure JOIN application AS a ON a.id = m.application
WHERE a.registered_at <= :until AND (:round = 0 OR a.round = :round)
  AND NOT EXISTS (SELECT 1 FROM misregistration WHERE misregistration.application = a.id)
GROUP BY region;

-- The steps given on each criterion of decided measures, sheets that count, and how the viewer stands to the measure.
-- name: follow_criteria
SELECT c.id AS criterion, c.name_sv AS name_sv, c.name_en AS name_en, m.id AS measure, a.id AS application,
  a.round AS round, d.outcome AS outcome, coalesce(sum(score.points), 0) * 100 AS points_100, count(score.points) AS sheets,
  EXISTS (SELECT 1 FROM assignment AS own LEFT JOIN assessment AS mine ON mine.assignment = own.id
    WHERE own.measure = m.id AND own.person = :viewer AND own.ended_at IS NULL AND mine.submitted_at IS NULL) AS unsubmitted
FROM decision AS d
JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
JOIN assignment ON assignment.measure = m.id AND assignment.ended_at IS NULL
JOIN assessment ON assessment.assignment = assignment.id AND assessment.submitted_at <= :until
JOIN score ON score.assessment = assessment.id
JOIN criterion AS c ON c.version = score.criteria_version AND c.id = score.criterion
WHERE d.recorded_at <= :until AND (:round = 0 OR a.round = :round)
  AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until)
  AND NOT EXISTS (SELECT 1 FROM set_aside WHERE set_aside.person = assignment.person AND set_aside.application = a.id)
GROUP BY c.sort, c.id, m.id
ORDER BY c.sort, c.id, m.id;

-- Indicators of granted measures with what is promised; achieved for the measure as a whole, by its latest report.
-- name: follow_indicators
SELECT i.unit AS unit, i.baseline AS baseline, i.target AS target, coalesce(m.effect, '') AS effect,
  (SELECT e.achieved FROM report_effect AS e JOIN report AS r ON r.id = e.report
    WHERE e.indicator = i.id AND e.region = '' AND r.recorded_at <= :until ORDER BY r.id DESC LIMIT 1) AS achieved
FROM indicator AS i JOIN measure AS m ON m.id = i.measure JOIN application AS a ON a.id = m.application
WHERE i.dropped_on IS NULL AND a.registered_at <= :until AND (:round = 0 OR a.round = :round)
  AND EXISTS (SELECT 1 FROM decision AS d WHERE d.measure = m.id AND d.outcome <> 'refused' AND d.recorded_at <= :until
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id AND later.recorded_at <= :until))
ORDER BY i.id;

-- Reports that are or were due: when, and when the first and the newest came in, and how that was ruled on.
-- name: follow_reports
SELECT due.kind AS kind, due.due_on AS due_on,
  (SELECT min(r.received_on) FROM report AS r WHERE r.report_due = due.id AND r.recorded_at <= :until) AS received_on,
  (SELECT r.outcome FROM report AS r WHERE r.report_due = due.id AND r.recorded_at <= :until
    AND r.outcome_on <= substr(:until, 1, 10) ORDER BY r.n DESC LIMIT 1) AS outcome
FROM report_due AS due JOIN measure AS m ON m.id = due.measure JOIN application AS a ON a.id = m.application
WHERE due.made_at <= :until AND (:round = 0 OR a.round = :round)
  AND (due.dropped_on IS NULL OR due.dropped_on > substr(:until, 1, 10))
  AND NOT EXISTS (SELECT 1 FROM report_due AS later WHERE later.replaces = due.id AND later.made_at <= :until)
ORDER BY due.kind, due.id;

-- Claims that stand, by ground.
-- name: follow_claims
SELECT c.ground AS ground, count(*) AS claims, sum(c.ore) AS ore, sum(c.reduced_ore) AS reduced
FROM claim AS c JOIN measure AS m ON m.id = c.measure JOIN application AS a ON a.id = m.application
WHERE c.recorded_at <= :until AND (:round = 0 OR a.round = :round)
  AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id AND later.recorded_at <= :until)
GROUP BY c.ground ORDER BY c.ground;
