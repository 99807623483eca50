-- From the sitting to the last krona: decisions with their forms, attests by two, sealed batches, reports, recovery, and a
-- ledger of every krona moved. The newest text of each table is in schema.sql.
DROP TRIGGER instalment_stays;

-- ---- the delegation's sittings (SFS 2007:824 15 c, 17 a §§; FL 17, 28–31 §§) ------------------------------------------
-- A sitting is a matter of kind 'meeting': number, notice, papers and minutes lie in its register.
CREATE TABLE sitting (
  id          INTEGER PRIMARY KEY,
  matter      INTEGER NOT NULL UNIQUE REFERENCES matter (id),
  on_day      TEXT NOT NULL,
  starts_at   TEXT NOT NULL DEFAULT '',                 -- 'HH:MM'
  place       TEXT NOT NULL DEFAULT '',
  opened_at   TEXT,                                     -- moments
  closed_at   TEXT CHECK (closed_at IS NULL OR opened_at IS NOT NULL),
  adjuster    INTEGER REFERENCES person (id),           -- approves the minutes beside the chair (justerare)
  adjusted_on TEXT,                                     -- the minutes approved
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
-- Who is called, what they were sent, and whether they are there. A person is there with one capacity; for a single item
-- item_person says otherwise.
CREATE TABLE sitting_person (
  sitting   INTEGER NOT NULL REFERENCES sitting (id),
  person    INTEGER NOT NULL REFERENCES person (id),
  capacity  TEXT NOT NULL CHECK (capacity IN ('chair', 'member', 'secretary', 'presenter', 'other')),
  presence  TEXT NOT NULL DEFAULT 'absent' CHECK (presence IN ('present', 'remote', 'absent')),
  notice_on TEXT, notice_way TEXT,                      -- the notice; word 'arrival'
  papers_on TEXT, papers_way TEXT,                      -- the papers
  PRIMARY KEY (sitting, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE sitting_item (
  id          INTEGER PRIMARY KEY,
  sitting     INTEGER NOT NULL REFERENCES sitting (id),
  n           INTEGER NOT NULL CHECK (n > 0),           -- place on the agenda
  kind        TEXT NOT NULL CHECK (kind IN ('measure', 'application', 'other')),
  measure     INTEGER REFERENCES measure (id),
  application INTEGER REFERENCES application (id),      -- also of a measure's item
  proposal    INTEGER REFERENCES proposal (id),         -- the locked proposal it comes from
  title       TEXT NOT NULL CHECK (length(title) > 0),
  presenter   INTEGER REFERENCES person (id),           -- föredragande (myndighetsförordningen 20 §)
  proposes    TEXT NOT NULL DEFAULT '',                 -- the presenter's own proposal, apart from the chair's order
  year        INTEGER,                                  -- § 14 of the year: given when the item is taken up
  section     INTEGER CHECK (section > 0),
  outcome     TEXT CHECK (outcome IN ('decided', 'tabled', 'referred', 'respite', 'no_quorum', 'noted')),
  outcome_why TEXT NOT NULL DEFAULT '',
  ruling      TEXT NOT NULL DEFAULT '',                 -- the chair's ruling where the base of the quorum is disputed
  immediate   INTEGER NOT NULL DEFAULT 0 CHECK (immediate IN (0, 1)), -- omedelbart justerad
  closed_at   TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (sitting, n),
  UNIQUE (year, section),
  CHECK ((kind = 'measure') = (measure IS NOT NULL)),
  CHECK (kind <> 'application' OR application IS NOT NULL),
  CHECK ((year IS NULL) = (section IS NULL)),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK (outcome IS NULL OR section IS NOT NULL)
) STRICT;
CREATE INDEX sitting_item_measure ON sitting_item (measure) WHERE measure IS NOT NULL;
CREATE INDEX sitting_item_application ON sitting_item (application) WHERE application IS NOT NULL;
-- While an item is open: those whose presence differs from the sitting's. When it closes: everybody, as it was.
CREATE TABLE item_person (
  item     INTEGER NOT NULL REFERENCES sitting_item (id),
  person   INTEGER NOT NULL REFERENCES person (id),
  capacity TEXT NOT NULL CHECK (capacity IN ('chair', 'member', 'secretary', 'presenter', 'other')),
  presence TEXT NOT NULL CHECK (presence IN ('present', 'remote', 'absent', 'barred')),
  PRIMARY KEY (item, person)
) STRICT, WITHOUT ROWID;
-- What is moved (yrkande), and how it was decided between them two by two, each put so that it can be answered by yes or
-- no (FL 28–29 §§). Without a ballot the item was decided without a vote.
CREATE TABLE motion (
  id      INTEGER PRIMARY KEY,
  item    INTEGER NOT NULL REFERENCES sitting_item (id),
  n       INTEGER NOT NULL CHECK (n > 0),
  text    TEXT NOT NULL CHECK (length(text) > 0),
  person  INTEGER NOT NULL REFERENCES person (id),
  carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1)), -- became the decision
  UNIQUE (item, n)
) STRICT;
CREATE TABLE ballot (
  id      INTEGER PRIMARY KEY,
  item    INTEGER NOT NULL REFERENCES sitting_item (id),
  n       INTEGER NOT NULL CHECK (n > 0),
  yes     INTEGER NOT NULL REFERENCES motion (id),
  no      INTEGER NOT NULL REFERENCES motion (id),
  winner  TEXT NOT NULL CHECK (winner IN ('yes', 'no')),
  casting INTEGER NOT NULL CHECK (casting IN (0, 1)),   -- decided by the chair's casting vote
  UNIQUE (item, n),
  CHECK (yes <> no)
) STRICT;
CREATE TABLE vote (
  ballot INTEGER NOT NULL REFERENCES ballot (id),
  person INTEGER NOT NULL REFERENCES person (id),
  vote   TEXT NOT NULL CHECK (vote IN ('yes', 'no')),
  PRIMARY KEY (ballot, person)
) STRICT, WITHOUT ROWID;
-- Who decided has a reservation, who took part without deciding a dissent (avvikande mening): until the decision is
-- dispatched or otherwise made available (FL 30 §).
CREATE TABLE reservation (
  id          INTEGER PRIMARY KEY,
  item        INTEGER NOT NULL REFERENCES sitting_item (id),
  person      INTEGER NOT NULL REFERENCES person (id),
  kind        TEXT NOT NULL CHECK (kind IN ('reservation', 'dissent')),
  text        TEXT NOT NULL CHECK (length(text) > 0),
  reported_at TEXT NOT NULL,
  UNIQUE (item, person)
) STRICT;
CREATE TRIGGER reservation_stays_1 BEFORE UPDATE ON reservation BEGIN SELECT RAISE(ABORT, 'a reservation stays as it was reported'); END;
CREATE TRIGGER reservation_stays_2 BEFORE DELETE ON reservation BEGIN SELECT RAISE(ABORT, 'a reservation stays as it was reported'); END;
CREATE TRIGGER ballot_stays_1 BEFORE UPDATE ON ballot BEGIN SELECT RAISE(ABORT, 'a vote that was taken stays'); END;
CREATE TRIGGER ballot_stays_2 BEFORE DELETE ON ballot BEGIN SELECT RAISE(ABORT, 'a vote that was taken stays'); END;
CREATE TRIGGER vote_stays_1 BEFORE UPDATE ON vote BEGIN SELECT RAISE(ABORT, 'a vote that was taken stays'); END;
CREATE TRIGGER vote_stays_2 BEFORE DELETE ON vote BEGIN SELECT RAISE(ABORT, 'a vote that was taken stays'); END;

-- ---- decisions, further (FL 31–33, 36–38 §§; 15 f § of the instruction) -----------------------------------------------
-- What kind of decision a row of `decision` is, and the five things of FL 31 § it shows beside its day and content. Rows
-- from before have none.
CREATE TABLE decision_form (
  decision  INTEGER NOT NULL PRIMARY KEY REFERENCES decision (id),
  kind      TEXT NOT NULL CHECK (kind IN ('first', 'correction', 'change', 'extension', 'withdrawal', 'leaving')),
  provision TEXT NOT NULL DEFAULT '' CHECK (provision IN ('', 'FL 36', 'FL 37', 'FL 38')), -- the ground of a later one
  region    TEXT REFERENCES region (code),              -- that leaves a joint measure
  item      INTEGER REFERENCES sitting_item (id),
  deciders  TEXT NOT NULL CHECK (length(deciders) > 0), -- who decided, as in the paper
  presenter TEXT NOT NULL CHECK (length(presenter) > 0),
  others    TEXT NOT NULL DEFAULT '',                   -- who took part in the final handling without deciding; '' nobody
  CHECK (kind <> 'correction' OR provision = 'FL 36'),
  CHECK ((kind = 'first') = (provision = '')),
  CHECK ((kind = 'leaving') = (region IS NOT NULL))
) STRICT;
CREATE INDEX decision_form_item ON decision_form (item) WHERE item IS NOT NULL;
CREATE TRIGGER decision_form_stays_1 BEFORE UPDATE ON decision_form BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never changed'); END;
CREATE TRIGGER decision_form_stays_2 BEFORE DELETE ON decision_form BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never removed'); END;
-- Decisions that do not try what is sought: an application, or one measure of it, written off or dismissed.
CREATE TABLE ruling (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  measure     INTEGER REFERENCES measure (id),          -- NULL: all of the application
  n           INTEGER NOT NULL CHECK (n > 0),           -- of the application
  kind        TEXT NOT NULL CHECK (kind IN ('written_off', 'dismissed')), -- avskrivning, avvisning
  decided_on  TEXT NOT NULL,
  item        INTEGER REFERENCES sitting_item (id),
  deciders    TEXT NOT NULL CHECK (length(deciders) > 0),
  presenter   TEXT NOT NULL CHECK (length(presenter) > 0),
  others      TEXT NOT NULL DEFAULT '',
  provisions  TEXT NOT NULL CHECK (length(provisions) > 0),
  reasons     TEXT NOT NULL CHECK (length(reasons) > 0),
  replaces    INTEGER UNIQUE REFERENCES ruling (id),
  provision   TEXT NOT NULL DEFAULT '' CHECK (provision IN ('', 'FL 36', 'FL 37', 'FL 38')),
  lifted      INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1)), -- this one takes the earlier away: it is tried after all
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  UNIQUE (application, n),
  CHECK ((replaces IS NULL) = (provision = '')),
  CHECK (lifted = 0 OR replaces IS NOT NULL)
) STRICT;
CREATE INDEX ruling_measure ON ruling (measure) WHERE measure IS NOT NULL;
CREATE TRIGGER ruling_stays_1 BEFORE UPDATE ON ruling BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never changed'); END;
CREATE TRIGGER ruling_stays_2 BEFORE DELETE ON ruling BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never removed'); END;
-- Measures that are not tried: a ruling on them, or on all of the application, that no later one has replaced.
CREATE VIEW ruled (measure, application, ruling) AS
  SELECT m.id, m.application, r.id
  FROM measure AS m CROSS JOIN ruling AS r ON r.application = m.application AND (r.measure IS NULL OR r.measure = m.id)
  WHERE r.lifted = 0 AND NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id);
CREATE VIEW ruled_application (application, ruling, kind) AS
  SELECT r.application, r.id, r.kind FROM ruling AS r
  WHERE r.measure IS NULL AND r.lifted = 0 AND NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.replaces = r.id);
-- The paper of a decision in the register; its distribution list says who got it, when and how.
CREATE TABLE decision_paper (
  document INTEGER NOT NULL PRIMARY KEY REFERENCES document (id),
  decision INTEGER REFERENCES decision (id),
  ruling   INTEGER REFERENCES ruling (id),
  CHECK ((decision IS NULL) <> (ruling IS NULL))
) STRICT;
CREATE INDEX decision_paper_decision ON decision_paper (decision) WHERE decision IS NOT NULL;
CREATE INDEX decision_paper_ruling ON decision_paper (ruling) WHERE ruling IS NOT NULL;
-- The list of granted measures as it was made known to the regions (15 f §): making it known makes decisions available.
CREATE TABLE publication (
  id      INTEGER PRIMARY KEY,
  round   INTEGER REFERENCES round (id),                -- NULL: all rounds
  on_day  TEXT NOT NULL,
  way     TEXT NOT NULL CHECK (length(way) > 0),        -- where it stands or how it was sent
  hash    TEXT NOT NULL CHECK (length(hash) = 64),      -- SHA-256 of the list as JSON
  made_by INTEGER NOT NULL REFERENCES person (id),
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE publication_row (
  publication INTEGER NOT NULL REFERENCES publication (id),
  decision    INTEGER NOT NULL REFERENCES decision (id),
  PRIMARY KEY (publication, decision)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_row_decision ON publication_row (decision);
CREATE TRIGGER publication_stays_1 BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'what was made known stays'); END;
CREATE TRIGGER publication_stays_2 BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'what was made known stays'); END;
CREATE TRIGGER publication_row_stays_1 BEFORE UPDATE ON publication_row BEGIN SELECT RAISE(ABORT, 'what was made known stays'); END;
CREATE TRIGGER publication_row_stays_2 BEFORE DELETE ON publication_row BEGIN SELECT RAISE(ABORT, 'what was made known stays'); END;

-- ---- payment, further (16–17 §§) -------------------------------------------------------------------------------------
-- The attest list: who may review (granskning) and who may decide (beslut), from a day to a day and up to an amount.
CREATE TABLE attest_power (
  id       INTEGER PRIMARY KEY,
  person   INTEGER NOT NULL REFERENCES person (id),
  step     TEXT NOT NULL CHECK (step IN ('review', 'decide')),
  from_on  TEXT NOT NULL,
  to_on    TEXT CHECK (to_on IS NULL OR to_on >= from_on),
  most_ore INTEGER CHECK (most_ore > 0),                -- NULL: any amount
  source   TEXT NOT NULL CHECK (length(source) > 0),
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attest_power_person ON attest_power (person);
-- The first attest; `attest` is the second, by a third person.
CREATE TABLE review (
  instalment INTEGER NOT NULL PRIMARY KEY,
  maker      INTEGER NOT NULL,
  person     INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL,
  FOREIGN KEY (instalment, maker) REFERENCES instalment (id, made_by),
  CHECK (person <> maker)
) STRICT;
-- An attest taken back before the row was sealed: the row is never paid, and the next version of the plan replaces it.
CREATE TABLE attest_revoked (
  instalment INTEGER NOT NULL PRIMARY KEY REFERENCES instalment (id),
  person     INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL,
  why        TEXT NOT NULL CHECK (length(why) > 0)
) STRICT;
-- Where a region is paid. An account counts from its day once a second person has checked it.
CREATE TABLE payee_account (
  id         INTEGER PRIMARY KEY,
  region     TEXT NOT NULL REFERENCES region (code),
  kind       TEXT NOT NULL CHECK (kind IN ('bankgiro', 'plusgiro', 'account')),
  number     TEXT NOT NULL CHECK (length(number) > 0),  -- digits and one hyphen
  from_on    TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (length(source) > 0),  -- the paper it comes from
  made_by    INTEGER NOT NULL REFERENCES person (id),
  made_at    TEXT NOT NULL,
  checked_by INTEGER REFERENCES person (id) CHECK (checked_by <> made_by),
  checked_at TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((checked_by IS NULL) = (checked_at IS NULL))
) STRICT;
CREATE INDEX payee_account_region ON payee_account (region, from_on);
-- A sealed batch: the very bytes of the machine file, never made anew. A row is in one batch, once, for ever.
CREATE TABLE batch (
  id        INTEGER PRIMARY KEY,
  n         INTEGER NOT NULL UNIQUE CHECK (n > 0),
  sealed_by INTEGER NOT NULL REFERENCES person (id),
  sealed_at TEXT NOT NULL,
  rows      INTEGER NOT NULL CHECK (rows > 0),
  ore       INTEGER NOT NULL CHECK (ore > 0),
  file      TEXT NOT NULL CHECK (length(file) > 0),
  hash      TEXT NOT NULL CHECK (length(hash) = 64)     -- SHA-256 of file
) STRICT;
CREATE TABLE batch_row (
  batch      INTEGER NOT NULL REFERENCES batch (id),
  n          INTEGER NOT NULL CHECK (n > 0),            -- row of the file
  instalment INTEGER NOT NULL UNIQUE REFERENCES attest (instalment),
  account    INTEGER NOT NULL REFERENCES payee_account (id),
  PRIMARY KEY (batch, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER batch_stays_1 BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
CREATE TRIGGER batch_stays_2 BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
CREATE TRIGGER batch_row_stays_1 BEFORE UPDATE ON batch_row BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
CREATE TRIGGER batch_row_stays_2 BEFORE DELETE ON batch_row BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
-- A row of a plan that another office sealed and paid before the case was taken in here: what the receipt said. The file
-- itself stays there.
CREATE TABLE sealed_elsewhere (
  instalment   INTEGER NOT NULL PRIMARY KEY REFERENCES payment (instalment),
  batch        INTEGER NOT NULL CHECK (batch > 0),
  n            INTEGER NOT NULL CHECK (n > 0),          -- row of the file
  account_kind TEXT NOT NULL CHECK (account_kind IN ('bankgiro', 'plusgiro', 'account')),
  account      TEXT NOT NULL CHECK (length(account) > 0),
  sealed_by    INTEGER NOT NULL REFERENCES person (id),
  sealed_at    TEXT NOT NULL,
  rows         INTEGER NOT NULL CHECK (rows > 0),       -- of the whole file
  ore          INTEGER NOT NULL CHECK (ore > 0),
  hash         TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER sealed_elsewhere_stays_1 BEFORE UPDATE ON sealed_elsewhere BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
CREATE TRIGGER sealed_elsewhere_stays_2 BEFORE DELETE ON sealed_elsewhere BEGIN SELECT RAISE(ABORT, 'a sealed batch stays as it is'); END;
-- A payment that came back whole: the row is not paid, and its amount is planned anew by another row.
CREATE TABLE payment_return (
  instalment  INTEGER NOT NULL PRIMARY KEY REFERENCES payment (instalment),
  returned_on TEXT NOT NULL,
  reference   TEXT NOT NULL DEFAULT '',
  why         TEXT NOT NULL CHECK (length(why) > 0),
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL
) STRICT;
-- What the economy system reports as paid, line by line, and what each line was found to be.
CREATE TABLE paid_file (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  read_by INTEGER NOT NULL REFERENCES person (id),
  read_at TEXT NOT NULL
) STRICT;
CREATE TABLE paid_line (
  paid_file  INTEGER NOT NULL REFERENCES paid_file (id),
  line       INTEGER NOT NULL CHECK (line > 0),
  payment_id TEXT NOT NULL,                             -- as read
  on_day     TEXT NOT NULL,
  ore        INTEGER NOT NULL,
  match      TEXT NOT NULL CHECK (match IN ('paid', 'other_day', 'partial', 'more', 'already', 'unsealed', 'unknown')),
  instalment INTEGER REFERENCES instalment (id),
  PRIMARY KEY (paid_file, line)
) STRICT, WITHOUT ROWID;
-- The delegation has decided that instalments are not to be paid (17 §): for the time being, or for good. An instalment
-- is withheld whole; where only a part is, the plan is first split. Lifted by a later decision.
CREATE TABLE withholding (
  id          INTEGER PRIMARY KEY,
  measure     INTEGER NOT NULL REFERENCES measure (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  ground      TEXT NOT NULL CHECK (ground IN ('17.1', '17.2')), -- wrong grounds or too high; a condition not followed
  evidence    TEXT NOT NULL CHECK (length(evidence) > 0),
  final       INTEGER NOT NULL CHECK (final IN (0, 1)),
  ore         INTEGER NOT NULL CHECK (ore > 0),
  decided_on  TEXT NOT NULL,
  item        INTEGER REFERENCES sitting_item (id),
  deciders    TEXT NOT NULL CHECK (length(deciders) > 0),
  presenter   TEXT NOT NULL CHECK (length(presenter) > 0),
  others      TEXT NOT NULL DEFAULT '',
  reasons     TEXT NOT NULL CHECK (length(reasons) > 0),
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  lifted_on   TEXT,
  lifted_why  TEXT,                                     -- the decision that lifts it: its reasons
  lifted_item INTEGER REFERENCES sitting_item (id),
  lifted_deciders TEXT, lifted_presenter TEXT, lifted_others TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, n),
  CHECK ((lifted_on IS NULL) = (lifted_why IS NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_deciders IS NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_presenter IS NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_others IS NULL)),
  CHECK (final = 0 OR lifted_on IS NULL)
) STRICT;
CREATE TABLE withholding_row (
  withholding INTEGER NOT NULL REFERENCES withholding (id),
  instalment  INTEGER NOT NULL REFERENCES instalment (id),
  PRIMARY KEY (withholding, instalment)
) STRICT, WITHOUT ROWID;
CREATE INDEX withholding_row_instalment ON withholding_row (instalment);
-- Instalments withheld now, and whether for good.
CREATE VIEW withheld (instalment, withholding, final) AS
  SELECT r.instalment, w.id, w.final FROM withholding_row AS r JOIN withholding AS w ON w.id = r.withholding
  WHERE w.lifted_on IS NULL;
CREATE TRIGGER withheld_1 BEFORE INSERT ON payment WHEN EXISTS (SELECT 1 FROM withheld WHERE instalment = NEW.instalment) BEGIN SELECT RAISE(ABORT, 'what is withheld is not paid'); END;
CREATE TRIGGER withheld_2 BEFORE INSERT ON batch_row WHEN EXISTS (SELECT 1 FROM withheld WHERE instalment = NEW.instalment) BEGIN SELECT RAISE(ABORT, 'what is withheld is not paid'); END;
-- The plan of a measure as it stands: the rows of its valid decision's newest plan, and those of earlier decisions that
-- were authorised before they were replaced and not taken back; never a row whose payment came back. The one place where
-- it is said.
CREATE VIEW standing (instalment, measure, decision, year, ore) AS
  SELECT i.id, d.measure, d.id, i.year, i.ore FROM instalment AS i JOIN decision AS d ON d.id = i.decision
  WHERE i.until IS NULL
    AND NOT EXISTS (SELECT 1 FROM payment_return AS back WHERE back.instalment = i.id)
    AND (NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
      OR (EXISTS (SELECT 1 FROM attest WHERE attest.instalment = i.id)
        AND NOT EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = i.id)));

-- ---- reports (14 § 5–6, 15 §) ----------------------------------------------------------------------------------------
-- What is to be reported and when; another day is a new row with the same number that replaces the old, with the decision
-- that gives it. `why` is empty where the decision itself says the day.
CREATE TABLE report_due (
  id       INTEGER PRIMARY KEY,
  measure  INTEGER NOT NULL REFERENCES measure (id),
  n        INTEGER NOT NULL CHECK (n > 0),
  kind     TEXT NOT NULL CHECK (kind IN ('partial', 'final')),
  due_on   TEXT NOT NULL,
  decision INTEGER NOT NULL REFERENCES decision (id),
  replaces INTEGER UNIQUE REFERENCES report_due (id),
  dropped_on TEXT,                                      -- no longer due from the day of the decision that said so
  why      TEXT NOT NULL DEFAULT '',
  made_by  INTEGER NOT NULL REFERENCES person (id),
  made_at  TEXT NOT NULL,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX report_due_n ON report_due (measure, n) WHERE replaces IS NULL;
CREATE INDEX report_due_measure ON report_due (measure, n);
CREATE TABLE report_reminder (
  id         INTEGER PRIMARY KEY,
  report_due INTEGER NOT NULL REFERENCES report_due (id),
  sent_on    TEXT NOT NULL,
  way        TEXT NOT NULL,                             -- word 'arrival'
  recipient  TEXT NOT NULL REFERENCES region (code),
  document   INTEGER REFERENCES document (id)
) STRICT;
CREATE INDEX report_reminder_due ON report_reminder (report_due);
CREATE TABLE report (
  id          INTEGER PRIMARY KEY,
  report_due  INTEGER NOT NULL REFERENCES report_due (id),
  n           INTEGER NOT NULL CHECK (n > 0),           -- sent in anew after it was sent back
  received_on TEXT NOT NULL,
  document    INTEGER REFERENCES document (id),
  progress    TEXT NOT NULL DEFAULT '',                 -- partial: how the measure goes
  carried_out TEXT NOT NULL DEFAULT '',                 -- final: what was carried out
  total_cost_ore INTEGER CHECK (total_cost_ore >= 0),   -- final; NULL: not told
  outcome     TEXT CHECK (outcome IN ('approved', 'sent_back')),
  outcome_on  TEXT,
  outcome_by  INTEGER REFERENCES person (id),
  reason      TEXT NOT NULL DEFAULT '',
  again_on    TEXT,                                     -- sent back: to be sent in anew by
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (report_due, n),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL) AND (outcome IS NULL) = (outcome_by IS NULL)),
  CHECK (outcome IS NOT 'sent_back' OR length(reason) > 0)
) STRICT;
CREATE TRIGGER report_stays BEFORE UPDATE ON report WHEN OLD.outcome IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a report that was ruled on stays; what comes in anew is the next one'); END;
-- What each region that takes part tells: money used and left, and its own effects in words.
CREATE TABLE report_region (
  report   INTEGER NOT NULL REFERENCES report (id),
  region   TEXT NOT NULL REFERENCES region (code),
  used_ore INTEGER CHECK (used_ore >= 0),               -- NULL: not told
  unused_ore INTEGER CHECK (unused_ore >= 0),           -- as told, or the share less what is used; a person decides
  effects  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report, region)
) STRICT, WITHOUT ROWID;
-- Achieved, beside the indicator's baseline and target.
CREATE TABLE report_effect (
  report      INTEGER NOT NULL REFERENCES report (id),
  indicator   INTEGER NOT NULL REFERENCES indicator (id),
  region      TEXT NOT NULL DEFAULT '',                 -- '': the measure as a whole
  achieved    TEXT NOT NULL CHECK (length(achieved) > 0), -- as given
  achieved_on TEXT,
  note        TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report, indicator, region)
) STRICT, WITHOUT ROWID;

-- ---- repayment and recovery (18–20 §§) -------------------------------------------------------------------------------
-- The state's lending rate in force from a day, in hundredths of a per cent (SFS 1993:1138 6 §). Entered, never looked up.
-- It holds to the next, and never past the end of its year.
-- A row is never changed: of several from one day the last entered holds.
CREATE TABLE lending_rate (
  id         INTEGER PRIMARY KEY,
  from_on    TEXT NOT NULL,
  rate       INTEGER NOT NULL CHECK (rate BETWEEN -10000 AND 10000),
  source     TEXT NOT NULL CHECK (length(source) > 0),
  entered_by INTEGER NOT NULL REFERENCES person (id),
  entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX lending_rate_day ON lending_rate (from_on);
CREATE TRIGGER lending_rate_stays_1 BEFORE UPDATE ON lending_rate BEGIN SELECT RAISE(ABORT, 'a rate is followed by another, never changed'); END;
CREATE TRIGGER lending_rate_stays_2 BEFORE DELETE ON lending_rate BEGIN SELECT RAISE(ABORT, 'a rate is followed by another, never removed'); END;
CREATE TABLE claim (
  id          INTEGER PRIMARY KEY,
  measure     INTEGER NOT NULL REFERENCES measure (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  region      TEXT NOT NULL REFERENCES region (code),   -- who is liable
  ground      TEXT NOT NULL CHECK (ground IN ('18.1', '18.2', '18.3')),
  evidence    TEXT NOT NULL CHECK (length(evidence) > 0),
  ore         INTEGER NOT NULL CHECK (ore > 0),         -- what the ground covers
  lifted      INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1)), -- this one takes the earlier away: nothing is claimed
  reduced_ore INTEGER NOT NULL DEFAULT 0 CHECK (reduced_ore BETWEEN 0 AND ore), -- for special reasons (19 §)
  interest_cut INTEGER NOT NULL DEFAULT 0 CHECK (interest_cut BETWEEN 0 AND 10000), -- of the interest, in 1/100 per cent
  special_reasons TEXT NOT NULL DEFAULT '',
  decided_on  TEXT NOT NULL,
  item        INTEGER REFERENCES sitting_item (id),
  deciders    TEXT NOT NULL CHECK (length(deciders) > 0),
  presenter   TEXT NOT NULL CHECK (length(presenter) > 0),
  others      TEXT NOT NULL DEFAULT '',
  reasons     TEXT NOT NULL CHECK (length(reasons) > 0),
  pay_by      TEXT NOT NULL,                            -- the day it is to be paid
  day_count   TEXT NOT NULL CHECK (day_count IN ('365', 'actual', '360')), -- of interest, shown on every sheet
  replaces    INTEGER UNIQUE REFERENCES claim (id),     -- a changed decision
  provision   TEXT NOT NULL DEFAULT '' CHECK (provision IN ('', 'FL 36', 'FL 37', 'FL 38')),
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  UNIQUE (measure, n),
  CHECK ((reduced_ore = 0 AND interest_cut = 0) = (special_reasons = '')),
  CHECK ((replaces IS NULL) = (provision = '')),
  CHECK (lifted = 0 OR replaces IS NOT NULL)
) STRICT;
CREATE TRIGGER claim_stays_1 BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never changed'); END;
CREATE TRIGGER claim_stays_2 BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never removed'); END;
-- A claim and the decisions that changed it are one line: interest runs and money is counted from its first. What is
-- claimed is the last one's `ore` without the reduction, and nothing when it is lifted.
CREATE VIEW claim_line (claim, first, net_ore) AS
  WITH RECURSIVE line (claim, first) AS (
    SELECT id, id FROM claim WHERE replaces IS NULL
    UNION ALL SELECT later.id, line.first FROM line JOIN claim AS later ON later.replaces = line.claim)
  SELECT line.claim, line.first, CASE claim.lifted WHEN 1 THEN 0 ELSE claim.ore - claim.reduced_ore END
  FROM line JOIN claim ON claim.id = line.claim;
-- A demand sent: the sheet as it was calculated that day, never rewritten by rates or payments that came later.
CREATE TABLE demand (
  id       INTEGER PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claim (id),
  n        INTEGER NOT NULL CHECK (n > 0),
  sent_on  TEXT NOT NULL,
  through_on TEXT NOT NULL,                             -- interest through this day
  principal_ore INTEGER NOT NULL CHECK (principal_ore >= 0), -- unpaid
  interest_ore  INTEGER NOT NULL CHECK (interest_ore >= 0),
  text     TEXT NOT NULL CHECK (length(text) > 0),
  hash     TEXT NOT NULL CHECK (length(hash) = 64),     -- SHA-256 of text
  document INTEGER REFERENCES document (id),
  made_by  INTEGER NOT NULL REFERENCES person (id),
  made_at  TEXT NOT NULL,
  UNIQUE (claim, n)
) STRICT;
-- Its periods, as they were calculated.
CREATE TABLE demand_row (
  demand     INTEGER NOT NULL REFERENCES demand (id),
  n          INTEGER NOT NULL CHECK (n > 0),
  from_on    TEXT NOT NULL,
  through_on TEXT NOT NULL CHECK (through_on >= from_on),
  days       INTEGER NOT NULL CHECK (days >= 0),
  base       INTEGER NOT NULL CHECK (base IN (360, 365, 366)),
  balance_ore INTEGER NOT NULL CHECK (balance_ore > 0),
  lending    INTEGER NOT NULL,                          -- hundredths of a per cent
  rate       INTEGER NOT NULL CHECK (rate >= 0),        -- lending + 2 points
  PRIMARY KEY (demand, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER demand_row_stays_1 BEFORE UPDATE ON demand_row BEGIN SELECT RAISE(ABORT, 'a demand that was sent stays'); END;
CREATE TRIGGER demand_row_stays_2 BEFORE DELETE ON demand_row BEGIN SELECT RAISE(ABORT, 'a demand that was sent stays'); END;
CREATE TRIGGER demand_stays_1 BEFORE UPDATE ON demand BEGIN SELECT RAISE(ABORT, 'a demand that was sent stays'); END;
CREATE TRIGGER demand_stays_2 BEFORE DELETE ON demand BEGIN SELECT RAISE(ABORT, 'a demand that was sent stays'); END;
-- Money in from a region, as the bank tells it; what it is for a controller says, part by part.
CREATE TABLE money_in (
  id          INTEGER PRIMARY KEY,
  n           INTEGER NOT NULL UNIQUE CHECK (n > 0),
  region      TEXT REFERENCES region (code),            -- NULL: the payer is not known yet
  on_day      TEXT NOT NULL,
  ore         INTEGER NOT NULL CHECK (ore > 0),
  reference   TEXT NOT NULL DEFAULT '',                 -- the payer's mark, as given
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
-- 'principal' and 'interest' of a claim; 'voluntary' repayment of a measure without a claim; 'back' what was too much and
-- was paid back; 'elsewhere', of money that came in with a case from another office: what stays there.
CREATE TABLE money_in_part (
  money_in INTEGER NOT NULL REFERENCES money_in (id),
  n        INTEGER NOT NULL CHECK (n > 0),
  kind     TEXT NOT NULL CHECK (kind IN ('principal', 'interest', 'voluntary', 'back', 'elsewhere')),
  claim    INTEGER REFERENCES claim (id),
  measure  INTEGER REFERENCES measure (id),
  year     INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099), -- of the ledger: the claim's first decision's, or the day's
  ore      INTEGER NOT NULL CHECK (ore > 0),
  why      TEXT NOT NULL DEFAULT '',
  made_by  INTEGER NOT NULL REFERENCES person (id),
  made_at  TEXT NOT NULL,
  taken_back_at TEXT,                                   -- put in the wrong place
  taken_back_why TEXT CHECK ((taken_back_why IS NULL) = (taken_back_at IS NULL)),
  PRIMARY KEY (money_in, n),
  CHECK ((kind IN ('principal', 'interest')) = (claim IS NOT NULL)),
  CHECK (kind IN ('back', 'elsewhere') OR measure IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX money_in_part_claim ON money_in_part (claim) WHERE claim IS NOT NULL;
CREATE INDEX money_in_part_measure ON money_in_part (measure) WHERE measure IS NOT NULL;

-- ---- the ledger: every krona moved, from one account to another, per measure and payment year -------------------------
-- Written by the verb that moves it, in the same transaction, and never changed; `kansli check` adds it up and holds it
-- against the facts above. frame -> unplanned: granted; unplanned -> due: planned; due -> paid; paid -> unplanned: came
-- back; due -> stopped -> due: withheld and lifted; due -> withdrawn: withheld for good. So granted = unplanned + due +
-- paid + stopped + withdrawn. Of money back: liability -> claimed -> repaid or remitted; inflow -> voluntary, interest.
CREATE TABLE ledger (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  measure  INTEGER NOT NULL REFERENCES measure (id),
  year     INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099),
  source   TEXT NOT NULL CHECK (source IN ('frame', 'unplanned', 'due', 'paid', 'stopped', 'withdrawn', 'liability', 'claimed', 'repaid', 'remitted', 'inflow', 'voluntary', 'interest')),
  target   TEXT NOT NULL CHECK (target IN ('frame', 'unplanned', 'due', 'paid', 'stopped', 'withdrawn', 'liability', 'claimed', 'repaid', 'remitted', 'inflow', 'voluntary', 'interest')),
  ore      INTEGER NOT NULL CHECK (ore BETWEEN 1 AND 1000000000000000),
  cause    TEXT NOT NULL CHECK (cause IN ('opening', 'decision', 'instalment', 'payment', 'return', 'withholding', 'claim', 'money_in')),
  cause_id INTEGER NOT NULL,                            -- of the thing named by cause
  CHECK (source <> target)
) STRICT;
CREATE INDEX ledger_measure ON ledger (measure, year);
CREATE TRIGGER ledger_stays_1 BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'what was booked stays'); END;
CREATE TRIGGER ledger_stays_2 BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'what was booked stays'); END;

-- ---- forecasts and reports to the government office, as they were sent -------------------------------------------------
CREATE TABLE sent_report (
  id      INTEGER PRIMARY KEY,
  n       INTEGER NOT NULL UNIQUE CHECK (n > 0),
  kind    TEXT NOT NULL CHECK (kind IN ('forecast', 'follow_up')),
  as_of   TEXT NOT NULL,
  sent_to TEXT NOT NULL CHECK (length(sent_to) > 0),
  text    TEXT NOT NULL CHECK (length(text) > 0),       -- JSON: the figures and what they were made from
  hash    TEXT NOT NULL CHECK (length(hash) = 64),      -- SHA-256 of text
  document INTEGER REFERENCES document (id),
  made_by INTEGER NOT NULL REFERENCES person (id),
  made_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER sent_report_stays_1 BEFORE UPDATE ON sent_report BEGIN SELECT RAISE(ABORT, 'what was sent stays'); END;
CREATE TRIGGER sent_report_stays_2 BEFORE DELETE ON sent_report BEGIN SELECT RAISE(ABORT, 'what was sent stays'); END;

-- What a first or second attest covers no longer changes; it ends only when the attest was taken back or the payment came
-- back. Only an authorised row is paid.
CREATE TRIGGER instalment_stays BEFORE UPDATE OF due_on, year, ore, recipient, condition, made_by ON instalment
  WHEN EXISTS (SELECT 1 FROM attest WHERE instalment = OLD.id)
    OR EXISTS (SELECT 1 FROM review WHERE instalment = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'an authorised instalment stays as it is'); END;
CREATE TRIGGER instalment_ends BEFORE UPDATE OF until ON instalment
  WHEN (EXISTS (SELECT 1 FROM attest WHERE instalment = OLD.id)
      OR EXISTS (SELECT 1 FROM review WHERE instalment = OLD.id))
    AND NOT EXISTS (SELECT 1 FROM attest_revoked WHERE instalment = OLD.id)
    AND NOT EXISTS (SELECT 1 FROM payment_return WHERE instalment = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'an authorised instalment stays as it is'); END;
-- A review stays; an authorisation is made by somebody else than the reviewer, who came first. What another office had
-- authorised before the case was taken in stays as it was there.
CREATE TRIGGER review_stays_1 BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'a review stays'); END;
CREATE TRIGGER review_stays_2 BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'a review stays'); END;
CREATE TRIGGER attest_reviewed BEFORE INSERT ON attest
  WHEN NOT EXISTS (SELECT 1 FROM review WHERE review.instalment = NEW.instalment AND review.person <> NEW.person)
    AND NOT EXISTS (SELECT 1 FROM instalment AS i JOIN decision AS d ON d.id = i.decision
      JOIN measure AS m ON m.id = d.measure
      JOIN event AS e ON e.object = 'application' AND e.object_id = m.application
      WHERE i.id = NEW.instalment AND e.action = 'case-import' AND e.at >= NEW.at)
  BEGIN SELECT RAISE(ABORT, 'an instalment is authorised after another person has reviewed it'); END;
CREATE TRIGGER attest_revoked_open BEFORE INSERT ON attest_revoked
  WHEN EXISTS (SELECT 1 FROM batch_row WHERE batch_row.instalment = NEW.instalment)
    OR EXISTS (SELECT 1 FROM payment WHERE payment.instalment = NEW.instalment)
  BEGIN SELECT RAISE(ABORT, 'what is sealed or paid is not taken back'); END;
CREATE TRIGGER attest_revoked_stays_1 BEFORE UPDATE ON attest_revoked BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
CREATE TRIGGER attest_revoked_stays_2 BEFORE DELETE ON attest_revoked BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END;
-- Only what is authorised and neither taken back, paid nor withheld is sealed, to an account of the recipient that a
-- second person has checked.
CREATE TRIGGER batch_row_may BEFORE INSERT ON batch_row
  WHEN EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = NEW.instalment)
    OR EXISTS (SELECT 1 FROM payment AS p WHERE p.instalment = NEW.instalment)
    OR EXISTS (SELECT 1 FROM withheld AS w WHERE w.instalment = NEW.instalment)
    OR NOT EXISTS (SELECT 1 FROM payee_account AS a JOIN instalment AS i ON i.recipient = a.region
      WHERE a.id = NEW.account AND i.id = NEW.instalment AND a.checked_by IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'the instalment is not to be paid, or not to that account'); END;
CREATE TRIGGER payment_may BEFORE INSERT ON payment
  WHEN EXISTS (SELECT 1 FROM attest_revoked AS r WHERE r.instalment = NEW.instalment)
  BEGIN SELECT RAISE(ABORT, 'the authorisation was taken back'); END;
CREATE TRIGGER payment_return_stays_1 BEFORE UPDATE ON payment_return BEGIN SELECT RAISE(ABORT, 'what came back stays so'); END;
CREATE TRIGGER payment_return_stays_2 BEFORE DELETE ON payment_return BEGIN SELECT RAISE(ABORT, 'what came back stays so'); END;
-- An account that has been checked is the account for ever; another one is a new row.
CREATE TRIGGER payee_account_stays BEFORE UPDATE ON payee_account WHEN OLD.checked_by IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a checked account stays; another is a new one'); END;
CREATE TRIGGER paid_file_stays_1 BEFORE UPDATE ON paid_file BEGIN SELECT RAISE(ABORT, 'what was read stays'); END;
CREATE TRIGGER paid_file_stays_2 BEFORE DELETE ON paid_file BEGIN SELECT RAISE(ABORT, 'what was read stays'); END;
CREATE TRIGGER paid_line_stays_1 BEFORE UPDATE ON paid_line BEGIN SELECT RAISE(ABORT, 'what was read stays'); END;
CREATE TRIGGER paid_line_stays_2 BEFORE DELETE ON paid_line BEGIN SELECT RAISE(ABORT, 'what was read stays'); END;

-- What an older office had granted, planned and paid is booked as it stood.
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
  SELECT d.recorded_at, d.measure, a.year, 'frame', 'unplanned', a.ore, 'opening', d.id
  FROM decision AS d JOIN amount AS a ON a.decision = d.id
  WHERE a.kind = 'granted' AND a.ore > 0 AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.replaces = d.id)
  ORDER BY d.id, a.year;
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
  SELECT d.recorded_at, s.measure, s.year, 'unplanned', 'due', s.ore, 'opening', s.instalment
  FROM standing AS s JOIN decision AS d ON d.id = s.decision ORDER BY s.instalment;
INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id)
  SELECT p.recorded_at, s.measure, s.year, 'due', 'paid', s.ore, 'opening', s.instalment
  FROM standing AS s JOIN payment AS p ON p.instalment = s.instalment ORDER BY s.instalment;
