-- What an event keeps of a thing: its facts as one row, in a stable order, so that the same thing always gives the same
-- bytes. What belongs to the thing but stands in rows of its own is folded into one column.

-- name: facts_office
SELECT (SELECT group_concat(name || '=' || value, char(10)) FROM (SELECT name, value FROM setting ORDER BY name)) AS settings
WHERE :id = 0;

-- name: facts_person
SELECT login, name, region, version FROM person WHERE id = :id;

-- name: facts_appointment
SELECT person, role, from_on, to_on, version FROM appointment WHERE id = :id;

-- name: facts_round
SELECT name, title, year, opens_on, closes_on, criteria_version, gate_version, version FROM round WHERE id = :id;

-- name: facts_limit
SELECT kind, year, round, ore, source, valid_from FROM money_limit WHERE id = :id;

-- name: facts_programme
SELECT (SELECT group_concat(code || ' ' || name || ' | ' || short || ' | ' || genitive_safe || ' | ' || statute_name || ' | '
      || kind || ' ' || orgnr, char(10))
    FROM (SELECT * FROM region ORDER BY code)) AS regions,
  (SELECT group_concat(version || ' ' || id || ' ' || subject || ' ' || way_no || ' ' || question_sv, char(10))
    FROM (SELECT version, id, subject, way_no, question_sv FROM gate ORDER BY version, sort)) AS gates,
  (SELECT group_concat(version || ' ' || gate || ' ' || evidence, char(10))
    FROM (SELECT version, gate, evidence FROM gate_evidence ORDER BY version, gate, evidence)) AS evidence,
  (SELECT group_concat(version || ' ' || id || ' ' || weight || ' ' || step0_sv || ' | ' || step1_sv || ' | ' || step2_sv
      || ' | ' || step3_sv || ' | ' || step4_sv, char(10))
    FROM (SELECT * FROM criterion WHERE version NOT IN (SELECT number FROM criteria_draft) ORDER BY version, sort)) AS criteria,
  (SELECT group_concat(number || ' ' || key || ' ' || standard_sv, char(10)) FROM (SELECT * FROM point ORDER BY number)) AS points
WHERE :id = 0;

-- A version of the criteria that was made or adopted here; what came with the law is in the programme's facts too.
-- name: facts_criteria
SELECT v.adopted_on AS adopted_on, v.adopted_ref AS adopted_ref, d.from_number AS from_number, d.why AS why,
  d.made_by AS made_by, d.made_at AS made_at, d.dropped_at AS dropped_at, d.version AS version,
  (SELECT group_concat(id || ' ' || weight || ' ' || bonus || ' ' || name_sv || ' | ' || name_en || ' | ' || trace || ' | '
      || step0_sv || ' | ' || step1_sv || ' | ' || step2_sv || ' | ' || step3_sv || ' | ' || step4_sv || ' | '
      || step0_en || ' | ' || step1_en || ' | ' || step2_en || ' | ' || step3_en || ' | ' || step4_en, char(10))
    FROM (SELECT * FROM criterion WHERE criterion.version = v.number ORDER BY sort, id)) AS criteria
FROM criteria_version AS v LEFT JOIN criteria_draft AS d ON d.number = v.number
WHERE v.number = :id;

-- name: facts_application
SELECT year, n, round, lead, title, own_number, arrived_on, arrived_time, way, summary, economy, needs, scope, sources,
  invented, officer, assigned_on, withdrawn_on, withdrawn_why, registered_by, registered_at, version
FROM application WHERE id = :id;

-- name: facts_participant
SELECT application, region, own_number, paper, paper_on, paper_body, certified_on, version FROM participant WHERE id = :id;

-- name: facts_measure
SELECT application, n, title, description, achieve, type, area, effect, tags, from_on, to_on, form, other_support, lasting,
  invented, withdrawn_on, withdrawn_why, version,
  (SELECT group_concat(year || ' ' || kind || ' ' || coalesce(ore, '-'), char(10))
    FROM (SELECT year, kind, ore FROM amount WHERE measure = measure.id AND kind IN ('cost', 'sought')
      ORDER BY year, kind)) AS amounts
FROM measure WHERE id = :id;

-- name: facts_note
SELECT application, n, measure, kind, occurred_on, occurred_time, way, with_whom, with_role, with_name, said, changed,
  corrects, author, written_at
FROM note WHERE id = :id;

-- name: facts_gate_answer
SELECT application, measure, participant, gate_version, gate, answer, reason, way, due_on, answered_by, answered_at, version
FROM gate_answer WHERE id = :id;

-- name: facts_assignment
SELECT measure, person, assigned_by, assigned_at, ended_at, version FROM assignment WHERE id = :id;

-- name: facts_assessment
SELECT assignment, criteria_version, submitted_at, version,
  (SELECT group_concat(criterion || ' ' || coalesce(points, '-') || ' ' || coalesce(low, '-') || ' ' || coalesce(high, '-')
      || ' ' || reason, char(10))
    FROM (SELECT criterion, points, low, high, reason FROM score WHERE assessment = assessment.id
      UNION ALL SELECT criterion, 'abstains', NULL, NULL, reason FROM abstention WHERE assessment = assessment.id
      ORDER BY criterion)) AS scores
FROM assessment WHERE id = :id;

-- name: facts_proposal
SELECT round, n, made_by, made_at, locked_by, locked_at, version,
  (SELECT group_concat(measure || ' ' || position || ' ' || moved || ' ' || reason || coalesce(' | ' || mean || ' ' || median
      || ' ' || lowest || ' ' || highest || ' ' || lowest_step || ' ' || abstained || ' ' || agreed, ''), char(10))
    FROM (SELECT * FROM proposal_row LEFT JOIN proposal_standing USING (proposal, measure)
      WHERE proposal = proposal.id ORDER BY measure)) AS rows,
  (SELECT group_concat(measure || ' ' || year || ' ' || ore, char(10))
    FROM (SELECT * FROM amount WHERE kind = 'proposed' AND proposal = proposal.id ORDER BY measure, year)) AS amounts,
  (SELECT group_concat(measure || ' ' || reason, char(10))
    FROM (SELECT * FROM proposal_skip WHERE proposal = proposal.id ORDER BY measure)) AS skips,
  (SELECT purpose FROM proposal_purpose WHERE proposal = proposal.id) AS purpose,
  (SELECT name FROM proposal_purpose WHERE proposal = proposal.id) AS name
FROM proposal WHERE id = :id;

-- By the measure's id.
-- name: facts_rescore
SELECT assessment, criterion, n, criteria_version, points, low, high, reason, why, scored_by, scored_at FROM rescore
WHERE id = :id;

-- name: facts_consensus
SELECT measure, criterion, n, criteria_version, points, discussion, on_day, recorded_by, recorded_at FROM consensus
WHERE id = :id;

-- name: facts_least_amount
SELECT measure, ore, source, put_by, put_at, version FROM least_amount WHERE measure = :id;

-- name: facts_equal_rule
SELECT round, per, code, bound, unit, value, source, put_by, put_at, ended_at, version FROM equal_rule WHERE id = :id;

-- name: facts_decision
SELECT measure, n, outcome, decided_on, meeting, ground, provisions, reasons, replaces, recorded_by, recorded_at,
  (SELECT group_concat(year || ' ' || ore, char(10))
    FROM (SELECT * FROM amount WHERE kind = 'granted' AND decision = decision.id ORDER BY year)) AS amounts,
  (SELECT group_concat(point || ' ' || text, char(10))
    FROM (SELECT * FROM decision_point WHERE decision = decision.id ORDER BY point)) AS points
FROM decision WHERE id = :id;

-- What kind of decision it is and who decided; by the decision's id.
-- name: facts_decision_form
SELECT decision, kind, provision, region, item, deciders, presenter, others FROM decision_form WHERE decision = :id;

-- name: facts_decision_paper
SELECT document, decision, ruling FROM decision_paper WHERE document = :id;

-- name: facts_money_paper
SELECT document, withholding, lifting, claim FROM money_paper WHERE document = :id;

-- With the decisions on it.
-- name: facts_publication
SELECT round, on_day, way, hash, made_by, made_at,
  (SELECT group_concat(decision, ' ') FROM (SELECT decision FROM publication_row WHERE publication = publication.id
    ORDER BY decision)) AS decisions
FROM publication WHERE id = :id;

-- name: facts_ruling
SELECT application, measure, n, kind, decided_on, item, deciders, presenter, others, provisions, reasons, replaces, provision,
  lifted, recorded_by, recorded_at
FROM ruling WHERE id = :id;

-- The plan of a decision is known by the decision's id.
-- name: facts_plan
SELECT max(version) AS version, made_by, made_at, why,
  (SELECT group_concat(n || ' ' || since || ' ' || coalesce(until, '-') || ' ' || due_on || ' ' || year || ' ' || ore || ' '
      || recipient || ' ' || condition, char(10))
    FROM (SELECT * FROM instalment WHERE decision = plan.decision ORDER BY n)) AS rows
FROM plan WHERE decision = :id GROUP BY decision;

-- name: facts_instalment
SELECT decision, n, since, due_on, year, ore, recipient, condition, condition_met_on, made_by, version,
  (SELECT person || ' ' || at FROM attest WHERE instalment = instalment.id) AS attest,
  (SELECT paid_on || ' ' || reference || ' ' || recorded_by || ' ' || recorded_at
    FROM payment WHERE instalment = instalment.id) AS payment
FROM instalment WHERE id = :id;

-- name: facts_need
SELECT application, n, title, text, tag, dropped_on, version,
  (SELECT group_concat(measure, ' ') FROM (SELECT measure FROM need_measure WHERE need = need.id ORDER BY measure)) AS measures
FROM need WHERE id = :id;

-- name: facts_promise
SELECT measure, constant, need_shown, result, running, transfer, otherwise, scope, perspective, hours, productivity,
  quality, version
FROM promise WHERE measure = :id;

-- name: facts_cost
SELECT measure, n, year, kind, ore, text, dropped_on, version
FROM cost WHERE id = :id;

-- name: facts_indicator
SELECT measure, n, name, unit, baseline, baseline_on, target, target_on, method, dropped_on, version
FROM indicator WHERE id = :id;

-- name: facts_support
SELECT measure, n, name, from_on, to_on, ore, source, dropped_on, version
FROM support WHERE id = :id;

-- name: facts_reference
SELECT application, n, title, issuer, number, incomplete, dropped_on, version
FROM reference WHERE id = :id;

-- name: facts_background
SELECT application, n, given, what, who, number, outcome, first_on, last_on, dropped_on, version
FROM background WHERE id = :id;

-- name: facts_contact
SELECT application, n, name, title, email, phone, until_on, participant, dropped_on, version
FROM contact WHERE id = :id;

-- A participant's anchoring is known by the participant's id; its shares belong to it.
-- name: facts_anchoring
SELECT body_kind, section, number, document, certified_name, certified_title, certified_document, contribution, version,
  (SELECT group_concat(measure || ' ' || ore, char(10))
    FROM (SELECT measure, ore FROM share WHERE participant = anchoring.participant ORDER BY measure)) AS shares
FROM anchoring WHERE participant = :id;

-- name: facts_power
SELECT what, role, from_on, to_on, source, version FROM power WHERE id = :id;

-- name: facts_clock
SELECT application, n, kind, follows, measure, participant, asked_whom, asks, sent_on, way, due_on, signed_by, power, power_ref,
  document, answered_on, answer, answer_document, outcome, consequence, ended_on, version,
  (SELECT group_concat(n || ' ' || coalesce(gate_answer, '-') || ' ' || coalesce(met_on, '-') || ' '
      || coalesce(document, '-') || ' ' || text, char(10))
    FROM (SELECT * FROM clock_item WHERE clock = clock.id ORDER BY n)) AS items,
  (SELECT group_concat(asked_on || ' ' || old_due_on || ' ' || coalesce(new_due_on, '-') || ' ' || signed_by || ' '
      || coalesce(power, '-') || ' ' || power_ref || ' ' || ruled_at || ' ' || why, char(10))
    FROM (SELECT * FROM respite WHERE clock = clock.id ORDER BY id)) AS respites
FROM clock WHERE id = :id;

-- name: facts_uncommunicated
SELECT application, measure, why, judged_by, judged_at FROM uncommunicated WHERE id = :id;

-- name: facts_meeting
SELECT region, on_day, body, source, version FROM region_meeting WHERE id = :id;

-- What a kept version holds is told by its hash.
-- name: facts_version
SELECT application, n, kept_by, kept_at, why, content_hash FROM application_version WHERE id = :id;

-- name: facts_disqualification
SELECT person, application, round, asked_on, asked_by, answer, answered_at, ground, what, later, tried_on, tried_by,
  took_part, outcome, reasons, work, work_why, recorded_by, version
FROM disqualification WHERE id = :id;

-- name: facts_closure
SELECT application, matter, closed_on, why, closed_by, reopened_on, reopened_why, version FROM closure WHERE id = :id;

-- name: facts_note_fate
SELECT note, fate, fated_by, fated_at FROM note_fate WHERE note = :id;

-- name: facts_release_part
SELECT matter, n, application, part, document, note, outcome, ground, masked, passages, tested_by, tested_at, version
FROM release_part WHERE id = :id;

-- name: facts_matter
SELECT year, n, kind, title, opened_on, round, region, party, about, officer, outcome, registered_by, registered_at, version
FROM matter WHERE id = :id;

-- Its words are not among them: they are made from the file, and go with it.
-- name: facts_document
SELECT application, matter, n, direction, kind, on_day, on_time, found_on, arrival_rule, dated_on, way, region, party, subject,
  open_subject, pages, incomplete, file_name, file_hash, file_bytes, own_number, secret_ground, secret_on, secret_by,
  moved_to, void_why, registered_by, registered_at, version,
  (SELECT kind || ' ' || removed_by || ' ' || removed_at || ' ' || ground
    FROM removal WHERE removal.document = document.id) AS removal
FROM document WHERE id = :id;

-- name: facts_dispatch
SELECT document, region, name, way, sent_on, received_on, version FROM dispatch WHERE id = :id;

-- name: facts_reading
SELECT document, person, read_at FROM reading WHERE id = :id;

-- name: facts_misregistration
SELECT application, matter, to_application, to_matter, why, found_by, found_at FROM misregistration WHERE id = :id;

-- name: facts_cross_number
SELECT application, matter, region, number, about, version FROM cross_number WHERE id = :id;
-- name: facts_note_about
SELECT gate_version, gate, criteria_version, criterion, communicate, follow_on FROM note_about WHERE note = :id;

-- name: facts_follow_up
SELECT done_on, how, done_by FROM follow_up WHERE note = :id;

-- name: facts_sent_report
SELECT n, kind, as_of, sent_to, hash, document, made_by, made_at FROM sent_report WHERE id = :id;

-- name: facts_firmness
SELECT round, n, proposal, year, method, method_version, rule, seed, draws, criteria_version, input, tried, portfolios,
  made_by, made_at,
  (SELECT group_concat(measure || ' ' || inside || ' ' || best || ' ' || worst || ' ' || low || ' ' || high || ' '
      || coalesce(core, '-') || ' ' || without_best || ' ' || without_worst || ' ' || without_lost || ' ' || favour, char(10))
    FROM (SELECT * FROM firmness_row WHERE firmness = firmness.id ORDER BY measure)) AS rows
FROM firmness WHERE id = :id;

-- The agenda's order is the sitting's; an item's own facts leave its place out. What was taken back stands with its reason.
-- name: facts_sitting
SELECT matter, on_day, starts_at, place, opened_at, closed_at, adjuster, adjusted_on, version,
  (SELECT group_concat(person || ' ' || capacity || ' ' || presence || ' ' || coalesce(notice_on || ' ' || notice_way, '-')
      || ' ' || coalesce(papers_on || ' ' || papers_way, '-'), char(10))
    FROM (SELECT * FROM sitting_person AS p WHERE p.sitting = sitting.id ORDER BY person)) AS persons,
  (SELECT group_concat(n || ' ' || id, char(10))
    FROM (SELECT n, id FROM sitting_item AS i WHERE i.sitting = sitting.id ORDER BY n)) AS agenda
FROM sitting WHERE id = :id;

-- name: facts_sitting_item
SELECT sitting, kind, measure, application, proposal, title, presenter, proposes, year, section, outcome, outcome_why,
  ruling, immediate, closed_at, version,
  (SELECT group_concat(person || ' ' || capacity || ' ' || presence, char(10))
    FROM (SELECT * FROM item_person AS p WHERE p.item = sitting_item.id ORDER BY person)) AS persons,
  (SELECT group_concat(n || ' ' || person || ' ' || carried || ' ' || text || gone, char(10))
    FROM (SELECT m.*, coalesce((SELECT ' – ' || v.at || ' ' || v.person || ' ' || v.why FROM motion_void AS v
        WHERE v.motion = m.id), '') AS gone
      FROM motion AS m WHERE m.item = sitting_item.id ORDER BY m.n)) AS motions,
  (SELECT group_concat(n || ' ' || yes || ' ' || no || ' ' || winner || ' ' || casting || ' ' || voters || gone, char(10))
    FROM (SELECT b.*, (SELECT group_concat(person || ' ' || vote, ', ')
          FROM (SELECT * FROM vote WHERE vote.ballot = b.id ORDER BY person)) AS voters,
        coalesce((SELECT ' – ' || v.at || ' ' || v.person || ' ' || v.why FROM ballot_void AS v
          WHERE v.ballot = b.id), '') AS gone
      FROM ballot AS b WHERE b.item = sitting_item.id ORDER BY b.n)) AS ballots,
  (SELECT group_concat(person || ' ' || kind || ' ' || reported_at || ' ' || text || later, char(10))
    FROM (SELECT r.*, coalesce((SELECT group_concat(char(10) || r.person || ' ' || coalesce(kind, '–') || ' ' || at || ' '
          || person || ' ' || coalesce(text, why), '')
        FROM (SELECT * FROM reservation_wording AS w WHERE w.reservation = r.id ORDER BY n)), '') AS later
      FROM reservation AS r WHERE r.item = sitting_item.id ORDER BY r.person)) AS reservations
FROM sitting_item WHERE id = :id;

-- With the reminders of it.
-- name: facts_report_due
SELECT measure, n, kind, due_on, decision, replaces, dropped_on, why, made_by, made_at, version,
  (SELECT group_concat(sent_on || ' ' || way || ' ' || recipient || ' ' || coalesce(document, '-'), char(10))
    FROM (SELECT * FROM report_reminder AS x WHERE x.report_due = report_due.id ORDER BY x.id)) AS reminders
FROM report_due WHERE id = :id;

-- With what each region told, and what was achieved.
-- name: facts_report
SELECT report_due, n, received_on, document, progress, carried_out, total_cost_ore, outcome, outcome_on, outcome_by, reason,
  again_on, recorded_by, recorded_at, version,
  (SELECT group_concat(region || ' ' || coalesce(used_ore, '-') || ' ' || coalesce(unused_ore, '-') || ' ' || effects,
      char(10))
    FROM (SELECT * FROM report_region AS told WHERE told.report = report.id ORDER BY region)) AS told,
  (SELECT group_concat(indicator || ' ' || region || ' ' || coalesce(achieved_on, '-') || ' ' || achieved || ' | ' || note,
      char(10))
    FROM (SELECT * FROM report_effect AS e WHERE e.report = report.id ORDER BY indicator, region)) AS achieved
FROM report WHERE id = :id;

-- A decision to withhold, with its rows.
-- name: facts_withholding
SELECT measure, n, ground, evidence, final, ore, decided_on, item, deciders, presenter, others, reasons, recorded_by, recorded_at,
  lifted_on, lifted_why, lifted_item, lifted_deciders, lifted_presenter, lifted_others, version,
  (SELECT group_concat(n, ' ') FROM (SELECT i.n AS n FROM withholding_row AS r JOIN instalment AS i ON i.id = r.instalment
    WHERE r.withholding = withholding.id ORDER BY i.n)) AS rows
FROM withholding WHERE id = :id;

-- name: facts_rate
SELECT from_on, rate, source, entered_by, entered_at FROM lending_rate WHERE id = :id;

-- name: facts_claim
SELECT measure, n, region, ground, evidence, ore, lifted, reduced_ore, interest_cut, special_reasons, decided_on, item, deciders,
  presenter, others, reasons, pay_by, day_count, replaces, provision, recorded_by, recorded_at
FROM claim WHERE id = :id;

-- A demand is known by its letter's fingerprint; kansli check holds the letter against it.
-- name: facts_demand
SELECT claim, n, sent_on, through_on, principal_ore, interest_ore, hash, document, made_by, made_at,
  (SELECT group_concat(from_on || ' ' || through_on || ' ' || days || ' ' || base || ' ' || balance_ore || ' ' || lending || ' ' || rate, char(10))
    FROM (SELECT * FROM demand_row AS r WHERE r.demand = demand.id ORDER BY n)) AS rows
FROM demand WHERE id = :id;

-- Money in, with what it is for.
-- name: facts_money_in
SELECT n, region, on_day, ore, reference, recorded_by, recorded_at, version,
  (SELECT group_concat(n || ' ' || kind || ' ' || coalesce(claim, '-') || ' ' || coalesce(measure, '-') || ' ' || year || ' ' || ore
      || ' ' || made_by || ' ' || made_at || ' ' || coalesce(taken_back_at || ' ' || taken_back_why, '-') || ' ' || why, char(10))
    FROM (SELECT * FROM money_in_part AS p WHERE p.money_in = money_in.id ORDER BY n)) AS parts
FROM money_in WHERE id = :id;

-- name: facts_money_in_void
SELECT money_in, why, person, at FROM money_in_void WHERE money_in = :id;

-- name: facts_attest_power
SELECT person, step, from_on, to_on, most_ore, source, version FROM attest_power WHERE id = :id;

-- What has happened to an instalment beside what is in its own facts.
-- name: facts_instalment_course
SELECT review, batch, revoked, returned, elsewhere
FROM (SELECT (SELECT person || ' ' || at FROM review WHERE instalment = :id) AS review,
    (SELECT batch.n || ' ' || batch_row.n || ' ' || batch_row.account FROM batch_row JOIN batch ON batch.id = batch_row.batch
      WHERE batch_row.instalment = :id) AS batch,
    (SELECT person || ' ' || at || ' ' || why FROM attest_revoked WHERE instalment = :id) AS revoked,
    (SELECT returned_on || ' ' || reference || ' ' || recorded_by || ' ' || recorded_at || ' ' || why
      FROM payment_return WHERE instalment = :id) AS returned,
    (SELECT batch || ' ' || n || ' ' || account_kind || ' ' || account || ' ' || sealed_by || ' ' || sealed_at || ' ' || rows || ' '
        || ore || ' ' || hash
      FROM sealed_elsewhere WHERE instalment = :id) AS elsewhere)
WHERE coalesce(review, batch, revoked, returned, elsewhere) IS NOT NULL;

-- name: facts_payee_account
SELECT region, kind, number, from_on, source, made_by, made_at, checked_by, checked_at, version
FROM payee_account WHERE id = :id;

-- name: facts_batch
SELECT n, sealed_by, sealed_at, rows, ore, hash,
  (SELECT group_concat(n || ' ' || instalment || ' ' || account, char(10))
    FROM (SELECT * FROM batch_row WHERE batch = batch.id ORDER BY n)) AS instalments
FROM batch WHERE id = :id;

-- name: facts_paid_line_note
SELECT paid_file, line, n, why, person, at FROM paid_line_note WHERE id = :id;

-- name: facts_paid_file
SELECT name, hash, read_by, read_at,
  (SELECT group_concat(line || ' ' || payment_id || ' ' || on_day || ' ' || ore || ' ' || match || ' '
      || coalesce(instalment, '-'), char(10))
    FROM (SELECT * FROM paid_line WHERE paid_file = paid_file.id ORDER BY line)) AS lines
FROM paid_file WHERE id = :id;
