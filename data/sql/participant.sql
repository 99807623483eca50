-- Those who apply together (4 §), and the papers of each.

-- The lead first, then Swedish order.
-- name: participant_list
SELECT p.id AS id, p.version AS version, p.region AS region, region.short AS region_short, region.name AS region_name,
  p.own_number AS own_number, p.paper AS paper, p.paper_on AS paper_on, p.paper_body AS paper_body,
  p.certified_on AS certified_on, p.region = a.lead AS lead, x.body_kind AS body_kind, x.section AS section,
  x.number AS number, minutes.n AS document, x.certified_name AS certified_name, x.certified_title AS certified_title,
  certificate.n AS certified_document, x.contribution AS contribution
FROM application AS a JOIN participant AS p ON p.application = a.id JOIN region ON region.code = p.region
LEFT JOIN anchoring AS x ON x.participant = p.id LEFT JOIN document AS minutes ON minutes.id = x.document
LEFT JOIN document AS certificate ON certificate.id = x.certified_document
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

-- Does the participant have an anchoring yet?
-- name: anchoring_standing
SELECT EXISTS (SELECT 1 FROM anchoring WHERE participant = :participant) AS there;

-- The document of the application with the number.
-- name: anchoring_document
SELECT id FROM document WHERE application = :application AND n = :n;

-- What the participant has sent beyond the day and the body.
-- name: anchoring_put
INSERT INTO anchoring (participant, body_kind, section, number, document, certified_name, certified_title,
  certified_document, contribution)
VALUES (:participant, :body_kind, :section, :number, :document, :certified_name, :certified_title, :certified_document,
  :contribution)
ON CONFLICT (participant) DO UPDATE SET body_kind = excluded.body_kind, section = excluded.section,
  number = excluded.number, document = excluded.document, certified_name = excluded.certified_name,
  certified_title = excluded.certified_title, certified_document = excluded.certified_document,
  contribution = excluded.contribution, version = version + 1;

-- So that a share has an anchoring to belong to.
-- name: anchoring_touch
INSERT INTO anchoring (participant) VALUES (:participant)
ON CONFLICT (participant) DO UPDATE SET version = version + 1;
