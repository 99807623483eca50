-- Requests for documents: what is asked for, and each part tested (TF 2 kap., OSL).

-- The matter; only a request has parts.
-- name: release_matter
SELECT year, n, kind, title, party, opened_on,
  EXISTS (SELECT 1 FROM closure WHERE closure.matter = matter.id AND reopened_on IS NULL) AS closed
FROM matter WHERE id = :id;

-- By number; year 0: of any year.
-- name: release_find
WITH RECURSIVE years (year) AS (SELECT 2025 UNION ALL SELECT year + 1 FROM years WHERE year < 2099)
SELECT m.id AS id, m.year AS year
FROM years CROSS JOIN matter AS m ON m.year = years.year AND m.n = :n
WHERE (:year = 0 OR years.year = :year) AND m.kind = 'request'
ORDER BY m.year;

-- name: release_parts
SELECT p.id AS id, p.version AS version, p.n AS n, p.application AS application, a.year AS year, a.n AS application_n,
  p.part AS part, p.document AS document, d.n AS document_n, p.note AS note, note.n AS note_n, p.outcome AS outcome,
  p.ground AS ground, p.masked AS masked, p.passages AS passages, person.name AS tested_by, p.tested_at AS tested_at
FROM release_part AS p JOIN application AS a ON a.id = p.application
  LEFT JOIN document AS d ON d.id = p.document
  LEFT JOIN note ON note.id = p.note
  LEFT JOIN person ON person.id = p.tested_by
WHERE p.matter = :matter
ORDER BY p.n;

-- Documents of the case and notes that are public in it, with what of them is among the parts already.
-- name: release_documents
SELECT d.id AS id, d.n AS n FROM document AS d
WHERE d.application = :application AND d.n IS NOT NULL AND d.void_why IS NULL AND d.moved_to IS NULL
ORDER BY d.n;

-- name: release_notes
SELECT note.id AS id, note.n AS n FROM note LEFT JOIN note_fate AS f ON f.note = note.id
WHERE note.application = :application AND (note.kind = 'file' OR f.fate IN ('archive', 'file')) AND f.fate IS NOT 'discard'
ORDER BY note.n;

-- name: release_next_n
SELECT coalesce(max(n), 0) + 1 AS n FROM release_part WHERE matter = :matter;

-- name: release_there
SELECT EXISTS (SELECT 1 FROM release_part WHERE matter = :matter AND application = :application AND part = :part
  AND coalesce(document, note, 0) = :thing) AS there;

-- name: release_insert
INSERT INTO release_part (matter, n, application, part, document, note)
VALUES (:matter, :n, :application, :part, :document, :note);

-- name: release_test
UPDATE release_part SET outcome = :outcome, ground = :ground, masked = :masked, passages = :passages, tested_by = :tested_by,
  tested_at = :tested_at, version = version + 1
WHERE id = :id;
