-- ---- assessment: what was said later, and what was not said -----------------------------------------------------------
-- How a version of the criteria came to be: made from another, adopted (criteria_version.adopted_on) or dropped. Until
-- then its rows may be changed; afterwards never.
CREATE TABLE criteria_draft (
  number      INTEGER NOT NULL PRIMARY KEY REFERENCES criteria_version (number),
  from_number INTEGER NOT NULL REFERENCES criteria_version (number),
  why         TEXT NOT NULL CHECK (length(why) > 0),
  made_by     INTEGER NOT NULL REFERENCES person (id),
  made_at     TEXT NOT NULL,
  dropped_at  TEXT,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What is adopted, dropped, or came with the law as data stays as it is; a version is never removed.
CREATE VIEW criteria_open (number) AS
  SELECT d.number FROM criteria_draft AS d JOIN criteria_version AS v ON v.number = d.number
  WHERE v.adopted_on IS NULL AND d.dropped_at IS NULL;
CREATE TRIGGER criterion_stays_1 BEFORE UPDATE ON criterion
  WHEN OLD.version NOT IN (SELECT number FROM criteria_open) OR NEW.version <> OLD.version
  BEGIN SELECT RAISE(ABORT, 'only a draft of the criteria is changed'); END;
CREATE TRIGGER criterion_stays_2 BEFORE DELETE ON criterion WHEN OLD.version NOT IN (SELECT number FROM criteria_open)
  BEGIN SELECT RAISE(ABORT, 'only a draft of the criteria is changed'); END;
CREATE TRIGGER criterion_stays_3 BEFORE INSERT ON criterion
  WHEN NEW.version NOT IN (SELECT number FROM criteria_open)
    AND (EXISTS (SELECT 1 FROM criteria_draft WHERE number = NEW.version)
      OR (SELECT adopted_on FROM criteria_version WHERE number = NEW.version) IS NOT NULL
      OR EXISTS (SELECT 1 FROM round WHERE criteria_version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'only a draft of the criteria is changed'); END;
CREATE TRIGGER criteria_version_stays_1 BEFORE UPDATE ON criteria_version
  WHEN OLD.adopted_on IS NOT NULL OR NEW.number <> OLD.number
    OR EXISTS (SELECT 1 FROM criteria_draft WHERE number = OLD.number AND dropped_at IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'an adopted version of the criteria stays as it is'); END;
CREATE TRIGGER criteria_version_stays_2 BEFORE DELETE ON criteria_version
  BEGIN SELECT RAISE(ABORT, 'a version of the criteria is never removed'); END;
CREATE TRIGGER criteria_version_whole BEFORE UPDATE OF adopted_on ON criteria_version
  WHEN (SELECT sum(weight) FROM criterion WHERE version = NEW.number) IS NOT 100
  BEGIN SELECT RAISE(ABORT, 'the weights of an adopted version add up to 100'); END;
CREATE TRIGGER criteria_draft_stays_1 BEFORE UPDATE ON criteria_draft
  WHEN OLD.number NOT IN (SELECT number FROM criteria_open)
  BEGIN SELECT RAISE(ABORT, 'only a draft of the criteria is changed'); END;
CREATE TRIGGER criteria_draft_stays_2 BEFORE DELETE ON criteria_draft
  BEGIN SELECT RAISE(ABORT, 'a version of the criteria is never removed'); END;
CREATE TRIGGER round_criteria_1 BEFORE INSERT ON round
  WHEN EXISTS (SELECT 1 FROM criteria_draft AS d JOIN criteria_version AS v ON v.number = d.number
    WHERE d.number = NEW.criteria_version AND v.adopted_on IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a round is assessed under adopted criteria'); END;
CREATE TRIGGER round_criteria_2 BEFORE UPDATE OF criteria_version ON round
  WHEN EXISTS (SELECT 1 FROM criteria_draft AS d JOIN criteria_version AS v ON v.number = d.number
    WHERE d.number = NEW.criteria_version AND v.adopted_on IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a round is assessed under adopted criteria'); END;

-- An assessor who cannot judge a criterion says so, with why: that is something else than not having got to it. All of a
-- sheet's criteria: the assessor abstains from the measure.
CREATE TABLE abstention (
  assessment       INTEGER NOT NULL REFERENCES assessment (id),
  criteria_version INTEGER NOT NULL,
  criterion        TEXT NOT NULL,
  reason           TEXT NOT NULL CHECK (length(reason) > 0),
  PRIMARY KEY (assessment, criterion),
  FOREIGN KEY (criteria_version, criterion) REFERENCES criterion (version, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER abstention_stays_1 BEFORE UPDATE ON abstention
  WHEN (SELECT submitted_at FROM assessment WHERE id = OLD.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;
CREATE TRIGGER abstention_stays_2 BEFORE DELETE ON abstention
  WHEN (SELECT submitted_at FROM assessment WHERE id = OLD.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;
CREATE TRIGGER abstention_stays_3 BEFORE INSERT ON abstention
  WHEN (SELECT submitted_at FROM assessment WHERE id = NEW.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;

-- After handing in: the same assessor judges a criterion anew, or one that a later version of the criteria asks. What
-- was handed in stays; the latest counts. points NULL: abstains.
CREATE TABLE rescore (
  id               INTEGER PRIMARY KEY,
  assessment       INTEGER NOT NULL REFERENCES assessment (id),
  criterion        TEXT NOT NULL,
  n                INTEGER NOT NULL CHECK (n > 0),
  criteria_version INTEGER NOT NULL,
  points           INTEGER CHECK (points BETWEEN 0 AND 4),
  low              INTEGER CHECK (low BETWEEN 0 AND 4),
  high             INTEGER CHECK (high BETWEEN 0 AND 4),
  reason           TEXT NOT NULL CHECK (length(reason) > 0), -- of the points
  why              TEXT NOT NULL CHECK (length(why) > 0),    -- of the change
  scored_by        INTEGER NOT NULL REFERENCES person (id),
  scored_at        TEXT NOT NULL,
  UNIQUE (assessment, criterion, n),
  FOREIGN KEY (criteria_version, criterion) REFERENCES criterion (version, id),
  CHECK ((low IS NULL) = (high IS NULL)),
  CHECK (low IS NULL OR (points IS NOT NULL AND points BETWEEN low AND high))
) STRICT;
CREATE TRIGGER rescore_stays_1 BEFORE UPDATE ON rescore BEGIN SELECT RAISE(ABORT, 'a later score is followed, never changed'); END;
CREATE TRIGGER rescore_stays_2 BEFORE DELETE ON rescore BEGIN SELECT RAISE(ABORT, 'a later score is followed, never removed'); END;

-- Where assessors differ they talk: what was said, and the step they agreed on (NULL: they did not). Their own scores
-- stay; while the latest agrees on a step, that step counts for the criterion.
CREATE TABLE consensus (
  id               INTEGER PRIMARY KEY,
  measure          INTEGER NOT NULL REFERENCES measure (id),
  criterion        TEXT NOT NULL,
  n                INTEGER NOT NULL CHECK (n > 0),
  criteria_version INTEGER NOT NULL,
  points           INTEGER CHECK (points BETWEEN 0 AND 4),
  discussion       TEXT NOT NULL CHECK (length(discussion) > 0),
  on_day           TEXT NOT NULL,
  recorded_by      INTEGER NOT NULL REFERENCES person (id),
  recorded_at      TEXT NOT NULL,
  UNIQUE (measure, criterion, n),
  FOREIGN KEY (criteria_version, criterion) REFERENCES criterion (version, id)
) STRICT;
CREATE TRIGGER consensus_stays_1 BEFORE UPDATE ON consensus BEGIN SELECT RAISE(ABORT, 'what was agreed is followed, never changed'); END;
CREATE TRIGGER consensus_stays_2 BEFORE DELETE ON consensus BEGIN SELECT RAISE(ABORT, 'what was agreed is followed, never removed'); END;

-- What each assessor says now, handed in and not set aside, of each criterion of a version: the latest words on it
-- whose version has the same steps for it, so that a change of weights alone leaves every score in force. points NULL:
-- abstains. Without GROUP BY and UNION, so that a question about one measure looks at no other.
CREATE VIEW same_steps (criterion, one, other) AS
  SELECT one.id, one.version, other.version FROM criterion AS one JOIN criterion AS other ON other.id = one.id
    AND other.step0_sv = one.step0_sv AND other.step1_sv = one.step1_sv AND other.step2_sv = one.step2_sv
    AND other.step3_sv = one.step3_sv AND other.step4_sv = one.step4_sv;
CREATE VIEW counted_under (version, measure, assignment, person, assessment, criterion, weight, bonus, points, low, high,
    n) AS
  SELECT c.version, m.id, a.id, a.person, s.id, c.id, c.weight, c.bonus,
    CASE WHEN later.id IS NULL THEN score.points ELSE later.points END,
    CASE WHEN later.id IS NULL THEN score.low ELSE later.low END,
    CASE WHEN later.id IS NULL THEN score.high ELSE later.high END,
    coalesce(later.n, 0)
  FROM measure AS m
  JOIN assignment AS a ON a.measure = m.id AND a.ended_at IS NULL
  JOIN assessment AS s ON s.assignment = a.id AND s.submitted_at IS NOT NULL
  JOIN criterion AS c
  LEFT JOIN rescore AS later ON later.id = (SELECT r.id FROM rescore AS r
    WHERE r.assessment = s.id AND r.criterion = c.id AND (r.criteria_version = c.version OR EXISTS (SELECT 1 FROM same_steps
      WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = r.criteria_version))
    ORDER BY r.n DESC LIMIT 1)
  LEFT JOIN score ON score.assessment = s.id AND score.criterion = c.id AND score.points IS NOT NULL
  LEFT JOIN abstention ON abstention.assessment = s.id AND abstention.criterion = c.id
  WHERE (later.id IS NOT NULL
      OR ((score.points IS NOT NULL OR abstention.reason IS NOT NULL) AND (s.criteria_version = c.version OR EXISTS
        (SELECT 1 FROM same_steps WHERE same_steps.criterion = c.id AND same_steps.one = c.version
          AND same_steps.other = s.criteria_version))))
    AND NOT EXISTS (SELECT 1 FROM set_aside WHERE set_aside.person = a.person AND set_aside.application = m.application);
-- ... and of those its round asks.
CREATE VIEW counted_score (measure, assignment, person, assessment, criterion, weight, bonus, points, low, high, n) AS
  SELECT u.measure, u.assignment, u.person, u.assessment, u.criterion, u.weight, u.bonus, u.points, u.low, u.high, u.n
  FROM measure AS asked
  JOIN application AS its ON its.id = asked.application
  JOIN round ON round.id = its.round
  JOIN counted_under AS u ON u.measure = asked.id AND u.version = round.criteria_version;

-- The step agreed on for a criterion of a version: the latest record's, whose version has the same steps for it;
-- points NULL where they did not agree. What was agreed with somebody whose work has since been set aside counts no more.
CREATE VIEW agreed_under (version, measure, criterion, points, n) AS
  SELECT c.version, m.id, c.id, k.points, k.n
  FROM measure AS m
  JOIN application ON application.id = m.application
  JOIN criterion AS c
  JOIN consensus AS k ON k.id = (SELECT r.id FROM consensus AS r
    WHERE r.measure = m.id AND r.criterion = c.id AND (r.criteria_version = c.version OR EXISTS (SELECT 1 FROM same_steps
      WHERE same_steps.criterion = c.id AND same_steps.one = c.version AND same_steps.other = r.criteria_version))
    ORDER BY r.n DESC LIMIT 1)
  WHERE NOT EXISTS (SELECT 1 FROM assignment AS a
    JOIN disqualification AS q ON q.person = a.person AND q.work IN ('set_aside', 'redone') AND q.outcome IS NOT 'free'
      AND (q.application = m.application OR q.round = application.round)
      AND coalesce(q.tried_on, '9999') >= substr(k.recorded_at, 1, 10)
    WHERE a.measure = m.id AND a.assigned_at <= k.recorded_at);
-- ... and of those its round asks.
CREATE VIEW agreed_step (measure, criterion, points, n) AS
  SELECT u.measure, u.criterion, u.points, u.n
  FROM measure AS asked
  JOIN application AS its ON its.id = asked.application
  JOIN round ON round.id = its.round
  JOIN agreed_under AS u ON u.measure = asked.id AND u.version = round.criteria_version;

-- ---- ranking: what a proposal says beside the order --------------------------------------------------------------------
-- The least sum over the years that makes sense to grant a measure: with less it is not begun. NULL: it was said, and
-- is no longer so.
CREATE TABLE least_amount (
  measure INTEGER NOT NULL PRIMARY KEY REFERENCES measure (id),
  ore     INTEGER CHECK (ore BETWEEN 1 AND 1000000000000000),
  source  TEXT NOT NULL CHECK (length(source) > 0),     -- who says so: the application, a note
  put_by  INTEGER NOT NULL REFERENCES person (id),
  put_at  TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A row the chair proposes to leave without money though it may fit: it keeps its place and takes nothing.
CREATE TABLE proposal_skip (
  proposal INTEGER NOT NULL REFERENCES proposal (id),
  measure  INTEGER NOT NULL REFERENCES measure (id),
  reason   TEXT NOT NULL CHECK (length(reason) > 0),
  PRIMARY KEY (proposal, measure)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER proposal_skip_stays_1 BEFORE UPDATE ON proposal_skip
  WHEN (SELECT locked_at FROM proposal WHERE id = OLD.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_skip_stays_2 BEFORE DELETE ON proposal_skip
  WHEN (SELECT locked_at FROM proposal WHERE id = OLD.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_skip_stays_3 BEFORE INSERT ON proposal_skip
  WHEN (SELECT locked_at FROM proposal WHERE id = NEW.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;

-- How each row stood when the proposal was kept. Points are of the mean, 0–400, times 720720, which any count of up to
-- sixteen assessors divides.
CREATE TABLE proposal_standing (
  proposal  INTEGER NOT NULL REFERENCES proposal (id),
  measure   INTEGER NOT NULL REFERENCES measure (id),
  mean      INTEGER NOT NULL CHECK (mean BETWEEN 0 AND 288288000),
  median    INTEGER NOT NULL CHECK (median BETWEEN 0 AND 288288000),
  lowest    INTEGER NOT NULL CHECK (lowest BETWEEN 0 AND 288288000),
  highest   INTEGER NOT NULL CHECK (highest BETWEEN lowest AND 288288000),
  lowest_step INTEGER NOT NULL CHECK (lowest_step BETWEEN 0 AND 4),
  abstained INTEGER NOT NULL CHECK (abstained >= 0),     -- criteria abstained from, over all assessors
  agreed    INTEGER NOT NULL CHECK (agreed >= 0),        -- criteria that stand with a step agreed on
  PRIMARY KEY (proposal, measure)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER proposal_standing_stays_1 BEFORE UPDATE ON proposal_standing
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_standing_stays_2 BEFORE DELETE ON proposal_standing
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;

-- What a kept proposal was kept for: 'saved' to compare with, 'meeting' locked for the delegation. One without a row
-- was locked for a meeting.
CREATE TABLE proposal_purpose (
  proposal INTEGER NOT NULL PRIMARY KEY REFERENCES proposal (id),
  purpose  TEXT NOT NULL CHECK (purpose IN ('saved', 'meeting')),
  name     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER proposal_purpose_stays_1 BEFORE UPDATE ON proposal_purpose
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_purpose_stays_2 BEFORE DELETE ON proposal_purpose
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;

-- A rule of equal treatment, shown beside the order and never imposed: at most or at least so much, of the money above
-- the line in per cent (share), in öre, or in measures (count), for each region or type, or for one.
CREATE TABLE equal_rule (
  id      INTEGER PRIMARY KEY,
  round   INTEGER NOT NULL REFERENCES round (id),
  per     TEXT NOT NULL CHECK (per IN ('region', 'type')),
  code    TEXT NOT NULL DEFAULT '',                     -- '': each
  bound   TEXT NOT NULL CHECK (bound IN ('most', 'least')),
  unit    TEXT NOT NULL CHECK (unit IN ('share', 'ore', 'count')),
  value   INTEGER NOT NULL CHECK (value >= 0 AND (unit <> 'share' OR value <= 100)),
  source  TEXT NOT NULL CHECK (length(source) > 0),
  put_by  INTEGER NOT NULL REFERENCES person (id),
  put_at  TEXT NOT NULL,
  ended_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX equal_rule_round ON equal_rule (round);

-- ---- how firm the order is, kept as it was calculated -----------------------------------------------------------------
CREATE TABLE firmness (
  id       INTEGER PRIMARY KEY,
  round    INTEGER NOT NULL REFERENCES round (id),
  n        INTEGER NOT NULL CHECK (n > 0),
  proposal INTEGER REFERENCES proposal (id),            -- NULL: none was made yet
  year     INTEGER NOT NULL,                            -- payment year, 0: all
  method   TEXT NOT NULL CHECK (length(method) > 0),
  method_version INTEGER NOT NULL CHECK (method_version > 0),
  rule     TEXT NOT NULL CHECK (rule IN ('half', 'order', 'any')),
  seed     INTEGER NOT NULL CHECK (seed >= 0),
  draws    INTEGER NOT NULL CHECK (draws > 0),
  criteria_version INTEGER NOT NULL REFERENCES criteria_version (number),
  input    TEXT NOT NULL,                               -- SHA-256 of all that was calculated on
  tried    INTEGER NOT NULL CHECK (tried >= 0),         -- weightings tried to find the best selections, 0: none were sought
  portfolios INTEGER NOT NULL CHECK (portfolios >= 0),  -- different best selections found
  made_by  INTEGER NOT NULL REFERENCES person (id),
  made_at  TEXT NOT NULL,
  UNIQUE (round, n)
) STRICT;
CREATE TABLE firmness_row (
  firmness INTEGER NOT NULL REFERENCES firmness (id),
  measure  INTEGER NOT NULL REFERENCES measure (id),
  inside   INTEGER NOT NULL CHECK (inside >= 0),        -- weightings in which it fits
  best     INTEGER NOT NULL CHECK (best > 0),           -- places over all weightings
  worst    INTEGER NOT NULL CHECK (worst >= best),
  low      INTEGER NOT NULL CHECK (low >= best),        -- places that hold the middle 95 %
  high     INTEGER NOT NULL CHECK (high >= low AND high <= worst),
  core     INTEGER CHECK (core >= 0),                   -- of the best selections, those that hold it; NULL: not chosen among
  without_best  INTEGER NOT NULL CHECK (without_best > 0), -- places by points when one assessor is left out
  without_worst INTEGER NOT NULL CHECK (without_worst >= without_best),
  without_lost  INTEGER NOT NULL CHECK (without_lost >= 0), -- assessors without whom it has no place
  favour   TEXT NOT NULL,                               -- weights that favour it most: "K1 30, K2 8 …" in whole per cent
  PRIMARY KEY (firmness, measure)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER firmness_stays_1 BEFORE UPDATE ON firmness BEGIN SELECT RAISE(ABORT, 'what was calculated is kept as it was'); END;
CREATE TRIGGER firmness_stays_2 BEFORE DELETE ON firmness BEGIN SELECT RAISE(ABORT, 'what was calculated is kept as it was'); END;
CREATE TRIGGER firmness_row_stays_1 BEFORE UPDATE ON firmness_row BEGIN SELECT RAISE(ABORT, 'what was calculated is kept as it was'); END;
CREATE TRIGGER firmness_row_stays_2 BEFORE DELETE ON firmness_row BEGIN SELECT RAISE(ABORT, 'what was calculated is kept as it was'); END;
