/* A draft of the criteria: made from a version, changed, dropped. Invariant: only a draft that is neither adopted nor
 * dropped is written to, and each change makes its version number one higher. */
#include "casework/criteria_inner.h"
#include "casework/field.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

/* ---- a new one */

static bool why_read(struct change *change, const char *typed, const char **why, struct error *err)
{
	const char *text = typed ? typed : "";

	if (!text_clean(&change->arena, text, strlen(text), true, why, err))
		return false;
	return !text_blank(*why) ||
	       refuse(err, ERROR_INVALID, _("Why: a new version of the criteria needs its reason. Nothing was saved."));
}

static bool version_is_there(struct change *change, int64_t number, struct error *err)
{
	struct criteria from;

	if (!criteria_read(change->cw, number, &from, err))
		return false;
	criteria_done(&from);
	return true;
}

static bool draft_write(struct change *change, int64_t from, const char *typed, int64_t *number, struct error *err)
{
	const char *why;

	if (!may(change->cw, RIGHT_CRITERIA_DRAFT, RELATION_NONE, err) || !why_read(change, typed, &why, err) ||
		!version_is_there(change, from, err) ||
		!store_run(change->store, SQL_CRITERIA_VERSION_NEXT, BINDS_NONE, err))
		return false;
	*number = store_last_id(change->store);
	return store_run(change->store, SQL_CRITERIA_DRAFT_ADD,
		       BINDS(BIND("number", *number), BIND("from_number", from), BIND("why", why),
			       BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now)),
		       err) &&
	       store_run(change->store, SQL_CRITERIA_COPY, BINDS(BIND("number", *number), BIND("from", from)), err) &&
	       change_record(change, OBJECT_CRITERIA, *number, 0, NULL, err);
}

bool criteria_draft(struct casework *cw, const struct operation *op, int64_t from, const char *why, int64_t *number,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "criteria-draft", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, number);
	if (!draft_write(&change, from, why, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (number)
		*number = made;
	return true;
}

/* ---- one there is */

/* The draft as a change finds it. */
struct drafting {
	struct change *change;
	struct criteria now;
	const char *before;
};

static bool draft_is_open(const struct criteria *draft, struct error *err)
{
	const struct criteria_version *head = &draft->head;

	switch (head->state) {
	case CRITERIA_DRAFT: return true;
	case CRITERIA_ADOPTED:
		return refuse(err, ERROR_INVALID,
			_("Version %lld was adopted on %s and never changes. Draft a new version from it."),
			(long long)head->number, head->adopted_on);
	case CRITERIA_TAKEN_IN:
		return refuse(err, ERROR_INVALID,
			_("Version %lld came with the law as data and never changes. Draft a new version from it."),
			(long long)head->number);
	case CRITERIA_DROPPED:
		return refuse(err, ERROR_INVALID, _("Version %lld was dropped on %.10s. Draft a new version from it."),
			(long long)head->number, head->dropped_at);
	}
	return false;
}

static bool drafting_begin(struct drafting *drafting, struct change *change, int64_t number, struct error *err)
{
	*drafting = (struct drafting){.change = change};
	if (!may(change->cw, RIGHT_CRITERIA_DRAFT, RELATION_NONE, err) ||
		!criteria_read(change->cw, number, &drafting->now, err))
		return false;
	if (draft_is_open(&drafting->now, err) &&
		change_fresh(change, OBJECT_CRITERIA, number, drafting->now.head.version, err) &&
		(drafting->before = change_facts(change, OBJECT_CRITERIA, number, err)))
		return true;
	criteria_done(&drafting->now);
	return false;
}

static bool drafting_record(struct drafting *drafting, struct error *err)
{
	int64_t number = drafting->now.head.number;

	return store_run(drafting->change->store, SQL_CRITERIA_TOUCH, BINDS(BIND("number", number)), err) &&
	       change_record(drafting->change, OBJECT_CRITERIA, number, 0, drafting->before, err);
}

/* ---- a criterion */

#define AT(member) offsetof(struct criterion, member)
#define STEP(n, swedish, english)                                                                                      \
	{.name = "step" #n "_sv", .label = swedish, .kind = FIELD_LINE, .at = AT(step[n][1])},                         \
	{                                                                                                              \
		.name = "step" #n "_en", .label = english, .kind = FIELD_LINE, .at = AT(step[n][0])                    \
	}
static const struct field criterion_fields[] = {
	{.name = "id", .label = N_("Criterion"), .kind = FIELD_LINE, .needed = true, .at = AT(id)},
	{.name = "name_sv", .label = N_("Name, Swedish"), .kind = FIELD_LINE, .needed = true, .at = AT(name[1])},
	{.name = "name_en", .label = N_("Name, English"), .kind = FIELD_LINE, .at = AT(name[0])},
	{.name = "trace", .label = N_("Where it comes from"), .kind = FIELD_LINE, .at = AT(trace)},
	STEP(0, N_("Step 0, Swedish"), N_("Step 0, English")),
	STEP(1, N_("Step 1, Swedish"), N_("Step 1, English")),
	STEP(2, N_("Step 2, Swedish"), N_("Step 2, English")),
	STEP(3, N_("Step 3, Swedish"), N_("Step 3, English")),
	STEP(4, N_("Step 4, Swedish"), N_("Step 4, English")),
};
#undef STEP
#undef AT
static const struct form criterion_form = {criterion_fields, sizeof(criterion_fields) / sizeof(*criterion_fields)};

enum { ID_MOST = 4 };

/* A letter, then letters and digits: it heads columns that are four cells wide. */
static bool id_fits(const char *id)
{
	size_t bytes = strlen(id);

	if (bytes == 0 || bytes > ID_MOST || id[0] < 'A' || id[0] > 'Z')
		return false;
	for (size_t i = 1; i < bytes; i++)
		if (!isdigit((unsigned char)id[i]) && (id[i] < 'A' || id[i] > 'Z'))
			return false;
	return true;
}

static bool criterion_clean(struct drafting *drafting, struct criterion *values, const char **wrong, struct error *err)
{
	struct change *change = drafting->change;

	if (!form_clean(change->cw, &criterion_form, values, &change->arena, wrong, err))
		return false;
	if (!id_fits(values->id))
		return field_refuse(wrong, "id", N_("Criterion"), err,
			_("“%s” is no short name of a criterion. Write it as K11."),
			text_cut(&change->arena, values->id, 20));
	if (values->weight < 1 || values->weight > CRITERIA_WHOLE)
		return field_refuse(wrong, "weight", N_("Weight"), err,
			_("%d. A weight is a whole number from 1 to 100."), values->weight);
	if (!criteria_find(&drafting->now, values->id) && drafting->now.count >= CRITERIA_MOST)
		return field_refuse(
			wrong, "id", N_("Criterion"), err, _("A version has at most %d criteria."), CRITERIA_MOST);
	return true;
}

static bool criterion_write(struct change *change, int64_t number, const struct criterion *values, struct error *err)
{
	const char *const(*step)[2] = values->step;

	return store_run(change->store, SQL_CRITERION_WRITE,
		BINDS(BIND("version", number), BIND("id", values->id), BIND("sort", values->sort),
			BIND("weight", values->weight), BIND("bonus", values->bonus), BIND("trace", values->trace),
			BIND("name_en", values->name[0]), BIND("name_sv", values->name[1]),
			BIND("step0_en", step[0][0]), BIND("step0_sv", step[0][1]), BIND("step1_en", step[1][0]),
			BIND("step1_sv", step[1][1]), BIND("step2_en", step[2][0]), BIND("step2_sv", step[2][1]),
			BIND("step3_en", step[3][0]), BIND("step3_sv", step[3][1]), BIND("step4_en", step[4][0]),
			BIND("step4_sv", step[4][1])),
		err);
}

/* Places 1, 2, 3 …, `id` at `place` and the others in the order they stand in. */
static bool places_settle(const struct drafting *drafting, const char *id, int place, struct error *err)
{
	const struct criteria *now = &drafting->now;
	int next = 1;

	for (int i = 0; i < now->count; i++) {
		const struct criterion *item = &now->items[i];
		int sort;

		if (!strcmp(item->id, id))
			continue;
		if (next == place)
			next++;
		sort = next++;
		if (item->sort != sort &&
			!store_run(drafting->change->store, SQL_CRITERION_SORT,
				BINDS(BIND("version", now->head.number), BIND("id", item->id), BIND("sort", sort)),
				err))
			return false;
	}
	return true;
}

static int place_wanted(const struct drafting *drafting, const struct criterion *values)
{
	const struct criterion *old = criteria_find(&drafting->now, values->id);
	int last = drafting->now.count + (old ? 0 : 1);
	int place = values->sort > 0 ? values->sort : old ? (int)(old - drafting->now.items) + 1 : last;

	return place > last ? last : place;
}

static bool put_write(struct drafting *drafting, const struct criterion *given, const char **wrong, struct error *err)
{
	struct criterion values = *given;

	if (!criterion_clean(drafting, &values, wrong, err))
		return false;
	values.sort = place_wanted(drafting, &values);
	return criterion_write(drafting->change, drafting->now.head.number, &values, err) &&
	       places_settle(drafting, values.id, values.sort, err) && drafting_record(drafting, err);
}

bool criterion_put(struct casework *cw, const struct operation *op, int64_t number, const struct criterion *values,
	const char **wrong, struct error *err)
{
	struct drafting drafting;
	struct change change;
	bool put;

	if (!change_begin(&change, cw, op, "criterion-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!drafting_begin(&drafting, &change, number, err))
		return change_abandon(&change);
	put = put_write(&drafting, values, wrong, err);
	criteria_done(&drafting.now);
	return put ? change_commit(&change, err) : change_abandon(&change);
}

static bool remove_write(struct drafting *drafting, const char *id, struct error *err)
{
	const struct criterion *old = criteria_find(&drafting->now, id);
	int64_t number = drafting->now.head.number;

	if (!old)
		return refuse(err, ERROR_MISSING, _("Version %lld has no criterion %s."), (long long)number, id);
	return store_run(drafting->change->store, SQL_CRITERION_REMOVE,
		       BINDS(BIND("version", number), BIND("id", old->id)), err) &&
	       places_settle(drafting, old->id, 0, err) && drafting_record(drafting, err);
}

bool criterion_remove(
	struct casework *cw, const struct operation *op, int64_t number, const char *id, struct error *err)
{
	struct drafting drafting;
	struct change change;
	bool removed;

	if (!change_begin(&change, cw, op, "criterion-remove", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!drafting_begin(&drafting, &change, number, err))
		return change_abandon(&change);
	removed = remove_write(&drafting, id, err);
	criteria_done(&drafting.now);
	return removed ? change_commit(&change, err) : change_abandon(&change);
}

bool criteria_drop(struct casework *cw, const struct operation *op, int64_t number, struct error *err)
{
	struct drafting drafting;
	struct change change;
	bool dropped;

	if (!change_begin(&change, cw, op, "criteria-drop", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!drafting_begin(&drafting, &change, number, err))
		return change_abandon(&change);
	dropped = store_run(cw->store, SQL_CRITERIA_DROP,
			  BINDS(BIND("number", number), BIND("dropped_at", (const char *)change.now)), err) &&
		  change_record(&change, OBJECT_CRITERIA, number, 0, drafting.before, err);
	criteria_done(&drafting.now);
	return dropped ? change_commit(&change, err) : change_abandon(&change);
}
