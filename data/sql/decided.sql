-- Who decided: one item of a sitting with those who were there, for every decision made at it (FL 31 §).

-- name: decided_item
SELECT sitting_item.application AS application, sitting_item.measure AS measure, sitting.on_day AS on_day,
  sitting_item.section AS section,
  sitting_item.outcome AS outcome, sitting_item.ruling AS ruling, person.name AS presenter
FROM sitting_item JOIN sitting ON sitting.id = sitting_item.sitting
LEFT JOIN person ON person.id = sitting_item.presenter
WHERE sitting_item.id = :item;

-- Everybody at a closed item, but for its presenter and whoever takes the minutes: the chair first, then in Swedish order.
-- name: decided_persons
SELECT person.name AS name, p.capacity AS capacity, p.presence IN ('present', 'remote') AS there
FROM item_person AS p JOIN person ON person.id = p.person JOIN sitting_item ON sitting_item.id = p.item
WHERE p.item = :item AND p.capacity <> 'secretary'
  AND (p.capacity IN ('chair', 'member') OR p.person IS NOT sitting_item.presenter)
ORDER BY p.capacity <> 'chair', person.sort_key, person.id;

-- name: decided_section
SELECT id FROM sitting_item WHERE year = :year AND section = :section;

-- Who would decide a case on a day: the chair and the members appointed, without those who take no part in it (FL 17 §).
-- name: decided_usual
SELECT person.name AS name, max(a.role = 'chair') AS chair
FROM appointment AS a JOIN person ON person.id = a.person
WHERE a.role IN ('chair', 'member') AND a.from_on <= :on AND (a.to_on IS NULL OR a.to_on >= :on)
  AND NOT EXISTS (SELECT 1 FROM barred WHERE barred.person = a.person AND barred.application = :application)
GROUP BY person.id
ORDER BY chair DESC, person.sort_key, person.id;
