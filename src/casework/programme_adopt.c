/* Taking the law as data into an office. Invariant: a version of control points or criteria that is there already is
 * never altered: answers and scores lean on it. */
#include "casework/change.h"
#include "casework/contents.h"
#include "casework/office.h"
#include "casework/programme.h"

#include "base/text.h"
#include "base/words.h"

static bool put_region(struct change *change, const struct region *region, struct error *err)
{
	char *key = text_sort_key(&change->arena, region->short_name);

	return store_run(change->store, SQL_REGION_PUT,
		BINDS(BIND("code", region->code), BIND("name", region->name), BIND("short", region->short_name),
			BIND("genitive_safe", region->genitive_safe), BIND("statute_name", region->statute_name),
			BIND("kind", region->kind), BIND("orgnr", region->orgnr),
			BIND("population", region->population), BIND("population_on", region->population_on),
			bind_blob("sort_key", key, strlen(key))),
		err);
}

static bool put_gate(struct change *change, const struct gate *gate, struct error *err)
{
	return store_run(change->store, SQL_GATE_VERSION_PUT, BINDS(BIND("number", gate->version)), err) &&
	       store_run(change->store, SQL_GATE_PUT,
		       BINDS(BIND("version", gate->version), BIND("id", gate->id), BIND("sort", gate->sort),
			       BIND("subject", gate->subject), BIND("basis", gate->basis), BIND("way_no", gate->way_no),
			       BIND("name_en", gate->name[0]), BIND("name_sv", gate->name[1]),
			       BIND("question_en", gate->question[0]), BIND("question_sv", gate->question[1]),
			       BIND("ground_en", gate->ground[0]), BIND("ground_sv", gate->ground[1]),
			       BIND("way_text_en", gate->way_text[0]), BIND("way_text_sv", gate->way_text[1])),
		       err);
}

/* What is seen beside it is no part of what was adopted, and follows the program. */
static bool put_evidence(struct change *change, const struct gate *gate, struct error *err)
{
	const char *at = gate->evidence ? gate->evidence : "";

	if (!store_run(change->store, SQL_GATE_EVIDENCE_CLEAR,
		    BINDS(BIND("version", gate->version), BIND("gate", gate->id)), err))
		return false;
	for (size_t bytes; *at; at += bytes + (at[bytes] == '|')) {
		const char *subject, *code = arena_text_part(&change->arena, at, bytes = strcspn(at, "|"));

		subject = evidence_subject(code, bytes);
		if (!subject || strcmp(subject, gate->subject) != 0)
			return refuse(err, ERROR_INVALID,
				_("Control point %s is to show '%s', which this kansli does not see of what it asks "
				  "about "
				  "(%s). Nothing was taken in."),
				gate->id, code, gate->subject);
		if (!store_run(change->store, SQL_GATE_EVIDENCE_PUT,
			    BINDS(BIND("version", gate->version), BIND("gate", gate->id), BIND("evidence", code)), err))
			return false;
	}
	return true;
}

static bool put_criterion(struct change *change, const struct criterion *criterion, struct error *err)
{
	const char *const(*step)[2] = criterion->step;

	return store_run(change->store, SQL_CRITERIA_VERSION_PUT, BINDS(BIND("number", criterion->version)), err) &&
	       store_run(change->store, SQL_CRITERION_PUT,
		       BINDS(BIND("version", criterion->version), BIND("id", criterion->id),
			       BIND("sort", criterion->sort), BIND("weight", criterion->weight),
			       BIND("bonus", criterion->bonus), BIND("trace", criterion->trace),
			       BIND("name_en", criterion->name[0]), BIND("name_sv", criterion->name[1]),
			       BIND("step0_en", step[0][0]), BIND("step0_sv", step[0][1]), BIND("step1_en", step[1][0]),
			       BIND("step1_sv", step[1][1]), BIND("step2_en", step[2][0]), BIND("step2_sv", step[2][1]),
			       BIND("step3_en", step[3][0]), BIND("step3_sv", step[3][1]), BIND("step4_en", step[4][0]),
			       BIND("step4_sv", step[4][1])),
		       err);
}

static bool put_point(struct change *change, const struct point *point, struct error *err)
{
	return store_run(change->store, SQL_POINT_PUT,
		BINDS(BIND("number", point->number), BIND("key", point->key), BIND("title_en", point->title[0]),
			BIND("title_sv", point->title[1]), BIND("source", point->source),
			BIND("filled_by", point->filled_by), BIND("standard_en", point->standard[0]),
			BIND("standard_sv", point->standard[1])),
		err);
}

static bool put_word(struct change *change, const struct word *word, struct error *err)
{
	return store_run(change->store, SQL_WORD_PUT,
		BINDS(BIND("kind", word->kind), BIND("code", word->code), BIND("sort", word->sort),
			BIND("name_en", word->name[0]), BIND("name_sv", word->name[1]), BIND("help_en", word->help[0]),
			BIND("help_sv", word->help[1]), BIND("mover_en", word->mover[0] ? word->mover[0] : ""),
			BIND("mover_sv", word->mover[1] ? word->mover[1] : "")),
		err);
}

/* A limit is a thing of its own, also when it comes with the law. */
static bool put_limit(struct change *change, const struct programme_limit *limit, struct error *err)
{
	if (!store_run(change->store, SQL_PROGRAMME_LIMIT_PUT,
		    BINDS(BIND("kind", limit->kind), BIND("year", limit->year), BIND("ore", limit->ore),
			    BIND("source", limit->source), BIND("valid_from", limit->valid_from)),
		    err))
		return false;
	return !store_changed(change->store) ||
	       change_record(change, OBJECT_LIMIT, store_last_id(change->store), 0, NULL, err);
}

/* Who may sign what comes with the law as the rules of procedure proposed; the administrator then keeps it. */
static bool put_power(struct change *change, const struct programme_power *power, struct error *err)
{
	if (!store_run(change->store, SQL_POWER_PUT,
		    BINDS(BIND("what", power->what), BIND("role", power->role), BIND("from_on", power->from_on),
			    BIND("source", power->source)),
		    err))
		return false;
	return !store_changed(change->store) ||
	       change_record(change, OBJECT_POWER, store_last_id(change->store), 0, NULL, err);
}

static bool has_gates(const struct programme *old, int64_t version)
{
	for (int i = 0; i < old->gate_count; i++)
		if (old->gates[i].version == version)
			return true;
	return false;
}

static bool has_criteria(const struct programme *old, int64_t version)
{
	for (int i = 0; i < old->criterion_count; i++)
		if (old->criteria[i].version == version)
			return true;
	return false;
}

static bool gate_same(const struct gate *a, const struct gate *b)
{
	return a && b && text_same(a->subject, b->subject) && text_same(a->way_no, b->way_no) &&
	       text_same(a->question[1], b->question[1]) && text_same(a->ground[1], b->ground[1]);
}

static bool criterion_same(const struct criterion *a, const struct criterion *b)
{
	if (!a || !b || a->weight != b->weight || a->bonus != b->bonus)
		return false;
	for (int i = 0; i < 5; i++)
		if (!text_same(a->step[i][1], b->step[i][1]))
			return false;
	return true;
}

/* A number that is taken by a version made here is not another office's to fill. */
static bool number_is_free(struct change *change, int64_t number, struct error *err)
{
	struct rows rows;
	bool taken;

	if (!store_ask(change->store, SQL_CRITERIA_MADE_HERE, BINDS(BIND("number", number)), &rows, err))
		return false;
	taken = rows_next(&rows) && rows_number(&rows, "number") == number;
	if (!rows_done(&rows, err))
		return false;
	return !taken || refuse(err, ERROR_CONFLICT,
				 _("Version %lld of the criteria is being prepared here, or was dropped. Give the one "
				   "to be taken "
				   "in another number."),
				 (long long)number);
}

static bool put_versions(
	struct change *change, const struct programme *old, const struct programme *from, struct error *err)
{
	for (int i = 0; i < from->gate_count; i++) {
		const struct gate *gate = &from->gates[i];

		if (!has_gates(old, gate->version)
				? !put_gate(change, gate, err)
				: !gate_same(gate, programme_gate(old, gate->version, gate->id)) &&
					  !refuse(err, ERROR_CONFLICT,
						  _("Control point %s of version %lld is different here. An adopted "
						    "version is never altered: give the change a new version."),
						  gate->id, (long long)gate->version))
			return false;
	}
	for (int i = 0; i < from->gate_count; i++)
		if (!put_evidence(change, &from->gates[i], err))
			return false;
	for (int i = 0; i < from->criterion_count; i++) {
		const struct criterion *criterion = &from->criteria[i];

		if (!has_criteria(old, criterion->version)
				? !number_is_free(change, criterion->version, err) ||
					  !put_criterion(change, criterion, err)
				: !criterion_same(
					  criterion, programme_criterion(old, criterion->version, criterion->id)) &&
					  !refuse(err, ERROR_CONFLICT,
						  _("Criterion %s of version %lld is different here. An adopted "
						    "version is never altered: give the change a new version."),
						  criterion->id, (long long)criterion->version))
			return false;
	}
	return true;
}

static bool put_rest(struct change *change, const struct programme *from, struct error *err)
{
	for (int i = 0; i < from->region_count; i++)
		if (!put_region(change, &from->regions[i], err))
			return false;
	for (int i = 0; i < from->point_count; i++)
		if (!put_point(change, &from->points[i], err))
			return false;
	for (int i = 0; i < from->word_count; i++)
		if (!put_word(change, &from->words[i], err))
			return false;
	for (int i = 0; i < from->limit_count; i++)
		if (!put_limit(change, &from->limits[i], err))
			return false;
	for (int i = 0; i < from->power_count; i++)
		if (!put_power(change, &from->powers[i], err))
			return false;
	return true;
}

bool programme_adopt(struct casework *cw, const struct operation *op, const struct programme *from, struct error *err)
{
	struct change change;
	struct programme old;
	const char *before;
	bool put;

	if (!change_begin(&change, cw, op, "programme-adopt", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PROGRAMME_ADOPT, 0, err) || !programme_load(cw, &old, err))
		return change_abandon(&change);
	before = change_facts(&change, OBJECT_PROGRAMME, 0, err);
	put = before && put_versions(&change, &old, from, err) && put_rest(&change, from, err);
	programme_done(&old);
	if (!put || !change_record(&change, OBJECT_PROGRAMME, 0, 0, old.region_count ? before : NULL, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
