-- Where the assessors of a round differ. What they have said comes from the ranking's own statements.

-- Those who assess in the round, by name.
-- name: differ_persons
SELECT person.id AS person, person.name AS name
FROM person
WHERE person.id IN (SELECT assignment.person FROM application JOIN measure ON measure.application = application.id
  JOIN assignment ON assignment.measure = measure.id WHERE application.round = :round)
ORDER BY person.sort_key, person.id;

-- What has been recorded as said together of each criterion of the round's measures: how many records, and the one that
-- counts under the steps the round asks by now. No discussion: none counts; no points: they did not agree.
-- name: differ_talks
SELECT this.measure AS measure, this.criterion AS criterion, this.records AS records, k.points AS points,
  k.discussion AS discussion, k.on_day AS on_day
FROM (SELECT consensus.measure AS measure, consensus.criterion AS criterion, count(*) AS records
  FROM application JOIN measure ON measure.application = application.id
  JOIN consensus ON consensus.measure = measure.id
  WHERE application.round = :round GROUP BY consensus.measure, consensus.criterion) AS this
LEFT JOIN consensus AS k ON k.measure = this.measure AND k.criterion = this.criterion
  AND k.n = (SELECT agreed.n FROM agreed_step AS agreed
    WHERE agreed.measure = this.measure AND agreed.criterion = this.criterion);
