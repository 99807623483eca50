-- Those who apply together (4 §), and the papers of each.

-- The lead first, then Swedish order.
-- name: participant_list
SELECT p.id AS id, p.version AS version, p.region AS region, region.short AS region_short, region.name AS region_name,
  p.own_number AS own_number, p.paper AS paper, p.paper_on AS paper_on, p.paper_body AS paper_body,
  p.certified_on AS certified_on, p.region = a.lead AS lead
FROM application AS a JOIN participant AS p ON p.application = a.id JOIN region ON region.code = p.region
WHERE a.id = :application
ORDER BY lead DESC, region.sort_key;

-- The region's row, and whether anything has been said of it: papers, certificate, answers.
-- name: participant_standing
SELECT id, version, (own_number IS NOT NULL OR paper <> 'none' OR certified_on IS NOT NULL
  OR EXISTS (SELECT 1 FROM gate_answer WHERE gate_answer.participant = participant.id)) AS spoken,
  (SELECT count(*) FROM participant AS other WHERE other.application = participant.application) AS participants
FROM participant WHERE application = :application AND region = :region;

-- name: participant_insert
INSERT INTO participant (application, region, own_number, own_number_key, paper, paper_on, paper_body, certified_on)
VALUES (:application, :region, :own_number, :own_number_key, :paper, :paper_on, :paper_body, :certified_on);

-- name: participant_update
UPDATE participant SET own_number = :own_number, own_number_key = :own_number_key, paper = :paper, paper_on = :paper_on,
  paper_body = :paper_body, certified_on = :certified_on, version = version + 1
WHERE id = :id AND version = :version;

-- The lead was the wrong region: the row of the only applicant follows, while nothing has been said of it.
-- name: participant_move
UPDATE participant SET region = :region, version = version + 1 WHERE id = :id;
