-- Forecasts and follow-up as they were sent: written once, never altered.

-- name: sent_last
SELECT coalesce(max(n), 0) AS n FROM sent_report;

-- name: sent_insert
INSERT INTO sent_report (n, kind, as_of, sent_to, text, hash, document, made_by, made_at)
VALUES (:n, :kind, :as_of, :sent_to, :text, :hash, :document, :made_by, :made_at);

-- Newest first; '' every kind.
-- name: sent_list
SELECT s.id AS id, s.n AS n, s.kind AS kind, s.as_of AS as_of, s.sent_to AS sent_to, s.hash AS hash,
  person.name AS made_by, s.made_at AS made_at, d.n AS document_n, coalesce(a.year, x.year) AS year,
  coalesce(a.n, x.n) AS case_n
FROM sent_report AS s JOIN person ON person.id = s.made_by
LEFT JOIN document AS d ON d.id = s.document
LEFT JOIN application AS a ON a.id = d.application LEFT JOIN matter AS x ON x.id = d.matter
WHERE :kind = '' OR s.kind = :kind ORDER BY s.n DESC;

-- name: sent_text
SELECT kind, as_of, text, hash FROM sent_report WHERE n = :n;

-- All of them, to be held against their hashes.
-- name: sent_check
SELECT n, text, hash FROM sent_report ORDER BY n;
