-- Sealed payment files: which rows, to which accounts, and the very bytes.

-- Rows that are authorised and to be paid, up to a day: neither sealed, paid, taken back, withheld nor replaced.
-- name: batch_due
SELECT i.id AS id, i.n AS n, m.n AS measure_n, a.n AS application_n, a.year AS application_year, a.id AS application,
  a.round AS round, i.ore AS ore, i.year AS year, i.due_on AS due_on, i.recipient AS recipient, region.name AS name,
  region.orgnr AS orgnr,
  EXISTS (SELECT 1 FROM closure WHERE closure.application = a.id AND reopened_on IS NULL) AS closed
FROM instalment AS i JOIN decision AS d ON d.id = i.decision JOIN measure AS m ON m.id = d.measure
JOIN application AS a ON a.id = m.application JOIN region ON region.code = i.recipient
JOIN attest ON attest.instalment = i.id
WHERE i.due_on <= :through AND i.until IS NULL AND (:round = 0 OR a.round = :round)
  AND EXISTS (SELECT 1 FROM standing WHERE standing.instalment = i.id)
  AND NOT EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = i.id)
  AND NOT EXISTS (SELECT 1 FROM payment AS p WHERE p.instalment = i.id)
  AND NOT EXISTS (SELECT 1 FROM batch_row AS b WHERE b.instalment = i.id)
  AND NOT EXISTS (SELECT 1 FROM withheld AS w WHERE w.instalment = i.id)
ORDER BY i.due_on, a.year, a.n, m.n, i.n;

-- name: batch_last
SELECT coalesce(max(n), 0) AS n FROM batch;

-- The file that a row is in.
-- name: batch_of
SELECT batch.n AS n FROM batch_row JOIN batch ON batch.id = batch_row.batch WHERE batch_row.instalment = :instalment;

-- name: batch_insert
INSERT INTO batch (n, sealed_by, sealed_at, rows, ore, file, hash)
VALUES (:n, :sealed_by, :sealed_at, :rows, :ore, :file, :hash);

-- name: batch_row_insert
INSERT INTO batch_row (batch, n, instalment, account) VALUES (:batch, :n, :instalment, :account);

-- The sealed files, newest first, and how many of their rows are paid; :n 0: all.
-- name: batch_list
SELECT b.id AS id, b.n AS n, person.name AS sealed_by, b.sealed_at AS sealed_at, b.rows AS rows, b.ore AS ore, b.hash AS hash,
  b.file AS file,
  (SELECT count(*) FROM batch_row AS r JOIN payment ON payment.instalment = r.instalment WHERE r.batch = b.id
    AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = r.instalment)) AS paid,
  (SELECT count(*) FROM batch_row AS r JOIN payment_return AS back ON back.instalment = r.instalment WHERE r.batch = b.id) AS returned,
  coalesce((SELECT min(seq) FROM event WHERE event.object = 'batch' AND event.object_id = b.id), 0) AS seq
FROM batch AS b JOIN person ON person.id = b.sealed_by
WHERE :n = 0 OR b.n = :n
ORDER BY b.n DESC;

-- The link of the chain that a file was sealed by.
-- name: batch_link
SELECT lower(hex(hash)) AS hash FROM event WHERE seq = :seq;

-- name: batch_rows
SELECT r.n AS n, r.instalment AS id, i.n AS row_n, m.id AS measure, m.n AS measure_n, a.n AS application_n, a.year AS application_year,
  m.title AS title, i.ore AS ore, i.year AS year, i.due_on AS due_on, region.name AS name, region.short AS short,
  region.orgnr AS orgnr, account.kind AS kind, account.number AS number, payment.paid_on AS paid_on,
  back.returned_on AS returned_on, maker.name AS maker, reviewer.name AS reviewed_by, attester.name AS attested_by
FROM batch_row AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
JOIN measure AS m ON m.id = d.measure JOIN application AS a ON a.id = m.application
JOIN region ON region.code = i.recipient JOIN payee_account AS account ON account.id = r.account
JOIN person AS maker ON maker.id = i.made_by JOIN attest ON attest.instalment = i.id
JOIN person AS attester ON attester.id = attest.person
LEFT JOIN review ON review.instalment = i.id LEFT JOIN person AS reviewer ON reviewer.id = review.person
LEFT JOIN payment ON payment.instalment = i.id LEFT JOIN payment_return AS back ON back.instalment = i.id
WHERE r.batch = :batch
ORDER BY r.n;

-- ---- payments that come back, and what is read in as paid

-- name: payment_return_insert
INSERT INTO payment_return (instalment, returned_on, reference, why, recorded_by, recorded_at)
VALUES (:instalment, :returned_on, :reference, :why, :recorded_by, :recorded_at);

-- name: paid_file_known
SELECT person.name AS read_by, f.read_at AS read_at, f.name AS name
FROM paid_file AS f JOIN person ON person.id = f.read_by WHERE f.hash = :hash;

-- The row that a line of payment is about, by measure and row number; newest decision first.
-- name: paid_line_row
SELECT i.id AS id, i.ore AS ore, coalesce(batch.n, 0) AS batch_n, payment.paid_on AS paid_on, i.due_on AS due_on
FROM application AS a JOIN measure AS m ON m.application = a.id JOIN decision AS d ON d.measure = m.id
JOIN instalment AS i ON i.decision = d.id
LEFT JOIN batch_row ON batch_row.instalment = i.id LEFT JOIN batch ON batch.id = batch_row.batch
LEFT JOIN payment ON payment.instalment = i.id
WHERE a.year = :year AND a.n = :n AND m.n = :measure_n AND i.n = :row
ORDER BY batch_row.instalment IS NULL, d.n DESC LIMIT 1;

-- name: paid_file_insert
INSERT INTO paid_file (name, hash, read_by, read_at) VALUES (:name, :hash, :read_by, :read_at);

-- name: paid_line_insert
INSERT INTO paid_line (paid_file, line, payment_id, on_day, ore, match, instalment)
VALUES (:paid_file, :line, :payment_id, :on_day, :ore, :match, :instalment);

-- A line, whether it was not recorded, and the number of its next note.
-- name: paid_line_one
SELECT l.match NOT IN ('paid', 'other_day', 'already') AS odd,
  (SELECT coalesce(max(n), 0) + 1 FROM paid_line_note AS t WHERE t.paid_file = l.paid_file AND t.line = l.line) AS next_n
FROM paid_line AS l WHERE l.paid_file = :paid_file AND l.line = :line;

-- name: paid_line_note_insert
INSERT INTO paid_line_note (paid_file, line, n, why, person, at) VALUES (:paid_file, :line, :n, :why, :person, :at);

-- Files of payments that have been read in, newest first; odd: lines that are not recorded and that nobody has looked into.
-- name: paid_file_list
SELECT f.id AS id, f.name AS name, f.hash AS hash, person.name AS read_by, f.read_at AS read_at, count(l.line) AS lines,
  sum(l.match = 'paid' OR l.match = 'other_day') AS paid, sum(l.match NOT IN ('paid', 'other_day', 'already')) AS unrecorded,
  sum(l.match NOT IN ('paid', 'other_day', 'already') AND NOT EXISTS (SELECT 1 FROM paid_line_note AS t
    WHERE t.paid_file = l.paid_file AND t.line = l.line)) AS odd
FROM paid_file AS f JOIN person ON person.id = f.read_by LEFT JOIN paid_line AS l ON l.paid_file = f.id
GROUP BY f.id ORDER BY f.id DESC;

-- The lines of one, with the rows they were found to be, and what was found of them since.
-- name: paid_lines
SELECT l.line AS line, l.payment_id AS payment_id, l.on_day AS on_day, l.ore AS ore, l.match AS match, i.ore AS planned_ore,
  i.due_on AS due_on, note.why AS note, person.name AS note_by, note.at AS note_at
FROM paid_line AS l LEFT JOIN instalment AS i ON i.id = l.instalment
LEFT JOIN paid_line_note AS note ON note.paid_file = l.paid_file AND note.line = l.line
  AND note.n = (SELECT max(n) FROM paid_line_note AS t WHERE t.paid_file = l.paid_file AND t.line = l.line)
LEFT JOIN person ON person.id = note.person
WHERE l.paid_file = :paid_file ORDER BY l.line;
