-- What was written down wrong at a sitting, taken back with a reason: it stays as it was written, and is no part of the
-- minutes.
CREATE TABLE motion_void (
  motion INTEGER NOT NULL PRIMARY KEY REFERENCES motion (id),
  why    TEXT NOT NULL CHECK (length(why) > 0),
  person INTEGER NOT NULL REFERENCES person (id),       -- who took it back
  at     TEXT NOT NULL
) STRICT;
CREATE TABLE ballot_void (
  ballot INTEGER NOT NULL PRIMARY KEY REFERENCES ballot (id),
  why    TEXT NOT NULL CHECK (length(why) > 0),
  person INTEGER NOT NULL REFERENCES person (id),
  at     TEXT NOT NULL
) STRICT;
-- What became of a reservation after it was first written down: taken back with a reason (1, 3 …), reported again as it
-- should have been (2, 4 …).
CREATE TABLE reservation_wording (
  reservation INTEGER NOT NULL REFERENCES reservation (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  kind        TEXT CHECK (kind IN ('reservation', 'dissent')),
  text        TEXT CHECK (length(text) > 0),            -- NULL: taken back
  why         TEXT NOT NULL DEFAULT '',
  person      INTEGER NOT NULL REFERENCES person (id),
  at          TEXT NOT NULL,
  PRIMARY KEY (reservation, n),
  CHECK ((n % 2 = 1) = (text IS NULL)),
  CHECK ((text IS NULL) = (kind IS NULL)),
  CHECK ((text IS NULL) = (why <> ''))
) STRICT, WITHOUT ROWID;
CREATE VIEW motion_standing (id, item, n, text, person, carried) AS
  SELECT m.id, m.item, m.n, m.text, m.person, m.carried FROM motion AS m
  WHERE NOT EXISTS (SELECT 1 FROM motion_void AS v WHERE v.motion = m.id);
CREATE VIEW ballot_standing (id, item, n, yes, no, winner, casting) AS
  SELECT b.id, b.item, b.n, b.yes, b.no, b.winner, b.casting FROM ballot AS b
  WHERE NOT EXISTS (SELECT 1 FROM ballot_void AS v WHERE v.ballot = b.id);
-- Motions that have lost a vote.
CREATE VIEW motion_beaten (item, motion) AS
  SELECT item, CASE winner WHEN 'yes' THEN no ELSE yes END FROM ballot_standing;
CREATE VIEW reservation_standing (id, item, person, kind, text, reported_at) AS
  SELECT r.id, r.item, r.person, coalesce(w.kind, r.kind), coalesce(w.text, r.text), coalesce(w.at, r.reported_at)
  FROM reservation AS r LEFT JOIN reservation_wording AS w ON w.reservation = r.id
    AND w.n = (SELECT max(n) FROM reservation_wording AS x WHERE x.reservation = r.id)
  WHERE w.n IS NULL OR w.text IS NOT NULL;
-- While the item is open; a motion only when no vote on it stands.
CREATE TRIGGER motion_void_open BEFORE INSERT ON motion_void
  WHEN EXISTS (SELECT 1 FROM motion AS m JOIN sitting_item AS i ON i.id = m.item
      WHERE m.id = NEW.motion AND i.closed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ballot_standing AS b WHERE NEW.motion IN (b.yes, b.no))
  BEGIN SELECT RAISE(ABORT, 'the item is closed, or the motion was voted on'); END;
CREATE TRIGGER ballot_void_open BEFORE INSERT ON ballot_void
  WHEN EXISTS (SELECT 1 FROM ballot AS b JOIN sitting_item AS i ON i.id = b.item
      WHERE b.id = NEW.ballot AND i.closed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ballot AS b JOIN ballot_standing AS later ON later.item = b.item AND later.n > b.n
      WHERE b.id = NEW.ballot)
  BEGIN SELECT RAISE(ABORT, 'the item is closed, or a later vote stands'); END;
CREATE TRIGGER motion_void_stays_1 BEFORE UPDATE ON motion_void BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
CREATE TRIGGER motion_void_stays_2 BEFORE DELETE ON motion_void BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
CREATE TRIGGER ballot_void_stays_1 BEFORE UPDATE ON ballot_void BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
CREATE TRIGGER ballot_void_stays_2 BEFORE DELETE ON ballot_void BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
CREATE TRIGGER reservation_wording_stays_1 BEFORE UPDATE ON reservation_wording BEGIN SELECT RAISE(ABORT, 'a reservation stays as it was reported'); END;
CREATE TRIGGER reservation_wording_stays_2 BEFORE DELETE ON reservation_wording BEGIN SELECT RAISE(ABORT, 'a reservation stays as it was reported'); END;
-- The letter in the register of a later decision on the money: to withhold, to lift that, or to claim back.
CREATE TABLE money_paper (
  document    INTEGER NOT NULL PRIMARY KEY REFERENCES document (id),
  withholding INTEGER REFERENCES withholding (id),
  lifting     INTEGER NOT NULL DEFAULT 0 CHECK (lifting IN (0, 1)),
  claim       INTEGER REFERENCES claim (id),
  CHECK ((withholding IS NULL) <> (claim IS NULL)),
  CHECK (lifting = 0 OR withholding IS NOT NULL)
) STRICT;
CREATE INDEX money_paper_withholding ON money_paper (withholding) WHERE withholding IS NOT NULL;
CREATE INDEX money_paper_claim ON money_paper (claim) WHERE claim IS NOT NULL;
-- Money in that was entered wrong, or twice: it counts no more, and stays to be seen.
CREATE TABLE money_in_void (
  money_in INTEGER NOT NULL PRIMARY KEY REFERENCES money_in (id),
  why      TEXT NOT NULL CHECK (length(why) > 0),
  person   INTEGER NOT NULL REFERENCES person (id),
  at       TEXT NOT NULL
) STRICT;
CREATE TRIGGER money_in_void_unplaced BEFORE INSERT ON money_in_void
  WHEN EXISTS (SELECT 1 FROM money_in_part AS part WHERE part.money_in = NEW.money_in AND part.taken_back_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a part of the money is placed'); END;
CREATE TRIGGER money_in_void_placed BEFORE INSERT ON money_in_part
  WHEN EXISTS (SELECT 1 FROM money_in_void AS v WHERE v.money_in = NEW.money_in)
  BEGIN SELECT RAISE(ABORT, 'the money was entered wrong'); END;
CREATE TRIGGER money_in_void_stays_1 BEFORE UPDATE ON money_in_void BEGIN SELECT RAISE(ABORT, 'what was entered wrong stays so'); END;
CREATE TRIGGER money_in_void_stays_2 BEFORE DELETE ON money_in_void BEGIN SELECT RAISE(ABORT, 'what was entered wrong stays so'); END;
-- What a person found of a line that was not recorded; the newest note counts.
CREATE TABLE paid_line_note (
  id        INTEGER PRIMARY KEY,
  paid_file INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  n         INTEGER NOT NULL CHECK (n > 0),
  why       TEXT NOT NULL CHECK (length(why) > 0),
  person    INTEGER NOT NULL REFERENCES person (id),
  at        TEXT NOT NULL,
  UNIQUE (paid_file, line, n),
  FOREIGN KEY (paid_file, line) REFERENCES paid_line (paid_file, line)
) STRICT;
CREATE TRIGGER paid_line_note_stays_1 BEFORE UPDATE ON paid_line_note BEGIN SELECT RAISE(ABORT, 'a note stays as it was written'); END;
CREATE TRIGGER paid_line_note_stays_2 BEFORE DELETE ON paid_line_note BEGIN SELECT RAISE(ABORT, 'a note stays as it was written'); END;
