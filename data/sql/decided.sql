-- Who decided: one item of a sitting with those who were there, for every decision made at it (FL 31 §).

-- name: decided_item
SELECT sitting_item.application AS application, sitting_item.measure AS measure, sitting.on_day AS on_day,
  sitting_item.outcome AS outcome, sitting_item.ruling AS ruling, person.name AS presenter
FROM sitting_item JOIN sitting ON sitting.id = sitting_item.sitting
LEFT JOIN person ON person.id = sitting_item.presenter
WHERE sitting_item.id = :item;

-- Everybody at a closed item, but for its presenter and whoever takes the minutes: the chair first, then in Swedish order.
-- `last`: nobody who was there with the same part in it comes after, and somebody came before.
-- name: decided_persons
WITH here (name, capacity, there, part, place) AS (
  SELECT person.name, p.capacity, p.presence IN ('present', 'remote'), p.capacity IN ('chair', 'member'),
    row_number() OVER (ORDER BY p.capacity <> 'chair', person.sort_key, person.id)
  FROM item_person AS p JOIN person ON person.id = p.person JOIN sitting_item ON sitting_item.id = p.item
  WHERE p.item = :item AND p.capacity <> 'secretary'
    AND (p.capacity IN ('chair', 'member') OR p.person IS NOT sitting_item.presenter)
)
SELECT name, capacity, there,
  NOT EXISTS (SELECT 1 FROM here AS later WHERE later.part = here.part AND later.there AND later.place > here.place) AS last
FROM here
ORDER BY place;
