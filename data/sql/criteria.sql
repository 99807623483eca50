-- The criteria as versions. A version made here has a row in criteria_draft; one without came with the law as data.

-- All versions, or with :number one.
-- name: criteria_list
SELECT v.number AS number, v.adopted_on AS adopted_on, v.adopted_ref AS adopted_ref, d.from_number AS from_number,
  d.why AS why, person.name AS made_by, d.made_at AS made_at, d.dropped_at AS dropped_at,
  coalesce(d.version, CASE WHEN v.adopted_on IS NULL THEN 1 ELSE 2 END) AS version,
  (SELECT count(*) FROM criterion WHERE criterion.version = v.number) AS criteria,
  (SELECT coalesce(sum(weight), 0) FROM criterion WHERE criterion.version = v.number) AS weights,
  (SELECT group_concat(name, ', ')
    FROM (SELECT name FROM round WHERE round.criteria_version = v.number ORDER BY year, name)) AS rounds
FROM criteria_version AS v
LEFT JOIN criteria_draft AS d ON d.number = v.number
LEFT JOIN person ON person.id = d.made_by
WHERE :number IN (0, v.number)
ORDER BY v.number DESC;

-- Sheets handed in under each version, case by case, so that those of a case the actor is barred from are left out.
-- name: criteria_sheets
SELECT assessment.criteria_version AS number, measure.application AS application, application.round AS round,
  count(*) AS sheets
FROM assessment
JOIN assignment ON assignment.id = assessment.assignment
JOIN measure ON measure.id = assignment.measure
JOIN application ON application.id = measure.application
WHERE assessment.submitted_at IS NOT NULL
GROUP BY assessment.criteria_version, measure.application;

-- name: criteria_rows
SELECT version, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv, step3_sv, step4_sv,
  step0_en, step1_en, step2_en, step3_en, step4_en
FROM criterion WHERE version = :number ORDER BY sort, id;

-- Was the version made here? Then the law as data does not take in another under its number.
-- name: criteria_made_here
SELECT number FROM criteria_draft WHERE number = :number;

-- name: criteria_version_next
INSERT INTO criteria_version (number) SELECT coalesce(max(number), 0) + 1 FROM criteria_version;

-- name: criteria_draft_add
INSERT INTO criteria_draft (number, from_number, why, made_by, made_at)
VALUES (:number, :from_number, :why, :made_by, :made_at);

-- name: criteria_copy
INSERT INTO criterion (version, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv, step3_sv,
  step4_sv, step0_en, step1_en, step2_en, step3_en, step4_en)
SELECT :number, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv, step3_sv, step4_sv,
  step0_en, step1_en, step2_en, step3_en, step4_en
FROM criterion WHERE version = :from;

-- name: criterion_write
INSERT INTO criterion (version, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv, step3_sv,
  step4_sv, step0_en, step1_en, step2_en, step3_en, step4_en)
VALUES (:version, :id, :sort, :weight, :bonus, :name_sv, :name_en, :trace, :step0_sv, :step1_sv, :step2_sv, :step3_sv,
  :step4_sv, :step0_en, :step1_en, :step2_en, :step3_en, :step4_en)
ON CONFLICT (version, id) DO UPDATE SET sort = excluded.sort, weight = excluded.weight, bonus = excluded.bonus,
  name_sv = excluded.name_sv, name_en = excluded.name_en, trace = excluded.trace, step0_sv = excluded.step0_sv,
  step1_sv = excluded.step1_sv, step2_sv = excluded.step2_sv, step3_sv = excluded.step3_sv, step4_sv = excluded.step4_sv,
  step0_en = excluded.step0_en, step1_en = excluded.step1_en, step2_en = excluded.step2_en, step3_en = excluded.step3_en,
  step4_en = excluded.step4_en;

-- name: criterion_sort
UPDATE criterion SET sort = :sort WHERE version = :version AND id = :id;

-- name: criterion_remove
DELETE FROM criterion WHERE version = :version AND id = :id;

-- name: criteria_touch
UPDATE criteria_draft SET version = version + 1 WHERE number = :number;

-- name: criteria_drop
UPDATE criteria_draft SET dropped_at = :dropped_at, version = version + 1 WHERE number = :number;

-- name: criteria_adopt
UPDATE criteria_version SET adopted_on = :adopted_on, adopted_ref = :adopted_ref WHERE number = :number;

-- A round as it stands before another version is put on it: what is decided, and the newest proposal
-- where it is locked for a meeting.
-- name: criteria_round
SELECT round.name AS name, round.version AS version, round.criteria_version AS criteria,
  EXISTS (SELECT 1 FROM application JOIN measure ON measure.application = application.id
    JOIN decision ON decision.measure = measure.id WHERE application.round = round.id) AS decided,
  (SELECT CASE WHEN proposal.locked_at IS NOT NULL AND coalesce(p.purpose, 'meeting') = 'meeting' THEN proposal.n END
    FROM proposal LEFT JOIN proposal_purpose AS p ON p.proposal = proposal.id
    WHERE proposal.round = round.id ORDER BY proposal.n DESC LIMIT 1) AS locked
FROM round WHERE round.id = :round;

-- name: criteria_use
UPDATE round SET criteria_version = :number, version = version + 1 WHERE id = :round;
