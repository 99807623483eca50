-- A whole case as one file, for another office or for the archive. For every part one statement that reads it, with the
-- things it names by their numbers, logins and codes instead of by rows, and one that writes it from the same names.
-- What is read in an order is read in the same order after it has been written elsewhere.

-- ---- the file itself -----------------------------------------------------------------------------------------------

-- name: case_copy_valid
SELECT json_valid(:json) AS valid;

-- Every value of the file, containers before what they hold. A number that is no whole one has neither text nor number.
-- name: case_copy_tree
SELECT id, parent, CAST(key AS TEXT) AS key, type, CASE WHEN type = 'text' THEN atom END AS text,
  CASE WHEN typeof(atom) = 'integer' THEN atom END AS number
FROM json_tree(:json);

-- ---- what the file names -------------------------------------------------------------------------------------------

-- name: case_copy_word
SELECT EXISTS (SELECT 1 FROM word WHERE kind = :kind AND code = :code) AS known;

-- name: case_copy_login
SELECT EXISTS (SELECT 1 FROM person WHERE login = :login) AS known;

-- Is the login the actor's own?
-- name: case_copy_self
SELECT EXISTS (SELECT 1 FROM person WHERE login = :login AND id = :actor) AS self;

-- name: case_copy_person
SELECT name FROM person WHERE login = :login;

-- name: case_copy_round
SELECT gate_version, criteria_version FROM round WHERE name = :name;

-- name: case_copy_round_of
SELECT round.name AS name, round.gate_version AS gate_version, round.criteria_version AS criteria_version
FROM application JOIN round ON round.id = application.round WHERE application.id = :application;

-- Is the number taken, and by what?
-- name: case_copy_taken
SELECT title FROM application WHERE year = :year AND n = :n
UNION ALL SELECT title FROM matter WHERE year = :year AND n = :n;

-- What is not in the file whoever reads it: sheets not handed in are their assessors' own; hidden: working notes for
-- whoever may not see them; waiting: the actor has not handed in a sheet of the case.
-- name: case_copy_beside
SELECT (SELECT count(*) FROM measure AS m JOIN assignment AS a ON a.measure = m.id JOIN assessment AS s ON s.assignment = a.id
    WHERE m.application = :application AND s.submitted_at IS NULL) AS drafts,
  (SELECT count(*) FROM note LEFT JOIN note_fate AS f ON f.note = note.id
    WHERE note.application = :application AND note.kind = 'working' AND f.fate IS NOT 'archive' AND f.fate IS NOT 'file')
    AS working,
  EXISTS (SELECT 1 FROM measure AS m JOIN assignment AS a ON a.measure = m.id
    LEFT JOIN assessment AS s ON s.assignment = a.id
    WHERE m.application = :application AND a.person = :person AND a.ended_at IS NULL AND s.submitted_at IS NULL) AS waiting;

-- Papers whose file belongs to the copy: there, and not elsewhere.
-- name: case_copy_papers
SELECT d.id AS id, d.n AS n, d.file_hash AS file_hash FROM document AS d
WHERE d.application = :application AND d.file_hash IS NOT NULL AND d.moved_to IS NULL
  AND NOT EXISTS (SELECT 1 FROM removal WHERE removal.document = d.id)
ORDER BY d.n;

-- ---- the application -----------------------------------------------------------------------------------------------

-- name: case_copy_application
SELECT a.id AS id, a.year AS year, a.n AS n, round.name AS round, a.lead AS lead, a.title AS title,
  a.own_number AS own_number, a.arrived_on AS arrived_on, a.arrived_time AS arrived_time, a.way AS way, a.summary AS summary,
  a.economy AS economy, a.needs AS needs, a.scope AS scope, a.sources AS sources, a.invented AS invented,
  (SELECT login FROM person WHERE id = a.officer) AS officer, a.assigned_on AS assigned_on, a.withdrawn_on AS withdrawn_on,
  a.withdrawn_why AS withdrawn_why, (SELECT login FROM person WHERE id = a.registered_by) AS registered_by,
  a.registered_at AS registered_at
FROM application AS a JOIN round ON round.id = a.round WHERE a.id = :owner;

-- name: case_copy_application_put
INSERT INTO application (year, n, round, lead, title, own_number, own_number_key, arrived_on, arrived_time, way, summary,
  economy, needs, scope, sources, invented, officer, assigned_on, withdrawn_on, withdrawn_why, registered_by, registered_at)
SELECT :year, :n, (SELECT id FROM round WHERE name = :round), :lead, :title, :own_number, :own_number_key, :arrived_on,
  :arrived_time, :way, :summary, :economy, :needs, :scope, :sources, :invented, (SELECT id FROM person WHERE login = :officer),
  :assigned_on, :withdrawn_on, :withdrawn_why, (SELECT id FROM person WHERE login = :registered_by), :registered_at
WHERE :owner = 0;

-- ---- the register --------------------------------------------------------------------------------------------------

-- name: case_copy_document
SELECT d.id AS id, d.n AS n, d.direction AS direction, d.kind AS kind, d.on_day AS on_day, d.on_time AS on_time,
  d.found_on AS found_on, d.arrival_rule AS arrival_rule, d.dated_on AS dated_on, d.way AS way, d.region AS region,
  d.party AS party, d.subject AS subject, d.open_subject AS open_subject, d.pages AS pages, d.incomplete AS incomplete,
  d.file_name AS file_name, d.file_hash AS file_hash, d.file_bytes AS file_bytes, d.own_number AS own_number,
  d.secret_ground AS secret_ground, d.secret_on AS secret_on, d.secret_by AS secret_by,
  coalesce(a.year, x.year) AS moved_year, coalesce(a.n, x.n) AS moved_n, moved.n AS moved_document, d.void_why AS void_why,
  (SELECT login FROM person WHERE id = d.registered_by) AS registered_by, d.registered_at AS registered_at
FROM document AS d LEFT JOIN document AS moved ON moved.id = d.moved_to
  LEFT JOIN application AS a ON a.id = moved.application LEFT JOIN matter AS x ON x.id = moved.matter
WHERE d.application = :owner ORDER BY d.n;

-- name: case_copy_document_put
INSERT INTO document (application, n, direction, kind, on_day, on_time, found_on, arrival_rule, dated_on, way, region, party,
  subject, open_subject, pages, incomplete, file_name, file_hash, file_bytes, own_number, own_number_key, secret_ground,
  secret_on, secret_by, moved_to, void_why, registered_by, registered_at)
VALUES (:owner, :n, :direction, :kind, :on_day, :on_time, :found_on, :arrival_rule, :dated_on, :way, :region, :party,
  :subject, :open_subject, :pages, :incomplete, :file_name, :file_hash, :file_bytes, :own_number, :own_number_key,
  :secret_ground, :secret_on, :secret_by,
  coalesce((SELECT d.id FROM application AS a JOIN document AS d ON d.application = a.id
      WHERE a.year = :moved_year AND a.n = :moved_n AND d.n = :moved_document),
    (SELECT d.id FROM matter AS x JOIN document AS d ON d.matter = x.id
      WHERE x.year = :moved_year AND x.n = :moved_n AND d.n = :moved_document)),
  :void_why, (SELECT id FROM person WHERE login = :registered_by), :registered_at);

-- name: case_copy_removal
SELECT r.document AS id, r.kind AS kind, r.ground AS ground, (SELECT login FROM person WHERE id = r.removed_by) AS removed_by,
  r.removed_at AS removed_at
FROM removal AS r WHERE r.document = :owner;

-- name: case_copy_removal_put
INSERT INTO removal (document, kind, ground, removed_by, removed_at)
VALUES (:owner, :kind, :ground, (SELECT id FROM person WHERE login = :removed_by), :removed_at);

-- name: case_copy_dispatch
SELECT id, region, name, way, sent_on, received_on FROM dispatch WHERE document = :owner ORDER BY id;

-- name: case_copy_dispatch_put
INSERT INTO dispatch (document, region, name, way, sent_on, received_on)
VALUES (:owner, :region, :name, :way, :sent_on, :received_on);

-- name: case_copy_cross_number
SELECT id, region, number, about FROM cross_number WHERE application = :owner ORDER BY id;

-- name: case_copy_cross_number_put
INSERT INTO cross_number (application, region, number, number_key, about)
VALUES (:owner, :region, :number, :number_key, :about);

-- name: case_copy_misregistration
SELECT w.id AS id, coalesce(a.year, x.year) AS to_year, coalesce(a.n, x.n) AS to_n, w.why AS why,
  (SELECT login FROM person WHERE id = w.found_by) AS found_by, w.found_at AS found_at
FROM misregistration AS w LEFT JOIN application AS a ON a.id = w.to_application LEFT JOIN matter AS x ON x.id = w.to_matter
WHERE w.application = :owner;

-- name: case_copy_misregistration_put
INSERT INTO misregistration (application, to_application, to_matter, why, found_by, found_at)
VALUES (:owner, (SELECT id FROM application WHERE year = :to_year AND n = :to_n),
  (SELECT id FROM matter WHERE year = :to_year AND n = :to_n), :why, (SELECT id FROM person WHERE login = :found_by), :found_at);

-- ---- measures ------------------------------------------------------------------------------------------------------

-- name: case_copy_measure
SELECT id, n, title, description, achieve, type, area, effect, tags, from_on, to_on, form, other_support, lasting, invented,
  withdrawn_on, withdrawn_why
FROM measure WHERE application = :owner ORDER BY n;

-- name: case_copy_measure_put
INSERT INTO measure (application, n, title, description, achieve, type, area, effect, tags, from_on, to_on, form,
  other_support, lasting, invented, withdrawn_on, withdrawn_why)
VALUES (:owner, :n, :title, :description, :achieve, :type, :area, :effect, :tags, :from_on, :to_on, :form, :other_support,
  :lasting, :invented, :withdrawn_on, :withdrawn_why);

-- name: case_copy_amount
SELECT id, year, kind, ore AS amount_ore FROM amount WHERE measure = :owner AND kind IN ('cost', 'sought') ORDER BY year, kind;

-- name: case_copy_amount_put
INSERT INTO amount (measure, year, kind, ore) VALUES (:owner, :year, :kind, :amount_ore);

-- name: case_copy_promise
SELECT measure AS id, constant, need_shown, result, running, transfer, otherwise, scope, perspective, hours, productivity,
  quality
FROM promise WHERE measure = :owner;

-- name: case_copy_promise_put
INSERT INTO promise (measure, constant, need_shown, result, running, transfer, otherwise, scope, perspective, hours,
  productivity, quality)
VALUES (:owner, :constant, :need_shown, :result, :running, :transfer, :otherwise, :scope, :perspective, :hours, :productivity,
  :quality);

-- name: case_copy_least
SELECT measure AS id, ore AS amount_ore, source, (SELECT login FROM person WHERE id = put_by) AS put_by, put_at
FROM least_amount WHERE measure = :owner;

-- name: case_copy_least_put
INSERT INTO least_amount (measure, ore, source, put_by, put_at)
VALUES (:owner, :amount_ore, :source, (SELECT id FROM person WHERE login = :put_by), :put_at);

-- name: case_copy_cost
SELECT id, n, year, kind, ore AS amount_ore, text, dropped_on FROM cost WHERE measure = :owner ORDER BY n;

-- name: case_copy_cost_put
INSERT INTO cost (measure, n, year, kind, ore, text, dropped_on)
VALUES (:owner, :n, :year, :kind, :amount_ore, :text, :dropped_on);

-- name: case_copy_indicator
SELECT id, n, name, unit, baseline, baseline_on, target, target_on, method, dropped_on
FROM indicator WHERE measure = :owner ORDER BY n;

-- name: case_copy_indicator_put
INSERT INTO indicator (measure, n, name, unit, baseline, baseline_on, target, target_on, method, dropped_on)
VALUES (:owner, :n, :name, :unit, :baseline, :baseline_on, :target, :target_on, :method, :dropped_on);

-- name: case_copy_support
SELECT id, n, name, from_on, to_on, ore AS amount_ore, source, dropped_on FROM support WHERE measure = :owner ORDER BY n;

-- name: case_copy_support_put
INSERT INTO support (measure, n, name, from_on, to_on, ore, source, dropped_on)
VALUES (:owner, :n, :name, :from_on, :to_on, :amount_ore, :source, :dropped_on);

-- ---- assessment: what has been handed in, and who is assigned --------------------------------------------------------

-- name: case_copy_assignment
SELECT a.id AS id, (SELECT login FROM person WHERE id = a.person) AS person,
  (SELECT login FROM person WHERE id = a.assigned_by) AS assigned_by, a.assigned_at AS assigned_at, a.ended_at AS ended_at
FROM assignment AS a WHERE a.measure = :owner ORDER BY a.id;

-- name: case_copy_assignment_put
INSERT INTO assignment (measure, person, assigned_by, assigned_at, ended_at)
VALUES (:owner, (SELECT id FROM person WHERE login = :person), (SELECT id FROM person WHERE login = :assigned_by), :assigned_at,
  :ended_at);

-- name: case_copy_assessment
SELECT id, criteria_version, submitted_at FROM assessment WHERE assignment = :owner AND submitted_at IS NOT NULL;

-- name: case_copy_assessment_put
INSERT INTO assessment (assignment, criteria_version) VALUES (:owner, :criteria_version);

-- The scores are in: from now on it stays as it is.
-- name: case_copy_assessment_end
UPDATE assessment SET submitted_at = :submitted_at WHERE id = :id;

-- name: case_copy_score
SELECT assessment AS id, criterion, points, low, high, reason FROM score WHERE assessment = :owner ORDER BY criterion;

-- name: case_copy_abstention
SELECT assessment AS id, criterion, reason FROM abstention WHERE assessment = :owner ORDER BY criterion;

-- name: case_copy_abstention_put
INSERT INTO abstention (assessment, criteria_version, criterion, reason)
VALUES (:owner, (SELECT criteria_version FROM assessment WHERE id = :owner), :criterion, :reason);

-- name: case_copy_rescore
SELECT id, criterion, n, criteria_version, points, low, high, reason, why,
  (SELECT login FROM person WHERE person.id = scored_by) AS scored_by, scored_at
FROM rescore WHERE assessment = :owner ORDER BY criterion, n;

-- name: case_copy_rescore_put
INSERT INTO rescore (assessment, criterion, n, criteria_version, points, low, high, reason, why, scored_by, scored_at)
VALUES (:owner, :criterion, :n, :criteria_version, :points, :low, :high, :reason, :why,
  (SELECT id FROM person WHERE login = :scored_by), :scored_at);

-- name: case_copy_consensus
SELECT id, criterion, n, criteria_version, points, discussion, on_day,
  (SELECT login FROM person WHERE person.id = recorded_by) AS recorded_by, recorded_at
FROM consensus WHERE measure = :owner ORDER BY criterion, n;

-- name: case_copy_consensus_put
INSERT INTO consensus (measure, criterion, n, criteria_version, points, discussion, on_day, recorded_by, recorded_at)
VALUES (:owner, :criterion, :n, :criteria_version, :points, :discussion, :on_day,
  (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- name: case_copy_score_put
INSERT INTO score (assessment, criteria_version, criterion, points, low, high, reason)
VALUES (:owner, (SELECT criteria_version FROM assessment WHERE id = :owner), :criterion, :points, :low, :high, :reason);

-- ---- decisions and their plans ---------------------------------------------------------------------------------------

-- name: case_copy_decision
SELECT d.id AS id, d.n AS n, d.outcome AS outcome, d.decided_on AS decided_on, d.meeting AS meeting, d.ground AS ground,
  d.provisions AS provisions, d.reasons AS reasons, earlier.n AS replaces,
  (SELECT login FROM person WHERE id = d.recorded_by) AS recorded_by, d.recorded_at AS recorded_at
FROM decision AS d LEFT JOIN decision AS earlier ON earlier.id = d.replaces WHERE d.measure = :owner ORDER BY d.n;

-- name: case_copy_decision_put
INSERT INTO decision (measure, n, outcome, decided_on, meeting, ground, provisions, reasons, replaces, recorded_by, recorded_at)
VALUES (:owner, :n, :outcome, :decided_on, :meeting, :ground, :provisions, :reasons,
  (SELECT id FROM decision WHERE measure = :owner AND n = :replaces), (SELECT id FROM person WHERE login = :recorded_by),
  :recorded_at);

-- The form of a decision: what FL 31 § asks for. The item of the sitting stays with the sitting.
-- name: case_copy_form
SELECT decision AS id, kind, provision, region, deciders, presenter, others FROM decision_form WHERE decision = :owner;

-- name: case_copy_form_put
INSERT INTO decision_form (decision, kind, provision, region, deciders, presenter, others)
VALUES (:owner, :kind, :provision, :region, :deciders, :presenter, :others);

-- name: case_copy_granted
SELECT id, year, ore AS amount_ore FROM amount WHERE decision = :owner AND kind = 'granted' ORDER BY year;

-- name: case_copy_granted_put
INSERT INTO amount (measure, year, kind, decision, ore)
VALUES ((SELECT measure FROM decision WHERE id = :owner), :year, 'granted', :owner, :amount_ore);

-- name: case_copy_point
SELECT decision AS id, point, text FROM decision_point WHERE decision = :owner ORDER BY point;

-- name: case_copy_point_put
INSERT INTO decision_point (decision, point, text) VALUES (:owner, :point, :text);

-- name: case_copy_plan
SELECT decision AS id, version, (SELECT login FROM person WHERE id = plan.made_by) AS made_by, made_at, why
FROM plan WHERE decision = :owner ORDER BY version;

-- name: case_copy_plan_put
INSERT INTO plan (decision, version, made_by, made_at, why)
VALUES (:owner, :version, (SELECT id FROM person WHERE login = :made_by), :made_at, :why);

-- name: case_copy_instalment
SELECT id, n, since, until, due_on, year, ore AS amount_ore, recipient, condition, condition_met_on,
  (SELECT login FROM person WHERE id = instalment.made_by) AS made_by
FROM instalment WHERE decision = :owner ORDER BY n;

-- name: case_copy_instalment_put
INSERT INTO instalment (decision, n, since, until, due_on, year, ore, recipient, condition, condition_met_on, made_by)
VALUES (:owner, :n, :since, :until, :due_on, :year, :amount_ore, :recipient, :condition, :condition_met_on,
  (SELECT id FROM person WHERE login = :made_by));

-- name: case_copy_attest
SELECT instalment AS id, (SELECT login FROM person WHERE id = attest.person) AS person, at FROM attest WHERE instalment = :owner;

-- name: case_copy_attest_put
INSERT INTO attest (instalment, maker, person, at)
VALUES (:owner, (SELECT made_by FROM instalment WHERE id = :owner), (SELECT id FROM person WHERE login = :person), :at);

-- name: case_copy_payment
SELECT instalment AS id, paid_on, reference, (SELECT login FROM person WHERE id = payment.recorded_by) AS recorded_by,
  recorded_at
FROM payment WHERE instalment = :owner;

-- name: case_copy_payment_put
INSERT INTO payment (instalment, paid_on, reference, recorded_by, recorded_at)
VALUES (:owner, :paid_on, :reference, (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- name: case_copy_review
SELECT instalment AS id, (SELECT login FROM person WHERE id = review.person) AS person, at FROM review WHERE instalment = :owner;

-- name: case_copy_review_put
INSERT INTO review (instalment, maker, person, at)
VALUES (:owner, (SELECT made_by FROM instalment WHERE id = :owner), (SELECT id FROM person WHERE login = :person), :at);

-- name: case_copy_revoked
SELECT instalment AS id, (SELECT login FROM person WHERE id = attest_revoked.person) AS person, at, why
FROM attest_revoked WHERE instalment = :owner;

-- name: case_copy_revoked_put
INSERT INTO attest_revoked (instalment, person, at, why)
VALUES (:owner, (SELECT id FROM person WHERE login = :person), :at, :why);

-- The payment file a row was sealed into, here or in the office it came from.
-- name: case_copy_sealed
SELECT r.instalment AS id, b.n AS batch, r.n AS n, a.kind AS account_kind, a.number AS account,
  (SELECT login FROM person WHERE id = b.sealed_by) AS sealed_by, b.sealed_at AS sealed_at, b.rows AS rows, b.ore AS sum_ore,
  b.hash AS hash
FROM batch_row AS r JOIN batch AS b ON b.id = r.batch JOIN payee_account AS a ON a.id = r.account WHERE r.instalment = :owner
UNION ALL SELECT e.instalment, e.batch, e.n, e.account_kind, e.account, (SELECT login FROM person WHERE id = e.sealed_by),
  e.sealed_at, e.rows, e.ore, e.hash
FROM sealed_elsewhere AS e WHERE e.instalment = :owner;

-- name: case_copy_sealed_put
INSERT INTO sealed_elsewhere (instalment, batch, n, account_kind, account, sealed_by, sealed_at, rows, ore, hash)
VALUES (:owner, :batch, :n, :account_kind, :account, (SELECT id FROM person WHERE login = :sealed_by), :sealed_at, :rows,
  :sum_ore, :hash);

-- name: case_copy_returned
SELECT instalment AS id, returned_on, reference, why, (SELECT login FROM person WHERE id = payment_return.recorded_by) AS recorded_by,
  recorded_at
FROM payment_return WHERE instalment = :owner;

-- name: case_copy_returned_put
INSERT INTO payment_return (instalment, returned_on, reference, why, recorded_by, recorded_at)
VALUES (:owner, :returned_on, :reference, :why, (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- ---- payment withheld, and money back --------------------------------------------------------------------------------

-- name: case_copy_withholding
SELECT w.id AS id, w.n AS n, w.ground AS ground, w.evidence AS evidence, w.final AS final, w.ore AS amount_ore,
  w.decided_on AS decided_on, w.deciders AS deciders, w.presenter AS presenter, w.others AS others, w.reasons AS reasons,
  (SELECT login FROM person WHERE id = w.recorded_by) AS recorded_by, w.recorded_at AS recorded_at, w.lifted_on AS lifted_on,
  w.lifted_why AS lifted_why, w.lifted_deciders AS lifted_deciders, w.lifted_presenter AS lifted_presenter,
  w.lifted_others AS lifted_others
FROM withholding AS w WHERE w.measure = :owner ORDER BY w.n;

-- name: case_copy_withholding_put
INSERT INTO withholding (measure, n, ground, evidence, final, ore, decided_on, deciders, presenter, others, reasons,
  recorded_by, recorded_at, lifted_on, lifted_why, lifted_deciders, lifted_presenter, lifted_others)
VALUES (:owner, :n, :ground, :evidence, :final, :amount_ore, :decided_on, :deciders, :presenter, :others, :reasons,
  (SELECT id FROM person WHERE login = :recorded_by), :recorded_at, :lifted_on, :lifted_why, :lifted_deciders,
  :lifted_presenter, :lifted_others);

-- name: case_copy_held
SELECT r.withholding AS id, d.n AS decision, i.n AS instalment
FROM withholding_row AS r JOIN instalment AS i ON i.id = r.instalment JOIN decision AS d ON d.id = i.decision
WHERE r.withholding = :owner ORDER BY d.n, i.n;

-- name: case_copy_held_put
INSERT INTO withholding_row (withholding, instalment)
VALUES (:owner, (SELECT i.id FROM withholding AS w JOIN decision AS d ON d.measure = w.measure
  JOIN instalment AS i ON i.decision = d.id WHERE w.id = :owner AND d.n = :decision AND i.n = :instalment));

-- name: case_copy_claim
SELECT c.id AS id, c.n AS n, c.region AS region, c.ground AS ground, c.evidence AS evidence, c.ore AS amount_ore,
  c.lifted AS lifted, c.reduced_ore AS reduced_ore, c.interest_cut AS interest_cut, c.special_reasons AS special_reasons,
  c.decided_on AS decided_on, c.deciders AS deciders, c.presenter AS presenter, c.others AS others, c.reasons AS reasons,
  c.pay_by AS pay_by, c.day_count AS day_count, earlier.n AS replaces, c.provision AS provision,
  (SELECT login FROM person WHERE id = c.recorded_by) AS recorded_by, c.recorded_at AS recorded_at
FROM claim AS c LEFT JOIN claim AS earlier ON earlier.id = c.replaces WHERE c.measure = :owner ORDER BY c.n;

-- name: case_copy_claim_put
INSERT INTO claim (measure, n, region, ground, evidence, ore, lifted, reduced_ore, interest_cut, special_reasons, decided_on,
  deciders, presenter, others, reasons, pay_by, day_count, replaces, provision, recorded_by, recorded_at)
VALUES (:owner, :n, :region, :ground, :evidence, :amount_ore, :lifted, :reduced_ore, :interest_cut, :special_reasons,
  :decided_on, :deciders, :presenter, :others, :reasons, :pay_by, :day_count,
  (SELECT id FROM claim WHERE measure = :owner AND n = :replaces), :provision,
  (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- name: case_copy_demand
SELECT x.id AS id, x.n AS n, x.sent_on AS sent_on, x.through_on AS through_on, x.principal_ore AS principal_ore,
  x.interest_ore AS interest_ore, x.text AS text, document.n AS document,
  (SELECT login FROM person WHERE id = x.made_by) AS made_by, x.made_at AS made_at
FROM demand AS x LEFT JOIN document ON document.id = x.document WHERE x.claim = :owner ORDER BY x.n;

-- name: case_copy_demand_put
INSERT INTO demand (claim, n, sent_on, through_on, principal_ore, interest_ore, text, hash, document, made_by, made_at)
VALUES (:owner, :n, :sent_on, :through_on, :principal_ore, :interest_ore, :text, :text_hash,
  (SELECT document.id FROM claim JOIN measure ON measure.id = claim.measure
    JOIN document ON document.application = measure.application WHERE claim.id = :owner AND document.n = :document),
  (SELECT id FROM person WHERE login = :made_by), :made_at);

-- name: case_copy_demand_row
SELECT demand AS id, n, from_on, through_on, days, base, balance_ore, lending, rate
FROM demand_row WHERE demand = :owner ORDER BY n;

-- name: case_copy_demand_row_put
INSERT INTO demand_row (demand, n, from_on, through_on, days, base, balance_ore, lending, rate)
VALUES (:owner, :n, :from_on, :through_on, :days, :base, :balance_ore, :lending, :rate);

-- Money in of which something is for a measure of the case, but for what was entered wrong. What else it was for stays
-- in the office it came to.
-- name: case_copy_money_in
SELECT m.id AS id, m.region AS region, m.on_day AS on_day, m.ore AS amount_ore, m.reference AS reference,
  (SELECT login FROM person WHERE id = m.recorded_by) AS recorded_by, m.recorded_at AS recorded_at
FROM money_in AS m
WHERE m.id IN (SELECT part.money_in FROM measure JOIN money_in_part AS part ON part.measure = measure.id
  WHERE measure.application = :owner)
  AND NOT EXISTS (SELECT 1 FROM money_in_void AS v WHERE v.money_in = m.id)
ORDER BY m.n;

-- name: case_copy_money_in_put
INSERT INTO money_in (n, region, on_day, ore, reference, recorded_by, recorded_at)
SELECT coalesce(max(n), 0) + 1, :region, :on_day, :amount_ore, :reference,
  (SELECT id FROM person WHERE login = :recorded_by), :recorded_at
FROM money_in WHERE :owner > 0;

-- name: case_copy_money_in_end
INSERT INTO money_in_part (money_in, n, kind, year, ore, made_by, made_at)
SELECT id, coalesce((SELECT max(n) FROM money_in_part AS part WHERE part.money_in = :id), 0) + 1, 'elsewhere',
  CAST(substr(on_day, 1, 4) AS INTEGER), ore - placed, recorded_by, recorded_at
FROM (SELECT id, on_day, ore, recorded_by, recorded_at, (SELECT coalesce(sum(part.ore), 0) FROM money_in_part AS part
    WHERE part.money_in = :id AND part.taken_back_at IS NULL) AS placed
  FROM money_in WHERE id = :id)
WHERE ore > placed;

-- name: case_copy_money_part
SELECT part.money_in AS id, part.n AS n, part.kind AS kind, measure.n AS measure, claim.n AS claim, part.year AS year,
  part.ore AS amount_ore, part.why AS why, (SELECT login FROM person WHERE id = part.made_by) AS made_by,
  part.made_at AS made_at, part.taken_back_at AS taken_back_at, part.taken_back_why AS taken_back_why
FROM money_in_part AS part JOIN measure ON measure.id = part.measure LEFT JOIN claim ON claim.id = part.claim
WHERE part.money_in = :owner AND measure.application = :application ORDER BY part.n;

-- name: case_copy_money_part_put
INSERT INTO money_in_part (money_in, n, kind, claim, measure, year, ore, why, made_by, made_at, taken_back_at, taken_back_why)
SELECT :owner, :n, :kind, (SELECT claim.id FROM claim WHERE claim.measure = measure.id AND claim.n = :claim), measure.id, :year,
  :amount_ore, :why, (SELECT id FROM person WHERE login = :made_by), :made_at, :taken_back_at, :taken_back_why
FROM measure WHERE measure.application = :application AND measure.n = :measure;

-- name: case_copy_ruling
SELECT r.id AS id, r.n AS n, m.n AS measure, r.kind AS kind, r.decided_on AS decided_on, r.deciders AS deciders,
  r.presenter AS presenter, r.others AS others, r.provisions AS provisions, r.reasons AS reasons, earlier.n AS replaces,
  r.provision AS provision, r.lifted AS lifted, (SELECT login FROM person WHERE id = r.recorded_by) AS recorded_by,
  r.recorded_at AS recorded_at
FROM ruling AS r LEFT JOIN measure AS m ON m.id = r.measure LEFT JOIN ruling AS earlier ON earlier.id = r.replaces
WHERE r.application = :owner ORDER BY r.n;

-- name: case_copy_ruling_put
INSERT INTO ruling (application, measure, n, kind, decided_on, deciders, presenter, others, provisions, reasons, replaces,
  provision, lifted, recorded_by, recorded_at)
VALUES (:owner, (SELECT id FROM measure WHERE application = :owner AND n = :measure), :n, :kind, :decided_on, :deciders,
  :presenter, :others, :provisions, :reasons, (SELECT id FROM ruling WHERE application = :owner AND n = :replaces), :provision,
  :lifted, (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- Which document is the paper of which decision or ruling.
-- name: case_copy_decision_paper
SELECT p.document AS id, d.n AS document, m.n AS measure, x.n AS decision, r.n AS ruling
FROM document AS d JOIN decision_paper AS p ON p.document = d.id LEFT JOIN decision AS x ON x.id = p.decision
  LEFT JOIN measure AS m ON m.id = x.measure LEFT JOIN ruling AS r ON r.id = p.ruling
WHERE d.application = :owner ORDER BY d.n;

-- name: case_copy_decision_paper_put
INSERT INTO decision_paper (document, decision, ruling)
SELECT d.id, (SELECT x.id FROM measure AS m JOIN decision AS x ON x.measure = m.id
    WHERE m.application = :owner AND m.n = :measure AND x.n = :decision),
  (SELECT r.id FROM ruling AS r WHERE r.application = :owner AND r.n = :ruling)
FROM document AS d WHERE d.application = :owner AND d.n = :document;

-- The same of a decision to withhold, its lifting, or a claim.
-- name: case_copy_money_paper
SELECT p.document AS id, d.n AS document, m.n AS measure, w.n AS withholding, p.lifting AS lifting, c.n AS claim
FROM document AS d JOIN money_paper AS p ON p.document = d.id LEFT JOIN withholding AS w ON w.id = p.withholding
  LEFT JOIN claim AS c ON c.id = p.claim JOIN measure AS m ON m.id = coalesce(w.measure, c.measure)
WHERE d.application = :owner ORDER BY d.n;

-- name: case_copy_money_paper_put
INSERT INTO money_paper (document, withholding, lifting, claim)
SELECT d.id, (SELECT w.id FROM withholding AS w WHERE w.measure = m.id AND w.n = :withholding), :lifting,
  (SELECT c.id FROM claim AS c WHERE c.measure = m.id AND c.n = :claim)
FROM document AS d JOIN measure AS m ON m.application = d.application AND m.n = :measure
WHERE d.application = :owner AND d.n = :document;

-- ---- who applies -----------------------------------------------------------------------------------------------------

-- name: case_copy_participant
SELECT id, region, own_number, paper, paper_on, paper_body, certified_on
FROM participant WHERE application = :owner ORDER BY region;

-- name: case_copy_participant_put
INSERT INTO participant (application, region, own_number, own_number_key, paper, paper_on, paper_body, certified_on)
VALUES (:owner, :region, :own_number, :own_number_key, :paper, :paper_on, :paper_body, :certified_on);

-- name: case_copy_anchoring
SELECT x.participant AS id, x.body_kind AS body_kind, x.section AS section, x.number AS number, minutes.n AS document,
  x.certified_name AS certified_name, x.certified_title AS certified_title, certificate.n AS certified_document,
  x.contribution AS contribution
FROM anchoring AS x LEFT JOIN document AS minutes ON minutes.id = x.document
  LEFT JOIN document AS certificate ON certificate.id = x.certified_document
WHERE x.participant = :owner;

-- name: case_copy_anchoring_put
INSERT INTO anchoring (participant, body_kind, section, number, document, certified_name, certified_title,
  certified_document, contribution)
VALUES (:owner, :body_kind, :section, :number,
  (SELECT d.id FROM participant AS p JOIN document AS d ON d.application = p.application WHERE p.id = :owner AND d.n = :document),
  :certified_name, :certified_title,
  (SELECT d.id FROM participant AS p JOIN document AS d ON d.application = p.application
    WHERE p.id = :owner AND d.n = :certified_document),
  :contribution);

-- name: case_copy_share
SELECT share.participant AS id, m.n AS measure, share.ore AS amount_ore
FROM share JOIN measure AS m ON m.id = share.measure WHERE share.participant = :owner ORDER BY m.n;

-- name: case_copy_share_put
INSERT INTO share (participant, measure, ore)
VALUES (:owner, (SELECT m.id FROM participant AS p JOIN measure AS m ON m.application = p.application
  WHERE p.id = :owner AND m.n = :measure), :amount_ore);

-- ---- what the application says -----------------------------------------------------------------------------------------

-- name: case_copy_need
SELECT id, n, title, text, tag, dropped_on FROM need WHERE application = :owner ORDER BY n;

-- name: case_copy_need_put
INSERT INTO need (application, n, title, text, tag, dropped_on) VALUES (:owner, :n, :title, :text, :tag, :dropped_on);

-- name: case_copy_need_measure
SELECT x.need AS id, m.n AS measure FROM need_measure AS x JOIN measure AS m ON m.id = x.measure
WHERE x.need = :owner ORDER BY m.n;

-- name: case_copy_need_measure_put
INSERT INTO need_measure (need, measure)
VALUES (:owner, (SELECT m.id FROM need JOIN measure AS m ON m.application = need.application
  WHERE need.id = :owner AND m.n = :measure));

-- name: case_copy_reference
SELECT id, n, title, issuer, number, incomplete, dropped_on FROM reference WHERE application = :owner ORDER BY n;

-- name: case_copy_reference_put
INSERT INTO reference (application, n, title, issuer, number, incomplete, dropped_on)
VALUES (:owner, :n, :title, :issuer, :number, :incomplete, :dropped_on);

-- name: case_copy_background
SELECT id, n, given, first_on, last_on, what, who, number, outcome, dropped_on
FROM background WHERE application = :owner ORDER BY n;

-- name: case_copy_background_put
INSERT INTO background (application, n, given, first_on, last_on, what, who, number, outcome, dropped_on)
VALUES (:owner, :n, :given, :first_on, :last_on, :what, :who, :number, :outcome, :dropped_on);

-- name: case_copy_contact
SELECT c.id AS id, c.n AS n, p.region AS region, c.name AS name, c.title AS title, c.email AS email, c.phone AS phone,
  c.until_on AS until_on, c.dropped_on AS dropped_on
FROM contact AS c LEFT JOIN participant AS p ON p.id = c.participant WHERE c.application = :owner ORDER BY c.n;

-- name: case_copy_contact_put
INSERT INTO contact (application, n, participant, name, title, email, phone, until_on, dropped_on)
VALUES (:owner, :n, (SELECT id FROM participant WHERE application = :owner AND region = :region), :name, :title, :email,
  :phone, :until_on, :dropped_on);

-- ---- control points ----------------------------------------------------------------------------------------------------

-- name: case_copy_gate
SELECT g.id AS id, g.gate_version AS gate_version, g.gate AS gate, m.n AS measure, p.region AS region, g.answer AS answer,
  g.reason AS reason, g.way AS way, g.due_on AS due_on, (SELECT login FROM person WHERE id = g.answered_by) AS answered_by,
  g.answered_at AS answered_at
FROM gate_answer AS g JOIN gate ON gate.version = g.gate_version AND gate.id = g.gate
  LEFT JOIN measure AS m ON m.id = g.measure LEFT JOIN participant AS p ON p.id = g.participant
WHERE g.application = :owner ORDER BY m.n, p.region, g.gate_version, gate.sort;

-- Only an answer to a control point about such a thing.
-- name: case_copy_gate_put
INSERT INTO gate_answer (application, measure, participant, gate_version, gate, answer, reason, way, due_on, answered_by,
  answered_at)
VALUES (:owner, (SELECT id FROM measure WHERE application = :owner AND n = :measure),
  (SELECT id FROM participant WHERE application = :owner AND region = :region), :gate_version,
  (SELECT id FROM gate WHERE version = :gate_version AND id = :gate AND subject =
    CASE WHEN :measure IS NOT NULL THEN 'measure' WHEN :region IS NOT NULL THEN 'participant' ELSE 'application' END),
  :answer, :reason, :way, :due_on, (SELECT id FROM person WHERE login = :answered_by), :answered_at);

-- ---- the clocks --------------------------------------------------------------------------------------------------------

-- name: case_copy_clock
SELECT c.id AS id, c.n AS n, c.kind AS kind, earlier.n AS follows, m.n AS measure, p.region AS region,
  c.asked_whom AS asked_whom, c.asks AS asks, c.sent_on AS sent_on, c.way AS way, c.due_on AS due_on,
  (SELECT login FROM person WHERE id = c.signed_by) AS signed_by, power.what AS power_what, power.role AS power_role,
  power.from_on AS power_from_on, power.source AS power_source, c.power_ref AS power_ref, sent.n AS document,
  c.answered_on AS answered_on, c.answer AS answer, came.n AS answer_document, c.outcome AS outcome,
  c.consequence AS consequence, c.ended_on AS ended_on
FROM clock AS c LEFT JOIN clock AS earlier ON earlier.id = c.follows LEFT JOIN measure AS m ON m.id = c.measure
  LEFT JOIN participant AS p ON p.id = c.participant LEFT JOIN power ON power.id = c.power
  LEFT JOIN document AS sent ON sent.id = c.document LEFT JOIN document AS came ON came.id = c.answer_document
WHERE c.application = :owner ORDER BY c.n;

-- name: case_copy_clock_put
INSERT INTO clock (application, n, kind, follows, measure, participant, asked_whom, asks, sent_on, way, due_on, signed_by,
  power, power_ref, document, answered_on, answer, answer_document, outcome, consequence, ended_on)
VALUES (:owner, :n, :kind, (SELECT id FROM clock WHERE application = :owner AND n = :follows),
  (SELECT id FROM measure WHERE application = :owner AND n = :measure),
  (SELECT id FROM participant WHERE application = :owner AND region = :region), :asked_whom, :asks, :sent_on, :way, :due_on,
  (SELECT id FROM person WHERE login = :signed_by),
  (SELECT id FROM power WHERE what = :power_what AND role = :power_role AND from_on = :power_from_on AND source = :power_source
    ORDER BY id LIMIT 1),
  :power_ref, (SELECT id FROM document WHERE application = :owner AND n = :document), :answered_on, :answer,
  (SELECT id FROM document WHERE application = :owner AND n = :answer_document), :outcome, :consequence, :ended_on);

-- name: case_copy_item
SELECT i.id AS id, i.n AS n, i.text AS text, g.gate AS gate, m.n AS measure, p.region AS region, i.met_on AS met_on,
  d.n AS document
FROM clock_item AS i LEFT JOIN gate_answer AS g ON g.id = i.gate_answer LEFT JOIN measure AS m ON m.id = g.measure
  LEFT JOIN participant AS p ON p.id = g.participant LEFT JOIN document AS d ON d.id = i.document
WHERE i.clock = :owner ORDER BY i.n;

-- name: case_copy_item_put
INSERT INTO clock_item (clock, n, text, gate_answer, met_on, document)
VALUES (:owner, :n, :text,
  (SELECT g.id FROM clock AS c JOIN gate_answer AS g ON g.application = c.application
      LEFT JOIN measure AS m ON m.id = g.measure LEFT JOIN participant AS p ON p.id = g.participant
    WHERE c.id = :owner AND g.gate = :gate AND m.n IS :measure AND p.region IS :region),
  :met_on,
  (SELECT d.id FROM clock AS c JOIN document AS d ON d.application = c.application WHERE c.id = :owner AND d.n = :document));

-- name: case_copy_respite
SELECT r.id AS id, r.asked_on AS asked_on, r.old_due_on AS old_due_on, r.new_due_on AS new_due_on, r.why AS why,
  (SELECT login FROM person WHERE id = r.signed_by) AS signed_by, power.what AS power_what, power.role AS power_role,
  power.from_on AS power_from_on, power.source AS power_source, r.power_ref AS power_ref, r.ruled_at AS ruled_at
FROM respite AS r LEFT JOIN power ON power.id = r.power WHERE r.clock = :owner ORDER BY r.id;

-- name: case_copy_respite_put
INSERT INTO respite (clock, asked_on, old_due_on, new_due_on, why, signed_by, power, power_ref, ruled_at)
VALUES (:owner, :asked_on, :old_due_on, :new_due_on, :why, (SELECT id FROM person WHERE login = :signed_by),
  (SELECT id FROM power WHERE what = :power_what AND role = :power_role AND from_on = :power_from_on AND source = :power_source
    ORDER BY id LIMIT 1),
  :power_ref, :ruled_at);

-- name: case_copy_uncommunicated
SELECT u.id AS id, m.n AS measure, u.why AS why, (SELECT login FROM person WHERE id = u.judged_by) AS judged_by,
  u.judged_at AS judged_at
FROM uncommunicated AS u LEFT JOIN measure AS m ON m.id = u.measure WHERE u.application = :owner ORDER BY u.id;

-- name: case_copy_uncommunicated_put
INSERT INTO uncommunicated (application, measure, why, judged_by, judged_at)
VALUES (:owner, (SELECT id FROM measure WHERE application = :owner AND n = :measure), :why,
  (SELECT id FROM person WHERE login = :judged_by), :judged_at);

-- name: case_copy_version
SELECT v.id AS id, v.n AS n, (SELECT login FROM person WHERE id = v.kept_by) AS kept_by, v.kept_at AS kept_at, v.why AS why,
  v.content AS content
FROM application_version AS v WHERE v.application = :owner ORDER BY v.n;

-- name: case_copy_version_put
INSERT INTO application_version (application, n, kept_by, kept_at, why, content, content_hash)
VALUES (:owner, :n, (SELECT id FROM person WHERE login = :kept_by), :kept_at, :why, :content, :content_hash);

-- ---- conflicts of interest ---------------------------------------------------------------------------------------------

-- name: case_copy_disqualification
SELECT q.id AS id, (SELECT login FROM person WHERE id = q.person) AS person, q.asked_on AS asked_on,
  (SELECT login FROM person WHERE id = q.asked_by) AS asked_by, q.answer AS answer, q.answered_at AS answered_at,
  q.ground AS ground, q.what AS what, q.later AS later, q.tried_on AS tried_on, q.tried_by AS tried_by,
  q.took_part AS took_part, q.outcome AS outcome, q.reasons AS reasons, q.work AS work, q.work_why AS work_why,
  (SELECT login FROM person WHERE id = q.recorded_by) AS recorded_by
FROM disqualification AS q WHERE q.application = :owner ORDER BY q.id;

-- name: case_copy_disqualification_put
INSERT INTO disqualification (application, person, asked_on, asked_by, answer, answered_at, ground, what, later, tried_on,
  tried_by, took_part, outcome, reasons, work, work_why, recorded_by)
VALUES (:owner, (SELECT id FROM person WHERE login = :person), :asked_on, (SELECT id FROM person WHERE login = :asked_by),
  :answer, :answered_at, :ground, :what, :later, :tried_on, :tried_by, :took_part, :outcome, :reasons, :work, :work_why,
  (SELECT id FROM person WHERE login = :recorded_by));

-- ---- dialogue ----------------------------------------------------------------------------------------------------------

-- Of what was discarded when the case was closed, only the trace.
-- name: case_copy_note
SELECT note.id AS id, note.n AS n, m.n AS measure, note.kind AS kind, note.occurred_on AS occurred_on,
  note.occurred_time AS occurred_time, note.way AS way,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_whom END AS with_whom,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_role END AS with_role,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_name END AS with_name,
  CASE WHEN f.fate IS 'discard' THEN '–' ELSE note.said END AS said,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.changed END AS changed, old.n AS corrects,
  (SELECT login FROM person WHERE id = note.author) AS author, note.written_at AS written_at
FROM note LEFT JOIN measure AS m ON m.id = note.measure LEFT JOIN note AS old ON old.id = note.corrects
  LEFT JOIN note_fate AS f ON f.note = note.id
WHERE note.application = :owner ORDER BY note.n;

-- The same for whoever may not see working material: what was kept of it when the case was closed stands among the rest.
-- name: case_copy_note_open
SELECT note.id AS id, note.n AS n, m.n AS measure, note.kind AS kind, note.occurred_on AS occurred_on,
  note.occurred_time AS occurred_time, note.way AS way,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_whom END AS with_whom,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_role END AS with_role,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.with_name END AS with_name,
  CASE WHEN f.fate IS 'discard' THEN '–' ELSE note.said END AS said,
  CASE WHEN f.fate IS 'discard' THEN '' ELSE note.changed END AS changed, old.n AS corrects,
  (SELECT login FROM person WHERE id = note.author) AS author, note.written_at AS written_at
FROM note LEFT JOIN measure AS m ON m.id = note.measure LEFT JOIN note AS old ON old.id = note.corrects
  LEFT JOIN note_fate AS f ON f.note = note.id
WHERE note.application = :owner AND (note.kind = 'file' OR f.fate IN ('archive', 'file')) ORDER BY note.n;

-- name: case_copy_note_put
INSERT INTO note (application, n, measure, kind, occurred_on, occurred_time, way, with_whom, with_role, with_name, said,
  changed, corrects, author, written_at)
VALUES (:owner, :n, (SELECT id FROM measure WHERE application = :owner AND n = :measure), :kind, :occurred_on, :occurred_time,
  :way, :with_whom, :with_role, :with_name, :said, :changed, (SELECT id FROM note WHERE application = :owner AND n = :corrects),
  (SELECT id FROM person WHERE login = :author), :written_at);

-- name: case_copy_about
SELECT note AS id, gate_version, gate, criteria_version, criterion, communicate, follow_on FROM note_about WHERE note = :owner;

-- name: case_copy_about_put
INSERT INTO note_about (note, gate_version, gate, criteria_version, criterion, communicate, follow_on)
VALUES (:owner, :gate_version, :gate, :criteria_version, :criterion, :communicate, :follow_on);

-- name: case_copy_follow_up
SELECT follow_up.note AS id, done_on, CASE WHEN f.fate IS 'discard' THEN '' ELSE how END AS how,
  (SELECT login FROM person WHERE id = follow_up.done_by) AS done_by
FROM follow_up LEFT JOIN note_fate AS f ON f.note = follow_up.note WHERE follow_up.note = :owner;

-- name: case_copy_follow_up_put
INSERT INTO follow_up (note, done_on, how, done_by)
VALUES (:owner, :done_on, :how, (SELECT id FROM person WHERE login = :done_by));

-- name: case_copy_fate
SELECT note AS id, fate, (SELECT login FROM person WHERE id = note_fate.fated_by) AS fated_by, fated_at
FROM note_fate WHERE note = :owner;

-- name: case_copy_fate_put
INSERT INTO note_fate (note, fate, fated_by, fated_at)
VALUES (:owner, :fate, (SELECT id FROM person WHERE login = :fated_by), :fated_at);

-- ---- closing -----------------------------------------------------------------------------------------------------------

-- name: case_copy_closure
SELECT id, closed_on, why, (SELECT login FROM person WHERE id = closure.closed_by) AS closed_by, reopened_on, reopened_why
FROM closure WHERE application = :owner;

-- name: case_copy_closure_put
INSERT INTO closure (application, closed_on, why, closed_by, reopened_on, reopened_why)
VALUES (:owner, :closed_on, :why, (SELECT id FROM person WHERE login = :closed_by), :reopened_on, :reopened_why);

-- ---- reports on the grant: with the same number, another day replaces the one before -----------------------------------

-- name: case_copy_report_due
SELECT d.id AS id, d.n AS n, d.kind AS kind, d.due_on AS due_on, decision.n AS decision, d.dropped_on AS dropped_on,
  d.why AS why, (SELECT login FROM person WHERE id = d.made_by) AS made_by, d.made_at AS made_at
FROM report_due AS d JOIN decision ON decision.id = d.decision WHERE d.measure = :owner ORDER BY d.id;

-- name: case_copy_report_due_put
INSERT INTO report_due (measure, n, kind, due_on, decision, replaces, dropped_on, why, made_by, made_at)
VALUES (:owner, :n, :kind, :due_on, (SELECT id FROM decision WHERE measure = :owner AND n = :decision),
  (SELECT max(id) FROM report_due WHERE measure = :owner AND n = :n), :dropped_on, :why,
  (SELECT id FROM person WHERE login = :made_by), :made_at);

-- name: case_copy_reminder
SELECT x.id AS id, x.sent_on AS sent_on, x.way AS way, x.recipient AS recipient, document.n AS document
FROM report_reminder AS x LEFT JOIN document ON document.id = x.document WHERE x.report_due = :owner ORDER BY x.id;

-- name: case_copy_reminder_put
INSERT INTO report_reminder (report_due, sent_on, way, recipient, document)
VALUES (:owner, :sent_on, :way, :recipient, (SELECT document.id FROM document
  JOIN measure ON measure.application = document.application JOIN report_due ON report_due.measure = measure.id
  WHERE report_due.id = :owner AND document.n = :document));

-- name: case_copy_report
SELECT r.id AS id, r.n AS n, r.received_on AS received_on, document.n AS document, r.progress AS progress,
  r.carried_out AS carried_out, r.total_cost_ore AS total_cost_ore, r.outcome AS outcome, r.outcome_on AS outcome_on,
  (SELECT login FROM person WHERE id = r.outcome_by) AS outcome_by, r.reason AS reason, r.again_on AS again_on,
  (SELECT login FROM person WHERE id = r.recorded_by) AS recorded_by, r.recorded_at AS recorded_at
FROM report AS r LEFT JOIN document ON document.id = r.document WHERE r.report_due = :owner ORDER BY r.id;

-- name: case_copy_report_put
INSERT INTO report (report_due, n, received_on, document, progress, carried_out, total_cost_ore, outcome, outcome_on,
  outcome_by, reason, again_on, recorded_by, recorded_at)
VALUES (:owner, :n, :received_on, (SELECT document.id FROM document
    JOIN measure ON measure.application = document.application JOIN report_due ON report_due.measure = measure.id
    WHERE report_due.id = :owner AND document.n = :document), :progress, :carried_out, :total_cost_ore, :outcome,
  :outcome_on, (SELECT id FROM person WHERE login = :outcome_by), :reason, :again_on,
  (SELECT id FROM person WHERE login = :recorded_by), :recorded_at);

-- name: case_copy_report_region
SELECT report AS id, region, used_ore, unused_ore, effects FROM report_region WHERE report = :owner ORDER BY region;

-- name: case_copy_report_region_put
INSERT INTO report_region (report, region, used_ore, unused_ore, effects)
VALUES (:owner, :region, :used_ore, :unused_ore, :effects);

-- name: case_copy_report_effect
SELECT e.report AS id, i.n AS indicator, nullif(e.region, '') AS region, e.achieved AS achieved,
  e.achieved_on AS achieved_on, e.note AS note
FROM report_effect AS e JOIN indicator AS i ON i.id = e.indicator WHERE e.report = :owner ORDER BY i.n, e.region;

-- name: case_copy_report_effect_put
INSERT INTO report_effect (report, indicator, region, achieved, achieved_on, note)
VALUES (:owner, (SELECT i.id FROM indicator AS i JOIN report_due ON report_due.measure = i.measure
  JOIN report ON report.report_due = report_due.id WHERE report.id = :owner AND i.n = :indicator), coalesce(:region, ''),
  :achieved, :achieved_on, :note);
