-- Limits: dated rows with their source; a new one never removes an old one.

-- name: limit_list
SELECT this.id AS id, this.kind AS kind, this.year AS year, this.round AS round, round.name AS round_name,
  this.ore AS ore, this.source AS source, this.valid_from AS valid_from,
  this.valid_from <= :today AND NOT EXISTS (SELECT 1 FROM money_limit AS later
    WHERE later.kind = this.kind AND later.year = this.year AND later.round IS this.round
      AND later.valid_from <= :today AND later.valid_from > this.valid_from) AS in_force
FROM money_limit AS this LEFT JOIN round ON round.id = this.round
ORDER BY this.year, this.kind, round.name, this.valid_from DESC;

-- Is there one from that very day, and is there such a round?
-- name: limit_taken
SELECT EXISTS (SELECT 1 FROM money_limit
    WHERE kind = :kind AND year = :year AND round IS :round AND valid_from = :valid_from) AS taken,
  (SELECT name FROM round WHERE id = :round) AS round_name;

-- name: limit_add
INSERT INTO money_limit (kind, year, round, ore, source, valid_from)
VALUES (:kind, :year, :round, :ore, :source, :valid_from);
