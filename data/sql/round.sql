-- Application rounds.

-- name: round_list
SELECT id, version, name, title, year, opens_on, closes_on, criteria_version, gate_version,
  (SELECT count(*) FROM application WHERE application.round = round.id AND withdrawn_on IS NULL) AS applications
FROM round ORDER BY year DESC, name DESC;

-- The round worked with, or the newest when :round is 0: without the count of its applications, which costs the office.
-- name: round_worked
SELECT id, name FROM round WHERE :round IN (0, id) ORDER BY year DESC, name DESC LIMIT 1;

-- name: round_insert
INSERT INTO round (name, title, year, opens_on, closes_on, criteria_version, gate_version)
VALUES (:name, :title, :year, :opens_on, :closes_on, :criteria_version, :gate_version);

-- name: round_update
UPDATE round SET name = :name, title = :title, year = :year, opens_on = :opens_on, closes_on = :closes_on,
  criteria_version = :criteria_version, gate_version = :gate_version, version = version + 1
WHERE id = :id;

-- The version, and whether scores or answers already lean on the versions of criteria and gates.
-- name: round_lean
SELECT version, criteria_version, gate_version,
  EXISTS (SELECT 1 FROM application JOIN measure ON measure.application = application.id
    JOIN assignment ON assignment.measure = measure.id JOIN assessment ON assessment.assignment = assignment.id
    WHERE application.round = round.id) AS scored,
  EXISTS (SELECT 1 FROM application JOIN gate_answer ON gate_answer.application = application.id
    WHERE application.round = round.id) AS answered
FROM round WHERE id = :id;

-- A version of the criteria is there for a round when it came with the law or is adopted.
-- name: round_versions_exist
SELECT EXISTS (SELECT 1 FROM criteria_version AS v WHERE v.number = :criteria_version AND (v.adopted_on IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM criteria_draft AS d WHERE d.number = v.number))) AS criteria,
  EXISTS (SELECT 1 FROM gate_version WHERE number = :gate_version) AS gates;
