-- When the regions' bodies are known to meet.

-- All of them, or one region's (:region), from a day on.
-- name: meeting_list
SELECT region_meeting.id AS id, region_meeting.version AS version, region_meeting.region AS region, region.short AS region_short, region_meeting.on_day AS on_day,
  region_meeting.body AS body, region_meeting.source AS source
FROM region_meeting JOIN region ON region.code = region_meeting.region
WHERE region_meeting.on_day >= :first AND (:region IS NULL OR region_meeting.region = :region)
ORDER BY region_meeting.on_day, region.sort_key, region_meeting.body;

-- Those of the regions that take part in an application, from a day to a day.
-- name: meeting_of
SELECT region_meeting.id AS id, region_meeting.version AS version, region_meeting.region AS region, region.short AS region_short, region_meeting.on_day AS on_day,
  region_meeting.body AS body, region_meeting.source AS source
FROM participant AS p JOIN region_meeting ON region_meeting.region = p.region JOIN region ON region.code = region_meeting.region
WHERE p.application = :application AND region_meeting.on_day BETWEEN :first AND :last
ORDER BY region_meeting.on_day, region.sort_key, region_meeting.body;

-- name: meeting_standing
SELECT version FROM region_meeting WHERE id = :id;

-- name: meeting_taken
SELECT EXISTS (SELECT 1 FROM region_meeting
  WHERE region = :region AND on_day = :on_day AND body = :body AND id <> :id) AS taken;

-- name: meeting_insert
INSERT INTO region_meeting (region, on_day, body, source) VALUES (:region, :on_day, :body, :source);

-- name: meeting_update
UPDATE region_meeting SET region = :region, on_day = :on_day, body = :body, source = :source, version = version + 1
WHERE id = :id AND version = :version;
