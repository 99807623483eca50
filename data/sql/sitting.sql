-- The delegation's sittings: who is called and comes, item by item who may take part, what was moved and voted, who
-- differed, how it ended. An open item is worked out from the sitting and from the view `barred`; a closed one is kept.

-- name: sitting_list
SELECT s.id AS id, s.version AS version, m.year AS year, m.n AS n, m.title AS title, s.on_day AS on_day,
  s.starts_at AS starts_at, s.place AS place, s.opened_at AS opened_at, s.closed_at AS closed_at,
  s.adjusted_on AS adjusted_on, count(i.id) AS items, count(i.id) FILTER (WHERE i.outcome IS NULL) AS open, min(i.section) AS first_section, max(i.section) AS last_section
FROM sitting AS s JOIN matter AS m ON m.id = s.matter LEFT JOIN sitting_item AS i ON i.sitting = s.id
GROUP BY s.id ORDER BY s.on_day DESC, s.id DESC;

-- name: sitting_by_day
SELECT s.id AS id, m.year AS year, m.n AS n FROM sitting AS s JOIN matter AS m ON m.id = s.matter
WHERE s.on_day = :day ORDER BY s.id;

-- name: sitting_by_matter
SELECT id FROM sitting WHERE matter = :matter;

-- name: sitting_one
SELECT s.version AS version, s.matter AS matter, m.year AS year, m.n AS n, m.title AS title, s.on_day AS on_day,
  s.starts_at AS starts_at, s.place AS place, s.opened_at AS opened_at, s.closed_at AS closed_at, s.adjuster AS adjuster,
  person.name AS adjuster_name, s.adjusted_on AS adjusted_on
FROM sitting AS s JOIN matter AS m ON m.id = s.matter LEFT JOIN person ON person.id = s.adjuster
WHERE s.id = :id;

-- Chair, members, secretary, presenters and others; by name within each.
-- name: sitting_persons
SELECT p.person AS person, person.name AS name, person.login AS login, p.capacity AS capacity, p.presence AS presence,
  p.notice_on AS notice_on, p.notice_way AS notice_way, p.papers_on AS papers_on, p.papers_way AS papers_way
FROM sitting_person AS p JOIN person ON person.id = p.person
WHERE p.sitting = :sitting
ORDER BY CASE p.capacity WHEN 'chair' THEN 1 WHEN 'member' THEN 2 WHEN 'secretary' THEN 3 WHEN 'presenter' THEN 4 ELSE 5 END,
  person.sort_key, person.id;

-- With what refers to each, and whether a decision of it has been dispatched or made known (FL 30 §).
-- name: sitting_items
WITH of (item, paper, known, ruled) AS (
  SELECT f.item, p.document, EXISTS (SELECT 1 FROM publication_row AS r WHERE r.decision = f.decision), NULL
    FROM sitting_item AS i JOIN decision_form AS f ON f.item = i.id LEFT JOIN decision_paper AS p ON p.decision = f.decision
    WHERE i.sitting = :sitting
  UNION ALL SELECT r.item, p.document, 0, CASE r.lifted WHEN 1 THEN 'tried' ELSE r.kind END
    FROM sitting_item AS i JOIN ruling AS r ON r.item = i.id
    LEFT JOIN decision_paper AS p ON p.ruling = r.id WHERE i.sitting = :sitting
  UNION ALL SELECT w.item, NULL, 0, NULL FROM sitting_item AS i JOIN withholding AS w ON w.item = i.id WHERE i.sitting = :sitting
  UNION ALL SELECT c.item, NULL, EXISTS (SELECT 1 FROM demand WHERE demand.claim = c.id), NULL
    FROM sitting_item AS i JOIN claim AS c ON c.item = i.id WHERE i.sitting = :sitting)
SELECT i.id AS id, i.version AS version, i.n AS n, i.kind AS kind, i.measure AS measure, i.application AS application,
  i.proposal AS proposal, i.title AS title, i.presenter AS presenter, person.name AS presenter_name,
  i.proposes AS proposes, i.year AS year, i.section AS section, i.outcome AS outcome, i.outcome_why AS outcome_why,
  i.ruling AS ruling, i.immediate AS immediate, i.closed_at AS closed_at, a.year AS application_year,
  a.n AS application_n, a.round AS round, measure.n AS measure_n,
  EXISTS (SELECT 1 FROM of WHERE of.item = i.id) AS decided,
  EXISTS (SELECT 1 FROM of WHERE of.item = i.id AND (of.known
    OR EXISTS (SELECT 1 FROM dispatch AS x WHERE x.document = of.paper AND x.sent_on IS NOT NULL))) AS available,
  coalesce(d.outcome, (SELECT min(of.ruled) FROM of WHERE of.item = i.id)) AS decided_outcome,
  (SELECT sum(amount.ore) FROM amount WHERE amount.decision = d.id AND amount.kind = 'granted') AS granted_ore
FROM sitting_item AS i LEFT JOIN application AS a ON a.id = i.application LEFT JOIN measure ON measure.id = i.measure
  LEFT JOIN person ON person.id = i.presenter
  LEFT JOIN decision AS d ON d.id = (SELECT min(f.decision) FROM decision_form AS f WHERE f.item = i.id)
WHERE i.sitting = :sitting ORDER BY i.n;

-- At the sitting, or at an item of it.
-- name: sitting_was_there
SELECT EXISTS (SELECT 1 FROM sitting_person AS p WHERE p.sitting = :sitting AND p.person = :person AND p.capacity = 'member'
    AND (p.presence <> 'absent' OR EXISTS (SELECT 1 FROM sitting_item AS i JOIN item_person AS ip ON ip.item = i.id
      WHERE i.sitting = :sitting AND ip.person = p.person AND ip.presence IN ('present', 'remote')))) AS was_there;

-- Everybody as they stand to each item, or with :item to one: kept when it was closed, otherwise as it is now.
-- name: sitting_seats
SELECT i.id AS item, p.person AS person, person.name AS name, coalesce(ip.capacity, p.capacity) AS capacity,
  p.presence AS at_sitting,
  CASE WHEN i.closed_at IS NOT NULL THEN ip.presence
    WHEN i.application IS NOT NULL
      AND EXISTS (SELECT 1 FROM barred WHERE barred.person = p.person AND barred.application = i.application) THEN 'barred'
    WHEN ip.presence IS NULL OR (ip.presence = 'barred' AND i.application IS NOT NULL) THEN p.presence
    ELSE ip.presence END AS presence
FROM sitting_item AS i JOIN sitting_person AS p ON p.sitting = i.sitting JOIN person ON person.id = p.person
  LEFT JOIN item_person AS ip ON ip.item = i.id AND ip.person = p.person
WHERE i.sitting = :sitting AND (:item = 0 OR i.id = :item) AND (i.closed_at IS NULL OR ip.person IS NOT NULL)
ORDER BY i.n,
  CASE coalesce(ip.capacity, p.capacity) WHEN 'chair' THEN 1 WHEN 'member' THEN 2 WHEN 'secretary' THEN 3
    WHEN 'presenter' THEN 4 ELSE 5 END,
  person.sort_key, person.id;

-- name: sitting_motions
SELECT motion.id AS id, motion.item AS item, motion.n AS n, motion.text AS text, motion.person AS person,
  person.name AS name, motion.carried AS carried,
  EXISTS (SELECT 1 FROM motion_beaten AS b WHERE b.item = i.id AND b.motion = motion.id) AS beaten
FROM sitting_item AS i JOIN motion_standing AS motion ON motion.item = i.id JOIN person ON person.id = motion.person
WHERE i.sitting = :sitting AND (:item = 0 OR i.id = :item) ORDER BY i.n, motion.n;

-- name: sitting_ballots
SELECT ballot.id AS id, ballot.item AS item, ballot.n AS n, yes.n AS yes, no.n AS no, ballot.winner AS winner,
  ballot.casting AS casting
FROM sitting_item AS i JOIN ballot_standing AS ballot ON ballot.item = i.id JOIN motion AS yes ON yes.id = ballot.yes
  JOIN motion AS no ON no.id = ballot.no
WHERE i.sitting = :sitting AND (:item = 0 OR i.id = :item) ORDER BY i.n, ballot.n;

-- name: sitting_votes
SELECT vote.ballot AS ballot, vote.person AS person, person.name AS name, vote.vote AS vote
FROM sitting_item AS i JOIN ballot_standing AS ballot ON ballot.item = i.id JOIN vote ON vote.ballot = ballot.id
  JOIN person ON person.id = vote.person
WHERE i.sitting = :sitting ORDER BY i.n, ballot.n, person.sort_key, person.id;

-- name: sitting_reservations
SELECT r.item AS item, r.person AS person, person.name AS name, r.kind AS kind, r.text AS text,
  r.reported_at AS reported_at
FROM sitting_item AS i JOIN reservation_standing AS r ON r.item = i.id JOIN person ON person.id = r.person
WHERE i.sitting = :sitting ORDER BY i.n, r.id;

-- What was written down wrong and taken back: as it was written, why, and by whom.
-- name: sitting_voids
WITH gone (item, part, n, yes, no, person, text, why, taken_by, at) AS (
  SELECT m.item, 'motion', m.n, NULL, NULL, m.person, m.text, v.why, v.person, v.at
    FROM sitting_item AS i JOIN motion AS m ON m.item = i.id JOIN motion_void AS v ON v.motion = m.id
    WHERE i.sitting = :sitting
  UNION ALL SELECT b.item, 'vote', b.n, yes.n, no.n, NULL, NULL, v.why, v.person, v.at
    FROM sitting_item AS i JOIN ballot AS b ON b.item = i.id JOIN ballot_void AS v ON v.ballot = b.id
    JOIN motion AS yes ON yes.id = b.yes JOIN motion AS no ON no.id = b.no WHERE i.sitting = :sitting
  UNION ALL SELECT r.item, 'reservation', NULL, NULL, NULL, r.person,
      coalesce((SELECT x.text FROM reservation_wording AS x WHERE x.reservation = r.id AND x.n = w.n - 1), r.text),
      w.why, w.person, w.at
    FROM sitting_item AS i JOIN reservation AS r ON r.item = i.id
    JOIN reservation_wording AS w ON w.reservation = r.id AND w.text IS NULL WHERE i.sitting = :sitting)
SELECT gone.item AS item, gone.part AS part, gone.n AS n, gone.yes AS yes, gone.no AS no, person.name AS name,
  gone.text AS text, gone.why AS why, taker.name AS taken_by, gone.at AS at
FROM gone LEFT JOIN person ON person.id = gone.person JOIN person AS taker ON taker.id = gone.taken_by
ORDER BY gone.item, gone.at, gone.part, gone.n;

-- ---- what a change has to know -----------------------------------------------------------------------------------------

-- name: sitting_standing
SELECT s.version AS version, s.matter AS matter, s.on_day AS on_day, s.opened_at AS opened_at, s.closed_at AS closed_at,
  s.adjuster AS adjuster, s.adjusted_on AS adjusted_on, m.title AS title, m.version AS matter_version,
  EXISTS (SELECT 1 FROM misregistration WHERE misregistration.matter = m.id) AS wrong,
  (SELECT i.section FROM sitting_item AS i WHERE i.sitting = s.id AND i.section IS NOT NULL AND i.closed_at IS NULL)
    AS under_way
FROM sitting AS s JOIN matter AS m ON m.id = s.matter WHERE s.id = :id;

-- name: sitting_item_standing
SELECT i.sitting AS sitting, i.version AS version, i.n AS n, i.kind AS kind, i.measure AS measure,
  i.application AS application, i.title AS title, i.presenter AS presenter, i.section AS section, i.outcome AS outcome,
  i.ruling AS ruling, i.immediate AS immediate, i.closed_at AS closed_at
FROM sitting_item AS i WHERE i.id = :id;

-- The chair and the members appointed on the day (17 a §); a chair is no other member.
-- name: sitting_appointed
SELECT a.person AS person, max(a.role = 'chair') AS chair
FROM appointment AS a
WHERE a.role IN ('chair', 'member') AND a.from_on <= :day AND (a.to_on IS NULL OR a.to_on >= :day)
GROUP BY a.person ORDER BY a.person;

-- name: sitting_person_find
SELECT p.capacity AS capacity, p.presence AS presence FROM sitting_person AS p WHERE p.sitting = :sitting AND p.person = :person;

-- The newest proposal locked for a meeting, and its measures that are neither decided nor on the agenda; by the
-- numbers of the cases.
-- name: sitting_drawn
SELECT q.id AS proposal, m.id AS measure, m.title AS title, a.id AS application, a.officer AS officer
FROM proposal AS q JOIN proposal_row AS r ON r.proposal = q.id JOIN measure AS m ON m.id = r.measure
  JOIN application AS a ON a.id = m.application
WHERE q.id = (SELECT id FROM proposal WHERE round = :round AND locked_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM proposal_purpose AS kept WHERE kept.proposal = proposal.id AND kept.purpose = 'saved')
    ORDER BY n DESC LIMIT 1)
  AND m.withdrawn_on IS NULL AND a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM misregistration AS w WHERE w.application = a.id)
  AND NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.measure = m.id)
  AND NOT EXISTS (SELECT 1 FROM ruled WHERE ruled.measure = m.id)
  AND NOT EXISTS (SELECT 1 FROM sitting_item AS i WHERE i.sitting = :sitting AND i.measure = m.id)
ORDER BY a.year, a.n, m.n;

-- name: sitting_about_measure
SELECT title, application FROM measure WHERE id = :measure;

-- name: sitting_about_application
SELECT title FROM application WHERE id = :application;

-- name: sitting_about_taken
SELECT EXISTS (SELECT 1 FROM sitting_item AS i WHERE i.sitting = :sitting
  AND ((:measure IS NOT NULL AND i.measure = :measure) OR (:measure IS NULL AND i.kind = 'application'
    AND i.application = :application))) AS taken;

-- name: sitting_of_item
SELECT sitting FROM sitting_item WHERE id = :id;

-- name: sitting_agenda_end
SELECT coalesce(max(n), 0) AS n FROM sitting_item WHERE sitting = :sitting;

-- name: sitting_section_last
SELECT coalesce(max(section), 0) AS section FROM sitting_item WHERE year = :year;

-- name: sitting_waiting
SELECT id, n FROM sitting_item WHERE sitting = :sitting AND section IS NULL ORDER BY n;

-- Somebody who takes no part in the case (FL 17 §).
-- name: sitting_is_barred
SELECT EXISTS (SELECT 1 FROM barred WHERE barred.person = :person AND barred.application = :application) AS is_barred;

-- ---- changes -------------------------------------------------------------------------------------------------------------

-- name: sitting_insert
INSERT INTO sitting (matter, on_day, starts_at, place) VALUES (:matter, :on_day, :starts_at, :place);

-- name: sitting_update
UPDATE sitting SET on_day = :on_day, starts_at = :starts_at, place = :place, version = version + 1
WHERE id = :id AND version = :version;

-- name: sitting_touch
UPDATE sitting SET version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_open_set
UPDATE sitting SET opened_at = :at, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_close_set
UPDATE sitting SET closed_at = :at, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_adjuster_set
UPDATE sitting SET adjuster = :person, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_adjusted_set
UPDATE sitting SET adjusted_on = :on, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_person_put
INSERT INTO sitting_person (sitting, person, capacity) VALUES (:sitting, :person, :capacity)
ON CONFLICT (sitting, person) DO UPDATE SET capacity = excluded.capacity;

-- Called as chair or member and not appointed on the day: no longer called, unless something was sent or said.
-- name: sitting_person_drop
DELETE FROM sitting_person WHERE sitting = :sitting AND capacity IN ('chair', 'member') AND presence = 'absent'
  AND notice_on IS NULL AND papers_on IS NULL
  AND person NOT IN (SELECT a.person FROM appointment AS a WHERE a.role IN ('chair', 'member') AND a.from_on <= :day
    AND (a.to_on IS NULL OR a.to_on >= :day));

-- name: sitting_person_other
UPDATE sitting_person SET capacity = 'other' WHERE sitting = :sitting AND capacity IN ('chair', 'member')
  AND person NOT IN (SELECT a.person FROM appointment AS a WHERE a.role IN ('chair', 'member') AND a.from_on <= :day
    AND (a.to_on IS NULL OR a.to_on >= :day));

-- name: sitting_person_present
UPDATE sitting_person SET presence = :presence WHERE sitting = :sitting AND person = :person;

-- name: sitting_notice_sent
UPDATE sitting_person SET notice_on = :on, notice_way = :way WHERE sitting = :sitting AND (:person = 0 OR person = :person);

-- name: sitting_papers_sent
UPDATE sitting_person SET papers_on = :on, papers_way = :way WHERE sitting = :sitting AND (:person = 0 OR person = :person);

-- name: sitting_item_insert
INSERT INTO sitting_item (sitting, n, kind, measure, application, proposal, title, presenter, proposes)
VALUES (:sitting, :n, :kind, :measure, :application, :proposal, :title, :presenter, :proposes);

-- name: sitting_item_update
UPDATE sitting_item SET title = :title, presenter = :presenter, proposes = :proposes, version = version + 1
WHERE id = :id AND version = :version;

-- name: sitting_item_move
UPDATE sitting_item SET n = :n WHERE id = :id;

-- name: sitting_item_take
UPDATE sitting_item SET year = :year, section = :section, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_item_touch
UPDATE sitting_item SET version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_item_ruling
UPDATE sitting_item SET ruling = :ruling, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_item_close
UPDATE sitting_item SET outcome = :outcome, outcome_why = :why, closed_at = :at, version = version + 1
WHERE id = :id AND version = :version;

-- name: sitting_item_resume
UPDATE sitting_item SET outcome = NULL, outcome_why = '', closed_at = NULL, version = version + 1
WHERE id = :id AND version = :version;

-- name: sitting_item_immediate
UPDATE sitting_item SET immediate = 1, version = version + 1 WHERE id = :id AND version = :version;

-- name: sitting_item_person
INSERT INTO item_person (item, person, capacity, presence) VALUES (:item, :person, :capacity, :presence)
ON CONFLICT (item, person) DO UPDATE SET capacity = excluded.capacity, presence = excluded.presence;

-- name: sitting_motion_last
SELECT coalesce(max(n), 0) AS n FROM motion WHERE item = :item;

-- name: sitting_motion_find
SELECT id, EXISTS (SELECT 1 FROM motion_beaten AS b
  WHERE b.item = motion_standing.item AND b.motion = motion_standing.id) AS beaten
FROM motion_standing WHERE item = :item AND n = :n;

-- name: sitting_ballot_last
SELECT coalesce(max(n), 0) AS n FROM ballot WHERE item = :item;

-- name: sitting_motion_insert
INSERT INTO motion (item, n, text, person) VALUES (:item, :n, :text, :person);

-- name: sitting_motion_carried
UPDATE motion SET carried = (id = :id) WHERE item = :item;

-- name: sitting_ballot_insert
INSERT INTO ballot (item, n, yes, no, winner, casting) VALUES (:item, :n, :yes, :no, :winner, :casting);

-- name: sitting_vote_insert
INSERT INTO vote (ballot, person, vote) VALUES (:ballot, :person, :vote);

-- name: sitting_reservation_insert
INSERT INTO reservation (item, person, kind, text, reported_at) VALUES (:item, :person, :kind, :text, :at);

-- With how many times it was taken back or reported again; an even number: it stands.
-- name: sitting_reservation_there
SELECT r.id AS id, (SELECT count(*) FROM reservation_wording AS w WHERE w.reservation = r.id) AS wordings
FROM reservation AS r WHERE r.item = :item AND r.person = :person;

-- name: sitting_reservation_again
INSERT INTO reservation_wording (reservation, n, kind, text, person, at)
VALUES (:reservation, :n, :kind, :text, :person, :at);

-- ---- taken back, written down wrong -----------------------------------------------------------------------------------

-- The vote that stands and none stands after.
-- name: sitting_ballot_newest
SELECT id, n FROM ballot_standing WHERE item = :item ORDER BY n DESC LIMIT 1;

-- A vote that stands on the motion.
-- name: sitting_motion_ballot
SELECT min(n) AS n FROM ballot_standing WHERE item = :item AND :motion IN (yes, no);

-- name: sitting_motion_void
INSERT INTO motion_void (motion, why, person, at) VALUES (:id, :why, :person, :at);

-- name: sitting_ballot_void
INSERT INTO ballot_void (ballot, why, person, at) VALUES (:id, :why, :person, :at);

-- name: sitting_reservation_void
INSERT INTO reservation_wording (reservation, n, why, person, at)
SELECT :id, 1 + count(*), :why, :person, :at FROM reservation_wording WHERE reservation = :id;

-- ---- votes against who was there ---------------------------------------------------------------------------------------

-- Where votes were taken in an item: everybody called or voting, and whether they voted in each.
-- name: sitting_voters_other
SELECT p.person AS person,
  NOT EXISTS (SELECT 1 FROM ballot_standing AS ballot WHERE ballot.item = i.id
    AND NOT EXISTS (SELECT 1 FROM vote WHERE vote.ballot = ballot.id AND vote.person = p.person)) AS voted_all
FROM sitting_item AS i JOIN sitting_person AS p ON p.sitting = i.sitting
WHERE i.id = :item AND EXISTS (SELECT 1 FROM ballot_standing AS ballot WHERE ballot.item = i.id);

-- What was recorded from an item.
-- name: sitting_item_used
SELECT EXISTS (SELECT 1 FROM decision_form WHERE item = :item) OR EXISTS (SELECT 1 FROM ruling WHERE item = :item)
  OR EXISTS (SELECT 1 FROM withholding WHERE item = :item) OR EXISTS (SELECT 1 FROM claim WHERE item = :item) AS used;

-- A decision of the item has been dispatched or made known: nobody can differ any longer (FL 30 §).
-- name: sitting_item_available
SELECT EXISTS (SELECT 1 FROM decision_form AS f JOIN publication_row AS r ON r.decision = f.decision WHERE f.item = :item)
  OR EXISTS (SELECT 1 FROM decision_form AS f JOIN decision_paper AS p ON p.decision = f.decision
    JOIN dispatch AS x ON x.document = p.document WHERE f.item = :item AND x.sent_on IS NOT NULL)
  OR EXISTS (SELECT 1 FROM ruling AS r JOIN decision_paper AS p ON p.ruling = r.id
    JOIN dispatch AS x ON x.document = p.document WHERE r.item = :item AND x.sent_on IS NOT NULL)
  OR EXISTS (SELECT 1 FROM claim AS c JOIN demand AS d ON d.claim = c.id WHERE c.item = :item) AS available;
