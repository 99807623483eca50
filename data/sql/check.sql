-- kansli check: each statement answers what is wrong, and nothing when all is well. year, n, measure_n name the thing by
-- its public number.

-- Each thing there is, with the newest event about it.
-- name: check_things
WITH thing (object, id, year, n, measure_n, part, name) AS (
  SELECT 'office', 0, NULL, NULL, NULL, NULL, NULL
  UNION ALL SELECT 'programme', 0, NULL, NULL, NULL, NULL, NULL WHERE EXISTS (SELECT 1 FROM region)
  UNION ALL SELECT 'criteria', number, NULL, NULL, NULL, number, NULL FROM criteria_version
    WHERE adopted_on IS NOT NULL OR EXISTS (SELECT 1 FROM criteria_draft WHERE criteria_draft.number = criteria_version.number)
  UNION ALL SELECT 'person', id, NULL, NULL, NULL, NULL, login FROM person
  UNION ALL SELECT 'appointment', appointment.id, NULL, NULL, NULL, NULL, person.login || ' ' || appointment.role
    FROM appointment JOIN person ON person.id = appointment.person
  UNION ALL SELECT 'round', id, NULL, NULL, NULL, NULL, name FROM round
  UNION ALL SELECT 'limit', id, NULL, NULL, NULL, NULL, kind || ' ' || year FROM money_limit
  UNION ALL SELECT 'application', id, year, n, NULL, NULL, NULL FROM application
  UNION ALL SELECT 'participant', participant.id, application.year, application.n, NULL, NULL, region.short
    FROM participant JOIN application ON application.id = participant.application
    JOIN region ON region.code = participant.region
  UNION ALL SELECT 'measure', measure.id, application.year, application.n, measure.n, NULL, NULL
    FROM measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'note', note.id, application.year, application.n, NULL, note.n, NULL
    FROM note JOIN application ON application.id = note.application
  UNION ALL SELECT 'note_about', note.id, application.year, application.n, NULL, note.n, NULL
    FROM note_about JOIN note ON note.id = note_about.note JOIN application ON application.id = note.application
  UNION ALL SELECT 'follow_up', note.id, application.year, application.n, NULL, note.n, NULL
    FROM follow_up JOIN note ON note.id = follow_up.note JOIN application ON application.id = note.application
  UNION ALL SELECT 'gate_answer', gate_answer.id, application.year, application.n, measure.n, NULL, gate_answer.gate
    FROM gate_answer JOIN application ON application.id = gate_answer.application
    LEFT JOIN measure ON measure.id = gate_answer.measure
  UNION ALL SELECT 'power', id, NULL, NULL, NULL, NULL, what || ' ' || role FROM power
  UNION ALL SELECT 'meeting', region_meeting.id, NULL, NULL, NULL, NULL, region.short || ' ' || on_day
    FROM region_meeting JOIN region ON region.code = region_meeting.region
  UNION ALL SELECT 'clock', clock.id, application.year, application.n, NULL, clock.n, NULL
    FROM clock JOIN application ON application.id = clock.application
  UNION ALL SELECT 'uncommunicated', uncommunicated.id, application.year, application.n, NULL, NULL, NULL
    FROM uncommunicated JOIN application ON application.id = uncommunicated.application
  UNION ALL SELECT 'version', application_version.id, application.year, application.n, NULL, application_version.n, NULL
    FROM application_version JOIN application ON application.id = application_version.application
  UNION ALL SELECT 'assignment', assignment.id, application.year, application.n, measure.n, NULL, person.login
    FROM assignment JOIN measure ON measure.id = assignment.measure
    JOIN application ON application.id = measure.application JOIN person ON person.id = assignment.person
  UNION ALL SELECT 'assessment', assessment.id, application.year, application.n, measure.n, NULL, person.login
    FROM assessment JOIN assignment ON assignment.id = assessment.assignment
    JOIN measure ON measure.id = assignment.measure
    JOIN application ON application.id = measure.application JOIN person ON person.id = assignment.person
  UNION ALL SELECT 'rescore', rescore.id, application.year, application.n, measure.n, NULL,
      person.login || ' ' || rescore.criterion || ' ' || rescore.n
    FROM rescore JOIN assessment ON assessment.id = rescore.assessment
    JOIN assignment ON assignment.id = assessment.assignment JOIN measure ON measure.id = assignment.measure
    JOIN application ON application.id = measure.application JOIN person ON person.id = assignment.person
  UNION ALL SELECT 'consensus', consensus.id, application.year, application.n, measure.n, NULL,
      consensus.criterion || ' ' || consensus.n
    FROM consensus JOIN measure ON measure.id = consensus.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'proposal', proposal.id, NULL, NULL, NULL, proposal.n, round.name
    FROM proposal JOIN round ON round.id = proposal.round
  UNION ALL SELECT 'least_amount', least_amount.measure, application.year, application.n, measure.n, NULL, NULL
    FROM least_amount JOIN measure ON measure.id = least_amount.measure
    JOIN application ON application.id = measure.application
  UNION ALL SELECT 'equal_rule', equal_rule.id, NULL, NULL, NULL, equal_rule.id, round.name
    FROM equal_rule JOIN round ON round.id = equal_rule.round
  UNION ALL SELECT 'sent_report', id, NULL, NULL, NULL, n, NULL FROM sent_report
  UNION ALL SELECT 'firmness', firmness.id, NULL, NULL, NULL, firmness.n, round.name
    FROM firmness JOIN round ON round.id = firmness.round
  UNION ALL SELECT 'decision', decision.id, application.year, application.n, measure.n, decision.n, NULL
    FROM decision JOIN measure ON measure.id = decision.measure
    JOIN application ON application.id = measure.application
  UNION ALL SELECT 'decision_form', decision.id, application.year, application.n, measure.n, decision.n, NULL
    FROM decision_form JOIN decision ON decision.id = decision_form.decision
    JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'plan', decision.id, application.year, application.n, measure.n, NULL, NULL
    FROM decision JOIN measure ON measure.id = decision.measure
    JOIN application ON application.id = measure.application
    WHERE EXISTS (SELECT 1 FROM plan WHERE plan.decision = decision.id)
  UNION ALL SELECT 'instalment', instalment.id, application.year, application.n, measure.n, instalment.n, NULL
    FROM instalment JOIN decision ON decision.id = instalment.decision
    JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'report_due', d.id, application.year, application.n, measure.n, d.n, NULL
    FROM report_due AS d JOIN measure ON measure.id = d.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'report', report.id, application.year, application.n, measure.n, NULL, d.n || ' ' || report.n
    FROM report JOIN report_due AS d ON d.id = report.report_due JOIN measure ON measure.id = d.measure
    JOIN application ON application.id = measure.application

  UNION ALL SELECT 'withholding', withholding.id, application.year, application.n, measure.n, withholding.n, NULL
    FROM withholding JOIN measure ON measure.id = withholding.measure
    JOIN application ON application.id = measure.application
  UNION ALL SELECT 'decision_paper', decision_paper.document, application.year, application.n, NULL, document.n, NULL
    FROM decision_paper JOIN document ON document.id = decision_paper.document
    JOIN application ON application.id = document.application
  UNION ALL SELECT 'money_paper', money_paper.document, application.year, application.n, NULL, document.n, NULL
    FROM money_paper JOIN document ON document.id = money_paper.document
    JOIN application ON application.id = document.application
  UNION ALL SELECT 'publication', id, NULL, NULL, NULL, id, NULL FROM publication
  UNION ALL SELECT 'ruling', ruling.id, application.year, application.n, NULL, ruling.n, NULL
    FROM ruling JOIN application ON application.id = ruling.application
  UNION ALL SELECT 'rate', id, NULL, NULL, NULL, NULL, from_on FROM lending_rate
  UNION ALL SELECT 'claim', claim.id, application.year, application.n, measure.n, claim.n, NULL
    FROM claim JOIN measure ON measure.id = claim.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'demand', demand.id, application.year, application.n, measure.n, demand.n, NULL
    FROM demand JOIN claim ON claim.id = demand.claim JOIN measure ON measure.id = claim.measure
    JOIN application ON application.id = measure.application
  UNION ALL SELECT 'money_in', id, NULL, NULL, NULL, n, NULL FROM money_in
  UNION ALL SELECT 'money_in_void', money_in, NULL, NULL, NULL, money_in.n, NULL
    FROM money_in_void JOIN money_in ON money_in.id = money_in_void.money_in
  UNION ALL SELECT 'anchoring', anchoring.participant, application.year, application.n, NULL, NULL, region.short
    FROM anchoring JOIN participant ON participant.id = anchoring.participant
    JOIN application ON application.id = participant.application JOIN region ON region.code = participant.region
  UNION ALL SELECT 'promise', promise.measure, application.year, application.n, measure.n, NULL, NULL
    FROM promise JOIN measure ON measure.id = promise.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'cost', cost.id, application.year, application.n, measure.n, cost.n, NULL
    FROM cost JOIN measure ON measure.id = cost.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'indicator', indicator.id, application.year, application.n, measure.n, indicator.n, NULL
    FROM indicator JOIN measure ON measure.id = indicator.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'support', support.id, application.year, application.n, measure.n, support.n, NULL
    FROM support JOIN measure ON measure.id = support.measure JOIN application ON application.id = measure.application
  UNION ALL SELECT 'need', need.id, application.year, application.n, NULL, need.n, NULL
    FROM need JOIN application ON application.id = need.application
  UNION ALL SELECT 'reference', reference.id, application.year, application.n, NULL, reference.n, NULL
    FROM reference JOIN application ON application.id = reference.application
  UNION ALL SELECT 'background', background.id, application.year, application.n, NULL, background.n, NULL
    FROM background JOIN application ON application.id = background.application
  UNION ALL SELECT 'contact', contact.id, application.year, application.n, NULL, contact.n, NULL
    FROM contact JOIN application ON application.id = contact.application
  UNION ALL SELECT 'disqualification', q.id, a.year, a.n, NULL, NULL, person.login || coalesce(' ' || round.name, '')
    FROM disqualification AS q JOIN person ON person.id = q.person LEFT JOIN application AS a ON a.id = q.application
    LEFT JOIN round ON round.id = q.round
  UNION ALL SELECT 'closure', closure.id, coalesce(application.year, matter.year), coalesce(application.n, matter.n), NULL,
      NULL, NULL
    FROM closure LEFT JOIN application ON application.id = closure.application
    LEFT JOIN matter ON matter.id = closure.matter
  UNION ALL SELECT 'note_fate', note_fate.note, application.year, application.n, NULL, note.n, NULL
    FROM note_fate JOIN note ON note.id = note_fate.note JOIN application ON application.id = note.application
  UNION ALL SELECT 'release_part', release_part.id, matter.year, matter.n, NULL, release_part.n, NULL
    FROM release_part JOIN matter ON matter.id = release_part.matter
  UNION ALL SELECT 'cross_number', cross_number.id, coalesce(application.year, matter.year),
    coalesce(application.n, matter.n), NULL, NULL, cross_number.number
    FROM cross_number LEFT JOIN application ON application.id = cross_number.application
    LEFT JOIN matter ON matter.id = cross_number.matter
  UNION ALL SELECT 'matter', id, year, n, NULL, NULL, NULL FROM matter
  UNION ALL SELECT 'document', document.id, coalesce(application.year, matter.year), coalesce(application.n, matter.n), NULL,
    document.n, NULL
    FROM document LEFT JOIN application ON application.id = document.application
    LEFT JOIN matter ON matter.id = document.matter
  UNION ALL SELECT 'dispatch', dispatch.id, coalesce(application.year, matter.year), coalesce(application.n, matter.n), NULL,
    NULL, coalesce(region.short, dispatch.name)
    FROM dispatch JOIN document ON document.id = dispatch.document
    LEFT JOIN application ON application.id = document.application LEFT JOIN matter ON matter.id = document.matter
    LEFT JOIN region ON region.code = dispatch.region
  UNION ALL SELECT 'reading', reading.id, coalesce(application.year, matter.year), coalesce(application.n, matter.n), NULL,
    document.n, person.login
    FROM reading JOIN document ON document.id = reading.document JOIN person ON person.id = reading.person
    LEFT JOIN application ON application.id = document.application LEFT JOIN matter ON matter.id = document.matter
  UNION ALL SELECT 'sitting', sitting.id, matter.year, matter.n, NULL, NULL, NULL
    FROM sitting JOIN matter ON matter.id = sitting.matter
  UNION ALL SELECT 'sitting_item', sitting_item.id, matter.year, matter.n, NULL, sitting_item.n, NULL
    FROM sitting_item JOIN sitting ON sitting.id = sitting_item.sitting JOIN matter ON matter.id = sitting.matter
  UNION ALL SELECT 'misregistration', misregistration.id, coalesce(application.year, matter.year),
    coalesce(application.n, matter.n), NULL, NULL, NULL
    FROM misregistration LEFT JOIN application ON application.id = misregistration.application
    LEFT JOIN matter ON matter.id = misregistration.matter
  UNION ALL SELECT 'attest_power', attest_power.id, NULL, NULL, NULL, NULL, person.login || ' ' || attest_power.step
    FROM attest_power JOIN person ON person.id = attest_power.person
  UNION ALL SELECT 'instalment_course', instalment.id, application.year, application.n, measure.n, instalment.n, NULL
    FROM instalment JOIN decision ON decision.id = instalment.decision
    JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
    WHERE instalment.id IN (SELECT instalment FROM review UNION SELECT instalment FROM attest_revoked
      UNION SELECT instalment FROM batch_row UNION SELECT instalment FROM payment_return
      UNION SELECT instalment FROM sealed_elsewhere)
  UNION ALL SELECT 'payee_account', payee_account.id, NULL, NULL, NULL, NULL, region.short || ' ' || payee_account.number
    FROM payee_account JOIN region ON region.code = payee_account.region
  UNION ALL SELECT 'batch', id, NULL, NULL, NULL, n, NULL FROM batch
  UNION ALL SELECT 'paid_file', id, NULL, NULL, NULL, NULL, name FROM paid_file
  UNION ALL SELECT 'paid_line_note', t.id, NULL, NULL, NULL, t.line, f.name FROM paid_line_note AS t JOIN paid_file AS f ON f.id = t.paid_file
)
SELECT thing.object AS object, thing.id AS id, thing.year AS year, thing.n AS n, thing.measure_n AS measure_n,
  thing.part AS part, thing.name AS name, event.seq AS seq, event.at AS at, person.name AS actor, event.after AS after
FROM thing
LEFT JOIN event ON event.seq = (SELECT max(newest.seq) FROM event AS newest
  WHERE newest.object = thing.object AND newest.object_id = thing.id)
LEFT JOIN person ON person.id = event.actor;

-- Things that events tell of and that are no longer there; nothing is ever removed.
-- name: check_gone
SELECT gone.object AS object, application.year AS year, application.n AS n, gone.seq AS seq, gone.at AS at,
  person.name AS actor
FROM (SELECT object, object_id, max(seq) AS seq, at, actor, application FROM event GROUP BY object, object_id) AS gone
LEFT JOIN application ON application.id = gone.application
LEFT JOIN person ON person.id = gone.actor
WHERE CASE gone.object
  WHEN 'person' THEN NOT EXISTS (SELECT 1 FROM person WHERE id = gone.object_id)
  WHEN 'criteria' THEN NOT EXISTS (SELECT 1 FROM criteria_version WHERE number = gone.object_id)
  WHEN 'appointment' THEN NOT EXISTS (SELECT 1 FROM appointment WHERE id = gone.object_id)
  WHEN 'round' THEN NOT EXISTS (SELECT 1 FROM round WHERE id = gone.object_id)
  WHEN 'limit' THEN NOT EXISTS (SELECT 1 FROM money_limit WHERE id = gone.object_id)
  WHEN 'application' THEN NOT EXISTS (SELECT 1 FROM application WHERE id = gone.object_id)
  WHEN 'participant' THEN NOT EXISTS (SELECT 1 FROM participant WHERE id = gone.object_id)
  WHEN 'measure' THEN NOT EXISTS (SELECT 1 FROM measure WHERE id = gone.object_id)
  WHEN 'note' THEN NOT EXISTS (SELECT 1 FROM note WHERE id = gone.object_id)
  WHEN 'note_about' THEN NOT EXISTS (SELECT 1 FROM note_about WHERE note = gone.object_id)
  WHEN 'follow_up' THEN NOT EXISTS (SELECT 1 FROM follow_up WHERE note = gone.object_id)
  WHEN 'gate_answer' THEN NOT EXISTS (SELECT 1 FROM gate_answer WHERE id = gone.object_id)
  WHEN 'power' THEN NOT EXISTS (SELECT 1 FROM power WHERE id = gone.object_id)
  WHEN 'meeting' THEN NOT EXISTS (SELECT 1 FROM region_meeting WHERE id = gone.object_id)
  WHEN 'clock' THEN NOT EXISTS (SELECT 1 FROM clock WHERE id = gone.object_id)
  WHEN 'uncommunicated' THEN NOT EXISTS (SELECT 1 FROM uncommunicated WHERE id = gone.object_id)
  WHEN 'version' THEN NOT EXISTS (SELECT 1 FROM application_version WHERE id = gone.object_id)
  WHEN 'assignment' THEN NOT EXISTS (SELECT 1 FROM assignment WHERE id = gone.object_id)
  WHEN 'assessment' THEN NOT EXISTS (SELECT 1 FROM assessment WHERE id = gone.object_id)
  WHEN 'rescore' THEN NOT EXISTS (SELECT 1 FROM rescore WHERE id = gone.object_id)
  WHEN 'consensus' THEN NOT EXISTS (SELECT 1 FROM consensus WHERE id = gone.object_id)
  WHEN 'proposal' THEN NOT EXISTS (SELECT 1 FROM proposal WHERE id = gone.object_id)
  WHEN 'least_amount' THEN NOT EXISTS (SELECT 1 FROM least_amount WHERE measure = gone.object_id)
  WHEN 'equal_rule' THEN NOT EXISTS (SELECT 1 FROM equal_rule WHERE id = gone.object_id)
  WHEN 'sent_report' THEN NOT EXISTS (SELECT 1 FROM sent_report WHERE id = gone.object_id)
  WHEN 'firmness' THEN NOT EXISTS (SELECT 1 FROM firmness WHERE id = gone.object_id)
  WHEN 'decision' THEN NOT EXISTS (SELECT 1 FROM decision WHERE id = gone.object_id)
  WHEN 'decision_form' THEN NOT EXISTS (SELECT 1 FROM decision_form WHERE decision = gone.object_id)
  WHEN 'decision_paper' THEN NOT EXISTS (SELECT 1 FROM decision_paper WHERE document = gone.object_id)
  WHEN 'money_paper' THEN NOT EXISTS (SELECT 1 FROM money_paper WHERE document = gone.object_id)
  WHEN 'publication' THEN NOT EXISTS (SELECT 1 FROM publication WHERE id = gone.object_id)
  WHEN 'ruling' THEN NOT EXISTS (SELECT 1 FROM ruling WHERE id = gone.object_id)
  WHEN 'plan' THEN NOT EXISTS (SELECT 1 FROM plan WHERE decision = gone.object_id)
  WHEN 'instalment' THEN NOT EXISTS (SELECT 1 FROM instalment WHERE id = gone.object_id)
  WHEN 'report_due' THEN NOT EXISTS (SELECT 1 FROM report_due WHERE id = gone.object_id)
  WHEN 'report' THEN NOT EXISTS (SELECT 1 FROM report WHERE id = gone.object_id)
  WHEN 'anchoring' THEN NOT EXISTS (SELECT 1 FROM anchoring WHERE participant = gone.object_id)
  WHEN 'promise' THEN NOT EXISTS (SELECT 1 FROM promise WHERE measure = gone.object_id)
  WHEN 'need' THEN NOT EXISTS (SELECT 1 FROM need WHERE id = gone.object_id)
  WHEN 'cost' THEN NOT EXISTS (SELECT 1 FROM cost WHERE id = gone.object_id)
  WHEN 'indicator' THEN NOT EXISTS (SELECT 1 FROM indicator WHERE id = gone.object_id)
  WHEN 'support' THEN NOT EXISTS (SELECT 1 FROM support WHERE id = gone.object_id)
  WHEN 'reference' THEN NOT EXISTS (SELECT 1 FROM reference WHERE id = gone.object_id)
  WHEN 'background' THEN NOT EXISTS (SELECT 1 FROM background WHERE id = gone.object_id)
  WHEN 'contact' THEN NOT EXISTS (SELECT 1 FROM contact WHERE id = gone.object_id)
  WHEN 'disqualification' THEN NOT EXISTS (SELECT 1 FROM disqualification WHERE id = gone.object_id)
  WHEN 'closure' THEN NOT EXISTS (SELECT 1 FROM closure WHERE id = gone.object_id)
  WHEN 'note_fate' THEN NOT EXISTS (SELECT 1 FROM note_fate WHERE note = gone.object_id)
  WHEN 'release_part' THEN NOT EXISTS (SELECT 1 FROM release_part WHERE id = gone.object_id)
  WHEN 'sitting' THEN NOT EXISTS (SELECT 1 FROM sitting WHERE id = gone.object_id)
  WHEN 'sitting_item' THEN NOT EXISTS (SELECT 1 FROM sitting_item WHERE id = gone.object_id)
  WHEN 'matter' THEN NOT EXISTS (SELECT 1 FROM matter WHERE id = gone.object_id)
  WHEN 'document' THEN NOT EXISTS (SELECT 1 FROM document WHERE id = gone.object_id)
  WHEN 'dispatch' THEN NOT EXISTS (SELECT 1 FROM dispatch WHERE id = gone.object_id)
  WHEN 'reading' THEN NOT EXISTS (SELECT 1 FROM reading WHERE id = gone.object_id)
  WHEN 'misregistration' THEN NOT EXISTS (SELECT 1 FROM misregistration WHERE id = gone.object_id)
  WHEN 'attest_power' THEN NOT EXISTS (SELECT 1 FROM attest_power WHERE id = gone.object_id)
  WHEN 'instalment_course' THEN NOT EXISTS (SELECT 1 FROM review WHERE instalment = gone.object_id
    UNION ALL SELECT 1 FROM attest_revoked WHERE instalment = gone.object_id
    UNION ALL SELECT 1 FROM batch_row WHERE instalment = gone.object_id
    UNION ALL SELECT 1 FROM payment_return WHERE instalment = gone.object_id
    UNION ALL SELECT 1 FROM sealed_elsewhere WHERE instalment = gone.object_id)
  WHEN 'withholding' THEN NOT EXISTS (SELECT 1 FROM withholding WHERE id = gone.object_id)
  WHEN 'rate' THEN NOT EXISTS (SELECT 1 FROM lending_rate WHERE id = gone.object_id)
  WHEN 'claim' THEN NOT EXISTS (SELECT 1 FROM claim WHERE id = gone.object_id)
  WHEN 'demand' THEN NOT EXISTS (SELECT 1 FROM demand WHERE id = gone.object_id)
  WHEN 'money_in' THEN NOT EXISTS (SELECT 1 FROM money_in WHERE id = gone.object_id)
  WHEN 'money_in_void' THEN NOT EXISTS (SELECT 1 FROM money_in_void WHERE money_in = gone.object_id)
  WHEN 'payee_account' THEN NOT EXISTS (SELECT 1 FROM payee_account WHERE id = gone.object_id)
  WHEN 'batch' THEN NOT EXISTS (SELECT 1 FROM batch WHERE id = gone.object_id)
  WHEN 'paid_file' THEN NOT EXISTS (SELECT 1 FROM paid_file WHERE id = gone.object_id)
  WHEN 'paid_line_note' THEN NOT EXISTS (SELECT 1 FROM paid_line_note WHERE id = gone.object_id)
  WHEN 'cross_number' THEN NOT EXISTS (SELECT 1 FROM cross_number WHERE id = gone.object_id)
  END
ORDER BY gone.seq;

-- Rulings about a measure of another application, rulings that replace one of another case or part, and measures that
-- are both decided and not tried.
-- name: check_rulings
SELECT a.year AS year, a.n AS n, r.n AS ruling_n, CASE
    WHEN m.id IS NOT NULL AND m.application <> r.application THEN 'elsewhere'
    WHEN old.id IS NOT NULL AND (old.application <> r.application OR old.measure IS NOT r.measure OR old.lifted = 1)
      THEN 'replaces' ELSE 'decided' END AS wrong
FROM ruling AS r JOIN application AS a ON a.id = r.application LEFT JOIN measure AS m ON m.id = r.measure
  LEFT JOIN ruling AS old ON old.id = r.replaces
WHERE m.application <> r.application OR old.application <> r.application OR old.measure IS NOT r.measure AND old.id IS NOT NULL
  OR old.lifted = 1
  OR EXISTS (SELECT 1 FROM ruled JOIN decision AS d ON d.measure = ruled.measure WHERE ruled.ruling = r.id)
ORDER BY a.year, a.n, r.n;

-- Per measure and payment year: what the valid decision grants against the instalments that stand. What came back or was
-- taken back may wait for the next plan.
-- name: check_plan_sums
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, side.year AS payment_year,
  sum(side.granted) AS granted, sum(side.planned) AS planned
FROM (SELECT measure, year, ore AS granted, 0 AS planned, 0 AS waits FROM amount AS a WHERE kind = 'granted'
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = a.decision)
  UNION ALL SELECT measure, year, 0, ore, 0 FROM standing
  UNION ALL SELECT decision.measure, i.year, 0, 0, i.ore FROM instalment AS i JOIN decision ON decision.id = i.decision
    WHERE EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = i.id)
      OR EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = i.id)) AS side
JOIN measure ON measure.id = side.measure
JOIN application ON application.id = measure.application
GROUP BY side.measure, side.year
HAVING sum(side.granted) < sum(side.planned) OR sum(side.granted) > sum(side.planned) + sum(side.waits)
ORDER BY application.year, application.n, measure.n, side.year;

-- Accounts of the ledger whose balance is not what decisions, plans and payments say: what is granted, planned, paid and
-- withheld per measure and payment year.
-- name: check_ledger
WITH granted (measure, year, ore) AS (
  SELECT measure, year, sum(ore) FROM amount AS a
  WHERE kind = 'granted' AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = a.decision)
  GROUP BY measure, year
), placed (measure, year, account, ore) AS (
  SELECT s.measure, s.year, CASE WHEN p.instalment IS NOT NULL THEN 'paid'
      ELSE CASE (SELECT max(final) FROM withheld WHERE withheld.instalment = s.instalment) WHEN 1 THEN 'withdrawn' WHEN 0 THEN 'stopped' ELSE 'due' END END,
    s.ore
  FROM standing AS s LEFT JOIN payment AS p ON p.instalment = s.instalment
), side (measure, year, account, fact, booked) AS (
  SELECT measure, year, 'frame', -ore, 0 FROM granted
  UNION ALL SELECT measure, year, 'unplanned', ore, 0 FROM granted
  UNION ALL SELECT measure, year, 'unplanned', -ore, 0 FROM placed
  UNION ALL SELECT measure, year, account, ore, 0 FROM placed
  UNION ALL SELECT measure, year, source, 0, -ore FROM ledger
  UNION ALL SELECT measure, year, target, 0, ore FROM ledger
)
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, side.year AS payment_year,
  side.account AS account, sum(side.fact) AS fact, sum(side.booked) AS booked
FROM side JOIN measure ON measure.id = side.measure JOIN application ON application.id = measure.application
WHERE side.account IN ('frame', 'unplanned', 'due', 'paid', 'stopped', 'withdrawn')
GROUP BY side.measure, side.year, side.account
HAVING sum(side.fact) <> sum(side.booked)
ORDER BY application.year, application.n, measure.n, side.year, side.account;

-- The same of what is claimed and has come in: booked on the year of a claim's first decision, and on each part's year.
-- name: check_ledger_back
WITH step (measure, first, year, net, before) AS (
  SELECT c.measure, l.first, CAST(substr(first.decided_on, 1, 4) AS INTEGER), l.net_ore,
    lag(l.net_ore, 1, 0) OVER (PARTITION BY l.first ORDER BY c.n)
  FROM claim_line AS l JOIN claim AS c ON c.id = l.claim JOIN claim AS first ON first.id = l.first
), part (measure, year, kind, ore) AS (
  SELECT measure, year, kind, ore FROM money_in_part WHERE taken_back_at IS NULL AND kind NOT IN ('back', 'elsewhere')
), side (measure, year, account, fact, booked) AS (
  SELECT measure, year, 'liability', -max(net - before, 0), 0 FROM step
  UNION ALL SELECT measure, year, 'remitted', max(before - net, 0), 0 FROM step
  UNION ALL SELECT measure, year, 'claimed', net - before, 0 FROM step
  UNION ALL SELECT measure, year, 'claimed', -ore, 0 FROM part WHERE kind = 'principal'
  UNION ALL SELECT measure, year, 'repaid', ore, 0 FROM part WHERE kind = 'principal'
  UNION ALL SELECT measure, year, kind, ore, 0 FROM part WHERE kind <> 'principal'
  UNION ALL SELECT measure, year, 'inflow', -ore, 0 FROM part WHERE kind <> 'principal'
  UNION ALL SELECT measure, year, source, 0, -ore FROM ledger
  UNION ALL SELECT measure, year, target, 0, ore FROM ledger
)
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, side.year AS payment_year,
  side.account AS account, sum(side.fact) AS fact, sum(side.booked) AS booked
FROM side JOIN measure ON measure.id = side.measure JOIN application ON application.id = measure.application
WHERE side.account IN ('liability', 'claimed', 'repaid', 'remitted', 'inflow', 'voluntary', 'interest')
GROUP BY side.measure, side.year, side.account
HAVING sum(side.fact) <> sum(side.booked)
ORDER BY application.year, application.n, measure.n, side.year, side.account;

-- Rows of the ledger that were not booked when something happened in the case, that name a cause which is not there, or
-- that move what such a cause does not. Balances alone do not tell: a row can be moved in time, and two can make up for
-- each other.
-- name: check_ledger_rows
WITH moves (cause, source, target) AS (VALUES
  ('decision', 'frame', 'unplanned'), ('decision', 'unplanned', 'frame'), ('decision', 'due', 'unplanned'),
  ('decision', 'stopped', 'unplanned'), ('decision', 'withdrawn', 'unplanned'),
  ('instalment', 'unplanned', 'due'), ('instalment', 'due', 'unplanned'),
  ('payment', 'due', 'paid'), ('return', 'paid', 'unplanned'),
  ('withholding', 'due', 'stopped'), ('withholding', 'stopped', 'due'), ('withholding', 'due', 'withdrawn'),
  ('claim', 'liability', 'claimed'), ('claim', 'claimed', 'remitted'),
  ('money_in', 'claimed', 'repaid'), ('money_in', 'repaid', 'claimed'), ('money_in', 'inflow', 'interest'),
  ('money_in', 'interest', 'inflow'), ('money_in', 'inflow', 'voluntary'), ('money_in', 'voluntary', 'inflow')
)
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, ledger.id AS part
FROM ledger JOIN measure ON measure.id = ledger.measure JOIN application ON application.id = measure.application
WHERE (measure.application, ledger.at) NOT IN (SELECT event.application, event.at FROM event WHERE event.application IS NOT NULL)
  OR (ledger.cause <> 'opening' AND (ledger.cause, ledger.source, ledger.target) NOT IN (SELECT cause, source, target FROM moves))
  OR NOT CASE ledger.cause
    WHEN 'opening' THEN 1
    WHEN 'decision' THEN EXISTS (SELECT 1 FROM decision AS d WHERE d.id = ledger.cause_id AND d.measure = ledger.measure)
    WHEN 'withholding' THEN EXISTS (SELECT 1 FROM withholding AS w WHERE w.id = ledger.cause_id AND w.measure = ledger.measure)
    WHEN 'claim' THEN EXISTS (SELECT 1 FROM claim AS c WHERE c.id = ledger.cause_id AND c.measure = ledger.measure)
    WHEN 'money_in' THEN EXISTS (SELECT 1 FROM money_in_part AS p WHERE p.money_in = ledger.cause_id AND p.measure = ledger.measure)
    ELSE EXISTS (SELECT 1 FROM instalment AS i JOIN decision AS d ON d.id = i.decision
      WHERE i.id = ledger.cause_id AND d.measure = ledger.measure AND (ledger.cause = 'instalment' OR i.ore = ledger.ore)) END
ORDER BY application.year, application.n, measure.n, ledger.id;

-- Withheld, and paid all the same.
-- name: check_withheld
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, instalment.n AS part, payment.paid_on AS paid_on
FROM withheld JOIN payment ON payment.instalment = withheld.instalment JOIN instalment ON instalment.id = withheld.instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
ORDER BY application.year, application.n, measure.n, instalment.n;

-- Withheld by two decisions at once, or for another amount than its decision says.
-- name: check_withheld_ore
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, w.n AS part, w.ore AS ore,
  sum(instalment.ore) AS rows_ore
FROM withholding AS w JOIN withholding_row AS r ON r.withholding = w.id JOIN instalment ON instalment.id = r.instalment
JOIN measure ON measure.id = w.measure JOIN application ON application.id = measure.application
GROUP BY w.id HAVING sum(instalment.ore) <> w.ore AND w.lifted_on IS NULL
ORDER BY application.year, application.n, measure.n, w.n;

-- Claims on a region that are larger together than what it was paid.
-- name: check_claimed
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, region.short AS region, sum(c.ore) AS claimed,
  (SELECT coalesce(sum(i.ore), 0) FROM payment AS p JOIN instalment AS i ON i.id = p.instalment
    JOIN decision AS d ON d.id = i.decision WHERE d.measure = measure.id AND i.recipient = c.region
      AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = p.instalment)) AS paid
FROM claim AS c JOIN measure ON measure.id = c.measure JOIN application ON application.id = measure.application
JOIN region ON region.code = c.region
WHERE c.lifted = 0 AND NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = c.id)
GROUP BY c.measure, c.region HAVING claimed > paid
ORDER BY application.year, application.n, measure.n, region.short;

-- Money in that is placed for more than it is; of what was entered wrong, nothing is.
-- name: check_placed
SELECT m.n AS n, CASE WHEN EXISTS (SELECT 1 FROM money_in_void AS v WHERE v.money_in = m.id) THEN 0 ELSE m.ore END AS has,
  sum(part.ore) AS placed
FROM money_in AS m JOIN money_in_part AS part ON part.money_in = m.id
WHERE part.taken_back_at IS NULL GROUP BY m.id HAVING placed > has ORDER BY m.n;

-- Demands: the letter against its fingerprint, and the interest against the periods.
-- name: check_demands
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, claim.n AS claim_n, demand.id AS id, demand.n AS part,
  demand.text AS text, demand.hash AS hash, demand.interest_ore AS interest_ore, claim.interest_cut AS interest_cut
FROM demand JOIN claim ON claim.id = demand.claim JOIN measure ON measure.id = claim.measure
JOIN application ON application.id = measure.application
ORDER BY application.year, application.n, measure.n, demand.id;

-- name: check_demand_rows
SELECT days, base, balance_ore, rate FROM demand_row WHERE demand = :demand ORDER BY n;

-- Valid decisions that do not keep to what is sought, or whose outcome says something else than the amounts.
-- name: check_granted
SELECT year, n, measure_n, outcome, granted, sought
FROM (SELECT application.year AS year, application.n AS n, measure.n AS measure_n, decision.outcome AS outcome,
    (SELECT coalesce(sum(ore), 0) FROM amount WHERE kind = 'granted' AND amount.decision = decision.id) AS granted,
    (SELECT coalesce(sum(CASE kind WHEN 'sought' THEN ore END), 0) FROM amount
      WHERE amount.measure = measure.id AND kind IN ('cost', 'sought')) AS sought
  FROM decision JOIN measure ON measure.id = decision.measure
  JOIN application ON application.id = measure.application
  WHERE NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id))
WHERE granted > sought
  OR (outcome = 'granted' AND granted <> sought)
  OR (outcome = 'partly' AND (granted = 0 OR granted = sought))
  OR (outcome = 'refused' AND granted <> 0)
ORDER BY year, n, measure_n;

-- Measures for which more is sought than they cost, both being known.
-- name: check_sought
SELECT application.year AS year, application.n AS n, measure.n AS measure_n,
  sum(CASE amount.kind WHEN 'sought' THEN amount.ore END) AS sought,
  sum(CASE amount.kind WHEN 'cost' THEN amount.ore END) AS cost
FROM measure JOIN application ON application.id = measure.application
JOIN amount ON amount.measure = measure.id AND amount.kind IN ('cost', 'sought')
GROUP BY measure.id
HAVING count(*) = count(amount.ore) AND sum(CASE amount.kind WHEN 'sought' THEN amount.ore END)
  > sum(CASE amount.kind WHEN 'cost' THEN amount.ore END)
ORDER BY application.year, application.n, measure.n;

-- Proposed amounts above what is sought, both being known.
-- name: check_proposed
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, round.name AS round, proposal.n AS proposal_n,
  sum(amount.ore) AS proposed,
  (SELECT sum(CASE wish.kind WHEN 'sought' THEN wish.ore END) FROM amount AS wish
    WHERE wish.measure = measure.id AND wish.kind IN ('cost', 'sought')) AS sought
FROM amount
JOIN proposal ON proposal.id = amount.proposal
JOIN round ON round.id = proposal.round
JOIN measure ON measure.id = amount.measure
JOIN application ON application.id = measure.application
WHERE amount.kind = 'proposed'
  AND NOT EXISTS (SELECT 1 FROM amount AS wish
    WHERE wish.measure = measure.id AND wish.kind IN ('cost', 'sought') AND wish.kind = 'sought' AND wish.ore IS NULL)
GROUP BY proposal.id, measure.id
HAVING sum(amount.ore) > sought
ORDER BY application.year, application.n, measure.n;

-- Authorised by the one who made the row.
-- name: check_attest_own
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, instalment.n AS part, person.name AS person
FROM attest JOIN instalment ON instalment.id = attest.instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
JOIN person ON person.id = attest.person
WHERE attest.person = instalment.made_by
ORDER BY application.year, application.n, measure.n, instalment.n;

-- Authorised though it should not have been: the condition is not met, or the row has been taken out of the plan though
-- neither its authorisation was taken back nor its payment came back.
-- name: check_attest_early
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, instalment.n AS part,
  instalment.condition <> '' AND instalment.condition_met_on IS NULL AS waits
FROM attest JOIN instalment ON instalment.id = attest.instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
WHERE (instalment.condition <> '' AND instalment.condition_met_on IS NULL)
  OR (instalment.until IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attest_revoked WHERE attest_revoked.instalment = instalment.id)
    AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.instalment = instalment.id))
ORDER BY application.year, application.n, measure.n, instalment.n;

-- One person in two of the three parts of an instalment: maker, reviewer, the one who authorised it.
-- name: check_attest_alone
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, instalment.n AS part, person.name AS person
FROM review JOIN instalment ON instalment.id = review.instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
JOIN person ON person.id = review.person
LEFT JOIN attest ON attest.instalment = review.instalment
WHERE review.person = instalment.made_by OR review.person = attest.person
ORDER BY application.year, application.n, measure.n, instalment.n;

-- Paid without being authorised.
-- name: check_paid
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, instalment.n AS part, payment.paid_on AS paid_on
FROM payment JOIN instalment ON instalment.id = payment.instalment
JOIN decision ON decision.id = instalment.decision
JOIN measure ON measure.id = decision.measure JOIN application ON application.id = measure.application
WHERE NOT EXISTS (SELECT 1 FROM attest WHERE attest.instalment = instalment.id)
ORDER BY application.year, application.n, measure.n, instalment.n;

-- Register numbers that are missing: first to last of each gap. Applications and other matters share the series. A case
-- taken in from another office has the number it got there, and what is before it may have stayed there.
-- name: check_numbers
SELECT year, before + 1 AS first, n - 1 AS last
FROM (SELECT year, n, came, lag(n, 1, 0) OVER (PARTITION BY year ORDER BY n) AS before
  FROM (SELECT year, n, EXISTS (SELECT 1 FROM event WHERE event.object = 'application' AND event.object_id = application.id
      AND event.action = 'case-import') AS came FROM application
    UNION ALL SELECT year, n, 0 FROM matter))
WHERE n <> before + 1 AND NOT came
ORDER BY year, n;

-- Note numbers that are missing.
-- name: check_notes
SELECT year, n, before + 1 AS first, note_n - 1 AS last
FROM (SELECT application.year AS year, application.n AS n, note.n AS note_n,
    lag(note.n, 1, 0) OVER (PARTITION BY note.application ORDER BY note.n) AS before
  FROM note JOIN application ON application.id = note.application)
WHERE note_n <> before + 1
ORDER BY year, n, note_n;

-- Decisions that do not replace the one before them on the same measure.
-- name: check_replacing
SELECT application.year AS year, application.n AS n, measure.n AS measure_n, decision.n AS part
FROM decision JOIN measure ON measure.id = decision.measure
JOIN application ON application.id = measure.application
WHERE decision.n > 1
  AND NOT EXISTS (SELECT 1 FROM decision AS earlier
    WHERE earlier.id = decision.replaces AND earlier.measure = decision.measure AND earlier.n = decision.n - 1)
ORDER BY application.year, application.n, measure.n, decision.n;

-- What each version holds, against what its event says of it.
-- name: check_versions
SELECT application.year AS year, application.n AS n, v.n AS version_n, v.content AS content, v.content_hash AS content_hash
FROM application_version AS v JOIN application ON application.id = v.application
ORDER BY application.year, application.n, v.n;

-- Document numbers that are missing.
-- name: check_documents
SELECT year, n, before + 1 AS first, document_n - 1 AS last
FROM (SELECT coalesce(application.year, matter.year) AS year, coalesce(application.n, matter.n) AS n, document.n AS document_n,
    lag(document.n, 1, 0) OVER (PARTITION BY document.application, document.matter ORDER BY document.n) AS before
  FROM document LEFT JOIN application ON application.id = document.application
    LEFT JOIN matter ON matter.id = document.matter
  WHERE document.n IS NOT NULL)
WHERE document_n <> before + 1
ORDER BY year, n, document_n;

-- Files that papers have, and those that papers had before their content was removed. A paper that was moved has its file
-- where it stands now.
-- name: check_files
SELECT d.file_hash AS hash, min(d.id) AS document, min(d.file_name) AS name, min(removal.document IS NOT NULL) AS removed
FROM document AS d LEFT JOIN removal ON removal.document = d.id
WHERE d.file_hash IS NOT NULL AND d.moved_to IS NULL
GROUP BY d.file_hash ORDER BY d.file_hash;

-- ---- sittings (SFS 2007:824 15 c §; FL 17, 28–29 §§) ------------------------------------------------------------------

-- § numbers of a year that are missing.
-- name: check_sections
SELECT year, before + 1 AS first, section - 1 AS last
FROM (SELECT year, section, lag(section, 1, 0) OVER (PARTITION BY year ORDER BY section) AS before
  FROM sitting_item WHERE section IS NOT NULL)
WHERE section <> before + 1 ORDER BY year, section;

-- Items that were decided or put off without the chair and half of the others, or without the chair's ruling where that
-- depends on whether barred members count; and items said not to be quorate that were.
-- name: check_quorum
SELECT year, section, outcome, chair, others, there
FROM (SELECT i.year AS year, i.section AS section, i.outcome AS outcome, i.ruling AS ruling,
    count(*) FILTER (WHERE p.capacity = 'chair' AND p.presence IN ('present', 'remote')) AS chair,
    count(*) FILTER (WHERE p.capacity = 'member') AS others,
    count(*) FILTER (WHERE p.capacity = 'member' AND p.presence IN ('present', 'remote')) AS there,
    count(*) FILTER (WHERE p.capacity = 'member' AND p.presence = 'barred') AS barred
  FROM sitting_item AS i LEFT JOIN item_person AS p ON p.item = i.id
  WHERE i.outcome IS NOT NULL AND i.outcome <> 'noted' GROUP BY i.id)
WHERE CASE WHEN outcome = 'no_quorum' THEN chair > 0 AND 2 * there >= others AND ruling = ''
  ELSE chair = 0 OR 2 * there < others - (CASE WHEN ruling = '' THEN 0 ELSE barred END) END
ORDER BY year, section;

-- Votes in decided items that do not add up: who decided and did not vote, who voted and did not decide, and a winner or
-- a casting vote that does not follow from the votes.
-- name: check_votes
SELECT i.year AS year, i.section AS section, b.n AS part
FROM ballot_standing AS b JOIN sitting_item AS i ON i.id = b.item
  LEFT JOIN (SELECT ballot, count(*) FILTER (WHERE vote = 'yes') AS yes, count(*) FILTER (WHERE vote = 'no') AS no
    FROM vote GROUP BY ballot) AS v ON v.ballot = b.id
  LEFT JOIN vote AS c ON c.ballot = b.id AND c.person = (SELECT p.person FROM item_person AS p WHERE p.item = i.id
    AND p.capacity = 'chair')
WHERE i.outcome = 'decided'
  AND (v.ballot IS NULL OR b.casting <> (v.yes = v.no)
    OR b.winner IS NOT CASE WHEN v.yes > v.no THEN 'yes' WHEN v.no > v.yes THEN 'no' ELSE c.vote END
    OR EXISTS (SELECT 1 FROM vote AS x WHERE x.ballot = b.id AND NOT EXISTS (SELECT 1 FROM item_person AS p
      WHERE p.item = i.id AND p.person = x.person AND p.capacity IN ('chair', 'member')
        AND p.presence IN ('present', 'remote')))
    OR EXISTS (SELECT 1 FROM item_person AS p WHERE p.item = i.id AND p.capacity IN ('chair', 'member')
      AND p.presence IN ('present', 'remote')
      AND NOT EXISTS (SELECT 1 FROM vote AS x WHERE x.ballot = b.id AND x.person = p.person)))
ORDER BY i.year, i.section, b.n;

-- Somebody who was barred when the item was closed was there, or voted (FL 17 §). Found only later it is no finding.
-- name: check_barred_there
SELECT i.year AS year, i.section AS section, person.name AS person
FROM sitting_item AS i JOIN application AS a ON a.id = i.application
  JOIN bar ON (bar.application = a.id OR bar.round = a.round) AND bar.answered_at <= i.closed_at
  JOIN person ON person.id = bar.person
WHERE EXISTS (SELECT 1 FROM item_person AS p WHERE p.item = i.id AND p.person = bar.person
    AND p.presence IN ('present', 'remote'))
  OR EXISTS (SELECT 1 FROM ballot_standing AS b JOIN vote AS x ON x.ballot = b.id
    WHERE b.item = i.id AND x.person = bar.person AND i.outcome = 'decided')
GROUP BY i.id, person.id ORDER BY i.year, i.section, person.name;

-- Motions and votes taken back after their item was closed; and motions that were taken back while a vote on them stands.
-- name: check_voids
SELECT i.year AS year, i.section AS section, 0 AS vote, m.n AS part
FROM motion_void AS v JOIN motion AS m ON m.id = v.motion JOIN sitting_item AS i ON i.id = m.item
WHERE v.at > i.closed_at OR EXISTS (SELECT 1 FROM ballot_standing AS b WHERE m.id IN (b.yes, b.no))
UNION ALL SELECT i.year, i.section, 1, b.n
FROM ballot_void AS v JOIN ballot AS b ON b.id = v.ballot JOIN sitting_item AS i ON i.id = b.item
WHERE v.at > i.closed_at
ORDER BY year, section, vote, part;

-- Somebody differs who took no part in the item, or as deciding without having decided (FL 30 §).
-- name: check_reservations
SELECT i.year AS year, i.section AS section, person.name AS person
FROM reservation_standing AS r JOIN sitting_item AS i ON i.id = r.item JOIN person ON person.id = r.person
WHERE i.closed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM item_person AS p WHERE p.item = i.id AND p.person = r.person
  AND p.presence IN ('present', 'remote') AND (r.kind = 'reservation') = (p.capacity IN ('chair', 'member')))
ORDER BY i.year, i.section, person.name;
