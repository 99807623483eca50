-- The law as data.

-- The event of the newest adoption, of the law or of criteria made here: nothing else changes what is read here.
-- name: programme_adoption
SELECT max(coalesce((SELECT max(seq) FROM event WHERE object = 'programme' AND object_id = 0), 0),
  coalesce((SELECT max(seq) FROM event WHERE object = 'criteria' AND action = 'criteria-adopt'), 0)) AS seq;

-- name: region_list
SELECT code, name, short, genitive_safe, statute_name, kind, orgnr, population, population_on
FROM region ORDER BY sort_key;

-- name: region_put
INSERT INTO region (code, name, short, genitive_safe, statute_name, kind, orgnr, population, population_on, sort_key)
VALUES (:code, :name, :short, :genitive_safe, :statute_name, :kind, :orgnr, :population, :population_on, :sort_key)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, short = excluded.short, genitive_safe = excluded.genitive_safe,
  statute_name = excluded.statute_name, kind = excluded.kind, orgnr = excluded.orgnr,
  population = excluded.population, population_on = excluded.population_on, sort_key = excluded.sort_key;

-- name: gate_list
SELECT version, id, sort, subject, basis, way_no, name_sv, name_en, question_sv, question_en, ground_sv, ground_en,
  way_text_sv, way_text_en,
  (SELECT group_concat(evidence, '|')
    FROM (SELECT evidence FROM gate_evidence AS seen WHERE seen.version = gate.version AND seen.gate = gate.id
      ORDER BY evidence)) AS evidence
FROM gate ORDER BY version, sort;

-- name: gate_version_put
INSERT INTO gate_version (number) VALUES (:number) ON CONFLICT (number) DO NOTHING;

-- name: gate_put
INSERT INTO gate (version, id, sort, subject, basis, way_no, name_sv, name_en, question_sv, question_en, ground_sv,
  ground_en, way_text_sv, way_text_en)
VALUES (:version, :id, :sort, :subject, :basis, :way_no, :name_sv, :name_en, :question_sv, :question_en, :ground_sv,
  :ground_en, :way_text_sv, :way_text_en);

-- What is seen beside a control point is no part of what was adopted: it follows the program.
-- name: gate_evidence_clear
DELETE FROM gate_evidence WHERE version = :version AND gate = :gate;

-- name: gate_evidence_put
INSERT INTO gate_evidence (version, gate, evidence) VALUES (:version, :gate, :evidence);

-- What is being prepared, or came to nothing, is not the law (criteria.sql has it).
-- name: criterion_list
SELECT version, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv, step3_sv, step4_sv,
  step0_en, step1_en, step2_en, step3_en, step4_en
FROM criterion
WHERE version NOT IN (SELECT d.number FROM criteria_draft AS d JOIN criteria_version AS v ON v.number = d.number
  WHERE v.adopted_on IS NULL)
ORDER BY version, sort;

-- name: criteria_version_put
INSERT INTO criteria_version (number) VALUES (:number) ON CONFLICT (number) DO NOTHING;

-- name: criterion_put
INSERT INTO criterion (version, id, sort, weight, bonus, name_sv, name_en, trace, step0_sv, step1_sv, step2_sv,
  step3_sv, step4_sv, step0_en, step1_en, step2_en, step3_en, step4_en)
VALUES (:version, :id, :sort, :weight, :bonus, :name_sv, :name_en, :trace, :step0_sv, :step1_sv, :step2_sv,
  :step3_sv, :step4_sv, :step0_en, :step1_en, :step2_en, :step3_en, :step4_en);

-- name: point_list
SELECT number, key, title_sv, title_en, source, filled_by, standard_sv, standard_en FROM point ORDER BY number;

-- name: point_put
INSERT INTO point (number, key, title_sv, title_en, source, filled_by, standard_sv, standard_en)
VALUES (:number, :key, :title_sv, :title_en, :source, :filled_by, :standard_sv, :standard_en)
ON CONFLICT (number) DO UPDATE SET key = excluded.key, title_sv = excluded.title_sv, title_en = excluded.title_en,
  source = excluded.source, filled_by = excluded.filled_by, standard_sv = excluded.standard_sv,
  standard_en = excluded.standard_en;

-- name: word_list
SELECT kind, code, sort, name_sv, name_en, help_sv, help_en, mover_sv, mover_en FROM word ORDER BY kind, sort, code;

-- name: word_put
INSERT INTO word (kind, code, sort, name_sv, name_en, help_sv, help_en, mover_sv, mover_en)
VALUES (:kind, :code, :sort, :name_sv, :name_en, :help_sv, :help_en, :mover_sv, :mover_en)
ON CONFLICT (kind, code) DO UPDATE SET sort = excluded.sort, name_sv = excluded.name_sv, name_en = excluded.name_en,
  help_sv = excluded.help_sv, help_en = excluded.help_en, mover_sv = excluded.mover_sv, mover_en = excluded.mover_en;

-- A limit that has been entered is never overwritten.
-- name: programme_limit_put
INSERT INTO money_limit (kind, year, round, ore, source, valid_from)
VALUES (:kind, :year, NULL, :ore, :source, :valid_from)
ON CONFLICT DO NOTHING;
