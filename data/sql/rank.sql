-- The ranking of a round. A withdrawn application or measure is not in it. The valid decision of a measure is the one
-- that nobody replaces.

-- name: rank_round
SELECT name, year FROM round WHERE id = :round;

-- Proposal :n of the round, or with 0 the newest; an open one is always the newest.
-- name: rank_proposal
SELECT id, n, version, made_at, locked_at, coalesce(purpose = 'saved', 0) AS saved, coalesce(name, '') AS name
FROM proposal LEFT JOIN proposal_purpose ON proposal_purpose.proposal = proposal.id
WHERE round = :round AND (:n = 0 OR n = :n)
ORDER BY n DESC LIMIT 1;

-- name: rank_measures
SELECT measure.id AS measure, application.id AS application, application.year AS year,
  application.n AS application_n, measure.n AS n, measure.title AS title, region.short AS lead_short,
  (SELECT count(*) FROM participant WHERE participant.application = application.id) AS participants,
  (SELECT decision.outcome FROM decision
    WHERE decision.measure = measure.id
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)) AS outcome,
  (SELECT form.kind FROM decision JOIN decision_form AS form ON form.decision = decision.id
    WHERE decision.measure = measure.id
      AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id)) AS decision_kind,
  (SELECT count(*) FROM gate_answer
    WHERE gate_answer.application = application.id AND gate_answer.gate_version = round.gate_version
      AND gate_answer.answer IN ('no', 'unclear')
      AND (gate_answer.measure IS NULL OR gate_answer.measure = measure.id)) AS gates_bad,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = application.id AND reopened_on IS NULL) AS closed
FROM application
JOIN round ON round.id = application.round
JOIN region ON region.code = application.lead
JOIN measure ON measure.application = application.id AND measure.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = measure.id)
WHERE application.round = :round AND application.withdrawn_on IS NULL
ORDER BY measure.id;

-- Every assessor of the round's measures who counts: how far. Of a draft only how much is said.
-- name: rank_sheets
SELECT assignment.measure AS measure, assignment.person AS person, assessment.submitted_at IS NOT NULL AS submitted,
  (SELECT count(*) FROM criterion WHERE criterion.version = assessment.criteria_version) AS wanted,
  (SELECT count(points) FROM score WHERE score.assessment = assessment.id)
    + (SELECT count(*) FROM abstention WHERE abstention.assessment = assessment.id) AS scored
FROM application
JOIN measure ON measure.application = application.id
JOIN assignment ON assignment.measure = measure.id AND assignment.ended_at IS NULL
LEFT JOIN assessment ON assessment.assignment = assignment.id
WHERE application.round = :round AND NOT EXISTS (SELECT 1 FROM set_aside
  WHERE set_aside.person = assignment.person AND set_aside.application = measure.application);

-- Every word of an assessor that counts under a version of the criteria, sheet by sheet, and the step agreed on for the criterion. No points: abstains.
-- name: rank_counted
SELECT c.measure AS measure, c.assessment AS sheet, c.person AS person, c.criterion AS criterion, c.points AS points,
  c.low AS low, c.high AS high,
  (SELECT k.points FROM agreed_under AS k
    WHERE k.version = c.version AND k.measure = c.measure AND k.criterion = c.criterion) AS agreed
FROM application
JOIN measure ON measure.application = application.id
JOIN counted_under AS c ON c.measure = measure.id AND c.version = :version
WHERE application.round = :round
ORDER BY c.measure, c.assessment, c.criterion;

-- The same of one measure.
-- name: rank_counted_measure
SELECT c.measure AS measure, c.assessment AS sheet, c.person AS person, c.criterion AS criterion, c.points AS points,
  c.low AS low, c.high AS high,
  (SELECT k.points FROM agreed_step AS k WHERE k.measure = c.measure AND k.criterion = c.criterion) AS agreed
FROM counted_score AS c WHERE c.measure = :measure
ORDER BY c.assessment, c.criterion;

-- What is sought, proposed in :proposal, and granted by the valid decision.
-- name: rank_amounts
SELECT amount.measure AS measure, amount.year AS year, amount.kind AS kind, amount.ore AS ore
FROM application
JOIN measure ON measure.application = application.id
JOIN amount ON amount.measure = measure.id AND amount.kind IN ('cost', 'sought') AND amount.kind = 'sought'
WHERE application.round = :round
UNION ALL
SELECT amount.measure, amount.year, amount.kind, amount.ore
FROM amount
WHERE amount.kind = 'proposed' AND amount.proposal = :proposal
UNION ALL
SELECT amount.measure, amount.year, amount.kind, amount.ore
FROM application
JOIN measure ON measure.application = application.id
JOIN decision ON decision.measure = measure.id
JOIN amount ON amount.kind = 'granted' AND amount.decision = decision.id
WHERE application.round = :round AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = decision.id);

-- What the proposal keeps: the chair's moves, and of a locked one every row.
-- name: rank_rows
SELECT proposal_row.measure AS measure, position, moved, reason, points, assessors, s.mean AS mean, s.median AS median,
  s.lowest AS lowest, s.highest AS highest, s.lowest_step AS lowest_step, s.abstained AS abstained, s.agreed AS agreed
FROM proposal_row
LEFT JOIN proposal_standing AS s ON s.proposal = proposal_row.proposal AND s.measure = proposal_row.measure
WHERE proposal_row.proposal = :proposal;

-- The measures the proposal skips.
-- name: rank_skips
SELECT measure, reason FROM proposal_skip WHERE proposal = :proposal ORDER BY measure;

-- What is the least that makes sense for the round's measures, by measure.
-- name: rank_leasts
SELECT least_amount.measure AS measure, least_amount.ore AS ore, least_amount.source AS source,
  least_amount.version AS version
FROM application
JOIN measure ON measure.application = application.id
JOIN least_amount ON least_amount.measure = measure.id
WHERE application.round = :round
ORDER BY least_amount.measure;

-- The round's proposals, and who kept each for what; the newest first.
-- name: rank_proposals
SELECT proposal.n AS n, proposal.made_at AS made_at, maker.name AS made_by, proposal.locked_at AS locked_at,
  keeper.name AS locked_by, coalesce(proposal_purpose.purpose = 'saved', 0) AS saved,
  coalesce(proposal_purpose.name, '') AS name
FROM proposal JOIN person AS maker ON maker.id = proposal.made_by
LEFT JOIN person AS keeper ON keeper.id = proposal.locked_by
LEFT JOIN proposal_purpose ON proposal_purpose.proposal = proposal.id
WHERE proposal.round = :round
ORDER BY proposal.n DESC;

-- The newest that was locked for a meeting.
-- name: rank_for_meeting
SELECT n FROM proposal
WHERE round = :round AND locked_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM proposal_purpose AS kept WHERE kept.proposal = proposal.id AND kept.purpose = 'saved')
ORDER BY n DESC LIMIT 1;

-- A new proposal of the round. Its version goes on from the one before it, so that a version names one state only.
-- name: proposal_add
INSERT INTO proposal (round, n, made_by, made_at, version)
VALUES (:round, :n, :made_by, :made_at, :version);

-- The chair's moves of an earlier proposal go on in the new one ...
-- name: proposal_copy_moves
INSERT INTO proposal_row (proposal, measure, position, moved, reason)
SELECT :to, measure, position, moved, reason FROM proposal_row WHERE proposal = :from AND moved = 1;

-- ... and its amounts where they are not simply what is sought.
-- name: proposal_copy_amounts
INSERT INTO amount (measure, year, kind, proposal, ore)
SELECT old.measure, old.year, 'proposed', :to, old.ore
FROM amount AS old
LEFT JOIN amount AS sought ON sought.measure = old.measure AND sought.year = old.year
  AND sought.kind IN ('cost', 'sought') AND sought.kind = 'sought'
WHERE old.kind = 'proposed' AND old.proposal = :from AND old.ore IS NOT coalesce(sought.ore, 0);

-- ... and what it skips.
-- name: proposal_copy_skips
INSERT INTO proposal_skip (proposal, measure, reason)
SELECT :to, measure, reason FROM proposal_skip WHERE proposal = :from;

-- name: proposal_touch
UPDATE proposal SET version = version + 1 WHERE id = :id AND version = :version AND locked_at IS NULL;

-- name: proposal_row_put
INSERT INTO proposal_row (proposal, measure, position, moved, reason, points, assessors)
VALUES (:proposal, :measure, :position, :moved, :reason, :points, :assessors)
ON CONFLICT (proposal, measure) DO UPDATE SET position = excluded.position, moved = excluded.moved,
  reason = excluded.reason, points = excluded.points, assessors = excluded.assessors;

-- How the row stood, when the proposal is locked.
-- name: proposal_standing_put
INSERT INTO proposal_standing (proposal, measure, mean, median, lowest, highest, lowest_step, abstained, agreed)
VALUES (:proposal, :measure, :mean, :median, :lowest, :highest, :lowest_step, :abstained, :agreed);

-- name: proposal_row_drop
DELETE FROM proposal_row WHERE proposal = :proposal AND measure = :measure;

-- name: proposal_skip_put
INSERT INTO proposal_skip (proposal, measure, reason) VALUES (:proposal, :measure, :reason)
ON CONFLICT (proposal, measure) DO UPDATE SET reason = excluded.reason;

-- name: proposal_skip_drop
DELETE FROM proposal_skip WHERE proposal = :proposal AND measure = :measure;

-- name: proposal_purpose_put
INSERT INTO proposal_purpose (proposal, purpose, name) VALUES (:proposal, :purpose, :name);

-- name: proposed_put
INSERT INTO amount (measure, year, kind, proposal, ore) VALUES (:measure, :year, 'proposed', :proposal, :ore)
ON CONFLICT (proposal, measure, year) WHERE kind = 'proposed' DO UPDATE SET ore = excluded.ore;

-- name: proposed_drop
DELETE FROM amount WHERE kind = 'proposed' AND proposal = :proposal AND measure = :measure AND year = :year;

-- name: proposed_clear
DELETE FROM amount WHERE kind = 'proposed' AND proposal = :proposal;

-- name: proposal_lock
UPDATE proposal SET locked_by = :locked_by, locked_at = :locked_at, version = version + 1
WHERE id = :id AND version = :version AND locked_at IS NULL;

-- The round's criteria, in their order, or those of another version.
-- name: rank_criteria
SELECT criterion.version AS version, criterion.id AS id, criterion.weight AS weight, criterion.bonus AS bonus
FROM round JOIN criterion ON criterion.version = CASE :version WHEN 0 THEN round.criteria_version ELSE :version END
WHERE round.id = :round
ORDER BY criterion.sort, criterion.id;

-- name: rank_assessor
SELECT name FROM person WHERE id = :person;
