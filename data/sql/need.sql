-- Areas with large development needs (9 § 2), and the measures that answer to them.

-- All of an application.
-- name: need_list
SELECT need.id AS id, need.version AS version, need.n AS n, need.title AS title, need.text AS text,
  need.tag AS tag, (SELECT group_concat(this.n, ' ')
    FROM (SELECT measure.n AS n FROM need_measure JOIN measure ON measure.id = need_measure.measure
      WHERE need_measure.need = need.id ORDER BY measure.n) AS this) AS measures
FROM need
WHERE need.application = :application AND need.dropped_on IS NULL
ORDER BY need.n;

-- What a change has to know: the number to give next, and the row with the number if there is one.
-- name: need_standing
SELECT (SELECT coalesce(max(n), 0) + 1 FROM need WHERE application = :owner) AS next_n,
  need.id AS id, need.version AS version, need.dropped_on AS dropped_on
FROM (SELECT 1) LEFT JOIN need ON need.application = :owner AND need.n = :n;

-- name: need_insert
INSERT INTO need (application, n, title, text, tag)
VALUES (:owner, :n, :title, :text, :tag);

-- name: need_update
UPDATE need SET title = :title, text = :text, tag = :tag, version = version + 1
WHERE id = :id AND version = :version AND application = :owner AND n = :n;

-- Taken away: the row stays with the day.
-- name: need_drop
UPDATE need SET dropped_on = :on, version = version + 1 WHERE id = :id AND version = :version;

-- name: need_measures_clear
DELETE FROM need_measure WHERE need = :need;

-- A measure that is there by its number; nothing is written where there is none.
-- name: need_measures_add
INSERT INTO need_measure (need, measure)
SELECT :need, id FROM measure WHERE application = :application AND n = :n;
