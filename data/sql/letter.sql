-- The paper of a decision: what stands in it beside the decision itself.

-- Which decision: of the measure, its number n; 0: the newest.
-- name: letter_decision
SELECT decision.id AS id
FROM decision
WHERE decision.measure = :measure AND (:n = 0 OR decision.n = :n)
ORDER BY decision.n DESC LIMIT 1;

-- Kind, ground and who decided (FL 31 §); where it was decided, and what it replaces or is replaced by.
-- name: letter_form
SELECT decision.n AS n, measure.n AS measure_n, measure.title AS title, application.id AS application,
  application.year AS year, application.n AS application_n, application.own_number AS own_number,
  form.kind AS kind, form.provision AS provision, region.statute_name AS leaving, form.deciders AS deciders,
  form.presenter AS presenter, form.others AS others, form.item AS item, sitting.on_day AS sitting_on, item.year AS section_year,
  item.section AS section, earlier.n AS earlier_n, earlier.decided_on AS earlier_on, later.n AS later_n,
  later.decided_on AS later_on
FROM decision
JOIN measure ON measure.id = decision.measure
JOIN application ON application.id = measure.application
LEFT JOIN decision_form AS form ON form.decision = decision.id
LEFT JOIN region ON region.code = form.region
LEFT JOIN sitting_item AS item ON item.id = form.item
LEFT JOIN sitting ON sitting.id = item.sitting
LEFT JOIN decision AS earlier ON earlier.id = decision.replaces
LEFT JOIN decision AS later ON later.replaces = decision.id
WHERE decision.id = :decision;

-- Those on the distribution lists of its papers, in Swedish order.
-- name: letter_receivers
SELECT coalesce(region.statute_name, dispatch.name) AS name
FROM decision_paper AS paper
JOIN dispatch ON dispatch.document = paper.document
LEFT JOIN region ON region.code = dispatch.region
WHERE paper.decision = :decision
ORDER BY region.sort_key IS NULL, region.sort_key, dispatch.name;

-- Who differs, in a decision of an item (FL 30 §).
-- name: letter_reservations
SELECT person.name AS name, r.kind AS kind, r.text AS text
FROM reservation_standing AS r JOIN person ON person.id = r.person
WHERE r.item = :item ORDER BY r.kind DESC, person.sort_key, person.id;
