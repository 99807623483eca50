-- kansli: one office, one file. Facts only: what can be worked out (status, point order, sums) is not kept here.
-- Days are 'YYYY-MM-DD', moments 'YYYY-MM-DD HH:MM:SS' in Swedish civil time, money is whole öre; NULL money is
-- unknown, never 0. A row's version counts its own edits. Every change also writes a row in `event`.
-- Legal source, unless another is named: SFS 2024:1102.

-- ---- the office itself ---------------------------------------------------------------------------------------------
-- office: a UUID that drafts and backups name; name; demo: '1' in an office of invented cases, the only kind whose
-- clock can be set (demo_clock) and where --as is allowed; number_pattern: 'EFF {n}-{yyyy}'.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- the law as data -----------------------------------------------------------------------------------------------
-- The 21 who may apply: regions, and the municipality outside a region (2 §).
CREATE TABLE region (
  code           TEXT NOT NULL PRIMARY KEY,            -- county code, '23'
  name           TEXT NOT NULL,                        -- 'Region Jämtland Härjedalen'
  short          TEXT NOT NULL UNIQUE,                 -- for narrow columns
  genitive_safe  TEXT NOT NULL,                        -- reads right before 's ansökan'
  statute_name   TEXT NOT NULL,                        -- 'Gotlands kommun' in statute
  kind           TEXT NOT NULL CHECK (kind IN ('region', 'municipality')),
  orgnr          TEXT NOT NULL,
  population     INTEGER NOT NULL CHECK (population > 0),
  population_on  TEXT NOT NULL,
  sort_key       BLOB NOT NULL                         -- Swedish order, a plain blob any tool can sort by
) STRICT, WITHOUT ROWID;

-- A version of the control points (gates) or of the criteria is a decision of the delegation; answers and scores are
-- tied to the version they were given under.
CREATE TABLE gate_version (
  number      INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  adopted_on  TEXT,                                    -- NULL: proposed, not yet decided by the delegation
  adopted_ref TEXT                                     -- the decision's number
) STRICT;
CREATE TABLE gate (
  version  INTEGER NOT NULL REFERENCES gate_version (number),
  id       TEXT NOT NULL,                              -- 'G7'
  sort     INTEGER NOT NULL,
  subject  TEXT NOT NULL CHECK (subject IN ('application', 'measure', 'participant')),
  basis    TEXT NOT NULL CHECK (basis IN ('law', 'application', 'guidance')),
  way_no   TEXT NOT NULL CHECK (way_no IN ('completion', 'communication', 'suitability', 'ruling')),
  name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  question_sv TEXT NOT NULL, question_en TEXT NOT NULL,
  ground_sv TEXT NOT NULL, ground_en TEXT NOT NULL,    -- the provision
  way_text_sv TEXT NOT NULL, way_text_en TEXT NOT NULL, -- what a 'nej' leads to
  PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE criteria_version (
  number      INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  adopted_on  TEXT,
  adopted_ref TEXT
) STRICT;
CREATE TABLE criterion (
  version INTEGER NOT NULL REFERENCES criteria_version (number),
  id      TEXT NOT NULL,                               -- 'K4'
  sort    INTEGER NOT NULL,
  weight  INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  bonus   INTEGER NOT NULL CHECK (bonus IN (0, 1)),
  name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  trace   TEXT NOT NULL,                               -- the sentence it comes from
  step0_sv TEXT NOT NULL, step1_sv TEXT NOT NULL, step2_sv TEXT NOT NULL, step3_sv TEXT NOT NULL, step4_sv TEXT NOT NULL,
  step0_en TEXT NOT NULL, step1_en TEXT NOT NULL, step2_en TEXT NOT NULL, step3_en TEXT NOT NULL, step4_en TEXT NOT NULL,
  PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

-- The ten things a granting decision shall contain (14 §).
CREATE TABLE point (
  number      INTEGER NOT NULL PRIMARY KEY CHECK (number BETWEEN 1 AND 99),
  key         TEXT NOT NULL UNIQUE,
  title_sv TEXT NOT NULL, title_en TEXT NOT NULL,
  source      TEXT NOT NULL,
  filled_by   TEXT NOT NULL CHECK (filled_by IN ('amount', 'dates', 'measure', 'period', 'typed', 'standard')),
  standard_sv TEXT NOT NULL, standard_en TEXT NOT NULL -- proposed text; '' where there is none
) STRICT;

-- Words to choose among: measure types, areas, effect types, tags, ways, outcomes, roles; and the status words with
-- their next step (kind 'state': help is the next step, mover is whose move it is).
CREATE TABLE word (
  kind    TEXT NOT NULL,
  code    TEXT NOT NULL,
  sort    INTEGER NOT NULL,
  name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  help_sv TEXT NOT NULL, help_en TEXT NOT NULL,
  mover_sv TEXT NOT NULL DEFAULT '', mover_en TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

-- ---- people --------------------------------------------------------------------------------------------------------
CREATE TABLE person (
  id       INTEGER PRIMARY KEY,
  login    TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 64), -- the Unix user
  name     TEXT NOT NULL CHECK (length(name) > 0),
  sort_key BLOB NOT NULL,
  region   TEXT REFERENCES region (code),               -- home region or employer, a hint for jäv
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A role is held from a day to a day; members and the chair are appointed for a fixed time (SFS 2007:824 17 a §).
CREATE TABLE appointment (
  id      INTEGER PRIMARY KEY,
  person  INTEGER NOT NULL REFERENCES person (id),
  role    TEXT NOT NULL CHECK (role IN ('registrar', 'officer', 'member', 'chair', 'controller', 'auditor', 'administrator')),
  from_on TEXT NOT NULL,
  to_on   TEXT CHECK (to_on IS NULL OR to_on >= from_on), -- the last day; NULL: until further notice
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX appointment_person ON appointment (person);

-- ---- rounds and limits ---------------------------------------------------------------------------------------------
CREATE TABLE round (
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL UNIQUE,                -- '2026'
  title            TEXT NOT NULL,
  year             INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099), -- the year its decisions are meant for
  opens_on         TEXT NOT NULL,
  closes_on        TEXT NOT NULL CHECK (closes_on >= opens_on),
  criteria_version INTEGER NOT NULL REFERENCES criteria_version (number),
  gate_version     INTEGER NOT NULL REFERENCES gate_version (number),
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Three limits are kept apart: the year's appropriation (charged when money is paid), the authority to commit a later
-- year (beställningsbemyndigande), and the round's own; 'carried' is carried-over appropriation, a row of its own.
-- The row in force on a day is the one with the latest valid_from not after it.
CREATE TABLE money_limit (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('appropriation', 'commitment', 'round', 'carried')),
  year       INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099), -- payment year
  round      INTEGER REFERENCES round (id),
  ore        INTEGER NOT NULL CHECK (ore BETWEEN 0 AND 1000000000000000),
  source     TEXT NOT NULL CHECK (length(source) > 0),
  valid_from TEXT NOT NULL,
  CHECK ((kind = 'round') = (round IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX money_limit_common ON money_limit (kind, year, valid_from) WHERE round IS NULL;
CREATE UNIQUE INDEX money_limit_round ON money_limit (round, year, valid_from) WHERE round IS NOT NULL;

-- ---- applications (4, 8, 9 §§) -------------------------------------------------------------------------------------
CREATE TABLE application (
  id             INTEGER PRIMARY KEY,
  year           INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099), -- of arrival; with n the register number
  n              INTEGER NOT NULL CHECK (n > 0),
  round          INTEGER NOT NULL REFERENCES round (id),
  lead           TEXT NOT NULL REFERENCES region (code),
  title          TEXT NOT NULL CHECK (length(title) > 0),
  own_number     TEXT,                                  -- the applicant's, unchanged
  own_number_key TEXT,                                  -- without separators, for finding
  arrived_on     TEXT NOT NULL,                         -- FL 22 §
  arrived_time   TEXT,                                  -- 'HH:MM' where known
  way            TEXT NOT NULL,                         -- how it came: word kind 'arrival'
  summary        TEXT NOT NULL DEFAULT '',
  economy        TEXT NOT NULL DEFAULT '',              -- 9 § 1
  needs          TEXT NOT NULL DEFAULT '',              -- 9 § 2
  scope          TEXT NOT NULL DEFAULT '',              -- what it is limited to
  sources        TEXT NOT NULL DEFAULT '',              -- references it leans on
  invented       INTEGER NOT NULL DEFAULT 0 CHECK (invented IN (0, 1, 2)), -- sample data: 1 wholly, 2 in part
  officer        INTEGER REFERENCES person (id),
  assigned_on    TEXT,
  withdrawn_on   TEXT,
  withdrawn_why  TEXT,
  registered_by  INTEGER NOT NULL REFERENCES person (id),
  registered_at  TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, n),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_why IS NULL)),
  CHECK ((officer IS NULL) = (assigned_on IS NULL))
) STRICT;
-- The same applicant cannot register the same own number twice.
CREATE UNIQUE INDEX application_own ON application (lead, own_number_key) WHERE own_number_key IS NOT NULL;
CREATE INDEX application_round ON application (round, year, n);
CREATE INDEX application_own_key ON application (own_number_key) WHERE own_number_key IS NOT NULL;

-- Every region that applies, the lead among them. Its paper: a proposal (förslag) is never the decision.
CREATE TABLE participant (
  id             INTEGER PRIMARY KEY,
  application    INTEGER NOT NULL REFERENCES application (id),
  region         TEXT NOT NULL REFERENCES region (code),
  own_number     TEXT,
  own_number_key TEXT,
  paper          TEXT NOT NULL DEFAULT 'none' CHECK (paper IN ('none', 'proposal', 'handled', 'decision')),
  paper_on       TEXT,
  paper_body     TEXT,                                  -- who decided or proposed
  certified_on   TEXT,                                  -- certificate by an authorised representative
  version        INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, region)
) STRICT;
CREATE INDEX participant_region ON participant (region);
CREATE INDEX participant_own_key ON participant (own_number_key) WHERE own_number_key IS NOT NULL;

CREATE TABLE measure (
  id            INTEGER PRIMARY KEY,
  application   INTEGER NOT NULL REFERENCES application (id),
  n             INTEGER NOT NULL CHECK (n > 0),         -- 3 in 12.3
  title         TEXT NOT NULL CHECK (length(title) > 0),
  description   TEXT NOT NULL DEFAULT '',               -- 9 § 3
  achieve       TEXT NOT NULL DEFAULT '',               -- what is to be achieved, 9 § 3
  type          TEXT,                                   -- word 'type': restructuring or efficiency, 1 §
  area          TEXT,                                   -- word 'area': care or its administration, 1 §
  effect        TEXT,                                   -- word 'effect'
  tags          TEXT NOT NULL DEFAULT '',               -- words 'tag' parted by |
  from_on       TEXT,
  to_on         TEXT CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on),
  form          TEXT,                                   -- word 'form': full or part financing, 6 §
  other_support TEXT NOT NULL DEFAULT '',               -- other state support, 5 §
  lasting       TEXT NOT NULL DEFAULT '',               -- plan for lasting effect
  invented      INTEGER NOT NULL DEFAULT 0 CHECK (invented IN (0, 1)),
  withdrawn_on  TEXT,
  withdrawn_why TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_why IS NULL))
) STRICT;

-- ---- dialogue (FL 27 §): written once, corrected by a new note that points at the old --------------------------------
CREATE TABLE note (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  n           INTEGER NOT NULL CHECK (n > 0),           -- note 3 of the application, a stable public number
  measure     INTEGER REFERENCES measure (id),
  kind        TEXT NOT NULL CHECK (kind IN ('file', 'working')), -- tjänsteanteckning or working material
  occurred_on TEXT NOT NULL,
  occurred_time TEXT,
  way         TEXT NOT NULL,                            -- word 'dialogue'
  with_whom   TEXT NOT NULL DEFAULT '',                 -- organisation
  with_role   TEXT NOT NULL DEFAULT '',
  with_name   TEXT NOT NULL DEFAULT '',
  said        TEXT NOT NULL CHECK (length(said) > 0),
  changed     TEXT NOT NULL DEFAULT '',                 -- what it changed in the case
  corrects    INTEGER REFERENCES note (id),
  author      INTEGER NOT NULL REFERENCES person (id),
  written_at  TEXT NOT NULL,
  UNIQUE (application, n)
) STRICT;
CREATE TRIGGER note_stays_1 BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;
CREATE TRIGGER note_stays_2 BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a note is never removed'); END;

-- ---- control points ------------------------------------------------------------------------------------------------
CREATE TABLE gate_answer (
  id           INTEGER PRIMARY KEY,
  application  INTEGER NOT NULL REFERENCES application (id),
  measure      INTEGER REFERENCES measure (id),
  participant  INTEGER REFERENCES participant (id),
  gate_version INTEGER NOT NULL,
  gate         TEXT NOT NULL,
  answer       TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unclear', 'na')),
  reason       TEXT NOT NULL DEFAULT '',
  way          TEXT CHECK (way IN ('completion', 'communication', 'suitability', 'ruling')), -- the way on
  due_on       TEXT,                                    -- last day for the applicant's answer
  answered_by  INTEGER NOT NULL REFERENCES person (id),
  answered_at  TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (gate_version, gate) REFERENCES gate (version, id),
  CHECK (measure IS NULL OR participant IS NULL),
  CHECK (answer NOT IN ('no', 'unclear') OR (length(reason) > 0 AND way IS NOT NULL)),
  CHECK (answer IN ('no', 'unclear') OR (way IS NULL AND due_on IS NULL)),
  CHECK (answer <> 'na' OR length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX gate_answer_application ON gate_answer (application, gate) WHERE measure IS NULL AND participant IS NULL;
CREATE UNIQUE INDEX gate_answer_measure ON gate_answer (measure, gate) WHERE measure IS NOT NULL;
CREATE UNIQUE INDEX gate_answer_participant ON gate_answer (participant, gate) WHERE participant IS NOT NULL;
CREATE INDEX gate_answer_of ON gate_answer (application);
CREATE INDEX gate_answer_due ON gate_answer (due_on) WHERE due_on IS NOT NULL;

-- ---- the register (OSL 5 kap. 1–2 and 5 §§, FL 22 §) ---------------------------------------------------------------
-- A matter that is not an application: the round itself, support with an analysis (SFS 2007:824 15 b §), a request for
-- documents, a report to the government, a meeting, a referral. Its number is of the same series as the applications'.
CREATE TABLE matter (
  id            INTEGER PRIMARY KEY,
  year          INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099),
  n             INTEGER NOT NULL CHECK (n > 0),
  kind          TEXT NOT NULL CHECK (kind IN ('round', 'analysis', 'request', 'report', 'meeting', 'referral', 'other')),
  title         TEXT NOT NULL CHECK (length(title) > 0), -- the subject line
  opened_on     TEXT NOT NULL,
  round         INTEGER REFERENCES round (id),           -- of a 'round': which
  region        TEXT REFERENCES region (code),
  party         TEXT NOT NULL DEFAULT '',                -- who it is with, where no region
  about         TEXT NOT NULL DEFAULT '',
  officer       INTEGER REFERENCES person (id),
  outcome       TEXT NOT NULL DEFAULT '',                -- how it ended: 'anses besvarat' is an outcome too
  registered_by INTEGER NOT NULL REFERENCES person (id),
  registered_at TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, n)
) STRICT;
CREATE UNIQUE INDEX matter_round ON matter (round) WHERE kind = 'round';
CREATE INDEX matter_region ON matter (region) WHERE region IS NOT NULL;
CREATE TRIGGER matter_number BEFORE INSERT ON matter
  WHEN EXISTS (SELECT 1 FROM application WHERE year = NEW.year AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'an application has the number already'); END;
CREATE TRIGGER application_number BEFORE INSERT ON application
  WHEN EXISTS (SELECT 1 FROM matter WHERE year = NEW.year AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'a matter has the number already'); END;

-- A paper that came in, went out or was drawn up. Without a case it lies in the inbox and has no number yet; what is
-- registered is never removed: a wrong one is moved or void, its number stays.
CREATE TABLE document (
  id             INTEGER PRIMARY KEY,
  application    INTEGER REFERENCES application (id),
  matter         INTEGER REFERENCES matter (id),
  n              INTEGER CHECK (n > 0),                  -- 3 in 'EFF 12-2026-3'
  direction      TEXT NOT NULL CHECK (direction IN ('in', 'out', 'made')),
  kind           TEXT NOT NULL,                          -- word 'document', open-ended
  on_day         TEXT NOT NULL,                          -- came in (FL 22 §), sent or drawn up
  on_time        TEXT,
  found_on       TEXT,                                   -- the day it was found, where FL 22 § gives an earlier one
  arrival_rule   TEXT CHECK (arrival_rule IN ('reached', 'advice', 'mailbox')), -- how on_day follows from FL 22 §
  dated_on       TEXT,                                   -- the paper's own date: any day of the week
  way            TEXT,                                   -- word 'arrival'
  region         TEXT REFERENCES region (code),          -- sender or receiver
  party          TEXT NOT NULL DEFAULT '',               -- sender or receiver in words: unit, person, title
  subject        TEXT NOT NULL CHECK (length(subject) > 0), -- in brief what it concerns
  open_subject   TEXT NOT NULL DEFAULT '',               -- the public register's words where the subject is marked
  pages          INTEGER CHECK (pages > 0),
  incomplete     INTEGER NOT NULL DEFAULT 0 CHECK (incomplete IN (0, 1)), -- an excerpt, a broken-off source
  file_name      TEXT,
  file_hash      TEXT CHECK (length(file_hash) = 64),    -- SHA-256: where the file is kept beside the office
  file_bytes     INTEGER CHECK (file_bytes >= 0),
  own_number     TEXT,                                   -- the other body's number, unchanged
  own_number_key TEXT,
  secret_ground  TEXT,                                   -- OSL 5:5: provision, day, authority; a reminder, no answer
  secret_on      TEXT,
  secret_by      TEXT,
  moved_to       INTEGER REFERENCES document (id),       -- 'överförd till …': where it stands now
  void_why       TEXT,                                   -- 'utgår, felregistrerad'
  registered_by  INTEGER NOT NULL REFERENCES person (id),
  registered_at  TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  CHECK (application IS NULL OR matter IS NULL),
  CHECK ((application IS NULL AND matter IS NULL) = (n IS NULL)),
  CHECK ((file_hash IS NULL) = (file_name IS NULL) AND (file_hash IS NULL) = (file_bytes IS NULL)),
  CHECK ((secret_ground IS NULL) = (secret_on IS NULL) AND (secret_ground IS NULL) = (secret_by IS NULL)),
  CHECK (moved_to IS NULL OR void_why IS NULL)
) STRICT;
CREATE UNIQUE INDEX document_application ON document (application, n) WHERE application IS NOT NULL;
CREATE UNIQUE INDEX document_matter ON document (matter, n) WHERE matter IS NOT NULL;
CREATE INDEX document_inbox ON document (on_day) WHERE n IS NULL;
CREATE INDEX document_file ON document (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX document_own_key ON document (own_number_key) WHERE own_number_key IS NOT NULL;
CREATE UNIQUE INDEX document_moved ON document (moved_to) WHERE moved_to IS NOT NULL;
CREATE INDEX document_registered ON document (registered_at);
CREATE TRIGGER document_stays BEFORE DELETE ON document
  BEGIN SELECT RAISE(ABORT, 'what is registered is never removed'); END;
-- Content that is gone, with its trace: lawful disposal, or sent in error (arkivlag 10 §). The row and the hash stay.
CREATE TABLE removal (
  document   INTEGER NOT NULL PRIMARY KEY REFERENCES document (id),
  kind       TEXT NOT NULL CHECK (kind IN ('disposal', 'error')),
  ground     TEXT NOT NULL CHECK (length(ground) > 0),
  removed_by INTEGER NOT NULL REFERENCES person (id),
  removed_at TEXT NOT NULL
) STRICT;
-- The words of a document, for searching; made from the file, and gone with it.
CREATE TABLE document_text (
  document INTEGER NOT NULL PRIMARY KEY REFERENCES document (id),
  text     TEXT NOT NULL
) STRICT;
-- Who got it, when and how: distribution lists, mail to the regions, receipts.
CREATE TABLE dispatch (
  id          INTEGER PRIMARY KEY,
  document    INTEGER NOT NULL REFERENCES document (id),
  region      TEXT REFERENCES region (code),
  name        TEXT NOT NULL DEFAULT '',
  way         TEXT NOT NULL,                             -- word 'arrival'
  sent_on     TEXT,                                      -- NULL: on the list, not sent yet
  received_on TEXT,                                      -- the receipt
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK (region IS NOT NULL OR length(name) > 0)
) STRICT;
CREATE INDEX dispatch_document ON dispatch (document);
-- A paper with a secrecy mark was read.
CREATE TABLE reading (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  person   INTEGER NOT NULL REFERENCES person (id),
  read_at  TEXT NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading (document);
-- A case registered by mistake: its number stays, and says where the papers went.
CREATE TABLE misregistration (
  id             INTEGER PRIMARY KEY,
  application    INTEGER UNIQUE REFERENCES application (id),
  matter         INTEGER UNIQUE REFERENCES matter (id),
  to_application INTEGER REFERENCES application (id),
  to_matter      INTEGER REFERENCES matter (id),
  why            TEXT NOT NULL CHECK (length(why) > 0),
  found_by       INTEGER NOT NULL REFERENCES person (id),
  found_at       TEXT NOT NULL,
  CHECK ((application IS NULL) <> (matter IS NULL)),
  CHECK (to_application IS NULL OR to_matter IS NULL)
) STRICT;
-- Other bodies' numbers for the same thing, as text, with a key that finds them without separators.
CREATE TABLE cross_number (
  id          INTEGER PRIMARY KEY,
  application INTEGER REFERENCES application (id),
  matter      INTEGER REFERENCES matter (id),
  region      TEXT REFERENCES region (code),
  number      TEXT NOT NULL CHECK (length(number) > 0),
  number_key  TEXT NOT NULL,
  about       TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((application IS NULL) <> (matter IS NULL))
) STRICT;
CREATE INDEX cross_number_application ON cross_number (application) WHERE application IS NOT NULL;
CREATE INDEX cross_number_matter ON cross_number (matter) WHERE matter IS NOT NULL;
CREATE INDEX cross_number_key ON cross_number (number_key);
-- What the application leans on: reports, plans, reviews.
CREATE TABLE reference (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  title       TEXT NOT NULL CHECK (length(title) > 0),
  issuer      TEXT NOT NULL DEFAULT '',
  number      TEXT NOT NULL DEFAULT '',
  incomplete  INTEGER NOT NULL DEFAULT 0 CHECK (incomplete IN (0, 1)),
  dropped_on  TEXT,                                      -- taken away on this day; the row and its number stay
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n)
) STRICT;
-- What happened before, and related matters elsewhere; a date is kept as it was given ('27 maj', 'juli 2024') beside
-- the days it can mean.
CREATE TABLE background (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  given       TEXT NOT NULL CHECK (length(given) > 0),
  first_on    TEXT,                                      -- NULL: cannot be placed
  last_on     TEXT CHECK (last_on >= first_on),
  what        TEXT NOT NULL CHECK (length(what) > 0),
  who         TEXT NOT NULL DEFAULT '',
  number      TEXT NOT NULL DEFAULT '',
  outcome     TEXT NOT NULL DEFAULT '',
  dropped_on  TEXT,                                      -- taken away on this day; the row and its number stay
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n),
  CHECK ((first_on IS NULL) = (last_on IS NULL))
) STRICT;

-- ---- who applies (4, 8 §§) -----------------------------------------------------------------------------------------
-- A participant's certificate, political decision and contribution, beyond the day and body the participant carries.
CREATE TABLE anchoring (
  participant        INTEGER NOT NULL PRIMARY KEY REFERENCES participant (id),
  body_kind          TEXT CHECK (body_kind IN ('council', 'executive', 'committee', 'working', 'other')),
  section            TEXT NOT NULL DEFAULT '',           -- '§ 87' of the minutes
  number             TEXT NOT NULL DEFAULT '',           -- the body's own
  document           INTEGER REFERENCES document (id),   -- the minutes
  certified_name     TEXT NOT NULL DEFAULT '',           -- the authorised representative
  certified_title    TEXT NOT NULL DEFAULT '',
  certified_document INTEGER REFERENCES document (id),
  contribution       TEXT NOT NULL DEFAULT '',           -- what the region gives: resources, hours
  version            INTEGER NOT NULL DEFAULT 1
) STRICT;
-- A region's share of a joint measure's sought amount.
CREATE TABLE share (
  participant INTEGER NOT NULL REFERENCES participant (id),
  measure     INTEGER NOT NULL REFERENCES measure (id),
  ore         INTEGER NOT NULL CHECK (ore BETWEEN 0 AND 1000000000000000),
  PRIMARY KEY (participant, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_measure ON share (measure);
CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  participant INTEGER REFERENCES participant (id),       -- NULL: for the whole application
  name        TEXT NOT NULL CHECK (length(name) > 0),
  title       TEXT NOT NULL DEFAULT '',
  email       TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  until_on    TEXT,                                      -- left on this day
  dropped_on  TEXT,                                      -- taken away on this day; the row and its number stay
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n)
) STRICT;
-- When a region's body is known to meet, to be shown beside a deadline one sets.
CREATE TABLE region_meeting (
  id      INTEGER PRIMARY KEY,
  region  TEXT NOT NULL REFERENCES region (code),
  on_day  TEXT NOT NULL,
  body    TEXT NOT NULL CHECK (length(body) > 0),
  source  TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (region, on_day, body)
) STRICT;

-- ---- what is applied for (9 §) -------------------------------------------------------------------------------------
CREATE TABLE need (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  title       TEXT NOT NULL CHECK (length(title) > 0),
  text        TEXT NOT NULL DEFAULT '',
  tag         TEXT,                                      -- word 'need': why it is great; never asked for
  dropped_on  TEXT,                                      -- taken away on this day; the row and its number stay
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n)
) STRICT;
-- Which needs a measure answers to.
CREATE TABLE need_measure (
  need    INTEGER NOT NULL REFERENCES need (id),
  measure INTEGER NOT NULL REFERENCES measure (id),
  PRIMARY KEY (need, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_measure_of ON need_measure (measure);
-- The facts of a measure's promise, one row a measure: what is held constant, what stays afterwards.
CREATE TABLE promise (
  measure     INTEGER NOT NULL PRIMARY KEY REFERENCES measure (id),
  constant    TEXT NOT NULL DEFAULT '',                  -- what is held constant along the route (word 'effect')
  need_shown  TEXT NOT NULL DEFAULT '',                  -- more care: the need that has been assessed
  result      TEXT,                                      -- word 'result': cost, quality or access, counted in the region
  running     TEXT NOT NULL DEFAULT '',                  -- who pays running costs afterwards
  transfer    TEXT NOT NULL DEFAULT '',                  -- what others can take over
  otherwise   TEXT NOT NULL DEFAULT '',                  -- what happens without the grant
  scope       TEXT NOT NULL DEFAULT '',                  -- what it is limited to
  perspective TEXT NOT NULL DEFAULT '',                  -- children, gender equality, equal terms
  hours       INTEGER CHECK (hours >= 0),                -- staff hours freed a year
  productivity INTEGER NOT NULL DEFAULT 0 CHECK (productivity IN (0, 1)),
  quality     INTEGER NOT NULL DEFAULT 0 CHECK (quality IN (0, 1)),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
-- Cost rows add up to the measure's estimated cost of the year.
CREATE TABLE cost (
  id      INTEGER PRIMARY KEY,
  measure INTEGER NOT NULL REFERENCES measure (id),
  n       INTEGER NOT NULL CHECK (n > 0),
  year    INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099),
  kind    TEXT NOT NULL,                                 -- word 'cost': staff, equipment, introduction, running …
  ore     INTEGER NOT NULL CHECK (ore BETWEEN 0 AND 1000000000000000),
  text    TEXT NOT NULL DEFAULT '',
  dropped_on TEXT,                                       -- taken away on this day; the row and its number stay
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, n)
) STRICT;
CREATE TABLE indicator (
  id          INTEGER PRIMARY KEY,
  measure     INTEGER NOT NULL REFERENCES measure (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  name        TEXT NOT NULL CHECK (length(name) > 0),
  unit        TEXT NOT NULL DEFAULT '',
  baseline    TEXT NOT NULL DEFAULT '',                  -- as given: '4,2'
  baseline_on TEXT,
  target      TEXT NOT NULL DEFAULT '',
  target_on   TEXT,
  method      TEXT NOT NULL DEFAULT '',
  dropped_on  TEXT,                                      -- taken away on this day; the row and its number stay
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, n)
) STRICT;
-- Other state support for the measure (5 §): which, for what time, from which source.
CREATE TABLE support (
  id      INTEGER PRIMARY KEY,
  measure INTEGER NOT NULL REFERENCES measure (id),
  n       INTEGER NOT NULL CHECK (n > 0),
  name    TEXT NOT NULL CHECK (length(name) > 0),
  from_on TEXT,
  to_on   TEXT CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on),
  ore     INTEGER CHECK (ore BETWEEN 0 AND 1000000000000000), -- NULL: unknown
  source  TEXT NOT NULL DEFAULT '',
  dropped_on TEXT,                                       -- taken away on this day; the row and its number stay
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, n)
) STRICT;
-- The application as it stood before an answer changed it: canonical JSON, kept side by side with what stands now.
CREATE TABLE application_version (
  id           INTEGER PRIMARY KEY,
  application  INTEGER NOT NULL REFERENCES application (id),
  n            INTEGER NOT NULL CHECK (n > 0),
  kept_by      INTEGER NOT NULL REFERENCES person (id),
  kept_at      TEXT NOT NULL,
  why          TEXT NOT NULL CHECK (length(why) > 0),
  content      TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64), -- SHA-256: what the event tells of it
  UNIQUE (application, n)
) STRICT;
CREATE TRIGGER application_version_stays_1 BEFORE UPDATE ON application_version
  BEGIN SELECT RAISE(ABORT, 'a kept version stays as it is'); END;
CREATE TRIGGER application_version_stays_2 BEFORE DELETE ON application_version
  BEGIN SELECT RAISE(ABORT, 'a kept version stays as it is'); END;

-- ---- what is seen beside control points ----------------------------------------------------------------------------
-- What the program can see for itself, shown beside which control point: a finding by its code ('costs'), never an answer.
CREATE TABLE gate_evidence (
  version  INTEGER NOT NULL,
  gate     TEXT NOT NULL,
  evidence TEXT NOT NULL CHECK (length(evidence) > 0),
  PRIMARY KEY (version, gate, evidence),
  FOREIGN KEY (version, gate) REFERENCES gate (version, id)
) STRICT, WITHOUT ROWID;

-- ---- the clocks (10–12 §§, FL 25–26 §§) ----------------------------------------------------------------------------
-- Who may sign what, from a day to a day: the delegation's rules of procedure as data.
CREATE TABLE power (
  id      INTEGER PRIMARY KEY,
  what    TEXT NOT NULL,                                 -- word 'clock', or 'respite' and 'respite_refused'
  role    TEXT NOT NULL CHECK (role IN ('registrar', 'officer', 'member', 'chair', 'controller', 'delegation')),
  from_on TEXT NOT NULL,
  to_on   TEXT CHECK (to_on IS NULL OR to_on >= from_on),
  source  TEXT NOT NULL CHECK (length(source) > 0),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
-- Something asked of somebody outside, with a day for the answer; 'as_is' is the ruling that nothing more is waited for.
CREATE TABLE clock (
  id              INTEGER PRIMARY KEY,
  application     INTEGER NOT NULL REFERENCES application (id),
  n               INTEGER NOT NULL CHECK (n > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('completion', 'notice', 'as_is', 'communication', 'referral')),
  follows         INTEGER REFERENCES clock (id),         -- of 'as_is': what was not answered; else the earlier round
  measure         INTEGER REFERENCES measure (id),
  participant     INTEGER REFERENCES participant (id),   -- asked of one region of a joint application
  asked_whom      TEXT NOT NULL DEFAULT '',              -- of a referral
  asks            TEXT NOT NULL CHECK (length(asks) > 0),
  sent_on         TEXT NOT NULL,
  way             TEXT NOT NULL,                         -- word 'arrival'; '' of 'as_is': nothing is sent
  due_on          TEXT,                                  -- last day for the answer; NULL: 'as_is' asks for none
  signed_by       INTEGER NOT NULL REFERENCES person (id),
  power           INTEGER REFERENCES power (id),         -- NULL: the delegation's own decision, named in power_ref
  power_ref       TEXT NOT NULL DEFAULT '',
  document        INTEGER REFERENCES document (id),
  answered_on     TEXT,
  answer          TEXT NOT NULL DEFAULT '',
  answer_document INTEGER REFERENCES document (id),
  outcome         TEXT CHECK (outcome IN ('complete', 'partly', 'unanswered', 'commented', 'adjusted', 'stands', 'withdrawn')),
  consequence     TEXT NOT NULL DEFAULT '',
  ended_on        TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  UNIQUE (application, n),
  CHECK ((kind = 'as_is') = (due_on IS NULL)),
  CHECK (kind <> 'as_is' OR follows IS NOT NULL),
  CHECK (due_on IS NULL OR due_on >= sent_on),
  CHECK ((outcome IS NULL) = (ended_on IS NULL))
) STRICT;
CREATE INDEX clock_due ON clock (due_on) WHERE ended_on IS NULL;
-- What was asked for, one by one, and when it came.
CREATE TABLE clock_item (
  id          INTEGER PRIMARY KEY,
  clock       INTEGER NOT NULL REFERENCES clock (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  text        TEXT NOT NULL CHECK (length(text) > 0),
  gate_answer INTEGER REFERENCES gate_answer (id),       -- the 'nej' it came from
  met_on      TEXT,
  document    INTEGER REFERENCES document (id),
  UNIQUE (clock, n)
) STRICT;
CREATE INDEX clock_item_gate ON clock_item (gate_answer) WHERE gate_answer IS NOT NULL;
-- More time: asked for, given or refused.
CREATE TABLE respite (
  id         INTEGER PRIMARY KEY,
  clock      INTEGER NOT NULL REFERENCES clock (id),
  asked_on   TEXT NOT NULL,
  old_due_on TEXT NOT NULL,
  new_due_on TEXT,                                       -- NULL: refused
  why        TEXT NOT NULL CHECK (length(why) > 0),
  signed_by  INTEGER NOT NULL REFERENCES person (id),
  power      INTEGER REFERENCES power (id),
  power_ref  TEXT NOT NULL DEFAULT '',
  ruled_at   TEXT NOT NULL
) STRICT;
CREATE INDEX respite_clock ON respite (clock);
-- That something was obviously unnecessary to communicate, or material there is (FL 25 §): a person's judgement.
CREATE TABLE uncommunicated (
  id          INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id),
  measure     INTEGER REFERENCES measure (id),
  why         TEXT NOT NULL CHECK (length(why) > 0),
  judged_by   INTEGER NOT NULL REFERENCES person (id),
  judged_at   TEXT NOT NULL
) STRICT;
CREATE INDEX uncommunicated_application ON uncommunicated (application);

-- ---- conflict of interest, jäv (FL 16–18 §§) -----------------------------------------------------------------------
-- A person is asked about one application or about a whole round, where cases compete. Who reports steps aside at once;
-- the authority tries it; what turns up later says what becomes of work already done.
CREATE TABLE disqualification (
  id          INTEGER PRIMARY KEY,
  person      INTEGER NOT NULL REFERENCES person (id),
  application INTEGER REFERENCES application (id),
  round       INTEGER REFERENCES round (id),
  asked_on    TEXT,                                      -- NULL: said unasked, or found later
  asked_by    INTEGER REFERENCES person (id),
  answer      TEXT CHECK (answer IN ('none', 'reported')),
  answered_at TEXT,
  ground      TEXT CHECK (ground IN ('party', 'representative', 'earlier', 'other')), -- FL 16 § 1–4
  what        TEXT NOT NULL DEFAULT '',
  later       INTEGER NOT NULL DEFAULT 0 CHECK (later IN (0, 1)), -- discovered after work had begun
  tried_on    TEXT,
  tried_by    TEXT NOT NULL DEFAULT '',                  -- who tried it: the chair, the delegation …
  took_part   INTEGER NOT NULL DEFAULT 0 CHECK (took_part IN (0, 1)), -- the person was needed in trying it (FL 18 §)
  outcome     TEXT CHECK (outcome IN ('barred', 'free', 'excepted')), -- excepted: FL 17 §, nobody else could in time
  reasons     TEXT NOT NULL DEFAULT '',
  work        TEXT CHECK (work IN ('none', 'set_aside', 'kept', 'redone')),
  work_why    TEXT NOT NULL DEFAULT '',
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((application IS NULL) <> (round IS NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK (answer IS NOT 'reported' OR (ground IS NOT NULL AND length(what) > 0)),
  CHECK ((outcome IS NULL) = (tried_on IS NULL)),
  CHECK (outcome IS NULL OR (answer IS 'reported' AND length(reasons) > 0 AND length(tried_by) > 0)),
  CHECK (work IS NULL OR length(work_why) > 0)
) STRICT;
CREATE UNIQUE INDEX disqualification_application ON disqualification (person, application) WHERE application IS NOT NULL;
CREATE UNIQUE INDEX disqualification_round ON disqualification (person, round) WHERE round IS NOT NULL;
CREATE INDEX disqualification_of ON disqualification (application) WHERE application IS NOT NULL;
CREATE INDEX disqualification_in ON disqualification (round) WHERE round IS NOT NULL;
CREATE INDEX disqualification_bars ON disqualification (person)
  WHERE answer = 'reported' AND (outcome IS NULL OR outcome = 'barred');
CREATE INDEX disqualification_work ON disqualification (person) WHERE work IN ('set_aside', 'redone');
-- Who takes no part in what (FL 17 §): reported, and not tried as free or excepted. This is the one place where it is
-- said: whatever hides or refuses asks here. Barred from a round is barred from each of its applications.
CREATE VIEW bar (person, application, round, answered_at, tried_on, recorded_by) AS
  SELECT person, application, round, answered_at, tried_on, recorded_by FROM disqualification
    WHERE answer = 'reported' AND (outcome IS NULL OR outcome = 'barred');
CREATE VIEW barred (person, application) AS
  SELECT person, application FROM bar WHERE application IS NOT NULL
  UNION ALL SELECT bar.person, a.id FROM bar CROSS JOIN application AS a ON a.round = bar.round;
-- Whose work in what no longer counts: set aside, or done anew by somebody else.
CREATE VIEW set_aside (person, application) AS
  SELECT person, application FROM disqualification
    WHERE work IN ('set_aside', 'redone') AND outcome IS NOT 'free' AND application IS NOT NULL
  UNION ALL SELECT q.person, a.id FROM disqualification AS q CROSS JOIN application AS a ON a.round = q.round
    WHERE q.work IN ('set_aside', 'redone') AND q.outcome IS NOT 'free';

-- ---- dialogue, further (FL 27 §) -----------------------------------------------------------------------------------
-- What a note is about beyond its measure, who it is for, and what it asks somebody to come back to.
CREATE TABLE note_about (
  note         INTEGER NOT NULL PRIMARY KEY REFERENCES note (id),
  gate_version INTEGER,
  gate         TEXT,
  criteria_version INTEGER,
  criterion    TEXT,
  communicate  INTEGER NOT NULL DEFAULT 0 CHECK (communicate IN (0, 1)), -- to be communicated (FL 25 §), not internal
  follow_on    TEXT,                                     -- to be followed up on this day
  FOREIGN KEY (gate_version, gate) REFERENCES gate (version, id),
  FOREIGN KEY (criteria_version, criterion) REFERENCES criterion (version, id)
) STRICT;
CREATE INDEX note_about_follow ON note_about (follow_on) WHERE follow_on IS NOT NULL;
CREATE TRIGGER note_about_stays_1 BEFORE UPDATE ON note_about BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;
CREATE TRIGGER note_about_stays_2 BEFORE DELETE ON note_about BEGIN SELECT RAISE(ABORT, 'a note is never removed'); END;
CREATE TABLE follow_up (
  note    INTEGER NOT NULL PRIMARY KEY REFERENCES note (id),
  done_on TEXT NOT NULL,
  how     TEXT NOT NULL DEFAULT '',
  done_by INTEGER NOT NULL REFERENCES person (id)
) STRICT;

-- ---- closing, archive, release -------------------------------------------------------------------------------------
CREATE TABLE closure (
  id          INTEGER PRIMARY KEY,
  application INTEGER UNIQUE REFERENCES application (id),
  matter      INTEGER UNIQUE REFERENCES matter (id),
  closed_on   TEXT NOT NULL,
  why         TEXT NOT NULL CHECK (length(why) > 0),
  closed_by   INTEGER NOT NULL REFERENCES person (id),
  reopened_on TEXT,                                      -- NULL: closed; closing again takes it away
  reopened_why TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((application IS NULL) <> (matter IS NULL)),
  CHECK ((reopened_on IS NULL) = (reopened_why IS NULL))
) STRICT;
-- What becomes of working material when the case closes (TF 2:12): what is kept becomes public.
CREATE TABLE note_fate (
  note     INTEGER NOT NULL PRIMARY KEY REFERENCES note (id),
  fate     TEXT NOT NULL CHECK (fate IN ('archive', 'discard', 'file')),
  fated_by INTEGER NOT NULL REFERENCES person (id),
  fated_at TEXT NOT NULL
) STRICT;
-- A request for documents: what is asked for, part by part, each tested by a person at that moment (TF 2 kap., OSL).
CREATE TABLE release_part (
  id          INTEGER PRIMARY KEY,
  matter      INTEGER NOT NULL REFERENCES matter (id),
  n           INTEGER NOT NULL CHECK (n > 0),            -- its number within the request
  application INTEGER NOT NULL REFERENCES application (id), -- whose part it is
  part        TEXT NOT NULL CHECK (length(part) > 0),    -- section of the case on paper: 'contents', 'document', 'note' …
  document    INTEGER REFERENCES document (id),          -- of a 'document'
  note        INTEGER REFERENCES note (id),              -- of a 'note'
  outcome     TEXT CHECK (outcome IN ('released', 'masked', 'refused')), -- NULL: not tested yet
  ground      TEXT NOT NULL DEFAULT '',                  -- the provision, where something is kept back
  masked      TEXT NOT NULL DEFAULT '',                  -- what was masked, in words that give nothing away
  passages    TEXT NOT NULL DEFAULT '',                  -- what is blacked out, one on each line; never given out
  tested_by   INTEGER REFERENCES person (id),
  tested_at   TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (matter, n),
  CHECK ((part = 'document') = (document IS NOT NULL) AND (part = 'note') = (note IS NOT NULL)),
  CHECK ((outcome IS NULL) = (tested_by IS NULL) AND (outcome IS NULL) = (tested_at IS NULL)),
  CHECK (outcome NOT IN ('masked', 'refused') OR length(ground) > 0),
  CHECK ((outcome IS 'masked') = (length(masked) > 0)),
  CHECK (outcome IS 'masked' OR length(passages) = 0)
) STRICT;
CREATE UNIQUE INDEX release_part_of ON release_part (matter, application, part, coalesce(document, note, 0));

-- ---- assessment ----------------------------------------------------------------------------------------------------
CREATE TABLE assignment (
  id          INTEGER PRIMARY KEY,
  measure     INTEGER NOT NULL REFERENCES measure (id),
  person      INTEGER NOT NULL REFERENCES person (id),
  assigned_by INTEGER NOT NULL REFERENCES person (id),
  assigned_at TEXT NOT NULL,
  ended_at    TEXT,                                     -- relieved before handing in
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, person)
) STRICT;
CREATE INDEX assignment_person ON assignment (person);

-- One assessor's assessment of one measure: a draft until submitted_at, then it stays as it is.
CREATE TABLE assessment (
  id               INTEGER PRIMARY KEY,
  assignment       INTEGER NOT NULL UNIQUE REFERENCES assignment (id),
  criteria_version INTEGER NOT NULL REFERENCES criteria_version (number),
  submitted_at     TEXT,
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE score (
  assessment       INTEGER NOT NULL REFERENCES assessment (id),
  criteria_version INTEGER NOT NULL,
  criterion        TEXT NOT NULL,
  points           INTEGER CHECK (points BETWEEN 0 AND 4),
  low              INTEGER CHECK (low BETWEEN 0 AND 4),
  high             INTEGER CHECK (high BETWEEN 0 AND 4),
  reason           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (assessment, criterion),
  FOREIGN KEY (criteria_version, criterion) REFERENCES criterion (version, id),
  CHECK ((low IS NULL) = (high IS NULL)),
  CHECK (low IS NULL OR (low <= high AND (points IS NULL OR points BETWEEN low AND high)))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER score_stays_1 BEFORE UPDATE ON score
  WHEN (SELECT submitted_at FROM assessment WHERE id = OLD.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;
CREATE TRIGGER score_stays_2 BEFORE DELETE ON score
  WHEN (SELECT submitted_at FROM assessment WHERE id = OLD.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;
CREATE TRIGGER score_stays_3 BEFORE INSERT ON score
  WHEN (SELECT submitted_at FROM assessment WHERE id = NEW.assessment) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;
CREATE TRIGGER assessment_stays BEFORE UPDATE ON assessment WHEN OLD.submitted_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a submitted assessment stays as it is'); END;

-- ---- ranking (13 §) ------------------------------------------------------------------------------------------------
-- A proposal of the round. Unlocked, it keeps only what the chair moved (position, reason); the rest follows the point
-- order. Locked, it keeps every row as it stood.
CREATE TABLE proposal (
  id        INTEGER PRIMARY KEY,
  round     INTEGER NOT NULL REFERENCES round (id),
  n         INTEGER NOT NULL CHECK (n > 0),             -- proposal 3 of the round
  made_by   INTEGER NOT NULL REFERENCES person (id),
  made_at   TEXT NOT NULL,
  locked_by INTEGER REFERENCES person (id),
  locked_at TEXT,
  version   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (round, n),
  CHECK ((locked_by IS NULL) = (locked_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX proposal_open ON proposal (round) WHERE locked_at IS NULL; -- one at a time is worked on
CREATE TABLE proposal_row (
  proposal INTEGER NOT NULL REFERENCES proposal (id),
  measure  INTEGER NOT NULL REFERENCES measure (id),
  position INTEGER NOT NULL CHECK (position > 0),
  moved    INTEGER NOT NULL CHECK (moved IN (0, 1)),    -- by the chair, who then gives a reason
  reason   TEXT NOT NULL DEFAULT '',
  points   INTEGER,                                     -- as it stood when locked: sum over assessors, and how many
  assessors INTEGER,
  PRIMARY KEY (proposal, measure),
  CHECK (moved = 0 OR length(reason) > 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER proposal_row_stays_1 BEFORE UPDATE ON proposal_row
  WHEN (SELECT locked_at FROM proposal WHERE id = OLD.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_row_stays_2 BEFORE DELETE ON proposal_row
  WHEN (SELECT locked_at FROM proposal WHERE id = OLD.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;
CREATE TRIGGER proposal_row_stays_3 BEFORE INSERT ON proposal_row
  WHEN (SELECT locked_at FROM proposal WHERE id = NEW.proposal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a locked proposal stays as it is'); END;

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

-- ---- decisions (7, 13, 14 §§) --------------------------------------------------------------------------------------
-- Versioned per measure: a later one replaces the earlier, which stays. The valid one is the one nobody replaces.
CREATE TABLE decision (
  id          INTEGER PRIMARY KEY,
  measure     INTEGER NOT NULL REFERENCES measure (id),
  n           INTEGER NOT NULL CHECK (n > 0),
  outcome     TEXT NOT NULL CHECK (outcome IN ('granted', 'partly', 'refused')), -- bifall, delvis bifall, avslag
  decided_on  TEXT NOT NULL,
  meeting     TEXT NOT NULL DEFAULT '',                 -- which meeting, § of the minutes
  ground      TEXT NOT NULL DEFAULT '',                 -- for a changed decision: FL 36, 37 or 38 §
  provisions  TEXT NOT NULL DEFAULT '',                 -- FL 32 §: which provisions were applied
  reasons     TEXT NOT NULL CHECK (length(reasons) > 0), -- FL 32 §: which circumstances were decisive
  replaces    INTEGER UNIQUE REFERENCES decision (id),
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  UNIQUE (measure, n),
  CHECK ((n = 1) = (replaces IS NULL))
) STRICT;
CREATE TRIGGER decision_stays_1 BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never changed'); END;
CREATE TRIGGER decision_stays_2 BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is replaced, never removed'); END;
-- The ten points of 14 § as they stand in a granting decision.
CREATE TABLE decision_point (
  decision INTEGER NOT NULL REFERENCES decision (id),
  point    INTEGER NOT NULL REFERENCES point (number),
  text     TEXT NOT NULL CHECK (length(text) > 0),
  PRIMARY KEY (decision, point)
) STRICT, WITHOUT ROWID;

-- ---- money: one fact table for what a measure costs, what is sought, proposed and granted, per payment year ----------
CREATE TABLE amount (
  id       INTEGER PRIMARY KEY,
  measure  INTEGER NOT NULL REFERENCES measure (id),
  year     INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099),
  kind     TEXT NOT NULL CHECK (kind IN ('cost', 'sought', 'proposed', 'granted')),
  proposal INTEGER REFERENCES proposal (id),
  decision INTEGER REFERENCES decision (id),
  ore      INTEGER CHECK (ore BETWEEN 0 AND 1000000000000000), -- NULL: unknown
  CHECK ((kind = 'proposed') = (proposal IS NOT NULL)),
  CHECK ((kind = 'granted') = (decision IS NOT NULL)),
  CHECK (kind IN ('cost', 'sought') OR ore IS NOT NULL)  -- unknown is never proposed, never decided
) STRICT;
CREATE UNIQUE INDEX amount_applied ON amount (measure, kind, year) WHERE kind IN ('cost', 'sought');
CREATE UNIQUE INDEX amount_proposed ON amount (proposal, measure, year) WHERE kind = 'proposed';
CREATE UNIQUE INDEX amount_granted ON amount (decision, year) WHERE kind = 'granted';
CREATE INDEX amount_granted_year ON amount (year) WHERE kind = 'granted'; -- only what the budget adds up

-- ---- payment (16 §) ------------------------------------------------------------------------------------------------
-- Version 1 comes with the decision; later versions are the controller's and keep the decided sum of each year.
CREATE TABLE plan (
  decision INTEGER NOT NULL REFERENCES decision (id),
  version  INTEGER NOT NULL CHECK (version > 0),
  made_by  INTEGER NOT NULL REFERENCES person (id),
  made_at  TEXT NOT NULL,
  why      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (decision, version)
) STRICT, WITHOUT ROWID;
-- A row belongs to the versions since .. until-1; until NULL: it stands in the newest.
CREATE TABLE instalment (
  id        INTEGER PRIMARY KEY,
  decision  INTEGER NOT NULL REFERENCES decision (id),
  n         INTEGER NOT NULL CHECK (n > 0),             -- never used again within the decision
  since     INTEGER NOT NULL,
  until     INTEGER CHECK (until IS NULL OR until > since),
  due_on    TEXT NOT NULL,
  year      INTEGER NOT NULL CHECK (year BETWEEN 2025 AND 2099), -- payment year, by default the day's
  ore       INTEGER NOT NULL CHECK (ore BETWEEN 1 AND 1000000000000000),
  recipient TEXT NOT NULL REFERENCES region (code),
  condition TEXT NOT NULL DEFAULT '',                   -- of the decision (14 § 7); '' none
  condition_met_on TEXT,
  made_by   INTEGER NOT NULL REFERENCES person (id),
  version   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (decision, n),
  UNIQUE (id, made_by),
  FOREIGN KEY (decision, since) REFERENCES plan (decision, version)
) STRICT;
CREATE INDEX instalment_due ON instalment (due_on);
-- Authorised by somebody else than the one who made the row; the pair of keys makes the two comparable.
CREATE TABLE attest (
  instalment INTEGER NOT NULL PRIMARY KEY,
  maker      INTEGER NOT NULL,
  person     INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL,
  FOREIGN KEY (instalment, maker) REFERENCES instalment (id, made_by),
  CHECK (person <> maker)
) STRICT;
CREATE TABLE payment (
  instalment  INTEGER NOT NULL PRIMARY KEY REFERENCES attest (instalment),
  paid_on     TEXT NOT NULL,
  reference   TEXT NOT NULL DEFAULT '',                 -- the economy system's number
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL
) STRICT;

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

-- ---- what happened -------------------------------------------------------------------------------------------------
-- Append-only; one row per change, in the same transaction. hash = SHA-256 over the previous hash and this row's
-- fields, each preceded by its length, so that an edited, removed or inserted row is found.
CREATE TABLE event (
  seq         INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  actor       INTEGER NOT NULL REFERENCES person (id),
  role        TEXT NOT NULL,                            -- the role the right came from
  operation   TEXT NOT NULL,                            -- a retry of the same operation is known again
  part        INTEGER NOT NULL,                         -- the how-manyth change of the operation
  action      TEXT NOT NULL,                            -- 'note-add'
  object      TEXT NOT NULL,                            -- kind of thing: 'note'
  object_id   INTEGER NOT NULL,
  application INTEGER,                                  -- where it is shown; NULL: the office's own
  cause       TEXT NOT NULL DEFAULT '',                 -- reason given, file imported
  before      TEXT,                                     -- canonical facts, NULL where the thing was new
  after       TEXT,
  hash        BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (operation, part)
) STRICT;
CREATE INDEX event_object ON event (object, object_id);
CREATE INDEX event_application ON event (application) WHERE application IS NOT NULL;
CREATE TRIGGER event_stays_1 BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END;
CREATE TRIGGER event_stays_2 BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'what happened is never removed'); END;
