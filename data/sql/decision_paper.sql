-- The paper of a decision in the register, and whom it is sent to (FL 33 §).

-- What a paper is of: the case, the day, and the paper there is.
-- name: paper_of_decision
SELECT m.application AS application, m.n AS measure_n, d.n AS n, d.decided_on AS decided_on,
  (SELECT x.n FROM decision_paper AS p JOIN document AS x ON x.id = p.document
    WHERE p.decision = d.id AND x.void_why IS NULL) AS document_n
FROM decision AS d JOIN measure AS m ON m.id = d.measure WHERE d.id = :id;

-- name: paper_of_ruling
SELECT r.application AS application, 0 AS measure_n, r.n AS n, r.decided_on AS decided_on,
  (SELECT x.n FROM decision_paper AS p JOIN document AS x ON x.id = p.document
    WHERE p.ruling = r.id AND x.void_why IS NULL) AS document_n
FROM ruling AS r WHERE r.id = :id;

-- Of a decision to withhold, or of the later one that lifts it; and of a claim, which one region answers for.
-- name: paper_of_withholding
SELECT m.application AS application, m.n AS measure_n, w.n AS n, w.decided_on AS decided_on, w.lifted_on AS lifted_on
FROM withholding AS w JOIN measure AS m ON m.id = w.measure WHERE w.id = :id;

-- name: paper_of_claim
SELECT m.application AS application, m.n AS measure_n, c.n AS n, c.decided_on AS decided_on, c.region AS region
FROM claim AS c JOIN measure AS m ON m.id = c.measure WHERE c.id = :id;

-- The living letter of a decision on money, and how far it has been sent.
-- name: paper_of_money
SELECT d.id AS document, d.n AS document_n,
  (SELECT count(*) FROM dispatch AS x WHERE x.document = d.id) AS listed,
  (SELECT count(x.sent_on) FROM dispatch AS x WHERE x.document = d.id) AS sent,
  (SELECT max(x.sent_on) FROM dispatch AS x WHERE x.document = d.id) AS sent_on
FROM money_paper AS p JOIN document AS d ON d.id = p.document
WHERE (p.withholding = :withholding OR p.claim = :claim) AND p.lifting = :lifting AND d.void_why IS NULL
  AND d.moved_to IS NULL
ORDER BY d.n DESC LIMIT 1;

-- name: paper_of_money_insert
INSERT INTO money_paper (document, withholding, lifting, claim) VALUES (:document, :withholding, :lifting, :claim);

-- A paper that is in the register already: whether it is one of a decision already.
-- name: paper_document
SELECT application, EXISTS (SELECT 1 FROM decision_paper AS p WHERE p.document = document.id)
    OR EXISTS (SELECT 1 FROM money_paper AS p WHERE p.document = document.id) AS taken,
  void_why IS NOT NULL OR moved_to IS NOT NULL AS gone
FROM document WHERE id = :document;

-- name: paper_insert
INSERT INTO decision_paper (document, decision, ruling) VALUES (:document, :decision, :ruling);

-- Decisions and rulings recorded with their form that nobody has been sent, or not everybody on the list.
-- name: paper_waiting
SELECT 'dispatch' AS kind, d.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n,
  region.short AS lead, m.id AS measure, m.n AS measure_n, NULL AS item_n, a.officer AS person, d.decided_on AS due_on,
  m.title AS text
FROM decision AS d JOIN decision_form AS f ON f.decision = d.id JOIN measure AS m ON m.id = d.measure
  JOIN application AS a ON a.id = m.application JOIN region ON region.code = a.lead
WHERE NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
  AND (NOT EXISTS (SELECT 1 FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document WHERE p.decision = d.id)
    OR EXISTS (SELECT 1 FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
      WHERE p.decision = d.id AND x.sent_on IS NULL))
UNION ALL SELECT 'dispatch', r.id, r.application, a.round, a.year, a.n, region.short, r.measure, m.n, NULL, a.officer,
  r.decided_on, coalesce(m.title, a.title)
FROM ruling AS r JOIN application AS a ON a.id = r.application JOIN region ON region.code = a.lead
  LEFT JOIN measure AS m ON m.id = r.measure
WHERE NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id)
  AND (NOT EXISTS (SELECT 1 FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document WHERE p.ruling = r.id)
    OR EXISTS (SELECT 1 FROM decision_paper AS p JOIN dispatch AS x ON x.document = p.document
      WHERE p.ruling = r.id AND x.sent_on IS NULL));

-- Decisions to withhold, those that lift them, and claims, whose living letter nobody has been sent, or not everybody on
-- the list; not of what a later decision has lifted, or put another in place of.
-- name: paper_money_waiting
SELECT k.kind AS kind, k.id AS id, m.application AS application, a.round AS round, a.year AS year, a.n AS n,
  region.short AS lead, m.id AS measure, m.n AS measure_n, k.n AS item_n, a.officer AS person, k.decided_on AS due_on,
  m.title AS text
FROM (SELECT iif(lifted_on IS NULL, 'letter_withheld', 'letter_lifted') AS kind, id, measure, n,
    coalesce(lifted_on, decided_on) AS decided_on, NULL AS region, id AS withholding, lifted_on IS NOT NULL AS lifting,
    NULL AS claim FROM withholding
  UNION ALL SELECT 'letter_claim', id, measure, n, decided_on, region, NULL, 0, id FROM claim
    WHERE NOT EXISTS (SELECT 1 FROM claim AS later WHERE later.replaces = claim.id)) AS k
JOIN measure AS m ON m.id = k.measure JOIN application AS a ON a.id = m.application
JOIN region ON region.code = coalesce(k.region, a.lead)
WHERE coalesce((SELECT min(x.sent_on IS NOT NULL)
  FROM money_paper AS p JOIN document AS d ON d.id = p.document JOIN dispatch AS x ON x.document = d.id
  WHERE (p.withholding = k.withholding OR p.claim = k.claim) AND p.lifting = k.lifting AND d.void_why IS NULL
    AND d.moved_to IS NULL), 0) = 0;
