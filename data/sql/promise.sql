-- What a measure promises, one row a measure: what is held constant, what stays afterwards.

-- All of an application.
-- name: promise_list
SELECT promise.measure AS id, promise.version AS version, 1 AS n, measure.id AS measure, measure.n AS measure_n,
  promise.constant AS constant, promise.need_shown AS need_shown, promise.result AS result, promise.running AS running,
  promise.transfer AS transfer, promise.otherwise AS otherwise, promise.scope AS scope,
  promise.perspective AS perspective, CAST(promise.hours AS TEXT) AS hours,
  CAST(promise.productivity AS TEXT) AS productivity, CAST(promise.quality AS TEXT) AS quality
FROM promise JOIN measure ON measure.id = promise.measure
WHERE measure.application = :application
ORDER BY measure.n;

-- What a change has to know.
-- name: promise_standing
SELECT 2 - :n AS next_n, promise.measure AS id, promise.version AS version, NULL AS dropped_on
FROM (SELECT 1) LEFT JOIN promise ON promise.measure = :owner;

-- name: promise_insert
INSERT INTO promise (measure, constant, need_shown, result, running, transfer, otherwise, scope, perspective, hours,
  productivity, quality)
SELECT :owner, :constant, :need_shown, :result, :running, :transfer, :otherwise, :scope, :perspective, :hours,
  :productivity, :quality
WHERE :n = 1;

-- name: promise_update
UPDATE promise SET constant = :constant, need_shown = :need_shown, result = :result, running = :running,
  transfer = :transfer, otherwise = :otherwise, scope = :scope, perspective = :perspective, hours = :hours,
  productivity = :productivity, quality = :quality, version = version + 1
WHERE measure = :id AND version = :version AND :owner = measure AND :n = 1;
